import type { Sentence } from "../../../../text/sentences.ts"
import type { Given } from "../../basis/given.ts"
import { askingWords } from "../../words/asking.ts"
import { indirectWords, SIGNS } from "../../words/indirect.ts"
import { requestWords } from "../../words/requests.ts"
import { isOfOthers, spansOf, type Span } from "../request/asking.ts"
import { asksWhether, isRefused } from "../request/honest.ts"
import type { AnySign } from "./requests.ts"

/** Says whether a sentence has a sign that it doesn't deny. A sentence is read once for each sign. */
export function hasSign(sentence: Sentence, sign: AnySign, given?: Given): boolean {
  const name = NAMES.get(sign)
  if (name) return given ? [...sentence.text.matchAll(name)].some(([word]) => !given.holds(word)) : false
  const known = read.get(sentence) ?? new Map<AnySign, boolean>()
  read.set(sentence, known)
  const has = known.get(sign) ?? readsSign(sentence.text, sign)
  known.set(sign, has)
  return has
}

function readsSign(text: string, sign: AnySign): boolean {
  if (!ABOUT_THE_PAST.has(sign) && isOfOthers(text)) return false
  const spans = placesOfSign(text, sign)
  if (spans.length > 0 && placesOfSign(text, "never-asked").length > 0) return false
  if (spans.length === 0 || DENYING.has(sign)) return spans.length > 0
  const plain = NO_DENIALS.reduce((all, words) => all.replace(words, (one) => " ".repeat(one.length)), text)
  const asks = sign === "hand" || sign === "wanted"
  return spans.slice(0, MOST).some((span) => !isRefused(plain, span) && !(asks && asksWhether(text, span)))
}

/** Returns where the words of a sign stand, denied or not. */
export function placesOfSign(text: string, sign: AnySign): readonly Span[] {
  const pattern = PATTERNS.get(sign)
  return pattern ? spansOf(pattern, text) : []
}

const read = new WeakMap<Sentence, Map<AnySign, boolean>>()

/** The number of places that are looked at for a sign. The limit keeps hostile text cheap. */
const MOST = 24
/** Signs that contain a denial themselves, or warn of something. */
const DENYING: ReadonlySet<AnySign> = new Set<AnySign>([
  "despite",
  "no-click",
  "hands-off",
  "private",
  "leave-off",
  "unverified",
  "no-trace",
  "elsewhere",
  "gaps",
  "agent-acts",
  "despite-all",
  "talk-privately",
  "we-operate",
  "turn-off",
  "rebuilt",
  "own",
  "plain"
])
/** "You were asked to print a list" tells of the customer's own past. */
const ABOUT_THE_PAST: ReadonlySet<AnySign> = new Set<AnySign>(["kept", "at-setup"])
/** What is not to be done, or is done instead, doesn't deny what is asked beside it. */
const NO_DENIALS = (["instead", "no-click", "hands-off"] as const).map(indirectWords)
/** A name with a dot, a line or digits in it, as messengers have them. */
const NICKNAME =
  /(?<![\p{L}\p{N}._@/-])@?(?=[a-z0-9._-]{5,40}(?![\p{L}\p{N}]))[a-z][a-z0-9]{0,38}?(?:[._][a-z0-9]{1,38}|\d{1,8}){1,5}(?![\p{L}\p{N}@])/giu

/** The same in forms that hardly anything else has: "anna_repairs", "karl-heinz77", "motor#0417". */
const HANDLE =
  /(?<![\p{L}\p{N}._@\/#[-])(?:\p{L}[\p{L}\p{N}]{1,24}(?:_[\p{L}\p{N}]{1,24}){1,4}|\p{L}{2,24}(?:[.-]\p{L}{2,24}){1,3}\d{1,6}|[\p{L}\p{N}._-]{3,32}#\d{3,6})(?![\p{L}\p{N}@\]]|\.\p{L}|_\d)/gu
/** A file that is a program or changes the settings of a device. */
const RISKY_FILE =
  /(?<![\p{L}\p{N}@\/])[\p{L}\p{N}_-]{0,60}\.(?:exe|msi|msix|bat|cmd|ps1|vbs|hta|scr|lnk|reg|jar|apk|dmg|pkg|crx|xpi|mobileconfig|iso|img|ovpn|sh|deb|rpm|xlsm|docm|xlam|cer|crt|p12|pfx|pem)(?![\p{L}\p{N}])/giu
/** Names and files are signs only where neither ticket nor sources hold them. */
const NAMES: ReadonlyMap<AnySign, RegExp> = new Map<AnySign, RegExp>([
  ["nickname", NICKNAME],
  ["handle", HANDLE],
  ["risky-file", RISKY_FILE]
])

const PATTERNS: ReadonlyMap<AnySign, RegExp> = new Map<AnySign, RegExp>([
  ...SIGNS.map((sign) => [sign, indirectWords(sign)] as const),
  ["hand", askingWords(({ hand }) => hand)],
  ["wanted", askingWords(({ hand, question, need }) => [...hand, ...question, ...need])],
  ["plain", askingWords(({ plain }) => plain)],
  ["own", new RegExp(`${askingWords(({ own }) => own).source}|${requestWords(({ cover }) => cover).source}`, "giu")]
])
