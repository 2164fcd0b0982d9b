/** Under this name an agent's answer to such a question is a fact of the ticket. Its value is one of the names. */
export const caseFact = (names: string[]): string => names.join(CASE_OR)
const CASE_OR = " / "

/** Returns the names of the cases if a field is an agent's answer to such a question, or []. */
export function answeredNames(fact: string, value: string): string[] {
  const names = fact.split(CASE_OR)
  return names.length > 1 && names.includes(value) ? names : []
}

export const isCaseAnswer = (fact: string, value: string): boolean => answeredNames(fact, value).length > 0
