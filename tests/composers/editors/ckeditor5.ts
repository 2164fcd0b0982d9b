import { BlockQuote, ClassicEditor, Bold, Essentials, GeneralHtmlSupport, List, Paragraph } from "ckeditor5"
import { linesOf, type Opened } from "../editor.ts"

export async function openCKEditor5(html: string): Promise<Opened> {
  const host = document.body.appendChild(document.createElement("div"))
  const source = host.appendChild(document.createElement("div"))
  const editor = await ClassicEditor.create(source, {
    licenseKey: "GPL",
    plugins: [Essentials, Paragraph, Bold, BlockQuote, List, GeneralHtmlSupport],
    htmlSupport: { allow: [{ name: /^(div|p)$/, classes: ["signature"] }] },
    initialData: html
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
