import type { Visibility } from "../../../ticket/ticket.ts"
import type { ImportedDocument } from "../../source/source.ts"

/** A kind of file that knowledge is read from. One file of this folder each, found by its export. */
export interface Format {
  id: string
  /** Endings of file names, lower case, without the dot. */
  endings: string[]
  /** Largest file in bytes; a larger one is refused unread. */
  largest: number
  /**
   * One document of a page, many of a table or a feed. Reads as a stream where a file may be large.
   * @throws DocumentError when nothing of the file can be taken
   */
  read(file: ImportFile, signal: AbortSignal): AsyncIterable<ReadItem>
}

export interface ImportFile {
  /** Inside the folder or archive, with slashes. */
  path: string
  /** Bytes. */
  size: number
  open(): Promise<AsyncIterable<Uint8Array>>
  /** Visibility of a document that doesn't say its own. */
  visibility: Visibility
}

/** Of a table, one row may fail (`path` says which: "prices.csv, row 7") while the others are taken. */
export type ReadItem =
  | { type: "document"; document: ImportedDocument }
  | { type: "failed"; path: string; reason: string; id?: string }

/** A document that can't be taken; the message is a sentence for whoever imports. */
export class DocumentError extends Error {
  override name = "DocumentError"
  readonly code = "document-unreadable"
  readonly retryable = false
}

/** For a file whose packed parts grow out of all proportion. */
export const bombError = (): DocumentError =>
  new DocumentError("It unpacks to far more than it holds, as a zip bomb does. It was stopped.")
