import { shortHash } from "../../text/hash.ts"
import { parentOf } from "../../helpdesks/contract/own-nodes.ts"
import { isSeen } from "./deep-page.ts"

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

/** What hides an element in any page, whatever its styles are. */
const HIDES =
  "[hidden]:not([hidden=until-found]),[aria-hidden=true],[inert],details:not([open]),dialog:not([open]),template,noscript"
const HIDING_STYLE = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse))\b/i

/**
 * Returns those of the messages of a fetched page that this page would show. Styles aren't known there, so what holds
 * a message is looked up here by its id, its classes or, if it holds several messages, its place.
 * @param all messages of the fetched page
 * @param container holds the messages that are seen here. What is hidden in it is folded, which no new message is.
 */
export function seenOfFetched<Message extends { element: Element }>(
  messages: readonly Message[],
  all: readonly Message[],
  document: Document,
  container: Element | undefined
): Message[] {
  const isHidden = (element: Element): boolean => {
    const alike = alikeIn(document, element)
    if (alike.length === 1 && alike.every((one) => isSeen(one))) return false
    if (hides(element)) return true
    const place = placeIn(document, element, all)
    if (place && !isSeen(place)) return true
    return alike.length > 0 && alike.every((one) => !isSeen(one) && !container?.contains(one))
  }
  return messages.filter(({ element }) => {
    for (let one: Element | null = element; one && one.localName !== "body"; one = parentOf(one))
      if (isHidden(one)) return false
    return true
  })
}

const hides = (element: Element) => element.matches(HIDES) || HIDING_STYLE.test(element.getAttribute("style") ?? "")

/** Returns the elements of the same id or, without one, of the same kind and classes. Without either there are none. */
function alikeIn(document: Document, { id, localName, classList }: Element): Element[] {
  const byId = id === "" ? null : document.getElementById(id)
  if (byId) return [byId]
  if (classList.length === 0) return []
  const classes = [...classList].map((name) => `.${CSS.escape(name)}`).join("")
  return [...document.querySelectorAll(CSS.escape(localName) + classes)]
}

/** The place of what holds one message may be that of another here, because a new one has come above it. */
function placeIn(document: Document, element: Element, all: readonly { element: Element }[]): Element | undefined {
  if (all.filter((one) => one.element !== element && element.contains(one.element)).length < 2) return undefined
  const steps: number[] = []
  for (let one = element, outer = parentOf(one); outer && one.localName !== "body"; one = outer, outer = parentOf(one))
    steps.unshift([...outer.children].indexOf(one))
  let found: Element | undefined = document.body
  for (const step of steps) found = found?.children[step]
  const isSame = found?.localName === element.localName && found.className === element.className
  return isSame ? found : undefined
}
