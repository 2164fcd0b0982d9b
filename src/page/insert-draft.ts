import { LoggedOut, PageChanged, Unreadable } from "../helpdesks/contract/adapter.ts"
import { pause } from "../helpdesks/contract/session-requests.ts"
import type { InsertAnswer, ToPage, EditorAnswer } from "../protocol/page.ts"
import { replyEditor, type HelpdeskPage } from "./helpdesk-page.ts"
import { PageRefusal } from "./page-problem.ts"
import { composed, isComposing } from "./watch-typing.ts"

type InsertRequest = Extract<ToPage, { kind: "draft-insert" }>

/** How long reading the newest message may take, in ms, before the agent is offered Copy instead. */
export const REREAD_TIMEOUT_MS = 2000
/**
 * An editor that undoes a foreign change does so at once or in its next task. After this many ms the change is final.
 */
const EDITOR_SETTLE_MS = 60

/** How long a character that the agent is composing is waited for, in ms. */
const COMPOSING_MS = 3000

/**
 * Inserts a text into the public reply of the ticket that it was made for, and only while that ticket is open. A draft
 * is inserted only when the public thread has nothing newer, and never a second time without being asked. It sends
 * nothing and presses no key.
 * @throws Refused, NotPublic, NoEditor, PageChanged, LoggedOut
 */
export async function insertDraft(
  helpdeskPage: HelpdeskPage,
  ask: InsertRequest,
  signal: AbortSignal
): Promise<InsertAnswer> {
  replyEditor(helpdeskPage, ask.ticketId)
  const newest = ask.version === undefined ? {} : await newestNow(helpdeskPage, ask.ticketId, signal)
  if (newest.version !== ask.version)
    throw new PageRefusal({
      code: "newer-message",
      ...(newest.version === undefined ? {} : { version: newest.version })
    })

  await composed(replyEditor(helpdeskPage, ask.ticketId).element, COMPOSING_MS, signal)
  // The tab may have changed while the helpdesk answered, so everything is looked up again, and once more when the text
  // is inserted.
  const { element, composer } = replyEditor(helpdeskPage, ask.ticketId)
  const standing = composer.read(element)
  // The place was found in the text that stood there, so what the agent types until then must not move it.
  const stillOurs = () =>
    !signal.aborted &&
    !isComposing(element) &&
    composer.read(element) === standing &&
    isEditorInPlace(helpdeskPage, ask.ticketId, element)
  const plan = planFor(standing, ask)
  if (plan.kind === "replace") await composer.replace(element, plan.from, plan.to, ask.text, stillOurs)
  if (plan.kind === "insert") await composer.insert(element, ask.text, ask.at ? "selection" : "own-place", stillOurs)
  if (plan.kind !== "nothing") {
    await pause(EDITOR_SETTLE_MS, signal)
    const wanted = locateText(plan.before, ask.text).length + 1
    if (!element.isConnected || locateText(composer.read(element), ask.text).length < wanted) {
      replyEditor(helpdeskPage, ask.ticketId)
      throw new PageRefusal({ code: "not-there" })
    }
  }
  const newerNote = ask.note !== undefined && newest.note !== undefined && newest.note !== ask.note
  return { ok: true, before: plan.before, ...(newerNote ? { newerNote } : {}) }
}

type InsertPlan = { before: string } & (
  | { kind: "insert" }
  | { kind: "nothing" }
  | { kind: "replace"; from: number; to: number }
)

/**
 * Decides what to do with the text in the editor. @throws Refused when our former text was changed, or when this text
 * is already there
 */
function planFor(standing: string, { text, former, below, at }: InsertRequest): InsertPlan {
  // The agent asked for this place, so what was inserted before stays.
  if (below || at || standing.trim() === "") return { kind: "insert", before: standing }
  if (former) {
    const [place, second] = locateVerbatim(standing, former)
    // After an undo, or in a page that was loaded anew, nothing of it is there that could have been changed.
    if (!place && !standsPartly(standing, former) && locateText(standing, text).length === 0)
      return { kind: "insert", before: standing }
    if (!place || second) throw new PageRefusal({ code: "already-inserted" })
    const before = standing.slice(0, place.from) + standing.slice(place.to)
    return former === text ? { kind: "nothing", before } : { kind: "replace", before, ...place }
  }
  // The background loses `former` when it stops between our answer and storing it, so the text itself is compared.
  if (locateText(standing, text).length > 0) throw new PageRefusal({ code: "already-inserted" })
  return { kind: "insert", before: standing }
}

