import { createInflate } from "node:zlib"
import type { getDocumentProxy } from "unpdf"
import * as z from "zod/mini"
import { decryptedPdf } from "../../text/bytes/pdf/decrypt/decrypted-pdf.ts"
import { UNREADABLE } from "../markdown/unfilled.ts"
import { DocumentError, type Format, bombError } from "./common/format.ts"
import { isPlausible, localeOf } from "./common/locale.ts"
import { documentOfFile, type DocumentFields } from "./common/file-document.ts"
import { linesOf, withoutRepeated, type Line, type Run, markdownOfLines } from "./pdf/markdown-of-lines.ts"
import { wholeFile } from "./common/text.ts"
import { refusePdfBombs, type PdfCounting } from "../../text/bytes/pdf/refuse-pdf-bombs.ts"

/** Reads the text of all pages as one document. */
export const pdf: Format = {
  id: "pdf",
  endings: ["pdf"],
  largest: 50_000_000,
  async *read(file, signal) {
    const bytes = await decryptedPdf(new Uint8Array(await wholeFile(await file.open(), signal)), signal)
    if (!bytes) throw new DocumentError(LOCKED)
    await refuseBombs(bytes, signal)
    yield { type: "document", document: documentOfFile(file, await saidBy(bytes, signal)) }
  }
}

/** A handbook has some hundred pages. */
const MAX_PAGES = 3000

async function saidBy(bytes: Uint8Array, signal: AbortSignal): Promise<DocumentFields> {
  const { getDocumentProxy } = await import("unpdf")
  // pdf.js runs nothing of the file and loads no fonts. It gets a copy of the bytes, because it may keep them.
  const options = {
    isEvalSupported: false,
    useSystemFonts: false,
    enableXfa: false,
    fontExtraProperties: true,
    verbosity: 0
  }
  const document = await getDocumentProxy(new Uint8Array(bytes), options).catch((cause: unknown) => {
    throw refusalOf(cause)
  })
  try {
    if (document.numPages > MAX_PAGES)
      throw new DocumentError(`It has ${document.numPages} pages; a PDF may have ${MAX_PAGES}.`)
    const pages: Line[][] = []
    let language: string | undefined
    const unreadable: number[] = []
    for (let number = 1; number <= document.numPages; number++) {
      signal.throwIfAborted()
      const page = await document.getPage(number)
      const { items, lang } = await contentOf(page, number)
      language ??= lang ?? undefined
      const runs = items.filter((item): item is typeof item & Run => "str" in item)
      const read = runs.some(({ str }) => hasBrokenLetter(str)) ? await withLetters(page, runs) : runs
      if (read.some(({ str }) => str.includes(UNREADABLE))) unreadable.push(number)
      pages.push(linesOf(read, number))
      page.cleanup()
    }
    refuseUnreadable(pages)
    const { title, body } = markdownOfLines(withoutRepeated(pages))
    const { info } = await document.getMetadata()
    const locale = localeOf(language ?? entryOf(info, "Language"))
    return {
      title: title ?? titleOf(entryOf(info, "Title")),
      body,
      locale: locale && isPlausible(locale, body) ? locale : undefined,
      changed: dateOf(entryOf(info, "ModDate") ?? entryOf(info, "CreationDate")),
      notices: noticeOf(unreadable)
    }
  } catch (cause) {
    signal.throwIfAborted()
    throw refusalOf(cause)
  } finally {
    await document.loadingTask.destroy()
  }
}

async function withLetters(page: Page, runs: readonly Run[]): Promise<Run[]> {
  const texts = await readBrokenLetters(
    page,
    runs.map(({ str }) => str)
  )
  return runs.map((run, at) => ({ ...run, str: texts[at] ?? run.str }))
}

/** Names the pages on which a font doesn't tell some of its letters. */
function noticeOf(pages: readonly number[]): string[] {
  if (pages.length === 0) return []
  const some = pages.slice(0, 10).join(", ") + (pages.length > 10 ? ` and ${pages.length - 10} more` : "")
  return [
    `A font doesn't tell all of its letters on page ${some}: sentences with them aren't quoted. Save it anew as PDF with searchable text, or as .docx.`
  ]
}

