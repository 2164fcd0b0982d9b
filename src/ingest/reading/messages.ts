import type { ImportFile, ReadItem } from "../formats/common/format.ts"
import type { HtmlPage } from "../formats/html/markdown-of-html.ts"

/** What the thread is asked. It does one job at a time. */
export type ToReadingThread =
  | ({ type: "file" } & Pick<ImportFile, "path" | "size" | "visibility">)
  | { type: "page"; html: string; base: string }
  /** The next bytes of the file; undefined at its end. */
  | { type: "bytes"; bytes: Uint8Array | undefined }
  /** The items were taken, and more may come. */
  | { type: "go-on" }

export type FromReadingThread =
  | { type: "want-bytes" }
  | { type: "items"; items: ReadItem[]; isLast: boolean }
  | { type: "page"; page: HtmlPage }
  /** A sentence for the person who runs the import. */
  | { type: "refused"; reason: string }
  /** An error of ours. */
  | { type: "fault"; message: string }
