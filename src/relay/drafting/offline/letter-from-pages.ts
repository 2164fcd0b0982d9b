import { speaksOfWhatIsGrave } from "../../../intent/urgency.ts"
import type { Wish } from "../../../text/wishes.ts"
import type { Answer, AnswerTier, Source, UndoneWish } from "../../../ticket/draft.ts"
import { overLength } from "../../../checks/tone/voice/over-length.ts"
import { soundOf, type ReplyVoice, type TeamVoice, type TeamWording } from "../../../ticket/team-voice.ts"
import type { MaskedTicket } from "../../../ticket/masked-ticket.ts"
import type { DraftPart, RetrievedSources } from "../../../models/drafter/contract.ts"
import { answerChance, answerSignals, tierOf } from "./answer-chance.ts"
import { blanksFor } from "./blanks.ts"
import { casesToAsk } from "./branches/cases-to-ask.ts"
import { cutOtherEnds } from "./branches/cut-sentence.ts"
import { differingPages, openCases, withAsked } from "./branches/open-cases.ts"
import { otherCases, shownCases } from "./branches/other-cases.ts"
import { askedBy, askingSentences } from "./choosing/asking-sentences.ts"
import { chooseFromEachPage, chooseSentences, mainPage } from "./choosing/choose-sentences.ts"
import { orderByAsks } from "./choosing/order-by-asks.ts"
import { MOST_SUGGESTED, nearEnough, suggestionOf, suggestSentences, withAsking } from "./choosing/suggest-sentences.ts"
import { withUnspokenAsks } from "./choosing/unspoken-asks.ts"
import { blanksIn, macroSentences } from "./macros/macro-sentences.ts"
import { findInOtherLanguage } from "./other-language.ts"
import type { CustomerQuestion } from "./reading/customer-question.ts"
import { customerKnows } from "./reading/customer-knows.ts"
import type { Quotable } from "./reading/quotable.ts"
import { refusalOf } from "./refusal.ts"
import type { Voice } from "../voices/voice.ts"
import { chooseAsWished, mentioned } from "./wishes/choose-as-wished.ts"
import { frameWishesOf, undoneInFrame } from "./wishes/frame-wishes.ts"
import { bodyOf } from "./writing/body.ts"
import { framed, frameOf } from "./writing/frame.ts"
import { noDraft, withNotDone } from "./writing/not-done.ts"

/** The wishes that choose among the sentences of a letter. */
export const CHOICE: ReadonlySet<Wish["kind"]> = new Set(["shorter", "longer", "leave-out"])

/** What a letter is written from. */
export interface Letter {
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
  found: RetrievedSources
}

/** A wish that chooses among sentences is about those of pages, and so is a wish for another draft. */
export const choosesSentences = ({ wishes, attempt }: Letter): boolean =>
  attempt > 0 || wishes.some(({ kind }) => CHOICE.has(kind))

