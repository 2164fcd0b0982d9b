import type { MissingAtStep } from "../../../../ticket/playbook-standing.ts"
import { Button } from "../../../kit/button.tsx"
import { Icon } from "../../../kit/icon.tsx"
import { t } from "../../../messages/t.ts"
import { TypeIn } from "../../card-kit/type-in.tsx"
import { usePanelContext } from "../../state/use-panel.ts"

/** What the step waits for: who is asked, and a field for an agent who knows it already. */
export function MissingFacts({ missing }: { missing: MissingAtStep[] }) {
  const {
    ticket: { given = {} },
    lookups
  } = usePanelContext()
  if (missing.length === 0) return null
  return (
    <ul className="in-card" aria-label={t("playbook.missing")}>
      {missing.map(({ fact, label, ask, find }) => (
        <li key={fact} className="chk fill">
          <Icon name="blank" />
          <div>
            <b>{label}</b> {find ?? (ask === undefined ? "" : t("playbook.asked"))}
            {given[label] === undefined ? null : (
              <p className="small fault">{t("playbook.unread", { value: given[label] })}</p>
            )}
            <div>
              <TypeIn labels={[label]} about={label} typeIn={lookups.keepFacts} />
            </div>
          </div>
        </li>
      ))}
    </ul>
  )
}

/** What the agent typed for this ticket. Each fact can be taken back. */
export function GivenFacts() {
  const {
    ticket: { given },
    lookups,
    disabledReasons,
    showNotice
  } = usePanelContext()
  if (!given) return null
  return (
    <ul className="in-card chosen" aria-label={t("playbook.given")}>
      {Object.entries(given).map(([label, value]) => (
        <li key={label}>
          <bdi>{t("playbook.given.fact", { label, value })}</bdi>
          <Button
            variant="link"
            label={t("playbook.given.back.long", { label, value })}
            disabledReason={disabledReasons.regenerate}
            onRefused={(why) => showNotice({ why })}
            onPress={() => void lookups.keepFacts({ [label]: "" })}
          >
            {t("playbook.given.back")}
          </Button>
        </li>
      ))}
    </ul>
  )
}
