import type { Message, Person, Ticket, Attachment } from "../../ticket/ticket.ts"
import { Unreadable, type Page, PageChanged } from "../contract/adapter.ts"
import { idOf, isRecord, listOf, optional, recordOf, textOf, type ForeignRecord } from "../contract/foreign-json.ts"
import { authorOf, personFields, personOf, rolesOf, userOf } from "./people.ts"
import { readAllRows, readRecord, readRows, oneOf, webPath, INTERNAL, PUBLIC } from "./rest.ts"
import { rt } from "./selectors.ts"
import { textOfHtml } from "../contract/html-text.ts"
import { attachedFiles, ownAddress } from "../contract/attached-files.ts"

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
  const messageRows = history
    .filter(({ Type }) => [...PUBLIC, ...INTERNAL].includes(String(Type)))
    .sort((a, b) => Number(a["id"]) - Number(b["id"]))
  const authors = new Map(messageRows.map((row) => creatorOf(row)).map((user) => [idOf(user["id"], "author"), user]))
  const [body, role] = await Promise.all([
    readBodies(page, ticketId, new Set(messageRows.map((row) => idOf(row["id"], "message id"))), signal),
    rolesOf(page, ticket, new Set(authors.keys()), signal)
  ])
  const messages = messageRows.map((row): Message => {
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

/** The number of bodies in one request, so that the address stays under 4 kB. */
const AT_ONCE = 30

interface MessageBody {
  text: string
  html?: string
  attachments?: Attachment[]
}

/**
 * Reads the text of the messages, by transaction. The list is read without content first (one large image would come as
 * megabytes of JSON), then the text of the messages themselves: text parts without a file name.
 * @throws PageChanged, LoggedOut, Unreadable
 */
async function readBodies(
  page: Page,
  ticketId: string,
  messages: Set<string>,
  signal: AbortSignal
): Promise<(id: string) => MessageBody> {
  const path = `/ticket/${ticketId}/attachments`
  const attachments = await readAllRows(page, path, { fields: "ContentType,Filename,TransactionId,Headers" }, signal)
  const parts = attachments.filter((part) => messages.has(String(part["TransactionId"])))
  const texts = parts.filter(isText).map((part) => idOf(part["id"], "message text"))
  const batches = Array.from({ length: Math.ceil(texts.length / AT_ONCE) }, (_, n) =>
    texts.slice(n * AT_ONCE, (n + 1) * AT_ONCE)
  )
  const answers = await Promise.all(
    batches.map((ids) => readRows(page, path, { query: oneOf("id", ids), fields: "Content", per_page: "100" }, signal))
  )
  const contents = new Map(answers.flat().map((part) => [String(part["id"]), part["Content"]]))
  return (id) =>
    bodyOf(
      parts.filter((part) => String(part["TransactionId"]) === id),
      contents,
      page
    )
}

/**
 * RT shows every text of a message in turn, and of two forms of one text the HTML, whose styles it removes. The agent
 * therefore sees text that the styles would hide, so it is kept.
 */
function bodyOf(parts: ForeignRecord[], contents: Map<string, unknown>, page: Page): MessageBody {
  const inOrder = parts.toSorted((a, b) => Number(a["id"]) - Number(b["id"]))
  const texts = inOrder
    .filter((part) => isText(part))
    .map((part) => {
      const content = textOf(contents.get(String(part["id"])), "message text")
      const isHtml = part["ContentType"] === "text/html"
      const text = isHtml ? textOfHtml(content, page.document, "keep") : content.replace(/\r\n?/g, "\n").trimEnd()
      return { part, text, html: isHtml && text !== "" ? content : "" }
    })
  const chosenForms = texts.filter(({ part }, n) => !(texts[n + 1]?.html && isOtherForm(part, inOrder)))
  const html = chosenForms.flatMap((one) => one.html || []).join("\n")
  return {
    text: chosenForms.flatMap(({ text }) => text || []).join("\n\n"),
    ...(html && { html }),
    ...attachedFiles(parts.filter((part) => part["Filename"]).map((file) => attachmentOf(page, file)))
  }
}

/**
 * Returns whether a plain text says the same as the HTML behind it. RT lists what holds parts before these. A mail that
 * was passed on has texts of its own, which don't replace the words above it.
 */
function isOtherForm(plain: ForeignRecord, parts: ForeignRecord[]): boolean {
  const isMany = ({ ContentType }: ForeignRecord) => String(ContentType).startsWith("multipart/")
  return (
    plain["ContentType"] === "text/plain" &&
    (parts[parts.indexOf(plain) - 1]?.["ContentType"] === "multipart/alternative" || !parts.some(isMany))
  )
}

function isText({ ContentType, Filename }: ForeignRecord): boolean {
  return !Filename && (ContentType === "text/plain" || ContentType === "text/html")
}

/** The address is the one that the page's own link has. */
function attachmentOf(page: Page, { id, TransactionId, Filename, ContentType, Headers }: ForeignRecord): Attachment {
  if (typeof Filename !== "string") throw new PageChanged("attachment name")
  const size = /^Content-Length:\s*(\d+)/im.exec(String(Headers ?? ""))?.[1]
  return {
    name: Filename,
    ...(typeof ContentType === "string" ? { type: ContentType } : {}),
    ...(size ? { size: Number(size) } : {}),
    ...ownAddress(
      page,
      `${webPath(page)}/Ticket/Attachment/${Number(TransactionId)}/${Number(id)}/${encodeURIComponent(Filename)}`
    )
  }
}
