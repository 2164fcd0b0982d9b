/**
 * Returns the texts of the boxes that mammoth doesn't read: it knows the older form of a text box, which Word writes
 * beside the newer one as its fallback, and other programs leave out. It runs in linear time.
 */
export function unreadTextBoxes(xml: string): string[] {
  const unread: string[] = []
  const open: Scope[] = []
  for (const { 0: tag, 1: slash, 2: name = "", index } of xml.matchAll(TAG)) {
    if (tag.endsWith("/>")) continue
    if (slash === "") {
      if (name === "Fallback") open.findLast((scope) => scope.name === "AlternateContent")?.boxes.splice(0)
      open.push({ name, begin: index + tag.length, boxes: [] })
      continue
    }
    const scope = open.pop()
    if (!scope) continue
    const isRead = open.some((outer) => outer.name === "textbox" || outer.name === "Fallback")
    if (scope.name === "txbxContent" && !isRead) scope.boxes.push(textOf(xml.slice(scope.begin, index)))
    // What was found inside is unread, unless a fallback of the same content follows.
    const outer = open.findLast((each) => each.name === "AlternateContent")
    ;(outer?.boxes ?? unread).push(...scope.boxes)
  }
  return unread.filter((text) => /\p{L}{2}/u.test(text))
}

interface Scope {
  name: string
  begin: number
  /** The texts of boxes inside that aren't read. */
  boxes: string[]
}

const TAG = /<(\/?)\w+:(AlternateContent|Fallback|Choice|txbxContent|textbox)(?=[\s>/])[^<>]*>/g

/** Paragraphs become lines in one. Escaped signs stay, because this is only an excerpt. */
const textOf = (xml: string) =>
  xml
    .replace(/<\/w:p>/g, " ")
    .replace(/<[^<>]*>/g, "")
    .replace(/\s+/g, " ")
    .trim()
