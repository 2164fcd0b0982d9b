import { type HelpdeskClient, undefinedIfRefused, createFailureIsolation } from "../helpdesk/client.ts"
import { isDue, OVERLAP, readPositionOf, sinceOf, type ReadPosition, type Since } from "../helpdesk/read-position.ts"
import { SourceError, type ImportedDocument, type ReadFrom, type SourceItem } from "../../source/source.ts"
import type { TicketMasker } from "../tickets/ticket-masker.ts"
import { solvedDocument } from "../tickets/solved-document.ts"
import { listPage, quoted, numbered, ticket as ticketShape, type ListedTicket } from "./tracker-api.ts"
import { createStaff, type Staff, peopleOn, readMails, writtenIn } from "./thread.ts"

export interface TicketFilter {
  /** If this is empty, all visible queues are read. */
  queues: readonly string[]
  /** Tickets with these statuses count as solved. */
  statuses: readonly string[]
  /** The first read leaves out tickets that haven't changed for this many days. */
  days: number
}

interface Reading extends TicketFilter {
  client: HelpdeskClient
  masker: TicketMasker
  /** The time is in milliseconds since 1970. */
  today: number
}

/**
 * Reads solved tickets by ascending id. The first read and one read a day cover all of them, because only such a read
 * notices a ticket that was deleted or merged into another: the search no longer finds either. A ticket that hasn't
 * changed since the last read isn't read again. The reads in between cover only changed tickets. A ticket that was
 * opened again, was moved to another queue, or has no question and reply (any more) counts as gone.
 */
export async function* readTickets(
  reading: Reading,
  { at, since }: ReadFrom,
  signal: AbortSignal
): AsyncGenerator<SourceItem, void> {
  const { client, today } = reading
  const scope = JSON.stringify([reading.queues, reading.statuses, reading.days])
  // The request about the credentials comes first, because its response also carries the server's time.
  await client.json("REST/2.0/rt", signal)
  for (const queue of reading.queues) {
    // The search finds no ticket of a queue that doesn't exist, so everything imported from it would count as gone.
    if ((await undefinedIfRefused(client.json(`REST/2.0/queue/${encodeURIComponent(queue)}`, signal))) === undefined)
      throw new SourceError(
        "source-unreadable",
        `${client.base.host} shows no queue "${queue}" to whom these credentials belong.`
      )
  }
  const before = sinceOf(since, scope)
  const isWhole = before === undefined || isDue(before, today)
  const point = readPositionOf(at) ?? { began: client.now() - OVERLAP, whole: isWhole, after: 0 }
  const start = before || point.whole ? point : { ...point, whole: true, after: 0 }
  const oldest = before?.oldest ?? today - reading.days * 24 * 3_600_000
  yield* walk(reading, start, { before, oldest }, signal)
  const next: Since = { from: start.began, oldest, whole: start.whole || !before ? today : before.whole, scope }
  yield { type: "end", all: start.whole, since: JSON.stringify(next) }
}

async function* walk(
  reading: Reading,
  { began, whole, after }: ReadPosition,
  { before, oldest }: { before: Since | undefined; oldest: number },
  signal: AbortSignal
): AsyncGenerator<SourceItem, void> {
  const { client } = reading
  const [staff, take] = [createStaff(client), createFailureIsolation()]
  const asked = whole
    ? `(${anyOf("Status", reading.statuses)})${reading.queues.length > 0 ? ` AND (${anyOf("Queue", reading.queues)})` : ""} AND ${since(oldest)}`
    : since(before?.from ?? oldest)
  let [read, documents] = [0, 0]
  for (;;) {
    const { items, total, isLast } = await listPage(
      client,
      "tickets",
      { query: `${asked} AND id > ${after}`, fields: FIELDS, inner: INNER },
      signal
    )
    if (total === undefined && items.length > 0)
      throw new SourceError(
        "source-unreadable",
        `${client.base.host} doesn't tell how many tickets there are: its setting $UseSQLForACLChecks is off, and then some would be missed. It is on unless somebody changed it.`
      )
    for (const item of items) {
      const one = await itemOf(reading, item, before, whole, { staff, take }, signal)
      if (one && one.type !== "gone") documents++
      if (one) yield one
    }
    read += items.length
    if (whole && read > 0 && total !== undefined)
      yield { type: "total", documents: Math.round((documents / read) * (read + total - items.length)) }
    if (isLast) return
    const last = Math.max(...items.map((item) => numbered.safeParse(item).data?.id ?? 0))
    if (!(last > after))
      throw new SourceError(
        "source-unreadable",
        `${client.base.host} doesn't list tickets in the order of their numbers.`
      )
    after = last
    yield { type: "at", at: JSON.stringify({ began, whole, after } satisfies ReadPosition) }
  }
}

