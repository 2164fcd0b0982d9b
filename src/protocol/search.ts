import * as z from "zod/mini"
import { maskedTicket, source } from "./relay.ts"

/** What the panel asks of the team's knowledge besides a draft. Every text in it is masked, but for ids of documents, which the relay gave. */

const id = z.string().check(z.minLength(1), z.maxLength(200))
const words = (max: number) => z.string().check(z.maxLength(max))

/** POST /v1/knowledge/search: the agent's own words, over all that this person may see. `helpdesk`: of the ticket in front; the sample shop's pages are found for its own. */
export const searchRequest = z.object({ query: words(20_000).check(z.minLength(1)), locale: z.optional(words(35)), helpdesk: z.optional(words(60)) })
export type SearchRequest = z.infer<typeof searchRequest>
/** `found`: best first, `n` from 1. `documents`: how many this person may see. */
export const searchAnswer = z.object({ found: z.array(source), documents: z.number() })
export type SearchAnswer = z.infer<typeof searchAnswer>

/** POST /v1/knowledge/replies: what was sent in threads like this one, and what the team has ready for it. */
export const repliesRequest = z.object({ ticket: maskedTicket })
export type RepliesRequest = z.infer<typeof repliesRequest>
const found = {
  /** Id of the document in the relay's knowledge. */
  id, title: z.string(), locale: z.optional(z.string()), url: z.optional(z.string()), changed: z.optional(z.string()),
  visibility: z.enum(["public", "internal"]), version: z.optional(z.number()), score: z.number()
}
/** A solved ticket: what was asked and what was answered, with neutral gaps ("[a name]") for people. */
export const similarTicket = z.object({ ...found, question: z.string(), reply: z.string(), tags: z.array(z.string()), satisfaction: z.optional(z.enum(["good", "bad"])) })
export type SimilarTicket = z.infer<typeof similarTicket>
/** A macro: what nobody can fill without the helpdesk is a blank, `[[what is missing]]`. `macroId`: its id in the helpdesk `helpdesk`. */
export const rankedMacro = z.object({ ...found, text: z.string(), helpdesk: z.optional(z.string()), macroId: z.optional(z.string()) })
export type RankedMacro = z.infer<typeof rankedMacro>
/** At most five of each, best first. */
export const repliesAnswer = z.object({ tickets: z.array(similarTicket), macros: z.array(rankedMacro) })
export type RepliesAnswer = z.infer<typeof repliesAnswer>

/** POST /v1/knowledge/feedback: a macro or a solved reply was put into the editor. Told once by `id`, made by the browser. */
export const usedDocument = z.object({ id: z.uuid(), document: id, version: z.optional(z.int32().check(z.positive())), helpdesk: words(60), ticketId: id })
export type UsedDocument = z.infer<typeof usedDocument>
