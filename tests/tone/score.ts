import { checkTone } from "../../src/checks/tone/tone.ts"
import type { Row } from "./own-set/rows.ts"

/** Counts over findings, by the rule of own-set/README.md. */
export interface Score {
  right: number
  wrong: number
  missed: number
}

/** What the check finds in the rows, beside their labels. `told` hears of every finding and label. */
export function score(
  rows: Row[],
  told: (row: Row, verdict: keyof Score, kind: string, quote: string) => void = () => {}
): Score {
  const sum: Score = { right: 0, wrong: 0, missed: 0 }
  for (const row of rows) {
    const { requester, customerLanguage, thread, sources, channel, firstReply } = row.context
    const found = checkTone(row.text, { requester, language: customerLanguage, thread, sources, channel, firstReply })
    const met = new Set<object>()
    for (const { kind, start, end, quote } of found) {
      const label = row.findings.find((each) => each.kind === kind && each.start < end && start < each.end)
      if (label && met.has(label)) continue
      const verdict = label ? "right" : "wrong"
      if (label) met.add(label)
      sum[verdict]++
      told(row, verdict, kind, quote)
    }
    for (const label of row.findings) {
      if (met.has(label)) continue
      sum.missed++
      told(row, "missed", label.kind, label.quote)
    }
  }
  return sum
}

export const precision = ({ right, wrong }: Score): number => right / (right + wrong)
export const recall = ({ right, missed }: Score): number => right / (right + missed)
