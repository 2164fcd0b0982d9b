import { useId, useState, type FormEvent } from "react"
import { Button } from "../../kit/button.tsx"
import { t } from "../../messages/t.ts"
import { focusOn } from "../../kit/focus-on.ts"
import { usePanelContext } from "../state/use-panel.ts"
import { useTypedWords } from "../state/typed-words.ts"

/**
 * Fields for facts that aren't known. The draft is made again with what the agent types, as with a filled blank. What
 * was typed stays with its ticket until that is accepted.
 */
export function TypeIn({
  labels,
  about,
  typeIn
}: {
  labels: string[]
  /** What the button is for where a card has several of them. */
  about?: string
  /** Returns false if the facts weren't taken. */
  typeIn: (facts: Record<string, string>) => Promise<boolean>
}) {
  const id = useId()
  const { draft, ticket } = usePanelContext()
  const typed = useTypedWords()
  /** The tickets for which it was opened, and for which facts are on their way. */
  const [openFor, setOpenFor] = useState<string>()
  const [sentFor, setSentFor] = useState<string>()
  if (!draft || labels.length === 0) return null
  const begin = () => {
    setOpenFor(ticket.key)
    requestAnimationFrame(() => focusOn(`${id}-0`))
  }
  const isTyped = labels.some((label) => typed.of(field(label)) !== "")
  if (sentFor === ticket.key || (openFor !== ticket.key && !isTyped))
    return (
      <Button small label={about === undefined ? undefined : t("type-in.about", { about })} onPress={begin}>
        {t("type-in")}
      </Button>
    )
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const given = labels.flatMap((label) => {
      const value = typed.of(field(label)).trim()
      return value === "" ? [] : [[label, value] as const]
    })
    if (given.length === 0) return
    setSentFor(ticket.key)
    setOpenFor(undefined)
    const isTaken = await typeIn(Object.fromEntries(given))
    if (isTaken) for (const [label] of given) typed.write(field(label), "")
    setSentFor(undefined)
  }
  return (
    <form className="stack" onSubmit={(event) => void submit(event)}>
      {labels.map((label, at) => (
        <div key={label}>
          <label htmlFor={`${id}-${at}`}>{label}</label>
          <input
            className="in"
            id={`${id}-${at}`}
            autoComplete="off"
            maxLength={300}
            value={typed.of(field(label))}
            onChange={({ target }) => typed.write(field(label), target.value)}
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

const field = (label: string) => `fact ${label}`
