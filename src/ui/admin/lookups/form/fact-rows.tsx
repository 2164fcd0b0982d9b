import { IDENTITY_KINDS } from "../../../../ticket/looked-up.ts"
import { t, tell } from "../../../messages/t.ts"
import { TextFields, type Part } from "./asked-parts.tsx"
import { FormField, FormSelect, Tick } from "./form-field.tsx"
import { Rows } from "./rows.tsx"
import { newFactRow, newTextRow, type FactRow, newValueRow, unexplained, type ValueRow } from "./typed-lookup.ts"
import { ORIGINS } from "./read-yaml.ts"
import { FACT_TYPES } from "../../../../protocol/routes/lookups.ts"

/** What is read out of the answer. */
export function FactRows({ typed, change }: Part) {
  return (
    <Rows of="facts" field={["facts"]} rows={typed.facts} set={(facts) => change({ facts })} blank={newFactRow}>
      {(row, set) => <FactFields row={row} set={set} isView={typed.asked === "relay"} />}
    </Rows>
  )
}

function FactFields({ row, set, isView }: { row: FactRow; set: (part: Partial<FactRow>) => void; isView: boolean }) {
  const at = (key: string) => ["facts", row.id, key]
  return (
    <>
      <div className="fields-beside">
        <FormField
          field={at("name")}
          label={t("lookups.form.facts.name")}
          value={row.name}
          isCode
          change={(name) => set({ name })}
        />
        <FormField
          field={at("label")}
          label={t("lookups.form.facts.label")}
          value={row.label}
          change={(label) => set({ label })}
        />
        <FormSelect<FactRow["type"]>
          field={at("type")}
          label={t("lookups.form.facts.type")}
          value={row.type}
          choices={FACT_TYPES.map((value) => ({ value, label: tell(`lookups.form.facts.type.${value}`, {}) }))}
          choose={(type) => set({ type })}
        />
        {isView ? null : (
          <FormSelect<FactRow["identity"]>
            field={at("identity")}
            label={t("lookups.form.facts.identity")}
            value={row.identity}
            choices={(["", ...IDENTITY_KINDS] as const).map((value) => ({
              value,
              label: tell(`lookups.form.facts.identity.${value || "none"}`, {})
            }))}
            choose={(identity) => set({ identity })}
          />
        )}
      </div>
      <FormField
        field={at("path")}
        label={t("lookups.form.facts.path")}
        value={row.path}
        isCode
        change={(path) => set({ path })}
      />
      {row.type === "money" ? (
        <div className="fields-beside">
          <FormField
            field={at("currency")}
            label={t("lookups.form.facts.currency")}
            value={row.currency}
            isCode
            change={(currency) => set({ currency })}
          />
          <Tick on={row.minor} set={(minor) => set({ minor })}>
            {t("lookups.form.facts.minor")}
          </Tick>
        </div>
      ) : null}
      <Rows of="words" field={at("words")} rows={row.words} set={(words) => set({ words })} blank={newTextRow}>
        {(word, setWord) => <TextFields of="words" row={word} set={setWord} />}
      </Rows>
    </>
  )
}

/** Where the ticket has each value of the address or of the statement. */
export function ValueRows({ typed, change }: Part) {
  const texts = [typed.asked === "relay" ? typed.view : typed.url, ...typed.facts.map(({ path }) => path)]
  const [missing] = unexplained(texts, "value", typed.values)
  return (
    <Rows
      of="values"
      field={["values"]}
      rows={typed.values}
      set={(values) => change({ values })}
      blank={() => newValueRow(missing)}
      note={missing === undefined ? undefined : t("lookups.form.values.missing", { gap: `{${missing}}` })}
    >
      {(row, set) => (
        <>
          <div className="fields-beside">
            <FormField
              field={["values", row.id, "name"]}
              label={t("lookups.form.values.name")}
              value={row.name}
              isCode
              change={(name) => set({ name })}
            />
            <FormField
              field={["values", row.id, "label"]}
              label={t("lookups.form.values.label")}
              value={row.label}
              change={(label) => set({ label })}
            />
            <FormSelect<ValueRow["from"]>
              field={["values", row.id, "from"]}
              label={t("lookups.form.values.from")}
              value={row.from}
              choices={(["", ...ORIGINS] as const).map((value) => ({
                value,
                label: tell(`lookups.form.values.from.${value || "none"}`, {})
              }))}
              choose={(from) => set({ from })}
            />
            <FormField
              field={["values", row.id, "field"]}
              label={t("lookups.form.values.field")}
              value={row.field}
              lines={Math.max(1, row.field.split("\n").length)}
              change={(field) => set({ field })}
            />
          </div>
          <FormField
            field={["values", row.id, "pattern"]}
            label={t("lookups.form.values.pattern")}
            hint={t("lookups.form.values.pattern.hint")}
            value={row.pattern}
            isCode
            change={(pattern) => set({ pattern })}
          />
          {typed.asked === "relay" ? (
            <Tick on={row.unmasked} set={(unmasked) => set({ unmasked })}>
              {t("lookups.form.values.unmasked")}
            </Tick>
          ) : null}
        </>
      )}
    </Rows>
  )
}
