/** Numbers that Japanese writes in a form of its own: plates, residence cards, dates of birth by era, insurance cards, passports. */
export interface Numbered { start: number; end: number; type: "VEHICLE" | "GOV" | "BIRTH" | "AGE" }

export function numbersIn(text: string): Numbered[] {
  return PATTERNS.flatMap(([pattern, type]) =>
    [...text.matchAll(pattern)].map((match) => {
      const value = match[1] ?? match[0]
      const start = match.index + match[0].lastIndexOf(value)
      return { start, end: start + value.length, type }
    })
  )
}

const PATTERNS: readonly (readonly [RegExp, Numbered["type"]])[] = [
  [/[\p{Script=Han}\p{Script=Hiragana}]{1,4} ?\d{2,3} ?[\p{Script=Hiragana}A-Z] ?(?:[\d・.]{1,2}-\d{2}|・{2,3} ?\d{1,2}|\d-\d{2}|\d{4})(?![\d-])/gu, "VEHICLE"],
  [/(?<![A-Za-z0-9])[A-Z]{2}\d{8}[A-Z]{2}(?![A-Za-z0-9])/g, "GOV"],
  [/(?:旅券|パスポート|免許証?)(?:番号)?[^\d\n。]{0,12}?(?<![A-Z])([A-Z]{1,2}\d{6,8}|\d{12})(?![\dA-Z-])/g, "GOV"],
  [/(?:保険証|被保険者証?)[^\d\n。]{0,10}記号[^\d\n。]{0,3}(\d{1,8}(?:-\d{1,4})?)/g, "GOV"],
  [/記号[^\d\n。]{0,3}\d{1,8}(?:-\d{1,4})?[^\d\n。]{0,4}番号[^\d\n。]{0,3}(\d{1,8}(?:-\d{1,4})?)/g, "GOV"],
  [/(?<![\d./-])(?:(?:19|20)\d\d[./-]\d{1,2}[./-]\d{1,2}|[MTSHRmtshr] ?\d{1,2}[./-]\d{1,2}[./-]\d{1,2})(?=[)）]?生)/g, "BIRTH"],
  [/(?<![A-Za-z\d])[MTSHmtsh]\d{1,2}[./]\d{1,2}[./]\d{1,2}(?!\d)/g, "BIRTH"],
  [/生後 ?(\d{1,2})(?= ?(?:か|ヶ|ヵ|カ|ケ|箇)月)/g, "AGE"],
  [/(?:小生|私|今年で|当年|満|数えで)[^\d\n。]{0,6}(\d{2,3})(?=になり|になる|でござい)/g, "AGE"]
]
