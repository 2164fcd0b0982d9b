import { join } from "node:path"
import { buildRelay } from "../demo/build-relay.ts"
import { startProgram, withFolder } from "./child.ts"
import { secondsOf, spread, times, type Row } from "./table.ts"

/** Measures the bundled relay's first start without any data, and the next one on the same data, five times each. */
export async function relayStart(signal: AbortSignal): Promise<Row[]> {
  await buildRelay()
  const rounds = await times(5, () =>
    withFolder(async (folder) => {
      const first = await untilHealthy(join(folder, "data"), signal)
      return { first, warm: await untilHealthy(join(folder, "data"), signal) }
    })
  )
  return [
    [
      "first start (empty data folder)",
      spread(
        rounds.map(({ first }) => first),
        secondsOf
      )
    ],
    [
      "warm start (the same folder again)",
      spread(
        rounds.map(({ warm }) => warm),
        secondsOf
      )
    ]
  ]
}

/** Returns the milliseconds from the start of the process to its first healthy answer. The process is stopped then. */
async function untilHealthy(data: string, signal: AbortSignal): Promise<number> {
  const relay = startProgram("src/relay/cli.mjs", { REPLYWRIGHT_DATA: data, RELAY_PORT: "0" }, signal)
  try {
    const [, url] = await relay.says(/^Relay: (http\S+)/)
    const answer = await fetch(`${url}/v1/health`, { signal })
    if (!answer.ok) throw new Error(`/v1/health answered ${answer.status}.`)
    await answer.arrayBuffer()
    return performance.now() - relay.began
  } finally {
    await relay.stop()
  }
}
