import {
  voicePath,
  voiceProposalsAnswer,
  voiceRequest,
  voicesAnswer,
  voiceSaved,
  voicePreview
} from "../operating/voices.ts"
import { answer, describeRoutes } from "./describe/operation.ts"

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
    unmasked: "admin",
    answers: { 200: answer("Its name and version", voiceSaved) }
  },
  "DELETE /v1/admin/voices/:name": {
    summary: "Takes a voice out. Its versions stay.",
    who: "admin",
    path: voicePath,
    answers: { 204: answer("Taken out") }
  }
})

export const voicePreviewOperations = describeRoutes({
  "POST /v1/admin/voices/preview": {
    summary:
      "Shows how letters to sample tickets sound in a voice and without it, and what its check finds in them. They are written without a model, from the sample shop's pages. Nothing is stored. A voice with a mistake is refused as when it is stored.",
    who: "admin",
    body: voiceRequest,
    slow: true,
    unmasked: "admin",
    answers: { 200: answer("The letters", voicePreview) }
  }
})
