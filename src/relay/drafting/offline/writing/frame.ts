import type { DraftPart } from "../../../../models/drafter/contract.ts"
import type { MissingFact, UndoneWish } from "../../../../ticket/draft.ts"
import type { MaskedTicket } from "../../../../ticket/masked-ticket.ts"
import { filled } from "../../../../checks/tone/voice/patterns.ts"
import { replaceWordings } from "../../../../checks/tone/voice/wordings.ts"
import type { ReplyVoice, Wording } from "../../../../ticket/team-voice.ts"
import { type Voice, VOICES } from "../../voices/voice.ts"
import { type CustomerQuestion, questionOf, isAsking, waitingMessages } from "../reading/customer-question.ts"
import { isLanguage, type Language } from "../../../../text/languages.ts"
import type { Wish } from "../../../../text/wishes.ts"
import { newlyWrittenText } from "../../../../search/query/query.ts"
import { sentences } from "../../../../text/sentences.ts"

/** What stands around the sentences of a reply: for whom, in which language, and how the agent wants it. */
export interface FrameJob {
  voice: Voice
  ticket: MaskedTicket
  question: CustomerQuestion
  wishes: FrameWishes
  /** The body has a courtesy of its own. */
  isPolite?: boolean
  /** The team's voice, if it has one for the ticket. */
  sound?: ReplyVoice | undefined
  /** The words that the team writes in place of others, in the language of the reply. */
  wordings?: readonly Wording[] | undefined
  /** The language of the reply. */
  language?: string
}

/** Returns what stands before and after the body of a reply: greeting and courtesy, and closing and the agent's name. */
export function frameOf({ voice, ticket, question, wishes, isPolite, sound }: FrameJob): {
  opening: string
  closing: string
} {
  const greeting = greetingOf({ voice, ticket, wishes, sound })
  const polite =
    isPolite || sound?.most.characters !== undefined
      ? ""
      : courtesy(voice, { ...question, trouble: wishes.apology ?? question.trouble }, sound)
  const isLetter = sound === undefined || sound.channel === "mail"
  const begun = greeting === "" ? "" : `${greeting}${isLetter ? "\n\n" : " "}`
  const opening = `${begun}${greeting.endsWith(",") || (greeting !== "" && !sound) ? polite : sentenceCase(polite)}`
  return {
    opening: opening + (polite === "" ? "" : voice.space),
    closing: closingOf(voice, ticket, sound)
  }
}

/** Returns the whole reply as parts. A list begins a new paragraph. */
export function framed(job: FrameJob, said: DraftPart[], questions: MissingFact[], list = false): DraftPart[] {
  const { opening, closing } = frameOf(job)
  return [
    ...(opening === "" ? [] : [{ text: list ? `${opening.trimEnd()}\n\n` : opening }]),
    ...said.map((part) => inWordsOf(part, job)),
    ...(closing === "" ? [] : [{ text: closing }]),
    ...(questions.length ? [{ questions }] : [])
  ]
}

/** Puts the words of the voice and of the team's memories in the place of those that they don't say. */
function inWordsOf(part: DraftPart, { sound, wordings = [], language }: FrameJob): DraftPart {
  if (!("text" in part)) return part
  const list = [...(sound?.forbidden ?? []), ...(sound?.preferred ?? []), ...wordings]
  return { text: replaceWordings(part.text, list, sound?.products ?? [], language ?? null) }
}

type Greeting = Pick<FrameJob, "voice" | "ticket" | "wishes" | "sound">

/** Greets as the agent wishes, or as the voice does, and by the first name if an agent has done so in the thread. */
function greetingOf({ voice, ticket, wishes, sound }: Greeting): string {
  if (wishes.greeting === "none" || beginsWithoutGreeting(ticket, sound)) return ""
  const name = greetedName({ voice, ticket, wishes, sound })
  const greeting = wishes.greeting && voice.greetings?.[wishes.greeting]
  const [ofVoice] = sound?.greetings ?? []
  const ofTeam = greeting === undefined && ofVoice !== undefined ? filled(ofVoice, "name", name) : ""
  return ofTeam === "" ? (greeting ?? voice.greeting)(name) : ofTeam
}

