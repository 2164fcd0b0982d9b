import type { Point } from "./rich-text.ts"

declare global {
  interface Window {
    /** The window as the page's own scripts see it; only Firefox has it. */
    wrappedJSObject?: Window & typeof globalThis
  }
}

/** In ms. An editor takes a paste at once or in its next few tasks; after this time it has ignored it. */
const MAX_WAIT_MS = 400

/** HTML of the paragraphs, which a blank line separates; every other line break stays a line break. */
export function paragraphs(text: string): string[] {
  return text
    .replace(/\r\n?/g, "\n")
    .split("\n\n")
    .map((paragraph) => `<p>${inline(paragraph) || "&nbsp;"}</p>`)
}

/** HTML of the text; a single paragraph joins the one that it is inserted into. */
export function inParagraph(text: string): string {
  return text.includes("\n\n") ? paragraphs(text).join("") : inline(text)
}

/** One paragraph's text as HTML. Nothing in it becomes markup, and no spaces or tabs are collapsed. */
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
 * Gives an editor a paste of HTML and plain text between two points, as the browser would. It resolves when the
 * editor's text has changed, or after a time limit. The caller must read what the editor made of it, because neither
 * the event nor a return value proves anything.
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
  const changed = change(element, () => element.textContent !== before, AbortSignal.timeout(MAX_WAIT_MS))
  element.dispatchEvent(pasteEvent(view, { ...(html ? { "text/html": html } : {}), "text/plain": text }))
  await changed
}

/**
 * A paste event with data of these types. It is made in the page's own world and filled there: in Firefox 153 the
 * page's scripts see neither what a content script puts into a clipboard of its own nor what was in it before. Chromium
 * makes no such difference.
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

/** The agent's own selection, if it lies in this editor. */
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
 * Sets the selection and makes the editor take it over now. While the side panel has the focus, the page gets no focus
 * event and the selection event too late, so an editor would write at the place that it remembers.
 */
export function setSelection(
  element: HTMLElement,
  [start, startOffset]: Point,
  [end, endOffset]: Point = [start, startOffset]
): void {
  const { ownerDocument: document } = element
  giveFocus(element)
  const view = document.defaultView
  if (!view) return
  document.getSelection()?.setBaseAndExtent(start, startOffset, end, endOffset)
  document.dispatchEvent(new view.Event("selectionchange"))
}

/** Focuses the editor, and says so to it where the page itself has no focus and the browser says nothing. */
export function giveFocus(element: HTMLElement): void {
  const { ownerDocument: document } = element
  element.focus({ preventScroll: true })
  // There is no view if the page has removed the editor's frame because of the focus.
  const view = document.defaultView
  if (!view || document.hasFocus()) return
  element.dispatchEvent(new view.FocusEvent("focus"))
  // React hears of the focus by this one.
  element.dispatchEvent(new view.FocusEvent("focusin", { bubbles: true }))
}

function change(element: HTMLElement, done: () => boolean, limit: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      observer.disconnect()
      // The editor saves its own undo step in a task that was queued before this one.
      setTimeout(resolve)
    }
    const observer = new MutationObserver(() => void (done() && end()))
    observer.observe(element, { childList: true, characterData: true, subtree: true })
    limit.addEventListener("abort", end, { once: true })
  })
}
