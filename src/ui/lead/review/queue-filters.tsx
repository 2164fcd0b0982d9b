import { useId, useState } from "react"
import { caseSignal, result, CASE_SIGNALS, type CaseFilter } from "../../../protocol/review.ts"
import type { ReviewChoices } from "../../../protocol/review-queue.ts"
import { Button } from "../../kit/button.tsx"
import { SelectField } from "../../kit/choice-fields.tsx"
import { useRelayQuery } from "../../kit/relay/use-relay-query.ts"
import { languageName } from "../../messages/format.ts"
import { t } from "../../messages/t.ts"
import { filterWords } from "../case-link.ts"
import { modelName, resultWord, signalWord } from "../review-text.ts"
import { versionName } from "../version-names.ts"
import { isFiltered } from "./queue-position.ts"
import { QueueSamples } from "./queue-samples.tsx"
import type { ReviewContextValue } from "./use-review.ts"

/** Which cases the queue has: what is chosen stands there in words, and the fields are folded. */
export function QueueFilters({ hold: { place, sample } }: { hold: ReviewContextValue }) {
  const [isOpen, setOpen] = useState(false)
  const words = filterWords(place.filter)
  return (
    <>
      {isFiltered(place) ? (
        <div className="pane-p filtered">
          <p className="small">
            {[...words, ...(place.text === "" ? [] : [t("queue.words", { text: place.text })])].join(" · ")}
          </p>
          <Button
            small
            onPress={() => sample({ filter: {}, text: "", ...(place.order === "sample" && { order: "newest" }) })}
          >
            {t("queue.show-all")}
          </Button>
        </div>
      ) : null}
      <details className="pane-p" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary>{t("queue.filter")}</summary>
        {isOpen ? (
          <>
            <Fields filter={place.filter} text={place.text} set={sample} />
            <QueueSamples place={place} choose={sample} />
          </>
        ) : null}
      </details>
    </>
  )
}

interface FieldsProps {
  filter: CaseFilter
  text: string
  set: (next: { filter?: CaseFilter; text?: string }) => void
}

function Fields({ filter, text, set }: FieldsProps) {
  const { data: choices } = useRelayQuery("GET /v1/review/choices", {})
  const change = (name: keyof CaseFilter, value: string) => {
    const { [name]: _, ...others } = filter
    set({ filter: value === "" ? others : { ...others, [name]: value } })
  }
  return (
    <div className="sampled filter-fields">
      {choices
        ? fieldsOf(choices, filter).map((field) => <Choice key={field.name} {...field} choose={change} />)
        : null}
      <DayField label={t("queue.filter.from")} value={filter.from} choose={(day) => change("from", day)} />
      <DayField label={t("queue.filter.to")} value={filter.to} choose={(day) => change("to", day)} />
      <SearchField text={text} search={(words) => set({ text: words })} />
    </div>
  )
}

interface Field {
  name: keyof CaseFilter
  label: string
  all: string
  value: string
  choices: { value: string; label: string }[]
}

function fieldsOf(choices: ReviewChoices, filter: CaseFilter): Field[] {
  const field = (name: keyof CaseFilter, label: string, all: string, values: Field["choices"]): Field => ({
    ...{ name, label, all, value: String(filter[name] ?? "") },
    choices: values
  })
  const plain = (values: string[], word = (value: string) => value) =>
    values.map((value) => ({ value, label: word(value) }))
  return [
    field(
      "signal",
      t("queue.filter.signal"),
      t("queue.filter.signal.all"),
      plain([...CASE_SIGNALS], (one) => signalWord(caseSignal.parse(one)))
    ),
    field(
      "result",
      t("queue.filter.result"),
      t("queue.filter.result.all"),
      plain(result.options, (one) => resultWord(result.parse(one)))
    ),
    field("topic", t("queue.filter.topic"), t("queue.filter.topic.all"), plain(choices.topics)),
    field("intent", t("queue.filter.intent"), t("queue.filter.intent.all"), plain(choices.intents)),
    field(
      "article",
      t("queue.filter.article"),
      t("queue.filter.article.all"),
      choices.sources.map(({ id, title }) => ({ value: id, label: title }))
    ),
    field(
      "assigned",
      t("work.assigned"),
      t("queue.filter.assigned.all"),
      choices.leads.map(({ id, name }) => ({ value: id, label: name }))
    ),
    field("disputed", t("work.disputes"), t("queue.filter.disputed.all"), [
      { value: "open", label: t("queue.disputed") }
    ]),
    field("pipeline", t("figures.pipeline"), t("figures.pipeline.all"), plain(choices.pipelines, versionName)),
    field("model", t("figures.model"), t("figures.model.all"), plain(choices.models, modelName)),
    field("language", t("figures.language"), t("figures.language.all"), plain(choices.languages, languageName)),
    field("helpdesk", t("figures.helpdesk"), t("figures.helpdesk.all"), plain(choices.helpdesks))
  ].filter((one) => one.choices.length > 0)
}

function Choice({
  name,
  label,
  all,
  value,
  choices,
  choose
}: Field & { choose: (name: keyof CaseFilter, value: string) => void }) {
  return (
    <SelectField
      label={label}
      value={value}
      choose={(next) => choose(name, next)}
      choices={[{ value: "", label: all }, ...choices]}
    />
  )
}

function DayField({
  label,
  value = "",
  choose
}: {
  label: string
  value: string | undefined
  choose: (day: string) => void
}) {
  const id = useId()
  return (
    <div className="day-field">
      <label className="small muted" htmlFor={id}>
        {label}
      </label>
      <input
        className="in"
        id={id}
        type="date"
        min="2000-01-01"
        max="2099-12-31"
        value={value}
        onChange={({ target }) => choose(target.value)}
      />
    </div>
  )
}

function SearchField({ text, search }: { text: string; search: (text: string) => void }) {
  const [typed, setTyped] = useState(text)
  const id = useId()
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        search(typed.trim())
      }}
    >
      <label className="small muted" htmlFor={id}>
        {t("queue.filter.text")}
      </label>
      <div className="row">
        <input
          className="in grow"
          id={id}
          type="search"
          maxLength={200}
          aria-describedby={`${id}-hint`}
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
        />
        <Button small submit onPress={() => undefined}>
          {t("queue.filter.search")}
        </Button>
      </div>
      <p className="small muted" id={`${id}-hint`}>
        {t("queue.filter.text.hint")}
      </p>
    </form>
  )
}
