import type { Fact } from "../../text/facts.ts"
import { contentWords } from "../../text/words/words.ts"

/** Returns the stems of a text's words without its figures and their units, which are facts and compared as such. */
export function subjectStems(text: string, said: readonly Fact[], language: string | null): string[] {
  return contentWords(withoutFacts(text, said), language)
}

/** Returns a text with its facts blanked out, except names. */
export function withoutFacts(text: string, said: readonly Fact[]): string {
  let rest = text
  for (const { kind, start, end } of said)
    if (kind !== "name") rest = rest.slice(0, start) + " ".repeat(end - start) + rest.slice(end)
  return rest
}
