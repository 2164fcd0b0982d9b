import { mailParts } from "./mail-parts.ts"
import { visibleReply } from "./visible-reply.ts"

/** Returns a reply up to quote and signature, from its first character on, so that offsets are those of the whole. */
export function ownWords(text: string): string {
  return upTo(visibleReply(text).visible, text) ?? text
}

/** Returns a reply up to the farewell and the name below it, or undefined where those stand between two parts of it. */
export function signedWords(text: string): string | undefined {
  const signed = upTo(mailParts(text).written, text)
  // If the farewell stands between two parts of the reply, its own words hold it already.
  return signed?.startsWith(ownWords(text)) ? signed : undefined
}

function upTo(part: string, text: string): string | undefined {
  const at = part === "" ? -1 : text.indexOf(part)
  return at === -1 ? undefined : text.slice(0, at + part.length)
}
