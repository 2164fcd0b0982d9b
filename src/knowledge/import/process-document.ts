import { hash } from "node:crypto"
import { findPlaceholders } from "../../masking/basis/placeholder.ts"
import { articleOf, type Article } from "../../ingest/article/article.ts"
import { DocumentError } from "../../ingest/formats/common/format.ts"
import { textsOfPassages, type PassageTexts } from "../../search/passages/passage-texts.ts"
import { passagesOf, type Passage } from "../../search/passages/passages.ts"
import { linesOfWords, type WordLines } from "../../search/postings/word-lines.ts"
import type { ImportedDocument } from "../../ingest/source/source.ts"
import { sketchOf } from "./sketch.ts"

/**
 * A document as it is stored: all that is computed of it, before anything is written. Plain data: it may come from
 * another thread.
 */
export interface ProcessedDocument {
  article: Omit<Article, "blocks" | "body" | "groups"> & { groups: JoinedLines }
  passages: number
  texts: PassageTexts
  /** What search goes by. */
  lines: WordLines
  sketch: Uint8Array
}

/**
 * Texts with a line break between each two: to the database go arrays of texts, and arrays of arrays must be of one
 * length.
 */
export type JoinedLines = string

/** Why a document can't be taken, a sentence. */
export interface ProcessingRefusal {
  refused: string
}

/** Cleans a document and cuts it into passages, or tells why it can't be taken. */
export function tryProcessDocument(document: ImportedDocument): ProcessedDocument | ProcessingRefusal {
  try {
    return processDocument(document)
  } catch (error) {
    if (error instanceof DocumentError) return { refused: error.message }
    throw error
  }
}

/** Cleans a document and cuts it into passages. @throws DocumentError where it can't be taken */
export function processDocument(document: ImportedDocument): ProcessedDocument {
  const article = articleOf(document)
  check(document, article)
  const language = article.locale.slice(0, 2)
  const passages = passagesOf(article.title, article.blocks, language)
  const { title, kind, locale, visibility, groups, url, changed } = article
  return {
    article: {
      title,
      kind,
      locale,
      visibility,
      groups: groups.map((group) => group.replace(/[\r\n]+/g, " ")).join("\n"),
      url,
      changed
    },
    passages: passages.length,
    texts: textsOfPassages(passages),
    lines: linesOfWords(passages),
    sketch: sketchOf(wordsOf(passages))
  }
}

/** Tells whether a document must be cut anew: hash of all that it says and of the way of cutting. */
export function fingerprint(document: ImportedDocument): string {
  return hash("sha256", JSON.stringify([CUT, document]))
}

/**
 * Raised when documents are cut, or read for the keep list, in another way than before, so that the next import reads
 * them anew.
 */
const CUT = 11

function check(document: ImportedDocument, { title, blocks, body, url }: Article): void {
  const { id, path, groups, product, details } = document
  if (id.length > LONGEST_ID) throw new DocumentError(`Its id is longer than ${LONGEST_ID} characters.`)
  if (url !== undefined && !(/^https?:/i.test(url) && URL.canParse(url)))
    throw new DocumentError("Its address is none that begins with http:// or https://.")
  const headings = new Set(blocks.flatMap((block) => block.headings))
  // The text as it reads, not as it was written: an escape may stand in the midst of a placeholder, and "[Card 1](...)"
  // is a link.
  const texts = [
    id,
    path,
    title,
    product ?? "",
    url ?? "",
    blocks.map((block) => block.text).join("\n"),
    ...groups,
    ...headings,
    ...textsOf(details)
  ]
  if ([...texts, body].some((text) => text.includes("\0")))
    throw new DocumentError("It holds a zero character, which no text does.")
  for (const text of texts) {
    const [found] = findPlaceholders(text)
    // Quoted into a draft, it would come back as a value of the customer's ticket.
    if (found)
      throw new DocumentError(
        `It holds "${text.slice(found.start, found.end)}", which in a draft would become a value of the customer's ticket. Write it in another way, such as "[a name]".`
      )
  }
}

function textsOf(value: unknown): string[] {
  if (typeof value === "string") return [value]
  return typeof value === "object" && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => [key, ...textsOf(inner)])
    : []
}

/** An index of PostgreSQL takes 2,700 bytes at most. */
const LONGEST_ID = 500

/** Of the title once and of all passages, as they are cut for search. */
function wordsOf(passages: Passage[]): string[] {
  const title = passages[0]?.words.slice(0, passages[0].titleWords) ?? []
  return title.concat(...passages.map(({ words, titleWords, headingWords }) => words.slice(titleWords + headingWords)))
}
