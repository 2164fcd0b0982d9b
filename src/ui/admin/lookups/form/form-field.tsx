import { createContext, use, useId, type ReactNode } from "react"
import type { Field } from "./refused-fields.ts"

/** What the relay said of a field, as long as the field is as it was sent. */
export const WrongContext = createContext<(field: Field) => string | undefined>(() => undefined)
export const useWrong = (field: Field) => use(WrongContext)(field)

/** A field with what the relay said of it beside it. One with `lines` is a box of that many lines. */
export function FormField({
  field,
  label,
  hint,
  value,
  lines,
  isCode,
  change
}: {
  field: Field
  label: string
  hint?: string
  value: string
  lines?: number
  isCode?: boolean
  change: (value: string) => void
}) {
  const id = useId()
  const wrong = useWrong(field)
  const given = {
    id,
    value,
    autoComplete: "off",
    spellCheck: false,
    dir: "auto",
    className: isCode ? "in pattern" : "in",
    "aria-invalid": wrong !== undefined,
    "aria-describedby": `${id}-hint ${id}-wrong`
  }
  return (
    <div>
      <label htmlFor={id}>{label}</label>
      {lines === undefined ? (
        <input {...given} onChange={({ target }) => change(target.value)} />
      ) : (
        <textarea {...given} rows={lines} onChange={({ target }) => change(target.value)} />
      )}
      <Beneath id={id} hint={hint} wrong={wrong} />
    </div>
  )
}

/** A choice of several, with its label above it. */
export function FormSelect<V extends string>({
  field,
  label,
  hint,
  value,
  choices,
  choose
}: {
  field: Field
  label: string
  hint?: string
  value: V
  choices: { value: V; label: string }[]
  choose: (value: V) => void
}) {
  const id = useId()
  const wrong = useWrong(field)
  return (
    <div>
      <label htmlFor={id}>{label}</label>
      <select
        className="in choice"
        id={id}
        value={value}
        aria-invalid={wrong !== undefined}
        aria-describedby={`${id}-hint ${id}-wrong`}
        onChange={({ target }) => {
          const chosen = choices.find((one) => one.value === target.value)
          if (chosen) choose(chosen.value)
        }}
      >
        {choices.map((one) => (
          <option key={one.value} value={one.value}>
            {one.label}
          </option>
        ))}
      </select>
      <Beneath id={id} hint={hint} wrong={wrong} />
    </div>
  )
}

function Beneath({ id, hint, wrong }: { id: string; hint: string | undefined; wrong: string | undefined }) {
  return (
    <>
      <p className="small quiet" id={`${id}-hint`}>
        {hint}
      </p>
      <p role="alert" className="fault" id={`${id}-wrong`}>
        {wrong}
      </p>
    </>
  )
}

export function Tick({ on, set, children }: { on: boolean; set: (on: boolean) => void; children: ReactNode }) {
  return (
    <label className="row tick">
      <input type="checkbox" checked={on} onChange={({ target }) => set(target.checked)} />
      {children}
    </label>
  )
}
