import { sentences } from "../../../text/sentences.ts"
import type { Source } from "../../../ticket/draft.ts"
import { stems } from "../../../search/words/stems.ts"
import type { Voice } from "../voices/voice.ts"

/** A sentence of a public source, word for word, that may be said to the customer. */
export interface Quotable {
  text: string
  source: Source
  /** Place among all sentences of its source. */
  at: number
  /** Sentences of one paragraph, or one list, bear the same number. */
  paragraph: number
  /** A list item without a full stop, which can only be told as a list. */
  isListItem: boolean
  /** A line that leads to a list ("Send us:"), and that list's items, bear the same number: they are told together. */
  list?: number
  words: Set<string>
  /** It speaks of something that the sentence before it names. */
  needsContext: boolean
}

/**
 * Every sentence that may be quoted, in the order of the sources. Headings, internal pages and words meant for agents
 * are left out.
 */
export function quotableOf(sources: Source[], language: string, voice: Voice): Quotable[] {
  return sources
    .filter((source) => source.visibility === "public")
    .flatMap((source) => {
      const found: Quotable[] = []
      let at = 0
      letterPart(source, voice)
        .split(/\n{2,}/)
        .forEach((part, paragraph) => {
          let list: number | undefined
          for (const line of part.split("\n")) {
            const bare = line.replace(/^(?:- |\d{1,3}\. )/, "")
            if (bare === line) list = undefined
            for (const sentence of sentences(bare, language)) {
              const place = at++
              const leads = bare === line && LEADS.test(sentence.text)
              if (leads) list = place
              const item = !leads && !STOP.test(sentence.text)
              if (item && bare === line) continue
              if (voice.forAgents.test(sentence.text) || voice.claimsAction.test(sentence.text)) continue
              const leans = voice.needsContext.test(sentence.text)
              const before = found.at(-1)
              // What it leans on is a heading, or may not be said.
              if (leans && (before?.paragraph !== paragraph || before.at !== place - 1)) continue
              const words = new Set(stems(sentence.text, language))
              found.push({
                text: sentence.text,
                source,
                at: place,
                paragraph,
                isListItem: item || (list !== undefined && !leads),
                needsContext: leans,
                words,
                ...(list === undefined ? {} : { list })
              })
            }
          }
        })
      // A line that leads to nothing says nothing.
      return found.filter(
        (one) => one.list !== one.at || found.some((other) => other.list === one.at && other.at !== one.at)
      )
    })
}

/** Of a macro only the letter itself is meant for the customer: what stands between its greeting and its closing. */
function letterPart({ kind, passage }: Source, voice: Voice): string {
  return kind === "macro" ? (voice.macroLetter.exec(passage)?.[1] ?? "") : passage
}

/** Leads to a list. */
const LEADS = /[:：]$/u
/** Ends as a sentence does. */
const STOP = /[.!?。！？]["')\]»”’」』）]*$/u
