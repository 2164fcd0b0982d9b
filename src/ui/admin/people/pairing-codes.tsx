import { useMutation, useQueryClient } from "@tanstack/react-query"
import { useId, useRef, useState, type FormEvent, type RefObject } from "react"
import type { CodeAnswer, CodeRequest, KnownPerson, OpenCode } from "../../../protocol/admin.ts"
import { Button } from "../../kit/button.tsx"
import { SelectField } from "../../kit/choice-fields.tsx"
import { clock, day } from "../../messages/format.ts"
import { t, tell } from "../../messages/t.ts"
import { ErrorMessage } from "../frame/error-message.tsx"
import { CodeBatch } from "./code-batch.tsx"
import { useRelayLink } from "../../kit/relay/use-relay-link.ts"
import { useSignedOutPage } from "../../kit/relay/use-relay-query.ts"

/** A new code, shown once, and the open codes with whom they are for. */
export function PairingCodes({ codes, people }: { codes: OpenCode[]; people: KnownPerson[] }) {
  const link = useRelayLink()
  const queries = useQueryClient()
  const [made, setMade] = useState<CodeAnswer>()
  const [said, setSaid] = useState("")
  const refresh = () => queries.invalidateQueries({ queryKey: ["GET /v1/admin/people"] })
  const make = useMutation({
    mutationFn: (request: CodeRequest) => link.call("POST /v1/admin/codes", { body: request }),
    onSuccess: setMade,
    onSettled: refresh
  })
  const revoke = useMutation({
    mutationFn: ({ id }: OpenCode) => link.call("DELETE /v1/admin/codes/:id", { path: { id } }),
    onSettled: refresh,
    onSuccess: (_, { id, name }) => {
      setSaid(t("codes.revoked", { name }))
      if (made?.id === id) setMade(undefined)
    }
  })
  useSignedOutPage(make.error ?? revoke.error)
  return (
    <section className="box" aria-labelledby="codes">
      <h2 id="codes">{t("codes")}</h2>
      <p className="lead">{t("codes.lead")}</p>
      <NewCode
        people={people}
        busy={make.isPending}
        make={(request, done) => {
          setSaid("")
          make.mutate(request, { onSuccess: done })
        }}
      />
      {make.error ? <ErrorMessage error={make.error} /> : null}
      <div role="status">{made ? <Made code={made} hide={() => setMade(undefined)} /> : null}</div>
      <CodeBatch people={people} />
      <h3>{t("codes.open")}</h3>
      {codes.length === 0 ? (
        <p className="small muted">{t("codes.none")}</p>
      ) : (
        <ul className="entries">
          {codes.map((code) => (
            <li key={code.id} className="row">
              <span className="grow">
                <bdi>{code.name}</bdi> <span className="tag">{tell(`role.${code.role}`, {})}</span>{" "}
                <span className="small quiet">{untilWhen(code.expires)}</span>
              </span>
              <Button small onPress={() => revoke.mutate(code)}>
                {t("codes.revoke")}
                <span className="sr"> {t("usage.who", { name: code.name, role: tell(`role.${code.role}`, {}) })}</span>
              </Button>
            </li>
          ))}
        </ul>
      )}
      {revoke.error ? <ErrorMessage error={revoke.error} /> : null}
      <p role="status" className="small quiet">
        {said}
      </p>
    </section>
  )
}

/** A code of a batch is good for days. */
const untilWhen = (expires: string): string =>
  Date.parse(expires) - Date.now() < DAY_MS / 2
    ? t("codes.until", { time: clock(expires) })
    : t("codes.until.day", { day: day(expires) })
const DAY_MS = 86_400_000

interface Making {
  people: KnownPerson[]
  busy: boolean
  make: (request: CodeRequest, done: () => void) => void
}

/**
 * If somebody has this name already, the page asks whose the code is. The same person's code gets the key to what their
 * browsers keep.
 */
