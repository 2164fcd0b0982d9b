import { NoEditor, NotPublic, PageChanged, type HelpdeskAdapter, type Page } from "../contract/adapter.ts"
import { entriesOf, idOf, readPage, visibilityOf } from "./entries.ts"
import { readTicket } from "./read-ticket.ts"
import { ost } from "./selectors.ts"

/** osTicket 1.17. It has no API for a session, so a ticket is read from its own page in the staff panel. */
export const osticket: HelpdeskAdapter = {
  id: "osticket",
  changes: { childList: true, subtree: true },
  matches: ({ document, url }) => /\/scp\/[^/]*$/.test(url.pathname) && document.querySelector(ost.signedIn) !== null,

  openTicket(page) {
    const ticketId = openId(page)
    return ticketId ? { ticketId, thread: String(entriesOf(page.document).length) } : undefined
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
    const outside = (form: HTMLElement) => !form.closest(ost.entry)
    const [form, another] = [...document.querySelectorAll<HTMLElement>(ost.reply)].filter(outside)
    if (!form) throw new NoEditor()
    const id = form.querySelector<HTMLInputElement>(ost.id)?.value
    if (!id) throw new PageChanged("ticket number")
    if (id !== ticketId) throw new NoEditor()
    const action = form.querySelector<HTMLInputElement>(ost.action)
    if (!action) throw new PageChanged("choice between reply and note")
    const note = document.querySelector<HTMLElement>(ost.note)
    if (another || action.value !== "reply" || (isHidden(form) && note && !isHidden(note))) throw new NotPublic()
    if (isHidden(form)) throw new NoEditor()
    const plain = form.querySelector<HTMLTextAreaElement>(ost.text)
    if (!plain) throw new PageChanged("editor")
    if (!plain.classList.contains("richtext")) return plain
    const [rich, second] = form.querySelectorAll<HTMLElement>(ost.rich)
    // Redactor is still loading, or shows its source.
    if (!rich || second) throw new NoEditor()
    return rich
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
  const shown = /[?&]id=(\d+)/.exec(document.querySelector(ost.self)?.getAttribute("href") ?? "")?.[1]
  return shown === url.searchParams.get("id") ? shown : undefined
}

/** The tabs of the two forms hide them by a class at first and by a style afterwards. */
function isHidden(form: HTMLElement): boolean {
  const hidden = (element: HTMLElement) => element.style.display === "none"
  return hidden(form) || (form.classList.contains("hidden") && form.style.display === "")
}
