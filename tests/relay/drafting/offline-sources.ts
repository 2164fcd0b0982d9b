import type { RetrievedSources } from "../../../src/models/drafter/contract.ts"
import { sentences } from "../../../src/text/sentences.ts"
import { BLANK, type Source } from "../../../src/ticket/draft.ts"
import { type Answer } from "./offline-answer.ts"

export const source = (n: number, title: string, passage: string, more: Partial<Source> = {}): Source => ({
  n,
  id: `s${n}`,
  title,
  kind: "article",
  headings: [],
  passage,
  visibility: "public",
  locale: "en",
  score: 1 / n,
  ...more
})
export const foundOf = (...sources: Source[]): RetrievedSources => ({
  sources,
  searched: ["parcel", "missing"],
  documents: 40
})

/** Sentences of the letter that are neither greeting, courtesy, closing nor one of our own around a blank. */
export function told({ text }: Answer): string[] {
  const parts = text.split("\n\n")
  const body = [
    parts[1]?.replace(
      /^(?:I'm sorry for the trouble\.|Thank you for getting back to us\.|Thank you for your message\.)\s*/,
      ""
    ) ?? "",
    ...parts.slice(2, -1)
  ].join("\n\n")
  return sentences(body, "en")
    .map((sentence) => sentence.text.replace(/^- /, ""))
    .filter((sentence) => sentence.search(BLANK) === -1)
}
