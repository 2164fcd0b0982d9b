import { languageOfPage } from "../../text/language.ts"
import type { DocumentKind } from "../../ticket/draft.ts"
import type { Visibility } from "../../ticket/ticket.ts"
import { DocumentError } from "../formats/common/format.ts"
import { blocksOf, type Block } from "../markdown/markdown.ts"
import type { ImportedDocument } from "../source/source.ts"

/** A document, read: with what it doesn't say told by its text. */
export interface Article {
  title: string
  kind: DocumentKind
  locale: string
  visibility: Visibility
  groups: string[]
  url?: string | undefined
  /** ISO 8601 date. */
  changed?: string | undefined
  /** Markdown without the front matter. */
  body: string
  blocks: Block[]
}

/**
 * Cuts a document's text into blocks. A title that it doesn't give is told by its first heading or its path, its
 * language by the text.
 * @throws DocumentError where it has no text
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
  const blocks = blocksOf(body)
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

/** What the language is told by: of the plain words some hundred characters. */
function beginOf(blocks: Block[]): string {
  let text = ""
  for (const block of blocks) {
    text += `${block.text}\n`
    if (text.length > ENOUGH) break
  }
  return text.slice(0, ENOUGH)
}
/** Of the beginnings of 1,200 help pages in six languages each was told rightly by as many. */
const ENOUGH = 300

const nameOf = (path: string) => (path.split("/").at(-1) ?? path).replace(/\.[^.]*$/, "").replace(/[-_]+/g, " ")
