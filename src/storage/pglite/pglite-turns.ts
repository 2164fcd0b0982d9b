import { setImmediate as loopTurns } from "node:timers/promises"
import { END, leavesTransaction, simpleQuery } from "./pglite-wire.ts"

/** Milliseconds that an open transaction may be silent while it keeps all others out. */
const SILENCE = 30_000

/** Who asks: one connection. */
export interface Asker {
  /** Called when it kept a transaction open and said nothing more. */
  putOut(): void
}

/** Takes the pieces of an answer as they come. */
type Answer = (piece: Buffer) => void

/**
 * Many connections on a database that has one session. A turn is all that a client sends before it waits for the
 * answer: no other client's message comes between a statement and its values. Who has begun a transaction is alone
 * until it ends.
 */
export function createTurns(run: (bytes: Uint8Array, answer: Answer) => Promise<void>, fail: (error: unknown) => void) {
  const waiting: { asker: Asker; bytes: Uint8Array; answer: Answer }[] = []
  let owner: Asker | undefined
  let silence: NodeJS.Timeout | undefined
  let running = false

  const next = () => {
    const at = owner === undefined ? 0 : waiting.findIndex(({ asker }) => asker === owner)
    return at < 0 ? undefined : waiting.splice(at, 1)[0]
  }
  const work = async () => {
    if (running) return
    running = true
    for (let turn = next(); turn !== undefined; turn = next()) {
      clearTimeout(silence)
      const { asker, answer } = turn
      let end = Buffer.alloc(0)
      await run(turn.bytes, (piece) => {
        end = Buffer.concat([end, piece.subarray(-END)]).subarray(-END)
        answer(piece)
      })
      owner = leavesTransaction(end) ? asker : undefined
      if (owner) silence = setTimeout(() => owner?.putOut(), SILENCE)
      // However many wait: between two turns the process says that it is alive.
      await loopTurns()
    }
    running = false
  }
  const ask = (asker: Asker, bytes: Uint8Array, answer: Answer) => {
    waiting.push({ asker, bytes, answer })
    work().catch(fail)
  }
  return {
    ask,
    /** Forgets what it still wanted, and takes back its transaction. Where it has none, nothing happens. */
    leave(asker: Asker) {
      for (let at = waiting.length - 1; at >= 0; at--) if (waiting[at]?.asker === asker) waiting.splice(at, 1)
      ask(asker, simpleQuery("rollback"), () => undefined)
    }
  }
}
export type Turns = ReturnType<typeof createTurns>
