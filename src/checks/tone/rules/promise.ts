import { promiseIn } from "../../promises.ts"
import { supportChecker } from "../../support.ts"
import type { MaskedTicket } from "../../../ticket/masked-ticket.ts"
import { finding, type Reply, type ToneRule } from "../basis/finding.ts"
import { hasPhrase, phrasesOf } from "../phrases/phrases.ts"

/**
 * Binds the company to money, a replacement, a date, an exception, where no earlier word of an agent and no source
 * does. What is done already, the agent's own next step and what is only hoped are none.
 */
export const promise: ToneRule = (reply) => {
  const { guarantee, step } = phrasesOf(reply.written)
  const binding = reply.sentences.filter(({ text }) => {
    if (isRight(text) || isAsked(text) || hasPhrase(NOT_BOUND, text)) return false
    return hasPhrase(guarantee, text) || (promiseIn(text, reply.written) !== undefined && !hasPhrase(step, text))
  })
  if (binding.length === 0) return []
  const check = supportChecker(asTicket(reply), asSources(reply), { language: reply.written })
  return binding.flatMap(({ text, start, end }) =>
    check(text, start).state === "supported" ? [] : [finding(reply, "promise", start, end)]
  )
}

const isAsked = (sentence: string) => /[?？]["'”’»)」]*$|か。$/u.test(sentence.trim())
/** "You can cancel free of charge": a right that the customer has, not a word given now. */
const isRight = (sentence: string) =>
  hasPhrase(
    "you (?:can|may|could)|(?:können|dürfen) sie|sie (?:können|dürfen)|vous pouvez|(?:usted )?puede|(?:você )?pode",
    sentence
  ) &&
  !hasPhrase(
    "(?:i|we)(?:['’]ll| will)|you(?:['’]ll| will)|wir|nous|(?:\\p{L}+)(?:remos|aremos|eremos|iremos)",
    sentence
  )
/** A rule of conditions is no promise; nor is what is said of the customer's own doing. */
const NOT_BOUND =
  "(?:can['’]t|cannot|can not|unable to|not able to|won['’]t be able) (?:\\w+ )*(?:promise|guarantee|refund|replace|offer|give)|kann (?:ich|man) (?:\\p{L}+ )*nicht"

function asTicket({ thread, requester }: Reply): MaskedTicket {
  // What only the customer said is no ground.
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
