import { isCourtesy } from "../../checks/courtesy.ts"
import { beginsWithGreeting } from "../../checks/greeted-name.ts"
import { changedMarks } from "../../checks/rewrite/changed-marks.ts"
import { changedNames } from "../../checks/rewrite/changed-names.ts"
import { checkTone } from "../../checks/tone/tone.ts"
import { Problem } from "../../runtime/problem.ts"
import { laneFor, runInLane } from "../../runtime/worker-thread/run-in-worker.ts"
import { asShortSentences } from "../../text/forms/as-short-sentences.ts"
import { asSteps } from "../../text/forms/as-steps.ts"
import { sentences } from "../../text/sentences.ts"
import { trimLineEnds } from "../../text/lines/trim-line-ends.ts"
import { isSpellingLanguage, type Rewrite, type Translation } from "../../ticket/rewrite.ts"
import type { ToneRuleName } from "../../ticket/tone-rule-names.ts"
import { correctSpelling } from "./spelling/correct-spelling.ts"

/**
 * Rewords a text by rules: "shorter" leaves out what states nothing, "friendlier" takes the tone check's fixes for
 * shouting, "simpler" cuts long sentences in two, "steps" makes a numbered list of instructions, and "spelling"
 * corrects what is certainly misspelt. Returns undefined for a change that needs a model.
 * @param language ISO 639-1 of the text
 * @param keep words that spelling leaves as they are
 * @throws Problem 422 "no-dictionary" in a language that no dictionary is kept for, "no-steps" without three
 *   instructions
 */
export async function offlineRewrite(
  text: string,
  change: Rewrite | Translation,
  language: string | null,
  keep: readonly string[]
): Promise<string | undefined> {
  if (change === "shorter") return withoutCourtesy(text, language)
  if (change === "spelling") return spelled(text, language, keep)
  if (change === "steps") return steps(text, language)
  if (change === "simpler") return asShortSentences(text, language) ?? text
  return change === "friendlier" ? withFixes(text, UNFRIENDLY, language) : undefined
}

/** The rules that offer other words. What coldness and blame should say instead, only a model can write. */
const UNFRIENDLY: readonly ToneRuleName[] = ["shouting"]

/** Dictionaries take up to seconds to load, so they do that in the thread for long work, and streams go on. */
async function spelled(text: string, language: string | null, keep: readonly string[]): Promise<string> {
  if (!isSpellingLanguage(language))
    throw new Problem(
      422,
      "no-dictionary",
      "Without a model, spelling is corrected in English, French, Spanish and Portuguese only."
    )
  return runInLane(laneFor(0) === "here" ? "here" : "large", SPELLING, { text, language, keep })
}
const SPELLING = { module: new URL("./spelling/correct-spelling.ts", import.meta.url).href, run: correctSpelling }

function steps(text: string, language: string | null): string {
  const list = asSteps(text, language)
  if (list === undefined)
    throw new Problem(422, "no-steps", "No three instructions follow each other here, so the text stays as it is.")
  return list
}

/**
 * Leaves out thanks and apologies between greeting and closing. A question stays, because it asks for something, and so
 * does what leads to a list, greets, or names somebody or something.
 */
function withoutCourtesy(text: string, language: string | null): string {
  const all = sentences(text, language)
  const claims = all.map(
    (one) =>
      !isCourtesy(one.text, language) || /[?？:：]["'”’»)」]*$/u.test(one.text) || namesAnything(one.text, language)
  )
  const [first, last] = [claims.indexOf(true), claims.lastIndexOf(true)]
  let left = text
  for (const [at, { start, end, text: words }] of [...all.entries()].reverse()) {
    // "Hello Mia," and 田中様 end in no full stop, and greet in languages of which no greeting is listed, too.
    const isGreeting = beginsWithGreeting(words, language) || (at < first && !/[.。…]$/u.test(words))
    if (claims[at] || isGreeting || first < 0 || at > last) continue
    left = left.slice(0, start) + left.slice(end).replace(/^[ \t]+/, "")
  }
  return trimLineEnds(left).replace(/\n{3,}/g, "\n\n")
}

/** "Please tell us [[order number]]" and "Thanks for ordering the Aurora" say something. */
const namesAnything = (sentence: string, language: string | null): boolean =>
  /\p{N}/u.test(sentence) || changedMarks(sentence, "").length > 0 || changedNames(sentence, "", language).length > 0

/** Puts in what the tone check offers for these rules, last first, so that places stay right. */
function withFixes(text: string, rules: readonly ToneRuleName[], language: string | null): string {
  const fixes = checkTone(text, {
    requester: "",
    language,
    thread: [],
    sources: [],
    channel: "mail",
    firstReply: false
  }).flatMap(({ kind, fix }) => (fix && !("refused" in fix) && rules.includes(kind) ? [fix] : []))
  return fixes
    .sort((a, b) => b.from - a.from)
    .reduce((left, { from, to, text: words }) => left.slice(0, from) + words + left.slice(to), text)
}
