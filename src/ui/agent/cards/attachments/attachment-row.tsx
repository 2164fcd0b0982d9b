import type { PanelAttachment } from "../../../../ticket/attachment.ts"
import { Button } from "../../../kit/button.tsx"
import { Icon } from "../../../kit/icon.tsx"
import { fileName } from "../../../messages/file-name.ts"
import { fileSize } from "../../../messages/file-size.ts"
import { t } from "../../../messages/t.ts"

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
export function AttachmentRow({ one, isOn, source, read, drop }: Given) {
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
