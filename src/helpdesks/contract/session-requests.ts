import { LoggedOut, PageChanged, Unreadable, type Page } from "./adapter.ts"

/** The longest `Retry-After` that is waited for, in seconds, because the agent is looking at the ticket. */
const MAX_WAIT = 5

/**
 * Reads JSON of the page's own origin in the agent's session. It never reads from a cache and never writes. A request
 * that the helpdesk asks to slow down is sent once more when the wait is short.
 * @param session headers by which the helpdesk's own page authenticates where its cookie isn't enough. They stay with
 * the page's origin, because such a request follows no redirect.
 * @throws LoggedOut, Unreadable, PageChanged
 */
export async function readJson(
  page: Page,
  path: string,
  signal: AbortSignal,
  session?: Record<string, string>
): Promise<unknown> {
  const body = await read(page, path, "application/json", signal, session)
  try {
    return JSON.parse(body)
  } catch (cause) {
    throw new PageChanged("answer", { cause })
  }
}

/**
 * Does the same as `readJson` for a page or a feed, parsed in a document without scripts, network or frames. It detects
 * a login page that comes in place of a feed. In place of a page only the adapter can detect it.
 * @throws LoggedOut, Unreadable, PageChanged
 */
export async function readDocument(
  page: Page,
  path: string,
  type: "text/html" | "application/atom+xml",
  signal: AbortSignal
): Promise<Document> {
  const body = await read(page, path, type, signal)
  const Parser = page.document.defaultView?.DOMParser ?? DOMParser
  const parsed = new Parser().parseFromString(body, type === "text/html" ? type : "application/xml")
  if (parsed.querySelector("parsererror")) throw new PageChanged("answer")
  return parsed
}

/**
 * Returns undefined for what doesn't exist or isn't shown to this agent. @throws what `reading` throws, except for a
 * refusal
 */
export async function ifAllowed<T>(reading: Promise<T>): Promise<T | undefined> {
  try {
    return await reading
  } catch (error) {
    if (error instanceof Unreadable && !error.retryable) return undefined
    throw error
  }
}

async function read(
  page: Page,
  path: string,
  type: string,
  signal: AbortSignal,
  session?: Record<string, string>
): Promise<string> {
  let response = await ask(page, path, type, signal, session)
  if (response.status === 429) {
    const seconds = secondsOf(response.headers.get("retry-after"))
    if (seconds === undefined || seconds > MAX_WAIT) throw new Unreadable("rate-limit", { retryAfter: seconds })
    await pause(seconds * 1000, signal)
    response = await ask(page, path, type, signal, session)
  }
  return bodyOf(response, type)
}

/** @throws the signal's reason when it is aborted first */
export function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(signal.reason)
    const stop = () => {
      clearTimeout(timer)
      reject(signal.reason)
    }
    const timer = setTimeout(() => {
      signal.removeEventListener("abort", stop)
      resolve()
    }, ms)
    signal.addEventListener("abort", stop, { once: true })
  })
}

function ask(
  page: Page,
  path: string,
  type: string,
  signal: AbortSignal,
  session?: Record<string, string>
): Promise<Response> {
  // An agent who is signed out is redirected to a login page, which some helpdesks refuse to show as a feed. Without
  // this the page couldn't be distinguished from a broken feed.
  const accept = type === "application/atom+xml" ? `${type}, text/html;q=0.1` : type
  return page.fetch(new URL(path, page.url).href, {
    cache: "no-store",
    credentials: "same-origin",
    headers: { ...session, accept },
    redirect: session ? "error" : "follow",
    signal
  })
}

async function bodyOf(response: Response, wanted: string): Promise<string> {
  const { status } = response
  if (status === 401) throw new LoggedOut("the helpdesk's session has ended")
  if (status === 403) throw new Unreadable("forbidden")
  if (status === 404) throw new Unreadable("not-found")
  if (status === 429) throw new Unreadable("rate-limit", { retryAfter: secondsOf(response.headers.get("retry-after")) })
  if (status >= 500) throw new Unreadable("server")
  const type = response.headers.get("content-type") ?? ""
  // A login page comes with status 200 after a redirect, so only its type shows what it is.
  if (response.ok && wanted !== "text/html" && /^text\/html\b/i.test(type))
    throw new LoggedOut("the helpdesk answered with its login page")
  const known = wanted === "application/json" ? /\bjson\b/i.test(type) : type.startsWith(wanted)
  if (!response.ok || !known) throw new PageChanged("answer")
  return response.text()
}

function secondsOf(header: string | null): number | undefined {
  const seconds = Number.parseInt(header ?? "", 10)
  return seconds >= 0 ? seconds : undefined
}
