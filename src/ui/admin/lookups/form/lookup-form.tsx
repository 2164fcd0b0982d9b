import { useEffect, useId, useMemo, useRef, useState } from "react"
import { Button } from "../../../kit/button.tsx"
import { t } from "../../../messages/t.ts"
import { ErrorMessage } from "../../frame/error-message.tsx"
import { useRelayCommand } from "../../../kit/relay/use-relay-query.ts"
import { AnswerFields, Asked } from "./asked-parts.tsx"
import { FactRows, ValueRows } from "./fact-rows.tsx"
import { FormField, WrongContext } from "./form-field.tsx"
import { typedLookup } from "./read-yaml.ts"
import { refusedFields, type Field, type Refused } from "./refused-fields.ts"
import type { TypedLookup } from "./typed-lookup.ts"
import { lookupYaml } from "./write-yaml.ts"
import { faultCode } from "../../../kit/relay/call-fault.ts"

/** A lookup that is open in the form. */
export interface OpenLookup {
  /** The stored lookup that is changed. A new one has no name. */
  name?: string
  /** Its file as it was when it was opened. */
  stored: string
  /** What was typed since. */
  typed?: TypedLookup
}

/**
 * The form of a lookup. What it says is written into the YAML, which is all that is stored, and the relay alone tells
 * what is wrong with it.
 */
export function LookupForm({ open, names, now, keep, saved, close }: LookupFormProps) {
  const id = useId()
  const [isYamlShown, showYaml] = useState(false)
  const [isClosing, setClosing] = useState(false)
  const { typed, yaml, change, store, sent, refused, wrongAt, submit } = useTypedLookup({ open, keep, saved, close })
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => document.getElementById(id)?.focus(), [id])
  useEffect(() => focusWrong(form.current), [refused])
  return (
    <form
      className="stack lookup-form"
      aria-labelledby={id}
      ref={form}
      onSubmit={(event) => {
        event.preventDefault()
        if (submit()) setClosing(false)
      }}
      noValidate
    >
      <h3 id={id} tabIndex={-1}>
        {open.name === undefined ? t("lookups.form.new") : t("lookups.form.of", { name: open.name })}
      </h3>
      {open.name !== undefined && now !== open.stored && now !== sent ? (
        <p className="small">{t("lookups.form.changed")}</p>
      ) : null}
      <WrongContext value={wrongAt}>
        <div className="fields-beside">
          <FormField
            field={["lookup"]}
            label={t("lookups.form.name")}
            hint={nameHint(typed.lookup.trim(), open.name, names)}
            value={typed.lookup}
            isCode
            change={(lookup) => change({ lookup })}
          />
          <FormField
            field={["title"]}
            label={t("lookups.form.title")}
            hint={t("lookups.form.title.hint")}
            value={typed.title}
            change={(title) => change({ title })}
          />
        </div>
        <Asked typed={typed} change={change} />
        <ValueRows typed={typed} change={change} />
        <FactRows typed={typed} change={change} />
        <AnswerFields typed={typed} change={change} />
      </WrongContext>
      {isYamlShown ? (
        <pre className="small" tabIndex={0} aria-label={t("lookups.form.yaml.label")}>
          <code>{yaml()}</code>
        </pre>
      ) : null}
      {store.error && !isWrong(store.error) ? <ErrorMessage error={store.error} /> : null}
      <RefusedRest refused={refused} />
      <div className="do">
        <Button
          small
          submit
          disabledReason={store.isPending ? t("lookups.admin.saving") : undefined}
          onPress={() => undefined}
        >
          {t("lookups.admin.save")}
        </Button>
        <Button small pressed={isYamlShown} onPress={() => showYaml(!isYamlShown)}>
          {t("lookups.form.yaml")}
        </Button>
        <Button small onPress={() => (open.typed === undefined ? close() : setClosing(true))}>
          {t("lookups.form.close")}
        </Button>
      </div>
      {isClosing ? <CloseQuestion close={close} keep={() => setClosing(false)} /> : null}
    </form>
  )
}