async function newestNow(
  { adapter, page }: HelpdeskPage,
  ticketId: string,
  signal: AbortSignal
): Promise<{ version?: string; note?: string }> {
  try {
    return await adapter.newestPublic(page, ticketId, AbortSignal.any([signal, AbortSignal.timeout(REREAD_TIMEOUT_MS)]))
  } catch (error) {
    if (error instanceof LoggedOut) throw error
    const part = error instanceof PageChanged || error instanceof Unreadable ? error.part : "network"
    throw new PageRefusal({ code: "unreadable", part })
  }
}

function isEditorInPlace(helpdeskPage: HelpdeskPage, ticketId: string, element: HTMLElement): boolean {
  try {
    return replyEditor(helpdeskPage, ticketId).element === element
  } catch {
    return false
  }
}

/**
 * Returns where `needle` occurs in an editor's text, as offsets of that text. White space is folded on both sides,
 * because editors join and split lines and write spaces in their own way. A changed word is no match.
 */
function locateText(text: string, needle: string): { from: number; to: number }[] {
  const hay = squash(text)
  const wanted = squash(needle).letters
  const found: { from: number; to: number }[] = []
  if (wanted === "") return found
  for (let at = hay.letters.indexOf(wanted); at !== -1; at = hay.letters.indexOf(wanted, at + wanted.length)) {
    const from = hay.offsets[at] ?? 0
    const to = (hay.offsets[at + wanted.length - 1] ?? 0) + 1
    found.push({ from, to })
  }
  return found
}

/** Returns where `needle` occurs literally, with its lines and paragraphs, which means that nobody has changed it. */
function locateVerbatim(text: string, needle: string): { from: number; to: number }[] {
  return locateText(text, needle).filter(({ from, to }) => fold(text.slice(from, to)) === fold(needle))
}

/**
 * Returns whether a part of a letter still stands in an editor's text, as after some of its words were changed. Of three
 * paragraphs and more, the first and the last are left out: a greeting and a closing may be the agent's own.
 */
function standsPartly(text: string, letter: string): boolean {
  const hay = squash(text).letters
  const paragraphs = letter.split(/\n{2,}/).filter((paragraph) => paragraph.trim() !== "")
  const telling = paragraphs.length > 2 ? paragraphs.slice(1, -1) : paragraphs
  return telling.some((paragraph) => {
    const { letters } = squash(paragraph)
    // Japanese says in six signs what takes twelve letters.
    const size = Math.min(letters.length, /\p{sc=Han}|\p{sc=Hira}|\p{sc=Kana}|\p{sc=Hang}/u.test(letters) ? 6 : 12)
    return windowsOf(letters, size).some((part) => hay.includes(part))
  })
}

/** Returns each run of so many letters, of which every second is enough to find a changed text again. */
const windowsOf = (letters: string, size: number): string[] =>
  Array.from({ length: Math.max(1, Math.ceil((letters.length - size + 1) / 2)) }, (_, n) =>
    letters.slice(2 * n, 2 * n + size)
  )

/** Returns the text without white space and zero-width signs, and the offset of each remaining unit. */
function squash(text: string): { letters: string; offsets: number[] } {
  const offsets: number[] = []
  let letters = ""
  for (const { 0: word, index } of text.matchAll(/[^\s\u200b\u2060\ufeff]+/gu)) {
    letters += word
    for (let at = 0; at < word.length; at++) offsets.push(index + at)
  }
  return { letters, offsets }
}

function fold(text: string): string {
  return text
    .replace(/[^\S\n]+/g, " ")
    .replace(/ ?\n ?/g, "\n")
    .replace(/\n{2,}/g, "\n\n")
    .trim()
}

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
