import type { HelpdeskAdapter, Page } from "../helpdesks/contract/adapter.ts"
import type { AttachmentAnswer, ToPage } from "../protocol/page.ts"
import { toBase64 } from "../text/bytes/base64.ts"
import { readWithin } from "../text/bytes/read-within.ts"
import { ATTACHMENT_MS, attachmentKind, MAX_ATTACHMENT_BYTES, type AttachmentProblem } from "../ticket/attachment.ts"
import { isDescription, withDescribedPictures } from "./described-pictures.ts"

/**
 * Reads one attachment as the agent who is signed in. The ticket is read again first: only what a public message of it
 * has now is read, by the address that the helpdesk gives now. Of a picture it returns what the page says in its place,
 * and asks for nothing. @throws LoggedOut, Unreadable, PageChanged
 */
export async function readAttachment(
  { adapter, page }: { adapter: Pick<HelpdeskAdapter, "readTicket">; page: Page },
  { ticketId, messageId, at, name }: Omit<Extract<ToPage, { kind: "attachment-read" }>, "kind">,
  signal: AbortSignal
): Promise<AttachmentAnswer> {
  const { messages } = withDescribedPictures(await adapter.readTicket(page, ticketId, signal), page.document)
  const message = messages.find(({ id }) => id === messageId)
  const file = message?.attachments?.[at]
  if (!message || file?.name !== name) return problem("gone")
  if (message.visibility !== "public") return problem("internal")
  if (attachmentKind(file) === "picture") {
    const alt = (file.alt ?? altInPage(page, file.url) ?? "").trim()
    return isDescription(alt, name) ? { ok: true, alt } : problem("no-description")
  }
  const url = file.url === undefined ? undefined : URL.parse(file.url, page.url)
  if (url?.origin !== page.url.origin) return problem("elsewhere")
  return fetchFile(page, url, signal)
}

const problem = (code: AttachmentProblem): AttachmentAnswer => ({ ok: true, problem: code })

/**
 * Fetches the file in the agent's session, by GET. A redirect isn't followed: it leads to another host, or to the login
 * page.
 */
async function fetchFile(page: Page, url: URL, signal: AbortSignal): Promise<AttachmentAnswer> {
  const late = AbortSignal.timeout(ATTACHMENT_MS)
  try {
    const response = await page.fetch(url.href, {
      cache: "no-store",
      credentials: "same-origin",
      redirect: "manual",
      signal: AbortSignal.any([signal, late])
    })
    const wrong = problemOf(response)
    if (wrong) {
      await response.body?.cancel()
      return problem(wrong)
    }
    const bytes = await readWithin(response, MAX_ATTACHMENT_BYTES)
    if (!bytes) return problem("too-large")
    const type = response.headers.get("content-type")
    return { ok: true, file: toBase64(bytes), ...(type ? { type } : {}) }
  } catch (error) {
    signal.throwIfAborted()
    if (late.aborted) return problem("timeout")
    // `fetch` says no more than that it failed.
    if (error instanceof TypeError) return problem("unreadable")
    throw error
  }
}

function problemOf({ type, status, ok, headers }: Response): AttachmentProblem | undefined {
  if (type === "opaqueredirect" || (status >= 300 && status < 400)) return "elsewhere"
  if (status === 401) return "logged-out"
  if (status === 403) return "forbidden"
  if (status === 404 || status === 410) return "gone"
  if (!ok) return "unreadable"
  // No kind of file that is read is HTML, but a login page is.
  if (/^text\/html\b/i.test(headers.get("content-type") ?? "")) return "logged-out"
  return Number(headers.get("content-length") ?? 0) > MAX_ATTACHMENT_BYTES ? "too-large" : undefined
}

/** Returns what the page says in place of the picture that it shows from this address, or links to it. */
function altInPage({ document, url }: Page, address: string | undefined): string | undefined {
  const wanted = address === undefined ? undefined : URL.parse(address, url)?.href
  if (wanted === undefined) return undefined
  const shown = [...document.querySelectorAll("img[alt]")].find((picture) =>
    [picture.getAttribute("src"), picture.closest("a")?.getAttribute("href")].some(
      (own) => own && URL.parse(own, url)?.href === wanted
    )
  )
  return shown?.getAttribute("alt") ?? undefined
}
