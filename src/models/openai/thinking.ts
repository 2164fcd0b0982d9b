import { ModelError } from "../drafter/contract.ts"

/**
 * Removes a model's thoughts from its text: `<think>...</think>` at the start, wherever the pieces are split. What
 * `push` and `end` return may be shown, and the draft begins with its first visible character.
 * @throws ModelError at a closing tag that nothing opened, because the text before it was thought and not draft
 */
export function withoutThoughts(): { push(text: string): string; end(): string } {
  let place: "start" | "thought" | "letter" = "start"
  let held = ""

  function push(text: string): string {
    held += text
    while (place !== "letter" && moved()) continue
    return place === "letter" ? letter() : ""
  }

  /** Moves from one place to the next. Returns false if more text must arrive first. */
  function moved(): boolean {
    const tag = place === "thought" ? CLOSE.exec(held) : OPENS.exec((held = held.trimStart()))
    if (tag) {
      held = held.slice(tag.index + tag[0].length)
      place = place === "thought" ? "start" : "thought"
      return true
    }
    if (place === "thought") held = held.slice(-LONGEST)
    else if (held !== "" && !OPEN.some((open) => open.startsWith(held.toLowerCase()))) place = "letter"
    return place === "letter"
  }

  function letter(): string {
    if (CLOSE.test(held)) throw shown()
    const from = held.lastIndexOf("<")
    const tail = from >= 0 && TAGS.some((tag) => tag.startsWith(held.slice(from).toLowerCase())) ? from : held.length
    const free = held.slice(0, tail)
    held = held.slice(tail)
    return free
  }

  return { push, end: () => (place === "thought" ? "" : held) }
}

const OPEN = ["<think>", "<thinking>"]
const OPENS = /^<think(?:ing)?>/i
const TAGS = ["</think>", "</thinking>"]
const CLOSE = /<\/think(?:ing)?>/i
const LONGEST = 12

function shown(): ModelError {
  return new ModelError(
    "model-bad-answer",
    "The model writes its thoughts into the letter. Switch its thinking off, or its server's reasoning parser on.",
    false
  )
}
