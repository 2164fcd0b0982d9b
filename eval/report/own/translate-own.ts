import { recordedJudge, type RecordedJudge } from "./recorded-judge.ts"
import { doubtedOf, translationPairs, type PairsOfPart } from "./rewrite-pairs.ts"
import { passOver, rowsOfParts, type ReportSet, type Row } from "../row.ts"

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
        const pairs = translationPairs(file)
        const judge = recordedJudge(folder, `translate-${part}`)
        return [
          ...(how.judgedOnly ? [] : await rowsOf(pairs, `translate-own, ${part}`)),
          ...(judge ? await rowsOf(pairs, `translate-own, ${part}, with a judge`, judge) : [])
        ]
      },
      "translate-"
    )
  }
}

async function rowsOf(pairs: PairsOfPart, set: string, judge?: RecordedJudge): Promise<Row[]> {
  const { result, pass } = await passOver(pairs.texts * 4, async () => ({
    faithful: await doubtedOf(pairs.faithful, pairs, judge),
    altered: await doubtedOf(pairs.altered, pairs, judge)
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
