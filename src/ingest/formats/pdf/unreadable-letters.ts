import type { getDocumentProxy } from "unpdf"
import * as z from "zod/mini"
import { UNREADABLE } from "../../markdown/unfilled.ts"

type Page = Awaited<ReturnType<Awaited<ReturnType<typeof getDocumentProxy>>["getPage"]>>

/** Matches what a broken table of letters gives in place of a ligature. */
const BROKEN = /[\0-\x08\x0E-\x1F\uFFFD]/g

export const hasBrokenLetter = (text: string): boolean => text.search(BROKEN) >= 0

/**
 * Puts the letters of a page's ligatures into its texts, where the font's table of letters maps them to nothing. Fonts
 * also name their glyphs ("f_i"). A letter without a name becomes `UNREADABLE`, and `blocksOf` leaves its sentence out.
 */
export async function readBrokenLetters(page: Page, texts: readonly string[]): Promise<string[]> {
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
async function glyphNamesOf(page: Page): Promise<string[]> {
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
