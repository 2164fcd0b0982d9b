import { join } from "node:path"
import * as z from "zod/mini"
import { emptyTally, LEFT_OUT, maskFigures, tallyMask } from "../../score/mask.ts"
import type { MaskMode } from "../../../src/masking/basis/masking-rules.ts"
import { spansOf } from "../mask-rows.ts"
import { passOver, type ReportSet, type Row } from "../row.ts"
import { readLines } from "../../../training/read-lines.ts"

const span = z.object({ start: z.int(), end: z.int() })
const line = z.object({
  lang: z.string(),
  text: z.string(),
  keep: z.optional(z.array(z.string())),
  spans: z.array(z.extend(span, { type: z.string() })),
  traps: z.array(span)
})
type Line = z.infer<typeof line>

/**
 * Kinds of values that are easily missed, masked completely or in part, and text that looks personal and must stay. The
 * held-out files of the first seven were read after they had been scored, so they are measured with the open ones; that
 * of the eighth is measured on request.
 */
export const maskKinds: readonly ReportSet[] = [
  kindsOf("mask-kinds", ["dev", "held"]),
  kindsOf("mask-kinds-2", ["dev", "held"]),
  kindsOf("mask-kinds-3", ["held"]),
  kindsOf("mask-kinds-4", ["dev", "held"]),
  kindsOf("mask-kinds-5", ["dev", "held"]),
  kindsOf("mask-kinds-6", ["dev", "held"]),
  kindsOf("mask-kinds-7", ["dev", "held"]),
  kindsOf("mask-kinds-8", ["dev"], ["held"])
]

function kindsOf(set: string, open: readonly string[], apart: readonly string[] = []): ReportSet {
  return {
    folder: set,
    files: open.map((part) => `${part}.jsonl`),
    async rows(folder, { held }) {
      const rows: Row[] = []
      for (const part of held ? [...open, ...apart] : open) {
        const lines = readLines(join(folder, `${part}.jsonl`), line)
        for (const mode of ["strict", "balanced"] as const) rows.push(...(await rowsOf(`${set}, ${part}`, lines, mode)))
      }
      return rows
    }
  }
}

interface Counted {
  all: number
  wholly: number
  touched: number
}

async function rowsOf(set: string, lines: readonly Line[], mode: MaskMode): Promise<Row[]> {
  const tally = emptyTally()
  const kinds = new Map<string, Counted>()
  const languages = new Map<string, { spans: Counted; traps: Counted }>()
  const traps = nothing()
  const { pass } = await passOver(lines.length, () => {
    for (const one of lines) {
      const masked = spansOf(one, mode, one.lang)
      tallyMask(one, masked, tally)
      const own = ensure(languages, one.lang, () => ({ spans: nothing(), traps: nothing() }))
      for (const { type, ...where } of one.spans) {
        if (LEFT_OUT.has(type)) continue
        for (const into of [ensure(kinds, type, nothing), own.spans]) count(one.text, where, masked, into)
      }
      for (const trap of one.traps) for (const into of [traps, own.traps]) count(one.text, trap, masked, into)
    }
  })
  const figures = maskFigures(tally)
  const all = [...kinds.values()]
  const sum = (of: (kind: Counted) => number) => all.reduce((total, kind) => total + of(kind), 0)
  const row = (metric: string, figure: number): Row => ({ set, metric: `${mode}: ${metric}`, figure, ...pass })
  const counts = [...kinds].sort(([a], [b]) => a.localeCompare(b))
  return [
    row("recall of words", figures.recall),
    row("marked spans wholly masked", sum(({ wholly }) => wholly) / sum((kind) => kind.all)),
    row("traps kept", 1 - traps.touched / traps.all),
    row("other words masked", figures.overMasked),
    ...[...languages].flatMap(([language, { spans, traps }]): Row[] => [
      { ...row(`${language}, spans (${spans.all}) wholly masked`, spans.wholly / spans.all), detail: true },
      ...(traps.all > 0
        ? [{ ...row(`${language}, traps (${traps.all}) kept`, 1 - traps.touched / traps.all), detail: true as const }]
        : [])
    ]),
    ...(mode === "strict"
      ? counts.flatMap(([kind, { all, wholly, touched }]): Row[] => [
          row(`${kind} (${all}) wholly masked`, wholly / all),
          { ...row(`${kind} (${all}) masked in part or wholly`, touched / all), detail: true }
        ])
      : [])
  ]
}

const nothing = (): Counted => ({ all: 0, wholly: 0, touched: 0 })

function ensure<T>(map: Map<string, T>, key: string, make: () => T): T {
  const value = map.get(key) ?? make()
  map.set(key, value)
  return value
}

/** Counts letters and digits, because a sign alone says nothing. */
function count(
  text: string,
  { start, end }: { start: number; end: number },
  masked: readonly { start: number; end: number }[],
  into: Counted
) {
  const places = [...text.slice(start, end).matchAll(/[\p{L}\p{M}\p{N}]/gu)].map(({ index }) => start + index)
  const hidden = places.filter((at) => masked.some((one) => one.start <= at && at < one.end)).length
  into.all++
  if (hidden === places.length) into.wholly++
  if (hidden > 0) into.touched++
}
