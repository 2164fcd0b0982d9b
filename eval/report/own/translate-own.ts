import * as z from "zod/mini"
import { alteredTranslations } from "../../../data/rewrite-own/alter.ts"
import { ALTERATION_KINDS } from "../../../data/rewrite-own/shapes.ts"
import { compareTranslation } from "../../../src/checks/translation/compare-translation.ts"
import { changedInTranslation } from "../../../src/checks/translation/changed-in-translation.ts"
import { readLines } from "../../../training/read-lines.ts"
import { recordedJudge, type RecordedJudge } from "./recorded-judge.ts"
import { passOver, rowsOfParts, type ReportSet, type Row } from "../row.ts"

const line = z.object({
  id: z.string(),
  from: z.string(),
  to: z.string(),
  source: z.string(),
  translation: z.string(),
  alterations: z.array(z.object({ kind: z.enum(ALTERATION_KINDS), old: z.string(), new: z.string() }))
})
type Translated = z.infer<typeof line>

/**
 * Replies with faithful translations and with translations of which one fact was altered: which of both are doubted by
 * rules and, where a model's verdicts are recorded, with a judge.
 */
export const translateOwn: ReportSet = {
  folder: "rewrite-own",
  files: ["translate-dev.jsonl"],
  own: true,
  async rows(folder, how) {
    return rowsOfParts(
      folder,
      how,
      async (file, part) => {
        const texts = readLines(file, line)
        const judge = recordedJudge(folder, `translate-${part}`)
        return [
          ...(await rowsOf(texts, `translate-own, ${part}`)),
          ...(judge ? await rowsOf(texts, `translate-own, ${part}, with a judge`, judge) : [])
        ]
      },
      "translate-"
    )
  }
}

async function rowsOf(texts: Translated[], set: string, judge?: RecordedJudge): Promise<Row[]> {
  const byId = new Map(texts.map((one) => [one.id, one]))
  const doubted = async (source: string, translation: string, id: string) => {
    const { from = null, to = null } = byId.get(id) ?? {}
    const [before, after] = [
      { text: source, language: from },
      { text: translation, language: to }
    ]
    if (!judge) return changedInTranslation(before, after).length > 0
    const judged = await judge.verdictsOn(source, translation, compareTranslation(before, after).rows)
    return compareTranslation(before, after, judged).rows.some(({ changes }) => changes.length > 0)
  }
  const { result, pass } = await passOver(texts.length * 4, async () => ({
    faithful: await Promise.all(
      texts.map(async ({ id, source, translation }) => ({ id, found: await doubted(source, translation, id) }))
    ),
    altered: await Promise.all(
      alteredTranslations(texts, SEED).map(async ({ id, kind, before, after }) => ({
        id,
        kind,
        found: await doubted(before, after, id)
      }))
    )
  }))
  const share = (all: { found: boolean }[]) => all.filter(({ found }) => found).length / all.length
  const isJapanese = ({ id }: { id: string }) => id.includes("ja")
  const kinds = [...new Set(result.altered.map(({ kind }) => kind))].sort()
  return [
    { set, metric: "altered facts found", figure: share(result.altered), ...pass },
    { set, metric: "faithful translations doubted", figure: share(result.faithful), ...pass },
    ...kinds.map((kind): Row => {
      const figure = share(result.altered.filter((one) => one.kind === kind))
      return { set, metric: `altered facts found: ${kind}`, figure, ...pass, detail: true }
    }),
    ...[true, false].map((japanese): Row => {
      const figure = share(result.faithful.filter((one) => isJapanese(one) === japanese))
      const metric = `faithful translations doubted: ${japanese ? "from or to Japanese" : "between the other languages"}`
      return { set, metric, figure, ...pass, detail: true }
    })
  ]
}

const SEED = 1
