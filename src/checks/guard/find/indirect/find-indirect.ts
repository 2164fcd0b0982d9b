import type { Sentence } from "../../../../text/sentences.ts"
import type { Found } from "../../basis/finding.ts"
import type { Given } from "../../basis/given.ts"
import { together } from "../request/asking.ts"
import { INDIRECT_REQUESTS, type AnySign, type IndirectRequest } from "./requests.ts"
import { hasSign, placesOfSign } from "./signs.ts"

/**
 * Finds requests that name nothing: "what you put into the second box", "press Windows, Ctrl and Q, and let go of the
 * mouse". Each sentence is judged together with the two before it, by the sum of plain signs. A request is fine when a
 * source or an agent makes the same request to customers.
 */
export function findIndirect(said: Sentence[], given: Given): Found[] {
  return INDIRECT_REQUESTS.flatMap((request) => {
    const places = placesOf(request, said, given)
    if (places.length === 0 || isFine(request, given)) return []
    return places.map(({ start, end }): Found => ({ kind: request.kind, start, end }))
  })
}

/** Returns the requests that these sentences of the team make. */
export const indirectWays = (said: Sentence[]): string[] =>
  INDIRECT_REQUESTS.filter((request) => placesOf(request, said).length > 0).map(({ id }) => id)

const isFine = ({ id, known = [] }: IndirectRequest, given: Given) =>
  given.tells("indirect", [id]) ||
  known.some((sign) => given.tells("sign", [sign])) ||
  (id === "identity-picture" && given.tells("secret-request", ["identity"]))

/** Returns the sentences that make the request together. */
function placesOf({ weights, needs, near, least }: IndirectRequest, said: Sentence[], given?: Given): Sentence[] {
  if (!said.some((sentence) => needs.some((sign) => hasSign(sentence, sign, given)))) return []
  if (near && !said.some(({ text }) => standTogether(text, near))) return []
  const seen = said.map((sentence) => weights.filter(([sign]) => hasSign(sentence, sign, given)))
  const places = new Set<Sentence>()
  said.forEach((_, at) => {
    const first = Math.max(0, at - SENTENCES_BEFORE)
    const all = new Map(seen.slice(first, at + 1).flat())
    if (!needs.some((sign) => all.has(sign)) || sum(all.values()) < least) return
    said.slice(first, at + 1).forEach((sentence, n) => {
      if (seen[first + n]?.length) places.add(sentence)
    })
  })
  return [...places]
}

const standTogether = (text: string, [one, other]: readonly [AnySign, AnySign]) =>
  together(text, placesOfSign(text, one), placesOfSign(text, other), NEAR).length > 0

const sum = (numbers: Iterable<number>) => [...numbers].reduce((all, one) => all + one, 0)

const SENTENCES_BEFORE = 2
/** The largest distance between two signs that must stand near each other. */
const NEAR = 80
