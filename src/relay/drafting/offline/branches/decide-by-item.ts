import { plainWords } from "../../../../text/words/words.ts"
import type { MaskedTicket } from "../../../../ticket/masked-ticket.ts"
import { stems } from "../../../../search/words/stems.ts"
import type { Quotable } from "../reading/quotable.ts"
import type { OtherCase } from "./other-cases.ts"
import { exceptTold, isNamed, writtenStems, type PageCase } from "./told-cases.ts"

/**
 * Finds the items of a list that begin with another case than the customer's: "After a return: ...", "After a search:
 * ...". The cases begin with the same word, and the ticket names one of them by all the words that the others don't
 * have. What an item goes on to say belongs to its case.
 */
export function decideByItem(quotable: Quotable[], ticket: MaskedTicket, language: string): OtherCase[] {
  const written = writtenStems(ticket, language)
  const lists = Map.groupBy(
    quotable.filter(({ inItem }) => inItem),
    ({ source, paragraph }) => JSON.stringify([source.n, paragraph])
  )
  return [...lists.values()].flatMap((list) => {
    const items = list.flatMap((one, at): [Quotable, ...Quotable[]][] =>
      one.goesOn ? [] : [[one, ...goingOn(list, at)]]
    )
    const names = items.map(([first]) => CASE.exec(first.text)?.[1] ?? "")
    if (items.length < 2 || new Set(names.map((name) => plainWords(name.toLowerCase())[0])).size !== 1) return []
    const words = names.map((name) => stems(name, language))
    const shared = words.reduce((all, own) => all.filter((word) => own.includes(word)))
    const cases = items.map((sentences, at): PageCase => {
      const distinct = (words[at] ?? []).filter((word) => !shared.includes(word))
      return { name: names[at] ?? "", isTold: isNamed(distinct, written), sentences }
    })
    return cases.some(({ isTold }) => isTold) ? exceptTold(cases) : []
  })
}

const goingOn = (list: Quotable[], at: number): Quotable[] => {
  const next = list.findIndex(({ goesOn }, place) => place > at && !goesOn)
  return list.slice(at + 1, next < 0 ? undefined : next)
}

/** The case of an item, before its colon. */
const CASE = /^([^:;.]{2,60}):\s/u
