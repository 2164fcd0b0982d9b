import * as z from "zod/mini"
import { correctSpelling } from "../../../src/relay/rewriting/correct-spelling.ts"
import { SPELLING_LANGUAGES } from "../../../src/ticket/rewrite.ts"
import { readLines } from "../../../training/read-lines.ts"
import { passOver, rowsOfParts, type ReportSet, type Row } from "../row.ts"

const line = z.object({
  id: z.string(),
  language: z.enum(SPELLING_LANGUAGES),
  text: z.string(),
  slips: z.array(z.object({ wrong: z.string(), right: z.string() }))
})
type Spelled = z.infer<typeof line>

/** Sentences with slips and without: which slips are corrected, and what is changed that should have stayed. */
export const spellingOwn: ReportSet = {
  folder: "spelling-own",
  files: ["dev.jsonl"],
  own: true,
  async rows(folder, how) {
    return rowsOfParts(folder, how, (file, part) => rowsOf(readLines(file, line), part, how.say))
  }
}

async function rowsOf(texts: Spelled[], part: string, say: (line: string) => void): Promise<Row[]> {
  const { result, pass } = await passOver(texts.length, async () => {
    const all = []
    for (const one of texts) all.push({ ...one, ...countOf(one, await correctSpelling({ ...one, keep: [] })) })
    return all
  })
  const set = `spelling-own, ${part}`
  const sum = (some: typeof result, of: (one: (typeof result)[number]) => number) =>
    some.reduce((all, one) => all + of(one), 0)
  const corrected = (some: typeof result) => sum(some, (one) => one.corrected) / sum(some, (one) => one.slips.length)
  if (part === "dev") for (const { id, left, wrong } of result) if (left + wrong > 0) say(`missed or wrong: ${id}`)
  return [
    { set, metric: "slips corrected", figure: corrected(result), ...pass },
    { set, metric: "words changed wrongly", figure: sum(result, (one) => one.wrong), unit: "count", ...pass },
    ...SPELLING_LANGUAGES.map((language): Row => {
      const own = result.filter((one) => one.language === language)
      return { set, metric: `slips corrected, by language: ${language}`, figure: corrected(own), ...pass, detail: true }
    })
  ]
}

/** A correction never changes how many words there are, so words are held side by side. */
function countOf({ text, slips }: Spelled, after: string): { corrected: number; wrong: number; left: number } {
  const right = slips.reduce((whole, slip) => whole.replace(slip.wrong, slip.right), text).split(/\s+/)
  const [said, says] = [text.split(/\s+/), after.split(/\s+/)]
  const count = { corrected: 0, wrong: 0, left: 0 }
  for (const [at, word] of said.entries()) {
    if (says[at] !== word && says[at] !== right[at]) count.wrong++
    else if (word !== right[at]) count[says[at] === word ? "left" : "corrected"]++
  }
  return count
}
