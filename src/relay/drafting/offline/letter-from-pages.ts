import { speaksOfWhatIsGrave } from "../../../intent/urgency.ts"
import type { Wish } from "../../../text/wishes.ts"
import type { Answer, AnswerTier, Source, Suggestion, UndoneWish } from "../../../ticket/draft.ts"
import { overLength } from "../../../checks/tone/voice/over-length.ts"
import { soundOf, type ReplyVoice, type TeamVoice, type TeamWording } from "../../../ticket/team-voice.ts"
import type { MaskedTicket } from "../../../ticket/masked-ticket.ts"
import type { DraftPart, RetrievedSources } from "../../../models/drafter/contract.ts"
import { answerChance, answerSignals, atMostUnsure, tierOf } from "./answer-chance.ts"
import { blanksFor } from "./blanks.ts"
import { casesToAsk } from "./branches/cases-to-ask.ts"
import { cutOtherEnds } from "./branches/cut-sentence.ts"
import { differingPages, openCases, withAsked } from "./branches/open-cases.ts"
import { otherCases, shownCases, type OtherCase } from "./branches/other-cases.ts"
import {
  askedBy,
  askingSentences,
  MAX_SUGGESTED,
  nearEnough,
  suggestionOf,
  suggestSentences,
  withAsking
} from "./choosing/suggest-sentences.ts"
import { chooseFromEachPage, chooseSentences, mainPage } from "./choosing/choose-sentences.ts"
import { answersNewest } from "./choosing/newest-question.ts"
import { orderByAsks, withUnspokenAsks } from "./choosing/asks.ts"
import { blanksIn, macroSentences } from "./macros/macro-sentences.ts"
import { findInOtherLanguage } from "./other-language.ts"
import type { CustomerQuestion } from "./reading/customer-question.ts"
import { customerKnows, type CustomerKnows } from "./reading/customer-knows.ts"
import type { Quotable } from "./reading/quotable.ts"
import { refusalOf } from "./refusal.ts"
import type { Voice } from "../voices/voice.ts"
import {
  chooseAsWished,
  type WishedChoice,
  noDraft,
  saysLeftOut,
  teamTextAsWished,
  withNotDone
} from "./wishes/choose-as-wished.ts"
import { mentioned } from "./wishes/mention.ts"
import { lengthWished, shorten, type WishedText } from "./wishes/shorten.ts"
import { frameWishesOf, undoneInFrame, framed, frameOf } from "./writing/frame.ts"
import { bodyOf } from "./writing/body.ts"

/** The wishes that choose among the sentences of a letter. */
export const CHOICE: ReadonlySet<Wish["kind"]> = new Set(["shorter", "longer", "leave-out"])

/** What a letter is written from. */
export interface LetterBasis {
  ticket: MaskedTicket
  question: CustomerQuestion
  /** All quotable sentences of the sources in the language of the letter. */
  quotable: Quotable[]
  wishes: Wish[]
  /** How many other drafts the agent has asked for. */
  attempt: number
  language: string
  voice: Voice
  /** How the team wants the reply to sound. */
  teamVoice?: TeamVoice | undefined
  /** The words that the team writes in place of others, in any language. */
  wordings?: readonly TeamWording[] | undefined
  retrieval: RetrievedSources
}

/** A wish that chooses among sentences is about those of pages, and so is a wish for another draft. */
export const choosesSentences = ({ wishes, attempt }: LetterBasis): boolean =>
  attempt > 0 || wishes.some(({ kind }) => CHOICE.has(kind))

export const frameJob = ({
  voice,
  ticket,
  question,
  wishes,
  teamVoice,
  wordings = [],
  language
}: Omit<LetterBasis, "quotable">) => ({
  voice,
  ticket,
  question,
  wishes: frameWishesOf(wishes),
  sound: soundOf(teamVoice, language, ticket.channel),
  wordings: wordings.filter((one) => one.language === language),
  language
})

/**
 * Returns the draft from these sources, or undefined if they mention less than `least` of what was asked. Sources that
 * the agent chose only need one sentence that can be quoted.
 */
