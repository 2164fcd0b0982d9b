import type { Evidence, EvidenceUnit } from "./evidence/evidence.ts"

/**
 * Says whether a statement stands in the customer's words as it is. Whoever answers turns "my parcel" into "your
 * parcel", or says it shorter; what is copied whole was most likely put there to be copied, as an order to a machine.
 * It takes linear time.
 */
export function isCopiedFromCustomer(sentence: string, { units, language }: Evidence): boolean {
  const copied = plain(sentence, language)
  const words = language === "ja" ? copied.length / CHARACTERS_A_WORD : copied.trim().split(" ").length
  if (words < MIN_WORDS || /[?？]/.test(sentence)) return false
  return plainTexts(units, language).some((text) => text.includes(copied))
}

/** Fewer are said by chance, such as "Thank you very much". */
const MIN_WORDS = 4
const CHARACTERS_A_WORD = 2

/** Returns the letters and digits in lower case, with single spaces between and around words, or none in Japanese. */
function plain(text: string, language: string | null): string {
  const gap = language === "ja" ? "" : " "
  return `${gap}${text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, gap)
    .trim()}${gap}`
}

/** Kept for as long as the units are, because a long ticket is compared with each sentence of a letter. */
const textsByUnits = new WeakMap<readonly EvidenceUnit[], string[]>()

function plainTexts(units: readonly EvidenceUnit[], language: string | null): string[] {
  const cached = textsByUnits.get(units)
  if (cached) return cached
  const texts = units.filter((unit) => unit.kind === "customer" || unit.isRemark)
  const joined = [...Map.groupBy(texts, ({ group }) => group).values()].map((some) =>
    plain(some.map(({ text }) => text).join(" "), language)
  )
  textsByUnits.set(units, joined)
  return joined
}
