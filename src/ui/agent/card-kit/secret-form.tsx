import { useId, useState, type FormEvent } from "react"
import { Button } from "../../kit/button.tsx"

/** Asks for secrets that stay in this browser. It hands them over once all are typed. */
export function SecretForm({
  secrets,
  where,
  save,
  keepSecrets
}: {
  secrets: { name: string; label: string }[]
  /** Where they are kept and sent. */
  where: string
  /** The button's text. */
  save: string
  keepSecrets: (secrets: Record<string, string>) => void
}) {
  const id = useId()
  const [typed, setTyped] = useState<Record<string, string>>({})
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (secrets.every(({ name }) => typed[name]?.trim())) keepSecrets(typed)
  }
  return (
    <form className="stack" onSubmit={submit}>
      {secrets.map(({ name, label }) => (
        <div key={name}>
          <label htmlFor={`${id}-${name}`}>{label}</label>
          <input
            className="in"
            id={`${id}-${name}`}
            type="password"
            autoComplete="off"
            maxLength={4000}
            value={typed[name] ?? ""}
            onChange={({ target }) => setTyped({ ...typed, [name]: target.value })}
          />
        </div>
      ))}
      <p className="small from">{where}</p>
      <Button small submit onPress={() => undefined}>
        {save}
      </Button>
    </form>
  )
}
