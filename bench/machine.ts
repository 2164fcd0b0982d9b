import { execFile } from "node:child_process"
import { availableParallelism, cpus, loadavg, release, totalmem, type } from "node:os"
import { promisify } from "node:util"
import { browserProgram } from "../demo/browser/find.ts"
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

async function browserVersion(signal: AbortSignal): Promise<string> {
  const { stdout } = await promisify(execFile)(browserProgram(), ["--version", "--no-sandbox"], { signal })
  return stdout.trim()
}
