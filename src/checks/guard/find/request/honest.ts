import { askingWords } from "../../words/asking.ts"
import { anyOf } from "../../words/words.ts"
import { NOT_AT_END, spansOf, withoutFalseNo, type Span } from "./asking.ts"

/** Says whether the clause of these words says not to, or whether they are the last of a list that does. */
export function isRefused(text: string, ask: Span): boolean {
  const start = lastMark(text, ask.start)
  const behind = /^[^,;:.!?–。、]{0,30}/u.exec(text.slice(ask.end))?.[0] ?? ""
  if (UNLESS.test(text)) return false
  if (NOT_AT_END.test(text)) return true
  const clause = text.slice(start, ask.end) + behind
  if (NOTHING.test(clause) || NOT.test(withoutFalseNo(clause))) return true
  const near = text.slice(Math.max(0, ask.start - 14), ask.start + 4)
  return OR.test(near) && NEVER.test(text.slice(Math.max(0, ask.start - 160), ask.start))
}

/**
 * Says whether these words ask for something harmless: only whether or when, or something that stands nearer to them
 * than the thing that nobody may be asked for.
 */
export function asksForElse(text: string, ask: Span, thing?: Span): boolean {
  const gap = (span: Span) => Math.max(0, Math.max(ask.start, span.start) - Math.min(ask.end, span.end))
  const far = Math.min(thing ? gap(thing) : Infinity, ELSE_WITHIN)
  if (asksWhether(text, ask)) return true
  return spansOf(PLAIN, text).some(
    (one) => gap(one) < far && !/[.;!?]/.test(text.slice(Math.min(ask.end, one.end), Math.max(ask.start, one.start)))
  )
}

/** Says whether a sentence denies something. */
export const isDenial = (text: string): boolean => NOT_AT_END.test(text) || NOT.test(withoutFalseNo(text))

export const asksWhether = (text: string, { end }: Span): boolean => WHETHER.test(text.slice(end, end + 30))

/** Says whether only the customer types it in, or whether it is for nobody. */
export const isTypedByCustomer = (text: string): boolean => OWN.test(text)

const lastMark = (text: string, before: number) =>
  Math.max(...[",", ";", ":", "–", "。", "、"].map((mark) => text.lastIndexOf(mark, before - 1))) + 1

const ELSE_WITHIN = 30
const OWN = askingWords(({ own }) => own, "iu")
const PLAIN = askingWords(({ plain }) => plain)
const WHETHER = new RegExp(
  `^(?:,? \\p{L}+){0,2},? ?(?:${askingWords(({ whether }) => whether).source})|` +
    `^ ?(?:${askingWords(({ under }) => under).source})`,
  "iu"
)
const NOT = anyOf(({ not }) => not, "iu")
const NOTHING = /(?<!\p{L})(?:nothing|nichts|rien|nada)(?!\p{L})|何も/iu
/** "I can't unless it is here" does ask for it, and "just so" isn't "without". */
const UNLESS = new RegExp(
  "(?<!\\p{L})(?:unless|otherwise|es sei denn|andernfalls|ansonsten|sonst|à moins|faute de|sans quoi|sinon|" +
    "a menos que|si no|de lo contrario|sin más|a não ser|senão|caso contrário|sem mais)(?!\\p{L})|ないと|なければ|ないことには|ない限り",
  "iu"
)
const OR = /(?<!\p{L})(?:or|nor|oder|noch|ou|ni|nem)(?!\p{L})/iu
const NEVER = /(?<!\p{L})(?:never|nie|niemals|jamais|nunca|jamás|not|nicht|keine\p{L}*)(?!\p{L})/iu
