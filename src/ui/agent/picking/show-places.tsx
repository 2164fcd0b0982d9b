import { useState } from "react"
import type { PanelCommand } from "../../../protocol/panel.ts"
import { Button } from "../../kit/button.tsx"
import { t } from "../../messages/t.ts"
import { splitSentence } from "../state/bar-message.ts"
import type { PanelLink } from "../state/panel-link.ts"
import { pickWords } from "./pick-words.ts"

/** A button that starts to show where the page has its ticket, and what hindered it. */
export function ShowPlaces({
  link,
  of,
  label,
  small = false
}: {
  link: PanelLink
  of: Extract<PanelCommand, { kind: "panel-pick-start" }>["of"]
  label: string
  small?: boolean
}) {
  const [wrong, setWrong] = useState("")
  const start = async () => {
    const answer = await link.send({ kind: "panel-pick-start", of, words: pickWords() })
    setWrong(answer.ok ? "" : faultText(answer.code))
  }
  return (
    <>
      <Button small={small} onPress={() => void start()}>
        {label}
      </Button>
      <p role="alert" className="fault">
        {wrong}
      </p>
    </>
  )
}

function faultText(code: string): string {
  if (code === "policy") return t("site.forbidden")
  if (code === "switched-off") return t("site.switched-off")
  if (code !== "site-off") return t("pick.failed")
  const { what, then } = splitSentence(t("notice.site-off"))
  return `${what} ${then}`
}
