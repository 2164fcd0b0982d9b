import type { Mistake } from "../../runtime/yaml/mistake-lines.ts"

/** Returns a sentence for each mistake of a file, with its line; no more than fifty. */
export const mistakeSentences = (mistakes: readonly Mistake[]): string[] =>
  mistakes.slice(0, MAX_TOLD).map(({ line, sentence }) => `Line ${line}: ${sentence}`)

const MAX_TOLD = 50
