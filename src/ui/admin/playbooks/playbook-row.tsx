import { useState } from "react"
import type { ListedPlaybook } from "../../../protocol/operating/playbooks.ts"
import { Button } from "../../kit/button.tsx"
import { t } from "../../messages/t.ts"
import { useRemoval } from "../frame/removal.tsx"
import { moment } from "../status/status-text.ts"
import { FlowPicture } from "./flow-picture.tsx"
import { FlowSteps } from "./flow-steps.tsx"

/** One playbook: its version and size, its flow, its text, and a way to take it out. */
export function PlaybookRow({ playbook, removed }: { playbook: ListedPlaybook; removed: () => void }) {
  const { name, title, graph, source, mistakes } = playbook
  const [shown, setShown] = useState<"flow" | "text">()
  const removal = useRemoval({
    of: "playbooks",
    name: title,
    list: "GET /v1/admin/playbooks",
    route: "DELETE /v1/admin/playbooks/:name",
    parts: { path: { name } },
    removed
  })
  const toggle = (what: "flow" | "text") => setShown(shown === what ? undefined : what)
  return (
    <li>
      <div className="row">
        <h3 className="grow">
          <bdi>{title}</bdi>
        </h3>
        {mistakes ? null : (
          <Button
            small
            label={`${t("playbooks.flow")} ${title}`}
            expanded={shown === "flow"}
            onPress={() => toggle("flow")}
          >
            {t("playbooks.flow")}
          </Button>
        )}
        <Button
          small
          label={`${t("playbooks.show")} ${title}`}
          expanded={shown === "text"}
          onPress={() => toggle("text")}
        >
          {t("playbooks.show")}
        </Button>
        {removal.button}
      </div>
      <Checked playbook={playbook} />
      {shown === "flow" ? (
        <>
          <FlowPicture title={title} graph={graph} />
          <FlowSteps title={title} graph={graph} />
        </>
      ) : null}
      {shown === "text" ? (
        <pre className="small" dir="auto">
          {source}
        </pre>
      ) : null}
      {removal.question}
    </li>
  )
}

/** Its version, and how many steps it has, or what this relay can't read in it. */
function Checked({ playbook: { name, version, at, graph, mistakes } }: { playbook: ListedPlaybook }) {
  const since = { name, version, time: moment(at) }
  const many = (kind: "end" | "escalation") => graph.nodes.filter((node) => node.kind === kind).length
  if (!mistakes)
    return (
      <p className="small quiet">
        {t("playbooks.of", {
          ...since,
          ...{ steps: graph.nodes.length, ends: many("end"), groups: many("escalation") }
        })}
      </p>
    )
  return (
    <>
      <p className="small fault">{t("playbooks.unread", since)}</p>
      <ul className="small">
        {mistakes.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </>
  )
}
