import { maskWith } from "../product.ts"
import { emptyTally, maskFigures, tallyMask, type Marked, type MaskFigures } from "../score/mask.ts"
import type { MaskMode } from "../../src/masking/basis/masking-rules.ts"
import { passOver, type Pass, type Row } from "./row.ts"

/** A text with its annotations and with what the product would know about it. */
export interface MarkedLine extends Marked {
  keep?: readonly string[] | undefined
  known?: { names?: readonly string[] | undefined; emails?: readonly string[] | undefined } | undefined
}

/** Masks every line and scores it. */
export async function scoreMask(
  lines: readonly MarkedLine[],
  mode: MaskMode,
  locale?: string
): Promise<{ figures: MaskFigures; pass: Pass }> {
  const tally = emptyTally()
  const { pass } = await passOver(lines.length, () => {
    for (const line of lines) tallyMask(line, spansOf(line, mode, locale), tally)
  })
  return { figures: maskFigures(tally), pass }
}

/** Returns what is masked in a line, with the team's keep list and the people that the line names. */
export function spansOf({ text, keep, known }: MarkedLine, mode: MaskMode, locale?: string) {
  const people = [
    ...(known?.names ?? []).map((name) => ({ name })),
    ...(known?.emails ?? []).map((email) => ({ email }))
  ]
  return maskWith({ mode, keep: keep ?? [] }, locale)(text, people).spans
}

/** Returns the figures as rows of the report. */
export function maskRows(
  set: string,
  about: string,
  { figures, pass }: { figures: MaskFigures; pass: Pass },
  baselines: { [metric in "precision" | "recall"]?: string } = {}
): Row[] {
  const row = (metric: string, figure: number, baseline?: string): Row => ({
    set,
    metric: `${about}: ${metric}`,
    figure,
    ...(baseline ? { baseline } : {}),
    ...pass
  })
  return [
    row("precision", figures.precision, baselines.precision),
    row("recall", figures.recall, baselines.recall),
    row("F2", figures.f2),
    row("structured, characters", figures.structured),
    row("other words masked", figures.overMasked)
  ]
}

/** Returns the share of spans that are masked completely, by type. */
export function typeRows(set: string, about: string, { figures, pass }: { figures: MaskFigures; pass: Pass }): Row[] {
  return Object.entries(figures.types)
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([type, figure]) => ({
      set,
      metric: `${about}, wholly masked: ${type}`,
      figure,
      ...pass,
      detail: true as const
    }))
}
