import * as z from "zod/mini"
import { count, instant, requesterHash, textUpTo } from "../fields.ts"
import { answer, describeRoutes } from "./describe/operation.ts"

/**
 * What admins do with everything that is stored of one person's tickets. The person is named by the keyed hash of the
 * address, which the page or the command makes itself, so the relay is never sent the address.
 */
const requesterPath = z.object({ requester: requesterHash })

/** How much there is of the person's tickets, by kind. `sources` are agents' choices among sources. */
export const requesterCounts = z.object({
  tickets: count,
  drafts: count,
  cases: count,
  reviews: count,
  sources: count,
  intents: count,
  memories: count,
  pastTickets: count
})
export type RequesterCounts = z.infer<typeof requesterCounts>

/** `key` is null as long as texts aren't encrypted: without a master key no hash is made. */
const requesterKeyAnswer = z.object({ key: z.nullable(textUpTo(100)) })
/** `untied` is the number of tickets of which nobody knows whose they are. */
const requesterAnswer = z.object({ stored: requesterCounts, untied: count })
export type RequesterAnswer = z.infer<typeof requesterAnswer>
/** `receipt` stands in the audit with the same numbers. */
export const requesterErased = z.object({ receipt: z.uuid(), at: instant, erased: requesterCounts, untied: count })
export type RequesterErased = z.infer<typeof requesterErased>

export const requesterOperations = describeRoutes({
  "GET /v1/admin/requesters": {
    summary: "The team's key, by which an admin's browser makes the hash of an address.",
    who: "admin",
    answers: { 200: answer("The key, if there is one", requesterKeyAnswer) }
  },
  "GET /v1/admin/requesters/:requester": {
    summary: "How much is stored of a person's tickets.",
    who: "admin",
    path: requesterPath,
    answers: { 200: answer("Counts by kind", requesterAnswer) },
    slow: true
  },
  "DELETE /v1/admin/requesters/:requester": {
    summary: "Erase everything stored of a person's tickets.",
    who: "admin",
    path: requesterPath,
    answers: { 200: answer("The receipt", requesterErased) },
    slow: true
  },
  "GET /v1/admin/requesters/:requester/export": {
    summary: "Everything stored of a person's tickets, masked as it is stored.",
    who: "admin",
    path: requesterPath,
    answers: { 200: { description: "JSON, by kind", types: ["application/json"] } },
    slow: true
  }
})
