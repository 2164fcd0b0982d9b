import { PageChanged, Unreadable, type Macro, type Macros } from "../helpdesks/contract/adapter.ts"
import type { MacroAnswer, MacrosAnswer, ToPage } from "../protocol/page.ts"
import type { HelpdeskPage } from "./helpdesk-page.ts"
import { PageRefusal } from "./page-problem.ts"

/** The milliseconds that a list is reused, because reading it takes requests that the whole team shares. */
const KEPT = 5 * 60_000
/** The most results of one search. */
const MAX_MACROS = 30
/** The number of characters that identify a text. */
const START = 160

export type MacroCache = ReturnType<typeof createMacroCache>

/**
 * Caches the helpdesk's macros in this page only. They are listed from time to time and searched here, and the text for
 * a ticket is made when it is asked for.
 */
export function createMacroCache({ adapter, page }: HelpdeskPage) {
  let kept: { at: number; list: ReturnType<Macros["list"]> } | undefined

  function listed(macros: Macros, signal: AbortSignal): ReturnType<Macros["list"]> {
    if (!kept || Date.now() - kept.at > KEPT) {
      const list = macros.list(page, signal)
      const mine = (kept = { at: Date.now(), list })
      list.catch(() => {
        if (kept === mine) kept = undefined
      })
    }
    return kept.list
  }

  return {
    /**
     * Returns the macros that contain every word, matches in the title first. Without `words` it only says whether
     * there are any.
     * @throws Refused, LoggedOut
     */
    async find({ words }: Extract<ToPage, { kind: "macros-find" }>, signal: AbortSignal): Promise<MacrosAnswer> {
      const { macros } = adapter
      if (!macros) throw new PageRefusal({ code: "no-macros" })
      if (words === undefined) return { ok: true, macros: [], found: 0, more: false }
      const { macros: all, more } = await asMacros(listed(macros, signal))
      const found = matching(all, words)
      return {
        ok: true,
        macros: found.slice(0, MAX_MACROS).map(({ id, title, text }) => ({ id, title, start: startOf(text) })),
        found: found.length,
        more
      }
    },

    /** Returns the text of one macro for this ticket. @throws Refused, LoggedOut */
    async read(
      { ticketId, macroId }: Extract<ToPage, { kind: "macro-read" }>,
      signal: AbortSignal
    ): Promise<MacroAnswer> {
      if (!adapter.macros) throw new PageRefusal({ code: "no-macros" })
      return { ok: true, text: await asMacros(adapter.macros.textFor(page, ticketId, macroId, signal)) }
    }
  }
}

/** A failure here is about macros, and says nothing about the ticket. */
async function asMacros<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    if (error instanceof Unreadable)
      throw new PageRefusal({ code: error.part === "not-found" ? "macro-gone" : "macros-unreadable", part: error.part })
    if (error instanceof PageChanged) throw new PageRefusal({ code: "macros-unreadable", part: error.part })
    throw error
  }
}

function matching(macros: Macro[], words: string): Macro[] {
  const wanted = fold(words).split(/\s+/).filter(Boolean)
  const holds = (text: string) => wanted.every((word) => text.includes(word))
  const titled = macros.filter(({ title }) => holds(fold(title)))
  return [
    ...titled,
    ...macros.filter((macro) => !titled.includes(macro) && holds(fold(`${macro.title} ${macro.text}`)))
  ]
}

const fold = (text: string) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase()

function startOf(text: string): string {
  const line = text.replace(/\s+/g, " ")
  return line.length > START ? `${line.slice(0, START).trimEnd()}…` : line
}
