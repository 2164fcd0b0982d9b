import { observeChanges, type Observing } from "../../helpdesks/contract/observe-changes.ts"
import { eachRoot, isDocument, type Root } from "./deep-page.ts"

/**
 * Calls `look` when something changes in a frame or an open shadow root of the page, also in those that come later.
 * What changes in the page itself is observed by others.
 */
export function observeRoots(
  document: Document,
  look: () => void,
  signal: AbortSignal,
  changes: MutationObserverInit = CHANGES,
  observing?: Observing
): void {
  const observed = new WeakSet<Root>([document])
  const observeNew = () => {
    let isNew = false
    eachRoot(document, (root) => {
      if (observed.has(root)) return
      const top = isDocument(root) ? root.documentElement : root
      observed.add(root)
      isNew = true
      if (top) observeChanges(top, changes, changed, signal, observing)
    })
    return isNew
  }
  const changed = () => {
    observeNew()
    look()
  }
  observeNew()
  observeChanges(document.documentElement, { childList: true, subtree: true }, () => observeNew() && look(), signal)
  // A frame's page comes after its element.
  document.addEventListener("load", changed, { capture: true, signal })
}

const CHANGES = { childList: true, subtree: true, characterData: true }
