import { createHash } from "node:crypto"
import * as z from "zod/mini"
import type { DocumentKind } from "../../../ticket/draft.ts"
import type { Visibility } from "../../../ticket/ticket.ts"
import type { ImportedDocument } from "../../source/source.ts"
import { DocumentError, UnpublishedError, type ImportFile, type ReadItem } from "../common/format.ts"
import { hasWords, folderHints } from "../common/file-document.ts"
import { plainDialect } from "../markdown/plain-dialect.ts"
import { refuseUnpublished, type Statement, statementsIn } from "../publication/refuse-unpublished.ts"
import { type Field, fieldOf } from "./columns.ts"
import { isoDateOf } from "../common/date.ts"
import { publicationFieldOf } from "../publication/publication-fields.ts"

/** A row's texts by field. */
export type FieldValues = Partial<Record<Field, string>>

interface TableRow {
  values: FieldValues
  /** What the row says about its publication. */
  statements: readonly Statement[]
}

/** Makes one document of each table row. Each id stays the same when rows are inserted above it. */
export class RowReader {
  readonly #file: ImportFile
  readonly #toMarkdown: (html: string) => string
  /** Rows without an id count the earlier rows with the same title: 2 is the second row of one title. */
  readonly #seen = new Map<number, number>()

  /**
   * Creates a reader for the rows of one file.
   * @param toMarkdown converts texts in HTML
   */
  constructor(file: ImportFile, toMarkdown: (html: string) => string) {
    this.#file = file
    this.#toMarkdown = toMarkdown
  }

  /**
   * Reads one row.
   * @param place where people find the row, such as "row 7"
   */
  read({ values, statements }: TableRow, place: string): ReadItem {
    const path = `${this.#file.path}, ${place}`
    // An unpublished row is read, too, so that the ids of later rows stay when it is published.
    const document = attempt(() => this.#document(values, path))
    const refusal = attempt(() => refuseUnpublished(statements))
    if (refusal instanceof DocumentError) return this.#failed(values, path, refusal, document)
    if (document instanceof DocumentError) return this.#failed(values, path, document, document)
    return { type: "document", document }
  }

  #failed(
    values: FieldValues,
    path: string,
    error: DocumentError,
    document: ImportedDocument | DocumentError
  ): ReadItem {
    const stated = values.id?.trim()
    const id = document instanceof DocumentError ? stated && this.#named(stated) : document.id
    const unpublished = error instanceof UnpublishedError && { unpublished: true as const }
    return { type: "failed", path, reason: error.message, ...(id ? { id } : {}), ...unpublished }
  }

  #document(values: FieldValues, path: string): ImportedDocument {
    const kind = kindOf(values.kind)
    const body = this.#text(values.body ?? "", kind)
    if (!hasWords(body)) throw new DocumentError("It has no text.")
    const question = this.#line(values.question ?? "")
    const title = this.#line(values.title ?? "") || question || firstWords(body)
    const folders = folderHints(this.#file.path)
    const locale = localeOf(values.locale) ?? folders.locale
    const changed = changedOf(values.changed)
    const url = urlOf(values.url)
    const product = this.#line(values.product ?? "")
    const id = values.id?.trim()
    return {
      id: id ? this.#named(id) : this.#numbered(`${locale ?? ""}\n${title}`),
      path,
      title,
      kind,
      visibility: visibilityOf(values) ?? folders.visibility ?? this.#file.visibility,
      groups: groupsOf(values.groups),
      ...(locale !== undefined && { locale }),
      ...(url !== undefined && { url }),
      ...(changed !== undefined && { changed }),
      ...(product && { product }),
      body: question && question !== title ? `## ${question}\n\n${body}` : body
    }
  }

  #named = (id: string) => `${this.#file.path}#${id}`

  #numbered(title: string): string {
    const digest = createHash("sha256").update(title).digest()
    const key = digest.readUIntBE(0, 6)
    const count = (this.#seen.get(key) ?? 0) + 1
    this.#seen.set(key, count)
    return this.#named(digest.toString("hex", 0, 6) + (count > 1 ? `-${count}` : ""))
  }

  /** Converts HTML to Markdown and keeps Markdown as it is. In plain text an angle bracket isn't a tag. */
  #text(text: string, kind: DocumentKind): string {
    const trimmed = text.replace(/\r\n?/g, "\n").trim()
    if (HTML.test(trimmed)) return this.#toMarkdown(trimmed)
    // A macro's brackets are blanks, and no wiki links.
    return (kind === "macro" ? trimmed : plainDialect(trimmed, { hasTags: false })).replace(/</g, "\\<")
  }

  #line(text: string): string {
    const line = HTML.test(text) ? this.#toMarkdown(text).replace(/[*_`#\\]/g, "") : text
    return line.replace(/\s+/g, " ").trim().slice(0, MAX_TITLE)
  }
}

/** Returns the error instead of throwing it if the row itself is at fault. */
function attempt<Result>(step: () => Result): Result | DocumentError {
  try {
    return step()
  } catch (error) {
    if (error instanceof DocumentError) return error
    throw error
  }
}

const MAX_TITLE = 300
const HTML =
  /<\/?(?:p|br|div|span|ul|ol|li|h[1-6]|table|tr|td|a|strong|b|em|i|u|img|blockquote|pre|code|details|section|script|style)\b[^<>]*>/i

