import { readFileSync } from "node:fs"
import { dirname, join, relative } from "node:path"
import { root } from "./files.ts"

/** One file that imports another, both as paths from the root. */
export interface Import {
  from: string
  to: string
  /** Only types are imported, so nothing of it is there at run time. */
  typeOnly: boolean
}

const STATEMENT =
  /^\s*(?:import|export)\s+(type\s)?([^"'`;]*?)\s*from\s+["'](\.[^"']+)["']|^\s*import\s+["'](\.[^"']+)["']|import\(\s*["'](\.[^"']+)["']\s*\)/gm

/** Every relative import of a TypeScript file, and that of the module behind its groups of word lists. */
export function importsOf(file: string): Import[] {
  const relatives = [...readFileSync(join(root, file), "utf8").matchAll(STATEMENT)].map(
    ([, type, names, from, bare, dynamic]) => ({
      from: file,
      to: relative(root, join(root, dirname(file), from ?? bare ?? dynamic ?? "")),
      typeOnly: type !== undefined || /^\{(?:\s*type\s+[^,}]+,?)+\s*\}$/.test(names ?? "")
    })
  )
  const lists = groupsImportedBy(file).length > 0 ? [{ from: file, to: "src/lexicon/group.ts", typeOnly: false }] : []
  return [...relatives, ...lists]
}

/** The groups of word lists that a file imports by their names. */
export function groupsImportedBy(file: string): string[] {
  const text = readFileSync(join(root, file), "utf8")
  return [...text.matchAll(/^import .* from "replywright\/lexicon\/([\w-]+)"/gm)].map(([, group = ""]) => group)
}

/** A file and all that it loads at run time, directly or through others. */
export function reachedFrom(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen
  seen.add(file)
  for (const next of importsOf(file)) if (!next.typeOnly && /\.tsx?$/.test(next.to)) reachedFrom(next.to, seen)
  return seen
}

/**
 * Groups of nodes that reach each other, each sorted; none when there is no cycle.
 * Tarjan, "Depth-First Search and Linear Graph Algorithms", 1972.
 */
export function cyclesIn(edges: ReadonlyMap<string, ReadonlySet<string>>): string[][] {
  const order = new Map<string, number>()
  const open: string[] = []
  const cycles: string[][] = []
  const visit = (node: string): number => {
    order.set(node, order.size)
    let low = order.size - 1
    open.push(node)
    for (const next of edges.get(node) ?? []) {
      if (!order.has(next)) low = Math.min(low, visit(next))
      else if (open.includes(next)) low = Math.min(low, order.get(next) ?? low)
    }
    if (low === order.get(node)) {
      const group = open.splice(open.indexOf(node))
      if (group.length > 1) cycles.push(group.sort())
    }
    return low
  }
  for (const node of edges.keys()) if (!order.has(node)) visit(node)
  return cycles.sort((a, b) => (a[0] ?? "").localeCompare(b[0] ?? ""))
}

/** The graph of some imports, with each file put into the group that `groupOf` names; undefined leaves it out. */
export function graphOf(
  imports: readonly Import[],
  groupOf: (file: string) => string | undefined
): Map<string, Set<string>> {
  const graph = new Map<string, Set<string>>()
  for (const { from, to } of imports) {
    const [a, b] = [groupOf(from), groupOf(to)]
    if (a === undefined || b === undefined || a === b) continue
    graph.set(a, (graph.get(a) ?? new Set()).add(b))
  }
  return graph
}
