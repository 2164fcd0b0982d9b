import type { Sentence } from "../../../text/sentences.ts"
import type { Found } from "../basis/finding.ts"
import type { Given } from "../basis/given.ts"
import { anyOf } from "../words/words.ts"
import { findControlSigns } from "../../../text/model-signs/control-signs.ts"

/** Finds sentences in which the model reveals its instructions, and marks of a prompt. */
export function findPrompts(text: string, said: Sentence[], given: Given): Found[] {
  const findings: Found[] = []
  for (const { start, end, text: sentence } of said) {
    if (TOLD.test(sentence) && !given.holds(sentence)) findings.push({ kind: "prompt", start, end })
  }
  for (const match of text.matchAll(MARK)) {
    if (!given.holds(match[0]))
      findings.push({ kind: "prompt", start: match.index, end: match.index + match[0].length })
  }
  return findings
}

const TOLD = anyOf(({ prompt }) => prompt, "iu")
/** Matches signs between the parts of a prompt, and words that are put there so that a leak is visible. */
const MARK =
  /^#{2,4} ?(?:system|instructions?|response|assistant|user)\b|^(?:system|assistant|developer|user) ?:(?= )|<\/?(?:system|instructions?|assistant|context|documents?)>|^-{3} (?:END )?[A-Z ]{3,30} [0-9a-f]{6,} -{3}$|\bcanary[-_:][\w-]{2,60}/gimu

/**
 * Finds signs with which a model steers itself, unless a source or the team speaks of the same. In a
 * customer's message it may be an order to a machine.
 */
export function findControls(text: string, given: Given): Found[] {
  return findControlSigns(text)
    .filter(({ start, end }) => !given.text.includes(text.slice(start, end)))
    .map(({ start, end }) => ({ kind: "control", start, end }))
}
