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
 * RT shows the HTML part if there is one, and removes its styles. The agent therefore sees text that the styles would
 * hide, so it is kept.
 */
function bodyOf(parts: ForeignRecord[], contents: Map<string, unknown>, page: Page): MessageBody {
  const said = (type: string) =>
    parts
      .filter((part) => isText(part) && part["ContentType"] === type)
      .map((part) => textOf(contents.get(String(part["id"])), "message text"))
  const html = said("text/html").join("\n")
  const fromHtml = html && textOfHtml(html, page.document, "keep")
  const files = parts.filter((part) => part["Filename"])
  return {
    text:
      fromHtml ||
      said("text/plain")
        .map((text) => text.replace(/\r\n?/g, "\n").trimEnd())
        .join("\n\n"),
    ...(fromHtml ? { html } : {}),
    ...attachedFiles(files.map((file) => attachmentOf(page, file)))
  }
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
