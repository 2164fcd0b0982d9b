import { nameModel } from "../../src/masking/trained/load.ts"
import type { Weights } from "../../src/masking/names/score.ts"
import type { MaskMode } from "../../src/masking/basis/masking-rules.ts"
import { buildLists, readSources } from "../../training/masking/lists.ts"
import { train } from "../../training/masking/model.ts"
import { Random } from "../../training/masking/random.ts"
import { presidioRows, recased, type GoldRow } from "../../training/masking/rows.ts"
import { emptyTally, maskFigures, tallyMask, type MaskFigures } from "../score/mask.ts"
import { maskRows, spansOf, typeRows, type MarkedLine } from "./mask-rows.ts"
import { passOver, type How, type Pass, type Row } from "./row.ts"

/**
 * presidio-research's generated sentences, by folds. The finder of names is trained five times, each time without a
 * fifth of the sentence templates, and scored on that fifth. It is also scored with the weights that ship, which were
 * trained on all of these templates.
 */
export async function presidioByFolds(how: How): Promise<Row[]> {
  const gold = presidioRows()
  const folds = await scoreByFolds(gold, how)
  const shipped = await Promise.all(
    CASES.flatMap((letters) =>
      MODES.map(async (mode) => ({
        about: `shipped weights, ${mode}, ${letters}`,
        scored: await scoreRows([gold], () => undefined, mode, letters)
      }))
    )
  )
  return [
    ...folds.flatMap(({ about, scored }) => [
      ...maskRows("presidio, dev", about, scored, about === "by folds, strict, mixed case" ? PUBLISHED : {}),
      ...typeRows("presidio, dev", about, scored)
    ]),
    ...shipped.flatMap(({ about, scored }) =>
      maskRows("presidio, dev (trained on these rows)", about, scored).map((row): Row => ({ ...row, detail: true }))
    )
  ]
}

const MODES: readonly MaskMode[] = ["strict", "balanced"]
const CASES = ["mixed case", "lower case"] as const
const PUBLISHED = { precision: "87.0 %: Presidio, tuned, by spans", recall: "83.9 %: Presidio, tuned, by spans" }
const FOLDS = 5

async function scoreByFolds(gold: GoldRow[], { say, signal }: How) {
  const sources = readSources()
  const lists = buildLists(sources, new Random(3))
  const templates = [...new Set(gold.map(({ template }) => template))].sort((a, b) => a - b)
  const foldOf = new Map(templates.map((template, at) => [template, at % FOLDS]))
  const weights: Weights[] = []
  for (let fold = 0; fold < FOLDS; fold++) {
    // Each fold takes some ten seconds of this thread, so a signal is let in first.
    await new Promise(setImmediate)
    signal.throwIfAborted()
    say(`presidio: training for fold ${fold + 1} of ${FOLDS}`)
    weights.push(
      train(
        gold.filter(({ template }) => foldOf.get(template) !== fold),
        sources,
        lists
      )
    )
  }
  const parts = weights.map((_, fold) => gold.filter(({ template }) => foldOf.get(template) === fold))
  const model = nameModel()
  const shipped = model.weights
  try {
    const scored = []
    for (const letters of CASES) {
      for (const mode of MODES) {
        const use = (fold: number) => {
          model.weights = weights[fold] ?? shipped
        }
        scored.push({ about: `by folds, ${mode}, ${letters}`, scored: await scoreRows(parts, use, mode, letters) })
      }
    }
    return scored
  } finally {
    model.weights = shipped
  }
}

/** Scores parts. @param before is called with the part that comes next */
async function scoreRows(
  parts: GoldRow[][],
  before: (part: number) => void,
  mode: MaskMode,
  letters: (typeof CASES)[number]
): Promise<{ figures: MaskFigures; pass: Pass }> {
  const tally = emptyTally()
  const { pass } = await passOver(parts.flat().length, () =>
    parts.forEach((part, at) => {
      before(at)
      for (const row of part) {
        const line: MarkedLine = {
          text: letters === "lower case" ? recased(row, "lower").text : row.text,
          spans: row.gold
        }
        tallyMask(line, spansOf(line, mode), tally)
      }
    })
  )
  return { figures: maskFigures(tally), pass }
}
