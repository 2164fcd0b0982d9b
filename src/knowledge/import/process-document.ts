import { hash } from "node:crypto"
import { findPlaceholders } from "../../masking/basis/placeholder.ts"
import { articleOf, type Article } from "../../ingest/article/article.ts"
import { DocumentError } from "../../ingest/formats/common/format.ts"
import { passagesOf, type Passage, textsOfPassages, type PassageTexts } from "../../search/passages/passages.ts"
import { linesOfWords, type WordLines } from "../../search/postings/word-lines.ts"
import type { ImportedDocument } from "../../ingest/source/source.ts"
import { sketchOf } from "./sketch.ts"

/**
 * A document as it is stored, with everything that is computed from it before anything is written. It is plain data,
 * because it may come from another thread.
 */
export interface ProcessedDocument {
  article: Omit<Article, "blocks" | "body" | "groups"> & { groups: JoinedLines }
  passages: number
  texts: PassageTexts
  /** The words by which search finds it. */
  lines: WordLines
  sketch: Uint8Array
}

/**
 * Texts joined by line breaks. The database receives arrays of texts, and an array of arrays would need rows of equal
 * length.
 */
export type JoinedLines = string

/** The reason why a document can't be imported, as a sentence. */
export interface ProcessingRefusal {
  refused: string
}

/** Cleans a document and cuts it into passages, or returns why it can't be imported. */
export function tryProcessDocument(document: ImportedDocument): ProcessedDocument | ProcessingRefusal {
  try {
    return processDocument(document)
  } catch (error) {
    if (error instanceof DocumentError) return { refused: error.message }
    throw error
  }
}

/** Cleans a document and cuts it into passages. @throws DocumentError if it can't be imported */
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

/**
 * Returns a hash of a document's content and of the way of processing it. If it changes, the document must be processed
 * again.
 */
export function fingerprint(document: ImportedDocument): string {
  return hash("sha256", JSON.stringify([CUT, { ...document, notices: undefined }]))
}

/**
 * This number is raised when documents are processed, or read for the keep list, in another way than before, so that
 * the next import reads them again.
 */
const CUT = 12

function check(document: ImportedDocument, { title, blocks, body, url }: Article): void {
  const { id, path, groups, product, details } = document
  if (id.length > MAX_ID) throw new DocumentError(`Its id is longer than ${MAX_ID} characters.`)
  if (url !== undefined && !(/^https?:/i.test(url) && URL.canParse(url)))
    throw new DocumentError("Its address is none that begins with http:// or https://.")
  const headings = new Set(blocks.flatMap((block) => block.headings))
  // The text is checked as it reads and not as it was written: an escape may stand inside a placeholder, and "[Card
  // 1](...)" is a link.
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
    // A placeholder that is quoted into a draft would be restored as a value of the customer's ticket.
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

/** An index of PostgreSQL takes at most 2,700 bytes. */
const MAX_ID = 500

/** Returns the stems of the title, once, and of all passages. */
function wordsOf(passages: Passage[]): string[] {
  const title = passages[0]?.words.slice(0, passages[0].titleWords) ?? []
  return title.concat(...passages.map(({ words, titleWords, headingWords }) => words.slice(titleWords + headingWords)))
}
