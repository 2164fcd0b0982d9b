import ckeditor4Url from "ckeditor4/ckeditor.js?url"
import { linesOf, type Opened } from "../editor.ts"

export async function openCKEditor4(html: string): Promise<Opened> {
  await loadCKEditor4()
  const host = document.body.appendChild(document.createElement("div"))
  const editor = await new Promise<CKEditor4>((resolve) => {
    const made = window.CKEDITOR.replace(host.appendChild(document.createElement("textarea")), {
      versionCheck: false,
      allowedContent: true,
      height: 200
    })
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
  return (loading ??= new Promise((resolve, reject) => {
    window.CKEDITOR_BASEPATH = new URL(ckeditor4Url, location.href).href.replace(/[^/]*$/, "")
    const script = Object.assign(document.createElement("script"), {
      src: ckeditor4Url,
      onload: resolve,
      onerror: reject
    })
    document.head.append(script)
  }))
}
