import type { Person } from "../../../ticket/ticket.ts"
import { cleanMail } from "./clean-mail.ts"
import { type HelpdeskClient, undefinedIfRefused, validItems } from "../helpdesk/client.ts"
import { uniquePeople, type PublicMail } from "../tickets/solved-document.ts"
import {
  conditions,
  FULL,
  listAll,
  listPage,
  attachment,
  transaction,
  type Attachment,
  type ListedTicket,
  type Transaction,
  privileged
} from "./tracker-api.ts"

export interface Mail extends Transaction {
  parts: Attachment[]
}

/**
 * Returns what the customer and the team wrote to each other, oldest first: the message that opened the ticket and each
 * public reply. Of a long thread, it returns the first hundred and the last hundred. Comments and files aren't
 * requested.
 */
export async function readMails(client: HelpdeskClient, ticketId: string, signal: AbortSignal): Promise<Mail[]> {
  const asked = {
    query: `ObjectType = 'RT::Ticket' AND TicketId = ${Number(ticketId)} AND (Type = 'Create' OR Type = 'Correspond')`,
    fields: "Type,Created,Creator",
    inner: { Creator: "Name,RealName,EmailAddress" }
  }
  const { items } = await listPage(client, "transactions", asked, signal)
  if (items.length >= FULL)
    items.push(...(await listPage(client, "transactions", { ...asked, order: "DESC" }, signal)).items)
  const byId = new Map(
    validItems(items, transaction)
      .filter(({ Type }) => PUBLIC.has(Type))
      .map((one) => [one.id, one])
  )
  const parts = await readParts(client, [...byId.keys()], signal)
  return [...byId.values()]
    .sort((a, b) => a.id - b.id)
    .map((one) => ({ ...one, parts: parts.filter(({ TransactionId }) => TransactionId === one.id) }))
}

const PUBLIC = new Set(["Create", "Correspond"])

/**
 * Returns the texts of mails, and the headers of mails with several parts. A part with a file name is a file and isn't
 * returned.
 */
async function readParts(
  client: HelpdeskClient,
  transactions: readonly number[],
  signal: AbortSignal
): Promise<Attachment[]> {
  const all: Attachment[] = []
  for (let from = 0; from < transactions.length; from += AT_ONCE) {
    const query = conditions({
      TransactionId: transactions.slice(from, from + AT_ONCE).map(String),
      Filename: [{ operator: "IS", value: "NULL" }, ""],
      ContentType: ["text/plain", "text/html", { operator: "STARTSWITH", value: "multipart/" }]
    })
    all.push(
      ...validItems(
        await listAll(
          client,
          "attachments",
          { query, fields: "TransactionId,ContentType,Filename,Headers,Content" },
          signal
        ),
        attachment
      )
    )
  }
  return all.sort((a, b) => a.id - b.id)
}

/** An address of usual length has room for this many. */
const AT_ONCE = 40

/**
 * Takes apart a mail whose author's role is known. Returns undefined for machines, for strangers and for mails without
 * text.
 */
export async function writtenIn(
  { Creator, Created, parts }: Mail,
  ticket: ListedTicket,
  staff: Staff,
  signal: AbortSignal
): Promise<PublicMail | undefined> {
  const text = parts.find(
    ({ ContentType, Filename, Headers, Content }) =>
      /^text\/(?:plain|html)\b/i.test(ContentType) &&
      Filename === "" &&
      !/^content-disposition:\s*attachment/im.test(Headers) &&
      Content.trim() !== ""
  )
  if (!text || isAutomatic(parts)) return undefined
  const role = await roleOf(Creator.id, ticket, staff, signal)
  const mail = cleanMail(/html/i.test(text.ContentType) ? { html: text.Content } : { text: text.Content })
  return (
    role && { role, at: Created, mail, whole: [mail.written, mail.signature, mail.quoted].filter(Boolean).join("\n\n") }
  )
}

