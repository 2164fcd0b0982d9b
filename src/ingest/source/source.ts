import type { DocumentKind } from "../../ticket/draft.ts"
import type { Visibility } from "../../ticket/ticket.ts"
import { createHash } from "node:crypto"
import type * as z from "zod/mini"

/**
 * A place that knowledge comes from, such as a folder, a site or a helpdesk. A source only reads and reports. The
 * import decides what is new, changed or gone, and what is stored. A source keeps nothing between two reads.
 */
export interface ImportSource {
  /** The name of its kind, as in `import KIND:...`. */
  kind: string
  /** Its documents and its state are stored under this name. The same place always has the same name. */
  collection: string
  /** The label is for people: the folder's or the site's name. */
  label: string
  /**
   * Reads once from beginning to end. Documents come in the same order each time, so that a read can continue from
   * `at`.
   * @throws SourceError if nothing more can be read. What was reported before remains valid.
   */
  read(from: ReadFrom, signal: AbortSignal): AsyncIterable<SourceItem>
}

export interface ReadFrom {
  /** The newest `at` of an interrupted read. The next read continues after it. */
  at?: string
  /**
   * What the last complete read returned as `since`. A source that knows what changed afterwards may report
   * only that.
   */
  since?: string
}

export type SourceItem =
  | { type: "document"; document: ImportedDocument }
  /**
   * This document can't be imported. If an earlier version was imported, that version stays, unless the document is
   * `unpublished`.
   */
  | { type: "failed"; path: string; reason: string; id?: string; unpublished?: true }
  /**
   * The document is unchanged since it was last imported, so it wasn't read again. An `id` that isn't stored has no
   * effect.
   */
  | { type: "standing"; id: string }
  /** The document was deleted or unpublished. */
  | { type: "gone"; id: string }
  /** The total number of documents, as far as it is known. */
  | { type: "total"; documents: number }
  /** Everything before this item is complete, so an interrupted import continues from here. */
  | { type: "at"; at: string }
  /**
   * The read has ended. `all` says that every document that wasn't reported in this read (from its beginning) no longer
   * exists. `since` is passed to the next read.
   */
  | { type: "end"; all: boolean; since?: string }

/** A document as a source reports it, with its text in Markdown. */
export interface ImportedDocument {
  /** The id is unique in its source and the same at every read. */
  id: string
  /** The path or address shows people where the document stands in the source. */
  path: string
  title: string
  kind: DocumentKind
  /** The locale is a BCP 47 tag. If it is absent, the language is detected from the text. */
  locale?: string
  visibility: Visibility
  /** These groups may see the document. Without groups, everybody may see it whom its visibility allows. */
  groups: string[]
  url?: string
  /** The ISO 8601 date or time of the last change. */
  changed?: string
  /** The product that the document is about, if a team has several. */
  product?: string
  /** The text is Markdown. */
  body: string
  /** Each is a sentence on something in the document that isn't read, and what to do about it. */
  notices?: string[]
  details?: Details
}

/** What a kind of document holds beyond its text. */
export type Details =
  /**
   * `section` is the document's place in the help centre, outermost first. `outdated` marks a translation of a text
   * that has changed since.
   */
  | { kind: "article"; section: string[]; labels: string[]; outdated?: true }
  | {
      kind: "product"
      /** The feed's own ids (number, SKU, handle), by which other products name it. */
      ids?: string[]
      price?: string
      currency?: string
      availability?: string
      options?: Record<string, string[]>
      category?: string
      /** Ids of products that go with it, that may take its place, and whose place it takes. */
      goesWith?: string[]
      alternatives?: string[]
      replaces?: string[]
    }
  /** `text` is what the macro writes, with its placeholders as they stand in the helpdesk. */
  | { kind: "macro"; text: string; placeholders: string[] }
  /** Holds the customer's question and the public reply that solved it, with gaps in place of personal data. */
  | { kind: "ticket"; question: string; reply: string; tags: string[]; satisfaction?: "good" | "bad"; replied?: string }

/** The source can't be read, or not any further. The message is a sentence that says what to do. */
export class SourceError extends Error {
  override name = "SourceError"
  readonly code: "source-unreadable" | "source-refused" | "source-away"
  readonly retryable: boolean

  constructor(code: SourceError["code"], message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
    this.retryable = code === "source-away"
  }
}

/**
 * Returns the name of the collection for a place: a name that people know, and a suffix that tells places of the same
 * name apart. The same place always gets the same name.
 */
export function collectionNamed(name: string, place: string): string {
  return `${name}-${createHash("sha256").update(place).digest("hex").slice(0, 6)}`
}

/**
 * Reads back the state that a source saved (`at`, `since`). State of another version, or none, gives undefined, and the
 * source then starts from the beginning.
 */
export function parseSavedState<T>(text: string | undefined, shape: z.ZodMiniType<T>): T | undefined {
  return text === undefined ? undefined : shape.safeParse(jsonOf(text)).data
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
