import { linesOf, type Opened } from "../editor.ts"

/** An element that the browser itself edits: what stands in it is what is saved. */
export function openContentEditable(html: string, ofLines = false): Opened {
  const element = document.createElement("div")
  element.contentEditable = "true"
  const fill = () => element.replaceChildren(...new DOMParser().parseFromString(html, "text/html").body.childNodes)
  fill()
  document.body.append(element)
  document.execCommand("defaultParagraphSeparator", false, ofLines ? "div" : "p")
  return {
    element,
    model: () => element.innerHTML,
    lines: () => (ofLines ? [...element.querySelectorAll("div:not(:has(div)), blockquote")].map((line) => line.textContent).join("\n") : linesOf(element.innerHTML)).replaceAll("\u00a0", " "),
    readOnly: () => (element.contentEditable = "false"),
    revert: () => element.addEventListener("input", () => fill()),
    close: () => element.remove()
  }
}