export function letterFrom(sources: Source[], least: number, job: LetterBasis): DraftPart[] | undefined {
  const pages = readPages(sources, job)
  const choice = choiceFrom(pages, least, job)
  const inOtherLanguage = letterByOtherLanguage(pages, choice, least, job)
  if (inOtherLanguage) return inOtherLanguage
  if (choice.sentences.length === 0) {
    if (!choice.notDone.some(({ why }) => why === "nothing-left")) return undefined
    // All that answers is to be left out.
    return withNotDone([unsure(suggestionsBeside([], pages, job), job)], choice.notDone)
  }
  const { answer, inDraft, notDone } = answerFrom(pages, choice, least, job)
  if (answer.tier === "nothing")
    return withNotDone(
      [{ answer }, { refusal: refusalOf("no-answer", job.retrieval, job.language) }],
      undoneWithoutLetter(job)
    )
  if (answer.tier === "unsure") return letterToBegin(answer, pages, job)
  return sureLetter(answer, { sentences: inDraft, notDone: [...choice.notDone, ...notDone] }, { pages, job })
}

/** The pages that a letter is written from, and what of them isn't said to this customer. */
interface Pages extends Omit<CustomerKnows, "given"> {
  sources: Source[]
  quotable: Quotable[]
  cases: OtherCase[]
  /** The sentences about other cases than the customer's. */
  ofOtherCases: Set<Quotable>
  isGiven: (one: Quotable) => boolean
  /** What may be offered beside the letter. What the ticket gave is not asked for again. */
  offerable: Quotable[]
}

function readPages(sources: Source[], { ticket, quotable: all, language, voice }: LetterBasis): Pages {
  const { quotable, cut } = cutOtherEnds(
    all.filter(({ source }) => sources.includes(source)),
    ticket,
    language
  )
  const cases = [...cut, ...otherCases(quotable, ticket, language)]
  const ofOtherCases = new Set(cases.map(({ other }) => other))
  const { given: isGiven, ...knows } = customerKnows(ticket, { language, voice, quotable, otherCases: ofOtherCases })
  const offerable = nearEnough(quotable, sources).filter((one) => !isGiven(one))
  return { sources, quotable, cases, ofOtherCases, isGiven, ...knows, offerable }
}

function choiceFrom({ quotable, cases, known, mayRepeat }: Pages, least: number, job: LetterBasis): WishedChoice {
  const { question, wishes, attempt, language, voice } = job
  const instead = new Map(cases.flatMap(({ other, applies }) => (applies ? [[other, applies] as const] : [])))
  const choose = least > 0 ? chooseSentences : chooseFromEachPage
  return chooseAsWished(quotable, wishes, {
    language,
    attempt,
    choose: (pool, size) => choose(question, pool, { ...size, known, mayRepeat, instead, needed: voice.needed })
  })
}

const suggestionsBeside = (
  sentences: Quotable[],
  { offerable, ofOtherCases }: Pages,
  { question, voice }: LetterBasis
): Suggestion[] => suggestSentences(question, offerable, sentences, voice.needed, ofOtherCases)

const unsure = (suggestions: Suggestion[], job: LetterBasis) => ({
  answer: { tier: "unsure" as const, suggestions, frame: frameOf(frameJob(job)) }
})

/** Returns the wishes that can't be followed where no letter is written. */
const undoneWithoutLetter = ({ wishes, voice, ticket }: LetterBasis): UndoneWish[] => [
  ...undoneInFrame(wishes, voice, ticket),
  ...noDraft(wishes.filter(({ kind }) => CHOICE.has(kind) || kind === "mention" || kind === "offer"))
]

/** Returns a blank for a page in another language, if that answers far better than those in the letter's own. */
function letterByOtherLanguage(
  pages: Pages,
  choice: WishedChoice,
  least: number,
  job: LetterBasis
): DraftPart[] | undefined {
  const covered = choice.sentences.length ? choice.covered : 0
  const elsewhere = findInOtherLanguage(job.question, pages.sources, job.language, job.voice)
  const needed = pages.quotable.length ? MIN_BESIDE : least
  if (!elsewhere || elsewhere.covered < needed || elsewhere.covered <= covered * FAR_BETTER) return undefined
  return withNotDone(
    [unsure(suggestionsBeside([], pages, job), job), { questions: [elsewhere.question] }],
    undoneWithoutLetter(job)
  )
}

