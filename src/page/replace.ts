import { pause } from "../helpdesks/contract/session.ts"
import type { EditorAnswer, ToPage } from "../protocol/page.ts"
import { replyEditor, type Desk } from "./desk.ts"
import { SETTLED, stands } from "./insert.ts"
import { Refused } from "./problem.ts"

/**
 * Puts other words in the place of some that stand in the public reply: only while just those stand there. One step of
 * the editor's own undo. Answers with what stands there then.
 * @throws Refused, NotPublic, NoEditor, PageChanged
 */
export async function replaceWords(
  desk: Desk,
  { ticketId, from, was, text }: Extract<ToPage, { kind: "editor-replace" }>,
  signal: AbortSignal
): Promise<EditorAnswer> {
  const { element, composer } = replyEditor(desk, ticketId)
  const before = composer.read(element)
  if (before.slice(from, from + was.length) !== was) throw new Refused({ code: "words-changed" })
  await composer.replace(
    element,
    from,
    from + was.length,
    text,
    () => composer.read(element) === before && stands(desk, ticketId, element)
  )
  await pause(SETTLED, signal)
  const after = composer.read(element)
  if (!element.isConnected || folded(after) !== folded(before.slice(0, from) + text + before.slice(from + was.length)))
    throw new Refused({ code: "not-there" })
  return { ok: true, text: after }
}

/** Editors write spaces and breaks their own way. */
const folded = (text: string) => text.replace(/\s+/g, " ").trim()
