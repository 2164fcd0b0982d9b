import type { Visibility } from "../../../ticket/ticket.ts"
import type { ImportedDocument } from "../../source/source.ts"

/**
 * A kind of file that knowledge is read from. Each format is one file of the `formats` folder and is found by its
 * export.
 */
export interface Format {
  id: string
  /** The endings of file names are in lower case and without the dot. */
  endings: string[]
  /** The largest file that is read, in bytes. A larger one is refused unread. */
  largest: number
  /**
   * Yields one document for a page and many for a table or a feed. It reads as a stream if the file may be large.
   * @throws DocumentError if nothing of the file can be imported
   */
  read(file: ImportFile, signal: AbortSignal): AsyncIterable<ReadItem>
}

export interface ImportFile {
  /** The path is relative to the folder or archive and uses slashes. */
  path: string
  /** The size is in bytes. */
  size: number
  open(): Promise<AsyncIterable<Uint8Array>>
  /** The visibility of a document that doesn't state its own. */
  visibility: Visibility
}

/**
 * In a table, one row may fail while the others are imported. `path` then names the row, such as "prices.csv, row 7".
 */
export type ReadItem =
  | { type: "document"; document: ImportedDocument }
  | { type: "failed"; path: string; reason: string; id?: string; unpublished?: true }

/** A document that can't be imported. The message is a sentence for the person who runs the import. */
export class DocumentError extends Error {
  override name = "DocumentError"
  readonly code = "document-unreadable"
  readonly retryable = false
}

/** A document that its own file calls unpublished. A version that was imported before is removed. */
export class UnpublishedError extends DocumentError {
  override name = "UnpublishedError"
}

/** Makes the error for a file whose compressed parts unpack to far more than their size allows. */
export const bombError = (): DocumentError =>
  new DocumentError("It unpacks to far more than it holds, as a zip bomb does. It was stopped.")
