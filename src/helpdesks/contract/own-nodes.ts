import type { MissedPart } from "../../ticket/page-part.ts"
import { PageChanged } from "./adapter.ts"

/**
 * Reads nodes of foreign HTML by the browser's own properties. In a form, a field that is called "parentElement" stands
 * in that property's place, so that whoever goes up from it never arrives; a customer's mail may hold such a form.
 */
export const parentOf = (node: Node): HTMLElement | null => own(node, "parentElement")
export const parentNodeOf = (node: Node): ParentNode | null => own(node, "parentNode")
export const lastChildOf = (node: Node): ChildNode | null => own(node, "lastChild")
export const nextOf = (node: Node): ChildNode | null => own(node, "nextSibling")
export const previousOf = (node: Node): ChildNode | null => own(node, "previousSibling")
export const typeOf = (node: Node): number => own(node, "nodeType")
/** In lower case. */
export const nodeNameOf = (node: Node): string => own(node, "nodeName").toLowerCase()
export const attributeOf = (element: Element, name: string): string | null =>
  own(element, "getAttribute").call(element, name)
export const closestTo = (element: Element, selector: string): Element | null =>
  own(element, "closest").call(element, selector)

/** Returns the property that the browser gives all such nodes. */
export function own<Of extends Node, Name extends keyof Of>(node: Of, name: Name): Of[Name] {
  const { nodeName } = node
  // Of a form whose fields have taken the name's place this is no text.
  if (typeof nodeName === "string" && nodeName.length !== FORM.length) return node[name]
  return Reflect.get(Object.getPrototypeOf(node) as Of, name, node) as Of[Name]
}

const FORM = "form"

/** What agents write in, by the mark that browsers need and by those that editors keep while nobody may write. */
const EDITORS = "[contenteditable], .redactor-in, .note-editable, .ProseMirror, .fr-element"

/**
 * Returns what the helpdesk itself has drawn, of all that a selector finds. What stands in an editor or in a message may
 * be a customer's: a mail can bring a form, a field or an editor by any name, and a quote of it stands in the reply,
 * before the form's own field.
 * @param messages a selector of what holds messages, which no correction reaches
 */
export function ownElements<Found extends Element = HTMLElement>(
  root: ParentNode,
  selector: string,
  messages: string
): Found[] {
  const foreign = `${EDITORS}, ${messages}`
  return [...allIn<Found>(root, selector)].filter((one) => {
    const parent = parentOf(one)
    return parent === null || closestTo(parent, foreign) === null
  })
}

function allIn<Found extends Element>(root: ParentNode, selector: string): NodeListOf<Found> {
  const find: (this: ParentNode, selector: string) => NodeListOf<Found> = own(root, "querySelectorAll")
  return find.call(root, selector)
}

/** Returns the first element that the selector finds. @throws PageChanged with this name when there is none */
export function part(root: ParentNode, selector: string, name: MissedPart): Element {
  const match = root.querySelector(selector)
  if (!match) throw new PageChanged(name)
  return match
}

/** Returns the text of an element as one line, or "" when there is no element. */
export function lineOf(element: Element | null | undefined): string {
  return (element?.textContent ?? "").replace(/\s+/g, " ").trim()
}

/**
 * Creates the check that what a page says in public stands apart from its notes. A selector may be corrected by signed
 * data, and one that leads to a note would have the note's words read as a subject or as the customer's.
 * @param notes what an adapter knows for a note, or for what may be one, by marks that no correction reaches
 * @returns what returns an element that neither lies in a note nor contains one, or nothing for nothing, and throws
 * PageChanged with this name for another element
 */
export function outsideNotes(notes: Iterable<Element>) {
  const all = new Set<Node>(notes)
  const around = new Set<Node>()
  for (const note of all)
    for (let one: Node | null = note; one && !around.has(one); one = parentNodeOf(one)) around.add(one)
  return <Found extends Element | null>(found: Found, name: MissedPart): Found => {
    let inside: Node | null = found
    while (inside && !all.has(inside)) inside = parentNodeOf(inside)
    if (inside || (found && around.has(found))) throw new PageChanged(name)
    return found
  }
}
