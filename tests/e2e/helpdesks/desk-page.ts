import { drawRedactor } from "../../composers/editors/redactor.ts"

/**
 * Runs in the pages of helpdesks' doubles, bundled by `desk.ts`: draws the editors that the helpdesks draw by script,
 * where their pages have them.
 */
export interface DeskWindow {
  /** Draws those that aren't drawn yet, as after a step without a load. */
  drawEditors(): Promise<void>
  /** Set as soon as the editors of the page that was loaded are drawn. */
  drawn?: true
  /** The keys, clicks and forms sent in the page. */
  pressed: string[]
}

const found = (selector: string) => [...document.querySelectorAll<HTMLElement>(selector)]

const own: DeskWindow = {
  pressed: [],
  async drawEditors() {
    // osTicket: on load and after each step ("pjax:success" in redactor-osticket.js), over `textarea.richtext`.
    for (const box of found("form.tab_content .redactor-box")) {
      const field = box.querySelector<HTMLTextAreaElement>("textarea:not(.redactor-source)")
      if (!field) continue
      box.replaceWith(field)
      drawRedactor(field)
    }
    // Request Tracker 6: `ReplaceAllTextareas` in util.js, by htmx.onLoad also after each step.
    for (const field of found("#UpdateContent.richtext").filter((one) => !one.nextElementSibling)) {
      const { ClassicEditor, Essentials, Paragraph, BlockQuote } = await import("ckeditor5")
      await ClassicEditor.create(field, { licenseKey: "GPL", plugins: [Essentials, Paragraph, BlockQuote] })
    }
    // Help Scout, and Zammad's second interface: what stands in for the editor makes room for a real one.
    for (const still of found("[data-slate-editor]:not([data-drawn])")) {
      const { openSlate } = await import("../../composers/editors/slate.ts")
      const { element } = openSlate()
      for (const name of ["role", "aria-label"]) element.setAttribute(name, still.getAttribute(name) ?? "")
      still.replaceWith(takeIn(element))
    }
    for (const still of found(".ProseMirror.tiptap:not([data-drawn])")) {
      const { openTipTap } = await import("../../composers/editors/tiptap.ts")
      const { element } = openTipTap("")
      for (const name of ["role", "name"]) element.setAttribute(name, still.getAttribute(name) ?? "")
      still.replaceWith(takeIn(element))
    }
  }
}

/** The host of an editor, which was put at the end of the page. */
function takeIn(element: HTMLElement): HTMLElement {
  element.dataset["drawn"] = ""
  return element.parentElement ?? element
}

Object.assign(window, own)
for (const type of ["click", "keydown", "submit"])
  addEventListener(type, ({ target }) => own.pressed.push(`${type} ${String(target)}`), true)
await own.drawEditors()
Object.assign(window, { drawn: true })
