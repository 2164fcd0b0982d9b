import { useId } from "react"
import { Button } from "../../../kit/button.tsx"
import { Card } from "../../../kit/card.tsx"
import { Icon } from "../../../kit/icon.tsx"
import { focusOn } from "../../../kit/focus-on.ts"
import { shortcutProps } from "../../../kit/key-list.tsx"
import { t, tell } from "../../../messages/t.ts"
import type { Claim } from "../../../../ticket/draft.ts"
import type { PlacedMark } from "../../../../ticket/guard-marks.ts"
import type { PanelCard } from "../../card-kit/panel-card.ts"
import { besideRule, isReckoned, reasonOf } from "../../evidence/claim-reason.ts"
import { RewordButton, Reworded, useReword } from "../../evidence/reword.tsx"
import { Unanswered } from "../../evidence/unanswered.tsx"
import { VerdictNote } from "../../evidence/verdict-note.tsx"
import { RepairNote, VerifyNote } from "./draft-notes.tsx"
import { Verified } from "./verified.tsx"
import { useBlankFilling } from "../../draft-text/blank-field.tsx"
import {
  blankId,
  checklistId,
  checklistOf,
  DOUBT_LOOKS,
  isBeingChecked,
  isHolding,
  isVerified,
  type OpenPoint
} from "../../state/open-points.ts"
import { bindings } from "../../state/bindings.ts"
import type { Blank } from "../../state/draft-text.ts"
import { isBroken, isWriting } from "../../state/disabled-reasons.ts"
import { usePanelContext } from "../../state/use-panel.ts"

export const checks: PanelCard = { id: "checks", place: "checks", order: 30, Card: Checks }

/** Lists each sentence that lacks proof, with the reason and a way to resolve it, and then what is proven. */
function Checks() {
  const { draft, draftText, evidence, openPoints, setView, state } = usePanelContext()
  const broken = isBroken(state)
  const rows = checklistOf(draftText.letter, draft?.guard)
  const count = openPoints.length
  const words = openPoints.every(({ kind }) => kind === "blank")
    ? t("checks.questions", { count })
    : t("checks.count", { count })
  const aside = count > 0 ? <span className="small muted">{words}</span> : null
  const still = !draft ? t("checks.none") : draft.refusal ? t("checks.refused") : undefined
  return (
    <Card title={t("checks")} aside={aside}>
      {still ? (
        <p className="in-card quiet">{still}</p>
      ) : rows.length === 0 && (isWriting(draft) || broken) ? (
        <Progress />
      ) : (
        <ul className="in-card">
          {rows.map((row) => (
            <Row key={row.id} row={row} />
          ))}
          <Unanswered verification={draft?.verification} />
          <Proven isAlone={rows.length === 0} />
        </ul>
      )}
      <RepairNote />
      <VerifyNote />
      {evidence.isThere ? (
        <div className="in-card do tight">
          <Button small {...shortcutProps(bindings.evidence)} onPress={() => evidence.step(1)}>
            {t("evidence.open")}
          </Button>
          <Button
            small
            variant="bare"
            onPress={() => {
              setView("menu")
              requestAnimationFrame(() => focusOn("legend"))
            }}
          >
            {t("mean")}
          </Button>
        </div>
      ) : null}
    </Card>
  )
}

function Row({ row }: { row: OpenPoint }) {
  if (row.kind === "blank") return <Missing blank={row.blank} />
  return "place" in row ? <ForeignWords look={row} /> : <Gap look={row} />
}

function Gap({ look }: { look: Extract<OpenPoint, { claim: Claim }> }) {
  const { draftText, keep, remove } = usePanelContext()
  const { claim } = look
  const reword = useReword(claim)
  const sentence = draftText.letter.text.slice(claim.start, claim.end).trim()
  return (
    <li className={`chk ${DOUBT_LOOKS[look.kind].tone}`} id={checklistId(look)} tabIndex={-1}>
      <Icon name={DOUBT_LOOKS[look.kind].icon} />
      <div>
        <b dir="auto">{t("quoted", { text: claim.words ?? sentence })}</b> {reasonOf(claim)}
        {isHolding(look) ? ` ${t("foreign.waits")}` : ""} {besideRule(claim)}
        {claim.verdict ? <VerdictNote verdict={claim.verdict} /> : null}
        <div className="do">
          <RewordButton reword={reword} />
          <Button small once onPress={() => remove(claim)}>
            {t("checks.remove")}
          </Button>
          <Button small once onPress={() => keep(claim)}>
            {t("checks.keep")}
          </Button>
        </div>
        <Reworded reword={reword} />
      </div>
    </li>
  )
}

