// Trains the weight of each feature of a reply and writes the weights: npm run train:replies -- DIR, where DIR holds
// Doc2Dial's files (docs/quality/methods.md). The result is the same each time. It takes some minutes, most of them for
// searching the help pages for each row.
import { writeFileSync } from "node:fs"
import { resolve } from "node:path"
import { untilStopped } from "../demo/until-stopped.ts"
import { corpusLine } from "./corpus.ts"
import { openKnowledge } from "./knowledge.ts"
import { inLanes } from "./lanes.ts"
import { readLines } from "../training/read-lines.ts"
import { FEATURES, FEATURES_WITH_PAGES } from "../src/search/replies/rank-replies.ts"
import { cutTexts, examplesOf, weightsFrom } from "../training/replies/examples.ts"
import { readReplyRows } from "../training/replies/rows.ts"

await untilStopped(async (signal) => {
  const [named] = process.argv.slice(2)
  if (named === undefined) {
    console.error("Say where Doc2Dial's files are: npm run train:replies -- DIR")
    return 2
  }
  const folder = resolve(process.env["INIT_CWD"] ?? process.cwd(), named)
  const replies = readReplyRows(folder)
  const cut = cutTexts(replies)
  const knowledge = await openKnowledge(readLines(resolve(folder, "docs.jsonl"), corpusLine), signal)
  try {
    console.log(`${replies.rows.length} rows: searching the pages for each`)
    const pages = await inLanes(replies.rows, ({ ticket }) => knowledge.pagesFor(ticket))
    const weights = {
      withoutPages: weightsFrom(examplesOf(replies.rows, cut, FEATURES), FEATURES),
      withPages: weightsFrom(examplesOf(replies.rows, cut, FEATURES_WITH_PAGES, pages), FEATURES_WITH_PAGES)
    }
    writeFileSync(new URL("../src/search/replies/weights.ts", import.meta.url), textOf(weights))
    console.log("Written: src/search/replies/weights.ts")
  } finally {
    await knowledge.close()
  }
  return 0
})

function textOf(weights: Record<string, object>): string {
  const lines = Object.entries(weights).map(
    ([name, own]) =>
      `  ${name}: { ${Object.entries(own)
        .map(([feature, weight]) => `${feature}: ${String(weight)}`)
        .join(", ")} }`
  )
  return `// Made by eval/train-replies.ts from Doc2Dial's validation part (Feng et al. 2020, CC BY 3.0); not to be edited.\nexport const WEIGHTS = {\n${lines.join(",\n")}\n}\n`
}
