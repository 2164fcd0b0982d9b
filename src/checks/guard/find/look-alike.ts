import type { Found } from "../basis/finding.ts"
import type { Given } from "../basis/given.ts"

/**
 * Says whether a host imitates one of the known hosts: by letters that look the same, by a letter or two that changed,
 * or by the known name inside another name.
 */
export function looksLike(host: string, known: ReadonlySet<string>): boolean {
  if (host.length > 100) return false
  const seen = skeleton(host)
  const names = seen.split(/[.-]/)
  let tried = 0
  for (const other of known) {
    if (++tried > MOST) return false
    const like = skeleton(other)
    if (seen === like || seen.startsWith(`${like}.`) || seen.startsWith(`${like}-`)) return true
    const name = longest(like)
    if (name.length >= 5 && (names.includes(name) || names.some((part) => near(part, name)))) return true
    if (near(seen, like)) return true
  }
  return host.includes("xn--")
}

const MOST = 200

/** Returns the host as a reader sees it. */
function skeleton(host: string): string {
  return host
    .toLowerCase()
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[^a-z.-]/gu, (letter) => LOOKS[letter] ?? letter)
    .replace(/rn/g, "m")
    .replace(/vv/g, "w")
    .replace(/cl/g, "d")
    .replace(/[il]/g, "l")
}

const longest = (host: string) =>
  host
    .split(/[.]/)
    .slice(0, -1)
    .reduce((best, part) => (part.length > best.length ? part : best), "")

/** Says whether two names differ by one letter more, less or changed. Long names may differ by two. */
function near(a: string, b: string): boolean {
  const most = Math.min(a.length, b.length) >= 10 ? 2 : 1
  if (b.length < 5 || Math.abs(a.length - b.length) > most) return false
  let row = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++)
      next.push(
        Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1))
      )
    row = next
  }
  return (row[b.length] ?? 9) <= most
}

/** Says whether a letter of another script looks like a Latin one at a glance. */
function readsAsLatin(letter: string): boolean {
  const small = letter.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "")
  return /[a-z]/.test(LOOKS[small] ?? "") || CAPITALS.includes(letter)
}

/**
 * Capitals that look like Latin ones although their small letters don't: Cyrillic, Greek, Armenian, and some of
 * Cherokee and Lisu.
 */
const CAPITALS = "ВЅІЈКМНТҮԚԜӀΑΒΕΖΗΙΚΜΝΟΡΤΥΧՕՍՏԼᎪᎬᎢᎠᎡᎾᏒᏚᏔᎻᎷᏃᏢᎥᏟᎫᏀᏞᏦᏴꓐꓑꓒꓓꓔꓖꓗꓙꓚꓜꓝꓞꓟꓠꓡꓢꓣꓤꓥꓦꓧꓨꓩꓪꓫꓬꓮꓰꓲꓳꓴꓵ"

/** Digits and letters of other scripts that are read as Latin letters. */
const LOOKS: Record<string, string> = Object.fromEntries(
  "0o 1l 3e 5s 7t 8b 9g аa еe оo рp сc хx уy іi јj ѕs һh ԁd ӏl вb нh кk мm тt гr пn αa οo ρp εe νv ιi κk τt υu γy ηn χx օo սu ոn հh ѵv ԝw ԛq ɡg ıi ƅb"
    .split(" ")
    .map(([seen = "", read = ""]) => [seen, read])
)

/**
 * Finds words in which letters of another script imitate Latin ones, or Latin ones imitate theirs (Unicode TR39, mixed
 * scripts): "оrdеr" with Cyrillic о and е. A word wholly in one script is fine, and so is a sign that doesn't look like
 * a Latin letter ("μm", "kΩ"), and a word that the ticket or a source contains.
 */
export function findMixedScripts(text: string, given: Given): Found[] {
  if (!OTHER.test(text)) return []
  return [...text.matchAll(WORD)]
    .filter(
      ([word]) =>
        LATIN.test(word) &&
        [...word].some((letter) => OTHER.test(letter) && readsAsLatin(letter)) &&
        !given.text.includes(word)
    )
    .map((match) => ({ kind: "mixed-script", start: match.index, end: match.index + match[0].length }))
}

const WORD = /[\p{L}\p{M}\p{N}’']{2,200}/gu
const LATIN = /\p{Script=Latin}/u
const OTHER = new RegExp(
  "[\\p{Script=Cyrillic}\\p{Script=Greek}\\p{Script=Armenian}\\p{Script=Cherokee}\\p{Script=Coptic}\\p{Script=Lisu}]",
  "u"
)
