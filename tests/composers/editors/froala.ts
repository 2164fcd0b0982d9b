import { linesOf, nodesOf, type Opened } from "../editor.ts"

/** In ms. Froala waits twice as long before it notes what was typed; 250 is the least that it can be set to. */
const TYPING_PAUSE = 250
const BLOCK = /^(P|BLOCKQUOTE|UL|LI)$/

export interface Froala extends Opened {
  /** The hidden field that is sent. */
  field: HTMLTextAreaElement
}

/**
 * Froala by our own hand, as docs/composers/froala.md tells: its licence doesn't let the real one into these tests. Its
 * undo goes from step to step. It notes one when typing pauses and around a paste, and fills the field with each step.
 */
export function openFroala(html: string): Froala {
  const { box, element, field } = froalaBox()
  const history = openHistory(element, () => (field.value = element.innerHTML))
  const fill = () => element.replaceChildren(...nodesOf(html || "<p><br></p>"))
  fill()
  history.save()
  element.addEventListener("keydown", (event) => {
    const { ctrlKey, shiftKey, key } = event
    if (!ctrlKey) return void (key.startsWith("Arrow") || history.typed())
    if (key.toLowerCase() !== "z") return
    event.preventDefault()
    if (shiftKey) history.redo()
    else history.undo()
  })
  element.addEventListener("blur", () => history.save())
  element.addEventListener("paste", (event) => {
    event.preventDefault()
    history.noteTyping()
    const before = element.innerHTML
    insert(element, cleaned(event.clipboardData))
    history.save(before)
    history.save()
  })
  return {
    element,
    field,
    model: () => element.innerHTML,
    lines: () => linesOf(element.innerHTML.replaceAll("<p><br></p>", "<p>&nbsp;</p>")),
    noted: () => history.noted,
    readOnly() {
      element.contentEditable = "false"
      element.classList.add("fr-disabled")
    },
    revert: () => history.onceChanged(fill),
    close: () => box.remove()
  }
}

function froalaBox() {
  const box = document.body.appendChild(document.createElement("div"))
  box.innerHTML = `<textarea style="display: none"></textarea><div class="fr-box fr-basic fr-top" role="application">
    <div class="fr-toolbar fr-top"></div><div class="fr-wrapper" dir="auto"><div class="fr-element fr-view" dir="auto"
    contenteditable="true" aria-disabled="false" spellcheck="true"></div></div></div>`
  const [element, field] = [box.querySelector<HTMLElement>(".fr-element"), box.querySelector("textarea")]
  if (!element || !field) throw new Error("Froala's box has neither element nor field")
  return { box, element, field }
}

/** The steps of Froala's undo, each the whole text. */
function openHistory(element: HTMLElement, changed: () => void) {
  const steps: string[] = []
  let at = 0
  let pause: ReturnType<typeof setTimeout> | undefined
  let once: (() => unknown) | undefined
  let noted = Promise.resolve()
  const tell = () => {
    changed()
    once?.()
    once = undefined
  }
  const go = (to: number) => {
    if (to < 1 || to > steps.length) return
    at = to
    element.replaceChildren(...nodesOf(steps[at - 1] ?? ""))
    document.getSelection()?.selectAllChildren(element)
    document.getSelection()?.collapseToEnd()
    tell()
  }
  const history = {
    /** Notes a step, or corrects the one that stands. */
    save(step?: string) {
      steps.length = at
      if (step !== undefined && at > 0) steps[at - 1] = step
      else if (steps[at - 1] !== element.innerHTML) {
        at = steps.push(element.innerHTML)
        tell()
      }
    },
    typed() {
      clearTimeout(pause)
      noted = new Promise((resolve) => {
        pause = setTimeout(() => {
          history.noteTyping()
          resolve()
        }, TYPING_PAUSE)
      })
    },
    noteTyping() {
      if (pause === undefined) return
      clearTimeout(pause)
      pause = undefined
      history.save()
    },
    undo: () => go(at - 1),
    redo: () => go(at + 1),
    onceChanged: (then: () => unknown) => void (once = then),
    get noted() {
      return noted
    }
  }
  return history
}

