import { join } from "node:path"
import * as z from "zod/mini"
import { emptyTally, tallyMask } from "../score/mask.ts"
import type { MaskMode } from "../../src/masking/basis/masking-rules.ts"
import { spansOf } from "./mask-rows.ts"
import { passOver, type Pass, type ReportSet, type Row } from "./row.ts"
import { readLines } from "../../training/read-lines.ts"

const part = z.enum(["dev", "held"])
const name = z.object({ name: z.string(), origin: z.string(), gender: z.enum(["f", "m"]), part })
const sentence = z.object({ text: z.string(), part })
type Name = z.infer<typeof name>

/** Names of 24 origins in sentences that reveal none of them. The figure is the share that is masked completely. */
export const maskNames: ReportSet = {
  folder: "mask-names",
  files: ["names.jsonl", "sentences.jsonl"],
  async rows(folder, { held }) {
    const rows: Row[] = []
    for (const which of held ? (["dev", "held"] as const) : (["dev"] as const)) {
      const names = readLines(join(folder, "names.jsonl"), name).filter((one) => one.part === which)
      const sentences = readLines(join(folder, "sentences.jsonl"), sentence)
        .filter((one) => one.part === which)
        .map(({ text }) => text)
      const set = `mask-names, ${which}`
      for (const lower of [false, true]) {
        const { result, pass } = await passOver(names.length * sentences.length, () =>
          names.map((one) => ({ ...one, share: shareMasked(one, sentences, lower, "strict") }))
        )
        rows.push(...fairness(set, lower ? "lower case" : "mixed case", result, pass))
      }
      const { result, pass } = await passOver(names.length * sentences.length, () =>
        names.map((one) => ({ ...one, share: shareMasked(one, sentences, false, "balanced") }))
      )
      rows.push({ set, metric: "balanced, mixed case: all names", figure: mean(result), ...pass })
    }
    return rows
  }
}

/** Returns the share of the sentences in which the whole name is masked. */
function shareMasked({ name: value }: Name, sentences: string[], lower: boolean, mode: MaskMode): number {
  const tally = emptyTally()
  for (const text of sentences) {
    const [before = "", after = ""] = text.split("{}").map((half) => (lower ? half.toLowerCase() : half))
    const written = lower ? value.toLowerCase() : value
    const line = {
      text: before + written + after,
      spans: [{ start: before.length, end: before.length + written.length, type: "PERSON" }]
    }
    tallyMask(line, spansOf(line, mode, "en"), tally)
  }
  return (tally.types["PERSON"]?.covered ?? 0) / sentences.length
}

function fairness(set: string, letters: string, names: (Name & { share: number })[], pass: Pass): Row[] {
  const row = (who: string, figure: number): Row => ({ set, metric: `strict, ${letters}: ${who}`, figure, ...pass })
  const origins = [...Map.groupBy(names, ({ origin }) => origin)]
    .map(([origin, own]) => ({ origin, share: mean(own) }))
    .sort((a, b) => a.share - b.share)
  const [lowest] = origins
  return [
    row("all names", mean(names)),
    row("women's names", mean(names.filter(({ gender }) => gender === "f"))),
    row("men's names", mean(names.filter(({ gender }) => gender === "m"))),
    ...(lowest ? [row(`lowest origin (${lowest.origin})`, lowest.share)] : []),
    ...origins
      .toSorted((a, b) => a.origin.localeCompare(b.origin))
      .map(({ origin, share }): Row => ({ ...row(origin, share), detail: true }))
  ]
}

const mean = (list: readonly { share: number }[]) => list.reduce((sum, { share }) => sum + share, 0) / list.length
