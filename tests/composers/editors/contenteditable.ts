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
    lines: () => (ofLines ? seenLines(element) : linesOf(element.innerHTML)).replaceAll("\u00a0", " "),
    readOnly: () => (element.contentEditable = "false"),
    revert: () => element.addEventListener("input", () => fill()),
    close: () => element.remove()
  }
}

/** A block begins and ends a line, a break ends one. */
function seenLines(element: HTMLElement): string {
  const lines: string[] = []
  let open = false
  const walk = (parent: Node) => {
    for (const child of parent.childNodes) {
      const isBlock = /^(DIV|BLOCKQUOTE|UL|LI)$/.test(child.nodeName)
      const text = child.nodeName === "#text" ? (child.textContent ?? "") : ""
      if (text !== "" || (child.nodeName === "BR" && !open)) lines.push((open ? (lines.pop() ?? "") : "") + text)
      if (child.nodeName === "#text") open ||= text !== ""
      else if (isBlock || child.nodeName === "BR") open = false
      walk(child)
      if (isBlock) open = false
    }
  }
  walk(element)
  return lines.join("\n")
}
