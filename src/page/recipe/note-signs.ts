import { NOTE_COLOUR, type MessagePlaces } from "../../ticket/page-recipe.ts"
import { findInside, outerElement } from "./deep-page.ts"
import { groundOf, isNoteColour } from "./message-looks.ts"
import { own } from "../../helpdesks/contract/own-nodes.ts"
import { isNoteLabel, noteWordsIn } from "./note-words.ts"

/**
 * Returns what makes a message look like an internal note: words of the note list in its names and labels, and
 * `NOTE_COLOUR`. What the customer wrote is not looked at.
 * @param container holds all messages; its own names say nothing about one of them
 * @param site the origin of the page
 */
export function noteSigns(
  message: HTMLElement,
  container: Element,
  { head }: Pick<MessagePlaces, "head">,
  site: string
): string[] {
  const words = new Set<string>()
  const add = (all: string[]) => {
    for (const one of all) for (const word of noteWordsIn(one, site)) words.add(word)
  }
  for (let one: Element | undefined = message; one && one !== container; one = outerElement(one)) add(namesOf(one))
  for (const part of partsOf(message, 3)) {
    add(namesOf(part))
    const text = own(part, "textContent") ?? ""
    if (isNoteLabel(text, site)) add([text])
  }
  for (const selector of head) add([findInside(message, selector)?.textContent ?? ""])
  if (isNoteColour(groundOfMessage(message, container))) words.add(NOTE_COLOUR)
  return [...words]
}

function groundOfMessage(message: HTMLElement, container: Element): string {
  for (const part of [message, ...partsOf(message, 2)]) {
    const ground = groundOf(part)
    if (ground) return ground
  }
  for (let one = outerElement(message); one && one !== container; one = outerElement(one)) {
    const ground = groundOf(one)
    if (ground) return ground
  }
  return ""
}

/** Names of classes, ids, values of data attributes and labels. */
export function namesOf(element: Element): string[] {
  return [...own(element, "attributes")].flatMap(({ name, value }) => {
    if (name === "class" || name === "id" || name === "aria-label" || name === "title" || name === "name")
      return [value]
    return name.startsWith("data-") && value.length <= 40 && !/\s\S+\s/.test(value)
      ? [...(/^(|0|false|no)$/i.test(value) ? [] : [name.slice(5)]), value]
      : []
  })
}

/** The elements of the upper levels, which are the helpdesk's own and not those of the mail. */
function partsOf(message: Element, depth: number): Element[] {
  const parts = [...(own(message, "shadowRoot")?.children ?? []), ...own(message, "children")]
  return parts.flatMap((child) => [child, ...(depth > 1 ? partsOf(child, depth - 1) : [])])
}
