import { rmSync } from "node:fs"
import { join } from "node:path"
import { root } from "../demo/root.ts"
import { startProgram, withFolder } from "./child.ts"
import { secondsOf, spread, times, type Row } from "./table.ts"

/** These lines of `npm start` report its progress. Each has the step that is finished when it is printed. */
const steps: [pattern: RegExp, done: string][] = [
  [/^ *[\d.]+ s {2}Relay: /, "relay runs"],
  [/^ *[\d.]+ s {2}Sample knowledge: /, "sample articles imported"],
  [/^ *[\d.]+ s {2}Opening Chromium/, "extension built"],
  [/^ *[\d.]+ s {2}Paired as /, "browser open and paired"],
  [/^ *[\d.]+ s {2}Ready/, "ready (the tour's pictures taken)"]
]

/**
 * Measures the whole `npm start`, headless, with an installed browser: without data and without a build, and again. It
 * writes build/ and tour/.
 */
export async function sampleStart(signal: AbortSignal): Promise<Row[]> {
  const rounds = await times(3, () =>
    withFolder(async (folder) => {
      // At a first start, there is no extension yet.
      rmSync(join(root, "build/made-from"), { force: true })
      const first = await untilReady(join(folder, "data"), signal)
      return { first, warm: await untilReady(join(folder, "data"), signal) }
    })
  )
  return steps.map(([, done], n) => [
    done,
    `first: ${spread(
      rounds.map(({ first }) => first[n] ?? Number.NaN),
      secondsOf
    )}`,
    `warm: ${spread(
      rounds.map(({ warm }) => warm[n] ?? Number.NaN),
      secondsOf
    )}`
  ])
}

/** Returns the milliseconds from the start of the process to each step. */
async function untilReady(data: string, signal: AbortSignal): Promise<number[]> {
  const environment = { REPLYWRIGHT_DATA: data, RELAY_PORT: "0", SAMPLE_PORT: "0", REPLYWRIGHT_HEADLESS: "1" }
  const start = startProgram("demo/start.ts", environment, signal)
  try {
    return await times(steps.length, async (n) => {
      await start.says(steps[n]?.[0] ?? /^/)
      return performance.now() - start.began
    })
  } finally {
    await start.stop()
  }
}
