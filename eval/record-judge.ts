import { existsSync, mkdirSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { verifierNamed } from "./model.ts"
import { recordVerdicts } from "./report/own/recorded-judge.ts"
import { rewritePairs, translationPairs } from "./report/own/rewrite-pairs.ts"

/**
 * Records what a model of `models.yaml` says of each pair of a part of `data/rewrite-own`, one request a pair:
 * `node eval/record-judge.ts dev-4 big`. The texts are invented, so they are not masked.
 */
const [part = "", name = ""] = process.argv.slice(2)
const folder = join(import.meta.dirname, "../data/rewrite-own")
const file = join(folder, `${part}.jsonl`)
const { verifier } = verifierNamed(name)
if (!existsSync(file) || !verifier)
  throw new Error("Say a part of data/rewrite-own and a model of models.yaml: node eval/record-judge.ts dev-4 big")

const pairs = part.startsWith("translate-") ? translationPairs(file) : rewritePairs(file)
const lines: string[] = []
for (const pair of [...pairs.faithful, ...pairs.altered]) {
  const toJudge = { before: pair.before, after: pair.after, rows: pairs.compare(pair) }
  lines.push(JSON.stringify(await recordVerdicts(toJudge, verifier, new AbortController().signal)))
  process.stderr.write(`\r${lines.length} pairs`)
}
mkdirSync(join(folder, "judged"), { recursive: true })
writeFileSync(join(folder, "judged", `${part}.jsonl`), `${lines.join("\n")}\n`)
