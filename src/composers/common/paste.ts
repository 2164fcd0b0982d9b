import type { Point } from "./rich-text.ts"

declare global {
  interface Window {
    /** Firefox only: the window as the page's own scripts see it. */
    wrappedJSObject?: Window & typeof globalThis
  }
}

/** An editor takes a paste at once or within its next turns; after this many ms it has left it. */
const LONGEST = 400

/** Paragraphs apart by a blank line as HTML; each further break stays one. */
export function paragraphs(text: string): string[] {
  return text
    .replace(/\r\n?/g, "\n")
    .split("\n\n")
    .map((paragraph) => `<p>${inline(paragraph) || "&nbsp;"}</p>`)
}

/** A single paragraph joins the one it is put into. */
export function inParagraph(text: string): string {
  return text.includes("\n\n") ? paragraphs(text).join("") : inline(text)
}

/** One paragraph's text as HTML: nothing in it is markup, and no space or tab is folded. */
export function inline(text: string): string {
  const signs: Record<string, string> = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    "\n": "<br>",
    "\t": "&nbsp;&nbsp;&nbsp;&nbsp;",
    "\u00a0": "&nbsp;"
  }
  return text
    .replace(/[&<>\n\t\u00a0]/g, (sign) => signs[sign] ?? sign)
    .replace(/ (?= )|^ | $|(?<=<br>) | (?=<br>)/g, "&nbsp;")
}

/**
 * Hands an editor a paste of both flavours between two points of its text, as the browser would. Resolves when its text
 * has changed, or when it has had time enough. What it made of it must be read: neither the event nor a return value
 * proves anything.
 */
export async function paste(
  element: HTMLElement,
  from: Point,
  to: Point,
  html: string,
  text: string,
  still?: () => boolean
): Promise<void> {
  const view = element.ownerDocument.defaultView
  if (!view || !element.isContentEditable) return
  setSelection(element, from, to)
  if (still?.() === false) return
  const before = element.textContent
  const changed = change(element, () => element.textContent !== before, AbortSignal.timeout(LONGEST))
  element.dispatchEvent(pasteEvent(view, { ...(html ? { "text/html": html } : {}), "text/plain": text }))
  await changed
}

/**
 * A paste of these flavours, made in the page's own world and filled when it is there: in Firefox the page's scripts
 * see nothing of what a content script put into a clipboard of its own, nor of what stood in it before (153). Chromium
 * knows no such difference.
 */
export function pasteEvent(view: Window & typeof globalThis, flavours: Record<string, string>): ClipboardEvent {
  const page = view.wrappedJSObject ?? view
  const options = Object.assign(new page.Object(), {
    bubbles: true,
    cancelable: true,
    composed: true,
    clipboardData: new page.DataTransfer()
  })
  const event = new page.ClipboardEvent("paste", options)
  for (const [type, data] of Object.entries(flavours)) event.clipboardData?.setData(type, data)
  return event
}

/** The agent's own selection, where it lies in this editor. */
export function rangeIn(element: HTMLElement): [Point, Point] | undefined {
  const selection = element.ownerDocument.getSelection()
  const range = selection?.rangeCount ? selection.getRangeAt(0) : undefined
  if (!range || !element.contains(range.commonAncestorContainer)) return undefined
  return [
    [range.startContainer, range.startOffset],
    [range.endContainer, range.endOffset]
  ]
}

/**
 * Sets the selection and has the editor take it over now. While the side panel has the focus the page hears neither of
 * a focus nor in time of a selection, and an editor would write at the place that it remembers.
 */
export function setSelection(
  element: HTMLElement,
  [start, startOffset]: Point,
  [end, endOffset]: Point = [start, startOffset]
): void {
  const { ownerDocument: document } = element
  element.focus({ preventScroll: true })
  // None where the page has taken the editor's frame away because of the focus.
  const view = document.defaultView
  if (!view) return
  if (!document.hasFocus()) element.dispatchEvent(new view.FocusEvent("focus"))
  document.getSelection()?.setBaseAndExtent(start, startOffset, end, endOffset)
  document.dispatchEvent(new view.Event("selectionchange"))
}

function change(element: HTMLElement, done: () => boolean, limit: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      observer.disconnect()
      // Its own note for undo follows in a turn of its own, which was asked for before this one.
      setTimeout(resolve)
    }
    const observer = new MutationObserver(() => void (done() && end()))
    observer.observe(element, { childList: true, characterData: true, subtree: true })
    limit.addEventListener("abort", end, { once: true })
  })
}