/** Returns how sure the answer is and what is shown beside it, and the sentences that make the letter if it is sure. */
function answerFrom(
  pages: Pages,
  { sentences }: WishedChoice,
  least: number,
  job: LetterBasis
): { answer: Answer; inDraft: Quotable[]; notDone: UndoneWish[] } {
  const { quotable, cases } = pages
  const { question, language } = job
  const signals = answerSignals(question, sentences, quotable, job.retrieval, language)
  const ofTicket = answerChance(signals)
  const chance = answersNewest(question, sentences) ? ofTicket : atMostUnsure(ofTicket)
  const main = mainPage(sentences)
  const tier = least === 0 ? "sure" : carefulTier(tierOf(chance, signals), main, quotable, job)
  const { sentences: inDraft, notDone } = shorten(
    tier === "sure" ? withUnspoken(sentences, pages, least, job) : [],
    question,
    job
  )
  return {
    answer: {
      tier,
      chance,
      signals,
      ...(main && { mainSource: main.n }),
      suggestions: tier === "nothing" ? [] : suggestionsBeside(inDraft, pages, job),
      leftOut: shownCases(cases, inDraft),
      openCases: [...openCases(inDraft, language), ...differingPages(inDraft, quotable, language)]
    },
    inDraft,
    notDone
  }
}

/** Adds what the customer needs to know without having asked, unless the agent or the page decides what is said. */
function withUnspoken(sentences: Quotable[], pages: Pages, least: number, job: LetterBasis): Quotable[] {
  if (job.attempt > 0 || least === 0) return sentences
  const isLeftOut = saysLeftOut(job.wishes, job.language)
  const mayBeSaid = pages.offerable.filter(
    (one) => !one.isDenied && !pages.known(one) && !pages.ofOtherCases.has(one) && !isLeftOut(one.text)
  )
  return withUnspokenAsks(job.question, sentences, mayBeSaid)
}

/** Returns what the agent can begin a letter with, if it isn't sure that the pages answer. */
function letterToBegin(answer: Answer, { quotable, isGiven }: Pages, job: LetterBasis): DraftPart[] {
  const openSentences = quotable.filter((one) => !isGiven(one))
  const asking = askingSentences(job.question, openSentences, job.voice)
  const suggestions = withAsking(answer.suggestions, asking)
  return withNotDone(
    [
      { answer: { ...answer, suggestions, frame: frameOf(frameJob(job)) } },
      { questions: asking.map((one) => askedBy(one, openSentences)) }
    ],
    undoneWithoutLetter(job)
  )
}

/** Another letter, or a longer one, is written from pages. */
const choosesTeamText = ({ attempt, wishes }: LetterBasis): boolean => attempt === 0 && lengthWished(wishes) <= 0

/** Writes the letter from the leading macro, or else from the chosen sentences. */
function sureLetter(
  answer: Answer,
  choice: WishedText,
  { pages, job }: { pages: Pages; job: LetterBasis }
): DraftPart[] {
  const { retrieval, language, voice, question } = job
  const macro = retrieval.sources.find(({ id }) => id === retrieval.leading && choosesTeamText(job))
  const whole = macro ? macroSentences(macro, language, voice) : []
  if (!macro || pages.waitsForGiven(whole)) {
    const { sentences: wished, notDone } = mentioned(job, choice.sentences)
    const sentences = [
      ...orderByAsks(choice.sentences, question),
      ...wished.filter((one) => !choice.sentences.includes(one))
    ]
    return letterOf(job, sentences, pages.quotable, { answer, notDone: [...notDone, ...choice.notDone] })
  }
  const asWished = teamTextAsWished(
    whole.filter((one) => !pages.isGiven(one)),
    job
  )
  const fitting = asWished.sentences
  const { sentences: wished, notDone } = mentioned(job, fitting)
  const notSaid = whole.filter(pages.isGiven).map((one) => suggestionOf(one, fitting))
  const besides = suggestionsBeside(fitting, pages, job)
  const suggestions = besides.filter(({ text }) => !fitting.some((one) => one.text === text))
  return letterOf(job, [...fitting, ...wished], fitting, {
    answer: { ...answer, mainSource: macro.n, suggestions, ...(notSaid.length > 0 && { notSaid }) },
    notDone: [...notDone, ...asWished.notDone]
  })
}

