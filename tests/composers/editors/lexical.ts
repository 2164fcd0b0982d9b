import { createEmptyHistoryState, registerHistory } from "@lexical/history"
import { $createListItemNode, $createListNode, ListItemNode, ListNode, registerList } from "@lexical/list"
import { $createQuoteNode, QuoteNode, registerRichText } from "@lexical/rich-text"
import { $createParagraphNode, $createTextNode, $getRoot, createEditor, HISTORY_MERGE_TAG } from "lexical"
import { plainOf, type Opened, type Standing } from "../editor.ts"

/** Each line is a paragraph, as Enter makes them. */
export function openLexical(standing: Standing = {}): Opened {
  const host = document.body.appendChild(document.createElement("div"))
  const element = host.appendChild(document.createElement("div"))
  element.contentEditable = "true"
  element.style.whiteSpace = "pre-wrap"
  const editor = createEditor({
    nodes: [QuoteNode, ListNode, ListItemNode],
    onError: (error) => {
      throw error
    }
  })
  editor.setRootElement(element)
  const fill = () =>
    editor.update(
      () => {
        $getRoot().clear()
        const { list, ...others } = standing
        if (list)
          $getRoot().append(
            $createListNode("bullet").append(
              ...list.map((point) => $createListItemNode().append($createTextNode(point)))
            )
          )
        const text = plainOf(others)
        for (const line of list && !text ? [] : text.split("\n")) {
          const quoted = line.startsWith("> ")
          const node = quoted ? $createQuoteNode() : $createParagraphNode()
          $getRoot().append(line === "" ? node : node.append($createTextNode(quoted ? line.slice(2) : line)))
        }
      },
      { discrete: true, tag: HISTORY_MERGE_TAG }
    )
  const ends = [registerRichText(editor), registerList(editor), registerHistory(editor, createEmptyHistoryState(), 300)]
  fill()
  return {
    element,
    model: () => JSON.stringify(editor.getEditorState()),
    lines: () =>
      editor.getEditorState().read(() =>
        $getRoot()
          .getChildren()
          .map((line) => line.getTextContent())
          .join("\n")
      ),
    readOnly: () => editor.setEditable(false),
    revert() {
      const end = editor.registerTextContentListener(() => {
        end()
        fill()
      })
    },
    close() {
      for (const end of ends) end()
      editor.setRootElement(null)
      host.remove()
    }
  }
}
