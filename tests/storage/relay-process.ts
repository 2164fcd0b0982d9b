import { startRelay } from "../../demo/load-relay.ts"
import { silentLog } from "../../src/runtime/log.ts"
import { pipelineOf, writing } from "../relay/help/pipelines.ts"

/** A relay as a process of its own, to be killed. Prints one line: where it is, and a code. */
const relay = await startRelay(process.env, {
  log: silentLog,
  pipeline: pipelineOf(writing(...Array.from({ length: 20 }, (_, n) => `word ${n} `)))
})
const { url, metricsUrl } = relay
console.log(JSON.stringify({ url, metricsUrl, code: await relay.pair("agent", "Tom") }))
