import { useMutation, useQueryClient } from "@tanstack/react-query"
import { useId, useState, type FormEvent } from "react"
import type { CodeBatchRequest, KnownPerson } from "../../../protocol/admin.ts"
import { Button } from "../../kit/button.tsx"
import { SelectField } from "../../kit/choice-fields.tsx"
import { useRelayLink } from "../../kit/relay/use-relay-link.ts"
import { useSignedOutPage } from "../../kit/relay/use-relay-query.ts"
import { listed } from "../../messages/format.ts"
import { t, tell } from "../../messages/t.ts"
import { ErrorMessage } from "../frame/error-message.tsx"

/** Codes for many new people at once, which are saved as a file and shown nowhere. */
export function CodeBatch({ people }: { people: KnownPerson[] }) {
  const [open, setOpen] = useState(false)
  return (
    <div className="code-batch stack">
      <div className="row">
        <Button small expanded={open} onPress={() => setOpen(!open)}>
          {t("codes.batch")}
        </Button>
      </div>
      {open ? <BatchForm people={people} /> : null}
    </div>
  )
}

function BatchForm({ people }: { people: KnownPerson[] }) {
  const ids = { names: useId(), wrong: useId() }
  const [text, setText] = useState("")
  const [role, setRole] = useState<CodeBatchRequest["role"]>("agent")
  const [days, setDays] = useState("3")
  const [wrong, setWrong] = useState("")
  const save = useSavedCodes(() => setText(""))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (save.isPending) return
    const names = namesIn(text)
    const fault = faultOf(names, role, people)
    setWrong(fault)
    if (fault === "") save.mutate({ role, names, days: Number(days) })
  }
  return (
    <form className="stack" onSubmit={submit}>
      <p className="small muted">{t("codes.batch.lead")}</p>
      <label className="small muted" htmlFor={ids.names}>
        {t("codes.batch.names")}
      </label>
      <textarea
        className="in"
        id={ids.names}
        rows={6}
        maxLength={MAX_CHARACTERS}
        spellCheck={false}
        autoComplete="off"
        value={text}
        aria-describedby={ids.wrong}
        onChange={({ target }) => {
          setText(target.value)
          setWrong("")
        }}
      />
      <div className="row">
        <SelectField
          label={t("codes.role")}
          value={role}
          choose={setRole}
          choices={(["agent", "lead"] as const).map((value) => ({ value, label: tell(`codes.role.${value}`, {}) }))}
        />
        <SelectField
          label={t("codes.batch.days")}
          value={days}
          choose={setDays}
          choices={[1, 3, 7, 14].map((count) => ({ value: String(count), label: t("codes.batch.day", { count }) }))}
        />
        <Button submit onPress={() => undefined}>
          {t("codes.batch.make")}
        </Button>
      </div>
      <p role="alert" className="fault" id={ids.wrong}>
        {wrong}
      </p>
      {save.error ? <ErrorMessage error={save.error} /> : null}
      <p role="status" className="small">
        {save.isSuccess ? t("codes.batch.made", { count: save.variables.names.length }) : ""}
      </p>
    </form>
  )
}

/** Has the codes made and saves them among the person's downloads. */
function useSavedCodes(done: () => void) {
  const link = useRelayLink()
  const queries = useQueryClient()
  const save = useMutation({
    mutationFn: (body: CodeBatchRequest) => link.call("POST /v1/admin/codes/batch", { body }),
    onSuccess: (text) => {
      link.download(`replywright-pairing-codes-${new Date().toISOString().slice(0, 10)}.csv`, "text/csv", text)
      done()
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ["GET /v1/admin/people"] })
  })
  useSignedOutPage(save.error)
  return save
}

const namesIn = (text: string): string[] =>
  text
    .split("\n")
    .map((name) => name.trim())
    .filter((name) => name !== "")

/** Returns what keeps codes from being made for these names, or "". */
function faultOf(names: string[], role: CodeBatchRequest["role"], people: KnownPerson[]): string {
  if (names.length === 0) return t("codes.batch.no-names")
  if (names.length > MAX_NAMES) return t("codes.batch.too-many", { count: names.length })
  const long = names.filter((name) => name.length > MAX_NAME)
  if (long.length > 0) return t("codes.batch.too-long", { name: `${long[0]?.slice(0, 40)}…` })
  const twice = names.filter((name, at) => names.indexOf(name) !== at)
  if (twice.length > 0) return t("codes.batch.twice", { names: listed([...new Set(twice)]) })
  const taken = names.filter((name) => people.some((person) => person.name === name && person.role === role))
  return taken.length > 0 ? t("codes.batch.taken", { names: listed(taken) }) : ""
}

/** The relay takes no more. */
const MAX_NAMES = 200
const MAX_NAME = 200
const MAX_CHARACTERS = 50_000
