import type { LetterFaultKind } from "../../ticket/draft.ts"
import { promptBlock } from "./prompt-blocks.ts"
import { shortened, tidy } from "./prompt-fence.ts"

const SENTENCES = new Map(
  promptBlock("faults")
    .split("\n")
    .map((line): [string, string] => [line.slice(0, line.indexOf(":")), line.slice(line.indexOf(":") + 2)])
)

/** Returns what a model is told of a fault of its letter, with the words that are meant. */
export function faultSentence({ kind, words }: { kind: LetterFaultKind; words?: string }): string {
  const sentence = SENTENCES.get(kind) ?? ""
  return words ? `${sentence} It is: "${shortened(tidy(words).replaceAll("\n", " "), 120)}"` : sentence
}
