import { base64Of } from "./template.ts"

export interface SecretFinder {
  /** Says whether a text repeats a secret or a longer part of one. Its time grows with the text's length alone. */
  isIn: (text: string) => boolean
  /** The most characters that a secret takes in any of its forms, with a space between all of them. */
  longest: number
}

/**
 * Returns what finds secrets in a text: as they were typed, in base64 or as an address has them, in whatever case and
 * with whatever spaces. The name and the password of Basic authentication also count each by itself; of a name that is
 * a mail address, parts don't count, because the shop's other addresses share them.
 * @param secrets what was typed for the lookup
 */
export function secretFinder(secrets: readonly string[]): SecretFinder {
  const read = secrets.map((secret) => {
    const [name = "", ...rest] = secret.split(":")
    const sides = rest.length > 0 ? [name, rest.join(":")].filter((side) => side.length >= MIN_SIDE) : []
    const inParts = rest.length > 0 ? sides.filter((side) => side !== name || !name.includes("@")) : [secret]
    return {
      whole: [secret, ...sides].flatMap(formsOf),
      parted: [...inParts.flatMap(formsOf), plain(base64Of(secret))]
    }
  })
  const whole = [...new Set(read.flatMap((one) => one.whole))]
  const parts = new Set(read.flatMap(({ parted }) => parted.flatMap(partsOf)))
  return {
    isIn: (text) => {
      const said = plain(text)
      return whole.some((form) => said.includes(form)) || hasPart(said, parts)
    },
    longest: 2 * Math.max(0, ...read.flatMap((one) => [...one.whole, ...one.parted]).map(({ length }) => length))
  }
}

const formsOf = (secret: string): string[] =>
  [secret, base64Of(secret), encodeURIComponent(secret)].map(plain).filter((form) => form !== "")

/** Kinds of keys begin alike ("sk_live_"), so a short part tells nothing. */
const partsOf = (form: string): string[] =>
  Array.from({ length: Math.max(0, form.length - PART + 1) }, (_, at) => form.slice(at, at + PART))

function hasPart(said: string, parts: ReadonlySet<string>): boolean {
  if (parts.size === 0) return false
  for (let at = 0; at + PART <= said.length; at++) if (parts.has(said.slice(at, at + PART))) return true
  return false
}

const plain = (text: string): string => text.replace(/[\s\p{Cc}\p{Cf}]+/gu, "").toLowerCase()

/** In characters. A name as short as "admin" occurs in other facts. */
const MIN_SIDE = 8
const PART = 12
