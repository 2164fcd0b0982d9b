/** A few choices side by side, of which one is selected. */
export function SegmentedControl<V extends string>({
  label,
  value,
  choices,
  choose
}: {
  label: string
  value: V
  choices: { value: V; label: string }[]
  choose: (value: V) => void
}) {
  return (
    <div className="seg" role="group" aria-label={label}>
      {choices.map((one) => (
        <button key={one.value} type="button" aria-pressed={one.value === value} onClick={() => choose(one.value)}>
          {one.label}
        </button>
      ))}
    </div>
  )
}

/** Many choices, or few in little room. `label` is read out by screen readers only. */
export function SelectField<V extends string>({
  label,
  value,
  choices,
  choose
}: {
  label: string
  value: V
  choices: { value: V; label: string /** The language of the label, if it is another one. */; lang?: string }[]
  choose: (value: V) => void
}) {
  return (
    <select
      className="in choice"
      aria-label={label}
      value={value}
      onChange={({ target }) => {
        const chosen = choices.find((one) => one.value === target.value)
        if (chosen) choose(chosen.value)
      }}
    >
      {choices.map((one) => (
        <option key={one.value} value={one.value} lang={one.lang}>
          {one.label}
        </option>
      ))}
    </select>
  )
}
