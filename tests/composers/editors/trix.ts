import "trix"
import "trix/dist/trix.css"
import { plainOf, type Opened, type Standing } from "../editor.ts"

export async function openTrix(standing: Standing = {}): Promise<Opened> {
  const host = document.body.appendChild(document.createElement("div"))
  const element = document.createElement("trix-editor")
  const ready = new Promise((resolve) => element.addEventListener("trix-initialize", resolve, { once: true }))
  host.append(element)
  await ready
  const fill = () => element.editor.loadHTML(htmlOf(standing))
  fill()
  return {
    element,
    model: () => element.value,
    lines: () => element.editor.getDocument().toString().replace(/\n$/, "").replaceAll("\u00a0", " "),
    readOnly: () => (element.contentEditable = "false"),
    revert: () => element.addEventListener("trix-change", fill, { once: true }),
    close: () => host.remove()
  }
}

/** Lines of one kind are one block, with breaks between them. */
function htmlOf({ list, ...others }: Standing): string {
  const text = plainOf(others)
  const blocks: { tag: string; lines: string[] }[] = []
  for (const line of text === "" ? [] : text.split("\n")) {
    const tag = line.startsWith("> ") ? "blockquote" : "div"
    const words = (tag === "blockquote" ? line.slice(2) : line).replace(/ $/, "&nbsp;")
    const last = blocks.at(-1)
    if (last?.tag === tag) last.lines.push(words)
    else blocks.push({ tag, lines: [words] })
  }
  const points = list ? `<ul>${list.map((point) => `<li>${point}</li>`).join("")}</ul>` : ""
  return points + blocks.map(({ tag, lines }) => `<${tag}>${lines.join("<br>")}</${tag}>`).join("")
}
