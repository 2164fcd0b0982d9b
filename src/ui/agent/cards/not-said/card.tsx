import { Button } from "../../../kit/button.tsx"
import { Card } from "../../../kit/card.tsx"
import { direction } from "../../../kit/direction.ts"
import { t } from "../../../messages/t.ts"
import type { PanelCard } from "../../card-kit/panel-card.ts"
import { isWriting } from "../../state/disabled-reasons.ts"
import { addedClaim } from "../../state/suggested-sentence.ts"
import { usePanelContext } from "../../state/use-panel.ts"

export const notSaid: PanelCard = { id: "not-said", place: "pages", order: 23, Card: NotSaid }

/** Names the sentences of the leading macro that the letter leaves out, each to be put back with one press. */
function NotSaid() {
  const { draft, draftText, suggestions } = usePanelContext()
  const notSaid = draft?.answer?.notSaid ?? []
  if (notSaid.length === 0 || isWriting(draft) || draftText.letter.text === "") return null
  return (
    <Card title={t("not-said", { count: notSaid.length })}>
      <ul className="in-card not-said small" aria-label={t("not-said", { count: notSaid.length })}>
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
    </Card>
  )
}
