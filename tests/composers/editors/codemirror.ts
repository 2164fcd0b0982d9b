import { defaultKeymap, history, historyKeymap } from "@codemirror/commands"
import { Compartment, EditorState } from "@codemirror/state"
import { EditorView, keymap, placeholder } from "@codemirror/view"
import type { Opened } from "../editor.ts"

export function openCodeMirror(doc: string): Opened {
  const host = document.body.appendChild(document.createElement("div"))
  const locked = new Compartment()
  let reverts = false
  const view: EditorView = new EditorView({
    parent: host,
    doc,
    extensions: [
      history(),
      keymap.of([...historyKeymap, ...defaultKeymap]),
      EditorView.lineWrapping,
      placeholder("Write a reply"),
      locked.of([]),
      EditorView.updateListener.of(({ docChanged }) => {
        if (!docChanged || !reverts) return
        reverts = false
        queueMicrotask(() => view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: doc } }))
      })
    ]
  })
  return {
    element: view.contentDOM,
    model: () => view.state.doc.toString(),
    lines: () => view.state.doc.toString(),
    readOnly: () =>
      view.dispatch({ effects: locked.reconfigure([EditorState.readOnly.of(true), EditorView.editable.of(false)]) }),
    revert: () => (reverts = true),
    close() {
      view.destroy()
      host.remove()
    }
  }
}
