import { LISTS } from "replywright/lexicon/cues"
import { wordsOf } from "../../lexicon/lexicon.ts"
import type { Canvas } from "../basis/canvas.ts"

/** Finds e-mail addresses. It reads from every "@" to both sides, so that a long run of letters is read once. */
export function findEmails(canvas: Canvas): void {
  const text = canvas.rest
  for (let at = text.indexOf("@"); at >= 0; at = text.indexOf("@", at + 1)) {
    let start = at
    while (start > 0 && at - start < LONGEST_LOCAL && LOCAL.test(text.charAt(start - 1))) start--
    while (start < at && EDGE.test(text.charAt(start))) start++
    if (start === at) continue
    DOMAIN.lastIndex = at + 1
    ANY_DOMAIN.lastIndex = at + 1
    SLIPPED.lastIndex = at + 1
    BROKEN.lastIndex = at + 1
    const domain = BROKEN.exec(text) ?? SLIPPED.exec(text) ?? DOMAIN.exec(text) ?? ANY_DOMAIN.exec(text)
    if (domain) canvas.claim(start, at + 1 + domain[0].length, "EMAIL")
  }
}

/**
 * Finds addresses that are spelled out to hide them from machines: "anna at post dot example", "anna (at)
 * post.example", "anna arobase post point fr", "anna_berg at post . co . uk".
 */
export function findSpelledEmails(canvas: Canvas): void {
  if (ENDS_WITH_AT.test(canvas.rest))
    for (const match of canvas.rest.matchAll(CUT_BEHIND_AT))
      canvas.claim(match.index, match.index + match[0].length, "EMAIL")
  if (BEGINS_WITH_AT.test(canvas.rest))
    for (const match of canvas.rest.matchAll(CUT_BEFORE_AT))
      canvas.claim(match.index, match.index + match[0].length, "EMAIL")
  for (const match of canvas.rest.matchAll(AT_SPELLED)) {
    const before = LOCAL_BEFORE.exec(canvas.rest.slice(Math.max(0, match.index - LONGEST_SPOKEN), match.index))?.[0]
    const isProvider = match.groups?.["provider"] !== undefined
    if (before && (isProvider || ENDS_IN_NUMBER.test(before)))
      canvas.claim(match.index - before.length, match.index + match[0].length, "EMAIL")
  }
  for (const pattern of [SPELLED, SPACED]) {
    for (const match of canvas.rest.matchAll(pattern)) {
      // Without a space the address has a form of its own and is found by it.
      if (pattern === SPACED && !/ /.test(match[0])) continue
      if (match.groups?.["sure"] || match.groups?.["dot"])
        canvas.claim(match.index, match.index + match[0].length, "EMAIL")
    }
  }
}

const AT =
  "(?<sure> ?(?:\\(at\\)|\\[at\\]|\\{at\\}|\\(a\\)|\\[a\\]|\\(ät\\)|\\[ät\\]|\\((?:bei|chez|en|em|arobase|" +
  "klammeraffe|affe)\\)|\\[@\\]|\\(@\\)|<at>|[([](?:arroba|arobase|chiocciola|apenstaartje|małpa)[)\\]]|" +
  "アットマーク|アット|あっとまーく|あっと) ?| ?@ (?=[\\p{L}\\p{N}-]{1,40}\\.\\p{L})| (?:arroba|arobase|klammeraffe|ät) )|" +
  " at "
const DOT =
  " ?(?:\\(dot\\)|\\[dot\\]|\\(punkt\\)|\\[punkt\\]|\\(punto\\)|\\(ponto\\)|\\(point\\)|ドット|どっと) ?| (?:dot|punkt|punto|ponto|point) "
/**
 * "At" between words is usually just a word, so the dot has to be spelled out as well. The words are joined by dots,
 * written or spelled. They are bounded, so that matching stays linear.
 */
const SIGN =
  " (?:underscore|under score|unterstrich|tiret bas|souligné|gui[oó]n bajo|sublinhado|underline|hyphen|dash|minus|bindestrich|tiret|gui[oó]n|hífen) "
const LOCAL_PART = `(?<![\\p{L}\\p{N}._-])[\\p{L}\\p{N}][\\p{L}\\p{N}._+-]{0,40}(?:(?:${DOT}|${SIGN})[\\p{L}\\p{N}_-]{1,30}){0,3}`
const SPELLED = new RegExp(
  `${LOCAL_PART}(?:${AT})[\\p{L}\\p{N}-]{1,40}(?:(?:(?<dot>${DOT})|\\.)[\\p{L}\\p{N}-]{2,30}){1,3}(?![\\p{L}\\p{N}])`,
  "giu"
)

/** Spaces around the dots are accepted only before an ending that domains have. Behind "at" both sides need one. */
const TOP =
  "(?:com|net|org|info|edu|gov|eu|co|uk|me|app|dev|gmail|at|be|lu|in|sg|za|cl|ar|it|be|tv|xyz|online|email|name|biz|de|fr|es|pt|br|nl|jp|mx|au|nz|ca|ch|ie|pl|se|dk|fi|cz|io)(?!\\.?[\\p{L}\\p{N}])"
