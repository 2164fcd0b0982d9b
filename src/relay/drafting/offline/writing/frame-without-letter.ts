import { isLanguage } from "../../../../text/languages.ts"
import type { MaskedTicket } from "../../../../ticket/masked-ticket.ts"
import type { ReplyVoice } from "../../../../ticket/team-voice.ts"
import { VOICES } from "../../voices/voice.ts"
import { questionOf } from "../reading/customer-question.ts"
import { frameOf } from "./frame.ts"

/**
 * Returns greeting and closing for a letter that an agent begins with an offered sentence, or undefined in a language
 * that isn't written.
 */
export function frameWithoutLetter(
  ticket: MaskedTicket,
  language: string | null,
  sound: ReplyVoice | undefined
): { opening: string; closing: string } | undefined {
  if (!isLanguage(language)) return undefined
  const voice = VOICES[language]
  const question = questionOf(ticket, () => 1, language, voice)
  return question && frameOf({ voice, ticket, question, wishes: {}, sound })
}