/** Recognises automatic messages such as "I am out of office", which nobody wrote. */
const isAutomatic = (parts: readonly Attachment[]) =>
  parts.some(({ Headers }) => /^(?:auto-submitted:\s*auto-|x-autoreply:|precedence:\s*auto_reply)/im.test(Headers))

async function roleOf(
  name: string,
  { Requestor, Cc, AdminCc, Owner }: ListedTicket,
  staff: Staff,
  signal: AbortSignal
): Promise<"customer" | "agent" | undefined> {
  const isOf = (people: readonly { id: string }[]) => people.some(({ id }) => id === name)
  if (isOf(Requestor)) return "customer"
  if (isOf(Owner) || isOf(AdminCc)) return "agent"
  const isStaff = await staff.has(name, signal)
  return isStaff ? "agent" : isStaff === false || isOf(Cc) ? "customer" : undefined
}

/** Returns everybody who is known to be on the ticket, the requester first: users, and the senders named in mails. */
export function peopleOn({ Requestor, Cc, AdminCc, Owner }: ListedTicket, mails: readonly Mail[]): Person[] {
  const users = [...Requestor, ...Cc, ...AdminCc, ...Owner, ...mails.map(({ Creator }) => Creator)].filter(
    ({ id }) => !NOBODY.has(id)
  )
  const named = users.map(({ RealName, Name, EmailAddress }) => ({
    name: RealName || (Name.includes("@") ? "" : Name),
    email: EmailAddress || (Name.includes("@") ? Name : "")
  }))
  return uniquePeople([...named, ...mails.flatMap(({ parts }) => parts.flatMap(({ Headers }) => sendersIn(Headers)))])
}

const NOBODY = new Set(["Nobody", "RT_System"])

/**
 * Returns the people whom a mail's headers name as sender or further recipient: names and addresses, "" where one is
 * missing.
 */
export function sendersIn(headers: string): { name: string; email: string }[] {
  const unfolded = headers.replace(/\r?\n[ \t]+/g, " ")
  return [...unfolded.matchAll(/^(?:from|reply-to|sender|cc):(.*)$/gim)].flatMap(
    ([, value = ""]) => value.slice(0, LONGEST).match(MAILBOX)?.map(mailboxOf) ?? []
  )
}

/** This many characters of a line with names are read. */
const LONGEST = 2_000

/** A mailbox ends at the comma before the next one. A comma inside quotes doesn't end it. */
const MAILBOX = /(?:"(?:[^"\\]|\\.)*"|[^,"])+/g

function mailboxOf(text: string): { name: string; email: string } {
  const [, said, address] = /^(.*?)<([^<>\s]+@[^<>\s]+)>/.exec(text) ?? []
  if (address === undefined) return { name: "", email: /[^\s<>"']+@[^\s<>"']+/.exec(text)?.[0] ?? "" }
  return {
    name: (said ?? "")
      .trim()
      .replace(/^"(.*)"$/, "$1")
      .replace(/\\(.)/g, "$1")
      .replace(/\s+via RT$/i, "")
      .trim(),
    email: address
  }
}

/** Returns which users are staff. Each user is requested once. */
export interface Staff {
  /** Returns undefined if it isn't known, or for a machine. */
  has(name: string, signal: AbortSignal): Promise<boolean | undefined>
}

export function createStaff(client: HelpdeskClient): Staff {
  const known = new Map<string, boolean | undefined>()
  return {
    async has(name, signal) {
      if (known.has(name) || MACHINES.has(name)) return known.get(name)
      // The map is emptied so that it doesn't hold all customers of a helpdesk.
      if (known.size > MOST) known.clear()
      const isStaff = await ask(client, name, signal)
      known.set(name, isStaff)
      return isStaff
    }
  }
}

const MOST = 20_000
const MACHINES = new Set(["RT_System", "Nobody"])

async function ask(client: HelpdeskClient, name: string, signal: AbortSignal): Promise<boolean | undefined> {
  const read = privileged.safeParse(
    await undefinedIfRefused(client.json(`REST/2.0/user/${encodeURIComponent(name)}`, signal))
  )
  return read.success ? Number(read.data.Privileged) === 1 : undefined
}
