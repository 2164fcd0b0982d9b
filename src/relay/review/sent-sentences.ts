import { plainWords } from "../../text/words/words.ts"

/** Returns whether a sentence of the draft stands in the sent reply, with its blanks filled in any way. */
export function isSentIn(sent: string): (sentence: string) => boolean {
  const reply = wordsOf(sent)
  return (sentence) => {
    const parts = sentence.split(BLANK).map(wordsOf)
    return parts.some((part) => part !== " ") && parts.every((part) => reply.includes(part))
  }
}

/** Returns which share of a sentence's words stands in the sent reply, wherever that is, from 0 to 1. */
export function sharedWords(sentence: string, sent: string): number {
  const reply = new Set(plainWords(sent.toLowerCase()))
  const words = plainWords(sentence.replace(BLANK, " ").toLowerCase())
  return words.length === 0 ? 1 : words.filter((word) => reply.has(word)).length / words.length
}

/** Matches a blank, which the agent fills before the reply is sent. */
const BLANK = /\[\[[^[\]]*\]\]/g
const wordsOf = (text: string) => ` ${plainWords(text.toLowerCase()).join(" ")} `.replace(/^ +$/, " ")