/** A chat may go without greetings, or without a second one. */
function beginsWithoutGreeting({ messages }: MaskedTicket, sound: ReplyVoice | undefined): boolean {
  if (!sound || sound.channel === "mail") return false
  const isAnswered = messages.some(({ role }) => role === "agent")
  return sound.opens === "none" || (sound.opens === "first" && isAnswered)
}

function greetedName({ ticket: { requester, firstName, messages }, wishes, sound }: Greeting): string {
  if (sound?.naming === "none" && wishes.firstName === undefined) return ""
  const isUsed = firstName && messages.some(({ role, text }) => role === "agent" && text.includes(firstName))
  const isFirst = wishes.firstName ?? (sound?.naming === undefined ? isUsed === true : sound.naming === "first")
  if (isFirst && firstName) return firstName
  // An e-mail address is not greeted like a name.
  return requester.startsWith("[EMAIL_") ? "" : requester
}

function courtesy(
  { courtesy: usual, informalCourtesy: informal = usual }: Voice,
  { trouble, again }: { trouble: boolean; again: boolean },
  sound: ReplyVoice | undefined
): string {
  const words = sound?.formality === "informal" ? informal : usual
  return trouble ? words.sorry : again ? words.again : words.first
}

function closingOf(voice: Voice, { agent }: MaskedTicket, sound: ReplyVoice | undefined): string {
  if (sound && !sound.isSigned) return ""
  const [signOff] = sound?.signOffs ?? []
  if (signOff !== undefined) return `\n\n${filled(signOff, "agent", agent)}`
  return `\n\n${voice.closing}${agent ? `\n${agent}` : ""}`
}

/** German goes on in lower case after a greeting. */
const sentenceCase = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1)

/**
 * Returns greeting and closing for a letter that an agent begins with an offered sentence, or undefined in a language
 * that isn't written.
 * @param isPolite the sentence has a courtesy of its own
 */
export function frameWithoutLetter(
  ticket: MaskedTicket,
  language: string | null,
  sound: ReplyVoice | undefined,
  isPolite = false
): { opening: string; closing: string } | undefined {
  if (!isLanguage(language)) return undefined
  const voice = VOICES[language]
  const question = questionOf(ticket, () => 1, language, voice)
  return question && frameOf({ voice, ticket, question, wishes: {}, isPolite, sound })
}

/** How the agent wants a reply to begin. What is undefined is as it would be without a wish. */
interface FrameWishes {
  greeting?: "none" | "formal" | "informal" | undefined
  firstName?: boolean | undefined
  apology?: boolean | undefined
}

/** Returns what the wishes say of the greeting and the apology. The newest wish counts. */
export function frameWishesOf(wishes: Wish[]): FrameWishes {
  const last = <Kind extends Wish["kind"]>(...kinds: Kind[]) =>
    wishes.map(({ kind }) => kind).findLast((kind): kind is Kind => kinds.some((one) => one === kind))
  const greeting = last("no-greeting", "formal", "informal")
  const name = last("first-name", "no-first-name")
  const apology = last("apologise", "no-apology")
  return {
    greeting: greeting === "no-greeting" ? "none" : greeting,
    firstName: name && name === "first-name",
    apology: apology && apology === "apologise"
  }
}

/** Returns the wishes about greeting and apology that this language or ticket can't follow. */
export function undoneInFrame(wishes: Wish[], voice: Voice, { firstName }: MaskedTicket): UndoneWish[] {
  return wishes.flatMap(({ kind, part }): UndoneWish[] => {
    if (kind === "first-name" && !firstName) return [{ part, why: "no-first-name" }]
    if ((kind === "formal" || kind === "informal") && !voice.greetings?.[kind]) return [{ part, why: "no-greeting" }]
    return kind === "unknown" ? [{ part, why: "unknown" }] : []
  })
}

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
