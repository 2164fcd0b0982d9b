import { newlyWrittenText } from "../../../../search/query/query.ts"
import { sentences } from "../../../../text/sentences.ts"
import type { Language } from "../../../../text/languages.ts"
import type { MaskedTicket } from "../../../../ticket/masked-ticket.ts"
import type { ReplyVoice } from "../../../../ticket/team-voice.ts"
import { VOICES } from "../../voices/voice.ts"
import { isAsking, waitingMessages } from "../reading/customer-question.ts"

/**
 * Returns the question that asks the customer for more, where no source answers. It repeats nothing of the ticket, and
 * claims nothing: the facts that a playbook waits for are asked in the team's own words, and else it is the plain
 * question for what the ticket leaves open.
 * @param asked the questions of the team's playbook for the facts that it misses
 */
export function askBack(
  ticket: MaskedTicket,
  language: Language,
  sound: ReplyVoice | undefined,
  asked: readonly string[]
): string {
  const voice = VOICES[language]
  if (asked.length > 0) return asked.join(voice.space)
  const { askBack: usual, informalAskBack: informal = usual } = voice
  const words = sound?.formality === "informal" ? informal : usual
  const text = waitingMessages(ticket)
    .map((message) => newlyWrittenText(message.text))
    .join("\n\n")
  if (voice.trouble.test(`${ticket.subject}\n${text}`)) return words.trouble
  const isClear = sentences(text, language).some((sentence) => isAsking(sentence.text, voice))
  return isClear ? words.other : words.unclear
}