/** Writes the letter of these sentences. */
export function letterOf(
  job: LetterBasis,
  sentences: Quotable[],
  quotable: Quotable[],
  { answer, notDone }: { answer: Answer; notDone: UndoneWish[] }
): DraftPart[] {
  const { ticket, question, wishes, voice } = job
  const isMacro = sentences[0]?.source.id === job.retrieval.leading
  const frame = { ...frameJob(job), isPolite: isMacro }
  const isLeftOut = saysLeftOut(wishes, job.language)
  const askedIn = (said: Quotable[]) => (isMacro ? [] : casesToAsk(said, job))
  const write = (said: Quotable[]) => {
    const blanks = isMacro
      ? []
      : blanksFor(said, quotable, question, ticket, voice.blanks).filter(({ text }) => !isLeftOut(text))
    const asked = askedIn(said)
    const body = bodyOf(said, voice.space, (one, text) => [
      ...(blanks.some((blank) => blank.isInstead && blank.after === one) ? [] : [text]),
      ...blanks.filter((blank) => blank.after === one).map((blank) => blank.text),
      ...asked.flatMap(({ ways, question: which }) => (ways.at(-1) === one ? [which] : []))
    ])
    const questions = [...blanks.flatMap(({ question }) => question ?? []), ...blanksIn(said)]
    return framed(frame, body, questions, said[0]?.isListItem)
  }
  // A macro, a step and a solved reply are the team's own text and stay whole.
  const { said, left } = isMacro ? { said: sentences, left: [] } : shortEnough(sentences, write, frame.sound)
  const offered = left.map(({ source, text, at }) => ({ source: source.n, text, at }))
  const suggestions = [...offered, ...answer.suggestions].slice(0, MAX_SUGGESTED)
  const cases = withAsked(answer.openCases ?? [], askedIn(said), said)
  return withNotDone(
    [{ answer: { ...answer, suggestions, openCases: cases } }, ...write(said)],
    [...notDone, ...undoneInFrame(wishes, voice, ticket)]
  )
}

/**
 * Leaves out the last sentences until the letter is as short as the voice wants it. One stays in any case. A line that
 * introduces a list goes with the last of its items.
 */
function shortEnough(
  sentences: Quotable[],
  write: (said: Quotable[]) => DraftPart[],
  sound: ReplyVoice | undefined
): { said: Quotable[]; left: Quotable[] } {
  // The voice's disclosure comes below, and counts.
  const below = sound?.disclosure === undefined ? "" : `\n\n${sound.disclosure}`
  const textOf = (parts: DraftPart[]) => parts.map((part) => ("text" in part ? part.text : "")).join("") + below
  let said = sentences
  while (sound && said.length > 1 && overLength(textOf(write(said)), sound.most)) {
    said = said.slice(0, -1)
    const last = said.at(-1)
    if (said.length > 1 && last && last.list === last.at) said = said.slice(0, -1)
  }
  return { said, left: sentences.slice(said.length) }
}

/**
 * A danger or a fraud isn't answered by a page that doesn't speak of it, however well its words fit. A page that search
 * ranked far behind another one in its language isn't sure to answer, though most of the sentences that fit are its
 * own.
 */
function carefulTier(tier: AnswerTier, main: Source | undefined, quotable: Quotable[], job: LetterBasis): AnswerTier {
  if (tier !== "sure" || !main) return tier
  const { ticket, question, language } = job
  if (main.score < FAR_BEHIND * Math.max(...quotable.map(({ source }) => source.score))) return "unsure"
  const asked = `${ticket.subject}\n${question.text}`
  return speaksOfWhatIsGrave(`${main.title}\n${main.passage}`, asked, language) ? tier : "unsure"
}

/**
 * The share of what was asked, by the weight of its words, that one page must mention. Below this share, on our own
 * development set, the page was more often the wrong one than the right one.
 */
export const MIN_COVERED = 0.12
/**
 * The share of the first page's score from which a page may carry a sure letter. On tickets of four invented companies
 * the only two letters below it were from a wrong page.
 */
const FAR_BEHIND = 0.85
/**
 * A page in another language shares few words with the customer's text. If there are pages in the right language, it is
 * mentioned only if it shares many words, and far more than those pages do.
 */
const MIN_BESIDE = 0.2
const FAR_BETTER = 1.5
