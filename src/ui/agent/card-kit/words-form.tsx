import type { FormEvent } from "react"
import { Button } from "../../kit/button.tsx"

interface WordsFormProps {
  id: string
  type?: "search"
  /** The field's name, also shown while it is empty. */
  name: string
  /** What the button says. */
  action: string
  typed: string
  setTyped: (words: string) => void
  ask: (words: string) => void
  /** How many characters may be typed. */
  most: number
}

/** A field for the agent's own words and the button that sends them. */
export function WordsForm({ id, type, name, action, typed, setTyped, ask, most }: WordsFormProps) {
  const submit = (event: FormEvent) => {
    event.preventDefault()
    ask(typed)
  }
  return (
    <form className="row" onSubmit={submit}>
      <input
        id={id}
        className="in"
        type={type}
        aria-label={name}
        placeholder={name}
        value={typed}
        autoComplete="off"
        maxLength={most}
        onChange={({ target }) => setTyped(target.value)}
      />
      <Button submit onPress={() => undefined}>
        {action}
      </Button>
    </form>
  )
}
