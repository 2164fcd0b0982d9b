import { useId } from "react"
import { Button } from "../kit/button.tsx"
import { Card } from "../kit/card.tsx"
import { Icon, type IconName } from "../kit/icon.tsx"
import { isMessage, t, tell } from "../messages/t.ts"
import type { Claim } from "../../ticket/draft.ts"
import type { PanelCard } from "./cards/panel-card.ts"
import { useFilling } from "./letter/blank-field.tsx"
import { blankId, checkId, rowsOf, type Doubt, type Look } from "./letter/look.ts"
import type { Blank } from "./letter/model.ts"
import { isBroken, isWriting } from "./offs.ts"
import { usePanelHold } from "./use-panel.ts"

export const checks: PanelCard = { id: "checks", order: 30, Card: Checks }

/** Each gap in the proof with its reason and a way out; then what is proven. */
function Checks() {
  const { draft, hold, looks, state } = usePanelHold()
  const broken = isBroken(state)
  const rows = rowsOf(hold.letter)
  const count = looks.length
  const words = looks.every(({ kind }) => kind === "blank") ? t("checks.questions", { count }) : t("checks.count", { count })
  const aside = count > 0 ? <span className="small muted">{words}</span> : null
  const still = !draft ? t("checks.none") : draft.refusal ? t("checks.refused") : undefined
  return (
    <Card title={t("checks")} aside={aside}>
      {still ? <p className="in-card quiet">{still}</p>
        : rows.length === 0 && (isWriting(draft) || broken) ? <Progress />
          : <ul className="in-card">{rows.map((row) => row.kind === "blank" ? <Missing key={row.id} blank={row.blank} /> : <Gap key={row.id} look={row} />)}<Proven /></ul>}
    </Card>
  )
}

const shapes = {
  "no-source": { tone: "doubt", icon: "no-source" }, "needs-approval": { tone: "consent", icon: "stamp" }, contradicts: { tone: "wrong", icon: "alert" }
} satisfies Record<Doubt, { tone: string; icon: IconName }>

function Gap({ look }: { look: Exclude<Look, { kind: "blank" }> }) {
  const { hold, keep, remove } = usePanelHold()
  const { claim } = look
  const sentence = hold.letter.text.slice(claim.start, claim.end).trim()
  return (
    <li className={`chk ${shapes[look.kind].tone}`} id={checkId(look)} tabIndex={-1}>
      <Icon name={shapes[look.kind].icon} />
      <div>
        <b dir="auto">“{claim.words ?? sentence}”</b> {whyOf(claim)}
        <div className="do">
          <Button small onPress={() => remove(claim)}>{t("checks.remove")}</Button>
          <Button small onPress={() => keep(claim)}>{t("checks.keep")}</Button>
        </div>
      </div>
    </li>
  )
}

function whyOf(claim: Claim): string {
  if (claim.state === "contradicts") {
    const n = claim.sources[0] ?? 0
    if (claim.says) return n === 0 ? t("why.contradicts.ticket.says", { says: claim.says }) : t("why.contradicts.says", { n, says: claim.says })
    return n === 0 ? t("why.contradicts.ticket") : t("why.contradicts", { n })
  }
  if (claim.why) return claim.why
  const key = `why.${claim.reason ?? ""}`
  return isMessage(key) ? tell(key, {}) : tell(claim.state === "needs-approval" ? "why.needs-approval" : "why.no-source", {})
}

/** A question for the agent: the field fills the blank in the letter. */
function Missing({ blank }: { blank: Blank }) {
  const { draft, hold } = usePanelHold()
  const waits = isWriting(draft)
  const filling = useFilling(blank, waits)
  const ids = { name: useId(), why: useId() }
  const why = draft?.questions.find((question) => question.blank === blank.name)?.why
  return (
    <li className="chk fill" id={checkId({ id: blankId(blank.ordinal) })} tabIndex={-1}>
      <Icon name={blank.open ? "blank" : "check"} />
      <div>
        <b id={ids.name} dir="auto">{t("checks.blank.name", { blank: blank.name })}</b> <span id={ids.why} dir="auto">{waits ? t("blank.waits") : why ?? t("checks.blank")}</span>
        <input className="in" aria-labelledby={ids.name} aria-describedby={ids.why} value={blank.open ? "" : hold.letter.text.slice(blank.start, blank.end)} {...filling} />
      </div>
    </li>
  )
}

function Proven() {
  const { hold, draft } = usePanelHold()
  const supported = hold.letter.claims.filter((claim) => claim.state === "supported").length
  const kept = hold.letter.claims.filter((claim) => hold.letter.kept.includes(claim.start)).length
  return (
    <>
      <li className="chk ok">
        <Icon name="check" />
        <div>{supported > 0 ? t("checks.supported", { count: supported }) : t("checks.no-claims")}{draft?.edited ? ` ${t("checks.edited")}` : ""}</div>
      </li>
      {kept > 0 ? <li className="chk ok"><Icon name="pen" /><div>{t("checks.kept", { count: kept })}</div></li> : null}
    </>
  )
}

function Progress() {
  const { hold, state } = usePanelHold()
  const count = hold.letter.claims.length
  if (count === 0) return <p className="in-card quiet">{t("checks.none")}</p>
  return <p className="in-card quiet">{isBroken(state) ? t("checks.failed", { count }) : t("checks.writing", { count })}</p>
}
