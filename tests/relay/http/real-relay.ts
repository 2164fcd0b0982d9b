import { createInterface } from "node:readline"
import { silentLog } from "../../../src/runtime/log.ts"
import { startRelay } from "../../../demo/load-relay.ts"

/**
 * The relay as it is, as a process of its own. Prints one line: where it is, and codes. For each line that it reads it
 * prints the most milliseconds that its main thread has worked since the last one without giving anybody else a turn:
 * processor time of that thread alone, so that other programs on a busy machine don't count.
 */
const relay = await startRelay(process.env, { log: silentLog })
const codes = await Promise.all([
  relay.pair("agent", "Tom"),
  relay.pair("agent", "Tim"),
  relay.pair("agent", "Tam"),
  relay.pair("lead", "Lea"),
  relay.pair("admin", "Ada")
])
let [worst, before] = [0, process.threadCpuUsage()]
setInterval(() => {
  const { user, system } = process.threadCpuUsage(before)
  before = process.threadCpuUsage()
  worst = Math.max(worst, (user + system) / 1000)
}, 1)
createInterface({ input: process.stdin }).on("line", () => {
  console.log(JSON.stringify(worst))
  worst = 0
})
console.log(JSON.stringify({ url: relay.url, codes }))
process.once("SIGTERM", () => void relay.close().then(() => process.exit(0)))
