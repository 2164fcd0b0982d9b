import type { Element } from "hast"
import { attribute, elementChildren, elementsOf, isHeading, linkShare, textOf, type Parent } from "./tree.ts"

/** What a page folds away, and what a reader presses to see it. */
export interface Folded {
  /** These hidden elements stand directly below their question or button. */
  answers: ReadonlySet<Element>
  /** Their questions and buttons. */
  openers: ReadonlySet<Element>
}

/**
 * Finds hidden elements that belong to what stands before them: the description of a term, and what follows a question
 * or something that can be pressed. Pages without `aria-controls` show the connection by nothing else.
 */
export function findFolded(root: Parent, isHidden: (element: Element) => boolean): Folded {
  const answers = new Set<Element>()
  const openers = new Set<Element>()
  const visit = (parent: Parent, before: Element | undefined): void => {
    let last = before
    for (const child of elementChildren(parent)) {
      if (isHidden(child)) {
        const opener = openerOf(child, last)
        if (opener) {
          answers.add(child)
          openers.add(opener)
        }
        visit(child, undefined)
      } else visit(child, CONTROLS.has(child.tagName) ? undefined : last)
      // Fields and icons between a question and its answer are no text.
      if (textOf(child) !== "") last = child
    }
  }
  visit(root, undefined)
  return { answers, openers }
}

function openerOf(hidden: Element, before: Element | undefined): Element | undefined {
  if (!before || !/\p{L}{2}/u.test(textOf(hidden)) || isElsewhere(hidden) || isForMachines(hidden)) return undefined
  if (hidden.tagName === "dd") return /^(?:dt|dd)$/.test(before.tagName) ? before : undefined
  return before.tagName === "dt" || isOpener(before) ? before : undefined
}

/** Menus, dialogs and lists of links open at the press of a button, too, but none of them is an answer. */
export const isElsewhere = (element: Element): boolean => isNamedElsewhere(element) || linkShare(element) > 0.6

const isNamedElsewhere = (element: Element): boolean =>
  /\b(?:dialog|alertdialog|alert|status|menu|menubar|navigation|search|listbox|tooltip)\b/.test(
    attribute(element, "role")
  ) ||
  /menu|nav(?!y)|modal|search|dropdown|dialog|popup|popover|tooltip|toast|cookie|consent|banner|feedback|share/i.test(
    `${attribute(element, "id")} ${attribute(element, "className")}`
  )

/** Icons are written as words that their font draws, and some text only screen readers read. */
const isForMachines = (element: Element) =>
  isForScreenReaders(element) || element.tagName === "i" || /icon|symbol/i.test(attribute(element, "className"))

export const isForScreenReaders = (element: Element): boolean =>
  attribute(element, "className")
    .split(" ")
    .some((name) => UNSEEN.test(name))

/**
 * Class names with which frameworks hide text that only screen readers read, such as "Skip to content" or
 * "opens in a new tab".
 */
const UNSEEN =
  /^(?:sr-only|visually-?hidden|screen-?reader(?:-text|-only)?|assistive-text|a11y-hidden|u-hidden|is-hidden|clip-hide|element-invisible)$/i

const CONTROLS = new Set(["button", "a", "label", "summary"])
/** The question of an answer is a line. */
const MAX_QUESTION = 250

function isOpener(element: Element): boolean {
  const text = textOf(element)
  if (text.length > MAX_QUESTION || isNamedElsewhere(element)) return false
  if (isElsewhere(element)) return [...elementsOf(element)].some((part) => FOLDS.test(attribute(part, "className")))
  if (ASKS.test(text)) return true
  const parts = [element, ...elementsOf(element)]
  if (parts.some((part) => attribute(part, "ariaExpanded") !== "" || FOLDS.test(attribute(part, "className"))))
    return true
  // A single word on a button is what the button does: "Copy", "Share".
  return /\S\s+\S/.test(text) && parts.some(isPressed)
}

const FOLDS = /accordion|collaps|expand|faq|question|disclosure|toggle|spoiler|summary|chevron|caret|icon-plus|fa-plus/i

/** Ends as a question does, in Greek, Arabic, Armenian and Japanese too, or begins with the letter of one. */
const ASKS = /[?？؟՞\u{37E}]$|\p{Script=Greek};$|か。?$|^(?:Q|F|P|問|質問)\s?\d{0,3}\s?[:：.]/u

const isPressed = (element: Element): boolean =>
  element.tagName === "button" ||
  attribute(element, "role") === "button" ||
  (element.tagName === "label" && attribute(element, "htmlFor") !== "") ||
  (element.tagName === "a" && /^(?:#|javascript:|$)/i.test(attribute(element, "href"))) ||
  element.properties["onClick"] !== undefined ||
  attribute(element, "dataToggle") !== "" ||
  attribute(element, "dataTarget") !== ""

/** Sets a question in bold, unless it is a heading or a term, which already lead what follows. */
export function markQuestion(element: Element): void {
  if (isHeading(element) || /^(?:dt|dd|li|td|th|summary)$/.test(element.tagName)) return
  if ([...elementsOf(element)].some((inner) => isHeading(inner) || BLOCKS.has(inner.tagName))) return
  element.tagName = "p"
  element.children = [
    { type: "element", tagName: "strong", properties: {}, children: [{ type: "text", value: textOf(element) }] }
  ]
}

const BLOCKS = new Set(["p", "ul", "ol", "dl", "table", "blockquote", "pre", "section", "article"])

/** Puts the label of each tab above its panel, so that one panel isn't read as if it went on with the other. */
export function labelPanels(root: Parent): void {
  const byId = new Map<string, Element>()
  const tabs: Element[] = []
  for (const element of elementsOf(root)) {
    const id = attribute(element, "id")
    if (id && !byId.has(id)) byId.set(id, element)
    if (isTab(element)) tabs.push(element)
  }
  for (const tab of tabs) {
    const target = /^#(.+)$/.exec(
      attribute(tab, "href") || attribute(tab, "dataTarget") || attribute(tab, "dataBsTarget")
    )
    const panel = byId.get(attribute(tab, "ariaControls") || (target?.[1] ?? ""))
    const label = textOf(tab)
    if (!panel || label === "" || panel === tab || textOf(panel) === "") continue
    panel.children.unshift({
      type: "element",
      tagName: "p",
      properties: {},
      children: [{ type: "element", tagName: "strong", properties: {}, children: [{ type: "text", value: label }] }]
    })
    tab.children = []
  }
}

const isTab = (element: Element) =>
  attribute(element, "role") === "tab" ||
  /^(?:tab|pill)$/i.test(attribute(element, "dataToggle") || attribute(element, "dataBsToggle"))
