import type { ImportedDocument, ImportSource, SourceItem } from "../../../src/ingest/source/source.ts"

/**
 * Makes up documents, which are always the same. In the second edition, every fifth has changed, every seventh is gone
 * and every eleventh can't be read. Every thirteenth is a near copy of the one before.
 */
export function madeUp(documents: number, edition: number, { stretch = 20 } = {}): ImportSource {
  return {
    kind: "made-up",
    collection: "made-up",
    label: "Made-up documents",
    async *read({ at }): AsyncGenerator<SourceItem> {
      yield { type: "total", documents }
      for (let n = Number(at ?? -1) + 1; n < documents; n++) {
        if (edition === 2 && n % 7 === 3) continue
        if (edition === 2 && n % 11 === 5) yield { type: "failed", path: `pages/${n}.md`, reason: "It can't be read." }
        else yield { type: "document", document: page(n, edition) }
        if (n % stretch === stretch - 1) yield { type: "at", at: String(n) }
      }
      yield { type: "end", all: true }
    }
  }
}

function page(n: number, edition: number): ImportedDocument {
  const topic = n % 13 === 1 ? n - 1 : n
  const lines = Array.from(
    { length: 12 },
    (_, line) => `${words(topic * 31 + line)} ${line} of ${words(topic * 17 + line * 7)}.`
  )
  if (edition === 2 && n % 5 === 2) lines.push("This line is new, and tells of Brightwell Kettles.")
  return {
    id: `page-${n}`,
    path: `pages/${n}.md`,
    title: `Page ${topic}`,
    kind: "article",
    locale: "en",
    visibility: "public",
    groups: [],
    body: `# Page ${topic}\n\n${lines.join("\n\n")}\n`
  }
}

const SYLLABLES = ["ka", "lo", "mi", "ren", "tas", "vor", "bel", "dun", "sif", "gra", "pem", "hul"]

function words(seed: number): string {
  let state = seed + 7
  const next = () => (state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0) >>> 8
  return Array.from({ length: 6 }, () =>
    Array.from({ length: 2 + (next() % 2) }, () => SYLLABLES[next() % SYLLABLES.length]).join("")
  ).join(" ")
}
