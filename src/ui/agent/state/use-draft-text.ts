import { useCallback, useEffect, useRef, useState } from "react"
import type { CommandAnswer, PanelDraft } from "../../../protocol/panel.ts"
import type { PanelLink } from "./panel-link.ts"
import type { DraftText } from "./draft-text.ts"

/** The draft as the agent sees it, and the ways to change it. */
export interface DraftTextState {
  letter: DraftText
  /** Shows the change at once and sends it when the agent pauses. */
  change(make: (letter: DraftText) => DraftText): void
  /** Sends what waits. Resolves when the background worker has it. */
  flush(): Promise<CommandAnswer>
  /** After Insert, filled blanks become plain text. */
  settleFills(): void
}

/**
 * The agent's own words win over what is pushed until the background worker has them. `local` is shown until then, and
 * a push that repeats one of our former texts is an echo.
 */
export function useDraftText(
  key: string,
  draft: PanelDraft | undefined,
  link: PanelLink,
  on: { failed: (answer: CommandAnswer) => void; changed: () => void }
): DraftTextState {
  const [local, setLocal] = useState<LocalDraftText>()
  const { failed, changed } = on
  const shown = letterOf(draft, local)
  const now = useRef({ key, draft, local, shown })
  now.current = { key, draft, local, shown }

  const keep = useCallback((next: LocalDraftText) => {
    now.current.local = next
    now.current.shown = letterOf(now.current.draft, next)
    setLocal(next)
  }, [])

  const arrived = useCallback(
    ({ draftId, text }: Edit) => {
      const { local: latest } = now.current
      if (latest?.draftId === draftId && latest.letter.text === text) keep({ ...latest, dirty: false })
    },
    [keep]
  )
  const { wait, flush } = useUnsentEdit(draft, link, { failed, arrived })

  const change = useCallback(
    (make: (letter: DraftText) => DraftText) => {
      const { key: ticket, draft: current, local: before, shown: letter } = now.current
      if (!current) return
      const next = make(letter)
      if (next.text === letter.text && next.fills === letter.fills) return
      const former = before?.draftId === current.id ? before.former : []
      changed()
      keep({ draftId: current.id, letter: next, dirty: true, former: new Set([...former, letter.text]) })
      wait({ key: ticket, draftId: current.id, text: next.text })
    },
    [wait, keep, changed]
  )

  const settleFills = useCallback(() => {
    const { local: latest } = now.current
    if (latest) keep({ ...latest, letter: { ...latest.letter, fills: [] } })
  }, [keep])

  return { letter: shown, change, flush, settleFills }
}

/** The edit that waits until the agent pauses, or until the background worker is back. */
function useUnsentEdit(
  draft: PanelDraft | undefined,
  link: PanelLink,
  on: { failed: (answer: CommandAnswer) => void; arrived: (edit: Edit) => void }
): { wait: (edit: Edit) => void; flush: () => Promise<CommandAnswer> } {
  const { failed, arrived } = on
  const waiting = useRef<UnsentEdit>(undefined)

  const flush = useCallback(async (): Promise<CommandAnswer> => {
    const edit = waiting.current
    if (!edit) return { ok: true }
    waiting.current = undefined
    clearTimeout(edit.timer)
    const answer = await link.send({ kind: "panel-edit", key: edit.key, draftId: edit.draftId, text: edit.text })
    if (!answer.ok) {
      failed(answer)
      // It didn't arrive. It is sent again when the background worker is back, unless newer words are sent first.
      if (answer.code === "no-answer") waiting.current ??= { ...edit, timer: undefined }
    } else arrived(edit)
    return answer
  }, [link, failed, arrived])

  const wait = useCallback(
    (edit: Edit) => {
      if (waiting.current?.draftId === edit.draftId) clearTimeout(waiting.current.timer)
      else void flush()
      waiting.current = { ...edit, timer: setTimeout(() => void flush(), PAUSE_MS) }
    },
    [flush]
  )

  // A push after words that didn't arrive means that the background worker is back.
  useEffect(() => {
    if (waiting.current && waiting.current.timer === undefined) void flush()
  }, [draft, flush])

  // The panel may be closed, or another ticket opened, in the middle of a word.
  useEffect(() => {
    const leave = () => void flush()
    window.addEventListener("pagehide", leave)
    return () => {
      window.removeEventListener("pagehide", leave)
      leave()
    }
  }, [flush])

  return { wait, flush }
}

/** Without a key for so long, an edit is sent. */
const PAUSE_MS = 300

interface LocalDraftText {
  draftId: string
  letter: DraftText
  /** The background worker doesn't have it yet. */
  dirty: boolean
  /** Texts that were here before. A push of one of them is older than what is shown. */
  former: Set<string>
}
interface Edit {
  key: string
  draftId: string
  text: string
}
interface UnsentEdit extends Edit {
  timer: ReturnType<typeof setTimeout> | undefined
}

function letterOf(draft: PanelDraft | undefined, local: LocalDraftText | undefined): DraftText {
  if (!draft) return { text: "", claims: [], kept: [], fills: [] }
  const pushed: DraftText = { text: draft.text, claims: draft.claims, kept: draft.kept, fills: [] }
  if (!local || local.draftId !== draft.id) return pushed
  if (local.letter.text === draft.text) return { ...pushed, fills: local.letter.fills }
  return local.dirty || local.former.has(draft.text) ? local.letter : pushed
}
