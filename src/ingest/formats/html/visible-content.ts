import type { Element } from "hast"
import { textSizeIn } from "../../../text/mail/text-size.ts"
import { findFolded, isElsewhere, isForScreenReaders, labelPanels, markQuestion, type Folded } from "./folded.ts"
import { hidesByStyle, type StyleSheet, styleSheetOf } from "./hiding-styles.ts"
import { attribute, elementChildren, elementsOf, nodesOf, prune, textOf, type Parent, type Verdict } from "./tree.ts"

/**
 * Keeps what a reader of the page sees or can open. Scripts, styles, frames, form fields, pictures without a
 * description, comments and hidden elements are removed. Hidden content stays if a button of the page opens it, or if it
 * stands directly below a question, because many help pages fold their answers away.
 * @param sheet what the page's style sheets hide, if this is a part of the page
 * @returns the hidden texts that were removed and may have been meant for readers
 */
export function keepVisible(root: Parent, sheet: StyleSheet = styleSheetOf(root)): string[] {
  const isHidden = (element: Element) => isHiddenBy(element, sheet)
  const opened = openedByButtons(root)
  const { answers, openers } = findFolded(root, isHidden)
  const page: Page = { opened, answers, openers, isHidden, framed: framedIn(root), left: [] }
  labelPanels(root)
  unwrapHeadingButtons(root)
  dropSizeless(root, false)
  prune(root, (element) => verdictOn(element, page))
  dropEmpty(root)
  return page.left
}

interface Page extends Folded {
  isHidden: (element: Element) => boolean
  /** The ids that a button opens. */
  opened: ReadonlySet<string>
  /** These stand in what frames every page of a site. */
  framed: ReadonlySet<Element>
  /** The hidden texts that were removed. */
  left: string[]
}

/** Removes text whose size is nothing. */
function dropSizeless(parent: Parent, isSizeless: boolean): void {
  parent.children = nodesOf(parent).filter((child) => {
    if (child.type === "text") return !isSizeless
    const size = textSizeIn(attribute(child, "style"))
    dropSizeless(child, size === undefined ? isSizeless : size === "none")
    return true
  })
}

/** Removes empty elements. They carry no text, and thousands of them side by side would cost minutes in later steps. */
function dropEmpty(parent: Parent): void {
  parent.children = nodesOf(parent).filter((child) => {
    if (child.type === "text") return true
    dropEmpty(child)
    return child.children.length > 0 || !HOLDS.has(child.tagName)
  })
}
const HOLDS = new Set(
  "a abbr address article b bdi bdo big center cite data dfn div em figure font i ins kbd label li mark nobr ol p samp section small span strong sub sup time tt u ul var".split(
    " "
  )
)

const NEVER = new Set(
  "applet area audio base canvas datalist dialog embed fencedframe frame frameset head iframe input link map math meta meter noembed noframes noscript object optgroup option param portal progress rp rt script select source style svg template textarea title track video".split(
    " "
  )
)
/** Text that is struck out is no longer valid: "~~$20~~ $15". */
const TAKEN_BACK = new Set(["s", "strike", "del"])

function framedIn(root: Parent): ReadonlySet<Element> {
  const framed = new Set<Element>()
  const visit = (parent: Parent, isFramed: boolean): void => {
    for (const child of elementChildren(parent)) {
      const isInside = isFramed || /^(?:header|nav|footer|aside|form|dialog)$/.test(child.tagName)
      if (isInside) framed.add(child)
      visit(child, isInside)
    }
  }
  visit(root, false)
  return framed
}

function verdictOn(element: Element, page: Page): Verdict {
  const { opened, answers, openers, isHidden } = page
  if (NEVER.has(element.tagName) || TAKEN_BACK.has(element.tagName)) return "drop"
  if (
    isHidden(element) &&
    !opened.has(attribute(element, "id")) &&
    !isLabelledRegion(element) &&
    !answers.has(element)
  ) {
    if (!page.framed.has(element) && isForReaders(element)) page.left.push(textOf(element))
    return "drop"
  }
  if (openers.has(element)) {
    markQuestion(element)
    return "keep"
  }
  if (element.tagName === "form")
    return [...elementsOf(element)].some(({ tagName }) => /^(?:h[1-6]|article|main)$/.test(tagName)) ? "unwrap" : "drop"
  if (element.tagName === "button") return verdictOnButton(element, opened)
  return isHeadingMark(element) || isIcon(element) ? "drop" : "keep"
}

