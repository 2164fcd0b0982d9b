import { answeredNames } from "../../../../text/cases/case-fact.ts"
import { escapeRegExp } from "../../../../text/escape-reg-exp.ts"
import type { MaskedTicket } from "../../../../ticket/masked-ticket.ts"
import type { Quotable } from "../reading/quotable.ts"
import { isNear } from "./decide-by-figure.ts"
import type { OtherCase } from "./other-cases.ts"

/** What an agent answered to a question which case it is. */
export interface CaseAnswer {
  /** The name of the field, which names all cases. */
  fact: string
  kept: string
  others: string[]
}

/** Returns the agent's answers among the fields of a ticket: "members / non-members" is "members". */
export function caseAnswers(fields: MaskedTicket["fields"]): CaseAnswer[] {
  return Object.entries(fields ?? {}).flatMap(([fact, kept]): CaseAnswer[] => {
    const others = answeredNames(fact, kept).filter((name) => name !== kept)
    return others.length > 0 ? [{ fact, kept, others }] : []
  })
}

/** Finds the sentences of the cases that the agent's answer rules out. The page's own words say which case a sentence is for. */
export function decideByAnswer(quotable: Quotable[], ticket: MaskedTicket, language: string): OtherCase[] {
  return caseAnswers(ticket.fields).flatMap(({ fact, kept, others }) => {
    const named = (text: string) => namesIn(text, [kept, ...others], language)
    const applying = quotable.filter(({ text }) => named(text).includes(kept))
    return quotable.flatMap((other): OtherCase[] => {
      const applies = applying.find((one) => isNear(one, other))
      const isOther = !applying.includes(other) && named(other.text).length > 0
      return applies && isOther ? [{ other, applies, because: kept, answered: fact }] : []
    })
  })
}

/** Returns which of these names a text holds. "Non-members" doesn't hold "members". */
function namesIn(text: string, names: string[], language: string): string[] {
  let rest = text
  return names
    .toSorted((a, b) => b.length - a.length)
    .filter((name) => {
      const pattern = escapeRegExp(name)
      const whole = language === "ja" ? pattern : `(?<![\\p{L}\\p{N}-])${pattern}(?![\\p{L}\\p{N}])`
      const without = rest.replace(new RegExp(whole, "gu"), "#")
      const isThere = without !== rest
      rest = without
      return isThere
    })
}
