import { enableCompileCache } from "node:module"
import { fileURLToPath } from "node:url"
import { builtMain, isBuiltRelayCurrent } from "../../../src/relay/built-relay.ts"
import { superviseWorkers } from "../../../src/relay/workers/supervise-workers.ts"
import { createRelayLog } from "../../../src/runtime/log.ts"
import { readSettings } from "../../../src/runtime/settings.ts"

/**
 * A relay with workers that finds a frozen one after five seconds. Its workers run from the bundle, as those of
 * `npm run relay` do.
 */
enableCompileCache()
const program = isBuiltRelayCurrent()
  ? builtMain()
  : fileURLToPath(new URL("../../../src/relay/main.ts", import.meta.url))
const stop = new AbortController()
process.on("SIGTERM", () => stop.abort())
// Each time, the system can make a worker no more, or again.
const { execPath } = process
process.on("SIGUSR2", () => (process.execPath = process.execPath === execPath ? "/nowhere/node" : execPath))
await superviseWorkers(readSettings(process.env), createRelayLog("json"), stop.signal, { pingMs: 500, program })
