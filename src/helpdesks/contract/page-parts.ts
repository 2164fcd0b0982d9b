import type { MissedPart } from "../../ticket/page-part.ts"
import { PageChanged } from "./adapter.ts"

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
