/** Words that a full stop belongs to. Lower case, without the last stop. */

/** Whether the stop after `word` belongs to the word, given what follows ("" at the end of the text). */
export function isAbbreviation(word: string, next: string, language?: string | null): boolean {
  const lower = word.toLowerCase()
  if (BEFORE_NUMBER.has(lower)) return /^[\d#[]/.test(next)
  if (MAY_END.has(lower)) return !/^[\p{Lu}\p{Lo}"“«¿¡[(]/u.test(next)
  if (language && INSIDE[language]) return COMMON.has(lower) || INSIDE[language].has(lower)
  return COMMON.has(lower) || Object.values(INSIDE).some((words) => words.has(lower))
}

const set = (words: string) => new Set(words.split(" "))
const COMMON = set("dr prof st vs e.g i.e cf approx p.s")
const INSIDE: Record<string, Set<string>> = {
  en: set("mr mrs ms messrs jr sr dept ext tel excl"),
  de: set(
    "hr fr frl z.b d.h u.a u.u o.ä o.g s.o s.u i.d.r evtl ggf bzw ca vgl inkl zzgl exkl gem lt mind max sog str tel abzgl bzgl bspw einschl geb u.z z.t"
  ),
  fr: set("m mm mme mlle mgr env p.ex c.-à-d tél av bd réf"),
  es: set("ej sr sra srta sres d dña ud uds vd vds p.ej avda tel aprox"),
  pt: set("ex sr sra srta dra exmo exma p.ex av tel aprox vossa"),
  ja: set("")
}
/** Abbreviations only where a number follows: "No. 5", but "No. Please don't." */
const BEFORE_NUMBER = set("no nr nos núm num nº p pp pos art fig abs ziff kap ref v ver vol")
/** May also end a sentence; a capital after it says that it did. */
const MAY_END = set(
  "etc usw etc.pp a.m p.m am pm inc ltd co corp u.s u.k u.s.a e.v min max std sec hrs inkl jan feb mar apr jun jul aug sep sept oct okt nov dec dez"
)
