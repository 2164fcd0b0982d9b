import type { ImportedDocument, ImportSource, SourceItem } from "../../../src/ingest/source/source.ts"

/** Makes a document of one paragraph. */
export function told(
  id: string,
  text: string,
  more: Partial<ImportedDocument> = {}
): Extract<SourceItem, { type: "document" }> {
  return {
    type: "document",
    document: {
      id,
      path: `${id}.md`,
      title: `About ${id}`,
      kind: "article",
      locale: "en",
      visibility: "public",
      groups: [],
      body: text,
      ...more
    }
  }
}

export const END: SourceItem = { type: "end", all: true }

/**
 * Makes a source that reports these items, or what the function returns for the position from which it is read. `from`
 * records what was requested.
 */
export function tells(
  collection: string,
  items:
    | SourceItem[]
    | ((from: { at?: string; since?: string }, signal: AbortSignal) => AsyncIterable<SourceItem> | Iterable<SourceItem>)
): ImportSource & { from: { at?: string; since?: string }[] } {
  const from: { at?: string; since?: string }[] = []
  return {
    kind: "told",
    collection,
    label: collection,
    from,
    async *read(asked, signal) {
      from.push(asked)
      yield* typeof items === "function" ? items(asked, signal) : items
    }
  }
}

/** Resolves once `release` is called. A source that waits for it pauses in the middle of its reading. */
export function gate() {
  const { promise, resolve } = Promise.withResolvers<void>()
  const reached = Promise.withResolvers<void>()
  return {
    reached: reached.promise,
    release: resolve,
    async wait(signal?: AbortSignal): Promise<void> {
      reached.resolve()
      await Promise.race([
        promise,
        new Promise((_, reject) => signal?.addEventListener("abort", () => reject(new Error("aborted"))))
      ])
    }
  }
}
