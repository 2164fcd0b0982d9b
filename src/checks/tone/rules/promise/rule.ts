import { promiseIn } from "../../../promises.ts"
import { supportChecker } from "../../../judge-sentence.ts"
import { citesSources } from "../../../../ticket/draft.ts"
import type { MaskedTicket } from "../../../../ticket/masked-ticket.ts"
import { finding, type Reply, type ToneFinding, type ToneRule } from "../../basis/finding.ts"
import { hasPhrase, listPattern } from "../../phrases/phrases.ts"

/**
 * The reply binds the company to money, a replacement, a date or an exception, and neither an earlier message of an
 * agent nor a source does. Work already done, the agent's own next step and a mere hope are no promises.
 */
export const promise: ToneRule = { order: 50, find }

function find(reply: Reply): ToneFinding[] {
  const guarantee = listPattern(reply.written, "guarantee")
  const step = listPattern(reply.written, "step")
  const binding = reply.sentences.filter(({ text }) => {
    if (isRight(text) || isAsked(text) || hasPhrase(NOT_BOUND, text)) return false
    return hasPhrase(guarantee, text) || (promiseIn(text, reply.written) !== undefined && !hasPhrase(step, text))
  })
  if (binding.length === 0) return []
  const check = supportChecker(asTicket(reply), asSources(reply), { language: reply.written })
  // What is near a source, in the team's own words, is promised by it; what only the customer says isn't looked at.
  return binding.flatMap(({ text, start, end }) =>
    citesSources(check(text, start)) ? [] : [finding(reply, "promise", start, end)]
  )
}

const isAsked = (sentence: string) => /[?？]["'”’»)」]*$|か。$/u.test(sentence.trim())
/** "You can cancel free of charge" names a right that the customer has; it is no new promise. */
const isRight = (sentence: string) =>
  hasPhrase(
    "you (?:can|may|could)|(?:können|dürfen) sie|sie (?:können|dürfen)|vous pouvez|(?:usted )?puede|(?:você )?pode",
    sentence
  ) &&
  !hasPhrase(
    "(?:i|we)(?:['’]ll| will)|you(?:['’]ll| will)|wir|nous|(?:\\p{L}+)(?:remos|aremos|eremos|iremos)",
    sentence
  )
/** The reply refuses to promise, or says what cannot be done. */
const NOT_BOUND =
  "(?:can['’]t|cannot|can not|unable to|not able to|won['’]t be able) (?:\\w+ )*(?:promise|guarantee|refund|replace|offer|give)|kann (?:ich|man) (?:\\p{L}+ )*nicht"

function asTicket({ thread, requester }: Reply): MaskedTicket {
  // A claim that only the customer made supports no promise.
  const messages = thread
    .filter(({ role }) => role !== "customer")
    .map(({ role, text }, n) => ({ id: `${n}`, role, author: "", at: "", text }))
  return { helpdesk: "", ticketId: "", version: "", subject: "", requester, agent: "", tags: [], messages }
}

function asSources({ sources }: Reply) {
  return sources.map((passage, n) => ({
    n: n + 1,
    id: `${n}`,
    title: "",
    kind: "article" as const,
    headings: [],
    passage,
    visibility: "public" as const,
    score: 1
  }))
}
