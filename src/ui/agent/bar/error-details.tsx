import { useState } from "react"
import { Button } from "../../kit/button.tsx"
import { t } from "../../messages/t.ts"
import { isBroken } from "../state/disabled-reasons.ts"
import { usePanelContext, type PanelContextValue } from "../state/use-panel.ts"

/** Shows, below an error, what is needed to find it in the relay's log. It shows nothing of the ticket. */
export function ErrorDetails() {
  const panel = usePanelContext()
  const [copied, setCopied] = useState(false)
  const copy = () =>
    void panel.link.copy(detailsOf(panel)).then(
      () => setCopied(true),
      () => panel.showNotice({ code: "copy-failed" })
    )
  return (
    <>
      <Button variant="link" small onPress={copy}>
        {t("act.details")}
      </Button>
      <span role="status" className="small muted">
        {copied ? t("act.details.done") : ""}
      </span>
    </>
  )
}

/**
 * Returns the code, the time, the ids of the request and the draft (the relay's log names them) and the versions. The field names are those of
 * the log, so they aren't translated.
 */
function detailsOf({ notice, draft, ticket, link, state }: PanelContextValue): string {
  const code = notice && "code" in notice ? notice.code : "draft-failed"
  const request = notice && "code" in notice ? notice.data?.["request"] : undefined
  const at = isBroken(state) && draft?.savedAt ? draft.savedAt : ""
  return [
    `code: ${code}`,
    at && `at: ${at}`,
    request && `request: ${request}`,
    draft && `draft: ${draft.id}`,
    draft?.model && `model: ${draft.model}`,
    `helpdesk: ${ticket.helpdesk}`,
    state.masking && `masking: ${state.masking.mode}`,
    `relay: ${[state.relay.version, state.relay.address, state.relay.state].filter(Boolean).join(", ")}`,
    `extension: ${link.version()}`
  ]
    .filter(Boolean)
    .join("\n")
}
