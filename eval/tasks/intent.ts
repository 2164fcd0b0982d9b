import { resolve } from "node:path"
import * as z from "zod/mini"
import { tellIntent, trainClassifier, type IntentExample } from "../../src/intent/classifier/classifier.ts"
import { meaningsOf } from "../../src/search/synonyms/synonyms.ts"
import { readLines } from "../../training/read-lines.ts"
import { lineId, lineTask, UsageError } from "../task.ts"

export const intentLine = z.object({ text: z.string(), intent: z.nullable(z.string()) })

/** Tells what a text is about, learnt from lines whose intent is known. */
export const intent = lineTask({
  usage:
    "intent --train train.jsonl   {id, text} -> {id, intent, best, confidence}; a line of training is {text, intent}",
  options: { train: { type: "string" } },
  shape: z.object({ id: lineId, text: z.string() }),
  open({ train }, { folder, say }) {
    if (typeof train !== "string") throw new UsageError("--train names a file of lines {text, intent}.")
    const began = performance.now()
    const classifier = trainClassifier(trainingLines(resolve(folder, train)), meaningsOf)
    if (!classifier) throw new UsageError("--train needs lines of two intents at least.")
    say(`${classifier.intents.length} intents learnt in ${((performance.now() - began) / 1000).toFixed(1)} s`)
    return {
      work({ text }) {
        const { reasons: _reasons, ...told } = tellIntent(classifier, { text, language: LANGUAGE }, meaningsOf)
        return told
      }
    }
  }
})

/** The public sets are English, and a line is too short to show its language. */
export const LANGUAGE = "en"

/** Reads lines for training. @throws UsageError that names the line */
function trainingLines(file: string): IntentExample[] {
  try {
    return readLines(file, intentLine).map((line) => exampleOf(line))
  } catch (cause) {
    throw new UsageError(cause instanceof Error ? cause.message : String(cause), { cause })
  }
}

export const exampleOf = ({ text, intent: own }: z.infer<typeof intentLine>): IntentExample => ({
  text,
  intents: own === null ? [] : [own],
  language: LANGUAGE
})
