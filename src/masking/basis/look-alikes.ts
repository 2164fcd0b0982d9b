/**
 * A word in which letters of two scripts are mixed, as one script writes it, that of more of its letters first: "Аnna"
 * with a Cyrillic "А" is "Anna", "Антoн" with a Latin "o" is "Антон". Other words are given back as they are. Keeps the
 * length.
 */
export function unmixed(word: string): string {
  if (!LATIN.test(word)) return word
  // A possessive hangs on names of any script.
  if (/s$/i.test(word) && !LATIN.test(word.slice(0, -1))) return word
  for (const { script, latin, back } of SCRIPTS) {
    if (!script.test(word)) continue
    const toLatin = () => replaced(word, script, latin)
    const toOther = () => replaced(word, LATIN, back)
    const others = [...word].filter((letter) => script.test(letter)).length
    return (others * 2 > word.length ? (toOther() ?? toLatin()) : (toLatin() ?? toOther())) ?? word
  }
  return word
}

/** A word wholly of letters that look like Latin ones, in Latin: "Ріа". Undefined for any other. */
export function latinLike(word: string): string | undefined {
  const script = SCRIPTS.find((one) => one.script.test(word))
  return script && !LATIN.test(word) ? replaced(word, script.script, script.latin) : undefined
}

/** Whether anywhere in a text a Latin letter stands beside one that could be meant to look like one. */
export function isMixed(text: string): boolean {
  return OTHER.test(text) && MIXED.test(text)
}

/** Every letter of this script by its look-alike; undefined where one has none. */
function replaced(word: string, script: RegExp, by: ReadonlyMap<string, string>): string | undefined {
  let out = ""
  for (const letter of word) {
    const like = script.test(letter) ? (by.get(letter) ?? by.get(letter.normalize("NFD").charAt(0))) : letter
    if (like === undefined) return undefined
    out += like
  }
  return out
}

const LATIN = /\p{Script=Latin}/u
const OTHER = /[\p{Script=Cyrillic}\p{Script=Greek}]/u
const MIXED =
  /\p{Script=Latin}\p{M}{0,8}[\p{Script=Cyrillic}\p{Script=Greek}]|[\p{Script=Cyrillic}\p{Script=Greek}]\p{M}{0,8}\p{Script=Latin}/u

const pairs = (from: string, to: string) => new Map([...from].map((letter, i) => [letter, to.charAt(i)]))

/** After Unicode's confusables: what looks alike in the case in which it is written. */
const SCRIPTS = [
  {
    script: /\p{Script=Cyrillic}/u,
    latin: pairs("АВЕЅІЈКМНОРСТХУԚԜӀҮаеѕіјорсхуһԁԛԝӏүвкмнтгп", "ABESIJKMHOPCTXYQWIYaesijopcxyhdqwlybkmhtrn"),
    back: pairs("ABEKMHOPCTXYISJaeopcxyisjk", "АВЕКМНОРСТХУІЅЈаеорсхуіѕјк")
  },
  {
    script: /\p{Script=Greek}/u,
    latin: pairs("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧαβγεηικνορτυχω", "ABEZHIKMNOPTYXabyenikvoptuxw"),
    back: pairs("ABEZHIKMNOPTYXaeikvoptux", "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧαεικνορτυχ")
  }
]
