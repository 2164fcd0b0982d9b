import type { Page } from "../contract/adapter.ts"
import { hs } from "./selectors.ts"
import { conversationOf, listOf } from "./threads.ts"

/** The conversation of an address, with the threads that were shown at it. */
interface Shown {
  id: string
  threads: Set<string>
}

const shownIn = new WeakMap<Document, { now: Shown; before: Shown }>()

/**
 * Returns the conversation in front, on which address and page agree. The address changes first, while the one before
 * is still drawn, and nothing in the page says which it is. But a thread is of one conversation alone: a list that shows
 * nothing but what the address before has shown is that one's.
 */
export function frontConversation({ document, url }: Page): string | undefined {
  const id = conversationOf(url)
  const list = id === undefined ? undefined : listOf(document)
  if (id === undefined || !list) return undefined
  const { now, before } = atAddress(document, id)
  const threads = [...list.querySelectorAll(hs.thread)].map((thread) => thread.id)
  if (threads.length > 0 && threads.every((one) => before.threads.has(one) && !now.threads.has(one))) return undefined
  // The other way round, what the page has drawn before its address follows isn't this one's.
  if (now.threads.size === 0 || threads.some((one) => now.threads.has(one)))
    for (const one of threads) now.threads.add(one)
  return id
}

function atAddress(document: Document, id: string): { now: Shown; before: Shown } {
  const known = shownIn.get(document) ?? { now: shown(id), before: shown("") }
  shownIn.set(document, known)
  const { now, before } = known
  if (now.id === id) return known
  known.now = before.id === id ? before : shown(id)
  // Of an address that was left before anything was drawn, nothing is known.
  if (now.threads.size > 0) known.before = now
  else if (known.now === before) known.before = shown("")
  return known
}

const shown = (id: string): Shown => ({ id, threads: new Set() })
