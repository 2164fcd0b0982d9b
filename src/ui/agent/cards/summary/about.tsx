import { useState } from "react"
import type { TicketAbout } from "../../../../ticket/ticket-about.ts"
import { SelectField } from "../../../kit/choice-fields.tsx"
import { listed } from "../../../messages/format.ts"
import { t } from "../../../messages/t.ts"
import { CommandFailed, failureText } from "../../card-kit/command-answers.ts"
import { usePanelContext } from "../../state/use-panel.ts"

/**
 * One line: what the ticket is about, whether it can wait, and who else should see it, each with the words that say so.
 * Nothing is shown of a ticket about which nothing is told.
 */
export function About() {
  const { state, ticket } = usePanelContext()
  const about = state.summary?.about
  if (!about?.intent && !about?.urgent && !about?.escalate) return null
  return (
    <>
      <dt>{t("about")}</dt>
      <dd>
        {about.intent ? <Intent key={ticket.key} about={about} /> : null}{" "}
        {about.urgent ? <span>{t("about.urgent", about.urgent)}</span> : null}{" "}
        {about.escalate ? <span>{adviceText(about.escalate)}</span> : null}
      </dd>
    </>
  )
}

/** A choice among the team's intents, so that one press corrects it. */
function Intent({ about: { intent, choices } }: { about: TicketAbout }) {
  const { ticket, link } = usePanelContext()
  const [said, setSaid] = useState("")
  if (!intent) return null
  const names = choices.includes(intent.name) ? choices : [intent.name, ...choices]
  const correct = async (value: string) => {
    const answer = await link.send({ kind: "panel-intent", key: ticket.key, intent: value === NONE ? null : value })
    setSaid(answer.ok ? t("about.learnt") : failureText(new CommandFailed(answer)))
  }
  return (
    <>
      <SelectField
        label={t("about.intent")}
        value={intent.name}
        choices={[...names.map((name) => ({ value: name, label: name })), { value: NONE, label: t("about.none") }]}
        choose={(value) => void correct(value)}
      />{" "}
      {intent.because.length > 0 ? (
        <span className="small muted">{t("about.because", { words: listed(intent.because) })}</span>
      ) : null}{" "}
      <span role="status" className="small muted">
        {said}
      </span>
    </>
  )
}
/** No tag is empty. */
const NONE = ""

function adviceText({ reason, because, group }: NonNullable<TicketAbout["escalate"]>): string {
  if (group === undefined) return t("about.lead", { because })
  return reason === "playbook" ? t("about.playbook", { group, because }) : t("about.group", { group, because })
}
