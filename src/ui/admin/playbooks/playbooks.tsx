import { useState } from "react"
import { t } from "../../messages/t.ts"
import { ErrorMessage } from "../frame/error-message.tsx"
import { NewPlaybook } from "./new-playbook.tsx"
import { PlaybookRow } from "./playbook-row.tsx"
import { useRelayQuery } from "../../kit/relay/use-relay-query.ts"

/**
 * The team's playbooks: which there are, the flow of each, a form for one more or a changed one, and a way to take one
 * out.
 */
export function Playbooks() {
  const { data, error, refetch } = useRelayQuery("GET /v1/admin/playbooks", {})
  const [said, setSaid] = useState("")
  return (
    <section className="box" aria-labelledby={HEADING}>
      <h2 id={HEADING} tabIndex={-1}>
        {t("playbooks")}
      </h2>
      <p className="lead">{t("playbooks.lead")}</p>
      {error ? (
        <ErrorMessage error={error} again={() => void refetch()} />
      ) : data ? null : (
        <p role="status" className="quiet">
          {t("admin.loading")}
        </p>
      )}
      {data?.playbooks.length === 0 ? <p className="few">{t("playbooks.none")}</p> : null}
      <ul className="entries" aria-label={t("playbooks.list")}>
        {(data?.playbooks ?? []).map((playbook) => (
          <PlaybookRow
            key={playbook.name}
            playbook={playbook}
            removed={() => {
              setSaid(t("playbooks.removed", { name: playbook.title }))
              document.getElementById(HEADING)?.focus()
            }}
          />
        ))}
      </ul>
      <p role="status" className="small quiet">
        {said}
      </p>
      {data ? <NewPlaybook saved={({ name, version }) => setSaid(t("playbooks.saved", { name, version }))} /> : null}
    </section>
  )
}

const HEADING = "playbooks"
