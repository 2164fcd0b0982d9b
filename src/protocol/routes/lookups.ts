import * as wire from "../operating/lookups.ts"
import { answer, describeRoutes, UNMASKED } from "./describe/operation.ts"

export const lookupOperations = describeRoutes({
  "GET /v1/lookups": {
    summary:
      "The team's lookups, which each browser makes itself. Each answer to somebody signed in tells their version in the header x-lookups.",
    who: "agent",
    answers: { 200: answer("The definitions", wire.lookupsAnswer) }
  },
  "POST /v1/lookups/:name/ask": {
    summary: "Asks a view of the team's database for facts about a ticket. Nothing of request and answer is stored.",
    who: "agent",
    path: wire.lookupPath,
    body: wire.viewRequest,
    answers: { 200: answer("Its rows", wire.viewAnswer), 422: UNMASKED }
  },
  "GET /v1/admin/lookups": {
    summary: "Lists the team's lookups as their files are.",
    who: "admin",
    answers: { 200: answer("Lookups", wire.storedLookupsAnswer) }
  },
  "PUT /v1/admin/lookups": {
    summary:
      "Stores a lookup as the newest version under its name. One with a mistake is refused, each mistake with its line.",
    who: "admin",
    body: wire.lookupRequest,
    unmasked: "admin",
    answers: { 200: answer("Its name and version", wire.lookupSaved) }
  },
  "DELETE /v1/admin/lookups/:name": {
    summary: "Removes a lookup. Its versions stay.",
    who: "admin",
    path: wire.lookupPath,
    answers: { 204: answer("Removed") }
  }
})
