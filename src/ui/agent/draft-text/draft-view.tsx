import { Fragment, useRef } from "react"
import type { Claim, Source } from "../../../ticket/draft.ts"
import { direction } from "../../kit/direction.ts"
import { t } from "../../messages/t.ts"
import { finishedLength, isWriting } from "../state/disabled-reasons.ts"
import { useAimedPlace } from "./aimed-sentence.ts"
import { usePanelContext } from "../state/use-panel.ts"
import { BlankField } from "./blank-field.tsx"
import { doubtOf, guardMarkId } from "../state/open-points.ts"
import { GuardMarkSign, SentenceMarks } from "./sentence-marks.tsx"
import { pressedPlace } from "./edit-caret.ts"
import { locateGuardMarks, type GuardMark, type PlacedMark } from "../../../ticket/guard-marks.ts"
import { blanksOf, type Blank, type DraftText } from "../state/draft-text.ts"
import { Icon } from "../../kit/icon.tsx"

/** The draft as a reply to read: sentences as text, marks after them, blanks to fill. Model text is only ever text. */
export function DraftView() {
  const { draft, draftText, source, edit, messages, evidence } = usePanelContext()
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
        drawn(piece, { kept: draftText.letter.kept, sources: draft.sources, source, hand: evidence.hand, end, writing })
      )}
      {writing ? <span className="caret" aria-hidden="true" /> : null}
    </div>
  )
}

interface DraftViewState {
  kept: number[]
  sources: Source[]
  source: number | undefined
  /** Where the sentence begins that is compared with its source. */
  hand: number | undefined
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
  // It has no mark of its own.
  const meaning = claim?.state === "not-found" && !look.kept.includes(claim.start) ? t("mean.not-found") : undefined
  const marks = [
    foreign?.end === end ? <GuardMarkSign key="foreign" place={foreign} /> : null,
    claim?.end === end && !look.kept.includes(claim.start) ? <SentenceMarks key="claim" claim={claim} /> : null
  ].filter((mark) => mark !== null)
  if (marks.length === 0)
    return (
      <span key={start} className={shape} title={meaning}>
        {text}
      </span>
    )
  // A mark never stands alone on a line. Browsers offer nothing else that holds it to the last word.
  const last = LAST_WORD.exec(text)?.index ?? text.length
  return (
    <span key={start} className={shape} title={meaning}>
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

function sentenceClass(claim: Claim, { kept, source, hand }: DraftViewState): string {
  const inHand = hand === claim.start ? " hand" : ""
  if (kept.includes(claim.start)) return `s${inHand}`
  const on = `${source !== undefined && claim.sources.includes(source) ? " on" : ""}${inHand}`
  if (doubtOf(claim) === "denied") return `s wrong${on}`
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

/** The pieces of which the draft is drawn, in order: runs of text, blanks, and the mark after a sentence. */
type DraftPiece =
  | { kind: "text"; start: number; text: string; claim?: Claim; foreign?: PlacedMark }
  | { kind: "blank"; blank: Blank; value: string }
  | { kind: "mark"; claim: Claim; after: "text" | "blank" }
  | { kind: "foreign"; place: PlacedMark }
  | { kind: "place" }
  | { kind: "message"; at: number; isLast: boolean }

/**
 * @param at where a sentence that is offered would go
 * @param messages the messages of the letter, where it is sent in several
 */
export function draftPiecesOf(
  letter: DraftText,
  marks: readonly GuardMark[] = [],
  at?: number,
  messages: readonly { end: number }[] = []
): DraftPiece[] {
  const foreignAt = locateGuardMarks(
    marks.filter(({ kept }) => !kept),
    letter.text
  )
  const claims = [...letter.claims].sort((a, b) => a.start - b.start)
  const blanks = blanksOf(letter)
  const cuts = new Set([0, letter.text.length, ...(at === undefined ? [] : [at])])
  for (const { start, end } of [...claims, ...blanks, ...foreignAt]) cuts.add(start).add(end)
  // Each sign takes the empty line after its message.
  const signs = messages.map(({ end }) => Math.min(end + 1, letter.text.length))
  for (const sign of signs) cuts.add(sign)
  const places = [...cuts].filter((cut) => cut >= 0 && cut <= letter.text.length).sort((a, b) => a - b)

  const pieces: DraftPiece[] = []
  places.forEach((start, index) => {
    // After words, it is drawn together with the last of them.
    for (const place of foreignAt)
      if (place.end === start && pieces.at(-1)?.kind !== "text") pieces.push({ kind: "foreign", place })
    for (const claim of claims)
      if (claim.end === start && claim.end > claim.start)
        pieces.push({ kind: "mark", claim, after: pieces.at(-1)?.kind === "blank" ? "blank" : "text" })
    if (start === at) pieces.push({ kind: "place" })
    const message = signs.indexOf(start)
    if (message !== -1) pieces.push({ kind: "message", at: message, isLast: message === signs.length - 1 })
    const end = places[index + 1]
    if (end === undefined) return
    const blank = blanks.find((one) => one.start <= start && start < one.end)
    if (blank) {
      if (blank.start === start)
        pieces.push({ kind: "blank", blank, value: blank.open ? "" : letter.text.slice(blank.start, blank.end) })
      return
    }
    const claim = claims.find((one) => one.start <= start && start < one.end)
    const foreign = foreignAt.find((one) => one.start <= start && start < one.end)
    pieces.push({
      kind: "text",
      start,
      text: letter.text.slice(start, end),
      ...(claim ? { claim } : {}),
      ...(foreign ? { foreign } : {})
    })
  })
  return pieces
}

/** Below a message of a letter that is sent in several: which one it is, and whether it was sent. A press picks it. */
function MessageSign({ at }: { at: number }) {
  const { messages } = usePanelContext()
  const message = messages?.all[at]
  if (!messages || !message) return null
  const which = { n: at + 1, of: messages.all.length }
  if (message.isSent)
    return (
      <span className="mk message">
        <Icon name="check" />
        {t("message.sent", which)}
      </span>
    )
  const isNext = messages.next === at
  return (
    <button type="button" className="mk message" aria-pressed={isNext} onClick={() => messages.pick(at)}>
      {isNext ? t("message.next", which) : t("message", which)}
    </button>
  )
}
