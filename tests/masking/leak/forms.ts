import type { Identity } from "./identities.ts"
import type { Chance } from "./random.ts"
import { CYRILLIC, GREEK, umlauts, withoutMarks } from "./spelling.ts"

/** A known person's name as people and programs write it. */
export function nameForm(name: string, chance: Chance): string {
  const words = name.split(/[\s　]+/)
  const first = words[0] ?? ""
  const last = words.at(-1) ?? ""
  if (UNSPACED.test(name))
    return hidden(
      chance.pick([
        name,
        words.join(""),
        words.join(" "),
        words.join("　"),
        `${words.join("")}様`,
        name.normalize("NFD"),
        `${words.join("_")}`,
        THAI.test(name) ? `คุณ${first}` : words.length > 1 ? `${last}さん` : `${name}님`
      ]),
      chance,
      4
    )
  const shape = chance.pick([
    name,
    name,
    last,
    first,
    `${first}'s`,
    `${last}’s`,
    `${name}'s`,
    `${last}s`,
    `${first}s`,
    `${last}ʼs`,
    `${first.charAt(0)}. ${last}`,
    `${first.charAt(0)} ${last}`,
    `${last}, ${first}`,
    `${last} ${first}`,
    words.join(""),
    words.join("-"),
    words.join("."),
    words.join("_"),
    `Mr ${last}`,
    `Frau ${last}`,
    `**${last}**`,
    `(${first})`,
    `"${name}"`,
    `@${first}`,
    `#${last}`,
    `${first}/${last}`,
    `${last}s'`,
    camel(words),
    `${camel(words)}7`,
    `invoice${capitals(words)}`,
    `${last.toUpperCase()} ${first}`,
    `${first}\n> ${last}`,
    `${first} \n${last}`,
    `${last}:`,
    `<${name}>`,
    words.join("\u00a0"),
    words.join("  "),
    words.join("\n"),
    `${first}+${last}`,
    `${words.join("")}${chance.number(90) + 10}`
  ])
  const isWord = WORDS.has(
    shape
      .replace(/[^A-Za-z]/g, "")
      .toLowerCase()
      .replace(/s$/, "")
  )
  const spelled = chance.pick([same, same, same, withoutMarks, umlauts, (text: string) => text.normalize("NFD")])(shape)
  return hidden(
    chance.pick([
      same,
      same,
      isWord ? same : (text: string) => text.toLowerCase(),
      (text: string) => text.toUpperCase(),
      (text: string) =>
        text
          .split(" ")
          .map((word) => capital(word.toLowerCase()))
          .join(" ")
    ])(spelled),
    chance,
    3
  )
}

/** What stands before the "@", by itself. */
export function localForm({ email }: Identity, chance: Chance): string {
  const local = email.slice(0, email.indexOf("@"))
  return chance.pick([local, local, local.toUpperCase(), `${local}@`, `${local}+shop`, `@${local}`, `~${local}`])
}

/** The same in a file's name or a link: no spaces. */
export function joinedName(name: string, chance: Chance): string {
  const words = (
    UNSPACED.test(name) ? name : chance.pick([same, withoutMarks, umlauts, (text: string) => text.toLowerCase()])(name)
  ).split(/[\s　]+/)
  return chance.pick([
    words.join("_"),
    words.join("-"),
    words.join("."),
    words.join(""),
    words.join("%20"),
    words.map((word) => encodeURIComponent(word)).join("%20"),
    words.map((word) => encodeURIComponent(word)).join("+"),
    words.join("+"),
    `${words.at(-1)}_${words[0]}`
  ])
}

export function emailForm({ email }: Identity, chance: Chance): string {
  const form = chance.pick([
    email,
    email,
    email.toUpperCase(),
    email.replace("@", "+orders@"),
    capital(email),
    `<${email}>`,
    `mailto:${email}`,
    `[${email}]`,
    email.replace("@", "＠"),
    `"${email}"`,
    `${email},`,
    email.replace("@", " (at) "),
    `e-mail:${email}`,
    `https://www.google.com/?email=${encodeURIComponent(email)}`
  ])
  return hidden(form, chance, 4)
}

