import { ALTERATION_KINDS } from "../../../data/rewrite-own/shapes.ts"
import { recordedJudge, type RecordedJudge } from "./recorded-judge.ts"
import { doubtedOf, rewritePairs, type PairsOfPart } from "./rewrite-pairs.ts"
import { passOver, rowsOfParts, type ReportSet, type Row } from "../row.ts"

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
      const pairs = rewritePairs(file)
      const judge = recordedJudge(folder, part)
      return [
        ...(how.judgedOnly ? [] : await rowsOf(pairs, `rewrite-own, ${part}`)),
        ...(judge ? await rowsOf(pairs, `rewrite-own, ${part}, with a judge`, judge) : [])
      ]
    })
  }
}

async function rowsOf(pairs: PairsOfPart, set: string, judge?: RecordedJudge): Promise<Row[]> {
  const { result, pass } = await passOver(pairs.texts * 4, async () => ({
    faithful: await doubtedOf(pairs.faithful, pairs, judge),
    altered: await doubtedOf(pairs.altered, pairs, judge)
  }))
  const share = (all: { found: boolean }[]) => all.filter(({ found }) => found).length / all.length
  const inLanguage = <T extends { id: string }>(all: T[], language: string) =>
    all.filter(({ id }) => pairs.languageOf(id) === language)
  return [
    { set, metric: "altered facts found", figure: share(result.altered), ...pass },
    { set, metric: "faithful rewrites doubted", figure: share(result.faithful), ...pass },
    ...ALTERATION_KINDS.map((kind): Row => {
      const figure = share(result.altered.filter((one) => one.kind === kind))
      return { set, metric: `altered facts found: ${kind}`, figure, ...pass, detail: true }
    }),
    ...[...new Set(pairs.faithful.map(({ id }) => pairs.languageOf(id)))].sort().flatMap((language): Row[] => [
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
