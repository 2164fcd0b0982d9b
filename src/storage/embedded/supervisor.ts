import type { ChildProcess } from "node:child_process"
import { createInterface } from "node:readline"
import { setTimeout as wait } from "node:timers/promises"
import { StartError } from "../../runtime/problem.ts"
import type { Log } from "../../runtime/log.ts"

export interface Supervised {
  pid(): number | undefined
  stop(): Promise<void>
}

/**
 * Starts the server and keeps it running: when it dies it is started again, at once and then with growing pauses.
 * Resolves when the first one takes connections. It stops when `stop` is called, and at the latest with our own
 * process.
 * @throws StartError "database-start" when the first start fails.
 */
export async function supervise(spawn: () => ChildProcess, log: Log, signal: AbortSignal): Promise<Supervised> {
  let stopping = false
  let child = await firstStart(spawn, signal)
  let pause: NodeJS.Timeout | undefined
  const killNow = () => child.kill("SIGINT")
  process.once("exit", killNow)

  const watch = (running: ChildProcess) =>
    onExit(running, (code) => {
      if (stopping) return
      log.warn("database-died", { code })
      again(0)
    })
  const again = (attempt: number) => {
    pause = setTimeout(
      async () => {
        try {
          const next = spawn()
          child = next
          await untilReady(next, never)
          log.info("database-back", { attempt })
          watch(next)
        } catch (error) {
          if (stopping) return
          log.error("database-restart-failed", error, { attempt })
          again(attempt + 1)
        }
      },
      Math.min(10_000, attempt * 250)
    )
  }
  watch(child)

  return {
    pid: () => child.pid,
    async stop() {
      stopping = true
      clearTimeout(pause)
      process.removeListener("exit", killNow)
      await end(child)
    }
  }
}

/** After a kill -9 the last processes of the former server may need a moment to see that they are alone. */
async function firstStart(spawn: () => ChildProcess, signal: AbortSignal): Promise<ChildProcess> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await untilReady(spawn(), signal)
    } catch (error) {
      const inUse = error instanceof Error && error.message.includes("shared memory block")
      if (!inUse || attempt === 50) throw error
      await wait(200, undefined, { signal })
    }
  }
}

const never = new AbortController().signal
const READY = "database system is ready to accept connections"

/** Resolves with the process once it takes connections; if it ends before, rejects with its last complaint. */
function untilReady(child: ChildProcess, signal: AbortSignal): Promise<ChildProcess> {
  return new Promise((resolve, reject) => {
    let complaint = "no reason given"
    const giveUp = () => child.kill("SIGQUIT")
    if (signal.aborted) giveUp()
    else signal.addEventListener("abort", giveUp, { once: true })
    if (child.stderr) {
      createInterface({ input: child.stderr }).on("line", (line) => {
        if (line.includes(READY)) settle(() => resolve(child))
        else if (/\b(FATAL|PANIC)\b/.test(line)) complaint = line.replace(/^.*?\b(FATAL|PANIC):\s*/, "")
      })
    }
    const fail = (why: string, cause?: unknown) =>
      settle(() =>
        reject(
          new StartError(
            "database-start",
            `The embedded database does not start (${why}): mend that, or set DATABASE_URL to a PostgreSQL 15 or newer.`,
            { cause }
          )
        )
      )
    const settle = (done: () => void) => {
      signal.removeEventListener("abort", giveUp)
      done()
    }
    child.once("error", (error) => fail(error.message, error))
    onExit(child, () => fail(complaint))
  })
}

/** Fast shutdown; after ten seconds the hard one, which loses nothing but needs recovery at the next start. */
async function end(child: ChildProcess): Promise<void> {
  const exited = new Promise<void>((resolve) => onExit(child, () => resolve()))
  child.kill("SIGINT")
  const hard = setTimeout(() => child.kill("SIGQUIT"), 10_000)
  await exited
  clearTimeout(hard)
}

function onExit(child: ChildProcess, then: (code: number | null) => void): void {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) then(child.exitCode)
  else child.once("exit", then)
}
