import { isLanguage } from "../../../text/languages.ts"
import type { MissingFact, Refusal, Source } from "../../../ticket/draft.ts"
import type { MaskedTicket } from "../../../ticket/masked-ticket.ts"
import { LEAST_CHANCE } from "../../../search/rank/chance-of-answer.ts"
import { stems } from "../../../search/words/stems.ts"
import { blanksFor } from "./blanks.ts"
import { chooseSentences, chooseFromEachPage, sentenceAbout } from "./choose-sentences.ts"
import { findInOtherLanguage, languageOfSource } from "./other-language.ts"
import { readInstruction, type Instruction } from "./instruction.ts"
import { quotableOf, type Quotable } from "./quotable.ts"
import { questionOf, type CustomerQuestion } from "./customer-question.ts"
import { refusalOf } from "./refusal.ts"
import type { Drafter, DraftJob, DraftPart } from "../../../models/drafter/contract.ts"
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
    fingerprint: "offline 4",
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
  if (!voice || !language) return refuse("language")
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
    letterFrom(sources, least, { ticket, question, quotable, wish, language, voice })
  const byChoice = chosen.length > 0 ? from(chosen, 0) : undefined
  if (!byChoice && (found.chance ?? 1) < LEAST_CHANCE) return refuse("no-answer")
  return byChoice ?? from(found.sources, LEAST_COVERED) ?? refuse("no-answer")
}

type LetterJob = Pick<DraftJob, "found" | "language"> & { request: Pick<DraftJob["request"], "ticket" | "instruction"> }

interface Letter {
  ticket: MaskedTicket
  question: CustomerQuestion
  /** All quotable sentences of the sources in the customer's language. */
  quotable: Quotable[]
  wish: Instruction
  language: string
  voice: Voice
}

/**
 * Returns the draft from these sources, or undefined if they mention less than `least` of what was asked. Sources that
 * the agent chose only need one sentence that can be quoted.
 */
function letterFrom(
  sources: Source[],
  least: number,
  { ticket, question, quotable: all, wish, language, voice }: Letter
): DraftPart[] | undefined {
  const quotable = all.filter(({ source }) => sources.includes(source))
  const wishes = { most: wish.shorter ? 2 : wish.longer ? 6 : 4, without: wish.without, needed: voice.needed }
  const choice =
    least > 0 ? chooseSentences(question, quotable, wishes) : chooseFromEachPage(question, quotable, wishes)
  const covered = choice.sentences.length ? choice.covered : 0
  const elsewhere = findInOtherLanguage(question, sources, language, voice)
  if (
    elsewhere &&
    elsewhere.covered >= (quotable.length ? LEAST_BESIDE : least) &&
    elsewhere.covered > covered * FAR_BETTER
  ) {
    return framed(voice, ticket, question, [{ text: `[[${elsewhere.question.blank}]]` }], [elsewhere.question])
  }
  if (choice.sentences.length === 0 || covered < least) return undefined
  const { added, missing } = wishesOf(wish, all, choice.sentences, language)
  const sentences = [...choice.sentences, ...added]
  const blanks = blanksFor(sentences, quotable, question, ticket, voice.blanks)
  const said = body(sentences, voice.space, (one) =>
    blanks.filter((blank) => blank.after === one).map((blank) => blank.text)
  )
  return framed(
    voice,
    ticket,
    question,
    [...said, ...missing.map(({ blank }) => ({ text: `\n\n[[${blank}]]` }))],
    [...blanks.map((blank) => blank.question), ...missing],
    sentences[0]?.isListItem
  )
}

/** Adds greeting and courtesy before the text, and the closing and the agent's name after it. */
function framed(
  voice: Voice,
  { requester, agent }: MaskedTicket,
  question: CustomerQuestion,
  said: DraftPart[],
  questions: MissingFact[],
  list = false
): DraftPart[] {
  return [
    // An e-mail address is not greeted like a name.
    { text: `${voice.greeting(requester.startsWith("[EMAIL_") ? "" : requester)}\n\n` },
    { text: `${courtesy(voice, question)}${list ? "\n\n" : voice.space}` },
    ...said,
    { text: `\n\n${voice.closing}${agent ? `\n${agent}` : ""}` },
    ...(questions.length ? [{ questions }] : [])
  ]
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

function courtesy(voice: Voice, { trouble, again }: { trouble: boolean; again: boolean }): string {
  return trouble ? voice.courtesy.sorry : again ? voice.courtesy.again : voice.courtesy.first
}

/**
 * Joins the sentences. Those of one paragraph of a page stay together, and a new page or paragraph starts a new one.
 */
function body(sentences: Quotable[], space: string, blanksAfter: (sentence: Quotable) => string[]): DraftPart[] {
  return sentences.map((one, at) => {
    const next = sentences[at + 1]
    const together = next && next.source === one.source && next.paragraph === one.paragraph
    const said = [(one.isListItem ? "- " : "") + one.text, ...blanksAfter(one)].join(space)
    return {
      text:
        said +
        (!next
          ? ""
          : one.isListItem && next.isListItem
            ? "\n"
            : together && !one.isListItem && !next.isListItem
              ? space
              : "\n\n")
    }
  })
}

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
