/**
 * Returns a word in which letters of two scripts are mixed as one script writes it, and tries the script of most of its
 * letters first: "Аnna" with a Cyrillic "А" is "Anna", "Антoн" with a Latin "o" is "Антон". Other words are returned as
 * they are. The length stays the same.
 */
export function unmixed(word: string): string {
  if (!LATIN.test(word)) return word
  // A possessive s is added to names of any script.
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

/** Returns a word whose letters all look like Latin ones in Latin letters ("Ріа"), and undefined for any other word. */
export function latinLike(word: string): string | undefined {
  const script = SCRIPTS.find((one) => one.script.test(word))
  return script && !LATIN.test(word) ? replaced(word, script.script, script.latin) : undefined
}

/** Says whether somewhere in a text a Latin letter stands beside a letter that could be meant to look like one. */
export function isMixed(text: string): boolean {
  return OTHER.test(text) && MIXED.test(text)
}

/** Replaces every letter of this script by its look-alike. Returns undefined when a letter has none. */
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

/** The pairs follow Unicode's confusables: they hold letters that look alike in the case in which they are written. */
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
