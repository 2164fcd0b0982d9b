import { isFirefox } from "./firefox.ts"
import { isBackground } from "./messages.ts"

/**
 * Serves jobs that the extension's own background sends with `askOffscreen`, and ignores all others. Call it once, at
 * the top of the offscreen document's script. Firefox has no such document: there the script is loaded by the
 * background page, before the background's own.
 */
export function serveOffscreen(handle: Handler): void {
  if (isFirefox()) {
    inThisPage().replywrightJobs = handle
    return
  }
  const running = new Map<string, AbortController>()
  chrome.runtime.onMessage.addListener((message: unknown, sender, respond: (answer: Answer) => void) => {
    if (!isForOffscreen(message) || !isBackground(sender)) return false
    if (message.cancel !== undefined) {
      running.get(message.cancel)?.abort()
      return false
    }
    const id = message.id ?? crypto.randomUUID()
    const controller = new AbortController()
    running.set(id, controller)
    ownAnswer(handle, message.job, controller.signal)
      .then(respond)
      .finally(() => running.delete(id))
    return true
  })
}

/**
 * Lets the offscreen document do a job, and creates the document first if it is missing.
 * @throws OffscreenError with the `name`, `code` and `retryable` of the error there; the signal's reason if aborted
 */
export async function askOffscreen(job: unknown, signal: AbortSignal): Promise<unknown> {
  signal.throwIfAborted()
  const id = crypto.randomUUID()
  const aborted = Promise.withResolvers<never>()
  const here = inThisPage().replywrightJobs
  const cancel = () => {
    aborted.reject(signal.reason)
    if (here) return
    // The document may be gone already. In any case, nobody waits for its answer any more.
    chrome.runtime.sendMessage({ target: TARGET, cancel: id }).catch(() => undefined)
  }
  signal.addEventListener("abort", cancel, { once: true })
  try {
    const answer = await Promise.race([
      here ? ownAnswer(here, job, signal) : send({ target: TARGET, id, job }),
      aborted.promise
    ])
    if (answer.ok) return answer.result
    throw new OffscreenError(answer)
  } finally {
    signal.removeEventListener("abort", cancel)
  }
}

/** An error in the offscreen document, with the name it has there. */
export class OffscreenError extends Error {
  readonly code: string
  readonly retryable: boolean
  constructor(failed: Failure, options?: ErrorOptions) {
    super(failed.message, options)
    this.name = failed.name
    this.code = failed.code ?? "offscreen-failed"
    this.retryable = failed.retryable ?? true
  }
}

const TARGET = "offscreen"
const PAGE = "tabs/offscreen.html"

interface Envelope {
  target: typeof TARGET
  id?: string
  job?: unknown
  cancel?: string
}
interface Failure {
  ok: false
  name: string
  message: string
  code?: string
  retryable?: boolean
}
type Answer = { ok: true; result: unknown } | Failure
type Handler = (job: unknown, signal: AbortSignal) => Promise<unknown>

/** Two scripts of the background page share only its global object: each bundle has its own copy of this module. */
function inThisPage(): typeof globalThis & { replywrightJobs?: Handler } {
  return globalThis
}

async function ownAnswer(handle: Handler, job: unknown, signal: AbortSignal): Promise<Answer> {
  try {
    return { ok: true, result: await handle(job, signal) }
  } catch (error) {
    return failure(error)
  }
}

async function send(message: Envelope): Promise<Answer> {
  await ensureDocument()
  const answer = await deliver(message)
  if (answer) return answer
  // A document that has crashed, or that is still loading after a restart of the background, receives nothing, so it is
  // replaced once.
  await closeDocument()
  await ensureDocument()
  const second = await deliver(message)
  if (second) return second
  throw new OffscreenError({
    ok: false,
    name: "OffscreenSilent",
    code: "offscreen-silent",
    message: "The extension's masking page doesn't answer. Reload the extension and try again."
  })
}

async function deliver(message: Envelope): Promise<Answer | undefined> {
  const answer: unknown = await chrome.runtime.sendMessage(message).catch(() => undefined)
  return isAnswer(answer) ? answer : undefined
}

let creating: Promise<void> | undefined

/** Creates one document at a time. Losing the race against another context is no error. */
function ensureDocument(): Promise<void> {
  creating ??= create().finally(() => (creating = undefined))
  return creating
}

async function create(): Promise<void> {
  if (await documentExists()) return
  try {
    await chrome.offscreen.createDocument({
      url: PAGE,
      reasons: [chrome.offscreen.Reason.WORKERS],
      justification: "Replaces personal data in a Worker that can be stopped, before anything leaves the browser."
    })
  } catch (error) {
    if (!(await documentExists())) throw error
  }
}

async function closeDocument(): Promise<void> {
  if (await documentExists()) await chrome.offscreen.closeDocument()
}

async function documentExists(): Promise<boolean> {
  const contexts = await chrome.runtime.getContexts({
    contextTypes: [chrome.runtime.ContextType.OFFSCREEN_DOCUMENT],
    documentUrls: [chrome.runtime.getURL(PAGE)]
  })
  return contexts.length > 0
}

function failure(error: unknown): Failure {
  if (!(error instanceof Error)) return { ok: false, name: "Error", message: String(error) }
  const known: Failure = { ok: false, name: error.name, message: error.message }
  if ("code" in error && typeof error.code === "string") known.code = error.code
  if ("retryable" in error && typeof error.retryable === "boolean") known.retryable = error.retryable
  return known
}

function isForOffscreen(message: unknown): message is Envelope {
  return typeof message === "object" && message !== null && "target" in message && message.target === TARGET
}

function isAnswer(answer: unknown): answer is Answer {
  return typeof answer === "object" && answer !== null && "ok" in answer
}
