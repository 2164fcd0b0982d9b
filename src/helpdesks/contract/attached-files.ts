import type { Attachment } from "../../ticket/ticket.ts"
import type { Page } from "./adapter.ts"
import { lineOf } from "./page-parts.ts"

/** Returns the attachments of a message as a part of it, or an empty object if it has none. */
export function attachedFiles(files: Attachment[]): { attachments?: Attachment[] } {
  return files.length > 0 ? { attachments: files } : {}
}

/** Does the same for links of which each shows a file's name and leads to the file. */
export function linkedFiles(page: Page, links: Iterable<Element>): { attachments?: Attachment[] } {
  return attachedFiles(
    Array.from(links, (link) => ({ name: lineOf(link), ...ownAddress(page, link.getAttribute("href")) }))
  )
}

/**
 * Returns `{ url }` for the address of a file on the page's own host, and otherwise an empty object, because no other
 * host is asked. @param address as a link of the page or an answer has it, from the page on
 */
export function ownAddress({ url: page }: Pick<Page, "url">, address: unknown): { url?: string } {
  const url = typeof address === "string" && address !== "" ? URL.parse(address, page) : null
  return url?.origin === page.origin && /^https?:$/.test(url.protocol) ? { url: url.href } : {}
}
