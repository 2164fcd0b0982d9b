import { parentOf, lineOf } from "../../helpdesks/contract/own-nodes.ts"
import { shortHash } from "../../text/hash.ts"
import type { MessagePlaces, PageRecipe, RoleMark } from "../../ticket/page-recipe.ts"
import { textOfNode } from "../../helpdesks/contract/html-text.ts"
import { elementsAt, findInside, isSeen, outerElement } from "./deep-page.ts"
import { looksOf } from "./message-looks.ts"
import { messageText } from "./message-text.ts"
import { findMomentOrSpan } from "../../helpdesks/contract/shown-moment.ts"
import { ticketInFront, type TicketPlaces } from "./ticket-in-front.ts"
import { wordsInName } from "./structure-words.ts"
import { noteSigns } from "./note-words.ts"

/** A message as the page shows it. */
export interface ShownMessage {
  /** Changes when its text or author does. Of messages with one text by one author each has an id of its own. */
  id: string
  element: HTMLElement
  author: string
  /** ISO 8601, or undefined if the page doesn't say it. */
  at: string | undefined
  text: string
  role: "customer" | "agent" | undefined
  /** It looks like an internal note, or doesn't say by whom it is. Such a message isn't read. */
  doubt?: "note" | "role"
}

/**
 * Finds all messages of the thread that are in the page, the oldest first.
 * @param seenOnly leaves out what can't be seen
 */
export function readMessages(
  document: Document,
  { site, subject, messages, reply }: TicketPlaces & Pick<PageRecipe, "site">,
  now: Date,
  seenOnly = true
): ShownMessage[] {
  const elements = messageElements(document, { subject, messages, reply }, seenOnly)
  const container = commonContainer(elements)
  if (!container) return []
  const language = document.documentElement.lang
  const heads = elements.map((element) => headOf(element, messages, now, language))
  const seenTexts = new Map<string, number>()
  const read = elements.map((element, n): ShownMessage => {
    const { author = "", at } = heads[n] ?? {}
    const role = roleOf(element, messages, { container, author, first: firstAuthor(heads, messages) })
    const isNote = noteSigns(element, container, messages, site).some((sign) => !messages.plainWords?.includes(sign))
    const doubt = isNote ? ("note" as const) : role === undefined ? ("role" as const) : undefined
    return {
      id: "",
      element,
      author,
      at,
      text: messageText(element, messages.head, seenOnly),
      role,
      ...(doubt && { doubt })
    }
  })
  const inOrder = isNewestFirst(read, messages) ? read.reverse() : read
  return [...openingOf(document, { subject, messages, reply }, seenOnly), ...inOrder]
    .filter(({ text }) => text !== "")
    .map((one) => ({ ...one, id: idOf(one, messages, seenTexts) }))
}

/** Reads the customer's first message where it stands apart. Of author and time nothing is known there. */
function openingOf(document: Document, places: TicketPlaces, seenOnly: boolean): ShownMessage[] {
  const element = openingElement(document, places, seenOnly)
  if (!element) return []
  return [{ id: "", element, author: "", at: undefined, text: messageText(element, [], seenOnly), role: "customer" }]
}

function openingElement(document: Document, places: TicketPlaces, seenOnly: boolean): HTMLElement | undefined {
  const { opening } = places.messages
  if (!opening) return undefined
  const all = seenOnly ? (ticketInFront(document, places)?.(opening) ?? []) : elementsAt(document, opening)
  return all.find((one) => !seenOnly || isSeen(one))
}

/**
 * The outermost of what the selector finds of the ticket in front, as far as it can be seen or, if asked, all of it
 * that is in the page. Of many the newest.
 */
export function messageElements(document: Document, places: TicketPlaces, seenOnly = true): HTMLElement[] {
  const { messages } = places
  const all = seenOnly ? (ticketInFront(document, places)?.(messages) ?? []) : elementsAt(document, messages)
  const newest = messages.newestFirst ? all.slice(0, MAX_MESSAGES) : all.slice(-MAX_MESSAGES)
  const outer = new Set<Element>(newest)
  const opening = openingElement(document, places, seenOnly)
  return newest.filter((one) => one !== opening && (!seenOnly || isSeen(one)) && !isWithin(one, outer))
}

function isWithin(element: Element, others: ReadonlySet<Element>): boolean {
  for (let one = parentOf(element); one; one = parentOf(one)) if (others.has(one)) return true
  return false
}

const MAX_MESSAGES = 1000

export function commonContainer(elements: readonly HTMLElement[]): HTMLElement | undefined {
  const [first, ...others] = elements
  let container = first && outerElement(first)
  while (container && others.some((one) => !container?.contains(one))) container = outerElement(container)
  return container
}

interface Head {
  author: string
  at: string | undefined
}

/** Returns author and time of a message, from their own places or from its head: "Ines Duarte · 19 Nov, 16:02". */
export function headOf(message: Element, places: MessagePlaces, now: Date, language: string): Head {
  const line = places.head.map((selector) => linesOf(findInside(message, selector))).join("\n")
  const shown = findMomentOrSpan(line, now, language)
  const own = places.author === undefined ? "" : lineOf(findInside(message, places.author))
  return { author: nameIn(own || withoutMoment(line, shown)), at: timeOf(message, places, now, language) ?? shown?.at }
}

