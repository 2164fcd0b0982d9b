import type { Attachment } from "../../ticket/ticket.ts"
import { PageChanged, type Page } from "../contract/adapter.ts"
import { textOfHtml } from "../contract/html-text.ts"
import { idOf, textOf, type ForeignRecord } from "../contract/foreign-json.ts"
import { attachedFiles, ownAddress } from "../contract/attached-files.ts"
import { readAllRows, oneOf, readRows, webPath } from "./rest.ts"

/** The number of bodies in one request, so that the address stays under 4 kB. */
const AT_ONCE = 30

export interface MessageBody {
  text: string
  html?: string
  attachments?: Attachment[]
}

/**
 * Reads the text of the messages, by transaction. The list is read without content first (one large image would come as
 * megabytes of JSON), then the text of the messages themselves: text parts without a file name.
 * @throws PageChanged, LoggedOut, Unreadable
 */
export async function readBodies(
  page: Page,
  ticketId: string,
  messages: Set<string>,
  signal: AbortSignal
): Promise<(id: string) => MessageBody> {
  const path = `/ticket/${ticketId}/attachments`
  const listed = await readAllRows(page, path, { fields: "ContentType,Filename,TransactionId,Headers" }, signal)
  const parts = listed.filter((part) => messages.has(String(part["TransactionId"])))
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
      const said = textOf(contents.get(String(part["id"])), "message text")
      const isHtml = part["ContentType"] === "text/html"
      const text = isHtml ? textOfHtml(said, page.document, "keep") : said.replace(/\r\n?/g, "\n").trimEnd()
      return { part, text, html: isHtml && text !== "" ? said : "" }
    })
  const shown = texts.filter(({ part }, n) => !(texts[n + 1]?.html && isOtherForm(part, inOrder)))
  const html = shown.flatMap((one) => one.html || []).join("\n")
  return {
    text: shown.flatMap(({ text }) => text || []).join("\n\n"),
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
