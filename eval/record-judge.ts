import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { alteredRewrites, alteredTranslations } from "../data/rewrite-own/alter.ts"
import type { Rewritten, Translated } from "../data/rewrite-own/shapes.ts"
import { compareRewrite } from "../src/checks/rewrite/compare-rewrite.ts"
import { compareTranslation } from "../src/checks/translation/compare-translation.ts"
import { judgeNamed } from "./model.ts"
import { recordVerdicts } from "./report/own/recorded-judge.ts"
import type { RewriteToJudge } from "../src/relay/rewriting/judge-rewrite.ts"

/**
 * Records what a model of `models.yaml` says of each pair of a part of `data/rewrite-own`, one request a pair:
 * `node eval/record-judge.ts dev-4 big`. The texts are invented, so they are not masked.
 */
const [part = "", name = ""] = process.argv.slice(2)
const folder = join(import.meta.dirname, "../data/rewrite-own")
const file = join(folder, `${part}.jsonl`)
const { judge } = judgeNamed(name)
if (!existsSync(file) || !judge)
  throw new Error("Say a part of data/rewrite-own and a model of models.yaml: node eval/record-judge.ts dev-4 big")

const lines: string[] = []
for (const pair of pairsOf(file, part)) {
  lines.push(JSON.stringify(await recordVerdicts(pair, judge, new AbortController().signal)))
  process.stderr.write(`\r${lines.length} pairs`)
}
mkdirSync(join(folder, "judged"), { recursive: true })
writeFileSync(join(folder, "judged", `${part}.jsonl`), `${lines.join("\n")}\n`)

function pairsOf(path: string, of: string): RewriteToJudge[] {
  const read = <Line>() =>
    readFileSync(path, "utf8")
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as Line)
  if (of.startsWith("translate-")) {
    const texts = read<Translated>()
    const byId = new Map(texts.map((one) => [one.id, one]))
    const pair = (id: string, before: string, after: string): RewriteToJudge => {
      const { from = null, to = null } = byId.get(id) ?? {}
      const { rows } = compareTranslation({ text: before, language: from }, { text: after, language: to })
      return { before, after, rows }
    }
    return [
      ...texts.map(({ id, source, translation }) => pair(id, source, translation)),
      ...alteredTranslations(texts, SEED).map(({ id, before, after }) => pair(id, before, after))
    ]
  }
  const texts = read<Rewritten>()
  const languages = new Map(texts.map(({ id, language }) => [id, language]))
  const pair = (id: string, before: string, after: string): RewriteToJudge => {
    return { before, after, rows: compareRewrite(before, after, languages.get(id) ?? null).rows }
  }
  return [
    ...texts.flatMap(({ id, text, rewrites }) => rewrites.map((rewrite) => pair(id, text, rewrite.text))),
    ...alteredRewrites(texts, SEED).map(({ id, before, after }) => pair(id, before, after))
  ]
}

/** The report uses the same. */
const SEED = 1
