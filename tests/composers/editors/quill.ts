import Quill from "quill"
import "quill/dist/quill.snow.css"
import { plainOf, type Opened, type Standing } from "../editor.ts"

export function openQuill(standing: Standing = {}): Opened {
  const contents = quillContents(standing)
  const host = document.body.appendChild(document.createElement("div"))
  const quill = new Quill(host.appendChild(document.createElement("div")), { theme: "snow" })
  quill.setContents(contents, "silent")
  quill.history.clear()
  return {
    element: quill.root,
    model: () => JSON.stringify(quill.getContents().ops),
    lines: () => quill.getText().replaceAll("\u00a0", " "),
    readOnly: () => quill.disable(),
    revert: () => quill.once("text-change", () => quill.setContents(contents)),
    close: () => host.remove()
  }
}

/** Quotes and points are formats of their lines. */
export function quillContents(standing: Standing) {
  const formats = (line: string) =>
    line.startsWith("> ") ? { blockquote: true } : line.startsWith("- ") ? { list: "bullet" } : undefined
  return plainOf(standing)
    .split("\n")
    .flatMap((line) => {
      const attributes = formats(line)
      return attributes ? [{ insert: line.slice(2) }, { insert: "\n", attributes }] : [{ insert: `${line}\n` }]
    })
}
