import { isLanguage } from "../../../text/languages.ts"
import { readWishes, type Wish } from "../../../text/wishes.ts"
import type { Answer, Refusal, Source, UndoneWish } from "../../../ticket/draft.ts"
import type { MaskedTicket } from "../../../ticket/masked-ticket.ts"
import { LEAST_CHANCE } from "../../../search/rank/chance-of-answer.ts"
import { answerChance, answerSignals, tierOf } from "./answer-chance.ts"
import { nearEnough, suggestSentences, withAsking } from "./choosing/suggest-sentences.ts"
import { customerKnows } from "./reading/customer-knows.ts"
import { blanksFor } from "./blanks.ts"
import { chooseSentences, chooseFromEachPage, askedBy, askingSentences, mainPage } from "./choosing/choose-sentences.ts"
import { findInOtherLanguage, languageOfSource } from "./other-language.ts"
import { differingPages, openCases } from "./branches/open-cases.ts"
import { otherCases, shownCases } from "./branches/other-cases.ts"
import { quotableOf, type Quotable } from "./reading/quotable.ts"
import { questionOf, type CustomerQuestion } from "./reading/customer-question.ts"
import { refusalOf } from "./refusal.ts"
import type { Drafter, DraftJob, DraftPart, RetrievedSources } from "../../../models/drafter/contract.ts"
import { runInWorkerIfLarge } from "../../../runtime/worker-thread/run-in-worker.ts"
import { ticketSize } from "../../../ticket/ticket-size.ts"
import { chooseAsWished, mentioned } from "./wishes/choose-as-wished.ts"
import { frameWishesOf, undoneInFrame } from "./wishes/frame-wishes.ts"
import { bodyOf } from "./writing/body.ts"
import { framed, frameOf } from "./writing/frame.ts"
import { noDraft, withNotDone } from "./writing/not-done.ts"
import { blanksIn, macroSentences } from "./macros/macro-sentences.ts"
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
    fingerprint: "offline 8",
    async *write(job, signal) {
      const {
        request: { ticket, instruction, attempt },
        found,
        language
      } = job
      for (const piece of await runInWorkerIfLarge(ticketSize(ticket), LETTER, {
        request: { ticket, instruction, attempt },
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

/** Returns the whole draft at once. What the agent wished and can't be done comes with the answer. */
export function letter({ request, found, language }: LetterJob): DraftPart[] {
  const { ticket, instruction } = request
  const wishes = readWishes(instruction, language)
  const voice = isLanguage(language) ? VOICES[language] : undefined
  const refused: Answer = { tier: "nothing", suggestions: [], notDone: noDraft(wishes) }
  const refuse = (reason: Refusal["reason"]): DraftPart[] => [
    ...(wishes.length > 0 ? [{ answer: refused }] : []),
    { refusal: refusalOf(reason, found, language) }
  ]
  if (!ticket.messages.some(({ role, text }) => role === "customer" && /\p{L}{2}/u.test(text)))
    return refuse("nothing-asked")
  if (!voice || !language) return withoutVoice(found) ?? refuse("language")
  const idf = (word: string) => found.weights?.[word] ?? 1
  const question = questionOf(ticket, idf, language, voice)
  if (!question) return refuse("nothing-asked")
  if (found.documents === 0) return refuse("no-knowledge")
  const job = { ticket, question, found, wishes, attempt: request.attempt ?? 0 }
  const other = wishes.findLast((wish) => wish.kind === "language")
  if (other && other.language !== language) {
    const written = letterInLanguage({ ...job, language: other.language, voice: VOICES[other.language] })
    if (written) return [{ language: other.language }, ...written]
  }
  const notDone: UndoneWish[] = other && other.language !== language ? [{ part: other.part, why: "no-language" }] : []
  const written = letterOfTicket({ ...job, language, voice }) ?? refuse("no-answer")
  return withNotDone(written, notDone)
}

interface LetterJob extends Pick<DraftJob, "found" | "language"> {
  request: Pick<DraftJob["request"], "ticket" | "instruction" | "attempt">
}

/** Writes in the ticket's language, or returns undefined if no page answers. */
function letterOfTicket(job: Omit<Letter, "quotable">): DraftPart[] | undefined {
  const { found, wishes, language, voice } = job
  const quotable = quotableIn(found.sources, language, voice)
  const from = (sources: Source[], least: number) => letterFrom(sources, least, { ...job, quotable })
  const chosen = found.sources.filter(({ id }) => found.chosen?.includes(id))
  const byChoice = chosen.length > 0 ? from(chosen, 0) : undefined
  const isHopeless = (found.chance ?? 1) < LEAST_CHANCE
  const written = byChoice ?? (isHopeless ? undefined : from(found.sources, LEAST_COVERED))
  if (written?.some((part) => "text" in part)) return written
  // A sentence that the agent asks for makes a letter by itself.
  const { found: asked, notDone } = mentioned(quotable, wishes, language)
  if (asked.length === 0) return written
  return letterOf({ ...job, quotable }, asked, quotable, {
    answer: { tier: "sure", suggestions: suggestSentences(job.question, quotable, asked, voice.needed) },
    notDone: [...notDone, ...noDraft(wishes.filter(({ kind }) => CHOICE.has(kind)))]
  })
}

/**
 * Writes in a language that the agent asks for, from pages in that language. Two languages share only names and
 * figures, so it can't be told how sure the answer is: the agent picks the sentences, unless the agent has chosen the
 * page or named what is to be mentioned.
 */
function letterInLanguage(job: Omit<Letter, "quotable">): DraftPart[] | undefined {
  const { found, language, voice, wishes } = job
  const chosen = found.sources.filter(({ id }) => found.chosen?.includes(id))
  const ofChosen = quotableIn(chosen, language, voice)
  const byChoice = ofChosen.length > 0 ? letterFrom(chosen, 0, { ...job, quotable: ofChosen }) : undefined
  const quotable = ofChosen.length > 0 ? ofChosen : quotableIn(found.sources, language, voice)
  if (quotable.length === 0) return undefined
  if (byChoice) return byChoice
  const { found: asked, notDone } = mentioned(quotable, wishes, language)
  const suggestions = suggestSentences(job.question, quotable, asked, voice.needed)
  if (asked.length > 0)
    return letterOf({ ...job, quotable }, asked, quotable, { answer: { tier: "sure", suggestions }, notDone })
  const undone = [
    ...notDone,
    ...undoneInFrame(wishes, voice, job.ticket),
    ...noDraft(wishes.filter(({ kind }) => CHOICE.has(kind)))
  ]
  const answer: Answer = { tier: "unsure", suggestions, frame: frameOf(frameJob(job)) }
  return withNotDone([{ answer }], undone)
}

const quotableIn = (sources: Source[], language: string, voice: Voice) =>
  quotableOf(
    sources.filter((source) => languageOfSource(source) === language),
    language,
    voice
  )

/** The wishes that choose among the sentences of a letter. */
const CHOICE: ReadonlySet<Wish["kind"]> = new Set(["shorter", "longer", "leave-out"])

/** For a language that can't be written: the pages that may answer, if there are any. */
function withoutVoice({ sources, chance = 1 }: RetrievedSources): DraftPart[] | undefined {
  const isShown = chance >= LEAST_CHANCE && sources.some(({ visibility }) => visibility === "public")
  return isShown ? [{ answer: { tier: "unsure", suggestions: [] } }] : undefined
}

interface Letter {
  ticket: MaskedTicket
  question: CustomerQuestion
  /** All quotable sentences of the sources in the language of the letter. */
  quotable: Quotable[]
  wishes: Wish[]
  /** How many other drafts the agent has asked for. */
  attempt: number
  language: string
  voice: Voice
  found: RetrievedSources
}

/** A wish that chooses among sentences is about those of pages, and so is a wish for another draft. */
const choosesSentences = ({ wishes, attempt }: Letter): boolean =>
  attempt > 0 || wishes.some(({ kind }) => CHOICE.has(kind))

const frameJob = ({ voice, ticket, question, wishes }: Omit<Letter, "quotable">) => ({
  voice,
  ticket,
  question,
  wishes: frameWishesOf(wishes)
})

/**
 * Returns the draft from these sources, or undefined if they mention less than `least` of what was asked. Sources that
 * the agent chose only need one sentence that can be quoted.
 */
function letterFrom(sources: Source[], least: number, job: Letter): DraftPart[] | undefined {
  const { ticket, question, quotable: all, wishes, attempt, language, voice, found } = job
  const quotable = all.filter(({ source }) => sources.includes(source))
  const offerable = nearEnough(quotable, sources)
  const cases = otherCases(quotable, ticket, language)
  const { given, ...knows } = customerKnows(ticket, language, voice, new Set(cases.map(({ other }) => other)))
  const choice = chooseAsWished(quotable, wishes, {
    language,
    attempt,
    choose: (pool, size) =>
      (least > 0 ? chooseSentences : chooseFromEachPage)(question, pool, {
        ...size,
        ...knows,
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
    const suggestions = suggestSentences(question, offerable, [], voice.needed)
    return withNotDone(
      [{ answer: { tier: "unsure", suggestions, frame } }, { questions: [elsewhere.question] }],
      without
    )
  }
  if (choice.sentences.length === 0) {
    if (!choice.notDone.some(({ why }) => why === "nothing-left")) return undefined
    // All that answers is to be left out.
    const suggestions = suggestSentences(question, offerable, [], voice.needed)
    return withNotDone([{ answer: { tier: "unsure", suggestions, frame } }], choice.notDone)
  }
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
    const said = macroSentences(macro, language, voice).filter((one) => !given(one))
    const besides = suggestSentences(question, offerable, said, voice.needed)
    const suggestions = besides.filter(({ text }) => !said.some((one) => one.text === text))
    return letterOf(job, [...said, ...wanted], said, {
      answer: { ...answer, mainSource: macro.n, suggestions },
      notDone
    })
  }
  const sentences = [...choice.sentences, ...wanted.filter((one) => !choice.sentences.includes(one))]
  return letterOf(job, sentences, quotable, { answer, notDone: [...notDone, ...choice.notDone] })
}

/** Writes the letter of these sentences. */
function letterOf(
  job: Letter,
  sentences: Quotable[],
  quotable: Quotable[],
  { answer, notDone }: { answer: Answer; notDone: UndoneWish[] }
): DraftPart[] {
  const { ticket, question, wishes, voice } = job
  const isMacro = sentences[0]?.source.id === job.found.leading
  const blanks = isMacro ? [] : blanksFor(sentences, quotable, question, ticket, voice.blanks)
  const said = bodyOf(sentences, voice.space, (one) =>
    blanks.filter((blank) => blank.after === one).map((blank) => blank.text)
  )
  const questions = [...blanks.map((blank) => blank.question), ...blanksIn(sentences)]
  const frame = { ...frameJob(job), isPolite: isMacro }
  const written = framed(frame, said, questions, sentences[0]?.isListItem)
  return withNotDone([{ answer }, ...written], [...notDone, ...undoneInFrame(wishes, voice, ticket)])
}

function mainSourceOf(chosen: Quotable[]): Pick<Answer, "mainSource"> {
  const source = mainPage(chosen)
  return source ? { mainSource: source.n } : {}
}

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

const LETTER = { module: import.meta.url, run: letter }
