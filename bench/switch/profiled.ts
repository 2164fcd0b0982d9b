/** What the browser's profiler returns, as far as it is read. */
export interface Profiled {
  profile: {
    nodes: { id: number; callFrame: { url: string }; children?: number[] }[]
    samples?: number[]
    /** Microseconds since the sample before. */
    timeDeltas?: number[]
  }
}

/** Milliseconds in the extension's scripts, and in what they call of the browser's. */
export function ours({ profile: { nodes, samples = [], timeDeltas = [] } }: Profiled): number {
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const own = new Set<number>()
  const mark = (id: number, inside: boolean): void => {
    const node = byId.get(id)
    const isOurs = inside || (node?.callFrame.url.startsWith("chrome-extension://") ?? false)
    if (isOurs) own.add(id)
    for (const child of node?.children ?? []) mark(child, isOurs)
  }
  const [root] = nodes
  if (root) mark(root.id, false)
  return samples.reduce((sum, id, at) => sum + (own.has(id) ? (timeDeltas[at] ?? 0) : 0), 0) / 1000
}