/** Returns whether an element is the "¶" link beside a heading. */
const isHeadingMark = (element: Element) =>
  element.tagName === "a" && attribute(element, "href").startsWith("#") && /^[¶#§🔗\s]*$/u.test(textOf(element))

const isIcon = (element: Element) =>
  /(?:^|[-_ ])(?:icon|emoji)s?(?:$|[-_ ])/i.test(attribute(element, "className")) &&
  !/[\p{L}\p{N}]/u.test(textOf(element)) &&
  ![...elementsOf(element)].some(({ tagName }) => tagName === "img")

/** Turns a button that opens a part of the page into that part's heading. Any other button is removed. */
function verdictOnButton(button: Element, opened: ReadonlySet<string>): Verdict {
  if (!targetsOf(button).some((id) => opened.has(id)) || !/\p{L}{2}/u.test(textOf(button))) return "drop"
  button.tagName = "p"
  button.children = [{ type: "element", tagName: "strong", properties: {}, children: button.children }]
  return "keep"
}

/** Unwraps a button inside a heading, because its text is the heading's. */
function unwrapHeadingButtons(root: Parent): void {
  for (const element of elementsOf(root)) {
    if (/^(?:h[1-6]|summary)$/.test(element.tagName))
      prune(element, ({ tagName }) => (tagName === "button" || tagName === "label" ? "unwrap" : "keep"))
  }
}

function isHiddenBy(element: Element, sheet: StyleSheet): boolean {
  const { properties } = element
  // A browser shows it to whoever searches the page for its words.
  if (properties["hidden"] === "until-found") return false
  if (properties["hidden"] !== undefined && properties["hidden"] !== false && properties["hidden"] !== null) return true
  if (attribute(element, "ariaHidden") === "true") return true
  return (hidesByStyle(attribute(element, "style")) ?? sheet(element)) === true || isForScreenReaders(element)
}

/** A hidden text of some words may be an answer that isn't read. */
const isForReaders = (element: Element) =>
  !isForScreenReaders(element) && !isElsewhere(element) && hasSomeWords(textOf(element))

/** Scripts without spaces have no words to count. */
const hasSomeWords = (text: string) =>
  (text.match(/\p{L}{2,}/gu)?.length ?? 0) >= 4 ||
  (text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu)?.length ?? 0) >= 8

function openedByButtons(root: Parent): ReadonlySet<string> {
  const targets = new Set<string>()
  const byId = new Map<string, Element>()
  for (const element of elementsOf(root)) {
    const id = attribute(element, "id")
    if (id && !byId.has(id)) byId.set(id, element)
    for (const target of targetsOf(element)) targets.add(target)
  }
  return new Set(
    [...targets].filter((id) => {
      const element = byId.get(id)
      // Buttons also open menus, dialogs and search fields, but none of these is an answer.
      return (
        element !== undefined &&
        !/\b(?:dialog|menu|navigation|search|listbox)\b/.test(attribute(element, "role")) &&
        !/menu|nav|modal|search|dropdown/i.test(`${id} ${attribute(element, "className")}`)
      )
    })
  )
}

function targetsOf(element: Element): string[] {
  const references = ["dataTarget", "dataBsTarget"]
    .map((name) => attribute(element, name))
    .filter((value) => value.startsWith("#"))
    .map((value) => value.slice(1))
  const collapses = /collapse|tab|accordion/i.test(
    attribute(element, "dataToggle") + attribute(element, "dataBsToggle") + attribute(element, "role")
  )
  const link = collapses && attribute(element, "href").startsWith("#") ? [attribute(element, "href").slice(1)] : []
  const owned = `${attribute(element, "ariaControls")} ${attribute(element, "ariaOwns")}`
  return [...owned.split(" "), ...references, ...link].filter(Boolean)
}

const isLabelledRegion = (element: Element) =>
  attribute(element, "ariaLabelledBy") !== "" && /^(?:.*\b(?:region|tabpanel)\b.*)?$/.test(attribute(element, "role"))
