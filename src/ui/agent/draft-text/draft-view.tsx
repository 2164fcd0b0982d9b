import { Fragment, useRef } from "react"
import type { Claim, Source } from "../../../ticket/draft.ts"
import { direction } from "../../kit/direction.ts"
import { t } from "../../messages/t.ts"
import { finishedLength, isWriting } from "../state/disabled-reasons.ts"
import { useAimedPlace } from "./aimed-sentence.ts"
import { usePanelContext } from "../state/use-panel.ts"
import { MessageSign } from "./message-sign.tsx"
import { BlankField } from "./blank-field.tsx"
import { guardMarkId } from "../state/open-points.ts"
import { GuardMarkSign, SentenceMarks } from "./sentence-marks.tsx"
import { pressedPlace } from "./edit-caret.ts"
import { draftPiecesOf, type DraftPiece } from "./draft-pieces.ts"

/** The draft as a reply to read: sentences as text, marks after them, blanks to fill. Model text is only ever text. */
export function DraftView() {
  const { draft, draftText, source, edit, messages } = usePanelContext()
  const place = useAimedPlace()
  const watched = useRef("")
  if (!draft) return null
  const writing = isWriting(draft)
  // If the agent watched it being written, what is below must not jump up at the end.
  if (writing) watched.current = draft.id
  const room = watched.current === draft.id || draft.state === "failed" || draft.state === "stopped"
  const end = finishedLength(draft, draftText.letter.text)
  return (
    <div
      id="letter"
      className={room ? "letter hold" : "letter"}
      role="group"
      aria-label={t("draft.text")}
      aria-busy={writing}
      tabIndex={0}
      {...direction(draft.language)}
      onDoubleClick={(event) => {
        const isControl = event.target instanceof HTMLInputElement || event.target instanceof HTMLButtonElement
        if (isControl || writing) return
        edit(true, pressedPlace(event.currentTarget, draftText.letter.text, getSelection()))
      }}
    >
      {draftPiecesOf(draftText.letter, draft.guard, place, messages?.all).map((piece) =>
        drawn(piece, { kept: draftText.letter.kept, sources: draft.sources, source, end, writing })
      )}
      {writing ? <span className="caret" aria-hidden="true" /> : null}
    </div>
  )
}

interface DraftViewState {
  kept: number[]
  sources: Source[]
  source: number | undefined
  end: number
  writing: boolean
}

// Flat and keyed by place, so that a finished sentence is never drawn again, and a field keeps its focus when claims
// change around it.
function drawn(piece: DraftPiece, look: DraftViewState) {
  switch (piece.kind) {
    case "blank":
      return (
        <BlankField key={`blank-${piece.blank.ordinal}`} blank={piece.blank} value={piece.value} waits={look.writing} />
      )
    case "mark":
      // After words, the mark is drawn together with the last of them; after a blank, alone.
      return look.kept.includes(piece.claim.start) || piece.after === "text" ? null : (
        <SentenceMarks key={`mark-${piece.claim.start}`} claim={piece.claim} />
      )
    case "place":
      // It has no width and breaks no line, so that nothing moves.
      return <span key="place" className="place" aria-hidden="true" />
    case "message":
      // The last message has no line after it.
      return (
        <Fragment key={`message-${piece.at}`}>
          {piece.isLast ? <br /> : null}
          <MessageSign at={piece.at} />
        </Fragment>
      )
    case "foreign":
      return <GuardMarkSign key={guardMarkId(piece.place)} place={piece.place} />
    case "text":
      return drawnText(piece, look)
  }
}

function drawnText({ claim, start, text, foreign }: DraftPiece & { kind: "text" }, look: DraftViewState) {
  if (!claim && !foreign)
    return start < look.end ? (
      text
    ) : (
      <span key={start} className="muted">
        {text}
      </span>
    )
  const shape = `${claim ? sentenceClass(claim, look) : "s"}${foreign ? (foreign.mark.severe ? " foreign" : " unnamed") : ""}`
  const end = start + text.length
  const marks = [
    foreign?.end === end ? <GuardMarkSign key="foreign" place={foreign} /> : null,
    claim?.end === end && !look.kept.includes(claim.start) ? <SentenceMarks key="claim" claim={claim} /> : null
  ].filter((mark) => mark !== null)
  if (marks.length === 0)
    return (
      <span key={start} className={shape}>
        {text}
      </span>
    )
  // A mark never stands alone on a line. Browsers offer nothing else that holds it to the last word.
  const last = LAST_WORD.exec(text)?.index ?? text.length
  return (
    <span key={start} className={shape}>
      {text.slice(0, last)}
      <span className="held">
        {text.slice(last)}
        {marks}
      </span>
    </span>
  )
}

/**
 * Matches a last word that is short enough to go to the next line whole. Of text without spaces, and of long words, it
 * matches the last two characters.
 */
const LAST_WORD = /(?:(?<=\s|^)\S{1,24}|\S{1,2})$/u

function sentenceClass(claim: Claim, { kept, source }: DraftViewState): string {
  if (kept.includes(claim.start)) return "s"
  const on = source !== undefined && claim.sources.includes(source) ? " on" : ""
  const shape = {
    supported: "",
    near: "",
    courtesy: "",
    "no-source": " doubt",
    "needs-approval": " consent",
    "look-again": " doubt",
    "not-found": " unfound",
    contradicts: " wrong"
  }[claim.state]
  return `s${shape}${on}`
}
