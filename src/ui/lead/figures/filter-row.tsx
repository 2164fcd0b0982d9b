import type { FiguresAnswer, FiguresBy } from "../../../protocol/review.ts"
import { SelectField } from "../../kit/choice-fields.tsx"
import { t, tell } from "../../messages/t.ts"
import { byName, groupName } from "./group-names.ts"
import { PERIODS, type Filters } from "./use-filters.ts"

/** Chooses which cases the figures count, and how they are grouped. */
export function FilterRow({
  filters,
  set,
  choices
}: {
  filters: Filters
  set: (change: Partial<Filters>) => void
  choices: FiguresAnswer["choices"] | undefined
}) {
  const { weeks, by, helpdesk, language, model, pipeline } = filters
  return (
    <div className="full filters">
      <h1 className="grow">{tell(`figures.period.${weeks}`, {})}</h1>
      <SelectField
        label={t("figures.period")}
        value={weeks}
        choose={(value) => set({ weeks: value })}
        choices={PERIODS.map((value) => ({ value, label: tell(`figures.period.${value}`, {}) }))}
      />
      <SelectField
        label={t("figures.by")}
        value={by}
        choose={(value) => set({ by: value })}
        choices={BY.map((value) => ({ value, label: t("figures.by.each", { by: byName(value) }) }))}
      />
      <SelectField
        label={t("figures.helpdesk")}
        value={helpdesk}
        choose={(value) => set({ helpdesk: value })}
        choices={listed("helpdesk", t("figures.helpdesk.all"), choices?.helpdesks, helpdesk)}
      />
      <SelectField
        label={t("figures.language")}
        value={language}
        choose={(value) => set({ language: value })}
        choices={listed("language", t("figures.language.all"), choices?.languages, language)}
      />
      <SelectField
        label={t("figures.model")}
        value={model}
        choose={(value) => set({ model: value })}
        choices={listed("model", t("figures.model.all"), choices?.models, model)}
      />
      <SelectField
        label={t("figures.pipeline")}
        value={pipeline}
        choose={(value) => set({ pipeline: value })}
        choices={listed("pipeline", t("figures.pipeline.all"), choices?.pipelines, pipeline)}
      />
    </div>
  )
}

const BY: FiguresBy[] = ["week", "helpdesk", "language", "model", "pipeline"]

/** The chosen value stays in the list even if no case has it now. */
function listed(by: FiguresBy, all: string, values: string[] = [], chosen: string) {
  const there = chosen === "" || values.includes(chosen) ? values : [...values, chosen]
  return [{ value: "", label: all }, ...there.map((value) => ({ value, label: groupName(by, value) }))]
}
