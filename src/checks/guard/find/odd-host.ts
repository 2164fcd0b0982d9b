import type { Sentence } from "../../../text/sentences.ts"
import type { Found } from "../basis/finding.ts"
import type { Given } from "../basis/given.ts"
import { SPELLING_ALPHABET, anyOf } from "../words/words.ts"
import { hasSign } from "./indirect/signs.ts"
import { spansOf, type Span } from "./request/asking.ts"
import { FILES, TLDS } from "./urls.ts"

/**
 * Finds foreign hosts in forms that only a person or a browser understands: an address of the internet as one number, in
 * hexadecimal or with colons, a share in a network, a host written backwards, with its dot encoded or in words, or
 * spelled by an alphabet of names.
 */
export function findOddHosts(said: Sentence[], given: Given): Found[] {
  return said.flatMap((sentence) =>
    [...FORMS, ...(isAddressed(sentence) ? FORMS_TO_TYPE : [])]
      .flatMap(({ form, isHost = () => true }) =>
        spansOf(form, sentence.text).filter(({ start, end }) => isHost(sentence.text.slice(start, end)))
      )
      .filter(({ start, end }) => !given.holds(sentence.text.slice(start, end)))
      .map(
        ({ start, end }: Span): Found => ({ kind: "link", start: sentence.start + start, end: sentence.start + end })
      )
  )
}

/** Says whether a sentence speaks of the place where addresses are typed, or of putting one together. */
const isAddressed = (sentence: Sentence) =>
  hasSign(sentence, "typing-place") || hasSign(sentence, "gaps") || hasSign(sentence, "rebuilt")

interface Form {
  form: RegExp
  isHost?: (written: string) => boolean
}

const ALONE = "(?<![\\p{L}\\p{N}@./:\\\\-])"
const DOT = anyOf(({ dot }) => dot, "iu").source
const NUMBERS_WITH_DOTS = "(?:\\p{L}{2,12}|\\d{1,3})"

/** An address with colons has a gap ("::") or a group that is longer than those of a device's number. */
const isAddressWithColons = (written: string) => {
  const groups = written.split(":")
  return (written.includes("::") || groups.some((group) => group.length > 2)) && /[a-f]|::|\d{4}/i.test(written)
}

const isBackwards = (written: string) => {
  const labels = written.toLowerCase().split(".")
  const first = [...(labels[0] ?? "")].reverse().join("")
  const last = labels.at(-1) ?? ""
  return TLDS.has(first) && !TLDS.has(last) && !FILES.has(last)
}

const isWordDot = (written: string) => TLDS.has(/\p{L}+$/u.exec(written)?.[0].toLowerCase() ?? "")

const FORMS: Form[] = [
  { form: /(?<![\p{L}\p{N}\\:])\\\\[\p{L}\p{N}][\p{L}\p{N}.-]{1,62}\\[^\s<>"]{1,200}/giu },
  { form: new RegExp(`${ALONE}0x[0-9a-f]{7,8}(?![0-9a-z])`, "giu") },
  {
    form: new RegExp(`${ALONE}\\[?(?:[0-9a-f]{1,4}:){2,7}(?::?[0-9a-f]{1,4}){1,7}\\]?(?![0-9a-z:])`, "giu"),
    isHost: isAddressWithColons
  },
  { form: new RegExp(`${ALONE}[a-z0-9-]{3,63}(?:%2e|&#0?46;|&#x2e;|&period;)[a-z]{2,24}(?![\\p{L}\\p{N}])`, "giu") },
  {
    form: new RegExp(`${ALONE}[a-z]{3,14}\\.[a-z0-9][a-z0-9-]{3,62}(?![\\p{L}\\p{N}.@-])`, "giu"),
    isHost: isBackwards
  },
  {
    form: new RegExp(
      `${ALONE}[a-z0-9]{2,40}-[a-z0-9-]{2,40}[ ,、"“”„«»‘’「」(]{1,4}(?:\\p{L}{1,5} (?:an? |une? |einen? |um |un )?)?` +
        `(?:${DOT})[ ,、"“”„«»‘’「」)]{1,4}(?:\\p{L}{1,6} )?[a-z]{2,14}(?![\\p{L}\\p{N}])`,
      "giu"
    ),
    isHost: isWordDot
  },
  {
    form: new RegExp(
      `(?<![\\p{Script=Latin}\\p{N}])(?:${SPELLING_ALPHABET.join("|")})(?:[ ,、・-]{1,3}(?:${SPELLING_ALPHABET.join("|")})){2,30}(?![\\p{Script=Latin}\\p{N}])`,
      "giu"
    )
  }
]

/** Forms that may be something else where nobody speaks of an address. */
const FORMS_TO_TYPE: Form[] = [
  {
    form: /(?<![\p{L}\p{N}.,-])\d{8,10}(?![\p{L}\p{N}]|[.,]\d)/gu,
    isHost: (digits) => Number(digits) > 0xffffff && Number(digits) <= 0xffffffff
  },
  {
    form: new RegExp(
      `${ALONE}[a-z0-9-]{3,63}[ ,、"“”„«»‘’「」]{1,3}(?:${DOT})[ ,、"“”„«»‘’「」]{1,3}[a-z]{2,14}(?![\\p{L}\\p{N}])`,
      "giu"
    ),
    isHost: isWordDot
  },
  {
    form: new RegExp(
      `${ALONE}${NUMBERS_WITH_DOTS}(?:[ ,-]{1,2}${NUMBERS_WITH_DOTS}){0,4}` +
        `(?:[ ,、]{1,2}(?:${DOT})(?:[ ,、-]{1,2}${NUMBERS_WITH_DOTS}){1,5}){3}(?![\\p{L}\\p{N}])`,
      "giu"
    )
  }
]
