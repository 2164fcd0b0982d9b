import { LANGUAGES } from "../../../text/languages.ts"
import type { Visibility } from "../../../ticket/ticket.ts"
import type { ImportedDocument } from "../../source/source.ts"
import type { ImportFile } from "./format.ts"

/** What a file that is a single document states about itself. */
export interface DocumentFields {
  title?: string | undefined
  locale?: string | undefined
  url?: string | undefined
  /** The date is in ISO 8601. */
  changed?: string | undefined
  /** The text is Markdown. */
  body: string
  /** Each is a sentence on something of the file that isn't read. */
  notices?: string[]
}

/**
 * Makes one document of a whole file and names it by its path. What the file doesn't state itself comes from its
 * folders (`de/`, `internal/`).
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
    ...(said.changed !== undefined && { changed: said.changed }),
    ...(said.notices !== undefined && said.notices.length > 0 && { notices: said.notices })
  }
}

/** A folder's name may state the language or the visibility of every file in it. The innermost such folder counts. */
export function folderHints(path: string): { locale: string | undefined; visibility: Visibility | undefined } {
  const folders = path.split("/").slice(0, -1)
  return {
    locale: folders.findLast((name) => LOCALE.test(name) && LANGUAGES.some((language) => name.startsWith(language))),
    visibility: folders.filter((name) => name === "public" || name === "internal").at(-1)
  }
}

/** How articles name a language: "en" or "pt-BR". */
export const LOCALE = /^[a-z]{2}(?:-[A-Za-z]{2,4})?$/

/** Returns whether the text has any letters or digits. */
export const hasWords = (markdown: string): boolean => /[\p{L}\p{N}]/u.test(markdown)

/** Returns the ending in lower case and without the dot, or "" if there is none. */
export const endingOf = (path: string): string => /\.([^./]+)$/.exec(path)?.[1]?.toLowerCase() ?? ""
