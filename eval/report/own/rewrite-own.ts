import * as z from "zod/mini"
import { alteredRewrites } from "../../../data/rewrite-own/alter.ts"
import { ALTERATION_KINDS, HOWS } from "../../../data/rewrite-own/shapes.ts"
import { changedFacts } from "../../../src/checks/rewrite/changed-facts.ts"
import { compareRewrite } from "../../../src/checks/rewrite/compare-rewrite.ts"
import { readLines } from "../../../training/read-lines.ts"
import { recordedJudge, type RecordedJudge } from "./recorded-judge.ts"
import { passOver, rowsOfParts, type ReportSet, type Row } from "../row.ts"

const reworded = z.object({ how: z.enum(HOWS), text: z.string() })
const line = z.object({
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
type Rewritten = z.infer<typeof line>

/**
 * Replies with faithful rewrites and with rewrites of which one fact was altered: which of both are doubted by rules
 * and, where a model's verdicts are recorded, with a judge.
 */
export const rewriteOwn: ReportSet = {
  folder: "rewrite-own",
  files: ["dev.jsonl"],
  own: true,
  async rows(folder, how) {
    return rowsOfParts(folder, how, async (file, part) => {
      const texts = readLines(file, line)
      const judge = recordedJudge(folder, part)
      return [
        ...(await rowsOf(texts, `rewrite-own, ${part}`)),
        ...(judge ? await rowsOf(texts, `rewrite-own, ${part}, with a judge`, judge) : [])
      ]
    })
  }
}

async function rowsOf(texts: Rewritten[], set: string, judge?: RecordedJudge): Promise<Row[]> {
  const languages = new Map(texts.map(({ id, language }) => [id, language]))
  const doubted = async (before: string, after: string, id: string) => {
    const language = languages.get(id) ?? null
    if (!judge) return changedFacts(before, after, language).length > 0
    const { rows } = compareRewrite(before, after, language)
    const judged = await judge.verdictsOn(before, after, rows)
    return compareRewrite(before, after, language, judged).rows.some(({ changes }) => changes.length > 0)
  }
  const { result, pass } = await passOver(texts.length * 4, async () => ({
    faithful: await Promise.all(
      texts.flatMap(({ id, text, rewrites }) =>
        rewrites.map(async (rewrite) => ({ id, found: await doubted(text, rewrite.text, id) }))
      )
    ),
    altered: await Promise.all(
      alteredRewrites(texts, SEED).map(async ({ id, kind, before, after }) => ({
        id,
        kind,
        found: await doubted(before, after, id)
      }))
    )
  }))
  const share = (all: { found: boolean }[]) => all.filter(({ found }) => found).length / all.length
  const inLanguage = <T extends { id: string }>(all: T[], language: string) =>
    all.filter(({ id }) => languages.get(id) === language)
  return [
    { set, metric: "altered facts found", figure: share(result.altered), ...pass },
    { set, metric: "faithful rewrites doubted", figure: share(result.faithful), ...pass },
    ...ALTERATION_KINDS.map((kind): Row => {
      const figure = share(result.altered.filter((one) => one.kind === kind))
      return { set, metric: `altered facts found: ${kind}`, figure, ...pass, detail: true }
    }),
    ...[...new Set(languages.values())].sort().flatMap((language): Row[] => [
      {
        set,
        metric: `altered facts found, by language: ${language}`,
        figure: share(inLanguage(result.altered, language)),
        ...pass,
        detail: true
      },
      {
        set,
        metric: `faithful rewrites doubted, by language: ${language}`,
        figure: share(inLanguage(result.faithful, language)),
        ...pass,
        detail: true
      }
    ])
  ]
}

/** By this seed the facts are chosen that are altered. */
const SEED = 1
