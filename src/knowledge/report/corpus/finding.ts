import { createHash } from "node:crypto"
import type { WebClient } from "../../../ingest/sources/web/web-client.ts"
import type { Corpus, CorpusDocument } from "./corpus.ts"

/** Looks for one kind of fault in the team's knowledge. One file each in `findings/`. */
export interface Finder {
  kind: FindingKind
  /** Time grows with the documents, never with their pairs. */
  find(corpus: Corpus, context: FindContext): Promise<NewFinding[]> | NewFinding[]
}

export interface FindContext {
  signal: AbortSignal
  now: Date
  /** Where links may be asked for, and who is told how many of how many have been. */
  web?: WebClient
  linksAsked?: (asked: number, of: number) => void
}

export const FINDING_KINDS = [
  "duplicate",
  "contradiction",
  "stale",
  "personal-data",
  "missing-language",
  "never-quoted",
  "refused",
  "dead-link",
  "no-page"
] as const
export type FindingKind = (typeof FINDING_KINDS)[number]

export interface Finding {
  /** The same as long as kind, documents and words are. */
  id: string
  kind: FindingKind
  documents: FindingDocument[]
  /** What is wrong, in a sentence. */
  says: string
  /** What would mend it. */
  fix: string
  /** Tickets that show it. */
  tickets?: { site: string; helpdesk: string; ticketId: string }[]
  /** ISO 8601: when it was first found. */
  firstSeen?: string
  settled?: { at: string; by: string | null; note: string | null }
}

export type NewFinding = Omit<Finding, "id" | "kind" | "firstSeen" | "settled"> & {
  /** What else makes it this finding, besides the documents and their words. */
  about?: string
}

export interface FindingDocument {
  id: string
  title: string
  /** Where a person opens it: its address, else its path in the source. */
  address: string
  /** The words that are meant. */
  words: string
}

/** A document as a finding names it. */
export const findingDocument = ({ id, title, url, path }: CorpusDocument, words: string): FindingDocument => ({
  id,
  title,
  address: url ?? path,
  words: shortened(words)
})

/** Names a finding. What it says and how it is to be mended don't count: they may be worded anew, and tell of today. */
export function findingOf(kind: FindingKind, { about = "", ...found }: NewFinding): Finding {
  const parts = found.documents.map(({ id, words }) => JSON.stringify([id, words])).sort()
  return {
    id: createHash("sha256")
      .update(JSON.stringify([kind, about, ...parts]))
      .digest("hex")
      .slice(0, 12),
    kind,
    ...found
  }
}

const shortened = (words: string) => (words.length > MOST ? `${words.slice(0, MOST).trimEnd()}…` : words)
/** Characters of a page's words in a finding. */
const MOST = 300