export const frameJob = ({
  voice,
  ticket,
  question,
  wishes,
  teamVoice,
  wordings = [],
  language
}: Omit<Letter, "quotable">) => ({
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
export function letterFrom(sources: Source[], least: number, job: Letter): DraftPart[] | undefined {
  const { ticket, question, quotable: all, wishes, attempt, language, voice, found } = job
  const { quotable, cut } = cutOtherEnds(
    all.filter(({ source }) => sources.includes(source)),
    ticket,
    language
  )
  const cases = [...cut, ...otherCases(quotable, ticket, language)]
  const otherOnes = new Set(cases.map(({ other }) => other))
  const instead = new Map(cases.flatMap(({ other, applies }) => (applies ? [[other, applies] as const] : [])))
  const { given, ...knows } = customerKnows(ticket, { language, voice, quotable, otherCases: otherOnes })
  // What the ticket gave is not asked for again.
  const offerable = nearEnough(quotable, sources).filter((one) => !given(one))
  const choice = chooseAsWished(quotable, wishes, {
    language,
    attempt,
    choose: (pool, size) =>
      (least > 0 ? chooseSentences : chooseFromEachPage)(question, pool, {
        ...size,
        ...knows,
        instead,
        needed: voice.needed
      })
  })
  const covered = choice.sentences.length ? choice.covered : 0
  const elsewhere = findInOtherLanguage(question, sources, language, voice)
  const frame = frameOf(frameJob(job))
  const without = [
    ...undoneInFrame(wishes, voice, ticket),
    ...noDraft(wishes.filter(({ kind }) => CHOICE.has(kind) || kind === "mention"))
  ]
  if (
    elsewhere &&
    elsewhere.covered >= (quotable.length ? LEAST_BESIDE : least) &&
    elsewhere.covered > covered * FAR_BETTER
  ) {
    const suggestions = suggestSentences(question, offerable, [], voice.needed, otherOnes)
    return withNotDone(
      [{ answer: { tier: "unsure", suggestions, frame } }, { questions: [elsewhere.question] }],
      without
    )
  }
  if (choice.sentences.length === 0) {
    if (!choice.notDone.some(({ why }) => why === "nothing-left")) return undefined
    // All that answers is to be left out.
    const suggestions = suggestSentences(question, offerable, [], voice.needed, otherOnes)
    return withNotDone([{ answer: { tier: "unsure", suggestions, frame } }], choice.notDone)
  }
  const sentencesOfLetter = () => {
    if (choosesSentences(job) || least === 0) return choice.sentences
    const mayBeSaid = offerable.filter((one) => !one.isDenied && !knows.known(one) && !otherOnes.has(one))
    return withUnspokenAsks(question, choice.sentences, mayBeSaid)
  }
  const signals = answerSignals(question, choice.sentences, quotable, found, language)
  const chance = answerChance(signals)
  const main = mainPage(choice.sentences)
  const tier = least === 0 ? "sure" : carefulTier(tierOf(chance, signals), main, quotable, job)
  const inDraft = tier === "sure" ? sentencesOfLetter() : []
  const answer: Answer = {
    tier,
    chance,
    signals,
    ...(main && { mainSource: main.n }),
    suggestions: tier === "nothing" ? [] : suggestSentences(question, offerable, inDraft, voice.needed, otherOnes),
    leftOut: shownCases(cases, inDraft),
    openCases: [...openCases(inDraft, language), ...differingPages(inDraft, quotable, language)]
  }
  if (tier === "nothing")
    return withNotDone([{ answer }, { refusal: refusalOf("no-answer", found, language) }], without)
  if (tier === "unsure") {
    const open = quotable.filter((one) => !given(one))
    const asking = askingSentences(question, open, voice)
    const suggestions = withAsking(answer.suggestions, asking)
    return withNotDone(
      [{ answer: { ...answer, suggestions, frame } }, { questions: asking.map((one) => askedBy(one, open)) }],
      without
    )
  }
  const { found: wanted, notDone } = mentioned(all, wishes, language)
  const macro = found.sources.find(({ id }) => id === found.leading && !choosesSentences(job))
  if (macro) {
    const whole = macroSentences(macro, language, voice)
    const said = whole.filter((one) => !given(one))
    const notSaid = whole.filter(given).map((one) => suggestionOf(one, said))
    const besides = suggestSentences(question, offerable, said, voice.needed, otherOnes)
    const suggestions = besides.filter(({ text }) => !said.some((one) => one.text === text))
    return letterOf(job, [...said, ...wanted], said, {
      answer: { ...answer, mainSource: macro.n, suggestions, ...(notSaid.length > 0 && { notSaid }) },
      notDone
    })
  }
  const sentences = [...orderByAsks(inDraft, question), ...wanted.filter((one) => !inDraft.includes(one))]
  return letterOf(job, sentences, quotable, { answer, notDone: [...notDone, ...choice.notDone] })
}

/** Writes the letter of these sentences. */
export function letterOf(
  job: Letter,
  sentences: Quotable[],
  quotable: Quotable[],
  { answer, notDone }: { answer: Answer; notDone: UndoneWish[] }
): DraftPart[] {
  const { ticket, question, wishes, voice } = job
  const isMacro = sentences[0]?.source.id === job.found.leading
  const frame = { ...frameJob(job), isPolite: isMacro }
  const askedIn = (said: Quotable[]) => (isMacro ? [] : casesToAsk(said, job))
  const write = (said: Quotable[]) => {
    const blanks = isMacro ? [] : blanksFor(said, quotable, question, ticket, voice.blanks)
    const asked = askedIn(said)
    const body = bodyOf(said, voice.space, (one, text) => [
      ...(blanks.some((blank) => blank.isInstead && blank.after === one) ? [] : [text]),
      ...blanks.filter((blank) => blank.after === one).map((blank) => blank.text),
      ...asked.flatMap(({ ways, question: which }) => (ways.at(-1) === one ? [which] : []))
    ])
    const questions = [...blanks.map((blank) => blank.question), ...blanksIn(said)]
    return framed(frame, body, questions, said[0]?.isListItem)
  }
  // A macro, a step and a solved reply are the team's own text and stay whole.
  const { said, left } = isMacro ? { said: sentences, left: [] } : shortEnough(sentences, write, frame.sound)
  const offered = left.map(({ source, text, at }) => ({ source: source.n, text, at }))
  const suggestions = [...offered, ...answer.suggestions].slice(0, MOST_SUGGESTED)
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
 * found far behind another one in its language isn't sure to answer, though most of the sentences that fit are its own.
 */
function carefulTier(tier: AnswerTier, main: Source | undefined, quotable: Quotable[], job: Letter): AnswerTier {
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
export const LEAST_COVERED = 0.12
/**
 * The share of the first page's score from which a page may carry a sure letter. On tickets of four invented companies
 * the only two letters below it were from a wrong page.
 */
const FAR_BEHIND = 0.85
/**
 * A page in another language shares few words with the customer's text. If there are pages in the right language, it is
 * mentioned only if it shares many words, and far more than those pages do.
 */
const LEAST_BESIDE = 0.2
const FAR_BETTER = 1.5