/** Words of the model that nobody gave. */
function ForeignWords({ look: { kind, place, id } }: { look: Extract<OpenPoint, { place: PlacedMark }> }) {
  const { guardMarks } = usePanelContext()
  return (
    <li className={`chk ${kind === "foreign" ? "wrong" : "doubt"}`} id={checklistId({ id })} tabIndex={-1}>
      <Icon name="shield" />
      <div>
        <b dir="auto">{t("quoted", { text: visible(place.mark.words) })}</b> {tell(`foreign.${place.mark.kind}`, {})}
        {kind === "foreign" ? ` ${t("foreign.waits")}` : ""}
        <div className="do">
          <Button small once onPress={() => guardMarks.remove(place)}>
            {t("checks.remove")}
          </Button>
          <Button small once onPress={() => guardMarks.keep(place)}>
            {t("checks.keep")}
          </Button>
        </div>
      </div>
    </li>
  )
}

/** Shortens words for quoting, and shows invisible characters by their codes. */
function visible(words: string): string {
  const seen = [...words]
    .slice(0, MOST_QUOTED)
    .map((letter) =>
      /[\p{C}\u2800\u3164]/u.test(letter)
        ? `U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")} `
        : letter
    )
    .join("")
    .trim()
  return [...words].length > MOST_QUOTED ? `${seen}…` : seen
}

const MOST_QUOTED = 120

/** A question for the agent. Its field fills the blank in the draft. */
function Missing({ blank }: { blank: Blank }) {
  const { draft, draftText } = usePanelContext()
  const waits = isWriting(draft)
  const filling = useBlankFilling(blank, waits)
  const ids = { name: useId(), why: useId() }
  const why = draft?.questions.find((question) => question.blank === blank.name)?.why
  return (
    <li className="chk fill" id={checklistId({ id: blankId(blank.ordinal) })} tabIndex={-1}>
      <Icon name={blank.open ? "blank" : "check"} />
      <div>
        <b id={ids.name} dir="auto">
          {t("checks.blank.name", { blank: blank.name })}
        </b>{" "}
        <span id={ids.why} dir="auto">
          {waits ? t("blank.waits") : (why ?? t("checks.blank"))}
        </span>
        <input
          className="in"
          aria-labelledby={ids.name}
          aria-describedby={ids.why}
          value={blank.open ? "" : draftText.letter.text.slice(blank.start, blank.end)}
          {...filling}
        />
      </div>
    </li>
  )
}

/** @param isAlone nothing else is listed */
function Proven({ isAlone }: { isAlone: boolean }) {
  const { draftText, draft } = usePanelContext()
  const ruled = draftText.letter.claims.filter((claim) => !isBeingChecked(draft, claim))
  const count = (state: Claim["state"]) => ruled.filter((claim) => claim.state === state).length
  const verified = draftText.letter.claims.filter(isVerified).length
  const [supported, near, notFound] = [count("supported") - verified, count("near"), count("not-found")]
  const kept = draftText.letter.claims.filter((claim) => draftText.letter.kept.includes(claim.start)).length
  return (
    <>
      <Verified />
      {supported > 0 || (isAlone && verified === 0 && !draft?.checking) ? (
        <li className="chk ok">
          <Icon name="check" />
          <div>
            {supported > 0 ? t("checks.supported", { count: supported }) : t("checks.no-claims")}
            {draft?.edited ? ` ${t("checks.edited")}` : ""}
          </div>
        </li>
      ) : null}
      {draftText.letter.claims.filter(isReckoned).map(({ start, words = "", says = "" }) => (
        <li className="chk quiet" key={`reckoned ${start}`}>
          <Icon name="eye" />
          <div dir="auto">{t("checks.reckoned", { words, says })}</div>
        </li>
      ))}
      {near > 0 ? (
        <li className="chk quiet">
          <Icon name="eye" />
          <div>{t("checks.near", { count: near })}</div>
        </li>
      ) : null}
      {notFound > 0 ? (
        <li className="chk quiet">
          <Icon name="eye" />
          <div>{t("checks.not-found", { count: notFound })}</div>
        </li>
      ) : null}
      {kept > 0 ? (
        <li className="chk ok">
          <Icon name="pen" />
          <div>{t("checks.kept", { count: kept })}</div>
        </li>
      ) : null}
    </>
  )
}

function Progress() {
  const { draftText, state } = usePanelContext()
  const count = draftText.letter.claims.length
  if (count === 0) return <p className="in-card quiet">{t("checks.none")}</p>
  return (
    <p className="in-card quiet">{isBroken(state) ? t("checks.failed", { count }) : t("checks.writing", { count })}</p>
  )
}
