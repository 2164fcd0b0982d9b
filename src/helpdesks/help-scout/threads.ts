import { PageChanged } from "../contract/adapter.ts"
import { findMoment } from "../contract/shown-moment.ts"
import { CONVERSATION, isHelpScout } from "./recognise.ts"
import { hs } from "./selectors.ts"

/** Returns the number of the conversation in front, or undefined when the address names none. */
export const conversationOf = (url: URL): string | undefined =>
  isHelpScout(url) ? CONVERSATION.exec(url.pathname)?.[1] : undefined

/** The conversation, which a message that imitates it can't be. */
export const listOf = (document: Document): HTMLElement | undefined =>
  [...document.querySelectorAll<HTMLElement>(hs.list)].find((one) => !one.parentElement?.closest(hs.list))

/** A message or note, oldest first. */
export interface Thread {
  element: HTMLElement
  id: string
  isCustomers: boolean
}

/**
 * Returns messages and notes without events, oldest first. Numbers grow, so they tell whether the page shows the newest
 * on top, which an agent may choose. @throws PageChanged
 */
export function threadsOf(document: Document): Thread[] {
  const threads = [...(listOf(document)?.querySelectorAll<HTMLElement>(hs.thread) ?? [])].flatMap((element) => {
    const isCustomers = element.classList.contains(hs.fromCustomer)
    // Changes of status and assignee have no text.
    return isCustomers || hasText(element) ? [{ element, id: idOf(element), isCustomers }] : []
  })
  return threads.toSorted((a, b) => a.id.length - b.id.length || (a.id < b.id ? -1 : 1))
}

/** @throws PageChanged */
function idOf({ id }: HTMLElement): string {
  const number = /^thread-(\d{1,14})$/.exec(id)?.[1]
  if (number === undefined) throw new PageChanged("message id")
  return number
}

const hasText = (thread: HTMLElement) => thread.querySelector(`${hs.text}, ${hs.line}`) !== null

/** Returns the elements that hold what the author wrote. @throws PageChanged when a customer's message has none */
export function textParts({ element, isCustomers }: Thread): Element[] {
  const [text] = [...element.querySelectorAll(hs.text)].filter((one) => !one.querySelector("[data-testid]"))
  if (text) return [text]
  const line = element.querySelector(hs.line)?.closest("div")
  const parts: Element[] = []
  for (let one = line?.nextElementSibling; one; one = one.nextElementSibling) parts.push(one)
  if (isCustomers && parts.length === 0) throw new PageChanged("message text")
  return parts
}

/**
 * Returns when something was written, by the clock of the agent's computer, or undefined where the page says it in a
 * way that isn't understood, such as "2 hours ago".
 */
export function timeOf(thread: HTMLElement): string | undefined {
  const time = thread.querySelector(hs.time)
  const times = [time?.getAttribute("datetime"), time?.getAttribute("title"), time?.textContent]
  const language = thread.ownerDocument.documentElement.lang
  for (const one of times) {
    const at = one ? findMoment(one, new Date(), language)?.at : undefined
    if (at !== undefined) return at
  }
  return undefined
}
