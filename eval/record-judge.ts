import { existsSync, mkdirSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { languageWritten } from "../src/text/language.ts"
import { LANGUAGES } from "../src/text/languages.ts"
import { inLanes } from "./lanes.ts"
import { verifierNamed } from "./model.ts"
import { lettersToVerify, verifiedFile } from "./report/own/model-letters.ts"
import { recordVerdicts } from "./report/own/recorded-judge.ts"
import { recordLetter } from "./report/own/recorded-verdicts.ts"
import { rewritePairs, translationPairs } from "./report/own/rewrite-pairs.ts"

/**
 * Records what a model of `models.yaml` says, one request a pair or letter, of a part of `data/rewrite-own`:
 * `node eval/record-judge.ts dev-4 big`, or of a part of `data/model-letters`, whose tickets stand in another folder:
 * `node eval/record-judge.ts letters-dev big DATA`. The texts are invented.
 */
const [part = "", name = "", folder = ""] = process.argv.slice(2)
const { signal } = new AbortController()
const { verifier } = verifierNamed(name)
const pairs = join(import.meta.dirname, "../data/rewrite-own", `${part}.jsonl`)
const letters = /^letters-(dev|held|apart|apart-2)$/.exec(part)?.[1]
if (!verifier || (letters === undefined ? !existsSync(pairs) : !existsSync(join(folder, "tickets-own"))))
  throw new Error(
    "Say a part of data/rewrite-own and a model of models.yaml: node eval/record-judge.ts dev-4 big, or of the letters: letters-dev big DATA"
  )
let done = 0
const noted = <Line>(line: Line): Line => {
  process.stderr.write(`\r${++done} recorded`)
  return line
}
if (letters === undefined) {
  const { faithful, altered, compare } = part.startsWith("translate-") ? translationPairs(pairs) : rewritePairs(pairs)
  const lines = await inLanes([...faithful, ...altered], async (pair) => {
    const { language } = languageWritten(pair.before, LANGUAGES)
    const toVerify = { before: pair.before, after: pair.after, language, rows: compare(pair) }
    return noted(await recordVerdicts(toVerify, verifier, signal))
  })
  write(join(dirname(pairs), "judged", `${part}.jsonl`), lines)
} else {
  const all = await lettersToVerify(letters, folder, signal)
  const lines = await Promise.all(
    all.map(async ({ key, task }) => noted(await recordLetter(key, task, verifier, signal)))
  )
  write(verifiedFile(letters), lines)
}

function write(file: string, lines: readonly unknown[]): void {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, `${lines.map((line) => JSON.stringify(line)).join("\n")}\n`)
}
