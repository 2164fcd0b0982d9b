import { t, tell } from "../../messages/t.ts"
import { day } from "../../messages/format.ts"
import type { FiguresAnswer, FiguresBy, ExportQuery, FiguresQuery } from "../../../protocol/review.ts"
import { Button } from "../../kit/button.tsx"
import { LeadFrame, useAccessDenied, HeaderAside } from "../lead-frame.tsx"
import { AcceptanceCard } from "./acceptance-card.tsx"
import { DigestCard } from "./digest-card.tsx"
import { EditCard } from "./edit-card.tsx"
import { FirstTextCard } from "./first-text-card.tsx"
import { GroupTable } from "./group-table.tsx"
import { IntentCard, ReasonCard, RecommendationCard, ToneCard } from "./counts-card.tsx"
import { Kpis } from "./kpis.tsx"
import { DisputeCard } from "./dispute-card.tsx"
import { LeadCard } from "./lead-card.tsx"
import { OutcomeCard } from "./outcome-card.tsx"
import { PageFilter } from "./case-links.ts"
import { CauseCards } from "./cause-card.tsx"
import { isEverything, queryOf, useFilters, PERIODS, type Filters } from "./use-filters.ts"
import { faultWords } from "../../kit/relay/call-fault.ts"
import type { RelayLink } from "../../kit/relay/relay-link.ts"
import { SelectField } from "../../kit/choice-fields.tsx"
import { rememberVersionNames } from "../version-names.ts"
import { VersionCard } from "./version-card.tsx"
import { byName, groupName } from "./group-names.ts"
import { useState } from "react"
import { useRelayLink } from "../../kit/relay/use-relay-link.ts"
import { keepPreviousData, useQuery } from "@tanstack/react-query"

/** The figures page: what became of the drafts, with counts and intervals. A figure with too few cases isn't shown. */
export function Figures({ link, now = () => new Date() }: { link: RelayLink; now?: () => Date }) {
  return (
    <LeadFrame link={link} here="figures">
      <Whole now={now} />
    </LeadFrame>
  )
}

function Whole({ now }: { now: () => Date }) {
  const [filters, setFilters] = useFilters()
  const query = queryOf(filters, now())
  const { data, error, isPending, isPlaceholderData, refetch } = useFigures(query)
  const { by: _, ...filter } = query
  const closed = useAccessDenied(error)
  if (closed) return closed
  return (
    <main className="fig" aria-busy={isPending || isPlaceholderData}>
      <FilterRow filters={filters} set={setFilters} choices={data?.choices} />
      {error ? <Trouble error={error} again={() => void refetch()} /> : null}
      {data ? (
        <PageFilter value={filter}>
          <Cards data={data} filters={filters} now={now()} />
        </PageFilter>
      ) : isPending ? (
        <p className="full quiet" role="status">
          {t("figures.loading")}
        </p>
      ) : null}
      <ExportButtons query={query} />
    </main>
  )
}

function Cards({ data, filters, now }: { data: FiguresAnswer; filters: Filters; now: Date }) {
  const { whole, groups, by, from, to, change, leads, clustering } = data
  const unasked = whole.unasked > 0 ? t("figures.unasked", { count: whole.unasked }) : ""
  return (
    <>
      <p className="full quiet small" role="status">
        {whole.eligible + whole.unknown === 0
          ? t(isEverything(filters) ? "figures.none" : "figures.none-such")
          : from && to
            ? `${tell("figures.span", { from: day(from), to: day(to), count: whole.eligible })} ${unasked}`
            : ""}
      </p>
      {whole.eligible > 0 ? <DigestCard now={now} /> : null}
      <Kpis whole={whole} />
      <AcceptanceCard by={by} groups={groups} change={change} clustering={clustering} />
      <OutcomeCard whole={whole} />
      <EditCard whole={whole} />
      <FirstTextCard whole={whole} by={by} groups={groups} />
      <CauseCards />
      <ReasonCard whole={whole} />
      <LeadCard leads={leads} />
      <DisputeCard />
      <ToneCard />
      <RecommendationCard />
      <IntentCard />
      <VersionCard />
      <GroupTable by={by} groups={groups} whole={whole} />
    </>
  )
}

function Trouble({ error, again }: { error: Error; again: () => void }) {
  const { what, then } = faultWords(error)
  return (
    <div className="full box" role="alert">
      <p>
        <b>{what}</b> {then}
      </p>
      <div className="do told">
        <Button small onPress={again}>
          {t("lead.again")}
        </Button>
      </div>
    </div>
  )
}

/** Chooses which cases the figures count, and how they are grouped. */
function FilterRow({
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

type What = Pick<ExportQuery, "of" | "format">

/** Exports what is shown: the figures from the header, the cases behind them from the end of the page. */
function ExportButtons({ query }: { query: FiguresQuery }) {
  const link = useRelayLink()
  const [told, tell] = useState<{ busy?: string; fault?: Error }>({})
  const save = async ({ of, format }: What) => {
    tell({ busy: t("export.busy") })
    try {
      const text = await link.call("GET /v1/review/export", { query: { ...query, of, format } })
      link.download(
        `replywright-${of}-${new Date().toISOString().slice(0, 10)}.${format}`,
        format === "csv" ? "text/csv" : "application/x-ndjson",
        text
      )
      tell({})
    } catch (error) {
      tell({ fault: error instanceof Error ? error : new Error(String(error)) })
    }
  }
  const button = (what: What, words: string) => (
    <Button small disabledReason={told.busy} onPress={() => void save(what)}>
      {words}
    </Button>
  )
  const fault = told.fault ? faultWords(told.fault) : undefined
  return (
    <>
      <HeaderAside>
        {button({ of: "figures", format: "csv" }, t("export.csv"))}
        {button({ of: "figures", format: "jsonl" }, t("export.jsonl"))}
      </HeaderAside>
      <section className="full box" aria-labelledby="export">
        <h2 id="export">{t("export")}</h2>
        <p className="lead">{t("export.lead")}</p>
        <div className="do">
          {button({ of: "cases", format: "csv" }, t("export.cases.csv"))}
          {button({ of: "cases", format: "jsonl" }, t("export.cases.jsonl"))}
        </div>
        <p role="status" className="small quiet">
          {told.busy ?? ""}
        </p>
        {fault ? (
          <p role="alert" className="fault">
            <b>{t("export.failed")}</b> {fault.what} {fault.then}
          </p>
        ) : null}
      </section>
    </>
  )
}

/** Returns the figures of a query. While others are loaded, the former ones stay. */
function useFigures(query: FiguresQuery) {
  const link = useRelayLink()
  return useQuery({
    queryKey: ["GET /v1/review/figures", query],
    queryFn: async () => {
      const answer = await link.call("GET /v1/review/figures", { query })
      rememberVersionNames(answer.versionNames)
      return answer
    },
    staleTime: 60_000,
    placeholderData: keepPreviousData
  })
}