function NewCode(making: Making) {
  const ids = { name: useId(), names: useId(), wrong: useId() }
  const box = useRef<HTMLInputElement>(null)
  const { name, role, isNameTaken, whose, wrong, typeName, chooseRole, chooseWhose, submit } = useNewCode(making, box)
  return (
    <form onSubmit={submit}>
      <label className="small muted" htmlFor={ids.name}>
        {t("codes.name")}
      </label>
      <div className="new-code">
        <input
          className="in"
          id={ids.name}
          ref={box}
          list={ids.names}
          value={name}
          maxLength={200}
          autoComplete="off"
          aria-describedby={ids.wrong}
          onChange={({ target }) => typeName(target.value)}
        />
        <datalist id={ids.names}>
          {[...new Set(making.people.map((person) => person.name))].map((one) => (
            <option key={one} value={one} />
          ))}
        </datalist>
        <SelectField
          label={t("codes.role")}
          value={role}
          choose={chooseRole}
          choices={(["agent", "lead", "admin"] as const).map((value) => ({
            value,
            label: tell(`codes.role.${value}`, {})
          }))}
        />
        <Button submit onPress={() => undefined}>
          {t("codes.make")}
        </Button>
      </div>
      {isNameTaken ? <WhoseQuestion name={name.trim()} role={role} whose={whose} choose={chooseWhose} /> : null}
      <p role="alert" className="fault" id={ids.wrong}>
        {wrong}
      </p>
    </form>
  )
}

/** @param box the field of the name, for which another one may be needed */
function useNewCode({ people, busy, make }: Making, box: RefObject<HTMLInputElement | null>) {
  const [name, setName] = useState("")
  const [role, setRole] = useState<OpenCode["role"]>("agent")
  const [whose, setWhose] = useState<Whose>()
  const [wrong, setWrong] = useState("")
  const who = { name: name.trim(), role }
  const isNameTaken = people.some((person) => person.name === who.name && person.role === role)
  const askAnew = () => {
    setWhose(undefined)
    setWrong("")
  }
  return {
    name,
    role,
    isNameTaken,
    whose,
    wrong,
    typeName: (next: string) => {
      setName(next)
      askAnew()
    },
    chooseRole: (next: OpenCode["role"]) => {
      setRole(next)
      askAnew()
    },
    chooseWhose: (next: Whose) => {
      setWhose(next)
      setWrong(next === "other" ? t("codes.other-name") : "")
    },
    submit: (event: FormEvent) => {
      event.preventDefault()
      if (busy) return
      if (who.name === "") return setWrong(t("codes.no-name"))
      if (isNameTaken && whose === undefined) return setWrong(t("codes.whose.which"))
      if (isNameTaken && whose === "other") {
        setWrong(t("codes.other-name"))
        return box.current?.focus()
      }
      setWrong("")
      make({ ...who, samePerson: isNameTaken }, () => {
        // The next name may have been typed meanwhile.
        setName((now) => (now.trim() === who.name ? "" : now))
        setWhose(undefined)
      })
    }
  }
}

function WhoseQuestion({
  name,
  role,
  whose,
  choose
}: {
  name: string
  role: OpenCode["role"]
  whose: Whose | undefined
  choose: (whose: Whose) => void
}) {
  const id = useId()
  return (
    <div className="ask">
      <fieldset className="modes">
        <legend>{t("codes.whose", { name, role: tell(`role.${role}`, {}) })}</legend>
        {(["same", "other"] as const).map((one) => (
          <label key={one} className="row tick">
            <input type="radio" name={id} checked={whose === one} onChange={() => choose(one)} />
            {tell(`codes.whose.${one}`, {})}
          </label>
        ))}
      </fieldset>
    </div>
  )
}
type Whose = "same" | "other"

/** The only place where a code can be read. */
function Made({ code: { code, name, role, expires, minutes, known }, hide }: { code: CodeAnswer; hide: () => void }) {
  const link = useRelayLink()
  const [said, setSaid] = useState("")
  const who = { name, role: tell(`role.${role}`, {}) }
  const copy = () =>
    void link.copy(code).then(
      () => setSaid(t("codes.copied")),
      () => setSaid(t("codes.copy-failed"))
    )
  return (
    <div className="made stack">
      <p>
        {t("codes.made", who)} <b className="the-code">{code}</b>
      </p>
      <p className="small quiet">
        {t("codes.once", { time: clock(expires), minutes })} {known ? t("codes.known", who) : ""}
      </p>
      <div className="do">
        <Button small onPress={copy}>
          {t("codes.copy")}
        </Button>
        <Button small onPress={hide}>
          {t("codes.hide")}
        </Button>
        <span className="small quiet">{said}</span>
      </div>
    </div>
  )
}
