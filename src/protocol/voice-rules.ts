import * as z from "zod/mini"
import { GREETS, type VoiceRules } from "../ticket/team-voice.ts"
import { answerList, count, line } from "./fields.ts"

const wording = z.object({ word: line, instead: z.optional(line) })

/** The team's voice for a draft, against which the browser holds the reply in the editor. */
export const voiceRules = z.object({
  name: line,
  formality: z.optional(z.enum(["formal", "informal"])),
  naming: z.optional(z.enum(["first", "full", "none"])),
  most: z.object({ words: z.optional(count), characters: z.optional(count) }),
  emoji: z.optional(count),
  forbidden: answerList(wording),
  preferred: answerList(wording),
  products: answerList(line),
  greetings: answerList(line),
  greets: z.enum(GREETS),
  signOffs: answerList(line)
})
voiceRules satisfies z.ZodMiniType<VoiceRules>