/** What Froala takes of a clipboard. */
function cleaned(clipboard: DataTransfer | null): string {
  const html = clipboard?.getData("text/html") || (clipboard?.getData("text/plain") ?? "").replaceAll("\n", "<br>")
  const { body } = new DOMParser().parseFromString(html.replace(/[\r\n\t]/g, ""), "text/html")
  for (const one of body.querySelectorAll("*")) for (const name of ["class", "id", "style"]) one.removeAttribute(name)
  for (const one of body.querySelectorAll(":empty:not(br, img)")) one.remove()
  return body.innerHTML
}

/** Paragraphs go between those that stand there, in the place of an empty one, and join none; lines go to the caret. */
function insert(element: HTMLElement, html: string): void {
  const selection = document.getSelection()
  const range = selection?.getRangeAt(0)
  if (!selection || !range) return
  removeSelected(element, range)
  const pasted = document.createDocumentFragment()
  pasted.append(...nodesOf(html))
  const last = pasted.lastChild
  const hasBlocks = [...pasted.children].some(({ tagName }) => BLOCK.test(tagName))
  const block = topBlock(element, range.startContainer)
  if (element.textContent === "") element.replaceChildren(...wrapped(pasted))
  else if (!hasBlocks || !block) range.insertNode(pasted)
  else {
    const [above, below] = [document.createRange(), document.createRange()]
    above.setStart(block, 0)
    above.setEnd(range.startContainer, range.startOffset)
    below.selectNodeContents(block)
    below.setStart(range.startContainer, range.startOffset)
    if (block.textContent === "") block.replaceWith(pasted)
    else if (above.toString() === "") block.before(pasted)
    else if (below.toString() === "") block.after(pasted)
    else {
      const rest = block.cloneNode() as Element
      rest.append(below.extractContents())
      block.after(pasted, rest)
    }
  }
  normaliseSpaces(element)
  if (last) selection.setPosition(last.nodeName === "P" ? last : last.parentNode, endIn(last))
}

const endIn = (last: ChildNode) =>
  last.nodeName === "P" ? last.childNodes.length : [...(last.parentNode?.childNodes ?? [])].indexOf(last) + 1

/** The remains of the first and the last paragraph become one. */
function removeSelected(element: HTMLElement, range: Range): void {
  const [first, last] = [topBlock(element, range.startContainer), topBlock(element, range.endContainer)]
  range.deleteContents()
  if (!first || !last || first === last) return
  range.setStart(first, first.childNodes.length)
  range.collapse(true)
  first.append(...last.childNodes)
  last.remove()
}

function topBlock(element: HTMLElement, node: Node): Element | undefined {
  return [...element.children].find((child) => child.contains(node))
}

/** Loose text becomes a paragraph. */
function wrapped(pasted: DocumentFragment): Node[] {
  if ([...pasted.children].some(({ tagName }) => BLOCK.test(tagName))) return [...pasted.childNodes]
  const paragraph = document.createElement("p")
  paragraph.append(pasted)
  return [paragraph]
}

/** Of several spaces every second one doesn't break, of those at an end none does; a single one between words does. */
function normaliseSpaces(element: HTMLElement): void {
  const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  while (texts.nextNode()) {
    const text = texts.currentNode as Text
    const atEnd = !text.nextSibling
    const spaced = text.data
      .replaceAll("\u00a0", " ")
      .replace(/ +/g, (run, from: number) =>
        [...run].map((_, n) => ((n + (from === 0 ? 0 : 1)) % 2 === 0 ? "\u00a0" : " ")).join("")
      )
      .replace(/ $/, atEnd ? "\u00a0" : " ")
    if (spaced !== text.data) text.data = spaced
  }
}
