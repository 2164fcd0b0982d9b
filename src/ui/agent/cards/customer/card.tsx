import type { LookupResult } from "../../../../ticket/looked-up.ts"
import { Button } from "../../../kit/button.tsx"
import { Card } from "../../../kit/card.tsx"
import { shortcutProps } from "../../../kit/key-list.tsx"
import { listed } from "../../../messages/format.ts"
import { t } from "../../../messages/t.ts"
import type { PanelCard } from "../../card-kit/panel-card.ts"
import { bindings } from "../../state/bindings.ts"
import { usePanelContext } from "../../state/use-panel.ts"
import { LookupRows } from "./lookup-rows.tsx"
import "./customer.css"

export const customer: PanelCard = {
  id: "customer",
  place: "more",
  order: 20,
  Card: Customer,
  row: {
    icon: "person",
    title: () => t("lookups"),
    detail: ({ state: { lookups = [] } }) =>
      lookups.length > 0 ? listed(lookups.map(({ title: name }) => name)) : undefined,
    isUrgent: ({ state }) => state.lookups?.some(({ earlier }) => earlier) === true
  }
}

/** What the team's lookups say of the customer: each fact with its system and age, and what isn't known with the reason. */
function Customer() {
  const { state, draft, lookups: actions } = usePanelContext()
  const { lookups = [] } = state
  if (lookups.length === 0) return null
  const { busy, again, allow, keepSecrets } = actions
  const cited = new Map((draft?.sources ?? []).map(({ id, n }) => [id, n]))
  return (
    <Card
      title={t("lookups")}
      aside={
        <Button
          small
          variant="bare"
          {...shortcutProps(bindings.lookUp)}
          disabledReason={busy ? t("lookups.looking") : undefined}
          onPress={again}
        >
          {t("lookups.again")}
        </Button>
      }
    >
      <Earlier titles={lookups.filter(({ earlier }) => earlier).map(({ title }) => title)} redo={actions.redo} />
      <dl className="got in-card">
        {lookups.map((result) => (
          <LookupRows
            key={result.name}
            result={result}
            source={cited.get(`lookup:${result.name}`)}
            allow={() => allow(result)}
            keepSecrets={(secrets) => keepSecrets(result.name, secrets)}
          />
        ))}
      </dl>
      <p role="status" className="small muted in-card">
        {busy ? t("lookups.looking") : footOf(lookups)}
      </p>
    </Card>
  )
}

/** Says that the draft was written with other facts than the card shows. */
function Earlier({ titles, redo }: { titles: string[]; redo: () => void }) {
  return (
    <div role="status" className="in-card earlier">
      {titles.length === 0 ? null : (
        <>
          <span className="grow">{t("lookups.earlier", { titles: listed(titles) })}</span>
          <Button small {...shortcutProps(bindings.redoFacts)} onPress={redo}>
            {t("lookups.redo")}
          </Button>
        </>
      )}
    </div>
  )
}

/** Who asked. A view, which the relay asks, has no host. */
function footOf(lookups: readonly LookupResult[]): string {
  const views = lookups.filter(({ host }) => host === "").map(({ title }) => title)
  return views.length === 0 ? t("lookups.foot") : t("lookups.foot.views", { views: listed(views) })
}
