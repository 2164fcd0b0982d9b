import { LISTS } from "replywright/lexicon/reply-acts"
import { words, STOP_WORDS } from "../../text/words/words.ts"
import { stems } from "../words/stems.ts"
import { isLanguage, type Language } from "../../text/languages.ts"
import { entriesOf, optionalEntriesOf } from "../../lexicon/lexicon.ts"
import { languageOfThread } from "../../text/language-of-thread.ts"
import type { MaskedTicket } from "../../ticket/masked-ticket.ts"
import { newlyWrittenText } from "../query/query.ts"
import type { WorkerJob } from "../../runtime/worker-thread/run-in-worker.ts"

/**
 * Words are compared in three ways: by their stems, as they are written, and by groups of four letters, which match
 * across typing mistakes and compounds.
 */
export const FIELDS = ["stems", "words", "grams"] as const
export type Field = (typeof FIELDS)[number]

/** A text prepared for comparison: a turn of a thread, or a reply that might follow it. */
export interface AnalysedText extends Record<Field, WordCounts> {
  /** This counts all words, including stop words. */
  length: number
  act: DialogueAct
}
export interface WordCounts {
  times: ReadonlyMap<string, number>
  /** The sum of `times`. */
  length: number
}

/** Prepares a text once, so that it can be compared with any number of others. @param language ISO 639-1, or null */
export function analyseText(text: string, language: string | null): AnalysedText {
  const own = text.slice(0, CHARACTERS).replace(GAP, " ")
  const small = STOP_WORDS[language ?? "en"] ?? STOP_WORDS["en"]
  const all = words(own.normalize("NFKC").toLowerCase().replaceAll("’", "'")).map((word) => word.text)
  const telling = all.filter((word) => !small?.has(word) && !small?.has(word.replace(/'.*$/, "")))
  return {
    stems: counted(stems(own, language)),
    words: counted(telling),
    grams: counted(telling.flatMap(gramsOf)),
    length: all.length,
    act: dialogueActOf(own, language)
  }
}

const CHARACTERS = 6000
/** A macro's placeholder or an imported gap doesn't count as words of the reply. */
const GAP = /\[[^[\]\n]{1,60}\]/g
const GRAM = 4

function gramsOf(word: string): string[] {
  const whole = `_${word}_`
  return whole.length <= GRAM
    ? [whole]
    : Array.from({ length: whole.length - GRAM + 1 }, (_, at) => whole.slice(at, at + GRAM))
}

function counted(list: readonly string[]): WordCounts {
  const times = new Map<string, number>()
  for (const one of list) times.set(one, (times.get(one) ?? 0) + 1)
  return { times, length: list.length }
}

/** What a turn of a conversation does, as far as its words show it. */
interface DialogueAct {
  asks: boolean
  /** The turn asks a question that yes or no answers. */
  asksYesNo: boolean
  asksHowMuch: boolean
  asksWhere: boolean
  /** The turn begins with yes, no or a similar word. */
  yesNo: boolean
  greets: boolean
  hasFigure: boolean
  hasPlace: boolean
}

/**
 * Recognises what a text does. A language without a word list of its own is read as English. @param language ISO 639-1,
 * or null
 */
function dialogueActOf(text: string, language: string | null): DialogueAct {
  const form = formOf(isLanguage(language) ? language : "en")
  const plain = text.normalize("NFKC").toLowerCase().replaceAll("’", "'")
  const asks = form.question.test(plain)
  return {
    asks,
    asksYesNo:
      asks &&
      questionsOf(plain, form.question).some((question) =>
        form.verbs ? form.verbs.test(question) : !form.asks.test(question)
      ),
    asksHowMuch: form.howMuch.test(plain),
    asksWhere: form.where.test(plain),
    yesNo: form.yesNo.test(plain),
    greets: form.greets.test(plain),
    hasFigure: /\p{N}/u.test(plain),
    hasPlace: form.place.test(plain) || /(?<!\p{N})\p{N}{3}(?!\p{N})/u.test(plain)
  }
}

/** Returns the sentences of a text that ask a question. */
function questionsOf(text: string, question: RegExp): string[] {
  return text.split(/(?<=[.!?。])/).filter((sentence) => question.test(sentence))
}

interface Form extends Record<Exclude<keyof ActWords, "verbs">, RegExp> {
  verbs?: RegExp
  question: RegExp
}

const FORMS = new Map<Language, Form>()

function formOf(language: Language): Form {
  const known = FORMS.get(language)
  if (known) return known
  const words = actWordsOf(language)
  const dense = language === "ja"
  const some = (list: readonly string[]) => `(?:${list.map((word) => word.replaceAll(" ", "\\s+")).join("|")})`
  const anywhere = (list: readonly string[]) =>
    new RegExp(dense ? some(list) : `(?<![\\p{L}\\p{N}])${some(list)}(?![\\p{L}\\p{N}])`, "u")
  const first = (list: readonly string[]) =>
    new RegExp(`^[^\\p{L}\\p{N}]*${some(list)}${dense ? "" : "(?![\\p{L}\\p{N}])"}`, "u")
  const clause = (list: readonly string[]) =>
    new RegExp(`(?:^|[,;:])[^\\p{L}\\p{N}]*(?:(?:${AND})\\s+)?${some(list)}(?![\\p{L}\\p{N}])`, "u")
  const form: Form = {
    yesNo: first(words.yesNo),
    greets: first(words.greets),
    asks: dense ? anywhere(words.asks) : clause(words.asks),
    howMuch: anywhere(words.howMuch),
    where: anywhere(words.where),
    place: anywhere(words.place),
    question: dense ? /\?|か(?:[。?!\s]|$)/u : /\?/u,
    ...(words.verbs === undefined ? {} : { verbs: clause(words.verbs) })
  }
  FORMS.set(language, form)
  return form
}

/** These words may precede a question without changing it, in any of the languages. */
const AND = "so|and|but|then|also|und|aber|dann|et|mais|alors|y|pero|entonces|e|mas|então"

/**
 * The words that show what a turn of a conversation does. They are words and short phrases in lower case, and a space
 * matches any white space.
 */
interface ActWords {
  /** These begin the answer to a yes/no question. */
  yesNo: readonly string[]
  /** These begin a question that can't be answered by yes or no. */
  asks: readonly string[]
  /** These verbs begin a yes/no question. If undefined, only the absence of the words in `asks` shows one. */
  verbs: readonly string[] | undefined
  /** These ask for a figure, a price or a time. */
  howMuch: readonly string[]
  /** These ask for a place or a way to reach somebody. */
  where: readonly string[]
  /** These name a place or a way to reach somebody. */
  place: readonly string[]
  /** These begin a first reply. */
  greets: readonly string[]
}

/** Reads the lists in `lexicon/<language>/reply-acts/`. */
function actWordsOf(language: Language): ActWords {
  const list = (name: string) => entriesOf(LISTS, language, name)
  return {
    yesNo: list("yes-no"),
    asks: list("question-words"),
    verbs: optionalEntriesOf(LISTS, language, "question-verbs"),
    howMuch: list("how-much"),
    where: list("where"),
    place: list("place"),
    greets: list("greetings")
  }
}

export interface ThreadTurn {
  /** The subject comes last, as if it had been said before everything else. */
  role: "customer" | "agent" | "subject"
  text: AnalysedText
}

/** Returns the public turns of a ticket as `rankReplies` takes them, newest first and without the mail they quote. */
export function analyseThread(ticket: Pick<MaskedTicket, "subject" | "messages" | "locale">): ThreadTurn[] {
  const language = languageOfThread(ticket)
  const cut = (role: ThreadTurn["role"], text: string): ThreadTurn[] => {
    const own = newlyWrittenText(text)
    return /[\p{L}\p{N}]/u.test(own) ? [{ role, text: analyseText(own, language) }] : []
  }
  return [
    ...ticket.messages
      .slice(-MESSAGES)
      .reverse()
      .flatMap(({ role, text }) => (role === "system" ? [] : cut(role, text))),
    ...cut("subject", ticket.subject)
  ]
}

const MESSAGES = 20

/** Runs in a worker thread if the ticket is large. */
export const analyseThreadJob = { module: import.meta.url, run: analyseThread } satisfies WorkerJob<
  Parameters<typeof analyseThread>,
  ReturnType<typeof analyseThread>
>
