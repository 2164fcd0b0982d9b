import { useState } from "react"
import type { PanelCommand } from "../../../protocol/panel.ts"
import { Button } from "../../kit/button.tsx"
import { t, type MessageKey } from "../../messages/t.ts"
import { splitSentence } from "../state/bar-message.ts"
import type { PanelLink } from "../state/panel-link.ts"

/** A button that makes a ticket of what is selected in the page, and what hindered it. */
export function TakeSelection({
  link,
  of,
  label,
  small = false
}: {
  link: PanelLink
  of: Extract<PanelCommand, { kind: "panel-take-selection" }>["of"]
  label: string
  /** Whether it stands in the bar. */
  small?: boolean
}) {
  const [wrong, setWrong] = useState("")
  const take = async () => {
    const answer = await link.send({ kind: "panel-take-selection", of })
    setWrong(answer.ok ? "" : faultText(answer.code))
  }
  return (
    <>
      <Button small={small} onPress={() => void take()}>
        {label}
      </Button>
      <p role="alert" className="fault">
        {wrong}
      </p>
    </>
  )
}

const FAULTS = {
  "no-selection": "notice.no-selection",
  "known-helpdesk": "notice.known-helpdesk",
  "site-off": "notice.site-off",
  policy: "site.forbidden",
  "switched-off": "site.switched-off"
} satisfies Record<string, MessageKey>

function faultText(code: string): string {
  const { what, then } = splitSentence(code in FAULTS ? t(FAULTS[code as keyof typeof FAULTS]) : t("selection.failed"))
  return `${what} ${then}`
}
