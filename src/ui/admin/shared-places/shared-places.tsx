import { useRelayQuery } from "../../kit/relay/use-relay-query.ts"
import { EntryList, useEntryList } from "../frame/entry-list.tsx"
import { PlacesRow } from "./places-row.tsx"

/** Where agents have shown that pages have their tickets: what is proposed, what the team uses, and what it doesn't. */
export function SharedPlaces() {
  const asked = useRelayQuery("GET /v1/admin/page-recipes", {})
  const list = useEntryList("shared-places")
  return (
    <EntryList
      of="shared"
      list={list}
      asked={asked}
      rows={({ recipes }) =>
        recipes.map((one) => (
          <PlacesRow
            key={`${one.state} ${one.site}`}
            stored={one}
            replaces={
              one.state === "proposed" && recipes.some(({ site, state }) => site === one.site && state === "shared")
            }
            done={list.gone}
          />
        ))
      }
    />
  )
}
