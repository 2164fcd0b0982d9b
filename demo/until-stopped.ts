/**
 * Runs `work` until it ends or a signal asks it to stop. The process then ends with the same signal, so that npm and
 * the shell recognise a Ctrl-C and print nothing about it. A second signal ends it at once if it comes at least a
 * second later, because npm passes on the Ctrl-C that the terminal has given to both.
 */
export async function untilStopped(work: (signal: AbortSignal) => Promise<number>): Promise<void> {
  const stop = new AbortController()
  let by: NodeJS.Signals | undefined
  let since = 0
  const onSignal = (name: NodeJS.Signals) => {
    if (by && performance.now() - since < 1000) return
    if (by) process.exit(130)
    by = name
    since = performance.now()
    stop.abort(new Error(`Stopped by ${name}`))
  }
  for (const name of SIGNALS) process.on(name, onSignal)
  let code = 1
  try {
    code = await work(stop.signal)
  } catch (error) {
    if (!by) console.error(error instanceof Error ? error.message : error)
  }
  for (const name of SIGNALS) process.removeListener(name, onSignal)
  process.exitCode = code
  if (by) process.kill(process.pid, by)
}

/** Adds what is called when the work is over. The newest is called first. */
export type AtEnd = (end: () => Promise<void> | void) => void

/**
 * Runs `work` until a signal asks it to stop or it fails, and then ends what it has started, also if one of the ends
 * fails.
 * @param onEnding called before that if anything was started
 */
export async function untilStoppedAndEnded(
  work: (signal: AbortSignal, atEnd: AtEnd) => Promise<void>,
  onEnding: (over: boolean) => void = () => undefined
): Promise<void> {
  await untilStopped(async (signal) => {
    const ends: Parameters<AtEnd>[0][] = []
    try {
      await work(signal, (end) => ends.unshift(end))
      await aborted(signal)
    } finally {
      if (ends.length > 0) onEnding(false)
      for (const end of ends) await Promise.resolve(end()).catch((error: unknown) => console.error(error))
      if (ends.length > 0) onEnding(true)
    }
    return 0
  })
}

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const

/** Resolves when the signal is given. */
export function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) =>
    signal.aborted ? resolve() : signal.addEventListener("abort", () => resolve(), { once: true })
  )
}
