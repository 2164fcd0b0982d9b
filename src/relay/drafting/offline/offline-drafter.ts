import { isLanguage } from "../../../text/languages.ts"
import type { Answer, MissingFact, Refusal, Source } from "../../../ticket/draft.ts"
import type { MaskedTicket } from "../../../ticket/masked-ticket.ts"
import { LEAST_CHANCE } from "../../../search/rank/chance-of-answer.ts"
import { stems } from "../../../search/words/stems.ts"
import { answerChance, answerSignals, tierOf } from "./answer-chance.ts"
import { suggestSentences, withAsking } from "./choosing/suggest-sentences.ts"
import { alreadyKnown } from "./reading/already-known.ts"
import { alreadyGiven } from "./reading/already-given.ts"
import { blanksFor } from "./blanks.ts"
import {
  chooseSentences,
  chooseFromEachPage,
  sentenceAbout,
  askedBy,
  askingSentences,
  mainPage
} from "./choosing/choose-sentences.ts"
import { findInOtherLanguage, languageOfSource } from "./other-language.ts"
import { differingPages, openCases } from "./branches/open-cases.ts"
import { otherCases, shownCases } from "./branches/other-cases.ts"
import { readInstruction, type Instruction } from "./instruction.ts"
import { quotableOf, type Quotable } from "./reading/quotable.ts"
import { questionOf, type CustomerQuestion } from "./reading/customer-question.ts"
import { refusalOf } from "./refusal.ts"
import type { Drafter, DraftJob, DraftPart, RetrievedSources } from "../../../models/drafter/contract.ts"
import { runInWorkerIfLarge } from "../../../runtime/worker-thread/run-in-worker.ts"
import { ticketSize } from "../../../ticket/ticket-size.ts"
import { VOICES, type Voice } from "../voices/voice.ts"

/**
 * Writes without a model, in the customer's language. It greets, quotes the sentences that answer word for word from
 * public sources in that language, and closes. The customer's text is only used to choose among them, so nothing in it
 * can be repeated or obeyed. If only a page in another language answers, a blank says so. It refuses if no page
 * answers, or if there is no voice for the language yet.
 */
export function createOfflineDrafter(): Drafter {
  return {
    name: "offline",
    fingerprint: "offline 5",
    async *write(job, signal) {
      const {
        request: { ticket, instruction },
        found,
        language
      } = job
      for (const piece of await runInWorkerIfLarge(ticketSize(ticket), LETTER, {
        request: { ticket, instruction },
        found,
        language
      })) {
        signal.throwIfAborted()
        yield piece
        // Other work of the process runs between two sentences, and the first sentence can already be sent.
        await new Promise<void>((resolve) => {
          setImmediate(resolve)
        })
      }
    }
  }
}

/** Returns the whole draft at once. */
export function letter({ request: { ticket, instruction }, found, language }: LetterJob): DraftPart[] {
  const voice = isLanguage(language) ? VOICES[language] : undefined
  const refuse = (reason: Refusal["reason"]): DraftPart[] => [{ refusal: refusalOf(reason, found, language) }]
  if (!ticket.messages.some(({ role, text }) => role === "customer" && /\p{L}{2}/u.test(text)))
    return refuse("nothing-asked")
  if (!voice || !language) return withoutVoice(found) ?? refuse("language")
  const idf = (word: string) => found.weights?.[word] ?? 1
  const question = questionOf(ticket, idf, language, voice)
  if (!question) return refuse("nothing-asked")
  if (found.documents === 0) return refuse("no-knowledge")
  const quotable = quotableOf(
    found.sources.filter((source) => languageOfSource(source) === language),
    language,
    voice
  )
  const wish = readInstruction(instruction, language)
  const chosen = found.sources.filter(({ id }) => found.chosen?.includes(id))
  const from = (sources: Source[], least: number) =>
    letterFrom(sources, least, { ticket, question, quotable, wish, language, voice, found })
  const byChoice = chosen.length > 0 ? from(chosen, 0) : undefined
  if (!byChoice && (found.chance ?? 1) < LEAST_CHANCE) return refuse("no-answer")
  return byChoice ?? from(found.sources, LEAST_COVERED) ?? refuse("no-answer")
}

type LetterJob = Pick<DraftJob, "found" | "language"> & { request: Pick<DraftJob["request"], "ticket" | "instruction"> }

