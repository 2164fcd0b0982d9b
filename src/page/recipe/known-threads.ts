import { shortHash } from "../../text/hash.ts"

/** A thread that this page has shown. */
interface KnownThread {
  /** What address and subject name. Several tickets may have the same. */
  name: string
  /** The messages that were shown of it so far, in their order. */
  ids: readonly string[]
  /** The message that stood at its top when it was first shown. */
  first: string
  /** By its newest message. */
  versions: Map<string, string>
}

/**
 * Tells threads apart by their messages, because one address may show one ticket after the other. A thread that shows
 * more or fewer of its messages stays what it is; one that has another message at the same place is another.
 */
export function createKnownThreads() {
  const known: KnownThread[] = []
  const find = (name: string, ids: readonly string[]): KnownThread => {
    for (const thread of known) {
      const all = thread.name === name ? united(thread.ids, ids) : undefined
      if (all) return Object.assign(thread, { ids: all })
    }
    const thread = { name, ids, first: ids[0] ?? "", versions: new Map<string, string>() }
    known.unshift(thread)
    known.length = Math.min(known.length, MAX_THREADS)
    return thread
  }
  return {
    firstOf: (name: string, ids: readonly string[]): string => find(name, ids).first,
    /**
     * Returns what changes with each new message: the newest one's id, which is the same after the page was loaded
     * anew. A thread that ends like another one that this page has shown gets a version of its own.
     */
    versionOf(name: string, ids: readonly string[]): string {
      const newest = ids.at(-1) ?? ""
      const thread = find(name, ids)
      const isTaken = known.some((other) => other !== thread && other.name === name && other.versions.has(newest))
      const version = thread.versions.get(newest) ?? (isTaken ? `${newest}.${shortHash(ids.join(" "))}` : newest)
      thread.versions.set(newest, version)
      return version
    }
  }
}

/** The threads that are remembered. */
const MAX_THREADS = 50

/**
 * Returns the messages of two sights of one thread, in their order, or undefined if these are two threads: they share
 * no message, or between those that they share each has one that the other doesn't have.
 */
function united(some: readonly string[], others: readonly string[]): string[] | undefined {
  const [inSome, inOthers] = [new Set(some), new Set(others)]
  const shared = others.filter((id) => inSome.has(id))
  if (shared.length === 0 || some.filter((id) => inOthers.has(id)).some((id, n) => id !== shared[n])) return undefined
  const all: string[] = []
  let [from, otherFrom] = [0, 0]
  for (const id of [...shared, undefined]) {
    const to = id === undefined ? some.length : some.indexOf(id, from)
    const otherTo = id === undefined ? others.length : others.indexOf(id, otherFrom)
    if (to > from && otherTo > otherFrom) return undefined
    all.push(...some.slice(from, to), ...others.slice(otherFrom, otherTo), ...(id === undefined ? [] : [id]))
    ;[from, otherFrom] = [to + 1, otherTo + 1]
  }
  return all
}
