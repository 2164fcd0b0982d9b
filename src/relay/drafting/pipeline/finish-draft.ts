import { holdsLetter } from "../../../ticket/danger.ts"
import { isLanguage } from "../../../text/languages.ts"
import type { Answer, Refusal } from "../../../ticket/draft.ts"
import type { MaskedTicket } from "../../../ticket/masked-ticket.ts"
import { soundOf, voiceRulesOf, type ReplyVoice } from "../../../ticket/team-voice.ts"
import { withProducts } from "../../recommendations/product-sources.ts"
import { askBack, frameWithoutLetter } from "../offline/writing/frame.ts"
import { VOICES } from "../voices/voice.ts"
import { dangerRefusal } from "./danger-stage.ts"
import { frameWithDisclosure } from "./disclosure.ts"
import type { PipelineEvent } from "./pipeline-events.ts"
import { withMissing, withStanding } from "./playbook-step.ts"
import type { DraftContext, DraftTask, VerifiedLetter } from "./write-draft.ts"

/**
 * Returns the end of a draft, with everything that the agent is shown. Without a letter, it has what one can begin
 * with.
 */
export function finishDraft(letter: VerifiedLetter, context: DraftContext, task: DraftTask): PipelineEvent {
  const { request, began } = task
  const { step } = context
  const sound = soundOf(context.voice, letter.language, request.ticket.channel)
  const { below, disclosure } = letter
  const frame = { ticket: request.ticket, sound, disclosure }
  const { answer, refusal } = holdsLetter(context.danger)
    ? offerInDanger(letter, context, frame)
    : offerOf(letter, context, frame)
  return {
    type: "draft-end",
    draftId: request.draftId,
    text: `${letter.text}${below.text}`,
    claims: [...letter.claims, ...below.claims],
    questions: step ? withMissing(letter.questions, step) : [...letter.questions],
    ...(refusal && { refusal: inCustomersWords(refusal, context.language) }),
    ...(answer && { answer }),
    ...(context.danger && { danger: context.danger }),
    ...(letter.repair && { repair: letter.repair }),
    ...(letter.verification && { verification: letter.verification }),
    ...(sound && { voice: voiceRulesOf(sound) }),
    ...(letter.tokens && { tokens: letter.tokens }),
    model: letter.model,
    ...(letter.instead && { instead: letter.instead }),
    pipelineVersion: context.pipelineVersion,
    language: letter.language,
    ms: { first: letter.firstMs ?? since(began), total: since(began) }
  }
}

const since = (began: number) => Math.round(performance.now() - began)

interface Frame {
  ticket: MaskedTicket
  sound: ReplyVoice | undefined
  /** The team's line below its letters. */
  disclosure: string | undefined
}

interface Offer {
  answer: Answer | undefined
  refusal?: Refusal | undefined
}

/** Returns what the agent is offered besides the letter or in place of one, or why there is nothing. */
function offerOf(letter: VerifiedLetter, { products, step }: DraftContext, frame: Frame): Offer {
  const { text, language, sources } = letter
  const { ticket, sound, disclosure } = frame
  const framed =
    letter.answer && disclosure !== undefined ? frameWithDisclosure(letter.answer, disclosure) : letter.answer
  const { answer, refusal } = withProducts({ ...letter, answer: framed }, products, sources, () =>
    frameWithoutLetter(ticket, language, sound)
  )
  const guided = step ? withStanding({ answer, refusal }, step) : answer
  const stepQuestions = (step?.standing.missing ?? []).flatMap(({ ask }) => ask ?? [])
  return { answer: withBeginning({ text, answer: guided, refusal }, { ...frame, language, stepQuestions }), refusal }
}

/** Offers what the team's playbook says or, without that, a holding reply, and nothing else. */
function offerInDanger(letter: VerifiedLetter, { retrieval, step }: DraftContext, { ticket, sound }: Frame): Offer {
  const { text, language } = letter
  const playbook = step && { playbook: step.standing }
  if (text !== "")
    return { answer: { tier: "sure", suggestions: [], ...playbook, ...mainSourceOf(letter) }, refusal: undefined }
  const frame = frameWithoutLetter(ticket, language, sound, true)
  return {
    answer: { tier: "nothing", suggestions: [], ...(frame && { frame }), ...playbook },
    refusal: dangerRefusal(retrieval.documents)
  }
}

const mainSourceOf = ({ answer }: VerifiedLetter) =>
  answer?.mainSource === undefined ? {} : { mainSource: answer.mainSource }

interface Beginning extends Frame {
  /** The language of the letter. */
  language: string | null
  /** What the team's playbook asks the customer. */
  stepQuestions: readonly string[]
}

/**
 * Adds to a draft without a letter what the agent can begin one with: greeting and closing, and a question that asks
 * the customer for more. A draft in a language that isn't written, or to a message that asks nothing, stays as it is.
 */
export function withBeginning(
  { text, answer, refusal }: Offer & { text: string },
  { ticket, language, sound, disclosure, stepQuestions }: Beginning
): Answer | undefined {
  const isOpen = refusal ? isUnanswered(refusal) : answer !== undefined
  if (text !== "" || !isOpen || !isLanguage(language)) return answer
  const begun: Answer = answer ?? { tier: "nothing", suggestions: [] }
  const question = askBack(ticket, language, sound, stepQuestions)
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
function inCustomersWords(refusal: Refusal, language: string | null): Refusal {
  if (!isLanguage(language)) return refusal
  if (refusal.reason === "danger") return { ...refusal, say: VOICES[language].holding }
  return isUnanswered(refusal) ? { ...refusal, say: VOICES[language].unanswered } : refusal
}

const isUnanswered = ({ reason }: Refusal) => reason === "no-answer" || reason === "no-knowledge"