/** For a language that can't be written: the pages that may answer, if there are any. */
function withoutVoice({ sources, chance = 1 }: RetrievedSources): DraftPart[] | undefined {
  const isShown = chance >= LEAST_CHANCE && sources.some(({ visibility }) => visibility === "public")
  return isShown ? [{ answer: { tier: "unsure", suggestions: [] } }] : undefined
}

interface Letter {
  ticket: MaskedTicket
  question: CustomerQuestion
  /** All quotable sentences of the sources in the customer's language. */
  quotable: Quotable[]
  wish: Instruction
  language: string
  voice: Voice
  found: RetrievedSources
}

/**
 * Returns the draft from these sources, or undefined if they mention less than `least` of what was asked. Sources that
 * the agent chose only need one sentence that can be quoted.
 */
function letterFrom(
  sources: Source[],
  least: number,
  { ticket, question, quotable: all, wish, language, voice, found }: Letter
): DraftPart[] | undefined {
  const quotable = all.filter(({ source }) => sources.includes(source))
  const offerable = nearEnough(quotable, sources)
  const cases = otherCases(quotable, ticket, language)
  const elsewhereCase = new Set(cases.map(({ other }) => other))
  const known = alreadyKnown(ticket, language, voice)
  const given = alreadyGiven(ticket, language, voice.needed)
  const wishes = {
    budget: wish.shorter ? SHORT_BUDGET : wish.longer ? LONG_BUDGET : BUDGET,
    short: wish.shorter,
    without: wish.without,
    needed: voice.needed,
    known: (one: Quotable) => known(one) || given(one) || elsewhereCase.has(one)
  }
  const choice =
    least > 0 ? chooseSentences(question, quotable, wishes) : chooseFromEachPage(question, quotable, wishes)
  const covered = choice.sentences.length ? choice.covered : 0
  const elsewhere = findInOtherLanguage(question, sources, language, voice)
  if (
    elsewhere &&
    elsewhere.covered >= (quotable.length ? LEAST_BESIDE : least) &&
    elsewhere.covered > covered * FAR_BETTER
  ) {
    const suggestions = suggestSentences(question, offerable, [], voice.needed)
    return [
      { answer: { tier: "unsure", suggestions, frame: frameOf(voice, ticket, question) } },
      { questions: [elsewhere.question] }
    ]
  }
  if (choice.sentences.length === 0) return undefined
  const signals = answerSignals(question, choice.sentences, quotable, found, language)
  const chance = answerChance(signals)
  const tier = least === 0 ? "sure" : tierOf(chance, signals)
  const inDraft = tier === "sure" ? choice.sentences : []
  const answer: Answer = {
    tier,
    chance,
    signals,
    ...mainSourceOf(choice.sentences),
    suggestions: tier === "nothing" ? [] : suggestSentences(question, offerable, inDraft, voice.needed),
    leftOut: shownCases(cases, inDraft),
    openCases: [...openCases(inDraft, language), ...differingPages(inDraft, quotable, language)]
  }
  if (tier === "nothing") return [{ answer }, { refusal: refusalOf("no-answer", found, language) }]
  if (tier === "unsure") {
    const open = quotable.filter((one) => !given(one))
    const asking = askingSentences(question, open, voice.needed)
    const suggestions = withAsking(answer.suggestions, asking)
    return [
      { answer: { ...answer, suggestions, frame: frameOf(voice, ticket, question) } },
      { questions: asking.map((one) => askedBy(one, open)) }
    ]
  }
  const { added, missing } = wishesOf(wish, all, choice.sentences, language)
  const sentences = [...choice.sentences, ...added]
  const blanks = blanksFor(sentences, quotable, question, ticket, voice.blanks)
  const said = body(sentences, voice.space, (one) =>
    blanks.filter((blank) => blank.after === one).map((blank) => blank.text)
  )
  const written = framed(
    voice,
    ticket,
    question,
    [...said, ...missing.map(({ blank }) => ({ text: `\n\n[[${blank}]]` }))],
    [...blanks.map((blank) => blank.question), ...missing],
    sentences[0]?.isListItem
  )
  return [{ answer }, ...written]
}

/** Leaves the sentences of pages that aren't far behind the first one, whatever its language. */
function nearEnough(quotable: Quotable[], sources: Source[]): Quotable[] {
  const best = Math.max(0, ...sources.map(({ score }) => score))
  return quotable.filter(({ source }) => source.score >= best * NEAR_ENOUGH)
}

