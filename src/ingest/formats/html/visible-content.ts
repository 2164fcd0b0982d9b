import type { Element } from "hast"
import { attribute, elementsOf, nodesOf, prune, textOf, type Parent, type Verdict } from "./tree.ts"

/**
 * Leaves what a reader of the page sees or can open: scripts, styles, frames, fields, pictures without words, comments
 * and hidden elements go. Something hidden stays where a button of the page opens it: answers of many help pages are
 * folded away.
 */
export function keepVisible(root: Parent): void {
  const opened = openedByButtons(root)
  unwrapHeadingButtons(root)
  prune(root, (element) => verdictOn(element, opened))
  dropEmpty(root)
}

/** Thousands of empty elements side by side cost minutes further on, and say nothing. */
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
/** Struck out is taken back: "~~$20~~ $15". */
const TAKEN_BACK = new Set(["s", "strike", "del"])

function verdictOn(element: Element, opened: ReadonlySet<string>): Verdict {
  if (NEVER.has(element.tagName) || TAKEN_BACK.has(element.tagName)) return "drop"
  if (isHidden(element) && !opened.has(attribute(element, "id")) && !isLabelledRegion(element)) return "drop"
  if (element.tagName === "form")
    return [...elementsOf(element)].some(({ tagName }) => /^(?:h[1-6]|article|main)$/.test(tagName)) ? "unwrap" : "drop"
  if (element.tagName === "button") return verdictOnButton(element, opened)
  return isHeadingMark(element) || isIcon(element) ? "drop" : "keep"
}

/** "¶" beside a heading. */
const isHeadingMark = (element: Element) =>
  element.tagName === "a" && attribute(element, "href").startsWith("#") && /^[¶#§🔗\s]*$/u.test(textOf(element))

const isIcon = (element: Element) =>
  /(?:^|[-_ ])(?:icon|emoji)s?(?:$|[-_ ])/i.test(attribute(element, "className")) &&
  !/[\p{L}\p{N}]/u.test(textOf(element)) &&
  ![...elementsOf(element)].some(({ tagName }) => tagName === "img")

/** What opens a part of the page stands above that part as its heading; any other button only does something. */
function verdictOnButton(button: Element, opened: ReadonlySet<string>): Verdict {
  if (!targetsOf(button).some((id) => opened.has(id)) || !/\p{L}{2}/u.test(textOf(button))) return "drop"
  button.tagName = "p"
  button.children = [{ type: "element", tagName: "strong", properties: {}, children: button.children }]
  return "keep"
}

/** A button in a heading is its text: the heading is what stays. */
function unwrapHeadingButtons(root: Parent): void {
  for (const element of elementsOf(root)) {
    if (/^(?:h[1-6]|summary)$/.test(element.tagName))
      prune(element, ({ tagName }) => (tagName === "button" || tagName === "label" ? "unwrap" : "keep"))
  }
}

function isHidden(element: Element): boolean {
  const { properties } = element
  if (properties["hidden"] !== undefined && properties["hidden"] !== false && properties["hidden"] !== null) return true
  if (attribute(element, "ariaHidden") === "true") return true
  if (
    /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?![.\d])|opacity\s*:\s*0(?![.\d]))/i.test(
      attribute(element, "style")
    )
  )
    return true
  return attribute(element, "className")
    .split(" ")
    .some((name) => UNSEEN.test(name))
}

/**
 * Names of classes by which frameworks hide from eyes what a screen reader says: "Skip to content", "opens in a new
 * tab".
 */
const UNSEEN =
  /^(?:sr-only|visually-?hidden|screen-?reader(?:-text|-only)?|assistive-text|a11y-hidden|u-hidden|is-hidden|clip-hide|element-invisible)$/i

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
      // A menu, a dialog or a search field is opened too; none of them is an answer.
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
    attribute(element, "dataToggle") + attribute(element, "dataBsToggle")
  )
  const link = collapses && attribute(element, "href").startsWith("#") ? [attribute(element, "href").slice(1)] : []
  return [...attribute(element, "ariaControls").split(" "), ...references, ...link].filter(Boolean)
}

const isLabelledRegion = (element: Element) =>
  attribute(element, "ariaLabelledBy") !== "" && /\b(?:region|tabpanel)\b/.test(attribute(element, "role"))
