import { withoutAccents } from "./letters.ts"

/**
 * Returns a light stem without the endings that carry no meaning and without accents, so that "refunds" matches
 * "refunded". It isn't a dictionary form and serves comparison only. (Snowball's packages on npm are large or old and
 * improve comparison little.)
 */
export function stem(word: string, language?: string | null): string {
  // The marks that distinguish か from が and ト from ド aren't accents.
  if (language === "ja" || language === "zh") return word.normalize("NFC")
  const key = language ?? ""
  let known = KNOWN.get(key)
  if (!known || known.size >= MAX_KNOWN) KNOWN.set(key, (known = new Map()))
  const before = known.get(word)
  if (before !== undefined) return before
  const root = cutDown(word, language)
  known.set(word, root)
  return root
}

/** The stems are kept by language, because a text has few different words, each many times. */
const KNOWN = new Map<string, Map<string, string>>()
const MAX_KNOWN = 10_000

function cutDown(word: string, language: string | null | undefined): string {
  const plain = withoutAccents(word)
    .replace(/ß/g, "ss")
    .replace(/['-]s$/, "")
  switch (language) {
    case "de":
      return single(DE.reduce(without, plain.replace(PARTICIPLE, "$1").replace(/(?<=[bdfghklmnrt])s$/, "")))
    case "fr":
      return single(FR.reduce(without, plain)).replace(/y$/, "i")
    case "es":
      return ES.reduce(without, plain.replace(/(?<=[aei]r)(?:se)?(?:me|te|les?|l[oa]s?|nos|se)$/, ""))
    case "pt":
      return PT.reduce(without, plain)
    default:
      return english(plain)
  }
}

/** In "geprüft" and "zurückgeschickt", "ge" says no more than the ending. */
const PARTICIPLE = /^(zuruck|ab|an|auf|aus|ein|zu|vor|nach|weg|um|mit|bei|)ge(?=[a-z]{4,}(?:t|en)$)/
const DE = [endings("er"), endings("ungen ung en em es e n"), endings("et t st te"), endings("er")]
const FR = [
  endings("s x"),
  endings("issement ement ment ation aison ion ante ant eron erez eront iez ee es er ez ent on ait ir it e")
]
const ES = [
  endings("mente s"),
  endings(
    "acione acion cione cion amiento imiento ando iendo adora ador ado ada ido ida aron ieron aban aba ian ia amo emo imo ara era ira ar er ir an en a e o"
  )
]
const PT = [
  endings("mente s"),
  endings(
    "acoe acao coe cao amento imento ando endo indo adora ador ado ada ido ida aram eram iram ava ia amo emo imo ara era ira ar er ir am em ei ou a e o"
  )
]

/** Returns the endings, longest first, so that the first that matches is the longest. */
function endings(list: string): string[] {
  return list.split(" ").sort((a, b) => b.length - a.length)
}

/** Returns the word without the longest ending that leaves a stem. */
function without(word: string, list: string[]): string {
  const ending = list.find((one) => word.length - one.length >= STEM && word.endsWith(one))
  return ending === undefined ? word : word.slice(0, word.length - ending.length)
}

const STEM = 3
/** Reduces a double letter that an ending left: "erstatt" becomes "erstat". */
const single = (word: string) => word.replace(/([bdfglmnprt])\1$/, "$1")

const strip = (word: string, ending: RegExp, least: number) => {
  const short = word.replace(ending, "")
  return short.length >= least ? short : word
}

function english(word: string): string {
  if (word.length < 4) return word
  const singular =
    word.endsWith("ies") && word.length > 4
      ? `${word.slice(0, -3)}y`
      : /(?:[sxz]|ch|sh)es$/.test(word)
        ? word.slice(0, -2)
        : word.replace(/([^su])s$/, "$1")
  const base = single(strip(singular, /(?:ations?|ment|ing|ed|ly|er|or|al)$/, 4))
  return strip(base.replace(/y$/, "i"), /(?:e|at)$/, 3)
}
