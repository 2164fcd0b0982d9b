import { NO_PLACEHOLDERS } from "../masking/basis/placeholder-table.ts"
import { capitalsOf, maskText } from "../masking/index.ts"
import { linkFacts } from "../text/links.ts"
import { sentences } from "../text/sentences.ts"
import type { Article } from "../ingest/article/article.ts"
import { isRoleMailbox, isTitle, personBeside, TITLED } from "./people-words.ts"
import type { ArticleWordSort } from "../protocol/routes/masking-rules.ts"

/**
 * Something in an article that may be the team's own. `beside` is a name that stands with it and may be a person's.
 * `titled` means that the word is a person's name, `isCode` that it is a code in the article's title such as "K2", which
 * is nobody's name.
 */
export interface ArticleFinding {
  sort: ArticleWordSort
  word: string
  beside?: string
  titled?: boolean
  isCode?: boolean
}

/**
 * Returns what one public article contributes to the keep list: contacts, hosts, and words with a capital inside a
 * sentence. It also returns the article's words in lower case and everything that it writes with a capital. Whether
 * something is kept is decided over all articles.
 */
export function findArticleWords({
  title,
  blocks,
  body,
  locale,
  url
}: Pick<Article, "title" | "blocks" | "body" | "locale" | "url">): {
  found: ArticleFinding[]
  lower: string[]
  capital: string[]
} {
  const findings = new Map<string, ArticleFinding>()
  const add = (finding: ArticleFinding) => {
    const key = `${finding.sort} ${finding.word}`
    const before = findings.get(key)
    // One occurrence without a name beside it is enough to show that it isn't a person's.
    if (before?.isCode) return
    if (!before || (before.beside !== undefined && finding.beside === undefined) || finding.titled)
      findings.set(key, finding)
  }
  const language = locale.slice(0, 2)
  const capital = new Set(capitalsOf(title))
  for (const [word] of title.matchAll(CODE)) add({ sort: "brand", word, isCode: true })
  for (const { text } of blocks) {
    for (const { text: sentence } of sentences(text, language)) {
      contacts(sentence, add)
      if (!CAPITAL_INSIDE.test(sentence)) continue
      capitals(sentence, language, add)
      for (const word of capitalsOf(sentence)) capital.add(word)
    }
    for (const { start, end } of postalAddressesIn(text))
      add(withPerson({ sort: "address", word: text.slice(start, end) }, text.slice(Math.max(0, start - 40), start)))
  }
  const pieces = body
    .split("\n")
    .filter((line) => SIGN_OF_LINK.test(line))
    .flatMap((line) => line.split(/\s+/))
  for (const { kind, value, unit } of linkFacts(pieces.filter((piece) => MAY_HOLD_LINK.test(piece)).join("\n"))) {
    if (kind === "email") mail(String(value), "", add)
    else if (unit) add({ sort: "domain", word: String(unit) })
  }
  if (url) add({ sort: "domain", word: new URL(url).hostname.replace(/^www\./, "") })
  const lower = new Set([title, ...blocks.map(({ text }) => text)].flatMap((text) => text.match(LOWER) ?? []))
  return { found: [...findings.values()], lower: [...lower], capital: [...capital] }
}

/** Matches capitals and figures together, such as "K2" or "TX-500". */
const CODE =
  /(?<![\p{L}\p{N}-])(?=[\p{N}-]*\p{Lu})(?=[\p{Lu}-]*\p{N})[\p{Lu}\p{N}]{1,8}(?:-[\p{Lu}\p{N}]{1,8})?(?![\p{L}\p{N}-])/gu

/** In a sentence with no capital but its first letter, capitals are no evidence. */
const CAPITAL_INSIDE = /(?!^)\p{Lu}/u

