import { matchesOf } from "../../../../text/patterns/required-letters.ts"
import { requestWords } from "../../words/requests.ts"
import { anyOf } from "../../words/words.ts"

export interface Span {
  start: number
  end: number
}

/** Returns where a pattern with the flag "g" matches in a sentence. */
export function spansOf(pattern: RegExp, sentence: string): readonly Span[] {
  const known = latest.get(pattern)
  if (known?.sentence === sentence) return known.found
  const spans = [...matchesOf(pattern, sentence)].map(({ index, 0: { length } }) => ({
    start: index,
    end: index + length
  }))
  latest.set(pattern, { sentence, found: spans })
  return spans
}

/** Caches the latest result of each pattern, because rules and scorer ask for the same sentence in turn. */
const latest = new WeakMap<RegExp, { sentence: string; found: readonly Span[] }>()

/**
 * Returns places where one span of each list stands within `most` units of the other in one clause, each as one span.
 * The distance is bounded, so it takes linear time.
 */
export function together(sentence: string, first: readonly Span[], second: readonly Span[], most: number): Span[] {
  return first.slice(0, MOST).flatMap((one) =>
    second
      .slice(0, MOST)
      .filter(
        (two) =>
          Math.max(one.start, two.start) - Math.min(one.end, two.end) <= most &&
          (one.start !== two.start || one.end !== two.end) &&
          !/[;。!?]/.test(sentence.slice(Math.min(one.end, two.end), Math.max(one.start, two.start)))
      )
      .map((two) => ({ start: Math.min(one.start, two.start), end: Math.max(one.end, two.end) }))
  )
}

/** Returns places where both patterns match together. The second is only looked for where the first matches. */
export function bothOf(text: string, first: RegExp, second: RegExp, most: number): Span[] {
  const spans = spansOf(first, text)
  return spans.length === 0 ? [] : together(text, spans, spansOf(second, text), most)
}

/**
 * Says whether the words of asking at this place ask for nothing, because they are denied ("we never ask you to") or
 * are about others ("whoever asks you to").
 */
export function isDenied(words: string, { start, end }: Span): boolean {
  const sentence = withoutFalseNo(words)
  const opening = Math.max(...[",", ";", ":", "–", " - ", "。"].map((mark) => sentence.lastIndexOf(mark, start - 1)))
  // The text is cut behind a word, so that "le mot de passe" isn't read as "pas".
  const near = sentence.slice(opening + 1, end) + (/^[^]{0,14}[\p{L}\p{M}]{0,20}/u.exec(sentence.slice(end))?.[0] ?? "")
  if (NOT.test(near) || NOT_BEHIND.test(sentence.slice(end, end + 12)) || NOT_AT_END.test(sentence)) return true
  if (OURS.test(sentence.slice(0, start))) return true
  if (NOT_LATER.test(/^[^,;:.!?]{0,160}/.exec(sentence.slice(end))?.[0] ?? "")) return true
  const before = sentence.slice(Math.max(0, start - FAR), start)
  // This may be the last item of a list: "We never ask you to pay by card, send us a code or install a program".
  return NEVER_ASK.test(before) && OR.test(sentence.slice(Math.max(0, start - 12), end + FAR)) && !BUT.test(before)
}

/** Says whether the sentence is about others who ask for such things. */
export const isOfOthers = (sentence: string): boolean => OTHERS.test(sentence)

/** Removes the Portuguese "no" that means "in the". */
export function withoutFalseNo(sentence: string): string {
  if (!/(?<!\p{L})no(?!\p{L})/iu.test(sentence)) return sentence
  const [portuguese, spanish] = [PORTUGUESE, SPANISH].map((words) => sentence.match(words)?.length ?? 0)
  return (portuguese ?? 0) > (spanish ?? 0) ? sentence.replace(/(?<!\p{L})no(?!\p{L})/giu, "na") : sentence
}

const PORTUGUESE = new RegExp(
  "[ãõç]|(?<!\\p{L})(?:o|os|do|da|dos|das|ao|à|em|um|uma|e|ou|seu|sua|meu|minha|nosso|nossa|" +
    "você|pelo|pela|eu|ele|ela|isso|com)(?!\\p{L})",
  "giu"
)
const SPANISH = new RegExp(
  "[ñ¿¡]|(?<!\\p{L})(?:el|los|las|la|del|al|en|un|y|su|sus|mi|nuestro|nuestra|usted|lo|" +
    "le|con|es|por|pero)(?!\\p{L})",
  "giu"
)
const MOST = 40
const FAR = 160
const NOT = anyOf(({ not }) => not, "iu")
const NOT_BEHIND = /ないよう|ません|ないで|必要はあ|ことはあ/
/** In "We block the old code and send" we do it ourselves. English shows that only by the subject. */
const OURS = new RegExp(
  "(?<!\\p{L})(?:we|i|they|it|he|she)(?:['’](?:ll|ve|re|d|m|s))? (?:(?!you |please |kindly " +
    ")[\\p{L}\\p{N}'’-]{1,30} ){1,14}(?:and|or|then|also|now) $",
  "iu"
)
/** German puts the negation behind what is denied, and Japanese at the end of the sentence. */
const NOT_LATER = /(?<!\p{L})(?:nicht|nie|niemals|niemand(?:em|en)?|keinesfalls|keinem|keiner)(?!\p{L})/iu
export const NOT_AT_END = new RegExp(
  "(?<!(?:すみ|かもしれ|構い|かまい|ござい?|支障は?あり|差し支え(?:は)?(?:あり|ござい)|問題(?:は)?(?:あり|ござい)))(?:いたし|致し|" +
    "し|は|り|き|み|び|ち|い|ね|でき|られ|れ|ござい|おり|ください|せ)ません(?:ので|から)?(?=[。！\\s」]*$)|(?:ないで|ないよう(?:に)?)[^。]{0,12}(?:ください|" +
    "下さい|願い|いただ)[^。]{0,6}[。！]?$|(?:必要|こと)(?:は|も)(?:一切|決して)?(?:ございません|ありません)",
  "u"
)
const OTHERS = new RegExp(requestWords(({ others }) => others).source, "iu")
const NEVER_ASK = new RegExp(
  "(?<!\\p{L})(?:(?:never|not|n['’]t)(?: \\p{L}+){0,2} (?:ask|request|require|demand|share|" +
    "tell|give|send|install|read|forward)|(?:nie|niemals|nicht|keine\\p{L}*)(?: \\p{L}+){0,6}" +
    "|ne(?: \\p{L}+){0,4} jamais|n['’]\\p{L}+ jamais|(?:nunca|jamás|jamais|no|não)(?: \\p{L}+){0,4})(?!\\p{L})",
  "iu"
)
const OR = /(?<!\p{L})(?:or|nor|oder|noch|ou|ni|o|u|nem)(?!\p{L})/iu
const BUT = new RegExp(
  "(?<!\\p{L})(?:but|instead|however|so|therefore|aber|sondern|daher|deshalb|mais|donc|" +
    "pero|sino|así que|mas|portanto|por isso)(?!\\p{L})|[;:]",
  "iu"
)
