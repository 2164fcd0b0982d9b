/**
 * The words that are selected in a sent text of the page, on one line; "" where what is selected can't be told as a
 * name (a placeholder is among it). `undefined`: nothing is selected there, and what was before may stay.
 */
export function selectedText(page: HTMLElement | null): string | undefined {
  const selection = document.getSelection()
  if (!page || !selection || selection.isCollapsed || selection.rangeCount === 0) return undefined
  const range = selection.getRangeAt(0)
  const inside = (node: Node) => (node instanceof Element ? node : node.parentElement)?.closest("[data-sent]")
  const text = inside(range.commonAncestorContainer)
  if (!text || !page.contains(text)) return undefined
  if (range.cloneContents().querySelector("[data-ph], h4")) return ""
  const words = selection.toString().trim().replace(/\s+/g, " ")
  return words === "" ? undefined : words
}
