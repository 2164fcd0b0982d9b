import { findControlSigns } from "../../../text/model-signs/control-signs.ts"
import type { Found } from "../basis/finding.ts"
import type { Given } from "../basis/given.ts"

/**
 * Finds signs with which a model steers itself, unless a source or the team speaks of the same. In a
 * customer's message it may be an order to a machine.
 */
export function findControls(text: string, given: Given): Found[] {
  return findControlSigns(text)
    .filter(({ start, end }) => !given.text.includes(text.slice(start, end)))
    .map(({ start, end }) => ({ kind: "control", start, end }))
}
