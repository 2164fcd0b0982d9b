import { execFile } from "node:child_process"
import { availableParallelism, cpus, loadavg, release, totalmem, type } from "node:os"
import { join } from "node:path"
import { promisify } from "node:util"
import { findBrowser } from "../demo/browser/find.ts"
import { dataFolder } from "../src/relay/storage/data-folder.ts"
import type { Row } from "./table.ts"

/** What the figures were measured on. The load is the last row. */
export async function machine(signal: AbortSignal): Promise<Row[]> {
  return [
    ["Processor", `${cpus()[0]?.model ?? "unknown"}, ${availableParallelism()} cores`],
    ["Memory", `${(totalmem() / 2 ** 30).toFixed(0)} GiB`],
    ["System", `${type()} ${/^\d+\.\d+/.exec(release())?.[0] ?? release()}`],
    ["Node", process.version],
    ["Browser", await browserVersion(signal)],
    ["Load (1, 5, 15 minutes)", loadavg().map((load) => load.toFixed(2)).join(", ")]
  ]
}

/** The browser that tests and bench use. @throws Error when there is none */
export function browserProgram(): string {
  const program = findBrowser(join(dataFolder(), "browsers"))
  if (!program) throw new Error("No Chromium is installed: set REPLYWRIGHT_BROWSER to one.")
  return program
}

async function browserVersion(signal: AbortSignal): Promise<string> {
  const { stdout } = await promisify(execFile)(browserProgram(), ["--version", "--no-sandbox"], { signal })
  return stdout.trim()
}
