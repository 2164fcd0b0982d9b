import { isSeen, outerElement } from "./deep-page.ts"

/** How a message is drawn, for marks that no name in the page gives. In a page that isn't laid out nothing is known. */
export interface MessageLooks {
  side: "left" | "right" | undefined
  /** The colour behind the text, as the browser writes it, or "". */
  ground: string
}

/** @param container holds all messages */
export function looksOf(message: HTMLElement, container: Element): MessageLooks {
  const bubble = bubbleOf(message)
  return { side: sideOf(bubble.element, container), ground: bubble.ground }
}

/** Returns whether notes are drawn in this colour: the yellow of a sticky note, on a light page or a dark one. */
export function isNoteColour(ground: string): boolean {
  const [red = 0, green = 0, blue = 0] = (ground.match(/[\d.]+/g) ?? []).map(Number)
  const [most, least] = [Math.max(red, green, blue), Math.min(red, green, blue)]
  if (most === 0 || (most - least) / most < LEAST_SATURATION || most !== red) return false
  const hue = (60 * (green - blue)) / (most - least)
  return hue >= 32 && hue <= 66
}

const LEAST_SATURATION = 0.08

/** The innermost element around most of the text that has a colour of its own, or the text itself. */
function bubbleOf(message: HTMLElement): { element: Element; ground: string } {
  const whole = (message.textContent ?? "").length
  const chain: Element[] = []
  for (let part: Element | undefined = message; part; ) {
    chain.push(part)
    const children: Element[] = [...(part.shadowRoot ?? part).children]
    part = children.find((child) => isSeen(child) && (child.textContent ?? "").length > whole * 0.4)
  }
  for (const element of chain) {
    const ground = groundOf(element)
    if (ground) return { element, ground }
  }
  return { element: chain.at(-1) ?? message, ground: "" }
}

export function groundOf(element: Element): string {
  const colour = element.ownerDocument.defaultView?.getComputedStyle(element).backgroundColor ?? ""
  return /^rgba\(.*, 0\)$|^transparent$|^$/.test(colour) ? "" : colour
}

/** Returns the colour behind an element, which may be that of something around it. */
export function groundBehind(element: Element): string {
  for (let one: Element | undefined = element; one; one = outerElement(one)) {
    const ground = groundOf(one)
    if (ground) return ground
  }
  return ""
}

/** A message belongs to the side whose edge is nearer. */
function sideOf(bubble: Element, container: Element): MessageLooks["side"] {
  const [inner, outer] = [bubble.getBoundingClientRect(), container.getBoundingClientRect()]
  const [left, right] = [inner.left - outer.left, outer.right - inner.right]
  if (inner.width === 0 || Math.abs(left - right) < NEAR_PX) return undefined
  return left < right ? "left" : "right"
}

const NEAR_PX = 12
