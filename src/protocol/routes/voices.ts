import { answer, describeRoutes } from "./describe/operation.ts"
import * as z from "zod/mini"
import { answerList, count, instant, line, list, longText, ordinal, record, textUpTo } from "../fields.ts"
import { toneRule } from "../outcome.ts"

/**
 * What admins ask of the team's voices: GET and PUT /v1/admin/voices, GET .../proposals, POST .../preview, DELETE
 * /v1/admin/voices/:name.
 */

/** The YAML of one voice. Its name stands in it. */
const voiceRequest = z.object({ source: textUpTo(200_000) })
const voiceSaved = z.object({ name: line, version: count })
/** `:name` of an address is a voice's name. */
const voicePath = z.object({ name: textUpTo(60) })
/** The newest version of each voice. `of` says of which tickets it is the voice, and is "" for all. */
const voicesAnswer = z.object({
  voices: answerList(z.object({ name: line, of: line, persona: line, version: count, at: instant, source: longText }))
})
/**
 * GET /v1/admin/voices/proposals. A voice for each language with enough imported replies, as YAML for an admin to edit;
 * `source` is missing where there are too few. `needed` says how many it takes.
 */
export const voiceProposalsAnswer = z.object({
  needed: count,
  proposals: answerList(z.object({ language: line, replies: count, source: z.optional(longText) }))
})
/**
 * A letter, and what the voice's check finds in it: the same words that break the same rule once, with how often they
 * do. `data` fills the sentence that explains the rule.
 */
const previewedLetter = z.object({
  text: line,
  findings: answerList(z.object({ rule: toneRule, quote: line, times: ordinal, data: record(textUpTo(40), line, 10) }))
})
/**
 * POST /v1/admin/voices/preview. Letters to sample tickets, in the voice and without it. `channel` is one of mail,
 * chat, messaging and social.
 */
export const voicePreview = z.object({
  name: line,
  letters: list(
    z.object({
      language: textUpTo(35),
      channel: textUpTo(40),
      subject: line,
      requester: line,
      /** The customer's message. */
      asked: line,
      with: previewedLetter,
      without: previewedLetter
    }),
    20
  )
})
export type VoicePreview = z.infer<typeof voicePreview>
export type PreviewedLetter = z.infer<typeof previewedLetter>
export type VoiceProposals = z.infer<typeof voiceProposalsAnswer>
export type VoiceProposal = VoiceProposals["proposals"][number]
export type VoicesAnswer = z.infer<typeof voicesAnswer>
export type ListedVoice = VoicesAnswer["voices"][number]
export type VoiceSaved = z.infer<typeof voiceSaved>

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
