import * as z from "zod/mini"
import { answerList, count, instant, line, longText, textUpTo } from "../fields.ts"

/**
 * What admins ask of the team's voices: GET and PUT /v1/admin/voices, GET .../proposals, DELETE /v1/admin/voices/:name.
 */

/** The YAML of one voice. Its name stands in it. */
export const voiceRequest = z.object({ source: textUpTo(200_000) })
export const voiceSaved = z.object({ name: line, version: count })
/** `:name` of an address is a voice's name. */
export const voicePath = z.object({ name: textUpTo(60) })
/** The newest version of each voice. `of` says of which tickets it is the voice, and is "" for all. */
export const voicesAnswer = z.object({
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
export type VoiceProposals = z.infer<typeof voiceProposalsAnswer>
export type VoiceProposal = VoiceProposals["proposals"][number]
export type VoicesAnswer = z.infer<typeof voicesAnswer>
export type ListedVoice = VoicesAnswer["voices"][number]
export type VoiceRequest = z.infer<typeof voiceRequest>
export type VoiceSaved = z.infer<typeof voiceSaved>

declare module "../admin.ts" {
  interface AdminValues {
    "admin-voices": VoicesAnswer
    "admin-voice-proposals": VoiceProposals
    "admin-voice-save": VoiceSaved
    "admin-voice-remove": null
  }
}
