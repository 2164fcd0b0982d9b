import { isFrame } from "../recipe/deep-page.ts"
import { OVERLAY_STYLE } from "./overlay-style.ts"

/** A mark around a part of the page. Each carries its word, so that colour and line are not the only difference. */
export interface PartMark {
  element: Element
  kind: "picked" | "alike" | "out" | "aim"
  label: string
}

/** The keys that work, each with what it does: ["↑", "wider"]. */
export interface KeyStrip {
  lead: string
  keys: [key: string, does: string][]
  /** The edge of the window at which it is first shown. It moves to the other one if it covers what is pointed at. */
  edge: "top" | "bottom"
}

/**
 * Draws over a page, in a closed shadow root that is all it adds to the page. While `shield` is on it takes every
 * click, so that nothing of the page is pressed.
 */
export function createOverlay(document: Document) {
  const host = document.createElement("div")
  // As properties, because a page's policy may forbid style attributes.
  host.style.cssText = HOST_STYLE
  host.popover = "manual"
  const shadow = host.attachShadow({ mode: "closed" })
  if (typeof CSSStyleSheet === "function" && "replaceSync" in CSSStyleSheet.prototype) {
    // A style element would need the page's leave by its content security policy.
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(OVERLAY_STYLE)
    shadow.adoptedStyleSheets = [sheet]
  }
  const marks = document.createElement("div")
  const strip = document.createElement("div")
  strip.className = "strip"
  strip.setAttribute("role", "status")
  shadow.append(marks, strip)
  document.documentElement.append(host)
  // The top layer is above a dialog of the page, too.
  host.showPopover?.()
  let lead: string | undefined
  const turn = () => strip.classList.toggle("top")
  const covers = (box: Box) => overlap(box, strip.getBoundingClientRect())
  const uncover = (box: Box) => {
    if (!covers(box)) return
    turn()
    // What is as high as the window is covered at either edge.
    if (covers(box)) turn()
  }
  return {
    host,
    shield(on: boolean): void {
      host.style.setProperty("pointer-events", on ? "auto" : "none")
      host.style.setProperty("cursor", on ? "crosshair" : "auto")
    },
    draw(parts: readonly PartMark[]): void {
      marks.replaceChildren(...parts.flatMap((part) => markOf(document, part) ?? []))
      for (const { element, kind } of parts) if (kind === "aim") uncover(windowRect(element))
    },
    /** Moves the strip away from where the pointer is. */
    pointer: (x: number, y: number) => uncover({ left: x - 1, top: y - 1, width: 2, height: 2 }),
    tell(said: KeyStrip | undefined): void {
      strip.hidden = said === undefined
      if (said && said.lead !== lead) strip.classList.toggle("top", said.edge === "top")
      lead = said?.lead
      strip.replaceChildren(...(said ? stripOf(document, said) : []))
    },
    remove: () => host.remove()
  }
}

const HOST_STYLE =
  "all:initial;position:fixed;inset:0;border:0;padding:0;margin:0;width:100%;height:100%;max-width:none;" +
  "max-height:none;background:none;overflow:hidden;z-index:2147483647;pointer-events:none"

interface Box {
  left: number
  top: number
  width: number
  height: number
}

const overlap = (one: Box, other: Box) =>
  one.left < other.left + other.width &&
  other.left < one.left + one.width &&
  one.top < other.top + other.height &&
  other.top < one.top + one.height

/** Returns where an element is in the window, also from within frames. */
export function windowRect(element: Element): Box {
  const { left, top, width, height } = element.getBoundingClientRect()
  const place = { left, top, width, height }
  for (let frame = element.ownerDocument.defaultView?.frameElement; frame && isFrame(frame); ) {
    const box = frame.getBoundingClientRect()
    place.left += box.left + frame.clientLeft
    place.top += box.top + frame.clientTop
    frame = frame.ownerDocument.defaultView?.frameElement
  }
  return place
}

/** Between a part and the line around it, in pixels. */
const GAP = 4

function markOf(document: Document, { element, kind, label }: PartMark): HTMLElement | undefined {
  const { left, top, width, height } = windowRect(element)
  if (width === 0 && height === 0) return undefined
  const mark = document.createElement("div")
  mark.className = `mark ${kind}`
  const sizes = { left: left - GAP, top: top - GAP, width: width + 2 * GAP, height: height + 2 * GAP }
  for (const [name, value] of Object.entries(sizes)) mark.style.setProperty(name, `${value}px`)
  const word = document.createElement("span")
  word.className = top < 24 ? "word inner" : "word"
  word.textContent = label
  mark.append(word)
  return mark
}

function stripOf(document: Document, { lead, keys }: KeyStrip): HTMLElement[] {
  const first = document.createElement("span")
  first.textContent = lead
  return [
    first,
    ...keys.map(([key, does]) => {
      const one = document.createElement("span")
      const cap = document.createElement("kbd")
      cap.textContent = key
      one.append(cap, ` ${does}`)
      return one
    })
  ]
}
