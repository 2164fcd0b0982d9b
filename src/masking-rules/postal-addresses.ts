/**
 * Finds postal addresses as they are written in six languages: street, number, code and town. Only whole ones count,
 * because a town alone may also be a customer's.
 */
export function postalAddressesIn(text: string): { start: number; end: number }[] {
  const spans: { start: number; end: number }[] = []
  if (!POSTCODE.test(text)) return spans
  for (const form of FORMS) {
    for (const match of text.matchAll(form)) {
      const [start, end] = [match.index, match.index + match[0].replace(/(?<![\s,.])[\s,.]+$/, "").length]
      if (end - start <= LONGEST && !spans.some((one) => start < one.end && one.start < end)) spans.push({ start, end })
    }
  }
  return spans.sort((a, b) => a.start - b.start)
}

/** Each form contains one of these, and hardly any other line does. */
const POSTCODE = /\d{4}|\d[A-Z\d]? \d[A-Z]{2}|〒/
const LONGEST = 100
const WORD = String.raw`\p{Lu}[\p{L}.'’-]{1,30}`
const TOWN = String.raw`${WORD}(?:[ -](?:(?:de|do|da|am|an der|im|la|le|les|sur|upon|of) )?${WORD}){0,3}`
const NUMBER = String.raw`\d{1,4} ?[a-zA-Z]?`
const GAP = String.raw`(?:,? |, ?)`
const FORMS = [
  // Lindenstraße 12, 10969 Berlin
  String.raw`(?:${WORD}[ -]){0,3}[\p{L}-]{0,30}(?:[Ss]tra(?:ß|ss)e|[Ss]tr\.|[Ww]eg|[Pp]latz|[Aa]llee|[Gg]asse|[Rr]ing|[Uu]fer|[Dd]amm|[Hh]of) ${NUMBER}${GAP}(?:[A-Z]{1,2}-)?\d{4,5} ${TOWN}`,
  // 12 High Street, Bristol BS1 4ST; 500 Oak Avenue, Springfield, IL 62701
  String.raw`\d{1,5} (?:${WORD} ){1,4}(?:Street|St\.?|Road|Rd\.?|Avenue|Ave\.?|Lane|Ln\.?|Drive|Dr\.?|Way|Court|Ct\.?|Square|Place|Boulevard|Blvd\.?|Close|Terrace|Row|Quay|Park)(?:, [\p{L}\p{N} .-]{2,30}){0,2}, ?(?:${TOWN},? )?(?:[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}|[A-Z]{2} \d{5}(?:-\d{4})?)`,
  // 12 bis, rue de Rivoli, 75001 Paris
  String.raw`\d{1,4}(?: (?:bis|ter))?,? (?:rue|avenue|boulevard|place|chemin|quai|allée|impasse|route|cours) [\p{L}\d .'’-]{2,50}?${GAP}(?:[A-Z]-)?\d{5} ${TOWN}`,
  // Calle Mayor 12, 28013 Madrid; Rua Augusta, 24, 1100-048 Lisboa; Rua Augusta, 24, 01310-100 São Paulo
  String.raw`(?:Calle|C\/|Avenida|Avda\.?|Av\.|Plaza|Paseo|Ronda|Camino|Rua|R\.|Praça|Travessa|Largo|Alameda|Estrada) [\p{L} .'’-]{2,50}?,? (?:n\.?[ºo°] ?)?${NUMBER}(?:,? [\p{L}\d.ºª° -]{1,20})?,? ?(?:\d{4}-\d{3}|\d{5}-\d{3}|\d{5}) ${TOWN}`,
  // 〒150-0001 東京都渋谷区神宮前1-2-3
  String.raw`〒 ?\d{3}-\d{4} ?[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]{2,40}[\d０-９丁目番地号の−ー-]{1,20}`
].map((form) => new RegExp(String.raw`(?<![\p{L}\p{N}])${form}`, "gu"))
