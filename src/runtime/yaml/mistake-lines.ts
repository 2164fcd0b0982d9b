import { isMap, isNode, isScalar, isSeq, type Document, type LineCounter } from "yaml"

export interface Mistake {
  /** The line number in the file starts at 1. */
  line: number
  sentence: string
}

/**
 * Returns the line on which the entry of this path is named, or otherwise the line of the entry that should contain it.
 */
export function lineOf(document: Document, counter: LineCounter, path: readonly PropertyKey[]): number {
  let node: unknown = document.contents
  let at = startOf(node)
  for (const part of path) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(part))
      if (!pair) break
      at = startOf(pair.key) ?? at
      node = pair.value
    } else if (isSeq(node) && typeof part === "number") {
      node = node.items[part]
      at = startOf(node) ?? at
    } else break
  }
  return counter.linePos(at ?? 0).line
}

function startOf(node: unknown): number | undefined {
  return isNode(node) ? node.range?.[0] : undefined
}
