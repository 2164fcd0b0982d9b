import tinymce from "tinymce"
import "tinymce/icons/default"
import "tinymce/models/dom"
import "tinymce/skins/content/default/content.js"
import "tinymce/skins/ui/oxide/content.js"
import "tinymce/skins/ui/oxide/skin.js"
import "tinymce/themes/silver"
import { linesOf, type Opened } from "../editor.ts"

export async function openTinyMCE(html: string, inline: boolean): Promise<Opened> {
  const host = document.body.appendChild(document.createElement("div"))
  const target = host.appendChild(document.createElement(inline ? "div" : "textarea"))
  const [editor] = await tinymce.init({ target, inline, license_key: "gpl", promotion: false, branding: false })
  if (!editor) throw new Error("TinyMCE made no editor")
  editor.setContent(html)
  editor.undoManager.clear()
  editor.undoManager.add()
  return {
    element: editor.getBody(),
    model: () => editor.getContent(),
    lines: () => linesOf(editor.getContent()),
    readOnly: () => editor.mode.set("readonly"),
    revert: () => editor.once("input", () => editor.setContent(html)),
    close() {
      editor.remove()
      host.remove()
    }
  }
}
