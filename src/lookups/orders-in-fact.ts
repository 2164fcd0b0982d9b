import { LISTS } from "replywright/lexicon/lookups"
import { wordsOf } from "../lexicon/lexicon.ts"
import { findInjection } from "../checks/injection/find-injection.ts"
import { sentences } from "../text/sentences.ts"

/**
 * Says whether a looked-up fact gives orders to whoever writes the reply. It is stricter than what a customer's message
 * is held to, because a customer may ask a shop to write or tell something, and a status of an order may not.
 */
export const readsAsOrder = (fact: string): boolean =>
  findInjection(fact) !== undefined || sentences(fact).some(({ text }) => ORDER.test(text))

/** The patterns of a list in all languages, because an answer of another system names no language. */
const any = (list: string) => `(?:${[...wordsOf(LISTS, list)].join("|")})`

/** Matches where a sentence or a clause begins that may be an order. */
const OPENING = `(?:^|[,;:–—]\\s*|(?<!\\p{L})${any("openings")}\\s+)["“„«»'‘(*>\\s]*`
const TELL = any("tells")
const WRITE = any("writes")
const REPLY = `${any("into")} ${any("determiners")}? ?${any("replies")}`

/** Tells that somebody is to tell the customer something, to write it in the reply, or that a machine is spoken to. */
const ORDER = new RegExp(
  [
    `${OPENING}${TELL}(?: ${any("please")})? ${any("customers")}(?!\\p{L}|\\s*:\\s*\\S+$)`,
    `${OPENING}${WRITE}(?: \\S{1,40}){0,8} ${REPLY}(?!\\p{L})`,
    `${OPENING}(?:${any("answers")}|${WRITE})(?: ${any("back")})? ?${any("that")}(?!\\p{L})`,
    `^["“„«'‘(*>#\\s]*(?:${any("hello")} )?(?:${any("machine-kinds")} )?${any("machines")}\\s*[,:!]`,
    any("orders")
  ].join("|"),
  "iu"
)
