/** Focuses an element and scrolls as little as needed to show it. */
export function focusOn(id: string | undefined): void {
  const element = id === undefined ? null : document.getElementById(id)
  element?.focus({ preventScroll: true })
  // jsdom has no layout, and so no scrollIntoView.
  element?.scrollIntoView?.({ block: "nearest" })
}
