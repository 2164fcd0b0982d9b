import { useId, useState } from "react"
import type { KnownPerson } from "../../../protocol/admin.ts"
import { Button } from "../../kit/button.tsx"
import { SelectField } from "../../kit/choice-fields.tsx"
import { useRelayCommand } from "../../kit/relay/use-relay-query.ts"
import { t, tell } from "../../messages/t.ts"
import { ErrorMessage } from "../frame/error-message.tsx"

/** Changes somebody's role and groups, unless their organisation does. */
export function PersonForm({
  person: { id, name, isManaged, ...person },
  close,
  say
}: {
  person: KnownPerson
  close: () => void
  say: (sentence: string) => void
}) {
  const field = useId()
  const [role, setRole] = useState(person.role)
  const [groups, setGroups] = useState(person.groups.join(", "))
  const save = useRelayCommand("GET /v1/admin/people", "PUT /v1/admin/people/:id", () => {
    close()
    say(t("person.saved", { name }))
  })
  if (isManaged) return <p className="small">{t("person.managed")}</p>
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate({ path: { id }, body: { role, groups: listed(groups) } })
      }}
    >
      <SelectField
        label={t("codes.role")}
        value={role}
        choose={setRole}
        choices={(["agent", "lead", "admin"] as const).map((value) => ({
          value,
          label: tell(`codes.role.${value}`, {})
        }))}
      />
      <label className="small muted" htmlFor={field}>
        {t("person.groups")}
      </label>
      <input
        className="in"
        id={field}
        value={groups}
        maxLength={2000}
        autoComplete="off"
        onChange={({ target }) => setGroups(target.value)}
      />
      <div className="do">
        <Button small submit onPress={() => undefined}>
          {t("person.save")}
        </Button>
        <Button small onPress={close}>
          {t("person.cancel")}
        </Button>
      </div>
      {save.error ? <ErrorMessage error={save.error} /> : null}
    </form>
  )
}

const listed = (groups: string): string[] =>
  groups
    .split(",")
    .map((group) => group.trim())
    .filter((group) => group !== "")
