import { LoggedOut, PageChanged, Unreadable, type Page } from "./adapter.ts"

/** Longest `Retry-After` that is waited for, in seconds: an agent who looks at the ticket waits no longer. */
const LONGEST_WAIT = 5

/**
 * Reads JSON of the page's own origin in the agent's session, never from a cache and never writing. A request that is told to
 * slow down is asked once more when the wait is short.
 * @throws LoggedOut, Unreadable, PageChanged
 */
export async function readJson(page: Page, path: string, signal: AbortSignal): Promise<unknown> {
  let response = await ask(page, path, signal)
  if (response.status === 429) {
    const seconds = secondsOf(response.headers.get("retry-after"))
    if (seconds === undefined || seconds > LONGEST_WAIT) throw new Unreadable("rate-limit", { retryAfter: seconds })
    await pause(seconds * 1000, signal)
    response = await ask(page, path, signal)
  }
  return jsonOf(response)
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

function ask(page: Page, path: string, signal: AbortSignal): Promise<Response> {
  return page.fetch(new URL(path, page.url).href, { cache: "no-store", credentials: "same-origin", headers: { accept: "application/json" }, signal })
}

async function jsonOf(response: Response): Promise<unknown> {
  const { status } = response
  if (status === 401) throw new LoggedOut("the helpdesk's session has ended")
  if (status === 403) throw new Unreadable("forbidden")
  if (status === 404) throw new Unreadable("not-found")
  if (status === 429) throw new Unreadable("rate-limit", { retryAfter: secondsOf(response.headers.get("retry-after")) })
  if (status >= 500) throw new Unreadable("server")
  const type = response.headers.get("content-type") ?? ""
  // A login page comes with status 200, after a redirect: only its type gives it away.
  if (response.ok && /^text\/html\b/i.test(type)) throw new LoggedOut("the helpdesk answered with its login page")
  if (!response.ok || !/\bjson\b/i.test(type)) throw new PageChanged("answer")
  const body = await response.text()
  try {
    return JSON.parse(body)
  } catch (cause) {
    throw new PageChanged("answer", { cause })
  }
}

function secondsOf(header: string | null): number | undefined {
  const seconds = Number.parseInt(header ?? "", 10)
  return seconds >= 0 ? seconds : undefined
}
