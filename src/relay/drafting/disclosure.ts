import type { Disclosure } from "../../models/drafter/contract.ts"
import type { Answer, Claim } from "../../ticket/draft.ts"
import { sentences } from "../../text/sentences.ts"

/** Returns the team's line for a letter in this language, or else the English or the only one. */
export function disclosureIn(disclosure: Disclosure | undefined, language: string | null): string | undefined {
  if (disclosure === undefined || typeof disclosure === "string") return disclosure?.trim()
  const line =
    (language === null ? undefined : disclosure[language]) ?? disclosure["en"] ?? Object.values(disclosure)[0]
  return line?.trim()
}

/**
 * Returns what follows the letter, and its claims. The line claims nothing of the ticket. A letter that has it already,
 * such as one that a model wrote from its former draft, stays as it is.
 */
export function disclosureAfter(text: string, line: string): { text: string; claims: Claim[] } {
  if (text.trim() === "" || text.includes(line)) return { text: "", claims: [] }
  const added = `${"\n\n".slice(/\n*$/.exec(text)?.[0].length ?? 0)}${line}`
  const claims = sentences(added).map(
    ({ start, end }): Claim => ({ start: text.length + start, end: text.length + end, state: "courtesy", sources: [] })
  )
  return { text: added, claims }
}

/** Puts the line below the closing of a letter that the agent begins by picking a sentence. */
export function frameWithDisclosure(answer: Answer, line: string): Answer {
  const { frame } = answer
  return frame ? { ...answer, frame: { ...frame, closing: `${frame.closing}\n\n${line}` } } : answer
}
