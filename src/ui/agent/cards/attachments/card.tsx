import type { PanelAttachments, PanelAttachment } from "../../../../ticket/attachment.ts"
import { Button } from "../../../kit/button.tsx"
import { Card } from "../../../kit/card.tsx"
import { t } from "../../../messages/t.ts"
import type { PanelCard } from "../../card-kit/panel-card.ts"
import { usePanelContext } from "../../state/use-panel.ts"
import "./attachments.css"
import { Icon } from "../../../kit/icon.tsx"
import { fileSize } from "../../../messages/file-size.ts"

export const attachmentsCard: PanelCard = {
  id: "attachments",
  place: "more",
  order: 50,
  Card: Attachments,
  row: {
    icon: "paperclip",
    title: () => t("attachments"),
    detail: ({ state: { attachments: shown } }) =>
      shown && shown.list.length > 0 ? t("attachments.count", { count: shown.list.length }) : undefined,
    isUrgent: ({ state: { attachments: shown } }) => (shown?.draftWithout ?? shown?.draftWithRemoved) !== undefined
  }
}

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

interface Given {
  one: PanelAttachment
  /** Agents may have attachments read. */
  isOn: boolean
  /** Its number among the sources of the draft. */
  source: number | undefined
  read: () => void
  drop: () => void
}

/** One attachment: its name and size, and what can be done with it or why nothing can. */
function AttachmentRow({ one, isOn, source, read, drop }: Given) {
  const { size, not } = one
  const name = fileName(one.name)
  return (
    <li>
      <div className="file">
        <Icon name="paperclip" />
        <span className="grow">
          <bdi>{name}</bdi>
          {size === undefined ? null : <span className="muted"> {fileSize(size)}</span>}
        </span>
        {not === undefined && isOn ? <RowButton one={one} read={read} drop={drop} /> : null}
      </div>
      {not === undefined ? null : <p className="small muted">{t(`attachments.not.${not}`)}</p>}
      <div role="status" className="small">
        {one.state === "reading" ? <p className="muted">{t("attachments.reading")}</p> : null}
        {one.state === "failed" ? (
          <p className="miss">
            <Icon name="alert" /> {t(`attachments.problem.${one.problem}`)}
          </p>
        ) : null}
        {one.state === "read" ? (
          <p className="muted">
            {one.unsent
              ? t("attachments.unsent")
              : t(one.cut ? "attachments.length.cut" : "attachments.length", { count: one.length })}
            {source === undefined ? "" : ` ${t("attachments.cited", { n: source })}`}
          </p>
        ) : null}
        {one.state === "read" && one.orders ? (
          <p className="miss">
            <Icon name="alert" /> {t("attachments.orders")}
          </p>
        ) : null}
      </div>
      {one.state === "read" ? (
        <blockquote className="small start" dir="auto" aria-label={t("attachments.first", { name })}>
          {one.length > one.start.length ? `${one.start} …` : one.start}
        </blockquote>
      ) : null}
    </li>
  )
}

function RowButton({ one, read, drop }: Pick<Given, "one" | "read" | "drop">) {
  const { state } = one
  const name = fileName(one.name)
  if (state === "read")
    return (
      <Button small variant="bare" once label={t("attachments.drop.of", { name })} onPress={drop}>
        {t("attachments.drop")}
      </Button>
    )
  if (state === "failed")
    return (
      <Button small label={t("attachments.again.of", { name })} onPress={read}>
        {t("attachments.again")}
      </Button>
    )
  return (
    <Button
      small
      label={t("attachments.read.of", { name })}
      disabledReason={state === "reading" ? t("attachments.reading") : undefined}
      onPress={read}
    >
      {t("attachments.read")}
    </Button>
  )
}

/**
 * Returns a file's name as its letters follow each other. The customer gave it, and marks that turn the direction can
 * have "Offer‹U+202E›fdp.exe" look like a PDF.
 */
const fileName = (name: string): string => name.replace(/[\u202a-\u202e\u2066-\u2069]/g, "")