function timeOf(message: Element, { time }: MessagePlaces, now: Date, language: string): string | undefined {
  if (!time) return undefined
  const element = findInside(message, time.selector)
  const value = time.attribute === undefined ? lineOf(element) : (element?.getAttribute(time.attribute) ?? "")
  // Attributes hold seconds or milliseconds too.
  if (/^\d{10}(\d{3})?$/.test(value)) return new Date(Number(value.padEnd(13, "0"))).toISOString()
  return findMomentOrSpan(value, now, language)?.at
}

/** The text with its lines, because a line may be all that parts a name from what follows. */
const linesOf = (element: Element | undefined) => (element ? textOfNode(element, "drop") : "")

const withoutMoment = (line: string, shown: ReturnType<typeof findMomentOrSpan>) =>
  shown ? `${line.slice(0, shown.from)}|${line.slice(shown.to)}` : line

/** The first part of a line that may be a name. */
function nameIn(line: string): string {
  const parts = line
    .split(/[|·•,;()<>\n–—]|\s-\s/)
    .map((part) => part.replace(BEFORE_NAME, "").replace(AFTER_NAME, "").trim())
  const names = parts.filter((part) => /\p{L}{2}/u.test(part) && part.length <= 60)
  return names.find((name) => !names.some((other) => other !== name && initialsOf(other) === name)) ?? names[0] ?? ""
}

/** Many pages draw "ID" in a circle beside "Ines Duarte". */
const initialsOf = (name: string) =>
  name
    .split(/\s+/)
    .map((word) => [...word][0]?.toUpperCase() ?? "")
    .join("")

const BEFORE_NAME = /^\s*(?:from|by|von|de|par|note by|internal note by|reply by|message from)\b:?/i
const AFTER_NAME = /\b(?:wrote|replied|says|said|schrieb|a écrit)\b:?\s*(?:on|at|am|le)?\s*$/i

/** The author of the oldest message as far as the order is known. */
const firstAuthor = (heads: Head[], { newestFirst }: MessagePlaces) =>
  (newestFirst ? heads.at(-1) : heads[0])?.author ?? ""

/** What a mark of a role is compared with. */
export interface MarkContext {
  container: Element
  author: string
  first: string
}

/** Returns who wrote the message, or undefined if its marks say neither or both. */
export function roleOf(message: HTMLElement, places: MessagePlaces, context: MarkContext): ShownMessage["role"] {
  const byCustomer = hasMark(message, places, places.customer, context)
  const byAgent = places.agent !== undefined && hasMark(message, places, places.agent, context)
  if (byCustomer === byAgent) return undefined
  return byCustomer ? "customer" : "agent"
}

export function hasMark(message: HTMLElement, places: MessagePlaces, mark: RoleMark, context: MarkContext): boolean {
  switch (mark.kind) {
    case "self":
      return message.matches(mark.selector)
    case "inside":
      return findInside(message, mark.selector) !== undefined
    case "above": {
      const above = message.parentElement?.closest(mark.selector)
      return above != null && context.container.contains(above) && above !== context.container
    }
    case "side": {
      const looks = looksOf(message, context.container)
      return looks.side === mark.side && looks.ground === mark.ground
    }
    case "author": {
      const { author, first, container } = context
      if (author === "" || first === "" || looksOf(message, container).ground !== mark.ground) return false
      return (author === first) === (mark.is === "first")
    }
    case "word":
      return places.head.some((head) => wordsInName(findInside(message, head)?.textContent ?? "").includes(mark.word))
  }
}

function isNewestFirst(read: readonly ShownMessage[], { newestFirst }: MessagePlaces): boolean {
  return timesFall(read.flatMap(({ at }) => at ?? [])) ?? newestFirst === true
}

/** Returns whether the times of messages tell which of them is the newest. */
export const isOrderShown = (messages: readonly ShownMessage[]): boolean =>
  timesFall(messages.flatMap(({ at }) => at ?? [])) !== undefined

/** Returns whether times, in ISO 8601, only fall, or undefined if they neither only fall nor only rise. */
export function timesFall(times: readonly string[]): boolean | undefined {
  const steps = times.slice(1).map((time, n) => Math.sign(Date.parse(time) - Date.parse(times[n] ?? "")))
  const [falls, rises] = [steps.includes(-1), steps.includes(1)]
  return falls === rises ? undefined : falls
}

/** The text is taken as the page holds it, hidden or not, so that a page that was fetched gives the same id. */
function idOf({ element, author }: ShownMessage, places: MessagePlaces, seen: Map<string, number>): string {
  // Where name and time stand in one line, the line may end with "5 minutes ago", which changes by itself.
  const name = places.author === undefined ? wordsInName(author)[0] : author
  const text = `${name ?? ""}: ${messageText(element, places.head, false).replace(/\s+/g, " ")}`
  const hash = shortHash(text, `${text.length} ${text}`)
  const before = seen.get(hash) ?? 0
  seen.set(hash, before + 1)
  return `${hash}-${before + 1}`
}
