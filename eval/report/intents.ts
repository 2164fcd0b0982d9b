import { join } from "node:path"
import * as z from "zod/mini"
import { tellIntent, trainClassifier, type IntentExample } from "../../src/intent/classifier/classifier.ts"
import { meaningsOf } from "../../src/search/synonyms/synonyms.ts"
import { readLines } from "../../training/read-lines.ts"
import { exampleOf } from "../tasks/intent.ts"
import { type How, type Pass, type ReportSet, type Row } from "./row.ts"

const line = z.object({ text: z.string(), intent: z.string() })
type Line = z.infer<typeof line>

/** Questions to a bank: by five folds, and from the first ten of each intent. */
export const banking77: ReportSet = {
  folder: "banking77",
  name: "banking77-intents",
  files: ["dev.jsonl"],
  rows(folder, how) {
    const lines = readLines(join(folder, "dev.jsonl"), line)
    const set = "banking77, 77 intents"
    const seen = new Map<string, number>()
    const first = new Set(
      lines.filter(({ intent }) => {
        seen.set(intent, (seen.get(intent) ?? 0) + 1)
        return (seen.get(intent) ?? 0) <= FEW
      })
    )
    const few = { train: [...first], test: lines.filter((one) => !first.has(one)) }
    return [
      ...rowsOf(set, "five folds", foldsOf(lines), how, "91.5 %: linear classifier, the official test part"),
      ...rowsOf(set, `${FEW} examples an intent`, [few], how, "74.0 %: the same")
    ]
  }
}
const FEW = 10

/** Questions to an assistant. Those out of scope are in no training line. */
export const clinc150: ReportSet = {
  folder: "clinc150",
  files: ["train.jsonl", "dev.jsonl"],
  rows(folder, how) {
    const inScope = ({ intent }: Line) => intent !== "oos"
    const train = readLines(join(folder, "train.jsonl"), line).filter(inScope)
    const test = readLines(join(folder, "dev.jsonl"), line)
    const baseline = "88.2 and 18.0 %: SVM (Larson et al. 2019)"
    return rowsOf("clinc150, 150 intents", "trained without any out of scope", [{ train, test }], how, baseline)
  }
}

/** Questions to three shops' assistants, each by five folds. */
export const hint3: ReportSet = {
  folder: "hint3",
  files: ["dev.jsonl"],
  rows(folder, how) {
    const lines = readLines(join(folder, "dev.jsonl"), z.extend(line, { bot: z.string() }))
    const bots = [...Map.groupBy(lines, ({ bot }) => bot).values()]
    return rowsOf("hint3, three shops", "five folds", bots.flatMap(foldsOf), how)
  }
}

interface Fold {
  train: readonly Line[]
  test: readonly Line[]
}

const FOLDS = 5
/** Every fifth line of an intent is in the same fold. */
function foldsOf(lines: readonly Line[]): Fold[] {
  const seen = new Map<string, number>()
  const folds = lines.map(({ intent }) => {
    const n = seen.get(intent) ?? 0
    seen.set(intent, n + 1)
    return n % FOLDS
  })
  return Array.from({ length: FOLDS }, (_, fold) => ({
    train: lines.filter((_line, at) => folds[at] !== fold),
    test: lines.filter((_line, at) => folds[at] === fold)
  }))
}

/** A line out of scope is right if nothing is told, and one in scope if its intent is. */
function rowsOf(set: string, about: string, folds: readonly Fold[], { signal }: How, baseline?: string): Row[] {
  const told: { gold: string; intent: string | null; best: string }[] = []
  const trained: number[] = []
  const passes: Pass[] = []
  return folds.length === 0 ? [] : measured()

  function measured(): Row[] {
    for (const { train, test } of folds) {
      signal.throwIfAborted()
      const began = performance.now()
      const classifier = trainClassifier(
        train.map((one): IntentExample => exampleOf(one)),
        meaningsOf
      )
      trained.push((performance.now() - began) / 1000)
      if (!classifier) throw new Error(`${set}: there are no two intents to learn.`)
      const start = performance.now()
      for (const { text, intent: gold } of test)
        told.push({ gold, ...tellIntent(classifier, { text, language: "en" }, meaningsOf) })
      const seconds = (performance.now() - start) / 1000
      passes.push({ seconds, linesPerSecond: test.length / seconds })
    }
    return rows()
  }

  function rows(): Row[] {
    const pass = { seconds: sum(trained), linesPerSecond: told.length / sum(passes.map(({ seconds }) => seconds)) }
    const inScope = told.filter(({ gold }) => gold !== "oos")
    const others = told.filter(({ gold }) => gold === "oos")
    const share = (some: typeof told, holds: (one: (typeof told)[number]) => boolean) =>
      some.filter(holds).length / some.length
    return [
      {
        set,
        metric: `${about}: likeliest is right`,
        figure: share(inScope, ({ gold, best }) => gold === best),
        ...(baseline !== undefined && others.length === 0 && { baseline }),
        ...pass
      },
      {
        set,
        metric: `${about}: told rightly`,
        figure: share(inScope, ({ gold, intent }) => gold === intent),
        ...(baseline !== undefined && others.length > 0 && { baseline }),
        ...pass
      },
      ...(others.length > 0
        ? [
            {
              set,
              metric: `${about}: nothing told of those out of scope`,
              figure: share(others, ({ intent }) => intent === null),
              ...pass
            }
          ]
        : [])
    ]
  }
}

const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0)
