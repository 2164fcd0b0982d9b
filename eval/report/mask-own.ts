import * as z from "zod/mini"
import { charactersMasked } from "../score/characters.ts"
import type { MaskMode } from "../../src/masking/basis/masking-rules.ts"
import { maskRows, scoreMask, spansOf, typeRows, type MarkedLine } from "./mask-rows.ts"
import { languageParts, passOver, type ReportSet, type Row } from "./row.ts"
import { readLines } from "../../training/read-lines.ts"

const words = z.optional(z.array(z.string()))
const marked = z.object({
  text: z.string(),
  spans: z.array(z.object({ start: z.int(), end: z.int(), type: z.string() })),
  keep: words,
  known: z.optional(z.object({ names: words, emails: words }))
})

/** Messages written and annotated by hand for this project, with a folder for each language. */
export const maskOwn: ReportSet = {
  folder: "mask-own",
  files: ["en/dev.jsonl"],
  async rows(folder, how) {
    const rows: Row[] = []
    for (const { language, part, file } of languageParts(folder, how)) {
      const lines = readLines(file, marked)
      for (const mode of ["strict", "balanced"] as const)
        rows.push(...(await rowsOf(`mask-own ${language}, ${part}`, lines, mode, language)))
    }
    return rows
  }
}

async function rowsOf(set: string, lines: MarkedLine[], mode: MaskMode, language: string): Promise<Row[]> {
  const scored = await scoreMask(lines, mode, language)
  const types = mode === "strict" ? typeRows(set, mode, scored) : []
  if (language !== "ja")
    return [
      ...maskRows(set, mode, scored).filter(({ metric }) => mode === "strict" || /recall|other/.test(metric)),
      ...types
    ]
  // Japanese doesn't separate words by spaces, so characters are counted.
  const { result, pass } = await passOver(lines.length, () =>
    charactersMasked(lines.map((line) => ({ line, masked: spansOf(line, mode, language) })))
  )
  return [
    { set, metric: `${mode}: recall, characters`, figure: result.recall, ...pass },
    { set, metric: `${mode}: structured, characters`, figure: scored.figures.structured, ...pass },
    { set, metric: `${mode}: other characters masked`, figure: result.overMasked, ...pass },
    ...types
  ]
}
