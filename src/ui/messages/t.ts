import { en, LOCALE } from "./en.ts"

/** Key of a sentence in the message file. */
export type MessageKey = keyof typeof en
export type MessageData = Record<string, string | number>

/**
 * A sentence of the message file with its gaps filled; which gaps it has is known to the compiler. `count` picks the
 * plural form.
 */
export function t<K extends MessageKey>(key: K, ...[data]: Arguments<K>): string {
  return tell(key, data ?? {})
}

/** As `t`, for a key or data that arrive at run time; a gap that nothing fills stays empty. */
export function tell(key: MessageKey, data: MessageData): string {
  const entry: Entry = en[key]
  const text = typeof entry === "string" ? entry : formOf(entry, Number(data["count"] ?? 0))
  return text.replace(/\{(\w+)\}/g, (_, gap: string) => show(data[gap]))
}

/** Whether the message file has a sentence of that name. */
export function isMessage(key: string): key is MessageKey {
  return Object.hasOwn(en, key)
}

/** `zero` only where nothing is said otherwise than as a number. */
export type Entry = string | Plural
interface Plural {
  zero?: string
  one: string
  other: string
}

const formOf = (entry: Plural, count: number) =>
  count === 0 && entry.zero !== undefined ? entry.zero : entry[plurals.select(count) === "one" ? "one" : "other"]
const plurals = new Intl.PluralRules(LOCALE)
const numbers = new Intl.NumberFormat(LOCALE)
const show = (value: string | number | undefined) => (typeof value === "number" ? numbers.format(value) : (value ?? ""))

type GapsIn<S> = S extends `${string}{${infer Gap}}${infer Rest}` ? Gap | GapsIn<Rest> : never
type Forms<E> = E extends string ? E : E[keyof E]
type Gaps<K extends MessageKey> = GapsIn<Forms<(typeof en)[K]>> | ((typeof en)[K] extends string ? never : "count")
type Arguments<K extends MessageKey> = [Gaps<K>] extends [never]
  ? [data?: undefined]
  : [data: Record<Gaps<K>, string | number>]