/** A page of a dense table has some thousands. */
const MAX_PIECES = 100_000

type Page = Awaited<ReturnType<Awaited<ReturnType<typeof getDocumentProxy>>["getPage"]>>
type Content = Awaited<ReturnType<Page["getTextContent"]>>

/** Reads a page's text. One that was made to have millions of pieces would hold everybody up for many seconds. */
async function contentOf(page: Page, number: number): Promise<Pick<Content, "items" | "lang">> {
  const stream: ReadableStream<Content> = page.streamTextContent()
  const reader = stream.getReader()
  const items: Content["items"] = []
  let lang: Content["lang"] = null
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    lang ??= read.value.lang
    items.push(...read.value.items)
    if (items.length <= MAX_PIECES) continue
    const fault = new DocumentError(
      `Its page ${number} has more than ${MAX_PIECES.toLocaleString("en")} pieces of text: nobody could read it.`
    )
    await reader.cancel(fault)
    throw fault
  }
  return { items, lang }
}

const LOCKED = "It is locked by a password: save it without one, and import it again."

function refusalOf(cause: unknown): Error {
  if (cause instanceof DocumentError) return cause
  const locked = cause instanceof Error && cause.name === "PasswordException"
  return new DocumentError(locked ? LOCKED : "It is a broken PDF: save it anew from the program that made it.", {
    cause
  })
}

function refuseUnreadable(pages: readonly Line[][]): void {
  const text = pages
    .flat()
    .map((line) => line.text)
    .join("")
  const letters = text.match(/[\p{L}\p{N}]/gu)?.length ?? 0
  if (letters < Math.min(20, 3 * pages.length))
    throw new DocumentError(
      "It has no text, only pictures of it: have it read by text recognition (OCR) first, and save that."
    )
  const strange = text.match(/[\p{Co}\p{Cc}\uFFFD]/gu)?.length ?? 0
  if (strange > letters / 4)
    throw new DocumentError(
      "Its fonts don't tell which letters they show: save it anew as PDF with searchable text, or as .docx."
    )
}

function entryOf(info: object, name: string): string | undefined {
  const value: unknown = Object.entries(info).find(([key]) => key === name)?.[1]
  return typeof value === "string" && value.trim() !== "" ? value.trim() : undefined
}

/** Returns the title unless it is one that programs fill in on their own. */
const titleOf = (said: string | undefined) =>
  said &&
  !/^(?:untitled|microsoft word|powerpoint|unbenannt|sans titre|sin título|sem título|無題)|\.(?:docx?|odt|pdf|indd|pages|xlsx?|pptx?|tex|html?)$/i.test(
    said
  )
    ? said
    : undefined

/** Reads "D:20260903101500+02'00'". */
function dateOf(said: string | undefined): string | undefined {
  const [, year, month, day] = /^D:(\d{4})(\d{2})(\d{2})/.exec(said ?? "") ?? []
  return year && !Number.isNaN(Date.parse(`${year}-${month}-${day}`)) ? `${year}-${month}-${day}` : undefined
}

/**
 * Checks how large the compressed parts of a handbook become. It stops at the signal.
 * @throws DocumentError for one that unpacks to far more than its size allows
 */
const refuseBombs = (bytes: Uint8Array<ArrayBuffer>, signal: AbortSignal): Promise<void> =>
  refusePdfBombs(bytes, countingWith(signal))

const countingWith = (signal: AbortSignal): PdfCounting => ({
  inflate: async (packed, { most, keep }) => {
    signal.throwIfAborted()
    const unpacking = createInflate({ chunkSize: 262_144 })
    unpacking.end(packed)
    let size = 0
    try {
      for await (const piece of unpacking as AsyncIterable<Buffer>) {
        signal.throwIfAborted()
        size += piece.length
        if (size > most) throw bombError()
        keep?.(piece)
      }
      return { size, isWhole: true }
    } catch (error) {
      // Broken data are left to the PDF reader, which describes them better.
      if (!(error instanceof Error && "code" in error && String(error.code).startsWith("Z_"))) throw error
      return { size, isWhole: false }
    }
  },
  limits: LIMITS,
  bomb: bombError
})

