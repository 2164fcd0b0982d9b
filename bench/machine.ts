import { execFile } from "node:child_process"
import { availableParallelism, cpus, loadavg, release, totalmem, type } from "node:os"
import { promisify } from "node:util"
import { join } from "node:path"
import { findBrowser } from "../demo/browser/find.ts"
import { dataFolder } from "../src/runtime/settings.ts"
import { millisecondsOf, type Row } from "./table.ts"

/**
 * Describes the machine on which the figures were measured. The last row is what changes over time, because shared
 * machines aren't always equally fast even if nothing else runs.
 */
export async function machine(signal: AbortSignal): Promise<Row[]> {
  return [
    ["Processor", `${cpus()[0]?.model ?? "unknown"}, ${availableParallelism()} cores`],
    ["Memory", `${(totalmem() / 2 ** 30).toFixed(0)} GiB`],
    ["System", `${type()} ${/^\d+\.\d+/.exec(release())?.[0] ?? release()}`],
    ["Node", process.version],
    ["Browser", await browserVersion(signal)],
    [
      "Load (1, 5, 15 minutes); speed",
      `${loadavg()
        .map((load) => load.toFixed(2))
        .join(", ")}; a hundred million additions in ${millisecondsOf(additions())}`
    ]
  ]
}

/** Returns milliseconds, some 65 on a processor without other load. */
function additions(): number {
  const began = performance.now()
  let sum = 0
  for (let n = 0; n < 1e8; n++) sum += n
  if (sum === 0) throw new Error("Nothing was added.")
  return performance.now() - began
}

/** Most parts need no browser, so it is no error if there is none. */
async function browserVersion(signal: AbortSignal): Promise<string> {
  const program = findBrowser(join(dataFolder(), "browsers"))
  if (!program) return "none"
  const { stdout } = await promisify(execFile)(program, ["--version", "--no-sandbox"], { signal })
  return stdout.trim()
}
