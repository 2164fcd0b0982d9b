import { isFrame } from "../recipe/deep-page.ts"

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

/** The look of the picker's marks: the colours of src/ui/kit/tokens.css, which a page's script can't load. */
export const OVERLAY_STYLE = `
:host { --accent: #0f5c4d; --on-accent: #fff; --surface: #fff; --ink: #151b18; --ink-2: #46514b; --control: #78837c; }
@media (prefers-color-scheme: dark) {
  :host { --accent: #74cfb7; --on-accent: #06231c; --surface: #191f1c;
    --ink: #e9eeeb; --ink-2: #b8c2bc; --control: #7f8c85; }
}
.mark { position: absolute; box-sizing: border-box; border: 2px solid var(--accent); outline: 1px solid var(--surface);
  pointer-events: none; }
.mark.alike { border-style: dashed; }
.mark.out { border: 2px dotted var(--control); }
.mark.aim { border-width: 4px; }
.word { position: absolute; z-index: 1; bottom: calc(100% - 10px); right: 8px; padding: 4px 8px; border-radius: 4px;
  background: var(--accent);
  color: var(--on-accent); font: 550 12px/16px system-ui, sans-serif; white-space: nowrap; }
.word.inner { bottom: auto; top: 4px; }
.mark.out .word { background: var(--surface); color: var(--ink-2); border: 1px solid var(--control); }
.strip { position: fixed; z-index: 2; left: 16px; right: 16px; bottom: 16px; margin: 0 auto; width: fit-content;
  max-width: calc(100% - 64px); display: flex;
  flex-wrap: wrap; justify-content: center; gap: 4px 16px; padding: 10px 16px;
  border: 1px solid var(--control); border-radius: 8px; background: var(--surface); color: var(--ink); font: 400 13px/20px system-ui, sans-serif; pointer-events: none; }
.strip.top { top: 16px; bottom: auto; }
.strip[hidden] { display: none; }
kbd { padding: 1px 5px; border: 1px solid var(--control); border-radius: 4px; font: 400 12px/16px system-ui, sans-serif; }
`
