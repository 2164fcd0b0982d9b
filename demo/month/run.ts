import { parseArgs } from "node:util"
import { untilStopped } from "../until-stopped.ts"

/**
 * Runs `npm run demo -- month`: a relay with a month of cases for the review pages, in a data folder of its own. Ctrl-C
 * stops it. An existing month, with the leads' reviews, is kept for a day, and `--anew` makes it again.
 */
const USAGE =
  "Say what to show: npm run demo -- month [--anew]   starts a relay with 5,000 made-up cases of the last 31 days"

await untilStopped(async (signal) => {
  const asked = read(process.argv.slice(2))
  if (!asked) {
    console.error(USAGE)
    return 2
  }
  // The module is loaded only when needed, because the relay is a large part of the product.
  const { showMonth } = await import("./show.ts")
  return showMonth(asked.anew, signal)
})

function read(args: string[]): { anew: boolean } | undefined {
  try {
    const { positionals, values } = parseArgs({
      args,
      allowPositionals: true,
      options: { anew: { type: "boolean", default: false } }
    })
    return positionals.length === 1 && positionals[0] === "month" ? { anew: values.anew } : undefined
  } catch {
    // An option is unknown. The usage lists the known ones.
    return undefined
  }
}
