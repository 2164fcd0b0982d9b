import { pause } from "../helpdesks/contract/session-requests.ts"
import type { EditorAnswer, ToPage } from "../protocol/page.ts"
import { replyEditor, type HelpdeskPage } from "./helpdesk-page.ts"
import { EDITOR_SETTLE_MS, isEditorInPlace } from "./insert-draft.ts"
import { PageRefusal } from "./page-problem.ts"
import { isComposing } from "./watch-typing.ts"

/**
 * Replaces some words in the public reply, and only while exactly these words are there. It is one step of the editor's
 * own undo. Returns the text that is there afterwards.
 * @throws Refused, NotPublic, NoEditor, PageChanged
 */
export async function replaceInEditor(
  helpdeskPage: HelpdeskPage,
  { ticketId, from, was, text }: Extract<ToPage, { kind: "editor-replace" }>,
  signal: AbortSignal
): Promise<EditorAnswer> {
  const { element, composer } = replyEditor(helpdeskPage, ticketId)
  const before = composer.read(element)
  if (before.slice(from, from + was.length) !== was) throw new PageRefusal({ code: "words-changed" })
  await composer.replace(
    element,
    from,
    from + was.length,
    text,
    () => !isComposing(element) && composer.read(element) === before && isEditorInPlace(helpdeskPage, ticketId, element)
  )
  await pause(EDITOR_SETTLE_MS, signal)
  const after = composer.read(element)
  if (!element.isConnected || folded(after) !== folded(before.slice(0, from) + text + before.slice(from + was.length)))
    throw new PageRefusal({ code: "not-there" })
  return { ok: true, text: after }
}

/** Editors write spaces and breaks in their own way. */
const folded = (text: string) => text.replace(/\s+/g, " ").trim()
