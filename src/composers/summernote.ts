import { contenteditable } from "./contenteditable.ts"
import type { Composer } from "./composer.ts"

/** Longer than Summernote waits after a paste before it notes what stands there, in ms. */
const NOTED = 20

/**
 * Summernote 0.9. Leaves a paste to the browser, so text goes in as into any contenteditable. Its undo goes back to what it noted
 * last, which may be many words ago: a paste of nothing, before and after, has it note what stands there.
 */
export const summernote: Composer = {
  ...contenteditable,
  id: "summernote",
  accepts: (element) => element.matches(".note-editable"),
  async insert(element, text, at, still) {
    await note(element, still)
    await contenteditable.insert(element, text, at, still)
    await note(element, still)
  },
  async replace(element, from, to, text, still) {
    await note(element, still)
    await contenteditable.replace(element, from, to, text, still)
    await note(element, still)
  }
}

async function note(element: HTMLElement, still?: () => boolean): Promise<void> {
  const view = element.ownerDocument.defaultView
  if (!view || !element.isContentEditable || still?.() === false) return
  element.dispatchEvent(new view.ClipboardEvent("paste", { bubbles: true, cancelable: true, clipboardData: new view.DataTransfer() }))
  await new Promise((resolve) => setTimeout(resolve, NOTED))
}