const SPACED = new RegExp(
  `${LOCAL_PART}(?:(?<sure> ?@ ?) ?[\\p{L}\\p{N}-]{1,40}(?: ?\\. ?[\\p{L}\\p{N}-]{1,30}){0,2} ?\\. ?${TOP}| at [\\p{L}\\p{N}-]{1,40}(?: \\. [\\p{L}\\p{N}-]{1,30}){0,2}(?<dot> \\. )${TOP})`,
  "giu"
)

/** Names for payments and networks: "lakshmi.k2@okbank", "@el_zurdo". */
export function findHandles(canvas: Canvas): void {
  for (const match of canvas.rest.matchAll(PAYMENT)) canvas.claim(match.index, match.index + match[0].length, "ID")
  for (const match of canvas.rest.matchAll(AT_HANDLE)) canvas.claim(match.index, match.index + match[0].length, "ID")
}

const PAYMENT =
  /(?<![\p{L}\p{N}._@-])[\p{L}\p{N}][\p{L}\p{N}._-]{1,40}@(?:ok|ya|y|i|pt|axl|ibl|apl|pay|up|pz|fb|ab|k|u)?[a-z]{2,14}(?![\p{L}\p{N}@]|[.-][\p{L}\p{N}])/gu
const AT_HANDLE =
  /(?<![\p{L}\p{N}.@/_\u0001-])@(?=[a-z\d.]{0,40}[_\d.][a-z\d_])[a-z\d][a-z\d._]{2,38}[a-z\d_](?![\p{L}\p{N}(@/])/giu

const PROVIDERS =
  "gmail|googlemail|outlook|hotmail|yahoo|icloud|proton|protonmail|gmx|web|live|aol|fastmail|bigpond|btinternet|sky|orange|laposte|free|wanadoo|sapo|uol|bol|terra|ig"
const ENDINGS = "(?:com|net|de|fr|es|pt|br|uk|co|me|ch|at|mx|ar|au|ie|be|org)"
/**
 * The part from the spelled "@" on. A provider that everybody knows needs no dot before "com" ("at outlook com"), any
 * other domain has a spelled one.
 */
const AT_SPELLED = new RegExp(
  `(?: at | arroba | arobase | @ ?| ät )(?:(?<provider>${PROVIDERS})(?:[ .]{1,3}(?:dot |punkt |punto |ponto |point )?${ENDINGS}){1,2}|[\\p{L}\\p{N}-]{2,30} (?:dot|punkt|punto|ponto|point) ${ENDINGS})(?![\\p{L}\\p{N}])`,
  "giu"
)
/** The name before it, whose last words may be a number: "merryn underscore xmas nine". */
const NUMBER_WORDS = [...wordsOf(LISTS, "number-parts")].join("|")
const LOCAL_BEFORE = new RegExp(`${LOCAL_PART}(?:[ -](?:${NUMBER_WORDS}|\\d{1,4})){0,4}$`, "iu")
const ENDS_IN_NUMBER = new RegExp(`[ -](?:${NUMBER_WORDS}|\\d{1,4})$`, "iu")
const LONGEST_SPOKEN = 90
/** A line break before the "@". */
const CUT_BEFORE_AT =
  /(?<![\p{L}\p{N}._+-])[\p{L}\p{N}][\p{L}\p{N}._+-]{2,63} ?\r?\n[ >]{0,4}@ ?[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{2,63}){1,4}/gu
const BEGINS_WITH_AT = /\n[ >]{0,4}@/
const ENDS_WITH_AT = /@ ?\r?\n/
/** A line break behind the "@": its domain alone would be taken for a link. */
const CUT_BEHIND_AT =
  /(?<![\p{L}\p{N}._+-])[\p{L}\p{N}][\p{L}\p{N}._+-]{0,63}@ ?\r?\n[ >]{0,4}[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{2,63}){1,4}/gu

const LONGEST_LOCAL = 128
/** Japanese puts no space around an address. */
const UNSPACED = "\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}ー"
const LOCAL = new RegExp(`(?![${UNSPACED}])[\\p{L}\\p{N}\\p{M}._%+'’=#&-]`, "u")
const EDGE = /[.'’=&#-]/
const LABEL = `(?:(?![${UNSPACED}])[\\p{L}\\p{N}-]){1,63}`
/**
 * A domain that a line break cuts behind its first full stop. A domain with an ending before the break is whole, and a
 * sentence ends there.
 */
const BROKEN = new RegExp(`${LABEL}\\.[ ]?\\r?\\n[ >]{0,4}[a-z]{2,24}(?:\\.[a-z]{2,24}){0,2}(?![\\p{L}\\p{N}])`, "uy")
const DOMAIN = new RegExp(`${LABEL}(?:\\.${LABEL}){1,6}`, "uy")
/** Matches a mistyped ending: "gmail,com", "gmail. com", "gmail". */
const SLIPPED =
  /(?:[\p{L}\p{N}-]{1,63}(?:, ?|\. | \.)(?:com|net|org|info|eu|co\.uk|uk|de|at|ch|fr|be|es|pt|com\.br|br|it|nl|jp|mx)|(?:[Gg](?:oogle)?mail|[Hh]otmail|[Oo]utlook|[Yy]ahoo|[Ii]cloud|gmx|GMX|aol|AOL|[Pp]rotonmail))(?![\p{L}\p{N}.-])/uy
const ANY_DOMAIN = /[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,6}/uy
