import type { Message, Person, Role, Visibility } from "../../ticket/ticket.ts"
import { PageChanged } from "../contract/adapter.ts"
import { idOf, isRecord, listOf, optional, type ForeignRecord } from "../contract/foreign-json.ts"
import { textOfHtml } from "../contract/html-text.ts"
import { isoTime } from "../contract/shown-time.ts"
import { shortId } from "./thread.ts"

/** What HubSpot calls a message between customer and team, in mail and chat alike. */
const MESSAGE = "COMMON_MESSAGE"
/** What it calls a comment of the team, and the channel that every comment has. */
const COMMENT = "THREAD_COMMENT"
const COMMENT_CHANNEL = 1005
/** The actor that stands for a contact of the account. Agents are "A-", bots "B-", HubSpot itself is "S-". */
const CONTACT = /^V-[\w-]+$/
const AGENT = /^A-[\w-]+$/
const DELIVERED = ["SENT", "RECEIVED", "READ"]

/** A conversation as it was answered, with the contact whose words are the customer's. */
export interface Conversation {
  messages: Message[]
  requester: Person
  /** What the customer wrote, newest last, as it was answered. */
  theirs: ForeignRecord[]
  /** The actor that the customer is. */
  customer: string | undefined
}

/** A conversation with its state in HubSpot. */
export type ReadConversation = Conversation & { status: unknown }

/**
 * Reads a whole conversation, as HubSpot's own programs are answered.
 * @param names told apart from the messages
 * @throws PageChanged
 */
export function conversationOf(all: readonly ForeignRecord[], names: unknown, document: Document): Conversation {
  const rows = all
    .filter((row) => (row["messageDeletedStatus"] ?? "NOT_DELETED") === "NOT_DELETED")
    .map((row) => ({ row, at: timeOf(row) }))
    .sort((a, b) => Date.parse(a.at) - Date.parse(b.at))
  const theirs = rows.map(({ row }) => row).filter((row) => contactOf(row) !== undefined)
  const customer = theirs.map(contactOf)[0]
  const requester = { name: nameOf(customer, names), email: customer?.address ?? "" }
  const messages = rows.flatMap(({ row, at }): Message[] => {
    const { role, visibility } = kindOf(row, customer)
    const text = textOf(row, document)
    // An event that isn't known.
    if (![MESSAGE, COMMENT].includes(String(row["@type"])) && text === "") return []
    const author = nameOf(sendersOf(row)[0], names)
    return [{ id: shortId(idOf(row["id"], "message id")), author, role, visibility, at, text, ...filesOf(row) }]
  })
  return {
    messages,
    requester: { ...optional("name", requester.name), ...optional("email", requester.email) },
    theirs: theirs.filter((row) => contactOf(row)?.actorId === customer?.actorId),
    customer: customer?.actorId
  }
}

/** Whoever sent a message or got it. */
interface Party {
  actorId: string
  /** "" where there is none, as in a chat. */
  address: string
  name: string
}

/**
 * Says whose a message is. Only what is proven is public: what the one contact wrote who wrote first, and what an agent
 * sent to that contact. What others wrote, what was forwarded, comments and unknown kinds stay internal.
 */
function kindOf(row: ForeignRecord, customer: Party | undefined): { role: Role; visibility: Visibility } {
  const contact = contactOf(row)
  if (contact) return { role: "customer", visibility: contact.actorId === customer?.actorId ? "public" : "internal" }
  if (isComment(row)) return { role: "agent", visibility: "internal" }
  const senders = sendersOf(row)
  if (row["@type"] !== MESSAGE || !senders.some(({ actorId }) => AGENT.test(actorId)))
    return { role: "system", visibility: "internal" }
  const isTheirs = !isForwarded(row) && wasDelivered(row) && customer !== undefined && wentTo(row, customer)
  return { role: "agent", visibility: isTheirs ? "public" : "internal" }
}

/** Returns the one contact by whom a message is, or undefined if it is by somebody else, or if that isn't certain. */
function contactOf(row: ForeignRecord): Party | undefined {
  if (row["@type"] !== MESSAGE || isComment(row) || isForwarded(row) || isOutgoing(row)) return undefined
  const senders = sendersOf(row)
  const contact = senders.find(({ actorId }) => CONTACT.test(actorId))
  // A mail that a colleague has passed on names the colleague and its first sender.
  const isTheirs = ({ actorId, address }: Party) =>
    actorId === contact?.actorId || (actorId === "" && address !== "" && address === contact?.address)
  return contact && senders.every(isTheirs) ? contact : undefined
}

