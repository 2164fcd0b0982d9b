import { DocumentError, type Format } from "./common/format.ts"
import { endingOf } from "./common/file-document.ts"

/**
 * Covers files that people would like to import but that aren't supported. The error for each says what to do instead.
 */
export const office: Format = {
  id: "office",
  endings: [
    "doc",
    "odt",
    "rtf",
    "pages",
    "wpd",
    "xls",
    "xlsx",
    "ods",
    "numbers",
    "ppt",
    "pptx",
    "odp",
    "key",
    "epub",
    "mht",
    "mhtml"
  ],
  largest: Infinity,
  async *read({ path }) {
    const ending = endingOf(path)
    throw new DocumentError(
      `Files that end in .${ending} aren't read: save it as ${WAY[ending] ?? ".docx"} and import that.`
    )
  }
}

const WAY: Record<string, string> = {
  xls: "CSV",
  xlsx: "CSV",
  ods: "CSV",
  numbers: "CSV",
  ppt: "PDF",
  pptx: "PDF",
  odp: "PDF",
  key: "PDF",
  mht: "a web page (.html)",
  mhtml: "a web page (.html)",
  epub: "a web page (.html)"
}
