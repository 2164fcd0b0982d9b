import type { Element } from "hast"
import { attribute, elementsOf, type Parent } from "./tree.ts"

/** Returns whether declarations of CSS show nothing of their element, show it, or say nothing of that (undefined). */
export function hidesByStyle(style: string): boolean | undefined {
  if (style === "") return undefined
  const css = style.replace(/\s+/g, " ")
  if (HIDES.test(css)) return true
  if (FLAT.test(css) && /overflow(?:-y)?: ?(?:hidden|clip)/i.test(css)) return true
  if (/position: ?(?:absolute|fixed)/i.test(css) && OUTSIDE.test(css)) return true
  return /(?:^|[; {])(?:display: ?(?!none)[a-z]|visibility: ?visible)/i.test(css) ? false : undefined
}

const HIDES = new RegExp(
  String.raw`(?:^|[; {])(?:display: ?none|visibility: ?(?:hidden|collapse)|content-visibility: ?hidden|` +
    String.raw`opacity: ?0(?:\.0+)?%? ?(?:;|!|$)|transform: ?scale[xy]?\(0[,)]|clip-path: ?inset\((?:50|100)%|` +
    String.raw`clip: ?rect\((?:0|1px)[, ])`,
  "i"
)
const FLAT = /(?:^|[; {])(?:max-)?(?:height|width): ?0(?:px|em|rem|%)? ?(?:;|!|$)/i
const OUTSIDE =
  /(?:^|[; {])(?:left|top|right|bottom|text-indent|inset-inline-start): ?-\d{3,}(?:\.\d+)?(?:px|em|rem|pt|vw)/i

/** Tells what a page's own style sheets say of an element, by its class, id and name alone. */
export type StyleSheet = (element: Element) => boolean | undefined

interface Rule {
  tag: string
  names: string[]
  hides: boolean
}

/**
 * Reads the `style` elements of a page. Only selectors of one element are read (`.note`, `p.note`, `#note.open`), and
 * no conditions: what only a printer or a narrow window hides is on the page.
 */
export function styleSheetOf(root: Parent): StyleSheet {
  const byName = new Map<string, Rule[]>()
  let count = 0
  for (const element of elementsOf(root)) {
    if (element.tagName !== "style" || /print/i.test(attribute(element, "media"))) continue
    const css = element.children.map((child) => (child.type === "text" ? child.value : "")).join("")
    for (const rule of rulesIn(css)) {
      if (++count > MAX_RULES) break
      const [name = ""] = rule.names
      byName.set(name, [...(byName.get(name) ?? []), rule])
    }
  }
  if (byName.size === 0) return () => undefined
  return (element) => {
    const names = [
      ...attribute(element, "className")
        .split(" ")
        .filter(Boolean)
        .map((name) => `.${name}`),
      ...(attribute(element, "id") === "" ? [] : [`#${attribute(element, "id")}`])
    ]
    const own = new Set(names)
    const rules = names
      .flatMap((name) => byName.get(name) ?? [])
      .filter((rule) => (rule.tag === "" || rule.tag === element.tagName) && rule.names.every((name) => own.has(name)))
    // The rule with more names wins, and of equal ones the last.
    return rules.sort((a, b) => a.names.length - b.names.length).at(-1)?.hides
  }
}

/** A script shows such an element as soon as a reader scrolls to it. */
const FADES = /(?:opacity|transform)\s*:[^;]*/gi
const MAX_RULES = 2000
const MAX_CSS = 500_000

function rulesIn(css: string): Rule[] {
  const plain = withoutConditions(css.slice(0, MAX_CSS).replace(/\/\*[^]*?(?:\*\/|$)/g, ""))
  return plain.split("}").flatMap((part) => {
    const open = part.indexOf("{")
    const hides = open < 0 ? undefined : hidesByStyle(part.slice(open + 1).replace(FADES, ""))
    if (hides === undefined) return []
    return part
      .slice(0, open)
      .split(",")
      .flatMap((selector): Rule[] => {
        const [, tag = "", names = ""] = /^\s*([a-z][a-z\d]*)?((?:[.#][\w-]{1,80}){1,4})\s*$/i.exec(selector) ?? []
        return names === "" ? [] : [{ tag: tag.toLowerCase(), names: names.match(/[.#][\w-]+/g) ?? [], hides }]
      })
  })
}

/** Removes what stands in the braces of `@media` and its like. */
function withoutConditions(css: string): string {
  if (!css.includes("@")) return css
  let [result, depth, skippedFrom] = ["", 0, -1]
  for (let at = 0, from = 0; at < css.length; at++) {
    const sign = css.charAt(at)
    if (sign === "@" && skippedFrom < 0) {
      result += css.slice(from, at)
      skippedFrom = depth
    } else if (sign === "{") depth++
    else if (sign === "}") depth--
    if (skippedFrom < 0 ? at === css.length - 1 : depth <= skippedFrom && (sign === "}" || sign === ";")) {
      if (skippedFrom < 0) result += css.slice(from)
      from = at + 1
      skippedFrom = -1
    }
  }
  return result
}
