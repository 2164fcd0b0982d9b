/**
 * Returns whether a sentence denies what it says. A "not" inside a condition ("if you cannot find it, ...") doesn't
 * count.
 */
export function isNegated(text: string, language: string | null): boolean {
  const plain = text.toLowerCase().replace(/’/g, "'")
  const at = (NOT[language ?? "en"] ?? NOT["en"])?.exec(plain)?.index
  if (at === undefined) return false
  return language === "ja" || !(IF[language ?? "en"] ?? IF["en"])?.test(plain.slice(0, at))
}

const word = (words: string) => new RegExp(`(?<![\\p{L}'])(?:${words})(?![\\p{L}])`, "u")

const NOT: Readonly<Record<string, RegExp>> = {
  en: word("not(?! only)|cannot|never|no longer|[a-z]{2,7}n't"),
  de: word("nicht(?! nur)|nie|niemals|keine?[mnrs]?"),
  fr: word("ne|n'(?=[\\p{L}])\\p{L}+|jamais"),
  es: word("no(?! s[oó]lo)|nunca|tampoco"),
  pt: word("não(?! s[óo])|nunca|jamais"),
  ja: /(?:ません|できない|ではない|しない|いたしかねます)(?:でした)?[。.]?$/u
}
/** The words are listed by language, because "se" is a condition only in Portuguese. */
const IF: Readonly<Record<string, RegExp>> = {
  en: word("if|unless|when"),
  de: word("wenn|falls|sofern"),
  fr: word("si|lorsque|quand"),
  es: word("si|cuando"),
  pt: word("se|quando|caso")
}
