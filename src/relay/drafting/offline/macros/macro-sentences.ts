import { BLANK, type MissingFact, type Source } from "../../../../ticket/draft.ts"
import { sentences } from "../../../../text/sentences.ts"
import { stems } from "../../../../search/words/stems.ts"
import type { Voice } from "../../voices/voice.ts"
import type { Quotable } from "../reading/quotable.ts"

/** Returns the sentences of a macro between its greeting and its closing, each as it is. */
export function macroSentences(source: Source, language: string, voice: Voice): Quotable[] {
  const letter = voice.macroLetter.exec(source.passage)?.[1] ?? source.passage
  let at = 0
  return letter.split(/\n{2,}/).flatMap((part, paragraph) =>
    part.split("\n").flatMap((line) => {
      const bare = line.replace(/^(?:- |\d{1,3}\. )/, "")
      return sentences(bare, language).map(
        ({ text }, nth): Quotable => ({
          text,
          source,
          at: at++,
          paragraph,
          section: 0,
          isListItem: bare !== line,
          inItem: bare !== line,
          goesOn: nth > 0,
          needsContext: false,
          words: new Set(stems(text, language))
        })
      )
    })
  )
}

/** Returns what the sentences leave open, as questions. */
export function blanksIn(chosen: Quotable[]): MissingFact[] {
  const all = chosen.flatMap(({ text }) =>
    [...text.matchAll(BLANK)].map((match): MissingFact => ({ blank: (match[1] ?? "").trim() }))
  )
  return all.filter(({ blank }, at) => blank !== "" && all.findIndex((one) => one.blank === blank) === at)
}
