import { orAborted } from "../ticket/jobs/or-aborted.ts"
import { charactersOf, charactersReadBy } from "./job-size.ts"
import type { MaskJob, MaskResult } from "./jobs.ts"

export interface MaskHost {
  /**
   * Masks in the worker, one job at a time. A job that took too long is tried once more in a fresh worker with more
   * time, because the machine may have been busy.
   * @throws MaskTimeout past the deadline of the second try (the worker is stopped each time), TextTooLong, MaskFailed,
   * or the signal's reason when aborted
   */
  run<J extends MaskJob>(job: J, signal: AbortSignal): Promise<MaskResult<J>>
}

/** @param warm starts the worker at once, and a fresh one right after one was stopped */
export function createMaskHost({ spawn, warm = true }: { spawn: () => Worker; warm?: boolean }): MaskHost {
  let worker: LiveWorker | undefined = warm ? start(spawn) : undefined
  let lane: Promise<unknown> = Promise.resolve()
  let lastId = 0

  /** Holds the lane until the worker has answered or was stopped, even when the caller has stopped waiting. */
  async function execute(job: MaskJob, signal: AbortSignal): Promise<unknown> {
    const deadline = deadlineFor(charactersReadBy(job))
    try {
      return await once(job, deadline)
    } catch (error) {
      if (!(error instanceof MaskTimeout) || signal.aborted) throw error
      return once(job, Math.max(deadline * MORE, MIN_SECOND_MS))
    }
  }

  async function once(job: MaskJob, deadline: number): Promise<unknown> {
    worker ??= start(spawn)
    try {
      return await ask(worker, ++lastId, job, deadline)
    } catch (error) {
      if (error instanceof MaskFailed && error.workerLives) throw error
      worker.worker.terminate()
      worker = warm ? start(spawn) : undefined
      throw error
    }
  }

  return {
    async run<J extends MaskJob>(job: J, signal: AbortSignal) {
      signal.throwIfAborted()
      const characters = charactersOf(job)
      if (characters > MOST_CHARACTERS) throw new TextTooLong(characters)
      const turn = lane.then(() => {
        signal.throwIfAborted()
        return execute(job, signal)
      })
      lane = turn.catch(() => undefined)
      // The worker is our own script and answers a job with the matching result (see jobs.ts).
      return (await orAborted(turn, signal)) as MaskResult<J>
    }
  }
}

/** The most characters of one job, whether it is a ticket or a text. */
export const MOST_CHARACTERS = 100_000

/**
 * Returns the milliseconds that a text of this many characters may take on the first try: some twenty times as long as
 * on an idle machine. A second try gets {@link MORE} times as much, and never less than {@link MIN_SECOND_MS}.
 */
export function deadlineFor(characters: number): number {
  return 1000 + (30 * characters) / 1000
}

const MORE = 4
/**
 * The second try is the first job of its worker, in which the patterns of the ticket's language aren't compiled yet. A
 * busy machine takes seconds for that.
 */
const MIN_SECOND_MS = 10_000

/** Masking took too long and was stopped. Nothing left the browser. */
export class MaskTimeout extends Error {
  override name = "MaskTimeout"
  readonly code = "mask-timeout"
  readonly retryable = true
  constructor() {
    super(
      "Replacing personal data took too long and was stopped. Nothing was sent. Try again; if it happens again, write this reply yourself."
    )
  }
}

/** The text is longer than one job may be. Nothing left the browser. */
export class TextTooLong extends Error {
  override name = "TooLong"
  readonly code = "too-long"
  readonly retryable = false
  readonly characters: number
  constructor(characters: number) {
    super(
      `This ticket holds ${characters} characters; personal data is replaced in at most ${MOST_CHARACTERS}. Nothing was sent. Write this reply yourself, or split the ticket and open the new one.`
    )
    this.characters = characters
  }
}

/** The worker failed. Nothing left the browser. */
export class MaskFailed extends Error {
  override name = "MaskFailed"
  readonly code = "mask-failed"
  readonly retryable = true
  /** The worker reported that this job failed, and it can take the next one. */
  readonly workerLives: boolean
  constructor(what: string, workerLives: boolean) {
    super(
      `Personal data couldn't be replaced (${what}). Nothing was sent. Try again; if it happens again, reload the extension.`
    )
    this.workerLives = workerLives
  }
}

/** The milliseconds that a worker's script may take to load before the deadline of its first job begins. */
const START_MS = 20_000

interface LiveWorker {
  worker: Worker
  ready: Promise<void>
}

function start(spawn: () => Worker): LiveWorker {
  const worker = spawn()
  const ready = new Promise<void>((resolve, reject) => {
    const listening = new AbortController()
    const settle = (then: () => void) => {
      clearTimeout(timer)
      listening.abort()
      then()
    }
    const timer = setTimeout(() => settle(() => reject(new MaskTimeout())), START_MS)
    worker.addEventListener("message", ({ data }: MessageEvent<Answer>) => data.ready && settle(resolve), listening)
    worker.addEventListener(
      "error",
      () => settle(() => reject(new MaskFailed("the worker didn't start", false))),
      listening
    )
  })
  // The job that needs the worker gets this error. A warm worker may fail while no job is waiting.
  ready.catch(() => undefined)
  return { worker, ready }
}

interface Answer {
  ready?: true
  id?: number
  result?: unknown
  error?: string
}

async function ask({ worker, ready }: LiveWorker, id: number, job: MaskJob, deadline: number): Promise<unknown> {
  await ready
  const listening = new AbortController()
  let timer: ReturnType<typeof setTimeout> | undefined
  try {
    return await new Promise<unknown>((resolve, reject) => {
      timer = setTimeout(() => reject(new MaskTimeout()), deadline)
      worker.addEventListener(
        "message",
        ({ data }: MessageEvent<Answer>) => {
          if (data.id !== id) return
          if (data.error === undefined) resolve(data.result)
          else reject(new MaskFailed(data.error, true))
        },
        listening
      )
      worker.addEventListener("error", () => reject(new MaskFailed("the worker stopped", false)), listening)
      worker.addEventListener(
        "messageerror",
        () => reject(new MaskFailed("its answer couldn't be read", false)),
        listening
      )
      worker.postMessage({ id, job })
    })
  } finally {
    clearTimeout(timer)
    listening.abort()
  }
}
