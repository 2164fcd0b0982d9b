import type { MaskedTicket } from "../../../../ticket/masked-ticket.ts"
import { excludesOthers, namedKinds } from "../../../../text/cases/plan-names.ts"
import { writtenByCustomer } from "../../../../search/query/query.ts"
import type { Source } from "../../../../ticket/draft.ts"
import type { Quotable } from "../reading/quotable.ts"
import type { OtherCase } from "./other-cases.ts"
import { capitalsOf, holdsName, isByKind, isQuoted, namesOf } from "./page-names.ts"

/**
 * Finds the sentences about another plan, ticket or region than the one that the customer names. Two names are
 * alternatives where the page uses them in the same place: "a Flex ticket" and "a Fixed ticket", "on Plus" and
 * "on Everyday".
 */
export function decideByName(quotable: Quotable[], ticket: MaskedTicket, language: string): OtherCase[] {
  const isTold = toldNames(ticket, language)
  const decisions: OtherCase[] = []
  for (const own of Map.groupBy(quotable, ({ source }) => source).values()) {
    const page = own[0]?.source
    if (!page) continue
    const names = namesOf(page, language)
    const told = [...names.keys()].filter((name) => isTold(page, name))
    if (told.length === 0) continue
    const alternatives = new Map(
      [...names].flatMap(([name, frames]) => {
        const named = told.find((one) => one !== name && [...(names.get(one) ?? [])].some((frame) => frames.has(frame)))
        return named && !told.includes(name) ? [[name, named] as const] : []
      })
    )
    let before: OtherCase | undefined
    for (const other of own) {
      const here = [...names.keys()].filter((name) => holdsName(other.text, name))
      const instead = here.find((name) => alternatives.has(name))
      const named = instead && alternatives.get(instead)
      // In a list, what goes on from a sentence about another case is about that case, too.
      if (here.some((name) => told.includes(name))) before = undefined
      else if (instead && excludesOthers(other.text, instead, language)) before = undefined
      else if (instead && named) before = { other, because: named }
      else before = before && other.goesOn && other.inItem ? { ...before, other } : undefined
      if (before) decisions.push(before)
    }
  }
  return decisions
}

/** Returns a test whether a ticket names a name of a page. */
export function toldNames(ticket: MaskedTicket, language: string): (page: Source, name: string) => boolean {
  const written = [...writtenByCustomer(ticket), ticket.subject].join("\n")
  if (isByKind(language)) {
    const named = new Set(namedKinds(written, language).map(({ name }) => name))
    return (_page, name) => named.has(name) || (language === "de" && holdsName(written, name))
  }
  const words = new Set(written.toLowerCase().match(/[\p{L}\p{N}]+/gu))
  const capitals = capitalsOf(written)
  return (page, name) => capitals.has(name) || (isQuoted(page, name) && words.has(name.toLowerCase()))
}
