import { linesOf, nodesOf, type Opened } from "../editor.ts"

/** In ms, from the last change until Redactor has filled the field. */
const SYNCED_AFTER = 200

export interface Redactor extends Opened {
  /** The hidden field that is sent. */
  field: HTMLTextAreaElement
}

/**
 * Redactor 3.5 by our own hand, as docs/composers/redactor.md tells: it is sold, and no part of these tests. The browser
 * edits its element, but Ctrl+Z is its own; a moment after each change the field is filled.
 */
export function openRedactor(html: string): Redactor {
  const host = document.body.appendChild(document.createElement("form"))
  const field = host.appendChild(document.createElement("textarea"))
  field.value = html
  return { ...drawRedactor(field), close: () => host.remove() }
}

/** Puts Redactor over a field, with its box around both. */
export function drawRedactor(field: HTMLTextAreaElement): Omit<Redactor, "close"> {
  const html = field.value || "<p></p>"
  const box = Object.assign(document.createElement("div"), { className: "redactor-box", dir: "ltr" })
  const element = Object.assign(document.createElement("div"), {
    className: "redactor-styles redactor-in redactor-in-0",
    contentEditable: "true",
    dir: "ltr",
    role: "presentation"
  })
  element.append(...nodesOf(html))
  field.before(box)
  field.classList.add("redactor-source")
  field.style.display = "none"
  // Its own style gives an empty paragraph a height, without which no caret can stand in it.
  box.append(createStyle(), element, field)
  let reverts = false
  let timer: ReturnType<typeof setTimeout> | undefined
  new MutationObserver(() => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      field.value = element.innerHTML
      if (reverts) element.replaceChildren(...nodesOf(html))
      reverts = false
    }, SYNCED_AFTER)
  }).observe(element, { attributes: true, subtree: true, childList: true, characterData: true })
  keepStates(element)
  // Never left to the browser, and no space stays unbroken. Of a paste without anything a mark of the caret stays.
  element.addEventListener("paste", (event) => {
    event.preventDefault()
    const pasted = document.createDocumentFragment()
    const text = event.clipboardData?.getData("text/html").replaceAll("&nbsp;", " ").trim() ?? ""
    pasted.append(...nodesOf(text || "\ufeff"))
    document.getSelection()?.getRangeAt(0).insertNode(pasted)
  })
  return {
    element,
    field,
    model: () => element.innerHTML,
    lines: () => linesOf(element.innerHTML).replaceAll("\u00a0", " "),
    readOnly() {
      element.removeAttribute("contenteditable")
      element.classList.add("redactor-read-only")
    },
    revert: () => void (reverts = true)
  }
}

/** At these Redactor saves the state that it goes back to. */
const SAVED_AT = ["paste", "click", "contextmenu", "mouseup", "touchstart", "cut", "copy", "dragstart", "drop"]

/**
 * Redactor's own undo. Of keys only some save a state, so that a step is more than one character: here those that are no
 * letter. What a script or the browser changes saves none.
 */
function keepStates(element: HTMLElement): void {
  const undo: string[] = []
  const redo: string[] = []
  const save = () => {
    if (undo.at(-1) === element.innerHTML) return
    undo.push(element.innerHTML)
    redo.length = 0
  }
  const go = (from: string[], to: string[]) => {
    while (from.at(-1) === element.innerHTML) from.pop()
    const state = from.pop()
    if (state === undefined) return
    to.push(element.innerHTML)
    element.replaceChildren(...nodesOf(state))
    document.getSelection()?.selectAllChildren(element)
    document.getSelection()?.collapseToEnd()
  }
  for (const type of SAVED_AT) element.addEventListener(type, save)
  const SILENT = /^(?:\p{L}|Arrow.*|Shift|Control)$/u
  element.addEventListener("keyup", ({ key, ctrlKey }) => void (ctrlKey || SILENT.test(key) || save()))
  element.addEventListener("keydown", (event) => {
    const { ctrlKey, shiftKey, key } = event
    if (!ctrlKey) return void (SILENT.test(key) || save())
    if (!/^[zy]$/i.test(key)) return
    event.preventDefault()
    if (shiftKey || key.toLowerCase() === "y") go(redo, undo)
    else go(undo, redo)
  })
}

function createStyle(): HTMLStyleElement {
  return Object.assign(document.createElement("style"), { textContent: ".redactor-in p:empty { min-height: 1.5em }" })
}
