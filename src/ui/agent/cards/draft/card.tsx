import { useId } from "react"
import { Button } from "../../../kit/button.tsx"
import { clock } from "../../../messages/format.ts"
import { t } from "../../../messages/t.ts"
import type { PanelDraft } from "../../../../protocol/panel.ts"
import { WishList } from "./instruction-field.tsx"
import { shortcutProps } from "../../../kit/key-list.tsx"
import { bindings } from "../../state/bindings.ts"
import type { PanelCard } from "../../card-kit/panel-card.ts"
import { DraftEditor } from "../../draft-text/draft-editor.tsx"
import { DraftView } from "../../draft-text/draft-view.tsx"
import type { DraftTextState } from "../../state/use-draft-text.ts"
import { isBroken, isWriting } from "../../state/disabled-reasons.ts"
import { UnsureView, RefusalView } from "./no-letter.tsx"
import { isPicking, Suggestions } from "../suggestions/card.tsx"
import { usePanelContext, type PanelContextValue } from "../../state/use-panel.ts"
import { focusIfLost } from "../../state/focus.ts"

export const draftCard: PanelCard = { id: "draft", place: "letter", order: 20, Card: DraftCard }

/** The draft. It has all the height that is left, and is the only thing that scrolls. */
function DraftCard() {
  const { draft, draftText, editing } = usePanelContext()
  const heading = useId()
  return (
    <section className="card draft" aria-labelledby={heading}>
      <h2 id={heading} className="sr">
        {t("draft")}
      </h2>
      <Head />
      <Letter />
      <OwnWords />
      {isPicking(draft, draftText.letter.text) && !editing ? <Suggestions /> : null}
      {draft ? <WishList /> : null}
    </section>
  )
}

function Letter() {
  const { draft, editing, draftText } = usePanelContext()
  const isEmpty = draftText.letter.text === "" && !editing
  if (!draft) return <p className="in-card quiet hold">{t("draft.none")}</p>
  if (draft.refusal && isEmpty) return <RefusalView refusal={draft.refusal} />
  if (draft.answer?.tier === "unsure" && isEmpty) return <UnsureView answer={draft.answer} />
  if (isNothing(draft, draftText)) return <Nothing />
  return editing ? <DraftEditor /> : <DraftView />
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

/** Where the letter stands, if that isn't plain, and the button that edits it, in the free end of the greeting. */
function Head() {
  const panel = usePanelContext()
  const { draft, editing, edit, disabledReasons, showNotice, draftText } = panel
  if (!draft || (draft.refusal && !draft.answer?.frame)) return null
  const standing = standingOf(panel)
  return (
    <div className={standing || editing ? "origin" : "origin floats"}>
      {standing ? <span className={`tag num ${standing.tone}`}>{standing.text}</span> : null}
      <span className="grow" />
      {isNothing(draft, draftText) ? null : editing ? (
        <Button variant="bare" small {...shortcutProps(bindings.escape)} onPress={() => edit(false)}>
          {t("draft.done")}
        </Button>
      ) : (
        <Button
          variant="bare"
          small
          {...shortcutProps(bindings.edit)}
          disabledReason={disabledReasons.edit}
          onRefused={(why) => showNotice({ why })}
          onPress={() => edit(true)}
        >
          {draftText.letter.text === "" && draft.answer?.frame ? t("draft.write") : t("draft.edit")}
        </Button>
      )}
    </div>
  )
}

interface Standing {
  tone: "" | "doubt" | "wrong" | "ok"
  text: string
}

/** Where the letter is and whose words it has, if there is something to say. What is being done stands in the bar. */
function standingOf({ draft, draftText, state, suggestions }: PanelContextValue): Standing | undefined {
  if (!draft || isWriting(draft) || (draft.refusal && draftText.letter.text === "")) return undefined
  if (draft.stale) return { tone: "doubt", text: t("draft.stale") }
  if (draft.old) return { tone: "", text: t(`draft.old.${draft.old}`) }
  if (isBroken(state)) return { tone: "wrong", text: t("draft.unfinished") }
  if (draft.state === "stopped") return { tone: "", text: t("draft.stopped") }
  if (state.relay.state === "offline" && draft.savedAt)
    return { tone: "", text: t("draft.saved", { time: clock(draft.savedAt) }) }
  if (draft.inserted) return { tone: "ok", text: t("draft.inserted") }
  if (suggestions.begun === "question") return { tone: "", text: t("draft.question") }
  return draft.refusal ? { tone: "", text: t("draft.own") } : undefined
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
