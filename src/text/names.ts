import type { Fact } from "./facts.ts"

/**
 * Finds English names: runs of capitalised words inside a sentence. It is cautious: the first words of a sentence,
 * line, quote or list, "I", weekdays and months don't count, and a text in capitals contains no names. Values are in
 * lower case.
 */
export function nameFacts(text: string): Fact[] {
  const names: Fact[] = []
  for (const match of text.matchAll(RUN)) {
    const before = text.slice(Math.max(0, match.index - 3), match.index)
    if (match.index === 0 || !/[\p{Ll}\p{N},;)'’]\s$|[\p{Ll}\p{N}] [("]$/u.test(before)) continue
    if (SMALL.test(match[0])) continue
    names.push({
      kind: "name",
      value: match[0].toLowerCase().replace(/['’]s$/, ""),
      unit: "",
      start: match.index,
      end: match.index + match[0].length,
      text: match[0]
    })
  }
  return names
}

const RUN = /(?<![\p{L}\p{N}_'’-])\p{Lu}[\p{L}\p{N}'’]{1,40}(?:[ -]\p{Lu}[\p{L}\p{N}'’]{1,40}){0,4}/gu
const SMALL =
  /^(?:I['’]\p{L}+|OK|PM|AM|FAQs?|IDs?|PDFs?|URLs?|USB|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?|January|February|March|April|May|June|July|August|September|October|November|December)$/u
