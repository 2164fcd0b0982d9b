import { languageOfPage } from "../../text/language.ts"
import type { DocumentKind } from "../../ticket/draft.ts"
import type { Visibility } from "../../ticket/ticket.ts"
import { DocumentError } from "../formats/common/format.ts"
import { blocksOf, type Block } from "../markdown/markdown.ts"
import type { ImportedDocument } from "../source/source.ts"

/** A document after reading. What the document doesn't state itself, such as its language, is derived from its text. */
export interface Article {
  title: string
  kind: DocumentKind
  locale: string
  visibility: Visibility
  groups: string[]
  url?: string | undefined
  /** The date is in ISO 8601. */
  changed?: string | undefined
  /** The text is Markdown without the front matter. */
  body: string
  blocks: Block[]
}

/**
 * Cuts a document's text into blocks. If the document states no title, its first heading or its path becomes the title.
 * If it states no language, the language is detected from its text.
 * @throws DocumentError if it has no text
 */
export function articleOf({
  path,
  title,
  kind,
  locale,
  visibility,
  groups,
  url,
  changed,
  body
}: ImportedDocument): Article {
  // A macro has gaps of its own, and what is said in a ticket was said to somebody.
  const blocks = blocksOf(body, { keepsUnfilled: kind === "macro" || kind === "ticket" })
  if (!blocks.some(({ text }) => /[\p{L}\p{N}]/u.test(text))) throw new DocumentError("It has no text.")
  return {
    title: title.trim() || blocks.find((block) => block.headings[0])?.headings[0] || nameOf(path),
    kind,
    locale: locale ?? languageOfPage(beginOf(blocks)) ?? "en",
    visibility,
    groups,
    url,
    changed: changed?.slice(0, 10),
    body,
    blocks
  }
}

/** Returns the beginning of the plain text, some hundred characters, from which the language is detected. */
function beginOf(blocks: Block[]): string {
  let text = ""
  for (const block of blocks) {
    text += `${block.text}\n`
    if (text.length > ENOUGH) break
  }
  return text.slice(0, ENOUGH)
}
/**
 * This many characters are enough: with them, the languages of 1,200 help pages in six languages were all detected
 * correctly.
 */
const ENOUGH = 300

const nameOf = (path: string) => (path.split("/").at(-1) ?? path).replace(/\.[^.]*$/, "").replace(/[-_]+/g, " ")
