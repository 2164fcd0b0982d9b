/** A text whose code was taken out, so that no rule about the text changes it. */
export interface WithoutCode {
  text: string
  /** Puts the code back into a changed text. */
  restore(changed: string): string
}

/** Takes out fenced code and code spans. It runs in linear time. */
export function withoutCode(markdown: string): WithoutCode {
  const parts: string[] = []
  const hide = (code: string) => `${OPEN}${parts.push(code) - 1}${CLOSE}`
  const lines: string[] = []
  let fence: { sign: string; lines: string[] } | undefined
  /** These boxes of text are open, by their fences. */
  const boxes: string[] = []
  for (const line of markdown.replace(MARKS, "").split("\n")) {
    const [, sign = ""] = /^(?:[ \t]|>[ \t]?)*(`{3,}|~{3,})/.exec(line) ?? []
    if (fence) {
      fence.lines.push(line)
      if (sign[0] !== fence.sign[0] || sign.length < fence.sign.length || !/^[>\s`~]*$/.test(line)) continue
      lines.push(hide(fence.lines.join("\n")))
      fence = undefined
    } else if (sign !== "" && (CONTAINER.test(line) || (boxes.at(-1) === sign && line.trim() === sign))) {
      if (CONTAINER.test(line)) boxes.push(sign)
      else boxes.pop()
      lines.push(line)
    } else if (sign !== "") fence = { sign, lines: [line] }
    else lines.push(line.includes("`") ? withoutSpans(line, hide) : line)
  }
  if (fence) lines.push(hide(fence.lines.join("\n")))
  return {
    text: lines.join("\n"),
    restore: (changed) => changed.replace(HIDDEN, (_, at: string) => parts[Number(at)] ?? "")
  }
}

/** MyST and Obsidian write boxes of text as fences: "```{note}", "```ad-tip". */
const CONTAINER = /^\s*(?:`{3,}|~{3,})(?:\{[a-z]|ad-[a-z])/

function withoutSpans(line: string, hide: (code: string) => string): string {
  return line.replace(/(?<!`)(`{1,3})(?!`)[^`]+\1(?!`)/g, hide)
}

/** Private characters, which no text uses. */
const [OPEN, CLOSE] = ["\uF8F0", "\uF8F1"]
const MARKS = /[\uF8F0-\uF8F4]/g
const HIDDEN = /\uF8F0(\d+)\uF8F1/g
