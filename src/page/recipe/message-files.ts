import { attachedFiles, ownAddress, withoutSize } from "../../helpdesks/contract/attached-files.ts"
import type { Page } from "../../helpdesks/contract/adapter.ts"
import { lineOf } from "../../helpdesks/contract/page-parts.ts"
import { percentDecoded } from "../../text/words/percent-decoded.ts"
import { attachmentKind } from "../../ticket/attachment.ts"
import type { Attachment } from "../../ticket/ticket.ts"
import { allInside, isSeen } from "./deep-page.ts"

/**
 * Returns the files that a message links to on the page's own host: links that the page offers for download, and those
 * that are called like a file. Other links are part of the text. Nothing is asked for.
 */
export function linkedFilesIn(page: Page, message: Element): { attachments?: Attachment[] } {
  const files = new Map<string, Attachment>()
  for (const link of allInside(message, "a[href]").filter(isSeen)) {
    const { url } = ownAddress(page, link.getAttribute("href"))
    const name = url === undefined ? undefined : fileName(link, url)
    // An icon beside the name leads to the same file.
    if (url !== undefined && name && !files.has(url)) files.set(url, { name, url })
  }
  return attachedFiles([...files.values()])
}

/** Returns the name of the file that the link leads to, or undefined for a link that is none for a file. */
function fileName(link: Element, url: string): string | undefined {
  const offered = link.getAttribute("download")
  const shown = withoutSize(lineOf(link))
  const inAddress = percentDecoded(new URL(url).pathname.split("/").at(-1) ?? "")
  const called = [offered ?? "", shown, inAddress].find(isFileName)
  if (called !== undefined) return called
  return offered === null ? undefined : shown || offered || inAddress
}

const isFileName = (text: string) => !/[/\\]/.test(text) && attachmentKind({ name: text }) !== undefined
