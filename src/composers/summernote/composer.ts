import { contenteditable } from "../contenteditable/composer.ts"
import type { Composer } from "../common/composer.ts"
import { pasteEvent } from "../common/paste.ts"

/** Longer than Summernote waits after a paste before it notes what stands there, in ms. */
const NOTED = 20

/**
 * Summernote 0.9. Leaves a paste to the browser, so text goes in as into any contenteditable. Its undo goes back to
 * what it noted last, which may be many words ago: a paste of nothing has it note what stands there now. Not once more
 * behind the draft: the agent's click into the editor is noted as well, and of two equal notes one undo would seem to
 * do nothing.
 */
export const summernote: Composer = {
  ...contenteditable,
  id: "summernote",
  accepts: (element) => element.matches(".note-editable"),
  async insert(element, text, at, still) {
    await note(element, still)
    return contenteditable.insert(element, text, at, still)
  },
  async replace(element, from, to, text, still) {
    await note(element, still)
    return contenteditable.replace(element, from, to, text, still)
  }
}

async function note(element: HTMLElement, still?: () => boolean): Promise<void> {
  const view = element.ownerDocument.defaultView
  if (!view || !element.isContentEditable || still?.() === false) return
  element.dispatchEvent(pasteEvent(view, {}))
  await new Promise((resolve) => setTimeout(resolve, NOTED))
}
