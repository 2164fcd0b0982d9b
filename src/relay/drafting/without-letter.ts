import { isLanguage } from "../../text/languages.ts"
import type { Answer, Refusal } from "../../ticket/draft.ts"
import type { MaskedTicket } from "../../ticket/masked-ticket.ts"
import type { ReplyVoice } from "../../ticket/team-voice.ts"
import { frameWithDisclosure } from "./disclosure.ts"
import { askBack } from "./offline/writing/ask-back.ts"
import { frameWithoutLetter } from "./offline/writing/frame-without-letter.ts"
import { VOICES } from "./voices/voice.ts"

interface Beginning {
  ticket: MaskedTicket
  /** The language of the letter. */
  language: string | null
  sound: ReplyVoice | undefined
  /** The team's line below its letters. */
  disclosure: string | undefined
  /** What the team's playbook asks the customer. */
  asked: readonly string[]
}

/**
 * Adds to a draft without a letter what the agent can begin one with: greeting and closing, and a question that asks the
 * customer for more. A draft in a language that isn't written, or to a message that asks nothing, stays as it is.
 */
export function withBeginning(
  { text, answer, refusal }: { text: string; answer: Answer | undefined; refusal: Refusal | undefined },
  { ticket, language, sound, disclosure, asked }: Beginning
): Answer | undefined {
  const isOpen = refusal ? isUnanswered(refusal) : answer !== undefined
  if (text !== "" || !isOpen || !isLanguage(language)) return answer
  const begun: Answer = answer ?? { tier: "nothing", suggestions: [] }
  const question = askBack(ticket, language, sound, asked)
  if (begun.frame) return { ...begun, askBack: question }
  const frame = frameWithoutLetter(ticket, language, sound)
  if (!frame) return answer
  const framed = { ...begun, frame, askBack: question }
  return disclosure === undefined ? framed : frameWithDisclosure(framed, disclosure)
}

/**
 * Adds a sentence in the customer's language if no source answers, so that an agent who doesn't write that language
 * still has something to send.
 */
export function inCustomersWords(refusal: Refusal, language: string | null): Refusal {
  return isUnanswered(refusal) && isLanguage(language) ? { ...refusal, say: VOICES[language].unanswered } : refusal
}

const isUnanswered = ({ reason }: Refusal) => reason === "no-answer" || reason === "no-knowledge"
