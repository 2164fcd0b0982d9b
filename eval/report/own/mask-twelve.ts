import { join } from "node:path"
import * as z from "zod/mini"
import type { MaskMode } from "../../../src/masking/basis/masking-rules.ts"
import { readLines } from "../../../training/read-lines.ts"
import { spansOf } from "../mask-rows.ts"
import { partsOf, passOver, type ReportSet, type Row } from "../row.ts"

interface Place {
  start: number
  end: number
}

const line = z.object({
  lang: z.string(),
  text: z.string(),
  spans: z.array(z.object({ start: z.int(), end: z.int(), type: z.string() }))
})
type Line = z.infer<typeof line>

/** Messages in twelve languages without lists of ordinary words: what is wrongly masked, and which persons are found. */
export const maskTwelve: ReportSet = {
  folder: "mask-twelve",
  files: ["dev.jsonl"],
  async rows(folder, how) {
    const rows: Row[] = []
    for (const part of partsOf(how)) {
      const lines = readLines(join(folder, `${part}.jsonl`), line)
      for (const mode of ["strict", "balanced"] as const)
        rows.push(...(await rowsOf(`mask-twelve, ${part}`, lines, mode)))
    }
    return rows
  }
}

interface Counts {
  words: number
  wrong: number
  persons: number
  wholly: number
}

async function rowsOf(set: string, lines: readonly Line[], mode: MaskMode): Promise<Row[]> {
  const all: Counts = { words: 0, wrong: 0, persons: 0, wholly: 0 }
  const languages = new Map<string, Counts>()
  const { pass } = await passOver(lines.length, () => {
    for (const one of lines) {
      // The ticket's locale is left out: whoever writes in such a language often has another one there.
      const masked = spansOf(one, mode)
      const counts = languages.get(one.lang) ?? { words: 0, wrong: 0, persons: 0, wholly: 0 }
      languages.set(one.lang, counts)
      for (const into of [all, counts]) count(one, masked, into)
    }
  })
  const row = (metric: string, figure: number): Row => ({ set, metric: `${mode}: ${metric}`, figure, ...pass })
  const figures = ({ words, wrong, persons, wholly }: Counts, name: string): Row[] => [
    row(`${name}other words masked`, wrong / words),
    row(`${name}persons wholly masked`, wholly / persons)
  ]
  return [
    ...figures(all, ""),
    ...[...languages].flatMap(([language, counts]) =>
      figures(counts, `${language}, `).map((one) => ({ ...one, detail: true as const }))
    )
  ]
}

/** A word that overlaps a marked span in part counts neither way. */
function count({ text, spans }: Line, masked: readonly Place[], into: Counts) {
  for (const { index, 0: word } of text.matchAll(WORD)) {
    const place = { start: index, end: index + word.length }
    if (spans.some((span) => overlap(span, place))) continue
    into.words++
    if (masked.some((one) => overlap(one, place))) into.wrong++
  }
  for (const { start, end, type } of spans) {
    if (type !== "PERSON") continue
    into.persons++
    const letters = [...text.slice(start, end).matchAll(LETTER)].map(({ index }) => start + index)
    if (letters.every((at) => masked.some((one) => one.start <= at && at < one.end))) into.wholly++
  }
}

const overlap = (one: Place, other: Place) => one.start < other.end && other.start < one.end
const WORD = /[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}]+)*/gu
const LETTER = /[\p{L}\p{M}\p{N}]/gu