const FIELDS = "Subject,Status,LastUpdated,Resolved,Type,Queue,Requestor,Cc,AdminCc,Owner,CustomFields"
const INNER = {
  Queue: "Name",
  ...Object.fromEntries(["Requestor", "Cc", "AdminCc", "Owner"].map((role) => [role, "Name,RealName,EmailAddress"]))
}

const anyOf = (field: string, values: readonly string[]) =>
  values.map((value) => `${field} = ${quoted(value)}`).join(" OR ")

/**
 * The time lies about a day earlier, because Request Tracker reads it in the time zone of the user. Tickets that are
 * too old are filtered by their own date.
 */
const since = (time: number) =>
  `LastUpdated > '${new Date(Math.max(0, time - 26 * 3_600_000)).toISOString().slice(0, 19).replace("T", " ")}'`

async function itemOf(
  reading: Reading,
  item: unknown,
  before: Since | undefined,
  whole: boolean,
  { staff, take }: { staff: Staff; take: ReturnType<typeof createFailureIsolation> },
  signal: AbortSignal
): Promise<SourceItem | undefined> {
  const read = ticketShape.safeParse(item)
  if (!read.success) return brokenTicket(numbered.safeParse(item).data?.id)
  const ticket = read.data
  const id = `ticket-${ticket.id}`
  if (before && Date.parse(ticket.LastUpdated) < before.from) return whole ? { type: "standing", id } : undefined
  return isWanted(ticket, reading)
    ? take({ id, path: pathOf(ticket) }, () => documentOf(reading, ticket, staff, signal))
    : { type: "gone", id }
}

const pathOf = ({ id, Queue }: ListedTicket) => [Queue.Name, `Ticket ${id}`].filter(Boolean).join(" / ")
const brokenTicket = (id: number | undefined): SourceItem => ({
  type: "failed",
  path: `Ticket ${id ?? ""}`.trim(),
  reason: "Request Tracker's answer isn't a ticket in the form that its API documents.",
  ...(id !== undefined && { id: `ticket-${id}` })
})

function isWanted({ Status, Type, Queue }: ListedTicket, { statuses, queues }: TicketFilter): boolean {
  const isOne = (name: string, of: readonly string[]) => of.some((one) => one.toLowerCase() === name.toLowerCase())
  // Reminders and approvals are tickets of another type.
  return (
    isOne(Status, statuses) &&
    (queues.length === 0 || isOne(Queue.Name, queues) || queues.includes(Queue.id)) &&
    ["", "ticket"].includes(Type)
  )
}

async function documentOf(
  { client, masker }: Reading,
  ticket: ListedTicket,
  staff: Staff,
  signal: AbortSignal
): Promise<ImportedDocument | undefined> {
  const mails = await readMails(client, ticket.id, signal)
  const written = []
  for (const mail of mails) written.push(await writtenIn(mail, ticket, staff, signal))
  const url = new URL(`Ticket/Display.html?id=${ticket.id}`, client.base).href
  return solvedDocument(
    {
      id: `ticket-${ticket.id}`,
      path: pathOf(ticket),
      url,
      subject: ticket.Subject,
      people: peopleOn(ticket, mails),
      written: written.filter((one) => one !== undefined),
      // Request Tracker has no tags. Teams usually use a custom field of that name instead.
      tags: ticket.CustomFields.filter(({ name }) => /^tags?$/i.test(name)).flatMap(({ values }) => values),
      ...(ticket.Resolved && { solved: ticket.Resolved })
    },
    masker,
    signal
  )
}
