import type { Composer } from "../common/composer.ts"
import { endOfOwnWords, blankLinesAround } from "../common/insert-position.ts"

/**
 * A plain text field. `insertText` goes through the browser's own editing, so Ctrl+Z undoes it and React notices it.
 */
export const textarea: Composer = {
  id: "textarea",
  // CodeMirror 5 takes keys in a hidden field and keeps its text elsewhere.
  accepts: (element) => isTextarea(element) && !element.closest(".CodeMirror"),

  async insert(element, text, at, still) {
    if (!isTextarea(element)) return
    if (at === "own-place") {
      const place = endOfOwnWords(element.value)
      const { before, after } = blankLinesAround(element.value, place)
      put(element, place, place, before + text + after, still)
      const end = place + before.length + text.length
      if (after !== "" && element.selectionEnd === end + after.length) element.setSelectionRange(end, end)
      return
    }
    const { selectionStart, selectionEnd } = element
    return put(element, at === "caret" ? selectionEnd : selectionStart, selectionEnd, text, still)
  },

  async replace(element, from, to, text, still) {
    if (isTextarea(element)) put(element, from, to, text, still)
  },

  read: (element) => (isTextarea(element) ? element.value.trimEnd() : "")
}

/** The name is compared, because `instanceof` fails for an editor in a frame, which is of another realm. */
function isTextarea(element: HTMLElement): element is HTMLTextAreaElement {
  return element.localName === "textarea"
}

function put(field: HTMLTextAreaElement, from: number, to: number, text: string, still?: () => boolean): void {
  if (field.readOnly || field.disabled) return
  const { value: old, ownerDocument: document } = field
  field.focus()
  field.setSelectionRange(from, to)
  if (still?.() === false) return
  const done = document.execCommand?.("insertText", false, text)
  // If it returns true and nothing changed, the page's own script undid it and would do so a second time.
  if (done || field.value !== old) return
  // Where the browser can't (an old Firefox, a detached window), the native setter works; React's own doesn't shadow
  // it.
  const setter = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), "value")?.set
  setter?.call(field, old.slice(0, from) + text + old.slice(to))
  field.setSelectionRange(from + text.length, from + text.length)
  field.dispatchEvent(new (document.defaultView ?? globalThis).Event("input", { bubbles: true }))
}