function contacts(sentence: string, add: (finding: ArticleFinding) => void): void {
  // Most sentences contain no contact, and masking looks for much more.
  if (!MAY_HOLD_CONTACT.test(sentence)) return
  for (const { start, end, type } of maskText(sentence, NO_PLACEHOLDERS, []).spans) {
    const word = sentence.slice(start, end)
    if (type === "EMAIL" && word.includes("@")) mail(word, sentence, add)
    else if (type === "PHONE" && isWholeNumber(word))
      add(withPerson({ sort: "phone", word }, sentence.slice(Math.max(0, start - 60), end + 30)))
    else if (type === "IBAN") add(withPerson({ sort: "iban", word }, sentence.slice(Math.max(0, start - 60), start)))
  }
}

const MAY_HOLD_CONTACT = /@|(?:\d[ ()./-]{0,3}){7}|(?<![\p{L}\p{N}])\p{Lu}{2}\d{2}/u
/** Most lines contain none of these signs. */
const SIGN_OF_LINK = /[@:]|\.[a-z]/i
const MAY_HOLD_LINK = /@|:\/\/|(?:javascript|data|file):|[a-z0-9]\.[a-z]/i
/** Says whether the word is a whole number, and no postcode such as 12220-0700. */
const isWholeNumber = (word: string) => word.replace(/\D/g, "").length >= 7 && !/^\d{5} ?- ?\d{4}$/.test(word)

/** "support@" belongs to the team, "maria.jones@" to Maria. */
function mail(address: string, sentence: string, add: (finding: ArticleFinding) => void): void {
  const [mailbox = "", host = ""] = address.toLowerCase().split("@")
  const own = isRoleMailbox(mailbox, host)
  if (own) add({ sort: "domain", word: host })
  add({ sort: "email", word: address, ...(own ? {} : { beside: personBeside(sentence) ?? mailbox }) })
}

function withPerson(finding: ArticleFinding, around: string): ArticleFinding {
  const beside = personBeside(around)
  return beside === undefined ? finding : { ...finding, beside }
}

/**
 * Finds runs of words with a capital inside a sentence. In German every noun has a capital, so only unusual words such
 * as KlickPay or Halo-2 count.
 */
