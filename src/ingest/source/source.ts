import type { DocumentKind } from "../../ticket/draft.ts"
import type { Visibility } from "../../ticket/ticket.ts"

/**
 * A place that knowledge comes from: a folder, a site, a helpdesk. It reads and tells; what is new, changed or gone,
 * and what is written, the import decides. It keeps nothing between two reads.
 */
export interface ImportSource {
  /** Name of its kind, as in `import KIND:...`. */
  kind: string
  /** Under this its documents and its state are kept; the same place always gives the same. */
  collection: string
  /** For people: the folder's or the site's name. */
  label: string
  /**
   * Reads once from beginning to end. Documents come in an order that is the same each time, so that `at` can be gone
   * on from.
   * @throws SourceError when nothing more can be read. What was told before holds.
   */
  read(from: ReadFrom, signal: AbortSignal): AsyncIterable<SourceItem>
}

export interface ReadFrom {
  /** The newest `at` of a read that was interrupted; go on behind it. */
  at?: string
  /** What the last whole read gave as `since`; a source that can tell what changed after it may give only that. */
  since?: string
}

export type SourceItem =
  | { type: "document"; document: ImportedDocument }
  /** A document that can't be taken. Where it was taken before, that version stays. */
  | { type: "failed"; path: string; reason: string; id?: string }
  /** It is there as it was last taken, so it wasn't read again. With an `id` that nobody holds it says nothing. */
  | { type: "standing"; id: string }
  /** It was deleted, or unpublished. */
  | { type: "gone"; id: string }
  /** How many documents there will be in all, as far as is known. */
  | { type: "total"; documents: number }
  /** All that came before it is complete: an interrupted import goes on from here. */
  | { type: "at"; at: string }
  /**
   * The end. `all`: what was not told in this read (from its beginning) is there no more. `since` is handed to the next
   * read.
   */
  | { type: "end"; all: boolean; since?: string }

/** A document as a source gives it, its text in Markdown. */
export interface ImportedDocument {
  /** Unique in its source, and the same at every read. */
  id: string
  /** Where it stands in the source, for people: path or address. */
  path: string
  title: string
  kind: DocumentKind
  /** BCP 47; told by the text where absent. */
  locale?: string
  visibility: Visibility
  /** Who may see it; none = everybody whom its visibility allows. */
  groups: string[]
  url?: string
  /** ISO 8601 date or time of its last change. */
  changed?: string
  /** What it is about, where a team has several products. */
  product?: string
  /** Markdown. */
  body: string
  details?: Details
}

/** What a kind of document bears beyond its text. */
export type Details =
  /**
   * `section`: where it stands in the help centre, outermost first. `outdated`: a translation of a text that has
   * changed since.
   */
  | { kind: "article"; section: string[]; labels: string[]; outdated?: true }
  | { kind: "product"; price?: string; currency?: string; availability?: string; options?: Record<string, string[]> }
  /** `text` is what the macro writes, its placeholders as they stand in the helpdesk. */
  | { kind: "macro"; text: string; placeholders: string[] }
  /** The customer's question and the public reply that solved it, masked into gaps. */
  | { kind: "ticket"; question: string; reply: string; tags: string[]; satisfaction?: "good" | "bad"; replied?: string }

/** The source can't be read (further); the message is a sentence that says what to do. */
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
