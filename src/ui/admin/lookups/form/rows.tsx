import { useEffect, useId, useRef, type ReactNode } from "react"
import { Button } from "../../../kit/button.tsx"
import { t, tell } from "../../../messages/t.ts"
import { useWrong } from "./form-field.tsx"
import type { Field } from "./refused-fields.ts"
import type { Row } from "./typed-lookup.ts"

/**
 * Rows that can be added and removed. The focus goes into the row that was added; after one was removed it goes to the
 * next one's button, or to the button that adds.
 * @param of which rows they are, for their words
 * @param field the field that holds them
 */
export function Rows<R extends Row>({
  of,
  field,
  rows,
  set,
  blank,
  note,
  children
}: {
  of: "headers" | "secrets" | "values" | "facts" | "words"
  field: Field
  rows: R[]
  set: (rows: R[]) => void
  blank: () => R
  note?: string | undefined
  children: (row: R, change: (part: Partial<R>) => void) => ReactNode
}) {
  const id = useId()
  const goal = useRef<{ row: string } | { button: string }>(undefined)
  const wrong = useWrong(field)
  useEffect(() => {
    if (!goal.current) return
    const element =
      "row" in goal.current
        ? document.getElementById(goal.current.row)?.querySelector<HTMLElement>("input, textarea, select")
        : document.getElementById(goal.current.button)
    element?.focus()
    goal.current = undefined
  }, [rows])
  const add = () => {
    const row = blank()
    goal.current = { row: row.id }
    set([...rows, row])
  }
  const remove = (row: R, at: number) => {
    const next = rows[at + 1] ?? rows[at - 1]
    goal.current = { button: next ? `${next.id}-remove` : `${id}-add` }
    set(rows.filter((one) => one !== row))
  }
  // A fact has words seldom, so without any there is only the button.
  const quiet = of === "words" && rows.length === 0 ? "sr" : undefined
  return (
    <fieldset className="modes rows" aria-describedby={`${id}-hint ${id}-wrong`}>
      <legend className={quiet}>{tell(`lookups.form.${of}`, {})}</legend>
      <p className={quiet ?? "small quiet"} id={`${id}-hint`}>
        {tell(`lookups.form.${of}.hint`, {})}
      </p>
      <p role="alert" className="fault" id={`${id}-wrong`} data-wrong={wrong === undefined ? undefined : true}>
        {wrong}
      </p>
      {rows.map((row, at) => (
        <RowBox
          key={row.id}
          id={row.id}
          field={[...field, row.id]}
          isLine={of !== "values" && of !== "facts"}
          name={tell(`lookups.form.${of}.row`, { n: at + 1 })}
          removeLabel={tell(`lookups.form.${of}.remove`, { n: at + 1 })}
          remove={() => remove(row, at)}
        >
          {children(row, (part) => set(rows.map((one) => (one === row ? { ...one, ...part } : one))))}
        </RowBox>
      ))}
      {note === undefined ? null : <p className="small">{note}</p>}
      <div className="do">
        <Button small id={`${id}-add`} onPress={add}>
          {tell(`lookups.form.${of}.add`, {})}
        </Button>
      </div>
    </fieldset>
  )
}

/** A row: a line of fields with its button at the end, or a box of fields with its number and button above them. */
function RowBox({
  id,
  field,
  isLine,
  name,
  removeLabel,
  remove,
  children
}: {
  id: string
  field: Field
  isLine: boolean
  name: string
  removeLabel: string
  remove: () => void
  children: ReactNode
}) {
  const wrong = useWrong(field)
  const button = (
    <Button small id={`${id}-remove`} label={removeLabel} onPress={remove}>
      {t("lookups.form.remove")}
    </Button>
  )
  return (
    <div
      className={isLine ? "row-line" : "row-box"}
      id={id}
      role="group"
      aria-label={name}
      aria-describedby={`${id}-wrong`}
      data-wrong={wrong === undefined ? undefined : true}
    >
      {isLine ? null : (
        <div className="row">
          <span className="small quiet grow">{name}</span>
          {button}
        </div>
      )}
      {children}
      {isLine ? button : null}
      <p role="alert" className="fault" id={`${id}-wrong`}>
        {wrong}
      </p>
    </div>
  )
}
