import type { FactChange } from "../../ticket/fact-change.ts"
import { sentences } from "../../text/sentences.ts"
import { words } from "../../text/words/words.ts"
import { beginsPolitely, isCourtesy } from "../courtesy.ts"
import { claimWords } from "./claim-words.ts"
import { changedClaims } from "./changed-claims.ts"
import { changedFigures } from "./changed-figures.ts"
import { changedMarks } from "./changed-marks.ts"
import { changedNames } from "./changed-names.ts"
import { changedStatements } from "./changed-statements.ts"
import { withCorrectedWords } from "./corrected-words.ts"
import { exchangedFacts } from "./exchanged-facts.ts"
import { movedClaims } from "./moved-claims.ts"

/**
 * Returns where a rewrite may say something else than the text before: another figure, date, link or name, a changed
 * placeholder or blank, a negation, condition, limit or hedge that came or went, another actor, or a statement that is
 * new or gone. Where few words changed, every small word that decides what is claimed has to stay; where the text is
 * worded anew, these are looked for beside the words that both texts share. It compares words and knows no meaning.
 * @param language ISO 639-1 of both; without lists for it, only figures, links, placeholders and blanks are compared
 */
export function changedFacts(before: string, after: string, language: string | null): FactChange[] {
  if (before === after) return []
  const { text, placesOf } = withCorrectedWords(before, after, language)
  return factsChanged(text, after, language).map((change) =>
    change.before ? { ...change, before: placesOf(change.before) } : change
  )
}

function factsChanged(before: string, after: string, language: string | null): FactChange[] {
  const said = { text: before, words: claimWords(withoutCourtesy(before, language), language) }
  const says = { text: after, words: claimWords(withoutCourtesy(after, language), language) }
  const exchanged = exchangedFacts(before, after, language)
  const claims = isTouchedUp(before, after) ? changedClaims(said, says, language) : movedClaims(said, says, language)
  // An ordinal that took another's place is a word in another's place, too.
  const isExchanged = ({ kind, after: own }: FactChange) =>
    kind === "wording" &&
    exchanged.some((one) => one.after && own && one.after.start <= own.start && one.after.end >= own.end)
  return [
    ...changedMarks(before, after),
    ...changedFigures(said, says, language),
    ...changedNames(before, after, language),
    ...claims.filter((claim) => !isExchanged(claim)),
    ...changedStatements(before, after, language),
    ...exchanged
  ]
}

/**
 * Thanks and apologies claim nothing, but a short denial ("Don't mute it.") and a question about a condition do. The
 * offsets stay.
 */
function withoutCourtesy(text: string, language: string | null): string {
  const isDenial = (sentence: string) => {
    const kinds = new Set(claimWords(sentence, language).map(({ kind }) => kind))
    return (kinds.has("not") || kinds.has("only")) && (kinds.has("request") || !beginsPolitely(sentence, language))
  }
  return sentences(text, language)
    .filter((one) => isCourtesy(one.text.replace(/[?？]+\s*$/u, ""), language) && !isDenial(one.text))
    .reduce((left, { start, end }) => left.slice(0, start) + " ".repeat(end - start) + left.slice(end), text)
}

/** Says whether both texts have most words in common, or the rewrite hardly a word that the text before hasn't. */
function isTouchedUp(before: string, after: string): boolean {
  const [said, says] = [before, after].map((text) => words(text).map(({ text: word }) => word.toLowerCase()))
  if (!said || !says) return false
  const left = new Map<string, number>()
  for (const word of said) left.set(word, (left.get(word) ?? 0) + 1)
  let common = 0
  for (const word of says) {
    const times = left.get(word) ?? 0
    if (times > 0) common++
    left.set(word, times - 1)
  }
  return common >= LIGHT * Math.max(said.length, says.length) || common >= SHORTENED * says.length
}

const LIGHT = 0.8
const SHORTENED = 0.97
