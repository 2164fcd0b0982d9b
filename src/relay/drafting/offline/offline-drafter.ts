import { isLanguage } from "../../../text/languages.ts"
import { readWishes } from "../../../text/wishes.ts"
import { isReadElsewhere, type Answer, type Refusal, type Source, type UndoneWish } from "../../../ticket/draft.ts"
import { LEAST_CHANCE } from "../../../search/rank/chance-of-answer.ts"
import type { Drafter, DraftJob, DraftPart, RetrievedSources } from "../../../models/drafter/contract.ts"
import { runInWorkerIfLarge } from "../../../runtime/worker-thread/run-in-worker.ts"
import { ticketSize } from "../../../ticket/masked-ticket.ts"
import { MAX_SUGGESTED, suggestSentences } from "./choosing/suggest-sentences.ts"
import {
  CHOICE,
  choosesSentences,
  frameJob,
  MIN_COVERED,
  letterFrom,
  letterOf,
  type LetterBasis
} from "./letter-from-pages.ts"
import { macroSentences } from "./macros/macro-sentences.ts"
import { languageOfSource } from "./other-language.ts"
import { quotableOf } from "./reading/quotable.ts"
import { customerKnows } from "./reading/customer-knows.ts"
import { questionOf } from "./reading/customer-question.ts"
import { refusalOf } from "./refusal.ts"
import { noDraft, teamTextAsWished, withNotDone } from "./wishes/choose-as-wished.ts"
import { mentioned } from "./wishes/mention.ts"
import { undoneInFrame, frameOf } from "./writing/frame.ts"
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
    fingerprint: "offline 12",
    async *write(job, signal) {
      const {
        request: { ticket, instruction, attempt },
        retrieval,
        language,
        voice,
        wordings
      } = job
      for (const piece of await runInWorkerIfLarge(ticketSize(ticket) + (instruction?.length ?? 0), LETTER, {
        request: { ticket, instruction, attempt },
        retrieval,
        language,
        voice,
        wordings
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
export function letter({ request, retrieval: all, language, voice: teamVoice, wordings }: LetterJob): DraftPart[] {
  // What the browser read are facts and promises of another day, and no sentences that a letter could quote.
  const retrieval = { ...all, sources: all.sources.filter((source) => !isReadElsewhere(source)) }
  const { ticket, instruction } = request
  const wishes = readWishes(instruction, language)
  const voice = isLanguage(language) ? VOICES[language] : undefined
  const refused: Answer = { tier: "nothing", suggestions: [], notDone: noDraft(wishes) }
  const refuse = (reason: Refusal["reason"]): DraftPart[] => [
    ...(wishes.length > 0 ? [{ answer: refused }] : []),
    { refusal: refusalOf(reason, retrieval, language) }
  ]
  if (!ticket.messages.some(({ role, text }) => role === "customer" && /\p{L}{2}/u.test(text)))
    return refuse("nothing-asked")
  if (!voice || !language) return withoutVoice(retrieval) ?? refuse("language")
  const idf = (word: string) => retrieval.weights?.get(word) ?? 1
  const question = questionOf(ticket, idf, language, voice)
  if (!question) return refuse("nothing-asked")
  if (retrieval.documents === 0) return refuse("no-knowledge")
  const { attempt = 0 } = request
  const job = { ticket, question, retrieval, wishes, attempt, language, voice, teamVoice, wordings }
  const byTeam = letterOfTeam(job)
  if (byTeam) return byTeam
  const wish = wishes.findLast(({ kind }) => kind === "language")
  const other = wish?.kind === "language" && wish.language !== language ? wish : undefined
  const inOther = other && letterInLanguage({ ...job, language: other.language, voice: VOICES[other.language] })
  if (inOther) return [{ language: other.language }, ...inOther]
  const notDone: UndoneWish[] = other ? [{ part: other.part, why: "no-language" }] : []
  return withNotDone(letterOfTicket(job) ?? refuse("no-answer"), notDone)
}

interface LetterJob extends Pick<DraftJob, "retrieval" | "language" | "voice" | "wordings"> {
  request: Pick<DraftJob["request"], "ticket" | "instruction" | "attempt">
}

/** Writes in the ticket's language, or returns undefined if no page answers. */
function letterOfTicket(job: Omit<LetterBasis, "quotable">): DraftPart[] | undefined {
  const { wishes, language, voice } = job
  // The reply to another customer is a letter or nothing. Its sentences don't answer by themselves.
  const retrieval = { ...job.retrieval, sources: job.retrieval.sources.filter(({ kind }) => kind !== "ticket") }
  const quotable = quotableIn(retrieval.sources, language, voice)
  const from = (sources: Source[], least: number) => letterFrom(sources, least, { ...job, quotable })
  const chosenSources = retrieval.sources.filter(({ id }) => retrieval.chosen?.includes(id))
  const byChoice = chosenSources.length > 0 ? from(chosenSources, 0) : undefined
  const isHopeless = (retrieval.chance ?? 1) < LEAST_CHANCE
  const fromPages = byChoice ?? (isHopeless ? undefined : from(retrieval.sources, MIN_COVERED))
  if (fromPages?.some((part) => "text" in part)) return fromPages
  const fromReply = letterFromReply({ ...job, quotable })
  if (fromReply) return fromReply
  // A sentence that the agent asks for makes a letter by itself.
  const { sentences: asked, notDone } = mentioned({ ...job, quotable }, [])
  if (asked.length === 0) return fromPages
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
function letterInLanguage(job: Omit<LetterBasis, "quotable">): DraftPart[] | undefined {
  const { retrieval, language, voice, wishes } = job
  const chosenSources = retrieval.sources.filter(({ id }) => retrieval.chosen?.includes(id))
  const ofChosen = quotableIn(chosenSources, language, voice)
  const byChoice = ofChosen.length > 0 ? letterFrom(chosenSources, 0, { ...job, quotable: ofChosen }) : undefined
  const quotable = ofChosen.length > 0 ? ofChosen : quotableIn(retrieval.sources, language, voice)
  if (quotable.length === 0) return undefined
  if (byChoice) return byChoice
  const { sentences: asked, notDone } = mentioned({ ...job, quotable }, [])
  // Across languages, the scores don't tell which page answers, so each offers as many sentences.
  const pages = [...Map.groupBy(quotable, ({ source }) => source).values()]
  const suggestions = pages.flatMap((own) =>
    suggestSentences(job.question, own, asked, voice.needed).slice(0, Math.ceil(MAX_SUGGESTED / pages.length))
  )
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

/** Returns what the team itself wrote for the reply as a letter: a playbook's step, or the macro that the agent chose. */
function letterOfTeam(job: Omit<LetterBasis, "quotable">): DraftPart[] | undefined {
  const { retrieval, language, voice, question, ticket } = job
  const lead = retrieval.sources.find(({ id }) => id === retrieval.leading)
  if (lead?.kind !== "playbook" && !(lead?.kind === "macro" && retrieval.chosen?.includes(lead.id))) return undefined
  const whole = macroSentences(lead, language, voice)
  const pages = quotableIn(
    retrieval.sources.filter(({ kind }) => kind !== "ticket" && kind !== "playbook"),
    language,
    voice
  )
  const { given } = customerKnows(ticket, { language, voice, quotable: whole, otherCases: new Set() })
  const { sentences, notDone } = teamTextAsWished(
    lead.kind === "macro" ? whole.filter((one) => !given(one)) : whole,
    job
  )
  if (sentences.length === 0) return undefined
  const { sentences: wished, notDone: notMentioned } = mentioned({ ...job, quotable: pages }, sentences)
  const answer: Answer = {
    tier: "sure",
    mainSource: lead.n,
    suggestions: suggestSentences(question, pages, sentences, voice.needed)
  }
  return letterOf({ ...job, quotable: pages }, [...sentences, ...wished], sentences, {
    answer,
    notDone: [...notMentioned, ...notDone]
  })
}

/** Returns the reply to a solved ticket that asked the same as a letter, if there is one. */
function letterFromReply(job: LetterBasis): DraftPart[] | undefined {
  const { retrieval, language, voice, question, quotable } = job
  const solved = retrieval.sources.find(({ id, kind }) => kind === "ticket" && id === retrieval.leading)
  if (!solved || choosesSentences(job)) return undefined
  const sentences = macroSentences(solved, language, voice)
  const answer: Answer = {
    tier: "sure",
    mainSource: solved.n,
    suggestions: suggestSentences(question, quotable, [], voice.needed),
    notReused: retrieval.notReused ?? []
  }
  return letterOf(job, sentences, sentences, { answer, notDone: [] })
}

/** For a language that can't be written: the pages that may answer, if there are any. */
function withoutVoice({ sources, chance = 1 }: RetrievedSources): DraftPart[] | undefined {
  const isShown = chance >= LEAST_CHANCE && sources.some(({ visibility }) => visibility === "public")
  return isShown ? [{ answer: { tier: "unsure", suggestions: [] } }] : undefined
}

const LETTER = { module: import.meta.url, run: letter }