interface LookupFormProps {
  open: OpenLookup
  names: readonly string[]
  /** The file that is stored under its name now. */
  now: string | undefined
  keep: (open: OpenLookup) => void
  saved: (saved: { name: string; version: number }) => void
  close: () => void
}

/** What is typed, what of it was sent to be stored, and what the relay found wrong with that. */
function useTypedLookup({ open, keep, saved, close }: Pick<LookupFormProps, "open" | "keep" | "saved" | "close">) {
  const [sent, setSent] = useState<{ typed: TypedLookup; source: string }>()
  const first = useMemo(() => typedLookup(open.stored), [open.stored])
  const typed = open.typed ?? first
  const yaml = () => lookupYaml(open.stored, typed)
  const store = useRelayCommand("GET /v1/admin/lookups", "PUT /v1/admin/lookups", (done, { body }) => {
    saved(done)
    // What was typed while it was being stored isn't stored yet.
    if (body.source === yaml()) close()
  })
  const refused = useMemo(
    () => (isWrong(store.error) && sent ? refusedFields(store.error.message, sent.source, sent.typed) : []),
    [store.error, sent]
  )
  return {
    typed,
    yaml,
    store,
    refused,
    sent: sent?.source,
    change: (part: Partial<TypedLookup>) => keep({ ...open, typed: { ...typed, ...part } }),
    wrongAt: (field: Field) => {
      if (!sent || valueAt(typed, field) !== valueAt(sent.typed, field)) return undefined
      const about = refused.filter((one) => one.field.join() === field.join())
      return about.length === 0 ? undefined : about.map(({ sentence }) => sentence).join(" ")
    },
    /** Returns false while the last one is still being stored. */
    submit: (): boolean => {
      if (store.isPending) return false
      const source = yaml()
      setSent({ typed, source })
      store.mutate({ body: { source } })
      return true
    }
  }
}

/** How much is wrong, and what of it has no field. */
function RefusedRest({ refused }: { refused: readonly Refused[] }) {
  const rest = refused.filter(({ field }) => field.length === 0)
  return (
    <div role="alert">
      {refused.length === 0 ? null : <p className="fault">{t("lookups.form.refused", { count: refused.length })}</p>}
      <ul>
        {rest.map(({ sentence }) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </div>
  )
}

function CloseQuestion({ close, keep }: { close: () => void; keep: () => void }) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus(), [])
  return (
    <div className="stack ask" role="alert" ref={box} tabIndex={-1}>
      <p>{t("lookups.form.close.sure")}</p>
      <div className="do">
        <Button small variant="danger" onPress={close}>
          {t("lookups.form.close.do")}
        </Button>
        <Button small onPress={keep}>
          {t("lookups.form.close.keep")}
        </Button>
      </div>
    </div>
  )
}

const isWrong = (error: Error | null): error is Error => faultCode(error) === "lookup-wrong"

/** What a name that is typed makes of the lookups that are there. */
function nameHint(name: string, former: string | undefined, names: readonly string[]): string {
  if (name !== former && names.includes(name)) return t("lookups.form.name.taken", { name })
  if (former !== undefined && name !== former) return t("lookups.form.name.other", { name: former })
  return t("lookups.form.name.hint")
}

/** What was typed at a field: a text, a row, or rows. */
function valueAt(typed: TypedLookup, field: Field): unknown {
  const read = (value: unknown, key: string): unknown => {
    if (Array.isArray(value)) return value.find((row: { id: string }) => row.id === key)
    const { [key]: part }: Record<string, unknown> = Object(value)
    return part
  }
  return field.reduce(read, typed)
}

/** Puts the focus into the first field that the relay refused. */
function focusWrong(form: HTMLFormElement | null): void {
  const first = form?.querySelector<HTMLElement>('[aria-invalid="true"], [data-wrong]')
  const field = first?.matches("[data-wrong]") ? first.querySelector<HTMLElement>("input, textarea, select") : first
  field?.focus()
}
