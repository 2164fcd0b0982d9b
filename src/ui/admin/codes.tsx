import { useMutation, useQueryClient } from "@tanstack/react-query"
import { useId, useState, type FormEvent } from "react"
import type { CodeAnswer, KnownPerson, OpenCode } from "../../protocol/admin.ts"
import { Button } from "../kit/button.tsx"
import { Choice } from "../kit/seg.tsx"
import { clock } from "../messages/format.ts"
import { t, tell } from "../messages/t.ts"
import { useAdminLink } from "./admin-frame.tsx"
import { Fault } from "./fault.tsx"
import { useEnded } from "./use-asked.ts"

/** A new code, shown once; those that are open, by whom they are for. */
export function Codes({ codes, people }: { codes: OpenCode[]; people: KnownPerson[] }) {
  const link = useAdminLink()
  const queries = useQueryClient()
  const [made, setMade] = useState<CodeAnswer>()
  const [said, setSaid] = useState("")
  const refresh = () => queries.invalidateQueries({ queryKey: ["admin-people"] })
  const make = useMutation({ mutationFn: (request: { name: string; role: OpenCode["role"] }) => link.ask({ kind: "admin-code", request }), onSuccess: setMade, onSettled: refresh })
  const revoke = useMutation({
    mutationFn: ({ id }: OpenCode) => link.ask({ kind: "admin-code-revoke", id }), onSettled: refresh,
    onSuccess: (_, { id, name }) => {
      setSaid(t("codes.revoked", { name }))
      if (made?.id === id) setMade(undefined)
    }
  })
  useEnded(make.error ?? revoke.error)
  return (
    <section className="box" aria-labelledby="codes">
      <h2 id="codes">{t("codes")}</h2>
      <p className="lead">{t("codes.lead")}</p>
      <NewCode people={people} busy={make.isPending} make={(name, role) => {
        setSaid("")
        make.mutate({ name, role })
      }} />
      {make.error ? <Fault error={make.error} /> : null}
      <div role="status">{made ? <Made code={made} hide={() => setMade(undefined)} /> : null}</div>
      <h3>{t("codes.open")}</h3>
      {codes.length === 0 ? <p className="small muted">{t("codes.none")}</p> : (
        <ul className="entries">
          {codes.map((code) => (
            <li key={code.id} className="row">
              <span className="grow"><bdi>{code.name}</bdi> <span className="tag">{tell(`role.${code.role}`, {})}</span> <span className="small quiet">{t("codes.until", { time: clock(code.expires) })}</span></span>
              <Button small onPress={() => revoke.mutate(code)}>{t("codes.revoke")}<span className="sr"> {t("usage.who", { name: code.name, role: tell(`role.${code.role}`, {}) })}</span></Button>
            </li>
          ))}
        </ul>
      )}
      {revoke.error ? <Fault error={revoke.error} /> : null}
      <p role="status" className="small quiet">{said}</p>
    </section>
  )
}

function NewCode({ people, busy, make }: { people: KnownPerson[]; busy: boolean; make: (name: string, role: OpenCode["role"]) => void }) {
  const ids = { name: useId(), names: useId(), wrong: useId() }
  const [name, setName] = useState("")
  const [role, setRole] = useState<OpenCode["role"]>("agent")
  const [wrong, setWrong] = useState("")
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (busy) return
    if (name.trim() === "") return setWrong(t("codes.no-name"))
    setWrong("")
    make(name.trim(), role)
    setName("")
  }
  return (
    <form onSubmit={submit}>
      <label className="small muted" htmlFor={ids.name}>{t("codes.name")}</label>
      <div className="new-code">
        <input className="in" id={ids.name} list={ids.names} value={name} maxLength={200} autoComplete="off" aria-describedby={ids.wrong} onChange={({ target }) => setName(target.value)} />
        <datalist id={ids.names}>{[...new Set(people.map((person) => person.name))].map((one) => <option key={one} value={one} />)}</datalist>
        <Choice label={t("codes.role")} value={role} choose={setRole} choices={(["agent", "lead", "admin"] as const).map((value) => ({ value, label: tell(`codes.role.${value}`, {}) }))} />
        <Button submit onPress={() => undefined}>{t("codes.make")}</Button>
      </div>
      <p role="alert" className="fault" id={ids.wrong}>{wrong}</p>
    </form>
  )
}

/** The only place where a code can be read. */
function Made({ code: { code, name, role, expires, minutes, known }, hide }: { code: CodeAnswer; hide: () => void }) {
  const link = useAdminLink()
  const [said, setSaid] = useState("")
  const who = { name, role: tell(`role.${role}`, {}) }
  const copy = () => void link.copy(code).then(() => setSaid(t("codes.copied")), () => setSaid(t("codes.copy-failed")))
  return (
    <div className="made stack">
      <p>{t("codes.made", who)} <b className="the-code">{code}</b></p>
      <p className="small quiet">{t("codes.once", { time: clock(expires), minutes })} {known ? t("codes.known", who) : ""}</p>
      <div className="do"><Button small onPress={copy}>{t("codes.copy")}</Button><Button small onPress={hide}>{t("codes.hide")}</Button><span className="small quiet">{said}</span></div>
    </div>
  )
}
