import type { Message, Person } from "../../ticket/ticket.ts"
import { PageChanged } from "../contract/adapter.ts"
import { idOf, isRecord, optional, type ForeignRecord } from "../contract/foreign-json.ts"
import { textOfHtml } from "../contract/html-text.ts"
import { isoTime } from "../contract/shown-time.ts"

/** A conversation's messages, with the person whose words are the customer's. */
export interface FrontThread {
  messages: Message[]
  customer: Person
  /** Everyone else who wrote. */
  people: Person[]
  /** The customer's newest message as it was answered. */
  newest: ForeignRecord | undefined
}

/** Messages that never went to a customer: talk within the team, and calls, of which nothing written is left. */
const NOT_WRITTEN = ["internal", "call", "phone-call"]

/**
 * Reads messages as Front's API gives them, oldest first. A draft is no message yet. @throws PageChanged when a message
 * doesn't say whether it came in or went out
 */
export function threadOf(rows: readonly ForeignRecord[], document: Document): FrontThread {
  const sent = rows.filter((row) => row["is_draft"] !== true && !row["draft_mode"])
  const customer = customerOf(sent)
  const messages = sent.map((row): Message => {
    const isTheirs = isFromOutside(row)
    const isPublic = isTheirs ? isBy(row, customer) : reached(row, customer)
    return {
      id: idOf(row["id"], "message id"),
      author: authorOf(row),
      role: isTheirs ? "customer" : "agent",
      visibility: isPublic && !NOT_WRITTEN.includes(String(row["type"])) ? "public" : "internal",
      at: timeOf(row),
      text: textOf(row, document),
      ...attachmentsOf(row)
    }
  })
  const theirs = sent.filter((row) => isFromOutside(row) && isBy(row, customer))
  const name = theirs.map((row) => partyOf(row, "from")?.name ?? "").find((one) => one !== "")
  return {
    messages,
    customer: { ...optional("name", name), ...(customer?.includes("@") ? { email: customer } : {}) },
    people: othersOf(sent, customer),
    newest: theirs.at(-1)
  }
}

/**
 * Returns the address of whoever wrote first from outside, or whom the team wrote to first. What others wrote, such as
 * a supplier, stays internal.
 */
function customerOf(rows: readonly ForeignRecord[]): string | undefined {
  const first = rows.find(isFromOutside)
  const [began] = rows
  return first ? partyOf(first, "from")?.handle : began && partyOf(began, "to")?.handle
}

/** A colleague who writes to a shared inbox is an author. */
const isFromOutside = (row: ForeignRecord): boolean => isInbound(row) && !isRecord(row["author"])

const isBy = (row: ForeignRecord, customer: string | undefined): boolean =>
  customer !== undefined && partyOf(row, "from")?.handle === customer

/** Whether a message that went out was delivered to the customer. */
const reached = (row: ForeignRecord, customer: string | undefined): boolean =>
  !isInbound(row) &&
  !row["error_type"] &&
  customer !== undefined &&
  partiesOf(row).some(({ role, handle }) => ["to", "cc", "bcc"].includes(role) && handle === customer)

/** @throws PageChanged */
function isInbound({ is_inbound: inbound }: ForeignRecord): boolean {
  if (typeof inbound !== "boolean") throw new PageChanged("role of the author")
  return inbound
}

interface Party {
  role: string
  /** An address, a telephone number or a name of a network, in small letters. */
  handle: string
  name: string
}

function partiesOf({ recipients }: ForeignRecord): Party[] {
  const words = (value: unknown) => (typeof value === "string" ? value.trim() : "")
  const listed: unknown[] = Array.isArray(recipients) ? recipients : []
  return listed
    .filter(isRecord)
    .map(({ role, handle, name }) => ({ role: words(role), handle: words(handle).toLowerCase(), name: words(name) }))
    .filter(({ handle }) => handle !== "")
}

const partyOf = (row: ForeignRecord, role: string): Party | undefined => partiesOf(row).find((one) => one.role === role)

function authorOf(row: ForeignRecord): string {
  const { author } = row
  const from = partyOf(row, "from")
  if (!isRecord(author)) return from?.name || from?.handle || ""
  const named = [author["first_name"], author["last_name"]].filter((part) => typeof part === "string" && part !== "")
  return named.join(" ") || String(author["username"] ?? author["email"] ?? "")
}

function othersOf(rows: readonly ForeignRecord[], customer: string | undefined): Person[] {
  const people = new Map<string, Person>()
  for (const row of rows) {
    const author = isRecord(row["author"]) ? authorOf(row) : ""
    if (author !== "") people.set(author, { name: author })
    for (const { handle, name } of partiesOf(row)) {
      if (handle === customer) continue
      const person = { ...optional("name", name), ...(handle.includes("@") ? { email: handle } : {}) }
      if (Object.keys(person).length > 0) people.set(handle, { ...people.get(handle), ...person })
    }
  }
  return [...people.values()]
}

/** @throws PageChanged */
function timeOf({ created_at: seconds }: ForeignRecord): string {
  if (typeof seconds !== "number") throw new PageChanged("time")
  return isoTime(Math.round(seconds) * 1000)
}

/** The body of a mail is HTML, and that of a text message is plain. @throws PageChanged */
function textOf({ body, text }: ForeignRecord, document: Document): string {
  if (typeof body !== "string" && typeof text !== "string") throw new PageChanged("message text")
  const whole = typeof body === "string" && body.trim() !== "" ? body : String(text ?? "")
  return /<[a-z!][^>]*>/i.test(whole) ? textOfHtml(whole, document, "drop") : whole.replace(/\r\n?/g, "\n").trim()
}

/** They are listed only: Front gives a file to its token alone. */
function attachmentsOf({ attachments }: ForeignRecord): Pick<Message, "attachments"> {
  const listed: unknown[] = Array.isArray(attachments) ? attachments : []
  const files = listed
    .filter(isRecord)
    .flatMap(({ filename, content_type: type, size }) =>
      typeof filename === "string" && filename !== ""
        ? [{ name: filename, ...optional("type", type), ...(typeof size === "number" ? { size } : {}) }]
        : []
    )
  return files.length > 0 ? { attachments: files } : {}
}
