import { NoEditor, NotPublic, PageChanged, type HelpdeskAdapter, type Page } from "../contract/adapter.ts"
import { ownElements, own, lineOf, part } from "../contract/own-nodes.ts"
import { testEditor, testParts } from "../contract/self-test.ts"
import { isoTime } from "../contract/shown-time.ts"
import { entriesOf, idOf, outerEntries, outsideInternal, readPage, visibilityOf } from "./entries.ts"
import { readTicket } from "./read-ticket.ts"
import { ost } from "./selectors.ts"

/** osTicket 1.17. It has no API for a session, so a ticket is read from its own page in the staff panel. */
export const osticket: HelpdeskAdapter = {
  id: "osticket",
  changes: { childList: true, subtree: true },
  matches: ({ document, url }) => /\/scp\/[^/]*$/.test(url.pathname) && document.querySelector(ost.signedIn) !== null,

  openTicket(page) {
    const ticketId = openId(page)
    return ticketId ? { ticketId, thread: String(outerEntries(page.document).length) } : undefined
  },

  readTicket,

  async newestPublic(page, ticketId, signal) {
    const entries = entriesOf(await readPage(page, ticketId, signal))
    const newest = (visibility: string) => entries.findLast((entry) => visibilityOf(entry) === visibility)
    const [version, note] = [newest("public"), newest("internal")]
    return { version: version ? idOf(version) : "", ...(note ? { note: idOf(note) } : {}) }
  },

  findReplyEditor(page, ticketId) {
    const { document } = page
    if (openId(page) !== ticketId) throw new NoEditor()
    const all = <Of extends HTMLElement>(root: ParentNode, what: string) => ownElements<Of>(root, what, ost.written)
    const [form, another] = all(document, ost.reply)
    if (!form) throw new NoEditor()
    const [number] = all<HTMLInputElement>(form, ost.id)
    const id = number?.value
    if (!id) throw new PageChanged("ticket number")
    if (id !== ticketId) throw new NoEditor()
    const [action] = all<HTMLInputElement>(form, ost.action)
    if (!action) throw new PageChanged("public marker")
    const [note] = all(document, ost.note)
    if (another || action.value !== "reply" || (isHidden(form) && note && !isHidden(note))) throw new NotPublic()
    if (isHidden(form)) throw new NoEditor()
    const [plain] = all<HTMLTextAreaElement>(form, ost.text)
    if (!plain) throw new PageChanged("reply editor")
    if (!plain.classList.contains("richtext")) return plain
    const [rich, second] = all(form, ost.rich)
    // Redactor is still loading, or shows its source.
    if (!rich || second) throw new NoEditor()
    return rich
  },

  selfTest(page) {
    const { document } = page
    const ticketId = openId(page)
    const self = document.querySelector(ost.self)
    const thread = document.querySelector(ost.thread)
    // In the place of a ticket that isn't there, osTicket shows a list, which has neither.
    const isTicket = self !== null || thread !== null
    const inEach = (look: (entry: HTMLElement) => unknown) => thread && outerEntries(document).map(look)
    return [
      ...testParts([
        ["ticket number", () => isTicket && part(document, ost.self, "ticket number")],
        ["messages", () => isTicket && part(document, ost.thread, "messages")],
        ["subject", () => isTicket && outsideInternal(document)(part(document, ost.subject, "subject"), "subject")],
        ["requester", () => isTicket && part(document, ost.requester, "requester")],
        ["message id", () => inEach(idOf)],
        ["message text", () => inEach((entry) => part(entry, ost.content, "message text"))],
        ["author", () => inEach((entry) => part(entry, ost.author, "author"))],
        ["time", () => inEach((entry) => isoTime(part(entry, ost.time, "time").getAttribute("datetime") ?? ""))]
      ]),
      ...testEditor(() => osticket.findReplyEditor(page, ticketId ?? ""))
    ]
  },

  messageElement: (page, ticketId, { id }) =>
    openId(page) === ticketId ? entriesOf(page.document).find((entry) => idOf(entry) === id) : undefined
}

/**
 * Returns the number of the ticket that address and page agree on. A step within the staff panel changes the address
 * first and draws the ticket afterwards.
 */
function openId({ document, url }: Page): string | undefined {
  if (!document.querySelector(ost.thread)) return undefined
  const [self] = ownElements(document, ost.self, ost.written)
  const shown = /[?&]id=(\d+)/.exec(self?.getAttribute("href") ?? "")?.[1]
  const [id, number] = [url.searchParams.get("id"), url.searchParams.get("number")]
  const isShown = id === null && number ? endsInNumber(lineOf(self), number) : shown === id
  return isShown ? shown : undefined
}

/** Links of mails and searches name a ticket by its number, which the bar has behind a translated word. */
const endsInNumber = (line: string, number: string) =>
  line.endsWith(number) && !/[\p{L}\p{N}-]$/u.test(line.slice(0, -number.length))

/** The tabs of the two forms hide them by a class at first and by a style afterwards. */
function isHidden(form: HTMLElement): boolean {
  const { display } = own(form, "style")
  return display === "none" || (own(form, "classList").contains("hidden") && display === "")
}
