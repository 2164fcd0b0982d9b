import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { root } from "../../demo/root.ts"
import type { TicketMessage } from "../targets.ts"

export interface TicketSize {
  /** Words of the customer's last message. */
  words: number
  /** Messages of the thread. Those before the last have 60 words each. */
  messages: number
}

/** Returns the thread of a ticket of that size. No two tickets have a message in common. */
export function peerThread(name: string, { words, messages }: TicketSize): TicketMessage[] {
  const random = randomOf(name)
  return Array.from({ length: messages }, (_, at) => {
    const isLast = at === messages - 1
    const isAgent = (messages - 1 - at) % 2 === 1
    return {
      id: `m${at}`,
      role: isAgent ? "agent" : "customer",
      author: isAgent ? "[PERSON_2]" : "[PERSON_1]",
      at: new Date(Date.UTC(2026, 10, 1, 8, at * 7)).toISOString(),
      text: textOf(isLast ? words : 60, random, isLast)
    }
  })
}

const QUESTION = "My parcel is shown as delivered, but nothing is here. What happens next, and how long does it take?"

/** Sentences of the sample's articles, each with a word of its own, and a question at the end of what asks. */
function textOf(words: number, random: () => number, asks: boolean): string {
  const chosen: string[] = asks ? [QUESTION] : []
  const count = () => chosen.join(" ").split(" ").length
  while (chosen.length === 0 || count() < words) {
    const sentence = sentences[Math.floor(random() * sentences.length)] ?? ""
    const own = Math.floor(random() * 1e9)
      .toString(36)
      .replace(/\d/g, "")
    const at = Math.floor(random() * sentence.split(" ").length)
    chosen.unshift(sentence.split(" ").toSpliced(at, 0, own).join(" "))
  }
  return chosen.join(" ")
}

/** The sentences of the sample's English articles. */
const sentences = readdirSync(join(root, "demo/knowledge/en"))
  .filter((file) => file.endsWith(".md"))
  .flatMap(
    (file) => readFileSync(join(root, "demo/knowledge/en", file), "utf8").match(/[A-Z][^.?!\n|#*]{20,140}[.?!]/g) ?? []
  )

/** Pseudo-random numbers from 0 to 1 that a name decides. */
function randomOf(name: string): () => number {
  let state = [...name].reduce((hash, letter) => (Math.imul(hash, 31) + letter.charCodeAt(0)) >>> 0, 7)
  return () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32
}
