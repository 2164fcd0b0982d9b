import type { Identity } from "./identities.ts"
import { CYRILLIC, GREEK, umlauts, withoutMarks } from "./spelling.ts"

/** Something of somebody, and the text around it as it left. */
export interface Leak {
  what: string
  window: string
}

/**
 * What of these people stands in the bytes of requests: parts of names with three letters and more, mailboxes, and four
 * digits in a row of a number of theirs. It reads through JSON and percent signs, capitals, accents, invisible
 * characters and look-alike letters.
 * @param own what may stand there, as the ticket's other words and the wire's do; a part of a name among these is found
 * where a placeholder or the word before its place is right before it
 * @param places words in front of names
 */
export function leaksIn(
  bytes: string,
  people: readonly Identity[],
  own: string,
  places: readonly string[] = []
): Leak[] {
  // The same headers, and the same ticket for draft and summary, once.
  const views = viewsOf([...new Set(bytes.split(/\r\n|,(?="ticket":)/))].join("\n"))
  const allowed = viewsOf(own)
  const words = new Set(allowed.flatMap((view) => [...wordsOf(view).keys()]))
  const before = new Set(places.flatMap((place) => [...wordsOf(plain(place)).keys()]))
  const leaks = new Map<string, Leak>()
  const tell = (what: string, view: string, at: number) =>
    void (leaks.has(what) || leaks.set(what, { what, window: view.slice(Math.max(0, at - 60), at + 60) }))
  for (const view of views) {
    const found = wordsOf(view)
    for (const { what, part } of people.flatMap(partsOf)) {
      if (UNSPACED.test(part)) {
        const at = view.indexOf(part)
        if (at >= 0 && !allowed.some((one) => one.includes(part))) tell(what, view, at)
        continue
      }
      for (const [word, places] of found) {
        if (word !== part && word !== `${part}s` && !(part.length > 3 && word.includes(part))) continue
        const at = words.has(word) ? places.find((place) => isInPlace(view, place, before)) : places[0]
        if (at !== undefined) tell(what, view, at)
      }
    }
  }
  const [decoded = ""] = views
  for (const { email } of people) {
    const local = plain(email.slice(0, email.indexOf("@"))).replace(/[.]/g, "\\.")
    const at = decoded.search(new RegExp(`(?<![\\p{L}\\p{N}])${local}(?:\\+\\w+)?(?:@| ?\\(at\\))`, "u"))
    if (at >= 0) tell(`mailbox of ${email}`, decoded, at)
  }
  const digitsAllowed = new Set(runsOf(allowed[0] ?? "").map(({ digits }) => digits))
  for (const { digits, at } of runsOf(decoded)) {
    if (digitsAllowed.has(digits)) continue
    for (const { what, number } of people.flatMap(numbersOf)) if (shares(digits, number)) tell(what, decoded, at)
  }
  return [...leaks.values()]
}

/**
 * As it is read by whoever wants to know: in small letters without marks; and with letters of other scripts as the
 * Latin ones that they look like.
 */
function viewsOf(bytes: string): string[] {
  const text = bytes
    .replace(/\\u([0-9a-f]{4})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/\\[nrtbf]/g, "\n")
    .replace(/\\(["\\/])/g, "$1")
    .replace(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi, "-")
    // Random figures, of which any could be somebody's.
    .replace(/"crv":"P-256","x":"[\w-]{43}","y":"[\w-]{43}"/g, "")
    .replace(/^traceparent: 00-[0-9a-f]{32}-[0-9a-f]{16}-0[01]\r?$/gim, "-")
    .replace(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z/g, "-")
    .replace(/"editDistance":[\d.e-]+/g, "")
  const decoded = text.replace(/(?:%[0-9a-f]{2})+/gi, (run) =>
    Buffer.from(run.replaceAll("%", ""), "hex").toString("utf8")
  )
  const seen = decoded
    .replace(INVISIBLE, "")
    .normalize("NFKC")
    .replace(/[\u02b9-\u02bf]/g, "'")
  const apart = seen.replace(/(\p{Ll}\p{M}*)(?=\p{Lu})/gu, "$1 ")
  return [plain(seen), plain(apart), ...[CYRILLIC, GREEK].map((alike) => plain(latin(seen, alike)))]
}

const plain = (text: string) => withoutMarks(text.toLowerCase()).toLowerCase()
const latin = (text: string, alike: Record<string, string>) => {
  const back = new Map(Object.entries(alike).map(([letter, other]) => [other, letter]))
  return [...text].map((letter) => back.get(letter) ?? letter).join("")
}

/** Each word, and where it stands. */
function wordsOf(view: string): Map<string, number[]> {
  const words = new Map<string, number[]>()
  for (const { 0: word, index } of view.matchAll(/\p{L}+/gu)) words.set(word, [...(words.get(word) ?? []), index])
  return words
}

function isInPlace(view: string, at: number, before: ReadonlySet<string>): boolean {
  const lead = view.slice(Math.max(0, at - 40), at)
  return (
    /\[[a-z]+_\d+\][^\p{L}\p{N}]{0,3}$/u.test(lead) || before.has(/(\p{L}+)[^\p{L}\p{N}]{1,3}$/u.exec(lead)?.[1] ?? "")
  )
}

function partsOf({ name, email }: Identity): { what: string; part: string }[] {
  const local = email.slice(0, email.indexOf("@"))
  const spellings = [name, umlauts(name), local]
  const words = plain(name.normalize("NFKC")).split(/[^\p{L}\p{M}]+/u)
  const joined = [words, words.toReversed()].map((some) => some.join("")).filter((all) => all.length > 4)
  const parts = spellings
    .flatMap((text) =>
      text
        .normalize("NFKC")
        .replace(INVISIBLE, "")
        .split(/[^\p{L}\p{M}]+/u)
    )
    .filter((part) => part.length >= (UNSPACED.test(part) ? 2 : 3))
    .map(plain)
  return [...new Set([...parts, ...joined])]
    .filter((part) => !PARTICLES.has(part))
    .map((part) => ({ what: `${part} of ${name}, ${email}`, part }))
}

function numbersOf({ phone, iban, card }: Identity): { what: string; number: string }[] {
  return [
    { what: `phone ${phone}`, number: phone.slice(3) },
    { what: `IBAN ${iban}`, number: iban.slice(4).replace(/\D/g, "") },
    { what: `card ${card}`, number: card }
  ]
}

/** Digits in a row, or with what people put between them. */
function runsOf(view: string): { digits: string; at: number }[] {
  return [...view.matchAll(/\d(?:[\s./()-]{0,3}\d)*/g)].map((match) => ({
    digits: match[0].replace(/\D/g, ""),
    at: match.index
  }))
}

function shares(digits: string, number: string): boolean {
  for (let at = 0; at + 4 <= digits.length; at++) if (number.includes(digits.slice(at, at + 4))) return true
  return false
}

const INVISIBLE = /[\p{Cf}\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\ufe00-\ufe0f\uffa0]|[\u{e0000}-\u{e01ef}]/gu
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u
/** Words that identify nobody. */
const PARTICLES = new Set("van von der den dos des del dem bin bint ibn abu the".split(" "))
