import { LISTS } from "replywright/lexicon/drafting"
import { wordPattern } from "../../../lexicon/lexicon.ts"
import { onceEach } from "../../../text/memo/once.ts"
import type { MOODS } from "../../../ticket/draft.ts"

/** Returns how the customer sounds at the end: by the last two messages, and for anger by all of them. */
export function moodOf(messages: readonly string[], language: string | null): (typeof MOODS)[number] {
  const words = wordsOf(language ?? "")
  if (messages.length === 0) return "calm"
  const all = messages.join("\n")
  const last = messages.slice(-2).join("\n")
  // A placeholder such as [PERSON_1] is no shouting.
  const isLoud = /!!/.test(last) || (last.match(/(?<![\p{L}\d-])\p{Lu}{4,}(?![\p{L}\d_-])/gu) ?? []).length > 1
  if (words.angry.test(all) || (isLoud && words.annoyed.test(all))) return "angry"
  if (words.pleased.test(messages.at(-1) ?? "")) return "pleased"
  if (words.worried.test(all)) return "worried"
  return isLoud || words.annoyed.test(all) ? "annoyed" : "calm"
}

/** Returns the words that show that the customer is angry, or undefined. */
export const angerIn = (messages: readonly string[], language: string | null): string | undefined =>
  wordsOf(language ?? "").angry.exec(messages.join("\n"))?.[0]

const wordsOf = onceEach((language: string) => ({
  angry: wordPattern(LISTS, language, "angry") ?? NOTHING,
  annoyed: wordPattern(LISTS, language, "annoyed") ?? NOTHING,
  worried: wordPattern(LISTS, language, "worried") ?? NOTHING,
  pleased: wordPattern(LISTS, language, "pleased") ?? NOTHING
}))

const NOTHING = /(?!)/