/** The share of the best score from which the sentences of a page are offered. */
const NEAR_ENOUGH = 0.3

function mainSourceOf(chosen: Quotable[]): Pick<Answer, "mainSource"> {
  const source = mainPage(chosen)
  return source ? { mainSource: source.n } : {}
}

/** Returns what stands before and after the body of a reply: greeting and courtesy, and closing and the agent's name. */
function frameOf(voice: Voice, { requester, agent }: MaskedTicket, question: CustomerQuestion) {
  // An e-mail address is not greeted like a name.
  const greeting = voice.greeting(requester.startsWith("[EMAIL_") ? "" : requester)
  return {
    opening: `${greeting}\n\n${courtesy(voice, question)}${voice.space}`,
    closing: `\n\n${voice.closing}${agent ? `\n${agent}` : ""}`
  }
}

/** Returns the whole reply as parts. A list begins a new paragraph. */
function framed(
  voice: Voice,
  ticket: MaskedTicket,
  question: CustomerQuestion,
  said: DraftPart[],
  questions: MissingFact[],
  list = false
): DraftPart[] {
  const { opening, closing } = frameOf(voice, ticket, question)
  return [
    { text: list ? `${opening.trimEnd()}\n\n` : opening },
    ...said,
    { text: closing },
    ...(questions.length ? [{ questions }] : [])
  ]
}

/** How many words of quotation a reply has, and how many if the agent wants it shorter or longer. */
const BUDGET = 110
const SHORT_BUDGET = 45
const LONG_BUDGET = 150
/**
 * The share of what was asked, by the weight of its words, that one page must mention. Below this share, on our own
 * development set, the page was more often the wrong one than the right one.
 */
const LEAST_COVERED = 0.12
/**
 * A page in another language shares few words with the customer's text. If there are pages in the right language, it is
 * mentioned only if it shares many words, and far more than those pages do.
 */
const LEAST_BESIDE = 0.2
const FAR_BETTER = 1.5

function courtesy(voice: Voice, { trouble, again }: { trouble: boolean; again: boolean }): string {
  return trouble ? voice.courtesy.sorry : again ? voice.courtesy.again : voice.courtesy.first
}

/**
 * Joins the sentences. Those of one paragraph of a page stay together, and a new page or paragraph starts a new one. The
 * sentences of one list item stay in it, and the last item of a list ends with a full stop.
 */
function body(sentences: Quotable[], space: string, blanksAfter: (sentence: Quotable) => string[]): DraftPart[] {
  return sentences.map((one, at) => {
    const [before, next] = [sentences[at - 1], sentences[at + 1]]
    const bullet = one.isListItem && !isSameItem(before, one) ? "- " : ""
    const text = one.isListItem && !next?.isListItem ? one.text.replace(/[;,]$/, ".") : one.text
    return { text: bullet + [text, ...blanksAfter(one)].join(space) + (next ? gapBetween(one, next, space) : "") }
  })
}

function gapBetween(one: Quotable, next: Quotable, space: string): string {
  if (one.isListItem && next.isListItem) return isSameItem(one, next) ? space : "\n"
  const isTogether = next.source === one.source && next.paragraph === one.paragraph
  return isTogether && !one.isListItem && !next.isListItem ? space : "\n\n"
}

const isSameItem = (one: Quotable | undefined, next: Quotable) =>
  next.goesOn && one?.source === next.source && one.at === next.at - 1

/** Adds what the agent wants mentioned if a source contains it, and says of the rest that it can't be added. */
function wishesOf(
  wish: Instruction,
  quotable: Quotable[],
  chosen: Quotable[],
  language: string
): { added: Quotable[]; missing: MissingFact[] } {
  const added: Quotable[] = []
  const missing: MissingFact[] = []
  for (const thing of wish.mention) {
    const one = sentenceAbout(quotable, stems(thing, language))
    if (!one) missing.push({ blank: blankOf(thing), why: "No source says this." })
    else if (!chosen.includes(one) && !added.includes(one)) added.push(one)
  }
  for (const part of wish.beyond)
    missing.push({
      blank: blankOf(part),
      why: "Without a model, a draft can be made shorter or longer, leave something out, or mention what a source says."
    })
  return { added, missing }
}

const blankOf = (text: string) =>
  text
    .replace(/[[\]\n]+/g, " ")
    .trim()
    .slice(0, 100)

const LETTER = { module: import.meta.url, run: letter }
