import { LISTS } from "replywright/lexicon/checks"
import { entriesOf } from "../lexicon/lexicon.ts"
import { facts } from "../text/facts.ts"
import { LANGUAGES, type Language } from "../text/languages.ts"
import type { ClaimReason } from "../ticket/draft.ts"

export interface FoundPromise {
  kind: Extract<ClaimReason, "promise-money" | "promise-refund" | "promise-date">
  /** The words in the sentence that promise. */
  words: string
}

/**
 * Returns what a sentence commits the team to: money, a refund, something free, or a time. "You can return it within 30
 * days" is a rule and no promise, but "we will refund you today" is one. Returns undefined when nothing is promised, or
 * when it is refused.
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

/** Says whether a text mentions what is promised, in any language. A policy must do so to support the promise. */
export function speaksOf(text: string, kind: FoundPromise["kind"]): boolean {
  if (kind === "promise-date") return true
  return Object.values(PROMISES).some(
    (set) => set.refund.test(text) || (kind === "promise-money" && set.money.test(text))
  )
}

/** Returns times such as "today", "tomorrow" or "by the end of the week", which are no date facts. */
export function relativeTimes(text: string): string[] {
  return Object.values(PROMISES)
    .flatMap((set) => text.match(new RegExp(set.when.source, "giu")) ?? [])
    .map((words) => words.toLowerCase().trim())
}

interface PromisePatterns {
  /** Matches words of commitment: we will, I have, you will get. */
  cue: RegExp
  /** Matches the cues that refer to the future. */
  future: RegExp
  refused: RegExp
  refund: RegExp
  money: RegExp
  when: RegExp
}

/**
 * Reads the patterns of one language. They begin at a word, or at an apostrophe right behind one ("I'll"). Japanese
 * puts no spaces between words, so its patterns match anywhere.
 */
function readSet(language: Language): PromisePatterns {
  const any = (list: string) => {
    const source = entriesOf(LISTS, language, `promise-${list}`).join("|")
    return language === "ja" ? new RegExp(source, "u") : new RegExp(`(?:(?<![\\p{L}])|(?=['’]))(?:${source})`, "iu")
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