function capitals(sentence: string, language: string, add: (finding: ArticleFinding) => void): void {
  for (const match of sentence.matchAll(RUN)) {
    // The first word of a sentence, standing alone, has a capital anyway.
    if (match.index === 0 && !match[0].includes(" ") && !AFTER_NAME.test(sentence.slice(match[0].length))) continue
    const words = match[0]
      .replace(/['’]s$/u, "")
      .replace(/[-'’+]+$/u, "")
      .split(" ")
    // No title is longer than this.
    const before = sentence.slice(Math.max(0, match.index - 24), match.index)
    let titled = TITLED.test(before) || AFTER_NAME.test(sentence.slice(match.index + match[0].length))
    // In "Contact Bella Vita" the first word has its capital only from the sentence.
    if (!INSIDE.test(before) && !titled && !isTitle(words[0] ?? "")) words.shift()
    while (isTitle(words[0] ?? "")) {
      titled = true
      words.shift()
    }
    const word = words.join(" ").replace(/^& /, "")
    // Two capitals are a state, a country or a unit.
    if (word.length < 2 || /^\p{Lu}{2}$/u.test(word) || (!titled && language === "de" && !ODD.test(word))) continue
    add({ sort: "brand", word, ...(titled ? { titled } : {}) })
  }
}

/** Matches up to five words, which may include a figure as in "Halo 2". */
const RUN =
  /(?<![\p{L}\p{N}_'’@./-])(?:\p{Lu}|\p{Ll}{1,2}(?=\p{Lu}))[\p{L}\p{N}'’+-]{0,40}(?: (?:\p{Lu}[\p{L}\p{N}'’+-]{0,40}|& \p{Lu}[\p{L}\p{N}'’+-]{0,40}|\d{1,4}(?! ?[-–.,:]|\p{N}))){0,4}(?![\p{L}\p{N}@])/gu
/** The first word of a sentence, a quote or a list item has a capital anyway. */
const INSIDE =
  /[\p{Ll}\p{N},;)%'’]\s$|[\p{Ll}\p{N}] [("]$|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}、]\s?$/u
const AFTER_NAME = /^ ?(?:さん|様|さま|氏)/u
const ODD = /\p{Ll}\p{Lu}|\p{Lu}{2}|\d|&/u
const LOWER = /(?<![\p{L}\p{N}'’])\p{Ll}[\p{Ll}]{1,40}(?![\p{L}\p{N}])/gu

/**
 * Finds postal addresses as they are written in six languages: street, number, code and town. Only whole ones count,
 * because a town alone may also be a customer's.
 */
function postalAddressesIn(text: string): { start: number; end: number }[] {
  const spans: { start: number; end: number }[] = []
  if (!POSTCODE.test(text)) return spans
  for (const form of FORMS) {
    for (const match of text.matchAll(form)) {
      const [start, end] = [match.index, match.index + match[0].replace(/(?<![\s,.])[\s,.]+$/, "").length]
      if (end - start <= LONGEST && !spans.some((one) => start < one.end && one.start < end)) spans.push({ start, end })
    }
  }
  return spans.sort((a, b) => a.start - b.start)
}

/** Each form contains one of these, and hardly any other line does. */
const POSTCODE = /\d{4}|\d[A-Z\d]? \d[A-Z]{2}|〒/
const LONGEST = 100
const WORD = String.raw`\p{Lu}[\p{L}.'’-]{1,30}`
const TOWN = String.raw`${WORD}(?:[ -](?:(?:de|do|da|am|an der|im|la|le|les|sur|upon|of) )?${WORD}){0,3}`
const NUMBER = String.raw`\d{1,4} ?[a-zA-Z]?`
const GAP = String.raw`(?:,? |, ?)`
const FORMS = [
  // Lindenstraße 12, 10969 Berlin
  String.raw`(?:${WORD}[ -]){0,3}[\p{L}-]{0,30}(?:[Ss]tra(?:ß|ss)e|[Ss]tr\.|[Ww]eg|[Pp]latz|[Aa]llee|[Gg]asse|[Rr]ing|[Uu]fer|[Dd]amm|[Hh]of) ${NUMBER}${GAP}(?:[A-Z]{1,2}-)?\d{4,5} ${TOWN}`,
  // 12 High Street, Bristol BS1 4ST; 500 Oak Avenue, Springfield, IL 62701
  String.raw`\d{1,5} (?:${WORD} ){1,4}(?:Street|St\.?|Road|Rd\.?|Avenue|Ave\.?|Lane|Ln\.?|Drive|Dr\.?|Way|Court|Ct\.?|Square|Place|Boulevard|Blvd\.?|Close|Terrace|Row|Quay|Park)(?:, [\p{L}\p{N} .-]{2,30}){0,2}, ?(?:${TOWN},? )?(?:[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}|[A-Z]{2} \d{5}(?:-\d{4})?)`,
  // 12 bis, rue de Rivoli, 75001 Paris
  String.raw`\d{1,4}(?: (?:bis|ter))?,? (?:rue|avenue|boulevard|place|chemin|quai|allée|impasse|route|cours) [\p{L}\d .'’-]{2,50}?${GAP}(?:[A-Z]-)?\d{5} ${TOWN}`,
  // Calle Mayor 12, 28013 Madrid; Rua Augusta, 24, 1100-048 Lisboa; Rua Augusta, 24, 01310-100 São Paulo
  String.raw`(?:Calle|C\/|Avenida|Avda\.?|Av\.|Plaza|Paseo|Ronda|Camino|Rua|R\.|Praça|Travessa|Largo|Alameda|Estrada) [\p{L} .'’-]{2,50}?,? (?:n\.?[ºo°] ?)?${NUMBER}(?:,? [\p{L}\d.ºª° -]{1,20})?,? ?(?:\d{4}-\d{3}|\d{5}-\d{3}|\d{5}) ${TOWN}`,
  // 〒150-0001 東京都渋谷区神宮前1-2-3
  String.raw`〒 ?\d{3}-\d{4} ?[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]{2,40}[\d０-９丁目番地号の−ー-]{1,20}`
].map((form) => new RegExp(String.raw`(?<![\p{L}\p{N}])${form}`, "gu"))
