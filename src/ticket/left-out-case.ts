/** A sentence of a page that is about another case: another plan, a larger amount, a later day. */
export interface LeftOutCase {
  /** The number of its source. */
  source: number
  text: string
  /** The words of the ticket that decide. */
  because: string
  /** The agent decided it: the name of the fact (`caseFact`). */
  answered?: string
  /** The sentence of the draft for the customer's case. */
  applies?: string
  /** For a day that decides: how many days it is away from the newest message; below 0 if it is over. */
  days?: number
  /** For a day with its time of day: in how many hours it comes, as a range, because places differ. */
  ahead?: { least: number; most: number }
  /** For two clock times: by how many minutes it was late. */
  late?: number
  /** The reckoning: the day as YYYY-MM-DD, and the page's limit in days from it, below 0 for days before. */
  from?: string
  plus?: number
}

/** Under this name an agent's answer to such a question is a fact of the ticket. Its value is one of the names. */
export const caseFact = (names: string[]): string => names.join(CASE_OR)
const CASE_OR = " / "

/** Returns the names of the cases if a field is an agent's answer to such a question, or []. */
export function answeredNames(fact: string, value: string): string[] {
  const names = fact.split(CASE_OR)
  return names.length > 1 && names.includes(value) ? names : []
}

export const isCaseAnswer = (fact: string, value: string): boolean => answeredNames(fact, value).length > 0
