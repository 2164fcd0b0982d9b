import { baseKeymap, toggleMark } from "@tiptap/pm/commands"
import { history, redo, undo } from "@tiptap/pm/history"
import { keymap } from "@tiptap/pm/keymap"
import { DOMParser as Reader, Schema } from "@tiptap/pm/model"
import { schema as basic } from "prosemirror-schema-basic"
import { addListNodes } from "@tiptap/pm/schema-list"
import { EditorState } from "@tiptap/pm/state"
import { EditorView } from "@tiptap/pm/view"
import type { Opened } from "../editor.ts"

const schema = new Schema({
  nodes: addListNodes(basic.spec.nodes, "paragraph block*", "block"),
  marks: basic.spec.marks
})
const bold = schema.marks["strong"]

/** ProseMirror as its own guide sets it up. */
export function openProseMirror(html: string): Opened {
  const host = document.body.appendChild(document.createElement("div"))
  const read = () => Reader.fromSchema(schema).parse(new DOMParser().parseFromString(html, "text/html").body)
  let editable = true
  let reverts = false
  const view: EditorView = new EditorView(host, {
    state: EditorState.create({
      doc: read(),
      plugins: [
        history(),
        keymap({ "Mod-z": undo, "Mod-Shift-z": redo, ...(bold ? { "Mod-b": toggleMark(bold) } : {}) }),
        keymap(baseKeymap)
      ]
    }),
    editable: () => editable,
    dispatchTransaction(change) {
      view.updateState(view.state.apply(change))
      if (!reverts || !change.docChanged) return
      reverts = false
      view.dispatch(view.state.tr.replaceWith(0, view.state.doc.content.size, read().content))
    }
  })
  return {
    element: view.dom,
    model: () => JSON.stringify(view.state.doc.toJSON()),
    lines: () => view.state.doc.textBetween(0, view.state.doc.content.size, "\n\n", "\n").replaceAll("\u00a0", " "),
    readOnly() {
      editable = false
      view.setProps({})
    },
    revert: () => (reverts = true),
    close() {
      view.destroy()
      host.remove()
    }
  }
}
