import { useId, useState } from "react"
import type { KnownPerson } from "../../../protocol/admin.ts"
import { Button } from "../../kit/button.tsx"
import { useRelayQuery } from "../../kit/relay/use-relay-query.ts"
import { t, tell } from "../../messages/t.ts"
import { EntryList, useEntryList } from "../frame/entry-list.tsx"
import { PairingCodes } from "./pairing-codes.tsx"
import { PersonRow } from "./person-row.tsx"

/** Who has paired or signed in, in which browsers, and the codes. */
export function People() {
  // As long as a code is open, somebody may pair with it.
  const asked = useRelayQuery("GET /v1/admin/people", {}, ({ codes }) => (codes.length > 0 ? OFTEN_MS : false))
  const list = useEntryList("people")
  const [search, setSearch] = useState("")
  const [most, setMost] = useState(MOST_AT_FIRST)
  const { people = [], codes = [] } = asked.data ?? {}
  const admins = people.filter(({ role, browsers }) => role === "admin" && browsers.length > 0).length
  const matches = people.filter((person) => isMatch(person, search))
  return (
    <>
      <PairingCodes codes={codes} people={people} />
      <EntryList
        of="people"
        list={list}
        asked={asked}
        rows={() =>
          matches
            .slice(0, most)
            .map((person) => <PersonRow key={person.id} person={person} lastAdmin={admins === 1} list={list} />)
        }
        above={
          people.length > MOST_AT_FIRST || search !== "" ? (
            <Search
              search={search}
              type={(next) => {
                setSearch(next)
                setMost(MOST_AT_FIRST)
              }}
              counts={{ shown: Math.min(most, matches.length), count: matches.length }}
            />
          ) : undefined
        }
        none={search === "" ? undefined : t("people.search.none")}
      >
        {matches.length > most ? (
          <Button small onPress={() => setMost(most + MOST_AT_FIRST)}>
            {t("people.more")}
          </Button>
        ) : null}
      </EntryList>
    </>
  )
}

const OFTEN_MS = 4000
/** As many as fit on a screen or two. */
const MOST_AT_FIRST = 20

function Search({
  search,
  type,
  counts
}: {
  search: string
  type: (search: string) => void
  counts: { shown: number; count: number }
}) {
  const id = useId()
  return (
    <div className="stack">
      <label className="small muted" htmlFor={id}>
        {t("people.search")}
      </label>
      <input
        className="in"
        id={id}
        type="search"
        value={search}
        autoComplete="off"
        onChange={({ target }) => type(target.value)}
      />
      <p role="status" className="small quiet">
        {t("people.shown", counts)}
      </p>
    </div>
  )
}

/** Each word has to be in the name, the role or a group. */
function isMatch({ name, role, groups }: KnownPerson, search: string): boolean {
  const text = [name, tell(`role.${role}`, {}), ...groups].join("\n").toLocaleLowerCase()
  return search
    .toLocaleLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word))
}
