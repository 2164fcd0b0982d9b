import type { MaskedTicket } from "../../../../ticket/masked-ticket.ts"
import { stems } from "../../../../search/words/stems.ts"
import type { Quotable } from "../reading/quotable.ts"
import type { OtherCase } from "./other-cases.ts"

/** One of several cases of a page, with the sentences that are for it. */
export interface PageCase {
  name: string
  /** The ticket names it. */
  isTold: boolean
  sentences: [Quotable, ...Quotable[]]
}

/** Returns the sentences of the cases that the ticket doesn't name. Where it names none, `because` is empty. */
export function exceptTold(cases: readonly PageCase[]): OtherCase[] {
  const told = cases.filter(({ isTold }) => isTold)
  const because = told.map(({ name }) => name).join(", ")
  const [first] = told
  return cases
    .filter(({ isTold }) => !isTold)
    .flatMap(({ sentences }) =>
      sentences.map((other) => ({ other, because, ...(first && { applies: first.sentences[0] }) }))
    )
}

/** Returns the stems of everything that the thread says. */
export const writtenStems = ({ subject, messages }: MaskedTicket, language: string): ReadonlySet<string> =>
  new Set(stems([subject, ...messages.map(({ text }) => text)].join("\n"), language))

/** Returns whether the ticket names a case by all of its words. */
export const isNamed = (words: readonly string[], written: ReadonlySet<string>): boolean =>
  words.length > 0 && words.every((word) => written.has(word))
