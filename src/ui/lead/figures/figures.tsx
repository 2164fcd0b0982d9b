import { t, tell } from "../../messages/t.ts"
import { day } from "../../messages/format.ts"
import type { FiguresAnswer } from "../../../protocol/review.ts"
import { Button } from "../../kit/button.tsx"
import { LeadFrame, useAccessDenied } from "../lead-frame.tsx"
import { AcceptanceCard } from "./acceptance-card.tsx"
import { EditCard } from "./edit-card.tsx"
import { ExportButtons } from "./export-buttons.tsx"
import { FilterRow } from "./filter-row.tsx"
import { FirstTextCard } from "./first-text-card.tsx"
import { GroupTable } from "./group-table.tsx"
import { IntentCard } from "./intent-card.tsx"
import { Kpis } from "./kpis.tsx"
import { OutcomeCard } from "./outcome-card.tsx"
import { ReasonCard } from "./reason-card.tsx"
import { RecommendationCard } from "./recommendation-card.tsx"
import { ToneCard } from "./tone-card.tsx"
import { useFigures, usePipelineSwitch } from "./use-figures.ts"
import { isEverything, queryOf, useFilters, type Filters } from "./use-filters.ts"
import { faultWords } from "../../kit/relay/fault-words.ts"
import type { RelayLink } from "../../kit/relay/relay-link.ts"

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
  const switched = usePipelineSwitch(
    query,
    filters.by === "week" && filters.pipeline === "" && (data?.choices.pipelines.length ?? 0) > 1
  )
  const closed = useAccessDenied(error)
  if (closed) return closed
  return (
    <main className="fig" aria-busy={isPending || isPlaceholderData}>
      <FilterRow filters={filters} set={setFilters} choices={data?.choices} />
      {error ? <Trouble error={error} again={() => void refetch()} /> : null}
      {data ? (
        <Cards data={data} filters={filters} switched={switched} />
      ) : isPending ? (
        <p className="full quiet" role="status">
          {t("figures.loading")}
        </p>
      ) : null}
      <ExportButtons query={query} />
    </main>
  )
}

function Cards({
  data,
  filters,
  switched
}: {
  data: FiguresAnswer
  filters: Filters
  switched: ReturnType<typeof usePipelineSwitch>
}) {
  const { whole, groups, by, from, to } = data
  return (
    <>
      <p className="full quiet small" role="status">
        {whole.eligible + whole.unknown === 0
          ? t(isEverything(filters) ? "figures.none" : "figures.none-such")
          : from && to
            ? tell("figures.span", { from: day(from), to: day(to), count: whole.eligible })
            : ""}
      </p>
      <Kpis whole={whole} />
      <AcceptanceCard by={by} groups={groups} switched={filters.by === by ? switched : undefined} />
      <OutcomeCard whole={whole} />
      <EditCard whole={whole} />
      <FirstTextCard whole={whole} by={by} groups={groups} />
      <ReasonCard whole={whole} />
      <ToneCard />
      <RecommendationCard />
      <IntentCard />
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
