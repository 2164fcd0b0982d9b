import { Editor } from "@tiptap/core"
import StarterKit from "@tiptap/starter-kit"
import type { Opened } from "../editor.ts"

/** TipTap is ProseMirror with a history, paste rules and links of its own. */
export function openTipTap(html: string): Opened {
  const host = document.body.appendChild(document.createElement("div"))
  const editor = new Editor({ element: host, extensions: [StarterKit], content: html })
  return {
    element: editor.view.dom,
    model: () => JSON.stringify(editor.getJSON()),
    lines: () => editor.getText({ blockSeparator: "\n\n" }).replaceAll("\u00a0", " "),
    readOnly: () => editor.setEditable(false),
    revert: () => editor.once("update", () => editor.commands.setContent(html)),
    close() {
      editor.destroy()
      host.remove()
    }
  }
}
