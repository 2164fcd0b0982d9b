import { createElement, useState, type TextareaHTMLAttributes } from "react"
import { flushSync } from "react-dom"
import { createRoot } from "react-dom/client"
import ckeditor4Url from "ckeditor4/ckeditor.js?url"
import { BlockQuote, ClassicEditor, Bold, Essentials, GeneralHtmlSupport, List, Paragraph } from "ckeditor5"

/** What stands in an editor before: each part left out is not there. `blank`: an empty paragraph under what stands above. */
export interface Standing {
  own?: string[]
  blank?: boolean
  quote?: string[]
  signature?: string[]
}

/** One real editor, opened. */
export interface Opened {
  element: HTMLElement
  /** What the editor would save, to the byte: its own data, value or state. */
  model(): string
  /** The same as lines a person reads; paragraphs apart by a blank line. */
  lines(): string
  readOnly(): void
  /** Takes back whatever is put in, as a script of the page may. */
  revert(): void
  close(): void
}

export interface Editor {
  name: string
  open(standing?: Standing): Promise<Opened>
}

const ATTRIBUTION = "On Tue, Maya wrote:"

export const editors: Editor[] = [
  { name: "textarea", open: async (standing) => openTextarea(plainOf(standing)) },
  { name: "React textarea", open: async (standing) => openReact(plainOf(standing)) },
  { name: "CKEditor 4", open: (standing = {}) => openCKEditor4(htmlOf(standing, "4")) },
  { name: "CKEditor 5", open: (standing = {}) => openCKEditor5(htmlOf(standing, "5")) }
]

export function plainOf({ own, blank, quote, signature }: Standing = {}): string {
  return [own?.join("\n\n"), blank ? "" : undefined, quote && `${ATTRIBUTION}\n${quote.map((line) => `> ${line}`).join("\n")}`, signature && ["-- ", ...signature].join("\n")]
    .filter((part) => part !== undefined).join("\n\n")
}

/** Request Tracker's way of quoting in 4, a signature of Zendesk's kind in 5. */
function htmlOf({ own = [], blank, quote, signature }: Standing, version: "4" | "5"): string {
  const four = version === "4"
  return [
    ...own.map((words) => `<p>${words}</p>`), ...(blank ? ["<p>&nbsp;</p>"] : []),
    ...(quote ? [four ? `<div>${ATTRIBUTION}<blockquote><pre>${quote.join("\n")}\n</pre></blockquote></div>` : `<p>${ATTRIBUTION}</p><blockquote><p>${quote.join("<br>")}</p></blockquote>`] : []),
    ...(signature ? [four ? `<p>--&nbsp;<br>${signature.join("<br>")}</p>` : `<p class="signature">${signature.join("<br>")}</p>`] : [])
  ].join("")
}

function openTextarea(value: string): Opened {
  const element = document.createElement("textarea")
  element.value = value
  document.body.append(element)
  return {
    element,
    model: () => element.value,
    lines: () => element.value,
    readOnly: () => (element.readOnly = true),
    revert: () => element.addEventListener("input", () => (element.value = value)),
    close: () => element.remove()
  }
}

function openReact(value: string): Opened {
  const host = document.body.appendChild(document.createElement("div"))
  const root = createRoot(host)
  let state = value
  let taken = (next: string) => next
  let readOnly: (() => void) | undefined
  function Field() {
    const [words, setWords] = useState(value)
    const [locked, setLocked] = useState(false)
    state = words
    readOnly = () => flushSync(() => setLocked(true))
    return createElement<TextareaHTMLAttributes<HTMLTextAreaElement>>("textarea", { value: words, readOnly: locked, onChange: (event) => setWords(taken(event.currentTarget.value)) })
  }
  flushSync(() => root.render(createElement(Field)))
  const element = host.querySelector("textarea")
  if (!element) throw new Error("React drew no textarea")
  return {
    element,
    model: () => state,
    lines: () => state,
    readOnly: () => readOnly?.(),
    revert: () => (taken = () => value),
    close() {
      root.unmount()
      host.remove()
    }
  }
}

export async function openCKEditor4(html: string): Promise<Opened> {
  await loadCKEditor4()
  const host = document.body.appendChild(document.createElement("div"))
  const editor = await new Promise<CKEditor4>((resolve) => {
    const made = window.CKEDITOR.replace(host.appendChild(document.createElement("textarea")), { versionCheck: false, allowedContent: true, height: 200 })
    made.on("instanceReady", () => made.setData(html, { callback: () => resolve(made) }))
  })
  editor.resetUndo()
  return {
    element: editor.editable().$,
    model: () => editor.getData(),
    lines: () => linesOf(editor.getData()),
    readOnly: () => editor.setReadOnly(true),
    revert: () => editor.on("afterPaste", () => editor.editable().setHtml(html)),
    close() {
      editor.destroy()
      host.remove()
    }
  }
}

let loading: Promise<unknown> | undefined
function loadCKEditor4(): Promise<unknown> {
  return loading ??= new Promise((resolve, reject) => {
    window.CKEDITOR_BASEPATH = new URL(ckeditor4Url, location.href).href.replace(/[^/]*$/, "")
    const script = Object.assign(document.createElement("script"), { src: ckeditor4Url, onload: resolve, onerror: reject })
    document.head.append(script)
  })
}

export async function openCKEditor5(html: string): Promise<Opened> {
  const host = document.body.appendChild(document.createElement("div"))
  const source = host.appendChild(document.createElement("div"))
  const editor = await ClassicEditor.create(source, {
    licenseKey: "GPL", plugins: [Essentials, Paragraph, Bold, BlockQuote, List, GeneralHtmlSupport],
    htmlSupport: { allow: [{ name: /^(div|p)$/, classes: ["signature"] }] }, initialData: html
  })
  const element = host.querySelector<HTMLElement>(".ck-editor__editable")
  if (!element) throw new Error("CKEditor 5 drew no editable")
  return {
    element,
    model: () => editor.getData(),
    lines: () => linesOf(editor.getData()),
    readOnly: () => editor.enableReadOnlyMode("test"),
    revert: () => editor.model.document.once("change:data", () => editor.setData(html)),
    close() {
      void editor.destroy()
      host.remove()
    }
  }
}

/** Saved HTML as lines, by a way of its own: paragraphs of text, breaks, nothing else. CKEditor 4 saves a line's end after each break. */
function linesOf(html: string): string {
  const saved = new DOMParser().parseFromString(html.replace(/<br \/>\n/g, "<br>"), "text/html")
  saved.querySelectorAll("br").forEach((each) => each.replaceWith("\n"))
  const paragraphs = [...saved.querySelectorAll("p, pre")].map((each) => (each.textContent ?? "").replaceAll("\u00a0", " ").replace(/^ $/, ""))
  return paragraphs.join("\n\n")
}
