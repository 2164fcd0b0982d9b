import type { PanelDraft } from "../../../protocol/panel.ts"
import { type Answer, citesSources, type Claim, type Suggestion } from "../../../ticket/draft.ts"
import { removeSentence, replaceRange, type DraftText } from "./draft-text.ts"

/** Returns the claim of a suggested sentence that is in the draft, or undefined. */
export function addedClaim(letter: DraftText, { source, text }: Suggestion): Claim | undefined {
  return letter.claims.find(
    ({ start, end, sources }) => sources.includes(source) && letter.text.slice(start, end) === text
  )
}

/** Returns the offered sentence that a claim stands for, if the agent has added it. */
export function addedSentence(letter: DraftText, claim: Claim, answer: Answer | undefined): Suggestion | undefined {
  const { suggestions = [], notSaid = [] } = answer ?? {}
  return [...suggestions, ...notSaid].find((one) => addedClaim(letter, one) === claim)
}

/**
 * Puts a suggested sentence into the draft: in the order of its page beside others of that page, or else after the last
 * sentence with a source. The first one of an empty draft comes with the greeting and the closing.
 */
export function addSentence(letter: DraftText, suggestion: Suggestion, answer: Answer): DraftText {
  const { frame } = answer
  if (letter.text.trim() === "" && frame) {
    const text = `${frame.opening}${suggestion.text}${frame.closing}`
    return addProven({ text, claims: [], kept: [], fills: [] }, frame.opening.length, suggestion)
  }
  const at = placeFor(letter, suggestion, answer)
  const before = at > 0 && !/\s/.test(letter.text[at - 1] ?? "") ? gapAfter(letter.text.slice(0, at)) : ""
  const after = at < letter.text.length && !/\s/.test(letter.text[at] ?? "") ? gapAfter(suggestion.text) : ""
  const next = replaceRange(letter, at, at, before + suggestion.text + after)
  return addProven(next, at + before.length, suggestion)
}

/** Begins an empty draft with the greeting and the closing, for the agent to write between them. Another stays as it is. */
export function beginLetter(letter: DraftText, answer: Answer | undefined): DraftText {
  const { opening, closing } = answer?.frame ?? { opening: "", closing: "" }
  return letter.text.trim() === "" ? { ...letter, text: opening + closing } : letter
}

/** A sentence of an answer to the agent's own question, with the draft's source that says it, if there is one. */
export interface AnswerSentence {
  text: string
  source?: number | undefined
}

/**
 * Puts sentences into the draft after the last sentence with a source, or before the closing. An empty draft gets the
 * greeting and the closing with them. A sentence without a source of the draft counts as the agent's own words.
 */
export function addAnswer(letter: DraftText, sentences: AnswerSentence[], answer: Answer | undefined): DraftText {
  const isEmpty = letter.text.trim() === ""
  const { opening, closing } = (isEmpty ? answer?.frame : undefined) ?? { opening: "", closing: "" }
  const start: DraftText = isEmpty ? { text: opening + closing, claims: [], kept: [], fills: [] } : letter
  let at = isEmpty ? opening.length : endOfProven(letter)
  return sentences.reduce((before, { text, source }, nth) => {
    const gap =
      (isEmpty && nth === 0) || at === 0 || /\s/.test(before.text[at - 1] ?? "")
        ? ""
        : gapAfter(before.text.slice(0, at))
    const next = replaceRange(before, at, at, gap + text)
    const from = at + gap.length
    at = from + text.length
    return source === undefined ? next : addProven(next, from, { source, text })
  }, start)
}

const endOfProven = ({ text, claims }: DraftText): number => claims.findLast(citesSources)?.end ?? beforeClosing(text)

/** Takes a suggested sentence out of the draft again. */
export function takeOutSentence(letter: DraftText, suggestion: Suggestion): DraftText {
  const claim = addedClaim(letter, suggestion)
  return claim ? removeSentence(letter, claim) : letter
}

/** Returns the suggested sentences that ask the customer for what the pages need, without those in the draft. */
export function askingSentences(draft: PanelDraft | undefined, letter: DraftText): Suggestion[] {
  const asked = draft?.questions.map(({ blank }) => blank) ?? []
  const asks = ({ text }: Suggestion) => asked.some((blank) => text.replace(/[[\]]+/g, "").startsWith(blank))
  return (draft?.answer?.suggestions ?? []).filter((one) => asks(one) && !addedClaim(letter, one))
}

/** Marks words that were put in at `start` as a sentence of this source. */
export function addProven(
  letter: DraftText,
  start: number,
  { source, text }: Pick<Suggestion, "source" | "text">
): DraftText {
  const claim: Claim = { start, end: start + text.length, state: "supported", sources: [source] }
  return { ...letter, claims: [...letter.claims, claim].sort((a, b) => a.start - b.start) }
}

/** Returns where a suggested sentence would go in a draft that has some text, in UTF-16 units. */
export function placeFor(letter: DraftText, suggestion: Suggestion, { suggestions }: Answer): number {
  const ofPage = suggestions
    .filter(({ source, text }) => source === suggestion.source && text !== suggestion.text)
    .sort((a, b) => a.at - b.at)
  const earlier = ofPage.filter(({ at }) => at < suggestion.at).flatMap((one) => addedClaim(letter, one) ?? [])
  const later = ofPage.filter(({ at }) => at > suggestion.at).flatMap((one) => addedClaim(letter, one) ?? [])
  const { after } = suggestion
  const own = letter.claims.find(({ start, end }) => after !== undefined && letter.text.slice(start, end) === after)
  const previous = Math.max(own?.end ?? -1, earlier.at(-1)?.end ?? -1)
  if (previous >= 0) return previous
  if (later[0]) return later[0].start
  return endOfProven(letter)
}

/** The closing is the last paragraph. */
function beforeClosing(text: string): number {
  const at = text.lastIndexOf("\n\n")
  return at === -1 ? text.length : at
}

/** Japanese sentences have no space between them. */
const gapAfter = (text: string) => (/[。！？]$/u.test(text) ? "" : " ")
