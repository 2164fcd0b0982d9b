import { useId, useState, type FormEvent } from "react"
import { Button } from "../../../kit/button.tsx"
import { t } from "../../../messages/t.ts"
import { focusOn } from "../../state/focus.ts"
import { usePanelContext } from "../../state/use-panel.ts"

/** Fields for facts that aren't known. The draft is made again with what the agent types, as with a filled blank. */
export function TypeIn({ labels }: { labels: string[] }) {
  const id = useId()
  const { draft, lookups } = usePanelContext()
  const [open, setOpen] = useState(false)
  const [typed, setTyped] = useState<Record<string, string>>({})
  if (!draft || labels.length === 0) return null
  const begin = () => {
    setOpen(true)
    requestAnimationFrame(() => focusOn(`${id}-0`))
  }
  if (!open)
    return (
      <Button small onPress={begin}>
        {t("lookups.type")}
      </Button>
    )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const given = Object.entries(typed).flatMap(([label, value]) => (value.trim() ? [[label, value.trim()]] : []))
    if (given.length === 0) return
    lookups.typeIn(Object.fromEntries(given))
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
      <p className="small from">{t("lookups.type.why")}</p>
      <Button small submit onPress={() => undefined}>
        {t("lookups.type.use")}
      </Button>
    </form>
  )
}