/**
 * A page scanned at 600 dpi in four colours is one picture of 139 MB. Three thousand pages with drawings, and some
 * hundred screenshots, take as much as the others say.
 */
const LIMITS = { list: 140_000_000, all: 500_000_000, pictures: 2_000_000_000 }

type PdfPage = Awaited<ReturnType<Awaited<ReturnType<typeof getDocumentProxy>>["getPage"]>>

/** Matches what a broken table of letters gives in place of a ligature. */
const BROKEN = /[\0-\x08\x0E-\x1F\uFFFD]/g

const hasBrokenLetter = (text: string): boolean => text.search(BROKEN) >= 0

/**
 * Puts the letters of a page's ligatures into its texts, where the font's table of letters maps them to nothing. Fonts
 * also name their glyphs ("f_i"). A letter without a name becomes `UNREADABLE`, and `blocksOf` leaves its sentence out.
 */
async function readBrokenLetters(page: PdfPage, texts: readonly string[]): Promise<string[]> {
  const names = await glyphNamesOf(page)
  const broken = texts.reduce((sum, text) => sum + (text.match(BROKEN)?.length ?? 0), 0)
  // Both lists are in the order in which the page is written. If they differ, a name can't be told to be its letter's.
  const areInStep = names.length === broken
  let at = 0
  return texts.map((text) =>
    text.replace(BROKEN, () => (areInStep ? lettersOf(names[at++] ?? "") : undefined) ?? UNREADABLE)
  )
}

/** Reads "fi", "f_f_i", "f_i.liga" and "uniFB01". Names such as "g17" say nothing. */
function lettersOf(name: string): string | undefined {
  const parts = name.replace(/\..*$/, "").split("_")
  const letters = parts.map((part) => {
    const [, code] = /^u(?:ni)?([\dA-F]{4,6})$/.exec(part) ?? []
    const point = code === undefined ? NaN : Number.parseInt(code, 16)
    if (point > 0x1f && point <= 0x10ffff && (point < 0xd800 || point > 0xdfff))
      return String.fromCodePoint(point).normalize("NFKC")
    return /^(?:[A-Za-z]|ff|fi|fl|ffi|ffl|st|ct|Th|tt|ti|fj)$/.test(part) ? part : undefined
  })
  return letters.includes(undefined) ? undefined : letters.join("")
}

const OPERATORS = z.object({ fnArray: z.array(z.number()), argsArray: z.array(z.unknown()) })
const SET_FONT = z.tuple([z.string()], z.unknown())
const GLYPHS = z.tuple([z.array(z.unknown())], z.unknown())
const GLYPH = z.object({ unicode: z.string(), originalCharCode: z.number() })
const FONT = z.object({ differences: z.array(z.nullish(z.string())) })

/** Returns the names of the glyphs without a letter, in the order of the page, with "" for one that has no name. */
async function glyphNamesOf(page: PdfPage): Promise<string[]> {
  const { OPS } = await import("unpdf/pdfjs")
  const { fnArray, argsArray } = OPERATORS.parse(await page.getOperatorList())
  const names: string[] = []
  let differences: readonly (string | null | undefined)[] = []
  fnArray.forEach((operator, at) => {
    if (operator === OPS.setFont) {
      const [name] = SET_FONT.safeParse(argsArray[at]).data ?? []
      const font: unknown = name !== undefined && page.commonObjs.has(name) ? page.commonObjs.get(name) : undefined
      differences = Array.from(FONT.safeParse(font).data?.differences ?? [])
    } else if (operator === OPS.showText) {
      const [glyphs = []] = GLYPHS.safeParse(argsArray[at]).data ?? []
      for (const each of glyphs) {
        const glyph = GLYPH.safeParse(each).data
        for (const _ of glyph?.unicode.match(BROKEN) ?? []) names.push(differences[glyph?.originalCharCode ?? -1] ?? "")
      }
    }
  })
  return names
}
