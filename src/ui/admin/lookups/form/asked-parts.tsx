import { t, tell } from "../../../messages/t.ts"
import { FormField, FormSelect } from "./form-field.tsx"
import { Rows } from "./rows.tsx"
import { newTextRow, unexplained, withUrl, type NextBy, type TextRow, type TypedLookup } from "./typed-lookup.ts"

export interface Part {
  typed: TypedLookup
  change: (part: Partial<TypedLookup>) => void
}

/** Who asks: each agent's browser an address, or the relay a view. What was typed for the other one stays. */
export function Asked({ typed, change }: Part) {
  return (
    <>
      <fieldset className="modes">
        <legend>{t("lookups.form.asked")}</legend>
        {(["browser", "relay"] as const).map((one) => (
          <label key={one} className="row tick">
            <input
              type="radio"
              name="lookup-asked"
              checked={typed.asked === one}
              onChange={() => change({ asked: one })}
            />
            {tell(`lookups.form.asked.${one}`, {})}
          </label>
        ))}
      </fieldset>
      {typed.asked === "browser" ? (
        <Address typed={typed} change={change} />
      ) : (
        <FormField
          field={["view"]}
          label={t("lookups.form.view")}
          hint={t("lookups.form.view.hint")}
          value={typed.view}
          lines={4}
          isCode
          change={(view) => change({ view })}
        />
      )}
    </>
  )
}

function Address({ typed, change }: Part) {
  const [missing] = unexplained(headerTexts(typed), "secret", typed.secrets)
  return (
    <>
      <FormField
        field={["url"]}
        label={t("lookups.form.url")}
        hint={t("lookups.form.url.hint")}
        value={typed.url}
        lines={2}
        isCode
        change={(url) => change(withUrl(typed, url.replace(/\n/g, "")))}
      />
      <FormField
        field={["hosts"]}
        label={t("lookups.form.hosts")}
        hint={t("lookups.form.hosts.hint")}
        value={typed.hosts}
        lines={2}
        isCode
        change={(hosts) => change({ hosts })}
      />
      <Rows
        of="headers"
        field={["headers"]}
        rows={typed.headers}
        set={(headers) => change({ headers })}
        blank={newTextRow}
      >
        {(row, set) => <TextFields of="headers" row={row} set={set} isCode />}
      </Rows>
      <Rows
        of="secrets"
        field={["secrets"]}
        rows={typed.secrets}
        set={(secrets) => change({ secrets })}
        blank={() => newTextRow(missing)}
        note={missing === undefined ? undefined : t("lookups.form.secrets.missing", { gap: `{secret:${missing}}` })}
      >
        {(row, set) => <TextFields of="secrets" row={row} set={set} />}
      </Rows>
    </>
  )
}

const headerTexts = ({ headers }: TypedLookup) => headers.map(({ text }) => text)

/** A name and its value. */
export function TextFields({
  of,
  row,
  set,
  isCode = false
}: {
  of: "headers" | "secrets" | "words"
  row: TextRow
  set: (part: Partial<TextRow>) => void
  isCode?: boolean
}) {
  return (
    <>
      <FormField
        field={[of, row.id, "name"]}
        label={tell(`lookups.form.${of}.name`, {})}
        value={row.name}
        isCode
        change={(name) => set({ name })}
      />
      <FormField
        field={[of, row.id, "text"]}
        label={tell(`lookups.form.${of}.text`, {})}
        value={row.text}
        isCode={isCode}
        change={(text) => set({ text })}
      />
    </>
  )
}

/** Further pages of an answer, and how long an answer is used again. */
export function AnswerFields({ typed, change }: Part) {
  const { next } = typed
  return (
    <div className="fields-beside">
      {typed.asked === "relay" ? null : (
        <FormSelect<NextBy>
          field={["next"]}
          label={t("lookups.form.next")}
          hint={t("lookups.form.next.hint")}
          value={next.by}
          choices={(["", "link", "path", "parameter"] as const).map((value) => ({
            value,
            label: tell(`lookups.form.next.${value || "none"}`, {})
          }))}
          choose={(by) => change({ next: { ...next, by } })}
        />
      )}
      {typed.asked === "browser" && next.by === "parameter" ? (
        <FormField
          field={["next", "parameter"]}
          label={t("lookups.form.next.name")}
          value={next.parameter}
          isCode
          change={(parameter) => change({ next: { ...next, parameter } })}
        />
      ) : null}
      {typed.asked === "browser" && (next.by === "parameter" || next.by === "path") ? (
        <FormField
          field={["next", "path"]}
          label={t("lookups.form.next.at")}
          value={next.path}
          isCode
          change={(path) => change({ next: { ...next, path } })}
        />
      ) : null}
      <FormField
        field={["cache"]}
        label={t("lookups.form.cache")}
        hint={t("lookups.form.cache.hint")}
        value={typed.cache}
        change={(cache) => change({ cache })}
      />
    </div>
  )
}
