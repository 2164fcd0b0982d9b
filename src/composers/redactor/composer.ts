import { setSelection } from "../common/paste-event.ts"
import { pasting } from "../common/pasting-composer.ts"
import { browserEdited } from "../contenteditable/composer.ts"

/**
 * Redactor. The browser's own insertion reaches its element and the field that is sent, but Ctrl+Z is Redactor's own:
 * it goes back to the state that Redactor saved last, which may be some words ago, and does nothing when it saved none.
 * Redactor saves a state at the events of a pointer in its text, so it gets the end of one first. A paste would make it
 * save, too, and leaves an invisible character.
 */
export const redactor = pasting({
  ...browserEdited,
  id: "redactor",
  accepts: ".redactor-in[contenteditable], .redactor_editor[contenteditable], .redactor-editor[contenteditable]",
  async put(element, from, to, html, text, still) {
    setSelection(element, from, to)
    if (still?.() === false) return
    saveState(element)
    await browserEdited.put(element, from, to, html, text, still)
  }
})

/** An element that does something when it is pressed. */
const PRESSED = "a, button, summary, label, input, select, [onclick], [onmouseup], [role=button], [role=link]"

/** Nothing is pressed by it: a button goes by "click", and an editor that lies in one isn't told. */
function saveState(element: HTMLElement): void {
  const view = element.ownerDocument.defaultView
  if (!view || !element.isContentEditable || element.closest(PRESSED)) return
  element.dispatchEvent(new view.MouseEvent("mouseup", { bubbles: true, cancelable: true, view }))
}
