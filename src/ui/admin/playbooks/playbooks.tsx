import { useRelayQuery } from "../../kit/relay/use-relay-query.ts"
import { t } from "../../messages/t.ts"
import { EntryList, useEntryList } from "../frame/entry-list.tsx"
import { NewPlaybook } from "./new-playbook.tsx"
import { PlaybookRow } from "./playbook-row.tsx"

/**
 * The team's playbooks: which there are, the flow of each, a form for one more or a changed one, and a way to take one
 * out.
 */
export function Playbooks() {
  const asked = useRelayQuery("GET /v1/admin/playbooks", {})
  const list = useEntryList("playbooks")
  return (
    <EntryList
      of="playbooks"
      list={list}
      asked={asked}
      rows={({ playbooks }) =>
        playbooks.map((playbook) => (
          <PlaybookRow
            key={playbook.name}
            playbook={playbook}
            removed={() => list.gone(t("playbooks.removed", { name: playbook.title }))}
          />
        ))
      }
    >
      {asked.data ? (
        <NewPlaybook saved={({ name, version }) => list.say(t("playbooks.saved", { name, version }))} />
      ) : null}
    </EntryList>
  )
}
