import type { MessagePlaces } from "../../ticket/page-recipe.ts"
import { findInside, outerElement } from "./deep-page.ts"
import { groundBehind, groundOf, isNoteColour } from "./message-looks.ts"
import { NOTE_WORDS, PART_WORDS, wordsOf } from "./structure-words.ts"

/** The sign for the colour of a note, among those that are words. */
export const NOTE_COLOUR = "colour"

/**
 * Returns what makes a message look like an internal note: words of the note list in its names and labels, and
 * `NOTE_COLOUR`. What the customer wrote is not looked at.
 * @param container holds all messages; its own names say nothing about one of them
 */
export function noteSigns(message: HTMLElement, container: Element, { head }: Pick<MessagePlaces, "head">): string[] {
  const words = new Set<string>()
  const add = (all: string[]) => {
    for (const word of all) if (NOTE_WORDS.includes(word)) words.add(word)
  }
  for (let one: Element | undefined = message; one && one !== container; one = outerElement(one)) add(namesOf(one))
  for (const part of partsOf(message, 3)) {
    add(namesOf(part))
    if (isLabel(part)) add(wordsOf(part.textContent ?? ""))
  }
  for (const selector of head) add(wordsOf(findInside(message, selector)?.textContent ?? ""))
  if (isNoteColour(groundOfMessage(message, container))) words.add(NOTE_COLOUR)
  return [...words]
}

/** Where a reply is written, each of these tells that it is for the team. */
const CHOSEN =
  "[aria-selected=true],[aria-checked=true],[aria-pressed=true],[aria-current]:not([aria-current=false]),:checked"
/** How far around the box its form is looked for, in elements. */
const FARTHEST = 6

/**
 * Returns the words of the note list, and `NOTE_COLOUR`, by which a box where a reply is written, its form, and what is
 * chosen in it say that this will be a note.
 */
export function editorNoteSigns(box: HTMLElement): string[] {
  const words = new Set<string>()
  const add = (text: string) => {
    for (const word of wordsOf(text)) if (NOTE_WORDS.includes(word)) words.add(word)
  }
  add(labelOf(box))
  let form: Element = box
  for (let one: Element | undefined = box, steps = 0; one && steps <= FARTHEST; one = outerElement(one), steps++) {
    if (one.localName === "body" || one.localName === "main") break
    for (const name of namesOf(one)) add(name)
    add(one.getAttribute("placeholder") ?? "")
    add(one.getAttribute("data-placeholder") ?? "")
    form = one
    if (one.localName === "form") break
  }
  for (const chosen of form.querySelectorAll(CHOSEN)) {
    add(labelOf(chosen))
    for (const name of namesOf(chosen)) add(name)
  }
  for (const option of form.querySelectorAll<HTMLOptionElement>("option"))
    if (option.selected) add(option.textContent ?? "")
  for (const send of form.querySelectorAll("[type=submit],button:not([type])")) add(labelOf(send))
  if (isNoteColour(groundBehind(box))) words.add(NOTE_COLOUR)
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

/** Words in names of classes, ids, values of data attributes and labels. */
function namesOf(element: Element): string[] {
  return [...element.attributes].flatMap(({ name, value }) => {
    if (name === "class" || name === "id" || name === "aria-label" || name === "title" || name === "name")
      return wordsOf(value)
    return name.startsWith("data-") && value.length <= 40 && !/\s\S+\s/.test(value)
      ? [...(/^(|0|false|no)$/i.test(value) ? [] : wordsOf(name.slice(5))), ...wordsOf(value)]
      : []
  })
}

/** A short line that consists of nothing but words for parts of a page: "Internal note". */
function isLabel(element: Element): boolean {
  const text = element.textContent ?? ""
  if (element.children.length > 0 || text.length > 40) return false
  const words = wordsOf(text)
  return words.length > 0 && words.every((word) => NOTE_WORDS.includes(word) || PART_WORDS.includes(word))
}

/** The elements of the upper levels, which are the helpdesk's own and not those of the mail. */
function partsOf(message: Element, depth: number): Element[] {
  const own = [...(message.shadowRoot?.children ?? []), ...message.children]
  return own.flatMap((child) => [child, ...(depth > 1 ? partsOf(child, depth - 1) : [])])
}

/** What a control says: its own words, unless somebody types them, and those of its label. */
function labelOf(element: Element): string {
  const own = element.matches("textarea,[contenteditable],select") ? "" : element.textContent
  const label = element.id ? element.ownerDocument.querySelector(`label[for="${CSS.escape(element.id)}"]`) : null
  const around = element.closest("label")
  return [own, element.getAttribute("value"), label?.textContent, around?.textContent].join(" ")
}
