import { NoEditor, NotPublic, PageChanged, type HelpdeskAdapter, type Page } from "../contract/adapter.ts"
import { ownElements } from "../contract/own-nodes.ts"
import { testEditor, testParts } from "../contract/self-test.ts"
import { readTicket } from "./read-ticket.ts"
import { TICKET_PAGE } from "./recognise.ts"
import { rt } from "./selectors.ts"
import type { EarlierTicket } from "../../ticket/earlier-ticket.ts"
import { idOf, listOf, textOf } from "../contract/foreign-json.ts"
import { newestEarlier } from "../contract/newest-earlier.ts"
import { personFields } from "./people.ts"
import { readRows, webPath, newestPublic } from "./rest.ts"

/**
 * Request Tracker 5 and 6. It is read by REST2 in the agent's session. The page only shows which ticket is open, and
 * has the editor.
 */
export const requestTracker: HelpdeskAdapter = {
  id: "request-tracker",
  changes: { childList: true, subtree: true },
  matches: ({ document }) => document.querySelector(rt.product) !== null,

  openTicket(page) {
    const ticketId = openId(page)
    return ticketId ? { ticketId } : undefined
  },

  readTicket,
  newestPublic,
  earlierTickets,

  findReplyEditor(page, ticketId) {
    const [form, another] = formsIn(page.document).filter((one) => numberOf(one) === ticketId)
    if (!form) throw new NoEditor()
    const [type] = ownElements<HTMLSelectElement>(form, rt.updateType, rt.message)
    if (!type) throw new PageChanged("public marker")
    if (another || type.value !== "response") throw new NotPublic()
    const [plain] = ownElements<HTMLTextAreaElement>(form, rt.content, rt.message)
    if (!plain) throw new PageChanged("reply editor")
    if (!plain.classList.contains("richtext")) return plain
    const [rich] = plain.nextElementSibling ? ownElements(plain.nextElementSibling, rt.ckeditor5, rt.message) : []
    if (rich) return rich
    const [frame] = ownElements<HTMLIFrameElement>(form, rt.frame, rt.message)
    // CKEditor is still loading, or shows its source.
    if (!frame) throw new NoEditor()
    const body = frame.contentDocument?.body
    if (!body) throw new PageChanged("reply editor")
    return body
  },

  selfTest(page) {
    const { document } = page
    const ticketId = openId(page)
    const forms = formsIn(document)
    return [
      ...testParts([
        [
          "ticket number",
          () => {
            const isTicket = document.querySelector(rt.ticketPage) !== null && TICKET_PAGE.test(page.url.pathname)
            if (isTicket && ticketId === undefined) throw new PageChanged("ticket number")
            return ticketId && forms.map(numberOf)
          }
        ],
        [
          "messages",
          () => {
            const known = document.querySelector(rt.message)
            if (!known && document.querySelector(rt.history)) throw new PageChanged("messages")
            return known
          }
        ]
      ]),
      ...testEditor(
        () => requestTracker.findReplyEditor(page, ticketId ?? ""),
        () =>
          forms.some((form) =>
            ["response", "private"].includes(
              ownElements<HTMLSelectElement>(form, rt.updateType, rt.message)[0]?.value ?? ""
            )
          )
      )
    ]
  },

  productVersion: ({ document }) =>
    /\bRT (?:Version )?(\d+\.\d+\.\d+)/.exec(document.querySelector(rt.credits)?.textContent ?? "")?.[1],

  // Lists on a ticket's page hold other tickets of its customer. Of the list that it was opened from, only the next
  // ticket is shown.
  listTickets({ document }) {
    if (document.querySelector(rt.ticketPage)) {
      const next = idIn(document.querySelector(rt.next)?.getAttribute("href"))
      return next ? [next] : []
    }
    const rows = [...document.querySelectorAll<HTMLElement>(rt.listed)].filter((row) => !row.closest(rt.rolledUp))
    return [...new Set(rows.flatMap((row) => row.dataset["recordId"] ?? []))]
  },

  // Numbers of transactions are unique over all tickets.
  messageElement: ({ document }, _ticketId, { id }) =>
    [...document.querySelectorAll<HTMLElement>(rt.message)].find((message) => message.dataset["transactionId"] === id)
}

/**
 * The id isn't read from the address, which keeps Login.html after sign-in and separates parameters by ";" elsewhere.
 */
function openId({ document, url }: Page): string | undefined {
  const isTicket = document.querySelector(rt.ticketPage) !== null || TICKET_PAGE.test(url.pathname)
  if (!isTicket) return undefined
  const link = document.querySelector(rt.display)?.getAttribute("href")
  if (link) return idIn(new URL(link, url).search)
  const [written] = formsIn(document).map(writtenNumber)
  if (written) return written
  return TICKET_PAGE.test(url.pathname) ? idIn(url.search) : undefined
}

/** Returns the forms of reply and comment, without what a message or a quote of one may hold. */
const formsIn = (document: Document): HTMLElement[] => ownElements(document, rt.update, rt.message)

/** @throws PageChanged */
function numberOf(form: HTMLElement): string {
  const id = writtenNumber(form)
  if (!id) throw new PageChanged("ticket number")
  return id
}

const writtenNumber = (form: HTMLElement): string | undefined =>
  ownElements<HTMLInputElement>(form, rt.updateId, rt.message)[0]?.value

function idIn(address: string | null | undefined): string | undefined {
  return /[?&;]id=(\d+)/.exec(address ?? "")?.[1]
}

/**
 * Searches the requester's tickets by REST2, in TicketSQL as RT's query builder writes it (`Requestor.EmailAddress`).
 * A requester without an address has none.
 */
async function earlierTickets(
  page: Page,
  ticketId: string,
  since: string,
  signal: AbortSignal
): Promise<EarlierTicket[]> {
  const [ticket] = await readRows(
    page,
    "/tickets",
    { query: `id=${ticketId}`, fields: "Requestor", ...personFields("Requestor") },
    signal
  )
  const [requester] = listOf(ticket?.["Requestor"] ?? [], "requester")
  const email = requester?.["EmailAddress"]
  // What would need to be escaped in TicketSQL is no usual address, and isn't asked for.
  if (typeof email !== "string" || !/^[\w.+@-]+$/.test(email)) return []
  const query = `Requestor.EmailAddress = '${email}' AND id < ${ticketId} AND Created >= '${since.slice(0, 10)}'`
  const rows = await readRows(
    page,
    "/tickets",
    { query, fields: "Created", orderby: "id", order: "DESC", per_page: "3" },
    signal
  )
  const opened = rows.map((row) => ({ ticketId: idOf(row["id"], "ticket number"), at: textOf(row["Created"], "time") }))
  return newestEarlier(
    opened,
    { ticketId, since },
    (id) => new URL(`${webPath(page)}/Ticket/Display.html?id=${id}`, page.url).href
  )
}
