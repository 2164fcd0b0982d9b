import { Problem } from "../../runtime/problem.ts"
import { laneFor, runInLane, runInWorkerIfLarge, type NamedJob } from "../../runtime/worker-thread/run-in-worker.ts"
import { isSpellingLanguage, type Rewrite, type Translation } from "../../ticket/rewrite.ts"
import type { reword } from "./reword.ts"
import { correctSpelling } from "./correct-spelling.ts"

/**
 * Rewords a text by rules: "shorter" leaves out what states nothing, "friendlier" takes the tone check's fixes for
 * shouting, "simpler" cuts long sentences in two, "steps" makes a numbered list of instructions, and "spelling"
 * corrects what is certainly misspelt. Returns undefined for a change that needs a model.
 * @param language ISO 639-1 of the text
 * @param keep words that spelling leaves as they are
 * @throws Problem 422 "no-dictionary" in a language that no dictionary is kept for, "no-steps" without three
 *   instructions; what `runInWorkerIfLarge` throws
 */
export async function offlineRewrite(
  text: string,
  change: Rewrite | Translation,
  language: string | null,
  keep: readonly string[]
): Promise<string | undefined> {
  if (change === "spelling") return spelled(text, language, keep)
  const reworded = await runInWorkerIfLarge(text.length, REWORD, text, change, language)
  if (change === "steps" && reworded === undefined)
    throw new Problem(422, "no-steps", "No three instructions follow each other here, so the text stays as it is.")
  return reworded
}

const REWORD: NamedJob<typeof reword> = { module: new URL("./reword.ts", import.meta.url).href, name: "reword" }

/** Dictionaries take up to seconds to load, so they do that in the thread for long work, and streams go on. */
async function spelled(text: string, language: string | null, keep: readonly string[]): Promise<string> {
  if (!isSpellingLanguage(language))
    throw new Problem(
      422,
      "no-dictionary",
      "Without a model, spelling is corrected in English, French, Spanish and Portuguese only."
    )
  return runInLane(laneFor(text.length) === "here" ? "here" : "large", SPELLING, { text, language, keep })
}
const SPELLING = { module: new URL("./correct-spelling.ts", import.meta.url).href, run: correctSpelling }
