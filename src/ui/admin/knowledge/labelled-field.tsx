import { useId } from "react"

/** A field with a line of help, and with its error beside it. */
export function LabelledField({
  label,
  hint,
  wrong,
  value,
  most,
  change
}: {
  label: string
  hint: string
  wrong: string | undefined
  value: string
  most: number
  change: (value: string) => void
}) {
  const id = useId()
  return (
    <div>
      <label htmlFor={id}>{label}</label>
      <input
        className="in"
        id={id}
        value={value}
        maxLength={most}
        autoComplete="off"
        spellCheck={false}
        aria-invalid={wrong !== undefined}
        aria-describedby={`${id}-hint ${id}-wrong`}
        onChange={({ target }) => change(target.value)}
      />
      <p className="small quiet" id={`${id}-hint`}>
        {hint}
      </p>
      <p role="alert" className="fault" id={`${id}-wrong`}>
        {wrong}
      </p>
    </div>
  )
}