/** Takes the first sentence as the title of a text without one. */
const firstWords = (body: string) =>
  (/[^\s#>*\-][^\n]{0,79}?(?=[.?!。？！\n]|$)|[^\s#>*\-][^\n]{0,79}/.exec(body)?.[0] ?? "")
    .replace(/[*_`\\]/g, "")
    .trim()

const YES = /^(?:1|x|y|yes|true|ja|wahr|oui|vrai|s[ií]|verdadero|sim|verdadeiro|はい|○|✓)$/i
const PUBLIC =
  /^(?:public|everyone|all|anyone|external|customers?|visitors|öffentlich|alle|extern|kunden|publique?|tous|externe|clients|público|publico|todos|externo|clientes|公開|全員|社外)$/i
const INTERNAL =
  /^(?:internal|private|agents?|staff|team|employees|agents? (?:and|&) (?:managers|admins)|intern|privat|mitarbeiter|interne|privée?|équipe|interno|interna|privad[oa]|equipo|equipe|内部|社内|非公開)$/i

/** Reads the visibility. A page may be internal, so nothing is guessed: an unknown word fails the row. */
function visibilityOf(values: FieldValues): Visibility | undefined {
  const said = values.visibility?.trim() ?? ""
  if (INTERNAL.test(said) || (values.internal !== undefined && YES.test(values.internal.trim()))) return "internal"
  if (said !== "" && !PUBLIC.test(said))
    throw new DocumentError(`Its visibility "${said.slice(0, 60)}" isn't known: write public or internal.`)
  if (values.public !== undefined && values.public.trim() !== "")
    return YES.test(values.public.trim()) ? "public" : "internal"
  return said === "" ? undefined : "public"
}

const KINDS: [DocumentKind, RegExp][] = [
  [
    "policy",
    /^(?:policy|policies|rule|richtlinie|regel|politique|règle|política|politica|regla|regra|ポリシー|規約|規定)$/i
  ],
  [
    "macro",
    /^(?:macro|canned(?: response)?|template|snippet|saved reply|textbaustein|vorlage|makro|modèle|plantilla|modelo|マクロ|定型文)$/i
  ],
  ["ticket", /^(?:ticket|case|conversation|anfrage|チケット)$/i],
  ["product", /^(?:product|item|produkt|produit|producto|produto|商品|製品)$/i]
]

/** Teams have kinds of their own ("how-to", "FAQ"), and those are articles. */
const kindOf = (said = ""): DocumentKind => KINDS.find(([, pattern]) => pattern.test(said.trim()))?.[0] ?? "article"

function localeOf(said = ""): string | undefined {
  if (said.trim() === "") return undefined
  const [, language, region] = /^([a-z]{2,3})(?:[-_]([a-z]{2,4}))?$/i.exec(said.trim()) ?? []
  const locale = language
    ? [language.toLowerCase(), region?.toUpperCase()].filter(Boolean).join("-")
    : LANGUAGE_NAMES[said.trim().toLowerCase()]
  if (locale === undefined)
    throw new DocumentError(`Its language "${said.trim().slice(0, 60)}" isn't known: write a code such as en or pt-BR.`)
  return locale
}

const LANGUAGE_NAMES: Record<string, string> = {
  english: "en",
  englisch: "en",
  anglais: "en",
  inglés: "en",
  inglês: "en",
  英語: "en",
  german: "de",
  deutsch: "de",
  allemand: "de",
  alemán: "de",
  alemão: "de",
  ドイツ語: "de",
  french: "fr",
  französisch: "fr",
  français: "fr",
  francés: "fr",
  francês: "fr",
  フランス語: "fr",
  spanish: "es",
  spanisch: "es",
  espagnol: "es",
  español: "es",
  espanhol: "es",
  スペイン語: "es",
  portuguese: "pt",
  portugiesisch: "pt",
  portugais: "pt",
  portugués: "pt",
  português: "pt",
  ポルトガル語: "pt",
  japanese: "ja",
  japanisch: "ja",
  japonais: "ja",
  japonés: "ja",
  japonês: "ja",
  日本語: "ja"
}

const changedOf = (text = ""): string | undefined => (text.trim() === "" ? undefined : isoDateOf(text.trim()))

const groupsOf = (text = ""): string[] =>
  text
    .split(/[,;|、\n]/)
    .map((group) => group.trim())
    .filter(Boolean)

function urlOf(text = ""): string | undefined {
  const address = text.trim()
  if (address === "") return undefined
  const url = URL.parse(address)
  if (url && /^https?:$/.test(url.protocol)) return url.href
  throw new DocumentError(`Its address "${address.slice(0, 100)}" isn't one: it begins with http:// or https://.`)
}

const RECORD = z.record(z.string(), z.unknown())

/**
 * Returns an object's values by field and what it says about its publication, or undefined if the value isn't an
 * object. The first key of a field is used, and lists are joined.
 * @param around what is said of the whole list
 */
export function rowOfRecord(value: unknown, around: readonly Statement[] = []): TableRow | undefined {
  const read = RECORD.safeParse(value)
  if (!read.success || Array.isArray(value)) return undefined
  const values: FieldValues = {}
  for (const [key, said] of Object.entries(read.data)) {
    const field = fieldOf(key)
    const text = textOf(said)
    if (publicationFieldOf(key) !== undefined || field === undefined || text === undefined) continue
    values[field] ??= text
  }
  return { values, statements: [...around, ...statementsIn(read.data)] }
}

function textOf(value: unknown): string | undefined {
  if (typeof value === "string") return value
  if (typeof value === "number" || typeof value === "boolean") return String(value)
  return Array.isArray(value) && value.every((part) => typeof part === "string") ? value.join(", ") : undefined
}
