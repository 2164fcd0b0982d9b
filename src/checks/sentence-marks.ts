import type { Claim } from "../ticket/draft.ts"
import type { CheckedDraft } from "./sentence/sentence-check.ts"
import { sentenceChecks } from "./sentence-checks.ts"

/**
 * Runs every sentence check on a sentence whose support was judged. A sentence with a finding is never shown as fine.
 * One that a source contradicts stays so, because that says more.
 */
export function sentenceMarker(drafting: CheckedDraft): (claim: Claim, sentence: string) => Claim {
  const opened = sentenceChecks.map(({ why, open }) => ({ why, find: open(drafting) }))
  return (claim, sentence) => {
    if (claim.state === "contradicts") return claim
    for (const { why, find } of opened) {
      const mark = find(sentence)
      if (mark)
        return {
          start: claim.start,
          end: claim.end,
          sources: [],
          ...(mark.reason === undefined ? { why } : {}),
          ...mark,
          isFixed: true
        }
    }
    return claim
  }
}
