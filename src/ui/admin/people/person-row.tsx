import { useEffect, useRef, useState } from "react"
import type { KnownPerson, PairedBrowser } from "../../../protocol/admin.ts"
import { Button } from "../../kit/button.tsx"
import { useRelayCommand } from "../../kit/relay/use-relay-query.ts"
import { day } from "../../messages/format.ts"
import { t, tell } from "../../messages/t.ts"
import type { ListState } from "../frame/entry-list.tsx"
import { ErrorMessage } from "../frame/error-message.tsx"
import { RemovalQuestion, useRemoval } from "../frame/removal.tsx"
import { PersonForm } from "./person-form.tsx"

/** The route by which the list is read. */
const PEOPLE = "GET /v1/admin/people"

/** Somebody with their groups, last use and browsers, and what can be done with them. */
export function PersonRow({ person, lastAdmin, list }: { person: KnownPerson; lastAdmin: boolean; list: ListState }) {
  const { id, name, role, groups, browsers, lastUse } = person
  const who = t("usage.who", { name, role: tell(`role.${role}`, {}) })
  const isOwn = browsers.some(({ here }) => here)
  const [changing, setChanging] = useState(false)
  const signOut = useSignOut(person, lastAdmin, list)
  const removal = useRemoval({
    of: "person",
    name: who,
    list: PEOPLE,
    route: "DELETE /v1/admin/people/:id",
    parts: { path: { id } },
    removed: () => list.gone(t("person.removed", { name }))
  })
  return (
    <li>
      <div className="row">
        <h3 className="grow">
          <bdi>{name}</bdi> <span className="tag">{tell(`role.${role}`, {})}</span>
        </h3>
        <Button small label={`${t("person")} ${who}`} expanded={changing} onPress={() => setChanging(!changing)}>
          {t("person")}
        </Button>
        {signOut.button}
        {isOwn ? null : removal.button}
      </div>
      <p className="small quiet">
        {lastUse === null ? t("person.unused") : t("person.last-use", { day: day(lastUse) })}
        {groups.length > 0 ? <bdi> {t("person.groups.in", { groups: groups.join(", ") })}</bdi> : null}
      </p>
      <Browsers browsers={browsers} who={who} />
      {changing ? <PersonForm person={person} close={() => setChanging(false)} say={list.say} /> : null}
      {signOut.question}
      {removal.question}
    </li>
  )
}

function Browsers({ browsers, who }: { browsers: KnownPerson["browsers"]; who: string }) {
  const signOut = useRelayCommand(PEOPLE, "DELETE /v1/admin/browsers/:id", () => undefined)
  if (browsers.length === 0) return <p className="small muted">{t("people.browser.none")}</p>
  return (
    <>
      <ul className="small quiet">
        {browsers.map((one) => (
          <li key={one.id} className="row">
            <span className="grow">{browserWords(one)}</span>
            {one.here ? null : (
              <Button
                small
                label={`${t("people.do")} ${browserWords(one)} ${who}`}
                onPress={() => signOut.mutate({ path: { id: one.id } })}
              >
                {t("people.do")}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {signOut.error ? <ErrorMessage error={signOut.error} /> : null}
    </>
  )
}

/** Signing out everywhere leaves the person in the list, so it isn't a removal of the entry. */
function useSignOut({ id, name, role, browsers }: KnownPerson, lastAdmin: boolean, list: ListState) {
  const button = `out-${id}`
  const [asking, setAsking] = useState(false)
  useFocusBack(asking, button)
  const signOut = useRelayCommand(PEOPLE, "POST /v1/admin/people/:id/sign-out", ({ browsers: count }) => {
    setAsking(false)
    list.say(t("people.done", { name, count }))
  })
  const own = browsers.some(({ here }) => here)
  const sure = !own
    ? t("people.sure", { name, count: browsers.length })
    : lastAdmin && role === "admin"
      ? t("people.sure.last")
      : t("people.sure.own")
  return {
    button: asking ? null : (
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
    ),
    question: (
      <>
        {asking ? (
          <RemovalQuestion
            words={{ sure, do: t("people.do"), keep: t("people.keep") }}
            keep={() => setAsking(false)}
            remove={() => signOut.mutate({ path: { id }, body: { sure: own } })}
          />
        ) : null}
        {signOut.error ? <ErrorMessage error={signOut.error} /> : null}
      </>
    )
  }
}

/** The focus moves back to the button when the question that it asked is answered. */
function useFocusBack(asking: boolean, button: string): void {
  const asked = useRef(false)
  useEffect(() => {
    if (!asking && asked.current) document.getElementById(button)?.focus()
    asked.current = asking
  }, [asking, button])
}

function browserWords({ device, since, until, here }: PairedBrowser): string {
  const times = { since: day(since), until: day(until) }
  return here
    ? t("people.browser.here", times)
    : t("people.browser", { device: device ?? t("people.browser.unnamed"), ...times })
}
