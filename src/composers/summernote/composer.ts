import { contenteditable } from "../contenteditable/composer.ts"
import type { Composer } from "../common/composer.ts"
import { pasteEvent } from "../common/paste-event.ts"

/** In ms. It is longer than Summernote waits after a paste before it saves an undo step. */
const NOTED = 20

/**
 * Summernote 0.9. It leaves a paste to the browser, so text goes in as into any contenteditable. Its undo goes back to
 * the step that it saved last, which may be many words ago, so an empty paste first makes it save the present state. It
 * isn't made to save again after the draft: the agent's click into the editor saves a step too, and between two equal
 * steps one undo would seem to do nothing.
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
