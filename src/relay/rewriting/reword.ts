import { isCourtesy } from "../../checks/courtesy.ts"
import { beginsWithGreeting } from "../../checks/greeted-name.ts"
import { changedMarks } from "../../checks/rewrite/changed-marks.ts"
import { changedNames } from "../../checks/rewrite/changed-names.ts"
import { checkTone } from "../../checks/tone/tone.ts"
import { asShortSentences } from "../../text/forms/as-short-sentences.ts"
import { asSteps } from "../../text/forms/as-steps.ts"
import { trimLineEnds } from "../../text/words/trim-line-ends.ts"
import { sentences } from "../../text/sentences.ts"
import type { Rewrite, Translation } from "../../ticket/rewrite.ts"
import type { ToneRuleName } from "../../ticket/tone-rule-names.ts"

/**
 * Rewords a text by the rules of this change. A long text takes seconds, so this is a job of a worker thread. Returns
 * undefined for a change that needs a model, and for "steps" where no three instructions follow each other.
 * @param language ISO 639-1 of the text
 */
export function reword(text: string, change: Rewrite | Translation, language: string | null): string | undefined {
  if (change === "shorter") return withoutCourtesy(text, language)
  if (change === "steps") return asSteps(text, language)
  if (change === "simpler") return asShortSentences(text, language) ?? text
  return change === "friendlier" ? withFixes(text, UNFRIENDLY, language) : undefined
}

/** The rules that offer other words. What coldness and blame should say instead, only a model can write. */
const UNFRIENDLY: readonly ToneRuleName[] = ["shouting"]

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
