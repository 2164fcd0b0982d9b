import { isLanguage, type Language } from "../../../text/languages.ts"
import { actWordsOf, type ActWords } from "./words.ts"

/** What a turn of a conversation does, as far as its words show it. */
export interface DialogueAct {
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
export function dialogueActOf(text: string, language: string | null): DialogueAct {
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
