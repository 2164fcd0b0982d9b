import { useMutation, useQueryClient } from "@tanstack/react-query"
import { useEffect, useRef, useState } from "react"
import type { KnownPerson } from "../../protocol/admin.ts"
import { Button } from "../kit/button.tsx"
import { day } from "../messages/format.ts"
import { t, tell } from "../messages/t.ts"
import { PairingCodes } from "./pairing-codes.tsx"
import { ErrorMessage } from "./frame/error-message.tsx"
import { useRelayLink } from "../kit/relay/use-relay-link.ts"
import { useRelayQuery, useSignedOutPage } from "../kit/relay/use-relay-query.ts"

/** Who has paired, in which browsers, and the codes. */
export function People() {
  // As long as a code is open, somebody may pair with it.
  const { data, error, refetch } = useRelayQuery("GET /v1/admin/people", {}, ({ codes }) =>
    codes.length > 0 ? OFTEN_MS : false
  )
  const [said, setSaid] = useState("")
  const people = data?.people ?? []
  const admins = people.filter(({ role, browsers }) => role === "admin" && browsers.length > 0).length
  return (
    <>
      <PairingCodes codes={data?.codes ?? []} people={people} />
      <section className="box" aria-labelledby="people">
        <h2 id="people">{t("people")}</h2>
        <p className="lead">{t("people.lead")}</p>
        {error ? (
          <ErrorMessage error={error} again={() => void refetch()} />
        ) : data ? null : (
          <p role="status" className="quiet">
            {t("admin.loading")}
          </p>
        )}
        <ul className="entries">
          {people.map((person) => (
            <Person key={person.id} person={person} lastAdmin={admins === 1} tell={setSaid} />
          ))}
        </ul>
        <p role="status" className="small quiet">
          {said}
        </p>
      </section>
    </>
  )
}

const OFTEN_MS = 4000

function Person({
  person,
  lastAdmin,
  tell: say
}: {
  person: KnownPerson
  lastAdmin: boolean
  tell: (words: string) => void
}) {
  const [asking, setAsking] = useState(false)
  const question = useFocusOf(asking, `out-${person.id}`)
  const { id, name, role, browsers } = person
  const signOut = useSignOut(person, (count) => {
    setAsking(false)
    say(t("people.done", { name, count }))
  })
  const own = browsers.some(({ here }) => here)
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
            id={`out-${id}`}
            disabledReason={browsers.length === 0 ? t("people.out.nothing") : undefined}
            onPress={() => setAsking(true)}
          >
            {t("people.out")}
            <span className="sr"> {t("usage.who", { name, role: tell(`role.${role}`, {}) })}</span>
          </Button>
        )}
      </div>
      {browsers.length === 0 ? (
        <p className="small muted">{t("people.none")}</p>
      ) : (
        <ul className="small quiet">
          {browsers.map((one, index) => (
            <li key={index}>{browserWords(one)}</li>
          ))}
        </ul>
      )}
      {asking ? (
        <div className="stack ask" role="alert" ref={question} tabIndex={-1}>
          <p>
            {own
              ? lastAdmin && role === "admin"
                ? t("people.sure.last")
                : t("people.sure.own")
              : t("people.sure", { name, count: browsers.length })}
          </p>
          <div className="do">
            <Button small variant="danger" onPress={() => signOut.mutate(own)}>
              {t("people.do")}
            </Button>
            <Button small onPress={() => setAsking(false)}>
              {t("people.keep")}
            </Button>
          </div>
        </div>
      ) : null}
      {signOut.error ? <ErrorMessage error={signOut.error} /> : null}
    </li>
  )
}

/** The focus moves to the question, and back to the button that asked it. */
function useFocusOf(asking: boolean, from: string) {
  const question = useRef<HTMLDivElement>(null)
  const asked = useRef(false)
  useEffect(() => {
    if (asking) question.current?.focus()
    else if (asked.current) document.getElementById(from)?.focus()
    asked.current = asking
  }, [asking, from])
  return question
}

function useSignOut({ id }: KnownPerson, done: (browsers: number) => void) {
  const link = useRelayLink()
  const queries = useQueryClient()
  const signOut = useMutation({
    mutationFn: (sure: boolean) => link.call("POST /v1/admin/people/:id/sign-out", { path: { id }, body: { sure } }),
    onSuccess: ({ browsers }) => done(browsers),
    onSettled: () => queries.invalidateQueries({ queryKey: ["GET /v1/admin/people"] })
  })
  useSignedOutPage(signOut.error)
  return signOut
}

function browserWords({ device, since, until, here }: KnownPerson["browsers"][number]): string {
  const times = { since: day(since), until: day(until) }
  return here
    ? t("people.browser.here", times)
    : t("people.browser", { device: device ?? t("people.browser.unnamed"), ...times })
}
