import { useId, useState, type FormEvent } from "react"
import { Button } from "../../kit/button.tsx"
import { t } from "../../messages/t.ts"
import { focusOn } from "../state/focus.ts"
import { usePanelContext } from "../state/use-panel.ts"

/** Fields for facts that aren't known. The draft is made again with what the agent types, as with a filled blank. */
export function TypeIn({
  labels,
  about,
  typeIn
}: {
  labels: string[]
  /** What the button is for where a card has several of them. */
  about?: string
  typeIn: (facts: Record<string, string>) => void
}) {
  const id = useId()
  const { draft } = usePanelContext()
  const [open, setOpen] = useState(false)
  const [typed, setTyped] = useState<Record<string, string>>({})
  if (!draft || labels.length === 0) return null
  const begin = () => {
    setOpen(true)
    requestAnimationFrame(() => focusOn(`${id}-0`))
  }
  if (!open)
    return (
      <Button small label={about === undefined ? undefined : t("type-in.about", { about })} onPress={begin}>
        {t("type-in")}
      </Button>
    )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const given = Object.entries(typed).flatMap(([label, value]) => (value.trim() ? [[label, value.trim()]] : []))
    if (given.length === 0) return
    typeIn(Object.fromEntries(given))
    setOpen(false)
  }
  return (
    <form className="stack" onSubmit={submit}>
      {labels.map((label, at) => (
        <div key={label}>
          <label htmlFor={`${id}-${at}`}>{label}</label>
          <input
            className="in"
            id={`${id}-${at}`}
            autoComplete="off"
            maxLength={300}
            value={typed[label] ?? ""}
            onChange={({ target }) => setTyped({ ...typed, [label]: target.value })}
          />
        </div>
      ))}
      <p className="small from">{t("type-in.why")}</p>
      <Button small submit onPress={() => undefined}>
        {t("type-in.use")}
      </Button>
    </form>
  )
}
