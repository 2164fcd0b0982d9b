import type { LeftOutCase } from "../../../../ticket/left-out-case.ts"
import type { MaskedTicket } from "../../../../ticket/masked-ticket.ts"
import type { Quotable } from "../reading/quotable.ts"
import { decideByAnswer } from "./decide-by-answer.ts"
import { decideByCondition, decideByFigure } from "./decide-by-figure.ts"
import { decideByGroup } from "./decide-by-group.ts"
import { decideByItem } from "./decide-by-item.ts"
import { decideByName } from "./decide-by-name.ts"
import { decideByRow } from "./decide-by-row.ts"

/** A sentence of a page that is about another case than the customer's, and what in the ticket says so. */
export interface OtherCase {
  other: Quotable
  /** The sentence for the customer's case, where the page has one beside it. */
  applies?: Quotable
  /** The words of the ticket that decide; empty where it leaves open which case it is. */
  because: string
  /** The name of the question that the agent answered with it. */
  answered?: string
  /** For a day that decides: how many days lie between it and the newest message; below 0 after it. */
  days?: number
  /** For a day with its time of day: in how many hours it comes. */
  ahead?: { least: number; most: number }
  /** For two clock times: by how many minutes it was late. */
  late?: number
  /** The reckoning: this day (YYYY-MM-DD), and the page's limit in days from it. */
  from?: string
  plus?: number
}

/** Finds the sentences that a page says of other plans, amounts, periods, rows of a table or items of a list than the customer's. */
export function otherCases(quotable: Quotable[], ticket: MaskedTicket, language: string): OtherCase[] {
  return [
    ...decideByAnswer(quotable, ticket, language),
    ...decideByFigure(quotable, ticket, language),
    ...decideByCondition(quotable, ticket, language),
    ...decideByName(quotable, ticket, language),
    ...decideByGroup(quotable, ticket, language),
    ...decideByRow(quotable, ticket, language),
    ...decideByItem(quotable, ticket, language)
  ]
}

/** Returns the cases as the panel shows them: only those of pages that the draft quotes, each sentence once. */
export function shownCases(cases: OtherCase[], chosen: Quotable[]): LeftOutCase[] {
  const quoted = new Set(chosen.map(({ source }) => source))
  const seen = new Set<string>()
  return cases
    .filter(
      ({ other, because }) => because && quoted.has(other.source) && !seen.has(other.text) && seen.add(other.text)
    )
    .slice(0, MAX_CASES)
    .map(({ other, applies, because, answered, days, ahead, late, from, plus }) => ({
      source: other.source.n,
      text: other.text,
      because,
      ...(applies && chosen.includes(applies) && { applies: applies.text }),
      ...(answered !== undefined && { answered }),
      ...(days !== undefined && { days }),
      ...(ahead && { ahead }),
      ...(late !== undefined && { late }),
      ...(from !== undefined && plus !== undefined && { from, plus })
    }))
}

/** More cases than this are no longer read. */
const MAX_CASES = 4
