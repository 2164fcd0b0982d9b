import { LISTS } from "../lexicon/groups/checks.ts"
import { entriesOf } from "../lexicon/lexicon.ts"
import { facts } from "../text/facts.ts"
import { LANGUAGES, type Language } from "../text/languages.ts"
import type { ClaimReason } from "../ticket/draft.ts"

export interface FoundPromise {
  kind: Extract<ClaimReason, "promise-money" | "promise-refund" | "promise-date">
  /** The words that promise, in the sentence. */
  words: string
}

/**
 * What a sentence commits the team to: money, a refund, something free, or a time. "You can return it within 30 days"
 * is a rule and no promise; "we will refund you today" is one. Undefined when nothing is promised, or it is refused.
 */
export function promiseIn(sentence: string, language?: string | null): FoundPromise | undefined {
  const sets = Object.entries(PROMISES)
    .filter(([code]) => !language || !PROMISES[language] || code === language)
    .map(([, set]) => set)
  for (const set of sets) {
    if (!set.cue.test(sentence) || set.refused.test(sentence)) continue
    const refund = set.refund.exec(sentence)
    if (refund) return { kind: "promise-refund", words: refund[0].trim() }
    const money = set.money.exec(sentence)
    if (money) return { kind: "promise-money", words: money[0].trim() }
    const when =
      set.when.exec(sentence)?.[0] ??
      facts(sentence, "").find((fact) => ["date", "weekday", "time", "duration"].includes(fact.kind))?.text
    if (when && set.future.test(sentence)) return { kind: "promise-date", words: when.trim() }
  }
  return undefined
}

/** Whether a text speaks of what is promised, in any language: a policy must, to stand behind it. */
export function speaksOf(text: string, kind: FoundPromise["kind"]): boolean {
  if (kind === "promise-date") return true
  return Object.values(PROMISES).some(
    (set) => set.refund.test(text) || (kind === "promise-money" && set.money.test(text))
  )
}

/** "today", "tomorrow", "by the end of the week": a time that no date fact catches. */
export function relativeTimes(text: string): string[] {
  return Object.values(PROMISES)
    .flatMap((set) => text.match(new RegExp(set.when.source, "giu")) ?? [])
    .map((words) => words.toLowerCase().trim())
}

interface PromisePatterns {
  /** Somebody commits: we will, I have, you will get. */
  cue: RegExp
  /** The part of the cues that looks ahead. */
  future: RegExp
  refused: RegExp
  refund: RegExp
  money: RegExp
  when: RegExp
}

/** The patterns of one language. Japanese puts no spaces between words, so that its patterns fit anywhere. */
function readSet(language: Language): PromisePatterns {
  const any = (list: string) => {
    const source = entriesOf(LISTS, language, `promise-${list}`).join("|")
    return language === "ja" ? new RegExp(source, "u") : new RegExp(`(?<![\\p{L}])(?:${source})`, "iu")
  }
  return {
    cue: any("cue"),
    future: any("future"),
    refused: any("refused"),
    refund: any("refund"),
    money: any("money"),
    when: any("when")
  }
}

const PROMISES: Readonly<Record<string, PromisePatterns>> = Object.fromEntries(
  LANGUAGES.map((language) => [language, readSet(language)])
)
