import { Button } from "../../../kit/button.tsx"
import { Card } from "../../../kit/card.tsx"
import { Icon } from "../../../kit/icon.tsx"
import { clock, seconds, listed } from "../../../messages/format.ts"
import { t, tell } from "../../../messages/t.ts"
import type { PanelDraft } from "../../../../protocol/panel.ts"
import { InstructionField, WishList } from "./instruction-field.tsx"
import { shortcutProps } from "../../../kit/key-list.tsx"
import { bindings } from "../../state/bindings.ts"
import type { PanelCard } from "../../card-kit/panel-card.ts"
import { DraftFooter } from "./draft-footer.tsx"
import { DraftEditor } from "../../draft-text/draft-editor.tsx"
import { DraftView } from "../../draft-text/draft-view.tsx"
import { blanksOf } from "../../state/draft-text.ts"
import type { DraftTextState } from "../../state/use-draft-text.ts"
import { isBroken, isWriting } from "../../state/disabled-reasons.ts"
import { RejectReasons } from "./reject.tsx"
import { UnsureView, RefusalView } from "./no-letter.tsx"
import { RewriteBar } from "../../rewriting/rewrite-bar.tsx"
import { usePanelContext } from "../../state/use-panel.ts"
import { focusIfLost } from "../../state/focus.ts"
import { direction } from "../../../kit/direction.ts"
import { addedClaim } from "../../state/suggested-sentence.ts"
import type { LetterFaultKind } from "../../../../ticket/draft.ts"

export const draftCard: PanelCard = { id: "draft", order: 20, Card: DraftCard }

/** The draft, and its footer. */
function DraftCard() {
  const { draft, editing, draftText } = usePanelContext()
  const isEmpty = draftText.letter.text === "" && !editing
  return (
    <Card title={t("draft")} className="draft" aside={<Aside />}>
      {!draft ? (
        <p className="in-card quiet hold">{t("draft.none")}</p>
      ) : draft.refusal && isEmpty ? (
        <RefusalView refusal={draft.refusal} />
      ) : draft.answer?.tier === "unsure" && isEmpty ? (
        <UnsureView answer={draft.answer} />
      ) : isNothing(draft, draftText) ? (
        <Nothing />
      ) : editing ? (
        <DraftEditor />
      ) : (
        <DraftView />
      )}
      <OwnWords />
      <NotSaid />
      <RepairNote />
      <VerifyNote />
      {draft && !isWriting(draft) && draftText.letter.text !== "" ? <RewriteBar of="draft" id="rewrite" /> : null}
      {draft ? <InstructionField /> : null}
      {draft ? <WishList /> : null}
      {draft ? <DraftFooter /> : null}
      <RejectReasons />
    </Card>
  )
}

const isNothing = (draft: PanelDraft, { letter }: DraftTextState) => draft.state === "failed" && letter.text === ""

/** There is no draft. The one before is one press away. */
function Nothing() {
  const { draft, bringBack } = usePanelContext()
  const before = draft?.formers?.[0]
  return (
    <div className="in-card hold nothing">
      <p className="quiet">{t("draft.nothing")}</p>
      {before ? <Button onPress={() => bringBack(before.id)}>{t("formers.back.last")}</Button> : null}
    </div>
  )
}

/** A short state to the right of the heading, and the button that edits the text. */
function Aside() {
  const { draft, editing, edit, disabledReasons, showNotice, draftText } = usePanelContext()
  if (!draft || (draft.refusal && !draft.answer?.frame)) return null
  return (
    <>
      <ShortState />
      {isNothing(draft, draftText) ? null : editing ? (
        <Button variant="bare" small {...shortcutProps(bindings.escape)} onPress={() => edit(false)}>
          {t("draft.done")}
        </Button>
      ) : (
        <Button
          variant="bare"
          small
          {...shortcutProps(bindings.edit)}
          icon="pen"
          disabledReason={disabledReasons.edit}
          onRefused={(why) => showNotice({ why })}
          onPress={() => edit(true)}
        >
          {draftText.letter.text === "" && draft.answer?.frame ? t("draft.write") : t("draft.edit")}
        </Button>
      )}
    </>
  )
}

function ShortState() {
  const { draft, draftText, state } = usePanelContext()
  if (!draft) return null
  if (draft.refusal && draftText.letter.text === "") return <span className="small muted">{t("draft.no-letter")}</span>
  const saved = draft.savedAt ? clock(draft.savedAt) : ""
  if (draft.waiting)
    return <span className="small muted num">{t("draft.waiting", { place: draft.waiting.place })}</span>
  if (isWriting(draft))
    return <span className="small muted">{draft.state === "reading" ? t("draft.reading") : t("draft.writing")}</span>
  if (draft.stale) return <span className="tag doubt">{t("draft.stale")}</span>
  if (draft.old) return <span className="tag">{t(`draft.old.${draft.old}`)}</span>
  if (isBroken(state)) return <span className="tag wrong">{t("draft.unfinished")}</span>
  if (draft.state === "stopped") return <span className="tag">{t("draft.stopped")}</span>
  if (state.relay.state === "offline" && saved)
    return <span className="tag num">{t("draft.saved", { time: saved })}</span>
  return <FinishedState draft={draft} />
}

