import { Button } from "../kit/button.tsx"
import { Card } from "../kit/card.tsx"
import { Icon, type IconName } from "../kit/icon.tsx"
import { isMessage, t, tell } from "../messages/t.ts"
import type { Claim } from "../../ticket/draft.ts"
import { focusOn } from "./focus.ts"
import { checkId, type Doubt, type Look } from "./letter/look.ts"
import { isBroken, isWriting } from "./offs.ts"
import { usePanelHold } from "./use-panel.ts"

/** Each gap in the proof with its reason and a way out; then what is proven. */
export function Checks() {
  const { draft, looks, state } = usePanelHold()
  const broken = isBroken(state)
  const aside = looks.length > 0 ? <span className="small muted">{t("checks.count", { count: looks.length })}</span> : null
  const still = !draft ? t("checks.none") : draft.refusal ? t("checks.refused") : undefined
  return (
    <Card title={t("checks")} aside={aside}>
      {still ? <p className="in-card quiet">{still}</p>
        : looks.length === 0 && (isWriting(draft) || broken) ? <Progress />
          : <ul className="in-card">{looks.map((look) => look.kind === "blank" ? <Missing key={look.id} look={look} /> : <Gap key={look.id} look={look} />)}<Proven /></ul>}
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
  const key = `why.${claim.reason ?? ""}`
  return isMessage(key) ? tell(key, {}) : tell(claim.state === "needs-approval" ? "why.needs-approval" : "why.no-source", {})
}

function Missing({ look }: { look: Extract<Look, { kind: "blank" }> }) {
  const { draft } = usePanelHold()
  const why = draft?.questions.find((question) => question.blank === look.blank.name)?.why
  return (
    <li className="chk fill" id={checkId(look)} tabIndex={-1}>
      <Icon name="blank" />
      <div>
        <b dir="auto">{t("checks.blank.name", { blank: look.blank.name })}</b> <span dir="auto">{why ?? t("checks.blank")}</span>
        <div className="do"><Button small onPress={() => focusOn(look.id)}>{t("checks.fill")}</Button></div>
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
