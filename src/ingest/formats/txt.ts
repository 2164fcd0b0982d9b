import { DocumentError, type Format } from "./common/format.ts"
import { hasWords, documentOfFile } from "./common/file-document.ts"
import { plainFieldsOf } from "./markdown/front-matter.ts"
import { itemOf, refuseClear } from "./publication/refuse-unpublished.ts"
import { wholeFile, wholeText } from "./common/text.ts"

/** Reads plain text. An empty line separates paragraphs, and a first line that stands alone is the title. */
export const txt: Format = {
  id: "txt",
  endings: ["txt", "text"],
  largest: 5_000_000,
  async *read(file, signal) {
    const text = wholeText(await wholeFile(await file.open(), signal))
    const { title, body } = titled(text.replace(/\r\n?/g, "\n").trim())
    if (!hasWords(text)) throw new DocumentError("It has no text.")
    const document = documentOfFile(file, { title, body: asMarkdown(body) })
    yield itemOf(document, () => refuseClear(Object.entries(plainFieldsOf(text) ?? {})))
  }
}

/** Finds a title: a first line of a few words that doesn't end a sentence, with an empty line or a rule below it. */
function titled(text: string): { title: string; body: string } {
  const [, title = "", body = ""] =
    /^#* *(\S[^\n]{0,99}[^\n.,;:])[ \t]*\n(?:[-=*~_]{3,}[ \t]*\n|[ \t]*\n)([^]*)$/.exec(text) ?? []
  return hasWords(body) ? { title: title.trim(), body: body.trim() } : { title: "", body: text }
}

/**
 * Converts plain text to Markdown. Lists and underlined headings mean the same in Markdown. An angle bracket isn't a
 * tag here, and indented lines aren't code.
 */
const asMarkdown = (text: string) =>
  text
    .replace(/[<&]/g, "\\$&")
    .replace(/^[ \t]{4,}(?![-*•\d])/gm, "")
    .replace(/^([ \t]*)[•·▪‣●○–][ \t]+/gm, "$1- ")
