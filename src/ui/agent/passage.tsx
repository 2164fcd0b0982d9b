import { escaped } from "../../text/escape.ts"
import { usePanelHold } from "./use-panel.ts"
import type { Source } from "../../ticket/draft.ts"

/** The text of a source; sentences of the letter that stand in it word for word are marked. */
export function PassageText({ source }: { source: Source }) {
  const { hold } = usePanelHold()
  const { claims, text } = hold.letter
  const sentences = claims.flatMap((claim) => (claim.state === "supported" && claim.sources.includes(source.n) ? [text.slice(claim.start, claim.end)] : []))
  return (
    <q lang={source.locale} dir="auto">
      {markedParts(source.passage, sentences).map((part, index) => (index % 2 === 1 ? <mark key={index}>{part}</mark> : part))}
    </q>
  )
}

/** `passage` cut at the sentences that stand in it, whatever white space is between their words: every second part is one of them. */
export function markedParts(passage: string, sentences: string[]): string[] {
  const sought = sentences.map((sentence) => sentence.trim()).filter((sentence) => sentence.length >= SHORTEST).sort((a, b) => b.length - a.length)
  if (sought.length === 0) return [passage]
  return passage.split(new RegExp(`(${sought.map((sentence) => sentence.split(/\s+/).map(escaped).join("\\s+")).join("|")})`))
}

/** Characters: "Yes." stands in too many places. */
const SHORTEST = 8