/** With the country's code and without. */
export function phoneForm({ phone }: Identity, chance: Chance): string {
  const code = /^\+(?:1|4[49]|3[34]|351|8[12])/.exec(phone)?.[0] ?? "+44"
  const rest = phone.slice(code.length)
  const parts = [rest.slice(0, 3), rest.slice(3, -4), rest.slice(-4)].filter(Boolean)
  const form = chance.pick([
    phone,
    `${code} ${parts.join(" ")}`,
    `${code}-${parts.join("-")}`,
    `00${code.slice(1)} ${parts.join(" ")}`,
    `${code} (0)${parts.join(" ")}`,
    `${code}.${parts.join(".")}`,
    `tel. 0${parts.join(" ")}`,
    `call me on 0${rest}`,
    `Telefon: 0${parts[0]}/${parts.slice(1).join("")}`,
    `tel: (0${parts[0]}) ${parts.slice(1).join("-")}`,
    `${code}\u00a0${parts.join("\u00a0")}`
  ])
  return hidden(form, chance, 5)
}

export function ibanForm({ iban }: Identity, chance: Chance): string {
  const groups = iban.replace(/(.{4})(?=.)/g, "$1 ")
  return hidden(
    chance.pick([
      iban,
      groups,
      groups,
      iban.toLowerCase(),
      groups.replaceAll(" ", "-"),
      groups.replaceAll(" ", "\u00a0"),
      groups.toLowerCase(),
      `IBAN:${iban}`
    ]),
    chance,
    5
  )
}

export function cardForm({ card }: Identity, chance: Chance): string {
  const groups =
    card.length === 15 ? [card.slice(0, 4), card.slice(4, 10), card.slice(10)] : (card.match(/.{4}/g) ?? [])
  return hidden(
    chance.pick([
      card,
      groups.join(" "),
      groups.join(" "),
      groups.join("-"),
      groups.join("."),
      groups.join("\u00a0"),
      `card:${card}`
    ]),
    chance,
    5
  )
}

const same = (text: string) => text
const capital = (word: string) => word.replace(/\p{L}/u, (letter) => letter.toUpperCase())
const capitals = (words: string[]) => words.map(capital).join("")
const camel = (words: string[]) => words.map((word, at) => (at === 0 ? word.toLowerCase() : capital(word))).join("")

/** One in `n` times with something inside that hides it from a search for its letters. */
function hidden(text: string, chance: Chance, n: number): string {
  if (!chance.oneIn(n)) return text
  const letters = [...text]
  const inside = 1 + chance.number(Math.max(1, letters.length - 2))
  const isInLink = text.includes("//")
  const way = chance.number(isInLink ? 1 : 4)
  if (way <= 1)
    return letters
      .toSpliced(
        inside,
        0,
        chance.pick(
          isInLink
            ? ["\u00ad"]
            : ["\u200b", "\u00ad", "\u200d", "\u2060", "\ufeff", "\u034f", "\u200e", "\u{e0041}", "\ufe0f"]
        )
      )
      .join("")
  if (way === 2)
    return letters
      .map((letter) =>
        /[!-~]/.test(letter) && letter !== "@" ? String.fromCodePoint((letter.codePointAt(0) ?? 0) + 0xfee0) : letter
      )
      .join("")
  const alike = chance.oneIn(2) ? CYRILLIC : GREEK
  return /^[\x20-\x7e]+$/.test(text) && !/[@\d]/.test(text)
    ? letters.map((letter) => (chance.oneIn(2) ? (alike[letter] ?? letter) : letter)).join("")
    : text
}

const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u
/** A word of the ticket's languages that stands alone is a name by its capital. */
const WORDS = new Set(["will", "hope", "art", "son", "ali", "can"])
const THAI = /\p{Script=Thai}/u
