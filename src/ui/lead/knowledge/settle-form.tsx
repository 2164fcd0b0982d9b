import { useEffect, useId, useRef } from "react"
import { Button } from "../../kit/button.tsx"
import { t } from "../../messages/t.ts"

/** Asks why a finding is settled. An answer isn't required. */
export function SettleForm({
  busy,
  note,
  write,
  save,
  cancel
}: {
  busy?: true | undefined
  note: string
  write: (note: string) => void
  save: (note: string) => void
  cancel: () => void
}) {
  const id = useId()
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => field.current?.focus(), [])
  const put = () => save(note.trim())
  return (
    <div
      className="settling"
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return
        if (event.key === "Escape") cancel()
        if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && !busy) put()
      }}
    >
      <p className="small quiet">{t("report.settle.lead")}</p>
      <label className="small muted" htmlFor={id}>
        {t("report.note")}
      </label>
      <textarea
        className="in"
        id={id}
        ref={field}
        rows={2}
        maxLength={MOST_TYPED}
        aria-describedby={`${id}-masked`}
        value={note}
        onChange={({ target }) => write(target.value)}
      />
      <p className="small muted" id={`${id}-masked`}>
        {t("report.note.masked")}
      </p>
      <div className="row">
        <Button small variant="main" disabledReason={busy ? t("report.saving") : undefined} onPress={put}>
          {t("report.settle.do")}
        </Button>
        <Button small onPress={cancel}>
          {t("report.settle.keep")}
        </Button>
      </div>
    </div>
  )
}

/** In characters. Placeholders may make it longer. */
const MOST_TYPED = 1500
