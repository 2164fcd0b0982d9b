import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import * as z from "zod/mini"
import { root } from "../../demo/root.ts"
import { readMarkdown } from "../../src/ingest/formats/markdown.ts"
import { LANGUAGES, type Language } from "../../src/text/languages.ts"
import { corpusLine, type CorpusLine } from "../corpus.ts"
import { openKnowledge } from "../knowledge.ts"
import { askedLine, maskedBy } from "../tasks/retrieve.ts"
import { answerRows } from "./answers.ts"
import { recallOf, recallRows, searcher, type Recall } from "./recall.ts"
import { partsOf, type How, type ReportSet, type Row } from "./row.ts"
import { readLines } from "../../training/read-lines.ts"

/**
 * Questions of this project over the sample shop's seven pages in each language, among 200 further pages. The six
 * languages must be as good as English. In the second set, "again", each language asks the same forty things.
 */
export const knowledgeOwn: ReportSet = {
  folder: "knowledge-own",
  files: ["en/dev.jsonl"],
  async rows(folder, how) {
    const rows: Row[] = []
    for (const part of ["", "again-"].flatMap((set) => partsOf(how).map((name) => set + name))) {
      const found = new Map<Language, Recall>()
      for (const language of LANGUAGES) {
        how.say(`knowledge-own: ${language}, ${part}`)
        const { recall, answers } = await figuresOf(folder, language, part, how)
        found.set(language, recall)
        rows.push(
          ...recallRows(`knowledge-own ${language}, ${part}`, "plain", recall),
          ...answers.map((row): Row => ({ ...row, detail: true }))
        )
      }
      rows.push(behindEnglish(part, found))
    }
    return rows
  }
}

const question = z.extend(askedLine, { gold: z.array(z.string()) })

async function figuresOf(
  folder: string,
  language: Language,
  part: string,
  how: How
): Promise<{ recall: Recall; answers: Row[] }> {
  const questions = readLines(join(folder, language, `${part}.jsonl`), question).map(({ gold, ...asked }) => ({
    asked,
    gold
  }))
  const knowledge = await openKnowledge(
    [...pagesIn(language), ...readLines(join(folder, language, "distractors.jsonl"), corpusLine)],
    how.signal
  )
  try {
    const ticketOf = maskedBy(undefined, knowledge.rules)
    const recall = await recallOf(questions, ticketOf, searcher(knowledge, how))
    return {
      recall,
      answers: await answerRows(`knowledge-own ${language}, ${part}`, questions, knowledge, ticketOf, how)
    }
  } finally {
    await knowledge.close()
  }
}

/** These pages exist in every language. */
const OF_ENGLISH = [
  "returns",
  "refunds",
  "delivery-times-and-costs",
  "delivery-missing",
  "warranty",
  "invoice",
  "cancel-an-order"
]

function pagesIn(language: Language): CorpusLine[] {
  const folder = join(root, "demo/knowledge", language)
  return readdirSync(folder)
    .filter((file) => file.endsWith(".md") && (language !== "en" || OF_ENGLISH.includes(file.slice(0, -3))))
    .map((file) => {
      const { title, body } = readMarkdown(file, readFileSync(join(folder, file), "utf8"), "public")
      return { id: `${language}/${file.slice(0, -3)}`, title, text: body, locale: language }
    })
}

function behindEnglish(part: string, found: Map<Language, Recall>): Row {
  const fifth = (language: Language) => found.get(language)?.all[1] ?? 0
  const last = LANGUAGES.toSorted((a, b) => fifth(a) - fifth(b))[0] ?? "en"
  const pass = found.get(last)?.pass ?? { seconds: 0, linesPerSecond: 0 }
  return {
    set: `knowledge-own, ${part}`,
    metric: `R@5 of the weakest language (${last}) against English`,
    figure: fifth(last) - fifth("en"),
    unit: "points",
    ...pass
  }
}
