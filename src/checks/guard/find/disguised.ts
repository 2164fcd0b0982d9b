import type { Found } from "../basis/finding.ts"
import type { Given } from "../basis/given.ts"
import { spansOf, type Span } from "./request/asking.ts"
import { TLDS } from "./urls.ts"

/**
 * Finds hosts that are written so that no program takes them for a link but a person types them: with a gap behind each
 * letter, with spaces around the dot, with another sign in its place, or with an ending that looks like a file's.
 */
export function findDisguised(text: string, given: Given): Found[] {
  const files = fileHosts(text).filter(({ start, end }) => !isPartOfKnownFile(text.slice(start, end), given))
  return [...spacedHosts(text), ...oddDots(text), ...files]
    .filter(({ start, end }) => !given.holds(text.slice(start, end)))
    .map((span): Found => ({ kind: "link", ...span }))
}

/** Finds "e v i l . c o m" and "e-v-i-l .com". */
function spacedHosts(text: string): Span[] {
  return spansOf(SPACED, text).flatMap(({ start, end }): Span[] => {
    const letters = text.slice(start, end)
    if (isHost(letters)) return [{ start, end }]
    const behind = (letters.endsWith(".") ? WORD : ENDING).exec(text.slice(end, end + MAX_ENDING))?.[0] ?? ""
    return behind !== "" && isHost(letters + behind) ? [{ start, end: end + behind.length }] : []
  })
}

/** Says whether the letters make a host once what stands between them is left out. */
function isHost(written: string): boolean {
  const joined = written
    .replace(/[ \t*|~_·]/g, "")
    .replace(/\[\.\]|\(\.\)/g, ".")
    .toLowerCase()
  return [joined, joined.replace(/-/g, "")].some((host) =>
    // The word behind the host may be a single letter, too: "e v i l . c o m e ...".
    prefixes(LAST_LABEL.exec(host)?.[1] ?? "").some((ending) => TLDS.has(ending))
  )
}

const prefixes = (word: string) => [...word].map((_, at) => word.slice(0, at + 1)).slice(1)

/** Finds "evil . com", "evil-pay .com", "evil[.]com", "evil。com" and "evil,com". */
const oddDots = (text: string): Span[] =>
  spansOf(ODD_DOT, text).filter(({ start, end }) => TLDS.has(/[a-z]*$/.exec(text.slice(start, end))?.[0] ?? ""))

/** Finds "invoice.zip". A file that the customer sent, or that a source names, is given. */
const fileHosts = (text: string): readonly Span[] => spansOf(FILE_HOST, text)

/** The ticket names "export.part1.zip", and this is its second part. */
function isPartOfKnownFile(name: string, given: Given): boolean {
  const [, stem = "", ending = ""] = /^(.*\D)\d{1,4}(\.\w+)$/u.exec(name) ?? []
  return stem !== "" && new RegExp(`${escaped(stem)}\\d{1,4}${escaped(ending)}`, "iu").test(given.text)
}

const escaped = (text: string) => text.replace(/[.-]/g, "\\$&")

const MAX_ENDING = 12
/** Matches single letters, digits and signs of an address, with a gap behind each. */
const SPACED =
  /(?<![\p{L}\p{N}])[a-z0-9](?:(?:[ \t]{1,3}|[ \t]?[-*|~_·][ \t]?|(?<=\.))(?:[a-z0-9./:-]|\[\.\]|\(\.\))\.?(?![a-z0-9]{2})){3,80}(?![a-z0-9])/giu
/** Match an ending that is written in one piece behind the letters. */
const ENDING = /^[ \t]{0,3}(?:\.|\[\.\]|\(\.\))[ \t]{0,3}[a-z]{2,8}(?![a-z0-9])/iu
const WORD = /^[ \t]{0,3}[a-z]{2,8}(?![a-z0-9])/iu
const LAST_LABEL = /[a-z0-9-]{3,63}\.([a-z]{2,14})(?:[/:][^]*)?$/u
const LABEL = "(?<![\\p{Script=Latin}\\p{N}@./_-])[A-Za-z0-9][A-Za-z0-9-]{1,62}"
/** An ending in small letters: in "at the office . Contact us" a sentence begins. */
const ODD_DOT = new RegExp(
  `${LABEL}(?:[ \\t]{1,2}\\.[ \\t]{1,2}|[ \\t]{0,2}[\\[({<【〔][ \\t]?[.。][ \\t]?[\\])}>】〕][ \\t]{0,2}|[ \\t]?[。]|[·•∙⋅・])` +
    "(?:[a-z]{2,24})(?![\\p{Script=Latin}\\p{N}])" +
    "|(?<![\\p{Script=Latin}\\p{N}@./_-])(?:[A-Za-z0-9]{1,40}[-0-9][A-Za-z0-9-]{0,22}[ \\t]{1,2}\\.|[A-Za-z0-9-]{3,63},)" +
    "(?:com|net|org|info|biz|io|eu|app|shop|xyz)(?![\\p{Script=Latin}\\p{N}])",
  "gu"
)
const FILE_HOST =
  /(?<![\p{Script=Latin}\p{N}@./\\_-])[a-z0-9](?:[a-z0-9]|[._-](?=[a-z0-9])){0,80}\.(?:zip|mov)(?![\p{Script=Latin}\p{N}_-])/giu
