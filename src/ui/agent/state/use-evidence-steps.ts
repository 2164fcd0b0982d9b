import { useState } from "react"
import type { PanelDraft } from "../../../protocol/panel.ts"
import type { EvidencePair } from "../../../ticket/evidence-pair.ts"
import { isWriting } from "./disabled-reasons.ts"
import { replaceRange } from "./draft-text.ts"
import { addProven } from "./suggested-sentence.ts"
import type { DraftTextState } from "./use-draft-text.ts"

/** The comparison of the letter with its sources, sentence by sentence. */
export interface EvidenceSteps {
  /** There is a letter to compare. */
  isThere: boolean
  /** How many sentences were stepped through, counted from the one that differs most. It may be negative. */
  at: number
  /** Opens the comparison, or goes to another sentence of it. */
  step(by: 1 | -1): void
  show(at: number): void
  /** Where the sentence that is compared begins, while it is. */
  hand: number | undefined
  hold(start: number | undefined): void
  /** Puts the source's words in place of a sentence. */
  useSource(pair: EvidencePair): void
}

export function useEvidenceSteps(
  draft: PanelDraft | undefined,
  { letter, change, flush }: DraftTextState,
  { isOpen, open, quiet }: { isOpen: boolean; open: () => void; quiet: () => void }
): EvidenceSteps {
  const [compared, setCompared] = useState<{ of: string | undefined; at: number }>({ of: undefined, at: 0 })
  const [hand, setHand] = useState<number>()
  const isThere = draft !== undefined && !isWriting(draft) && letter.text.trim() !== ""
  const at = compared.of === draft?.id ? compared.at : 0
  return {
    isThere,
    at,
    step: (by) => {
      if (!isThere) return
      setCompared({ of: draft.id, at: isOpen ? at + by : 0 })
      open()
    },
    hand: isOpen ? hand : undefined,
    hold: setHand,
    show: (place) => setCompared({ of: draft?.id, at: place }),
    useSource: ({ start, end, text, sources: [first] }) => {
      if (!first) return
      quiet()
      change((before) =>
        before.text.slice(start, end) === text
          ? addProven(replaceRange(before, start, end, first.text), start, { source: first.n, text: first.text })
          : before
      )
      void flush()
    }
  }
}
