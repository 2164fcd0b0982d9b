import { useEffect, useRef, useState } from "react"
import type { KnownPerson } from "../../protocol/admin.ts"
import { Button } from "../kit/button.tsx"
import { useRelayCommand, useRelayQuery } from "../kit/relay/use-relay-query.ts"
import { day } from "../messages/format.ts"
import { t, tell } from "../messages/t.ts"
import { EntryList, useEntryList } from "./frame/entry-list.tsx"
import { ErrorMessage } from "./frame/error-message.tsx"
import { RemovalQuestion } from "./frame/removal.tsx"
import { PairingCodes } from "./pairing-codes.tsx"

/** Who has paired, in which browsers, and the codes. */
export function People() {
  // As long as a code is open, somebody may pair with it.
  const asked = useRelayQuery("GET /v1/admin/people", {}, ({ codes }) => (codes.length > 0 ? OFTEN_MS : false))
  const list = useEntryList("people")
  const { people = [], codes = [] } = asked.data ?? {}
  const admins = people.filter(({ role, browsers }) => role === "admin" && browsers.length > 0).length
  return (
    <>
      <PairingCodes codes={codes} people={people} />
      <EntryList
        of="people"
        list={list}
        asked={asked}
        rows={() =>
          people.map((person) => (
            <Person key={person.id} person={person} lastAdmin={admins === 1} signedOut={list.say} />
          ))
        }
      />
    </>
  )
}

const OFTEN_MS = 4000

/** Somebody's browsers. Signing out leaves the person in the list, so it isn't a removal of the entry. */
function Person({
  person,
  lastAdmin,
  signedOut
}: {
  person: KnownPerson
  lastAdmin: boolean
  signedOut: (sentence: string) => void
}) {
  const { id, name, role, browsers } = person
  const button = `out-${id}`
  const [asking, setAsking] = useState(false)
  useFocusBack(asking, button)
  const signOut = useRelayCommand(
    "GET /v1/admin/people",
    "POST /v1/admin/people/:id/sign-out",
    ({ browsers: count }) => {
      setAsking(false)
      signedOut(t("people.done", { name, count }))
    }
  )
  const own = browsers.some(({ here }) => here)
  const sure = !own
    ? t("people.sure", { name, count: browsers.length })
    : lastAdmin && role === "admin"
      ? t("people.sure.last")
      : t("people.sure.own")
  return (
    <li>
      <div className="row">
        <h3 className="grow">
          <bdi>{name}</bdi> <span className="tag">{tell(`role.${role}`, {})}</span>
        </h3>
        {asking ? null : (
          <Button
            small
            variant="danger"
            id={button}
            disabledReason={browsers.length === 0 ? t("people.out.nothing") : undefined}
            onPress={() => setAsking(true)}
          >
            {t("people.out")}
            <span className="sr"> {t("usage.who", { name, role: tell(`role.${role}`, {}) })}</span>
          </Button>
        )}
      </div>
      {browsers.length === 0 ? (
        <p className="small muted">{t("people.browser.none")}</p>
      ) : (
        <ul className="small quiet">
          {browsers.map((one, index) => (
            <li key={index}>{browserWords(one)}</li>
          ))}
        </ul>
      )}
      {asking ? (
        <RemovalQuestion
          words={{ sure, do: t("people.do"), keep: t("people.keep") }}
          keep={() => setAsking(false)}
          remove={() => signOut.mutate({ path: { id }, body: { sure: own } })}
        />
      ) : null}
      {signOut.error ? <ErrorMessage error={signOut.error} /> : null}
    </li>
  )
}

/** The focus moves back to the button when the question that it asked is answered. */
function useFocusBack(asking: boolean, button: string): void {
  const asked = useRef(false)
  useEffect(() => {
    if (!asking && asked.current) document.getElementById(button)?.focus()
    asked.current = asking
  }, [asking, button])
}

function browserWords({ device, since, until, here }: KnownPerson["browsers"][number]): string {
  const times = { since: day(since), until: day(until) }
  return here
    ? t("people.browser.here", times)
    : t("people.browser", { device: device ?? t("people.browser.unnamed"), ...times })
}