const isComment = (row: ForeignRecord) =>
  row["@type"] === COMMENT || Number(row["genericChannelId"]) === COMMENT_CHANNEL
const isOutgoing = (row: ForeignRecord) => [row["direction"], row["messageDirection"]].includes("OUTGOING")

/** Whether a message was forwarded, or belongs to what somebody else answered to a forward. */
function isForwarded(row: ForeignRecord): boolean {
  const mail = mailOf(row)
  return [mail?.["forward"], mail?.["isForward"], mail?.["memberOfForwardedSubthread"]].includes(true)
}

/** What HubSpot adds to a message that is a mail. */
export const mailOf = ({ attachments }: ForeignRecord): ForeignRecord | undefined =>
  recordsOf(attachments).find((one) => one["@type"] === "EMAIL_METADATA")

const wasDelivered = ({ status }: ForeignRecord) =>
  isRecord(status) && DELIVERED.includes(String(status["messageStatus"]))

const wentTo = ({ recipients }: ForeignRecord, { actorId, address }: Party) =>
  recordsOf(recipients)
    .map(partyOf)
    .some((to) => to.actorId === actorId || (address !== "" && to.address === address))

/** @throws PageChanged when a message doesn't say who sent it */
function sendersOf(row: ForeignRecord): Party[] {
  if (row["@type"] === undefined) throw new PageChanged("visibility")
  if (row["@type"] !== MESSAGE) return recordsOf(row["senders"]).map(partyOf)
  return listOf(row["senders"], "role of the author").map(partyOf)
}

function partyOf({ actorId, name, deliveryIdentifier }: ForeignRecord): Party {
  const address = isRecord(deliveryIdentifier) ? String(deliveryIdentifier["value"] ?? "") : ""
  return {
    actorId: typeof actorId === "string" ? actorId : "",
    address: address.includes("@") ? address.trim().toLowerCase() : "",
    name: typeof name === "string" ? name.trim() : ""
  }
}

/** Returns the name that is told with a message, or else apart from the messages, or else the address. */
function nameOf(party: Party | undefined, names: unknown): string {
  if (!party) return ""
  const known = recordsOf(names).find(({ genericSender, genericRecipient }) =>
    [genericSender, genericRecipient].filter(isRecord).map(partyOf).some(isSame(party))
  )
  const friendly = known?.["resolvedFriendlyName"]
  return party.name || (typeof friendly === "string" ? friendly.trim() : "") || party.address
}

const isSame =
  (party: Party) =>
  (other: Party): boolean =>
    (other.actorId !== "" && other.actorId === party.actorId) ||
    (other.address !== "" && other.address === party.address)

/** @throws PageChanged */
function timeOf({ timestamp }: ForeignRecord): string {
  if (typeof timestamp !== "number") throw new PageChanged("time")
  return isoTime(timestamp)
}

/** @throws PageChanged when a message or comment has no text at all */
function textOf(row: ForeignRecord, document: Document): string {
  const { richText, text } = row
  const isKnown = row["@type"] === MESSAGE || row["@type"] === COMMENT
  if (isKnown && typeof richText !== "string" && typeof text !== "string") throw new PageChanged("message text")
  const rich = typeof richText === "string" ? textOfHtml(richText, document, "drop") : ""
  const whole = rich || (typeof text === "string" ? text.replace(/\r\n?/g, "\n").trimEnd() : "")
  return row["hasMore"] === true ? `${whole}\n[…]` : whole
}

/** They are listed only, and only where the answer names them. */
function filesOf({ attachments }: ForeignRecord): Pick<Message, "attachments"> {
  const files = recordsOf(attachments).flatMap(({ type, name }) =>
    type === "FILE" && typeof name === "string" && name !== "" ? [{ name }] : []
  )
  return files.length > 0 ? { attachments: files } : {}
}

const recordsOf = (list: unknown): ForeignRecord[] => (Array.isArray(list) ? list.filter(isRecord) : [])
