import { withoutAccents } from "../../text/words/accents.ts"

/**
 * Says whether a Japanese text writes a Latin name in katakana: a whole run of katakana has the name's consonants, in
 * order, as far as both scripts tell them apart (l and r, b and v, s and z are one). "ソフィー" is "Sophie" and not
 * "Sarah". Vowels aren't compared, because the scripts render them in many ways.
 */
export function isTransliterated(name: string, japanese: string): boolean {
  const pattern = consonantPattern(name)
  if (pattern === undefined) return false
  // "ソフィア" is "Sofia" and not "Sophie".
  const mayEndInA = /(?:a|r|[ao]h)$/iu.test(withoutAccents(name))
  return runsOf(japanese).some((run) => pattern.test(consonantsOf(run)) && (mayEndInA || !run.endsWith("ア")))
}

/** Returns the runs of katakana that have two consonants at least. */
const runsOf = (text: string): string[] =>
  (text.match(/[ァ-ヴー]{1,100}/gu) ?? []).filter((run) => consonantsOf(run).length >= FEWEST)

const consonantsOf = (run: string): string =>
  Array.from(run.replace(/ウ(?=[ィェォ])/gu, "ワ"), (kana) => ROWS.find(([row]) => row.includes(kana))?.[1] ?? "").join(
    ""
  )

const ROWS: readonly (readonly [row: string, consonant: string])[] = [
  ["カキクケコ", "K"],
  ["ガギグゲゴ", "G"],
  ["サシスセソザジズゼゾ", "S"],
  ["タチツテト", "T"],
  ["ダヂヅデド", "D"],
  ["ナニヌネノン", "N"],
  ["ハヒヘホ", "H"],
  ["フ", "F"],
  ["バビブベボヴ", "B"],
  ["パピプペポ", "P"],
  ["マミムメモ", "M"],
  ["ヤユヨ", "Y"],
  ["ラリルレロ", "R"],
  ["ワ", "W"]
]

/** Returns the pattern of a name's consonants, or undefined for a name with fewer than two. */
function consonantPattern(name: string): RegExp | undefined {
  const letters = withoutAccents(name.replace(/ão(?!\p{L})/gu, "aon"))
    .toLowerCase()
    .replace(/[^a-z]/g, "")
  let source = ""
  let certain = 0
  for (let at = 0; at < letters.length; ) {
    const rest = letters.slice(at)
    const [spelled, sound] = SOUNDS.map(([letter, each]) => [letter.exec(rest)?.[0], each] as const).find(
      ([found]) => found !== undefined
    ) ?? [rest.slice(0, 1), ""]
    if (sound !== "" && (sound.length > 2 || !sound.endsWith("?"))) certain += sound === "NN?" ? 2 : 1
    // "Y" and "W" within a word, and what the end of a French one has, may be silent.
    const isLast = at + (spelled?.length ?? 1) === letters.length
    source += isLast && /^[TDSW]$/u.test(sound) && source !== "" ? `${sound}?` : sound
    at += spelled?.length ?? 1
  }
  return certain < FEWEST ? undefined : new RegExp(`^${source}$`, "u")
}

const FEWEST = 2

/** What letters at the beginning of the rest of a name sound like. The first entry that fits counts. */
const SOUNDS: readonly (readonly [letters: RegExp, sound: string])[] = [
  [/^tsch/, "T"],
  [/^sch/, "S"],
  [/^sh/, "S"],
  [/^ch/, "[TKSH]"],
  [/^(?:ck|cq|kk|cc(?![eiy]))/, "K"],
  [/^ph/, "F"],
  [/^th/, "[ST]"],
  [/^dt/, "T"],
  [/^gn/, "G?N"],
  [/^kn/, "K?N"],
  [/^qu/, "KW?"],
  [/^(?:tz|ts)/, "TS?"],
  [/^x/, "K?S"],
  [/^c(?=[eiy])/, "[ST]"],
  [/^c/, "K"],
  [/^g(?=[eiy])/, "[SG]"],
  [/^gg?/, "G"],
  [/^j/, "[SYH]"],
  [/^zz?/, "[ST]"],
  [/^ss?/, "S"],
  [/^v/, "[BF]"],
  [/^w/, "[WB]"],
  [/^bb?/, "B"],
  [/^pp?/, "P"],
  [/^ff?/, "F"],
  [/^h/, "H?"],
  [/^k/, "K"],
  [/^ll(?=[aeo]s?$)/, "[RY]"],
  [/^ll?/, "R"],
  [/^rr?(?=[aeiouy])/, "R"],
  [/^rr?/, "R?"],
  [/^mm/, "[MN]?M"],
  [/^m(?=[bp])/, "[MN]"],
  [/^m/, "M"],
  [/^nn/, "NN?"],
  [/^n/, "N"],
  [/^dd?/, "D"],
  [/^tt?/, "T"],
  [/^y/, "Y?"]
]