/** Where the letter is, whose words it has, and what it waits for. */
function FinishedState({ draft }: { draft: PanelDraft }) {
  const { draftText, suggestions } = usePanelContext()
  if (draft.inserted)
    return (
      <span className="tag ok">
        <Icon name="check" />
        {t("draft.inserted")}
      </span>
    )
  if (suggestions.begun === "question") return <span className="tag">{t("draft.question")}</span>
  if (draft.refusal) return <span className="tag">{t("draft.own")}</span>
  if (draft.offline)
    return (
      <span className="tag">
        <Icon name="offline" />
        {t("draft.offline")}
      </span>
    )
  if (draft.checking) return <span className="small muted">{t("draft.checking")}</span>
  const open = blanksOf(draftText.letter).filter((blank) => blank.open).length
  if (open > 0) return <span className="small muted">{t("draft.waits", { count: open })}</span>
  if (draft.edited) return <span className="small muted">{t("draft.edited")}</span>
  return draft.ms ? (
    <span className="small muted num">{t("draft.ready", { time: seconds(draft.ms.total) })}</span>
  ) : null
}

/** Says whose words a letter has that the agent has begun where nothing answers. What we put in can be taken out. */
function OwnWords() {
  const { draft, draftText, editing, suggestions } = usePanelContext()
  const { begun, takeBack } = suggestions
  if (draftText.letter.text === "" || editing || (!draft?.refusal && !begun)) return null
  if (!begun && draftText.letter.claims.length > 0) return null
  return (
    <div className="in-card row own-words">
      <p className="grow small muted">{t(begun ? `own.${begun}` : "own.words")}</p>
      {begun ? (
        <Button
          small
          onPress={() => {
            takeBack()
            focusIfLost("ask-customer")
          }}
        >
          {t("own.back")}
        </Button>
      ) : null}
    </div>
  )
}

/** Names the sentences of the leading macro that the letter leaves out, each to be put back with one press. */
function NotSaid() {
  const { draft, draftText, suggestions } = usePanelContext()
  const notSaid = draft?.answer?.notSaid ?? []
  if (notSaid.length === 0 || isWriting(draft) || draftText.letter.text === "") return null
  return (
    <div className="in-card not-said small">
      <p className="muted" id="not-said">
        {t("not-said", { count: notSaid.length })}
      </p>
      <ul aria-labelledby="not-said">
        {notSaid.map((one) => {
          const isIn = addedClaim(draftText.letter, one) !== undefined
          return (
            <li key={`${one.at} ${one.text}`}>
              <span className="quiet" {...direction(draft?.language ?? null)}>
                {one.text}
              </span>
              <Button
                small
                variant="bare"
                icon={isIn ? "x" : "plus"}
                label={isIn ? t("not-said.take.this", { text: one.text }) : t("not-said.put.this", { text: one.text })}
                onPress={() => suggestions.toggle(one)}
              >
                {isIn ? t("not-said.take") : t("not-said.put")}
              </Button>
            </li>
          )
        })}
      </ul>
    </div>
  )
}

/** Says that the model was asked twice and why, and what is still wrong with the draft that is shown. */
function RepairNote() {
  const { draft } = usePanelContext()
  if (!draft?.repair) return null
  const { faults, left, isFirst } = draft.repair
  return (
    <p className="in-card small quiet">
      <Icon name="pen" />{" "}
      {isFirst ? t("repair.first", { things: named(left) }) : t("repair", { things: named(faults) })}
      {!isFirst && left.length > 0 ? ` ${t("repair.left", { things: named(left) })}` : null}
    </p>
  )
}

const named = (faults: LetterFaultKind[]) => listed(faults.map((fault) => tell(`fault.${fault}`, {})))

/** Says what became of the request to verify the draft, also if there are no verdicts. */
function VerifyNote() {
  const { draft } = usePanelContext()
  if (draft?.unverified) return <p className="in-card small quiet">{t("verify.broken-off")}</p>
  if (!draft?.verification) return null
  const { model, state, confirmed, doubted, unasked = 0 } = draft.verification
  return <p className="in-card small quiet">{tell(`verify.${state}`, { model, confirmed, doubted, unasked })}</p>
}
