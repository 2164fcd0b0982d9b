import { superviseWorkers } from "../../../src/relay/workers/supervise-workers.ts"
import { createRelayLog } from "../../../src/runtime/log.ts"
import { readSettings } from "../../../src/runtime/settings.ts"

/** A relay with workers that finds a frozen one after five seconds. */
const stop = new AbortController()
process.on("SIGTERM", () => stop.abort())
await superviseWorkers(readSettings(process.env), createRelayLog("json"), stop.signal, 500)
