import type { Hono } from "hono"
import {
  voicePath,
  voiceProposalsAnswer,
  voiceRequest,
  voicesAnswer,
  voiceSaved
} from "../../protocol/operating/voices.ts"
import { Problem } from "../../runtime/problem.ts"
import { createRoutes } from "../access/create-routes.ts"
import type { RelayContext, RelayEnv } from "../http/context.ts"
import { answer, describeRoutes } from "../http/operation.ts"
import type { RouteParts } from "../http/route-parts.ts"
import { FEWEST_REPLIES, proposeVoices } from "./learning/propose-voices.ts"
import { listVoices, removeVoice, saveVoice } from "./stored-voices.ts"

export const voiceOperations = describeRoutes({
  "GET /v1/admin/voices": {
    summary: "Lists the team's voices.",
    who: "admin",
    answers: { 200: answer("Voices", voicesAnswer) }
  },
  "GET /v1/admin/voices/proposals": {
    summary:
      "Learns a voice for each language from imported solved tickets, as YAML for an admin to edit. Nothing is stored.",
    who: "admin",
    answers: { 200: answer("Proposals, and how many replies each needs", voiceProposalsAnswer) }
  },
  "PUT /v1/admin/voices": {
    summary:
      "Stores a voice as the newest version under its name. One with a mistake is refused, each mistake with its line, and so is one beside another that is as specific for the same tickets.",
    who: "admin",
    body: voiceRequest,
    answers: { 200: answer("Its name and version", voiceSaved) }
  },
  "DELETE /v1/admin/voices/:name": {
    summary: "Takes a voice out. Its versions stay.",
    who: "admin",
    path: voicePath,
    answers: { 204: answer("Taken out") }
  }
})

/** Creates the routes with which an admin manages the team's voices. */
export function voiceRoutes(parts: RouteParts): Hono<RelayEnv> {
  const { db, clock } = parts
  const me = (context: RelayContext) => context.get("person").person.id
  return createRoutes(parts, voiceOperations, {
    "GET /v1/admin/voices": async (context) => context.json(await listVoices(db)),
    "GET /v1/admin/voices/proposals": async (context) =>
      context.json({ needed: FEWEST_REPLIES, proposals: await proposeVoices(db) }),
    "PUT /v1/admin/voices": async (context, read) => {
      const { source } = await read.body()
      return context.json(await saveVoice(db, source, me(context), clock()))
    },
    "DELETE /v1/admin/voices/:name": async (context, read) => {
      if (!(await removeVoice(db, read.path().name, me(context), clock())))
        throw new Problem(404, "no-voice", "There is no such voice any more: load the list again.")
      return context.body(null, 204)
    }
  })
}
