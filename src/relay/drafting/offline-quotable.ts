import { sentences } from "../../text/sentences.ts"
import type { Source } from "../../ticket/draft.ts"
import { stems } from "../knowledge/stems.ts"

/** A sentence of a public source, word for word, that may be said to the customer. */
export interface Quotable {
  text: string
  source: Source
  /** Place among all sentences of its source. */
  at: number
  /** Sentences of one paragraph, or one list, bear the same number. */
  paragraph: number
  /** A list item without a full stop, which can only be told as a list. */
  item: boolean
  words: Set<string>
  /** It speaks of something that the sentence before it names. */
  leans: boolean
}

/** Every sentence that may be quoted, in the order of the sources. Headings, internal pages and words meant for agents are left out. */
export function quotableOf(sources: Source[], language: string): Quotable[] {
  return sources.filter((source) => source.visibility === "public").flatMap((source) => {
    const found: Quotable[] = []
    let at = 0
    letterPart(source).split(/\n{2,}/).forEach((part, paragraph) => {
      for (const line of part.split("\n")) {
        const bare = line.replace(/^(?:- |\d{1,3}\. )/, "")
        for (const sentence of sentences(bare, language)) {
          const place = at++
          const item = !/[.!?]["')\]]*$/.test(sentence.text)
          if (item && bare === line) continue
          if (FOR_AGENTS.test(sentence.text) || DEED.test(sentence.text)) continue
          const leans = LEANS.test(sentence.text)
          const before = found.at(-1)
          // What it leans on is a heading, or may not be said.
          if (leans && (before?.paragraph !== paragraph || before.at !== place - 1)) continue
          found.push({ text: sentence.text, source, at: place, paragraph, item, leans, words: new Set(stems(sentence.text, language)) })
        }
      }
    })
    return found
  })
}

/** Of a macro only the letter itself is meant for the customer: what stands between its greeting and its closing. */
function letterPart({ kind, passage }: Source): string {
  if (kind !== "macro") return passage
  return /(?:^|\n)(?:hello|hi|dear)\b[^\n]*,\n+([\s\S]*?)(?:\n+(?:(?:kind|best|warm) )?(?:regards|wishes)\b|$)/i.exec(passage)?.[1] ?? ""
}

/** "Ask the customer ...", "the agent ...": written for the team, whatever the page says of its visibility. */
const FOR_AGENTS = /\b(?:(?:the|a|this) customer(?:'s|s)?|internal note|macro|(?:the|an) agent)\b/i
/** What a page says was done has not been done for this customer. */
const DEED = /\b(?:I|we)(?:'ve| have| had) (?:\w+ ){0,2}\w+(?:ed|en|nt|ut|one)\b/i
const LEANS = /^(?:it|its|they|their|this|that|these|those|for (?:this|that|these)|then|after that|afterwards|before that|otherwise|if (?:so|not|it|they|that|this|you still)|he|she|in (?:this|that) case|but|and|so|both|one of them|the same|also)\b/i
