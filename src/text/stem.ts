/**
 * A light stem: endings that carry no matter are taken off, accents too, so that "refunds" meets "refunded". Not a
 * dictionary form; for comparing only. (Snowball's packages on npm are large or old, and for comparing gain little.)
 */
export function stem(word: string, language?: string | null): string {
  const plain = word.normalize("NFD").replace(/\p{M}/gu, "").replace(/ß/g, "ss").replace(/['-]s$/, "")
  switch (language) {
    case "de":
      return strip(plain, /(?:ungen|ung|ern|est|em|en|er|es|st|te|ten|[enst])$/, 4)
    case "fr":
      return strip(strip(plain, /(?:s|x)$/, 3), /(?:ements?|ment|ation|ees|ee|es|er|ez|ent|ons|ait|e)$/, 4)
    case "es":
    case "pt":
      return strip(strip(plain, /(?:mente|s)$/, 3), /(?:aciones|acion|acoes|acao|ando|iendo|endo|ados?|adas?|idos?|idas?|aron|eron|amos|emos|imos|ar|er|ir|an|en|am|em|[aeo])$/, 4)
    case "ja":
    case "zh":
      return plain
    default:
      return english(plain)
  }
}

const strip = (word: string, ending: RegExp, least: number) => {
  const short = word.replace(ending, "")
  return short.length >= least ? short : word
}

function english(word: string): string {
  if (word.length < 4) return word
  const single = word.endsWith("ies") && word.length > 4 ? `${word.slice(0, -3)}y` : /(?:[sxz]|ch|sh)es$/.test(word) ? word.slice(0, -2) : word.replace(/([^su])s$/, "$1")
  const base = strip(single, /(?:ations?|ment|ing|ed|ly|er|or|al)$/, 4).replace(/([bdfglmnprt])\1$/, "$1")
  return strip(base.replace(/y$/, "i"), /(?:e|at)$/, 3)
}
