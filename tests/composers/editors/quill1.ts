import Quill from "quill1"
import "quill1/dist/quill.snow.css"
import type { Opened, Standing } from "../editor.ts"
import { quillContents } from "./quill.ts"

/** Quill 1.3, which many helpdesks still have. */
export function openQuill1(standing: Standing = {}): Opened {
  const host = document.body.appendChild(document.createElement("div"))
  const quill = new Quill(host.appendChild(document.createElement("div")), { theme: "snow" })
  const contents = quillContents(standing)
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
