import { useEffect, useRef } from "react"
import { Button } from "../../kit/button.tsx"
import { t } from "../../messages/t.ts"
import { Refusal } from "./refusal.tsx"
import { useRelayCommand } from "../../kit/relay/use-relay-command.ts"

/** The id of the heading above all sources. */
export const HEADING = "knowledge"

/** Asks once more, and says how much is removed. */
export function RemoveSource({
  collection,
  label,
  documents,
  tell,
  close
}: {
  collection: string
  label: string
  documents: number
  tell: (words: string) => void
  close: () => void
}) {
  const question = useRef<HTMLDivElement>(null)
  const remove = useRelayCommand(
    "GET /v1/admin/knowledge",
    "DELETE /v1/admin/knowledge/sources/:collection",
    ({ documents: count }) => {
      tell(t("imports.removed", { name: label, count }))
      // The question disappears with its source.
      document.getElementById(HEADING)?.focus()
    }
  )
  useEffect(() => question.current?.focus(), [])
  return (
    <div className="stack ask" role="alert" ref={question} tabIndex={-1}>
      <p>
        {t("imports.remove.sure", { name: label, count: documents })} {documents > 0 ? t("imports.remove.kept") : ""}
      </p>
      <div className="do">
        <Button
          small
          variant="danger"
          disabledReason={remove.isPending ? t("imports.remove.busy") : undefined}
          onPress={() => remove.mutate({ path: { collection } })}
        >
          {t("imports.remove.do")}
        </Button>
        <Button small onPress={close}>
          {t("imports.remove.keep")}
        </Button>
      </div>
      <Refusal error={remove.error} />
    </div>
  )
}
