import * as z from "zod/mini"
import { alteredRewrites, alteredTranslations } from "../../../data/rewrite-own/alter.ts"
import { ALTERATION_KINDS, HOWS, type AlterationKind } from "../../../data/rewrite-own/shapes.ts"
import { compareRewrite, type RewriteRow } from "../../../src/checks/rewrite/compare-rewrite.ts"
import type { RowVerdict } from "../../../src/checks/rewrite/settle-changes.ts"
import { compareTranslation } from "../../../src/checks/translation/compare-translation.ts"
import { readLines } from "../../../training/read-lines.ts"
import type { RecordedJudge } from "./recorded-judge.ts"

/** A text beside its rewrite or translation. */
export interface Pair {
  id: string
  before: string
  after: string
}

/** The pairs of a part of `data/rewrite-own`, and how the product compares one. */
export interface PairsOfPart {
  texts: number
  faithful: Pair[]
  altered: (Pair & { kind: AlterationKind })[]
  /** ISO 639-1 of a rewrite's text. */
  languageOf(id: string): string
  compare(pair: Pair, judged?: readonly (RowVerdict | undefined)[]): RewriteRow[]
}

const reworded = z.object({ how: z.enum(HOWS), text: z.string() })
const rewritten = z.object({
  id: z.string(),
  language: z.string(),
  text: z.string(),
  rewrites: z.tuple([reworded, reworded]),
  alterations: z.array(
    z.object({
      kind: z.enum(ALTERATION_KINDS),
      at: z.enum(["text", "first", "second"]),
      old: z.string(),
      new: z.string()
    })
  )
})

/** Reads a part with rewrites. @throws Error that names a line that has another shape */
export function rewritePairs(file: string): PairsOfPart {
  const texts = readLines(file, rewritten)
  const languages = new Map(texts.map(({ id, language }) => [id, language]))
  return {
    texts: texts.length,
    faithful: texts.flatMap(({ id, text, rewrites }) => rewrites.map((one) => ({ id, before: text, after: one.text }))),
    altered: alteredRewrites(texts, SEED),
    languageOf: (id) => languages.get(id) ?? "",
    compare: ({ id, before, after }, judged) => compareRewrite(before, after, languages.get(id) ?? null, judged).rows
  }
}

const translated = z.object({
  id: z.string(),
  from: z.string(),
  to: z.string(),
  source: z.string(),
  translation: z.string(),
  alterations: z.array(z.object({ kind: z.enum(ALTERATION_KINDS), old: z.string(), new: z.string() }))
})

/** Reads a part with translations. @throws Error as `rewritePairs` */
export function translationPairs(file: string): PairsOfPart {
  const texts = readLines(file, translated)
  const byId = new Map(texts.map((one) => [one.id, one]))
  return {
    texts: texts.length,
    faithful: texts.map(({ id, source, translation }) => ({ id, before: source, after: translation })),
    altered: alteredTranslations(texts, SEED),
    languageOf: (id) => byId.get(id)?.from ?? "",
    compare({ id, before, after }, judged) {
      const { from = null, to = null } = byId.get(id) ?? {}
      return compareTranslation({ text: before, language: from }, { text: after, language: to }, judged).rows
    }
  }
}

/** By this seed the facts are chosen that are altered. */
const SEED = 1

/** Says of each pair whether it is doubted, by rules or, with a judge, by both. */
export async function doubtedOf<One extends Pair>(
  pairs: readonly One[],
  { compare }: PairsOfPart,
  judge: RecordedJudge | undefined
): Promise<(One & { found: boolean })[]> {
  return Promise.all(
    pairs.map(async (pair) => {
      const byRules = compare(pair)
      const rows = judge ? compare(pair, await judge.verdictsOn(pair.before, pair.after, byRules)) : byRules
      return { ...pair, found: rows.some(({ changes }) => changes.length > 0) }
    })
  )
}
