import { LANGUAGES } from "../../../text/languages.ts"
import type { Visibility } from "../../../ticket/ticket.ts"
import type { ImportedDocument } from "../../source/source.ts"
import type { ImportFile } from "./format.ts"

/** What a file that is one document says of itself. */
export interface DocumentFields {
  title?: string | undefined
  locale?: string | undefined
  url?: string | undefined
  /** ISO 8601. */
  changed?: string | undefined
  /** Markdown. */
  body: string
}

/**
 * One document of a whole file, named by its path. What it doesn't say itself is told by its folders (`de/`,
 * `internal/`).
 */
export function documentOfFile(
  { path, visibility }: ImportFile,
  { title = "", body, ...said }: DocumentFields
): ImportedDocument {
  const folders = folderHints(path)
  const locale = said.locale ?? folders.locale
  return {
    id: path,
    path,
    title,
    kind: "article",
    groups: [],
    body,
    visibility: folders.visibility ?? visibility,
    ...(locale !== undefined && { locale }),
    ...(said.url !== undefined && { url: said.url }),
    ...(said.changed !== undefined && { changed: said.changed })
  }
}

/** A folder's name may say the language or the visibility of all that lies in it; the innermost that does. */
export function folderHints(path: string): { locale: string | undefined; visibility: Visibility | undefined } {
  const folders = path.split("/").slice(0, -1)
  return {
    locale: folders.findLast((name) => LOCALE.test(name) && LANGUAGES.some((language) => name.startsWith(language))),
    visibility: folders.filter((name) => name === "public" || name === "internal").at(-1)
  }
}

/** A language as articles name theirs: "en", "pt-BR". */
export const LOCALE = /^[a-z]{2}(?:-[A-Za-z]{2,4})?$/
