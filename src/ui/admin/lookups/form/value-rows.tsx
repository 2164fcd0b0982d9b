import { t, tell } from "../../../messages/t.ts"
import type { Part } from "./asked-parts.tsx"
import { FormField, FormSelect, Tick } from "./form-field.tsx"
import { ORIGINS } from "./read-yaml.ts"
import { Rows } from "./rows.tsx"
import { newValueRow, unexplained, type ValueRow } from "./typed-lookup.ts"

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
