import { parseArgs } from "node:util"
import { makeCorrectionKeys } from "./make-keys.ts"

/** The two commands about corrected selectors, as `npm run release --` takes them. */
export const CORRECTIONS_USAGE = `npm run release -- correction-keys FOLDER   makes the keys by which corrected selectors are signed and checked
npm run release -- sign-corrections FILE --key KEY.pem [--out FILE]   signs corrected selectors for \`npm run relay -- corrections\``

/**
 * Runs one of these commands.
 * @returns undefined if the arguments are none of them, or are incomplete
 * @throws ReleaseError with a sentence
 */
export async function runCorrections(
  [command, ...rest]: string[],
  print: (line: string) => void
): Promise<0 | undefined> {
  const options = { key: { type: "string" }, out: { type: "string" } } as const
  const { values, positionals } = parseArgs({ args: rest, options, allowPositionals: true })
  const [place, ...more] = positionals
  if (place === undefined || more.length > 0) return undefined
  if (command === "correction-keys") {
    const { privateFile, publicFile, publicKey } = makeCorrectionKeys(place)
    print(`${privateFile} signs corrections: keep it away from relays and out of repositories.`)
    print(`${publicFile} checks them: set it as "correctionKey" in the browsers' policy.`)
    print(publicKey)
    return 0
  }
  if (command !== "sign-corrections" || values.key === undefined) return undefined
  // Loaded here: it brings a page's document along.
  const { signCorrections } = await import("./sign-corrections.ts")
  const target = values.out ?? `${place.replace(/\.json$/, "")}.signed.json`
  const { serial, corrections } = signCorrections(place, values.key, target)
  print(`${target} has ${corrections.length} corrections with the serial ${serial}.`)
  return 0
}
