import type { Sentence } from "../../../../text/sentences.ts"
import { askingWords } from "../../words/asking.ts"
import { isOfOthers, spansOf } from "./asking.ts"
import { isRefused } from "./honest.ts"

/**
 * Returns for each sentence whether it asks the customer to let us into their account: a sign-in is approved or a code
 * is scanned, and in the same sentence or one beside it we are the ones who get in.
 */
export function lettingIn(said: Sentence[]): boolean[] {
  const enters = said.map(
    ({ text }) => spansOf(ENTER, text).some((span) => !isRefused(text, span)) && !isOfOthers(text)
  )
  if (!enters.includes(true)) return []
  return said.map(
    ({ text }, at) =>
      [at - 1, at, at + 1].some((beside) => enters[beside] === true) &&
      !isOfOthers(text) &&
      spansOf(APPROVE, text).some((span) => !isRefused(text, span))
  )
}

const APPROVE = askingWords(({ approve }) => approve)
const ENTER = askingWords(({ enter }) => enter)
