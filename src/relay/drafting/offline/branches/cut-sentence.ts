import { opensRange, saysFree } from "../../../../text/case-signs.ts"
import { facts } from "../../../../text/facts.ts"
import type { MaskedTicket } from "../../../../ticket/masked-ticket.ts"
import { stems } from "../../../../search/words/stems.ts"
import type { Quotable } from "../reading/quotable.ts"
import { otherCases, type OtherCase } from "./other-cases.ts"

/**
 * Leaves out the end of a sentence that is for another case than the customer's: "Up to 20 kg it's free; over 20 kg it
 * costs £8", "£6 on Everyday and nothing on Plus". Only an end is cut, because the words before it say what all of the
 * sentence is about. A part is judged as a neighbouring sentence is.
 */
export function cutOtherEnds(
  quotable: Quotable[],
  ticket: MaskedTicket,
  language: string
): { quotable: Quotable[]; cut: OtherCase[] } {
  const cut: OtherCase[] = []
  const kept = quotable.map((one) => {
    for (const [head, end] of partings(one.text, language)) {
      const own = partOf(one, head, language)
      const rest = partOf(one, end, language)
      if (!hasValue(head, language) || !hasValue(end, language) || opensRange(head, language)) continue
      const found = otherCases([own, { ...rest, at: one.at + 1 }], ticket, language).filter(
        ({ because }) => because !== ""
      )
      const other = found.find((each) => each.other.text === end)
      const isOwn = other && (other.applies?.text === head || head.includes(other.because))
      if (!isOwn || found.some((each) => each.other === own)) continue
      const shorter = partOf(one, ended(head, language), language)
      cut.push({ ...other, applies: shorter, other: rest })
      return shorter
    }
    return one
  })
  return { quotable: kept, cut }
}

/** Returns how a sentence can be parted in two: at its first semicolon, or before its last item. */
function partings(text: string, language: string): [string, string][] {
  const found = [/^([^;；]+)[;；] ?(.+)$/su.exec(text), language === "ja" ? null : LAST.exec(text)]
  return found.flatMap((parts): [string, string][] => (parts?.[1] && parts[2] ? [[parts[1].trimEnd(), parts[2]]] : []))
}

/** A last item without a comma in it, and the comma or "and" before it. */
const LAST =
  /^([^;]+?)(?:, (?:and |und |et |y |e )?| (?:and|und|et|y|e) )((?:(?! (?:and|und|et|y|e) )[^,;]){3,60}[.!])$/u

/** Both parts must rule something, or the end would be a part of one rule. */
const hasValue = (text: string, language: string) =>
  saysFree(text, language) || facts(text, language).some(({ value }) => typeof value === "number")

const partOf = (one: Quotable, text: string, language: string): Quotable => ({
  ...one,
  text,
  words: new Set(stems(text, language))
})

const ended = (text: string, language: string) => text + (language === "ja" ? "。" : ".")
