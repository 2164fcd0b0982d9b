import { createHash } from "node:crypto"
import type { WebClient } from "../../../ingest/sources/web/web-client.ts"
import type { Corpus, CorpusDocument } from "./corpus.ts"

/** Looks for one kind of problem in the team's knowledge. Each kind is one file in `findings/`. */
export interface Finder {
  kind: FindingKind
  /** Finds the problems. The time must grow with the number of documents, never with that of their pairs. */
  find(corpus: Corpus, context: FindContext): Promise<NewFinding[]> | NewFinding[]
}

export interface FindContext {
  signal: AbortSignal
  now: Date
  /** With this client, links may be requested. `linksAsked` receives how many of them have been. */
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
  "taken-out",
  "dead-link",
  "no-page"
] as const
export type FindingKind = (typeof FINDING_KINDS)[number]

export interface Finding {
  /** The id stays the same as long as kind, documents and words do. */
  id: string
  kind: FindingKind
  documents: FindingDocument[]
  /** Says in a sentence what is wrong. */
  says: string
  /** Says what would fix it. */
  fix: string
  /** Tickets that show it. */
  tickets?: { site: string; helpdesk: string; ticketId: string }[]
  /** When it was first found, in ISO 8601. */
  firstSeen?: string
  settled?: { at: string; by: string | null; note: string | null }
}

export type NewFinding = Omit<Finding, "id" | "kind" | "firstSeen" | "settled"> & {
  /** This identifies the finding in addition to the documents and their words. */
  about?: string
}

export interface FindingDocument {
  id: string
  title: string
  /** Where a person opens it: its address, or otherwise its path in the source. */
  address: string
  /** The words that the finding is about. */
  words: string
}

/** Describes a document as a finding names it. */
export const findingDocument = ({ id, title, url, path }: CorpusDocument, words: string): FindingDocument => ({
  id,
  title,
  address: url ?? path,
  words: shortened(words)
})

/**
 * Computes a finding's id. What it says and how to fix it don't count, because their wording may change and depends on
 * the day.
 */
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
/** A finding quotes this many characters of a page. */
const MOST = 300
