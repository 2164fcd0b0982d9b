import type { Message, Person, Ticket } from "../../ticket/ticket.ts"
import { Unreadable, type Page } from "../contract/adapter.ts"
import { idOf, isRecord, listOf, optional, recordOf, textOf, type ForeignRecord } from "../contract/foreign-json.ts"
import { readBodies } from "./message-bodies.ts"
import { INTERNAL, PUBLIC } from "./newest.ts"
import { authorOf, personFields, personOf, rolesOf, userOf } from "./people.ts"
import { readAllRows, readRecord, readRows } from "./rest.ts"
import { rt } from "./selectors.ts"

const FIELDS = "Subject,Status,Requestor,Cc,AdminCc,Owner,CustomFields,Queue"

/**
 * Reads the whole ticket by REST2. The page's own history may not be loaded, and does not distinguish public from
 * internal.
 */
export async function readTicket(page: Page, ticketId: string, signal: AbortSignal): Promise<Ticket> {
  const [ticket, history, agent] = await Promise.all([
    findTicket(page, ticketId, signal),
    readAllRows(
      page,
      `/ticket/${ticketId}/history`,
      { fields: "Type,Creator,Created", ...personFields("Creator") },
      signal
    ),
    signedIn(page, signal)
  ])
  const said = history
    .filter(({ Type }) => [...PUBLIC, ...INTERNAL].includes(String(Type)))
    .sort((a, b) => Number(a["id"]) - Number(b["id"]))
  const authors = new Map(said.map((row) => creatorOf(row)).map((user) => [idOf(user["id"], "author"), user]))
  const [body, role] = await Promise.all([
    readBodies(page, ticketId, new Set(said.map((row) => idOf(row["id"], "message id"))), signal),
    rolesOf(page, ticket, new Set(authors.keys()), signal)
  ])
  const messages = said.map((row): Message => {
    const id = idOf(row["id"], "message id")
    const author = creatorOf(row)
    return {
      id,
      author: authorOf(author),
      role: role(idOf(author["id"], "author")),
      visibility: INTERNAL.includes(String(row["Type"])) ? "internal" : "public",
      at: textOf(row["Created"], "time"),
      ...body(id)
    }
  })
  const [requester, ...others] = peopleOf(ticket, "Requestor")
  const { tags, fields } = customFieldsOf(ticket)
  return {
    helpdesk: "request-tracker",
    ticketId,
    subject: textOf(ticket["Subject"], "subject"),
    ...optional("status", ticket["Status"]),
    requester: requester ?? {},
    people: distinct(
      [...others, ...peopleOf(ticket, "Cc"), ...peopleOf(ticket, "AdminCc"), ...[...authors.values()].map(personOf)],
      requester
    ),
    ...(agent ? { agent } : {}),
    tags,
    fields,
    messages
  }
}

/**
 * Uses a search, because only that returns the requester's name. It doesn't find a ticket that was merged into another;
 * the merged ticket names the one that replaces it.
 */
async function findTicket(page: Page, ticketId: string, signal: AbortSignal): Promise<ForeignRecord> {
  const search = (id: string) =>
    readRows(
      page,
      "/tickets",
      {
        query: `id=${id}`,
        fields: FIELDS,
        ...personFields("Requestor", "Cc", "AdminCc", "Owner"),
        "fields[Queue]": "Name"
      },
      signal
    )
  const [found] = await search(ticketId)
  if (found) return found
  const merged = await readRecord(page, `/ticket/${ticketId}`, signal)
  const heir = isRecord(merged["EffectiveId"]) ? merged["EffectiveId"]["id"] : merged["EffectiveId"]
  const [ticket] = await search(idOf(heir, "merged ticket"))
  if (!ticket) throw new Unreadable("not-found")
  return ticket
}

async function signedIn(page: Page, signal: AbortSignal): Promise<Person | undefined> {
  const name = page.document.querySelector(rt.user)?.textContent?.trim()
  const user = name ? await userOf(page, name, signal) : undefined
  return user && personOf(user)
}

function creatorOf(row: ForeignRecord): ForeignRecord {
  return recordOf(row["Creator"], "author")
}

function peopleOf(ticket: ForeignRecord, name: string): Person[] {
  return listOf(ticket[name] ?? [], name === "Requestor" ? "requester" : "people").map(personOf)
}

function distinct(people: Person[], but: Person | undefined): Person[] {
  const seen = new Set([JSON.stringify(but)])
  return people.filter((person) => {
    const key = JSON.stringify(person)
    return key !== "{}" && !seen.has(key) && seen.add(key)
  })
}

/** RT has no tags. A custom field of that name is the usual substitute. */
function customFieldsOf(ticket: ForeignRecord): { tags: string[]; fields: Record<string, string> } {
  const custom = listOf(ticket["CustomFields"] ?? [], "custom fields").map(({ name, values }) => ({
    name: textOf(name, "custom fields"),
    values: Array.isArray(values) ? values.map(String) : []
  }))
  const tags = custom.filter(({ name }) => /^tags?$/i.test(name)).flatMap(({ values }) => values)
  const rest = custom.filter(({ name, values }) => !/^tags?$/i.test(name) && values.length > 0)
  const queue = isRecord(ticket["Queue"]) ? optional("Queue", ticket["Queue"]["Name"]) : {}
  return {
    tags,
    fields: { ...queue, ...Object.fromEntries(rest.map(({ name, values }) => [name, values.join(", ")])) }
  }
}
