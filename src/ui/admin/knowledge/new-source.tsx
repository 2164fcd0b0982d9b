import { useId, useState, type FormEvent } from "react"
import { Button } from "../../kit/button.tsx"
import { SelectField } from "../../kit/choice-fields.tsx"
import { relayProblem } from "../../messages/relay-problem.ts"
import { t, tell } from "../../messages/t.ts"
import {
  visibleFields,
  fieldOf,
  SOURCE_FORMS,
  importRequestOf,
  type SourceForm,
  type TypedSource
} from "./source-forms.ts"
import { isRefusal, Refusal } from "../frame/error-message.tsx"
import { useRelayCommand } from "../../kit/relay/use-relay-query.ts"

/** A source that is imported for the first time: its kind, and the fields of that kind. */
export function NewSource({ tell: say }: { tell: (words: string) => void }) {
  const [kind, setKind] = useState<SourceForm["kind"]>("site")
  const place = SOURCE_FORMS.find((one) => one.kind === kind)
  return (
    <details className="new-source">
      <summary>
        <h3>{t("imports.new")}</h3>
      </summary>
      <div className="row">
        <span>{t("imports.new.kind")}</span>
        <SelectField
          label={t("imports.new.kind")}
          value={kind}
          choose={setKind}
          choices={SOURCE_FORMS.map(({ kind: value }) => ({ value, label: tell(`imports.take.${value}`, {}) }))}
        />
      </div>
      {place ? <Form key={kind} place={place} tell={say} /> : null}
    </details>
  )
}

function Form({ place, tell: say }: { place: SourceForm; tell: (words: string) => void }) {
  const { address, parts, fields, access } = place
  const { typed, change, submit, start, faultOf } = useNewSource(place, say)
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <LabelledField
        label={tell(address.label, {})}
        hint={tell(address.hint, {})}
        wrong={faultOf("address")}
        value={typed.address}
        most={1900}
        change={(value) => change({ address: value })}
      />
      {access ? <p className="small quiet">{tell(access, {})}</p> : null}
      {parts.length === 0 ? null : (
        <Parts
          parts={parts}
          chosen={typed.parts}
          fault={faultOf("parts")}
          choose={(chosen) => change({ parts: chosen })}
        />
      )}
      {visibleFields(fields, typed).map(({ option, label, hint: help }) => (
        <LabelledField
          key={option}
          label={tell(label, {})}
          hint={tell(help, {})}
          wrong={faultOf(option)}
          value={typed.texts[option] ?? ""}
          most={500}
          change={(value) => change({ texts: { ...typed.texts, [option]: value } })}
        />
      ))}
      <InternalSwitch on={typed.internal} set={(internal) => change({ internal })} />
      {start.error && !isRefusal(start.error) ? <Refusal error={start.error} /> : null}
      <div className="row">
        <Button submit onPress={() => undefined}>
          {t("imports.new.do")}
        </Button>
        <span role="status" className="small quiet">
          {start.isPending ? t("imports.new.asking") : ""}
        </span>
      </div>
    </form>
  )
}

/** What is typed, and what this page or the relay finds wrong with it. */
function useNewSource(place: SourceForm, say: (words: string) => void) {
  const { parts, fields } = place
  const [typed, setTyped] = useState<TypedSource>({
    address: "",
    parts: new Set(parts.map(({ option }) => option)),
    texts: {},
    internal: false
  })
  /** Errors that this page itself finds, by field. */
  const [wrong, setWrong] = useState<{ field: string; words: string }>()
  const start = useRelayCommand("GET /v1/admin/knowledge", "POST /v1/admin/knowledge/imports", ({ collections }) => {
    say(t("imports.new.done", { count: collections.length }))
    setTyped({ ...typed, address: "" })
  })
  const refused =
    wrong ??
    (isRefusal(start.error)
      ? { field: fieldOf(start.error.message, fields), words: relayProblem(start.error.code, start.error.message) }
      : undefined)
  return {
    typed,
    start,
    faultOf: (field: string) => (refused?.field === field ? refused.words : undefined),
    submit: (event: FormEvent) => {
      event.preventDefault()
      if (typed.address.trim() === "") return setWrong({ field: "address", words: t("imports.new.needed") })
      if (parts.length > 0 && typed.parts.size === 0)
        return setWrong({ field: "parts", words: t("imports.new.parts.none") })
      setWrong(undefined)
      if (!start.isPending) start.mutate({ body: importRequestOf(place, typed) })
    },
    change: (part: Partial<TypedSource>) => {
      setWrong(undefined)
      start.reset()
      setTyped({ ...typed, ...part })
    }
  }
}

/** Which parts of a source are imported. */
function Parts({
  parts,
  chosen,
  fault,
  choose
}: {
  parts: SourceForm["parts"]
  chosen: TypedSource["parts"]
  fault: string | undefined
  choose: (chosen: TypedSource["parts"]) => void
}) {
  const hint = useId()
  const tick = (option: string, on: boolean) => {
    const next = new Set(chosen)
    if (on) next.add(option)
    else next.delete(option)
    choose(next)
  }
  return (
    <fieldset className="modes" aria-describedby={hint}>
      <legend>{t("imports.new.parts")}</legend>
      <div className="ticks">
        {parts.map(({ option, label }) => (
          <label key={option} className="row tick">
            <input
              type="checkbox"
              checked={chosen.has(option)}
              onChange={({ target }) => tick(option, target.checked)}
            />
            {tell(label, {})}
          </label>
        ))}
      </div>
      <p className="small quiet" id={hint}>
        {t("imports.part.lead")}
      </p>
      <p role="alert" className="fault">
        {fault}
      </p>
    </fieldset>
  )
}

/** Whether what is imported may never be quoted to customers. */
export function InternalSwitch({ on, set }: { on: boolean; set: (on: boolean) => void }) {
  const id = useId()
  return (
    <div>
      <label className="row tick">
        <input type="checkbox" checked={on} aria-describedby={id} onChange={({ target }) => set(target.checked)} />
        {t("imports.new.internal")}
      </label>
      <p className="small quiet" id={id}>
        {t("imports.new.internal.lead")}
      </p>
    </div>
  )
}

/** A field with a line of help, and with its error beside it. */
function LabelledField({
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
