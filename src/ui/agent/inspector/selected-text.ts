/**
 * Returns the words that are selected in a sent text of the page, on one line. Returns "" if the selection can't be a
 * name because it contains a placeholder. Returns `undefined` if nothing is selected there, so that an earlier
 * selection may stay.
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
