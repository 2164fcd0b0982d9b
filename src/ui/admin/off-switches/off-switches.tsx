import { useId, useState, type FormEvent } from "react"
import { parseCondition } from "../../../ticket/off-switch/condition.ts"
import { SWITCHABLE, type Switchable } from "../../../ticket/off-switch/off-switch.ts"
import { Button } from "../../kit/button.tsx"
import { useRelayCommand, useRelayQuery } from "../../kit/relay/use-relay-query.ts"
import { t } from "../../messages/t.ts"
import { EntryList, useEntryList } from "../frame/entry-list.tsx"
import { ErrorMessage } from "../frame/error-message.tsx"
import { useRemoval } from "../frame/removal.tsx"
import { moment } from "../status/status-text.ts"
import type { StoredOffSwitch } from "../../../protocol/routes/off-switches.ts"

/** What is off for some tickets or people, a form for one more switch, and a way to remove each. */
export function OffSwitches() {
  const asked = useRelayQuery("GET /v1/admin/off-switches", {})
  const list = useEntryList("off-switches")
  return (
    <EntryList
      of="switches"
      list={list}
      asked={asked}
      rows={({ switches }) =>
        switches.map((one) => <SwitchRow key={one.id} stored={one} removed={() => list.gone(t("switches.removed"))} />)
      }
    >
      {asked.data ? <NewSwitch added={() => list.say(t("switches.added"))} /> : null}
    </EntryList>
  )
}

function SwitchRow({ stored: { id, off, when, by, at }, removed }: { stored: StoredOffSwitch; removed: () => void }) {
  const name = t(`switches.row.${off}`, { when })
  const removal = useRemoval({
    of: "switches",
    name,
    list: "GET /v1/admin/off-switches",
    route: "DELETE /v1/admin/off-switches/:id",
    parts: { path: { id } },
    removed
  })
  return (
    <li>
      <div className="row">
        <h3 className="grow">{name}</h3>
        {removal.button}
      </div>
      <p className="small quiet">{t("switches.since", { time: moment(at), by })}</p>
      {removal.question}
    </li>
  )
}

/** The form for one more switch. */
function NewSwitch({ added }: { added: () => void }) {
  const id = useId()
  const [off, setOff] = useState<Switchable>("reading")
  const [when, setWhen] = useState("")
  const [isWrong, setWrong] = useState(false)
  const add = useRelayCommand("GET /v1/admin/off-switches", "POST /v1/admin/off-switches", () => {
    setWhen("")
    added()
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (add.isPending) return
    const isReadable = parseCondition(when) !== undefined
    setWrong(!isReadable)
    if (isReadable) add.mutate({ body: { off, when: when.trim() } })
  }
  return (
    <form className="stack" onSubmit={submit}>
      <div>
        <label htmlFor={`${id}-off`}>{t("switches.kind")}</label>
        <select
          className="in"
          id={`${id}-off`}
          value={off}
          onChange={({ target }) => setOff(SWITCHABLE.find((one) => one === target.value) ?? "reading")}
        >
          {SWITCHABLE.map((one) => (
            <option key={one} value={one}>
              {t(`switches.kind.${one}`)}
            </option>
          ))}
        </select>
      </div>
      <div>
        <label htmlFor={id}>{t("switches.when")}</label>
        <input
          className="in"
          id={id}
          type="text"
          dir="auto"
          value={when}
          maxLength={500}
          autoComplete="off"
          spellCheck={false}
          aria-invalid={isWrong}
          aria-describedby={`${id}-hint ${id}-wrong`}
          onChange={({ target }) => {
            setWhen(target.value)
            setWrong(false)
          }}
        />
        <p className="small quiet" id={`${id}-hint`}>
          {t("switches.when.hint")}
        </p>
        <p role="alert" className="fault" id={`${id}-wrong`}>
          {isWrong ? t("switches.when.wrong") : ""}
        </p>
      </div>
      {add.error ? <ErrorMessage error={add.error} /> : null}
      <div className="do">
        <Button
          small
          submit
          disabledReason={add.isPending ? t("switches.adding") : undefined}
          onPress={() => undefined}
        >
          {t("switches.add")}
        </Button>
      </div>
    </form>
  )
}
