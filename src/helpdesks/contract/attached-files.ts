import type { Attachment } from "../../ticket/ticket.ts"
import type { Page } from "./adapter.ts"
import { lineOf } from "./own-nodes.ts"

/** Returns the attachments of a message as a part of it, or an empty object if it has none. */
export function attachedFiles(files: Attachment[]): { attachments?: Attachment[] } {
  return files.length > 0 ? { attachments: files } : {}
}

/**
 * Does the same for links of which each shows a file's name and leads to the file.
 * @param size a selector of what shows the size of a file, beside its link
 */
export function linkedFiles(page: Page, links: Iterable<Element>, size?: string): { attachments?: Attachment[] } {
  return attachedFiles(
    Array.from(links, (link) => ({
      name: lineOf(link),
      ...(size === undefined ? {} : shownSize(link.parentElement?.querySelector(size))),
      ...ownAddress(page, link.getAttribute("href"))
    }))
  )
}

/**
 * Returns `{ size }` in bytes for a size as helpdesks show it: "(20 Bytes)", "1.2 MB", "1,2 Ko". It is as exact as what
 * is shown. What can't be read, such as a unit in another alphabet, gives an empty object.
 */
export function shownSize(element: Element | null | undefined): { size?: number } {
  const [, shown = "", unit = ""] =
    /(?<![\d.,])(\d[\d.,]{0,30})[\s\u202f]{0,10}([kmg]?)(?:i?b|bytes?|o|octets?)\b/i.exec(lineOf(element)) ?? []
  // A sign before three digits parts thousands, and any other begins a fraction.
  const number = Number(shown.replace(/[.,](?=\d{3})/g, "").replace(",", "."))
  if (shown === "" || !Number.isFinite(number)) return {}
  return { size: Math.round(number * 1024 ** ["", "k", "m", "g"].indexOf(unit.toLowerCase())) }
}

/** Returns the name of a file without the size that is shown behind it: "label.pdf (1.2 MB)". */
export function withoutSize(shown: string): string {
  const end = Math.max(0, shown.length - MAX_SIZE_CHARACTERS)
  return shown.slice(0, end) + shown.slice(end).replace(SIZE_BEHIND, "")
}
/** A size and what parts it from the name are no longer. */
const MAX_SIZE_CHARACTERS = 60
const SIZE_BEHIND = /[\s,·–-]*[([]?\s*\d[\d.,]*\s*(?:bytes?|[kmg]i?b|[kmg]o)\s*[)\]]?$/i

/**
 * Returns `{ url }` for the address of a file on the page's own host, and otherwise an empty object, because no other
 * host is asked. @param address as a link of the page or an answer has it, from the page on
 */
export function ownAddress({ url: page }: Pick<Page, "url">, address: unknown): { url?: string } {
  const url = typeof address === "string" && address !== "" ? URL.parse(address, page) : null
  return url?.origin === page.origin && /^https?:$/.test(url.protocol) ? { url: url.href } : {}
}
