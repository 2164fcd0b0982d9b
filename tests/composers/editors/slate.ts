import { createElement, useMemo, useState } from "react"
import { flushSync } from "react-dom"
import { createRoot } from "react-dom/client"
import { createEditor, Editor, Node, Transforms, type BaseEditor, type Descendant } from "slate"
import { withHistory, type HistoryEditor } from "slate-history"
import {
  Editable,
  Slate,
  withReact,
  type ReactEditor,
  type RenderElementProps,
  type RenderLeafProps
} from "slate-react"
import { plainOf, type Opened, type Standing } from "../editor.ts"

declare module "slate" {
  interface CustomTypes {
    Editor: BaseEditor & ReactEditor & HistoryEditor
    Element: { tag: "p" | "blockquote" | "ul" | "li"; children: Descendant[] }
    Text: { text: string; bold?: true }
  }
}

/** Each line is a paragraph, as Slate's Enter makes them. */
export function openSlate(standing: Standing = {}): Opened {
  const host = document.body.appendChild(document.createElement("div"))
  const root = createRoot(host)
  const editor = withHistory(withReact(createEditor()))
  let reverts = false
  let lock: (() => void) | undefined
  function Field() {
    const [readOnly, setReadOnly] = useState(false)
    lock = () => flushSync(() => setReadOnly(true))
    const initialValue = useMemo(() => nodesOf(standing), [])
    return createElement(Slate, {
      editor,
      initialValue,
      onValueChange() {
        if (!reverts) return
        reverts = false
        replaceAll(editor, nodesOf(standing))
      },
      children: createElement(Editable, {
        readOnly,
        placeholder: "Write a reply",
        renderElement,
        renderLeaf,
        onKeyDown({ ctrlKey, key }) {
          if (ctrlKey && key === "b") Editor.addMark(editor, "bold", true)
        }
      })
    })
  }
  flushSync(() => root.render(createElement(Field)))
  const element = host.querySelector<HTMLElement>("[data-slate-editor]")
  if (!element) throw new Error("Slate drew no editable")
  return {
    element,
    model: () => JSON.stringify(editor.children),
    lines: () =>
      editor.children
        .map((node) =>
          "children" in node && node.tag === "ul"
            ? node.children.map((point) => Node.string(point)).join("\n")
            : Node.string(node)
        )
        .join("\n"),
    readOnly: () => lock?.(),
    revert: () => (reverts = true),
    close() {
      root.unmount()
      host.remove()
    }
  }
}

function nodesOf({ list, ...others }: Standing): Descendant[] {
  const text = plainOf(others)
  const lines = list && !text ? [] : text.split("\n")
  return [
    ...(list
      ? [{ tag: "ul" as const, children: list.map((text) => ({ tag: "li" as const, children: [{ text }] })) }]
      : []),
    ...lines.map((line) =>
      line.startsWith("> ")
        ? { tag: "blockquote" as const, children: [{ text: line.slice(2) }] }
        : { tag: "p" as const, children: [{ text: line }] }
    )
  ]
}

function replaceAll(editor: Editor, nodes: Descendant[]): void {
  Editor.withoutNormalizing(editor, () => {
    Transforms.deselect(editor)
    while (editor.children.length > 0) Transforms.removeNodes(editor, { at: [0] })
    Transforms.insertNodes(editor, nodes, { at: [0] })
  })
}

const renderElement = ({ attributes, children, element }: RenderElementProps) =>
  createElement(element.tag, attributes, children)
const renderLeaf = ({ attributes, children, leaf }: RenderLeafProps) =>
  createElement("span", attributes, leaf.bold ? createElement("b", null, children) : children)
