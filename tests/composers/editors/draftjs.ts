import "./draftjs-globals.ts"
import { convertFromRaw, convertToRaw, Editor, EditorState, RichUtils, type RawDraftContentBlock } from "draft-js"
import "draft-js/dist/Draft.css"
import { createElement, useState } from "react"
import { flushSync } from "react-dom"
import { createRoot } from "react-dom/client"
import { plainOf, type Opened, type Standing } from "../editor.ts"

export function openDraftJs(standing: Standing = {}): Opened {
  const host = document.body.appendChild(document.createElement("div"))
  const root = createRoot(host)
  let state = EditorState.createWithContent(convertFromRaw({ blocks: blocksOf(standing), entityMap: {} }))
  let reverts = false
  let lock: (() => void) | undefined
  function Field() {
    const [shown, show] = useState(state)
    const [readOnly, setReadOnly] = useState(false)
    lock = () => flushSync(() => setReadOnly(true))
    const take = (next: EditorState) => {
      const refused = reverts && next.getCurrentContent() !== state.getCurrentContent()
      state = refused ? EditorState.forceSelection(state, state.getSelection()) : next
      show(state)
    }
    return createElement(Editor, {
      editorState: shown,
      readOnly,
      placeholder: "Write a reply",
      onChange: take,
      handleKeyCommand(command, before) {
        const next = RichUtils.handleKeyCommand(before, command)
        if (next) take(next)
        return next ? "handled" : "not-handled"
      }
    })
  }
  flushSync(() => root.render(createElement(Field)))
  const element = host.querySelector<HTMLElement>(".public-DraftEditor-content")
  if (!element) throw new Error("Draft.js drew no editable")
  return {
    element,
    model: () => JSON.stringify(convertToRaw(state.getCurrentContent()).blocks),
    lines: () => state.getCurrentContent().getPlainText("\n"),
    readOnly: () => lock?.(),
    revert: () => (reverts = true),
    close() {
      root.unmount()
      host.remove()
    }
  }
}

/** Quotes and points are types of their lines. */
function blocksOf(standing: Standing): RawDraftContentBlock[] {
  return plainOf(standing)
    .split("\n")
    .map((line, n) => {
      const type = line.startsWith("> ") ? "blockquote" : line.startsWith("- ") ? "unordered-list-item" : "unstyled"
      const text = type === "unstyled" ? line : line.slice(2)
      return { key: `line${n}`, type, text, depth: 0, inlineStyleRanges: [], entityRanges: [] }
    })
}
