import type { MaskedMessage } from "../../ticket/masked-ticket.ts"
import { shortened, tidy } from "./prompt-blocks.ts"

/**
 * Returns the thread within `bytes` of UTF-8, oldest first. The newest messages are complete. Older ones are shortened
 * and the oldest left out, and both is noted. At least a part of the first message stays, because it states what the
 * ticket is about.
 * @param boundary begins each message's head, so that no message can pose as another one
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
  // The first message may use what the later ones left.
  return [print(first, forFirst + Math.max(0, left)), ...gap, ...kept].join("\n\n")
}

interface Entry {
  head: string
  text: string
}
/**
 * These numbers of bytes are reserved for the first message, for an older one that is shortened, and for the note on
 * what is left out.
 */
const FIRST = 1500
const OLDER = 400
const GAP = 50
const BREAKS = 3
/** One older message may use this share of the remaining bytes unshortened. */
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
