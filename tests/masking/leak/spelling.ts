/** How letters of a name are written by other people and programs. */
export const withoutMarks = (text: string) =>
  text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[ßøłđæœıþðɗØŁĐÆÞ]/g, (letter) => PLAIN[letter] ?? letter)
export const umlauts = (text: string) =>
  text.normalize("NFC").replace(/[äöüøåÄÖÜØÅß]/g, (letter) => UMLAUTS[letter] ?? letter)

const PLAIN: Record<string, string> = {
  ß: "ss",
  ø: "o",
  ł: "l",
  đ: "d",
  æ: "ae",
  œ: "oe",
  ı: "i",
  þ: "th",
  ð: "d",
  ɗ: "d",
  Ø: "O",
  Ł: "L",
  Đ: "D",
  Æ: "AE",
  Þ: "Th"
}
const UMLAUTS: Record<string, string> = {
  ä: "ae",
  ö: "oe",
  ü: "ue",
  ø: "oe",
  å: "aa",
  Ä: "Ae",
  Ö: "Oe",
  Ü: "Ue",
  Ø: "Oe",
  Å: "Aa",
  ß: "ss"
}
/** Letters of other scripts that look like Latin ones. */
export const CYRILLIC: Record<string, string> = {
  a: "а",
  c: "с",
  e: "е",
  i: "і",
  j: "ј",
  o: "о",
  p: "р",
  s: "ѕ",
  x: "х",
  y: "у",
  A: "А",
  B: "В",
  C: "С",
  E: "Е",
  H: "Н",
  I: "І",
  J: "Ј",
  K: "К",
  M: "М",
  O: "О",
  P: "Р",
  S: "Ѕ",
  T: "Т",
  X: "Х",
  Y: "У"
}
export const GREEK: Record<string, string> = {
  a: "α",
  i: "ι",
  k: "κ",
  n: "η",
  o: "ο",
  p: "ρ",
  t: "τ",
  u: "υ",
  v: "ν",
  x: "χ",
  y: "γ",
  A: "Α",
  B: "Β",
  E: "Ε",
  H: "Η",
  I: "Ι",
  K: "Κ",
  M: "Μ",
  N: "Ν",
  O: "Ο",
  P: "Ρ",
  T: "Τ",
  X: "Χ",
  Y: "Υ",
  Z: "Ζ"
}
