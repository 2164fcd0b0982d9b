import type { MaskedMessage } from "../../ticket/masked-ticket.ts"
import { shortened, tidy } from "./prompt-fence.ts"

/**
 * The thread within `bytes` of UTF-8, oldest first. The newest messages are whole; older ones are shortened, the oldest
 * left out, and both is said. The first message stays at least in part: it is what the ticket is about.
 * @param boundary begins each message's head, so that no message can act as another one
 */
export function trimThread(messages: MaskedMessage[], bytes: number, boundary: string): string {
  const [first, ...later] = messages.map((message) => ({
    head: `${boundary} ${headOf(message)}`,
    text: tidy(message.text).trim() || "(no text)"
  }))
  if (!first) return "(no messages)"
  const forFirst = later.length > 0 ? Math.min(cost(first), FIRST) : bytes
  const kept: string[] = []
  let left = bytes - forFirst - GAP
  let out = 0
  for (const message of later.reverse()) {
    const newest = kept.length === 0 && out === 0
    const whole = cost(message)
    const limit = whole <= left * (newest ? 1 : SHARE) ? whole : newest ? left : Math.min(OLDER, whole)
    if (out > 0 || limit > left) out += 1
    else kept.unshift(print(message, limit))
    if (out === 0) left -= limit
  }
  const gap = out > 0 ? [`(${out} older messages left out)`] : []
  // What the later ones did not use, the first may have.
  return [print(first, forFirst + Math.max(0, left)), ...gap, ...kept].join("\n\n")
}

interface Entry {
  head: string
  text: string
}
/** Bytes kept for the first message, for an older one that is shortened, and for the words on what is left out. */
const FIRST = 1500
const OLDER = 400
const GAP = 50
const BREAKS = 3
/** Part of what is left that one older message may take whole. */
const SHARE = 0.5

function headOf(message: MaskedMessage): string {
  const files = message.attachments?.length
    ? ` with files: ${message.attachments
        .map((name) => shortened(oneLine(name), 80))
        .slice(0, 10)
        .join(", ")}`
    : ""
  const author = message.author ? ` ${shortened(oneLine(message.author), 120)}` : ""
  return `${message.role}${author}, ${oneLine(message.at)}${files}`
}

function oneLine(text: string): string {
  return tidy(text).replaceAll("\n", " ")
}

function print(message: Entry, bytes: number): string {
  return `${message.head}\n${shortened(message.text, bytes - Buffer.byteLength(message.head) - BREAKS)}`
}

function cost(message: Entry): number {
  return Buffer.byteLength(message.head) + Buffer.byteLength(message.text) + BREAKS
}
