import type { PanelAttachments } from "../../../../ticket/attachment.ts"
import { Button } from "../../../kit/button.tsx"
import { Card } from "../../../kit/card.tsx"
import { t } from "../../../messages/t.ts"
import type { PanelCard } from "../../card-kit/panel-card.ts"
import { usePanelContext } from "../../state/use-panel.ts"
import { AttachmentRow } from "./attachment-row.tsx"
import "./attachments.css"

export const attachmentsCard: PanelCard = { id: "attachments", order: 34, Card: Attachments }

/** The attachments of the ticket. One press has the text of one read, which goes along with later drafts. */
function Attachments() {
  const { state, draft, attachments: actions } = usePanelContext()
  const shown = state.attachments
  if (!shown || shown.list.length === 0) return null
  const cited = new Map((draft?.sources ?? []).map(({ id, n }) => [id, n]))
  return (
    <Card
      title={t("attachments")}
      aside={<span className="small muted">{t("attachments.count", { count: shown.list.length })}</span>}
    >
      <OtherDraft shown={shown} redo={actions.redo} />
      <ul className="in-card files">
        {shown.list.map((one) => (
          <AttachmentRow
            key={one.id}
            one={one}
            isOn={shown.isOn}
            source={one.state === "read" ? cited.get(one.source) : undefined}
            read={() => actions.read(one.id)}
            drop={() => actions.drop(one.id)}
          />
        ))}
      </ul>
      <p className="small muted in-card">{t(shown.isOn ? "attachments.foot" : "attachments.off")}</p>
    </Card>
  )
}

/** Says that the draft was written with other files than are read now. */
function OtherDraft({
  shown: { draftWithout, draftWithRemoved },
  redo
}: {
  shown: PanelAttachments
  redo: () => void
}) {
  const differs = draftWithout ?? draftWithRemoved
  return (
    <div role="status" className="in-card earlier">
      {differs ? (
        <>
          <span className="grow">
            {t(draftWithRemoved ? "attachments.draft-with-removed" : "attachments.draft-without")}
          </span>
          <Button small onPress={redo}>
            {t("attachments.redo")}
          </Button>
        </>
      ) : null}
    </div>
  )
}
