import { useQuery } from "@tanstack/react-query"
import type { PageRoute } from "../../../protocol/routes/calls/page-call.ts"
import type { AnswerOf, CallParts } from "../../../protocol/routes/calls/route-types.ts"
import { FiguresTable, type Table } from "../../kit/figures-table.tsx"
import { useRelayLink } from "../../kit/relay/use-relay-link.ts"
import type { Figure } from "../../../protocol/review.ts"
import { REASONS } from "../../../ticket/review-reasons.ts"
import { inRow } from "../../messages/format.ts"
import { t, tell } from "../../messages/t.ts"
import { reasonWord } from "../review-text.ts"
import { useCaseLinks } from "./case-links.ts"
import { ChartCard } from "./chart-card.tsx"
import { RowBars } from "./charts/row-bars.tsx"
import { reasonFinding } from "./figure-findings.ts"
import { shareWords } from "./group-names.ts"

/** Asks the relay for counts that no filter of the page changes. Returns undefined until they are there. */
export function useCounts<R extends PageRoute>(route: R, parts: CallParts<R>): AnswerOf<R> | undefined {
  const link = useRelayLink()
  return useQuery<AnswerOf<R>>({ queryKey: [route], queryFn: () => link.call(route, parts), staleTime: 60_000 }).data
}

/** A table of counts below a sentence. Without rows, only the sentence is shown. */
export function CountsCard({ id, title, lead, head, rows }: Table & { id: string; title: string; lead: string }) {
  return (
    <section className="box full" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <p className="lead">{lead}</p>
      {rows.length > 0 ? <FiguresTable label={title} table={{ head, rows }} /> : null}
    </section>
  )
}

/** The reasons that agents gave with "Not useful". One reply may have several. */
export function ReasonCard({ whole }: { whole: Figure }) {
  const link = useCaseLinks()
  const rows = REASONS.map((reason) => ({ reason, count: whole.reasons[reason] ?? 0, cases: link({ reason }) }))
  const few = rows.every(({ count }) => count === 0) ? t("chart.reasons.none") : undefined
  const words = (count: number) => t("figures.count", { n: count })
  return (
    <ChartCard
      size="half"
      finding={reasonFinding(whole)}
      lead={t("chart.reasons.lead", { share: shareWords(whole.rejected) })}
      few={few}
      table={{
        head: [t("col.reason"), t("col.agents")],
        rows: rows.map(({ reason, count }) => [reasonWord(reason), count]),
        links: rows.map(({ cases }) => cases)
      }}
    >
      <RowBars
        bars={rows.map(({ reason, count, cases }) => ({
          cases,
          name: reasonWord(reason),
          value: count,
          words: words(count),
          look: "n1"
        }))}
        name={t("chart.reasons")}
        description={inRow(
          rows.map(({ reason, count }) => t("named", { name: reasonWord(reason), value: words(count) }))
        )}
      />
    </ChartCard>
  )
}

/** How often agents followed a recommendation, by product. It holds for all replies, whatever is filtered. */
export function RecommendationCard() {
  const data = useCounts("GET /v1/review/recommendations", {})
  if (!data) return null
  const sum = (of: "offered" | "followed") => data.products.reduce((total, one) => total + one[of], 0)
  return (
    <CountsCard
      id="recommendation-figures"
      title={t("recommendation-figures")}
      lead={
        data.products.length > 0
          ? tell("recommendation-figures.lead", { offered: sum("offered"), followed: sum("followed") })
          : t("recommendation-figures.none")
      }
      head={[
        t("recommendation-figures.product"),
        t("recommendation-figures.offered"),
        t("recommendation-figures.followed")
      ]}
      rows={data.products.map(({ title, offered, followed }) => [title, offered, followed])}
    />
  )
}

/**
 * Which findings of tone agents called fine, and which rules they hide. It holds for all replies, whatever is filtered.
 */
export function ToneCard() {
  const data = useCounts("GET /v1/review/tone", {})
  if (!data) return null
  return (
    <CountsCard
      id="tone-figures"
      title={t("tone-figures")}
      lead={data.rules.length > 0 ? t("tone-figures.lead") : t("tone-figures.none")}
      head={[t("tone-figures.rule"), t("tone-figures.fine"), t("tone-figures.agents"), t("tone-figures.hidden")]}
      rows={data.rules.map(({ rule, fineHere, agents, hiddenBy }) => [
        rule.replaceAll("-", " "),
        fineHere,
        agents,
        hiddenBy
      ])}
    />
  )
}

/** What agents corrected of what tickets were said to be about. It holds for all tickets, whatever is filtered. */
export function IntentCard() {
  const data = useCounts("GET /v1/intents", {})
  if (!data || data.intents.length === 0) return null
  const learnt = tell("intent-figures.lead", { examples: data.examples, intents: data.intents.length })
  const corrected = data.corrected.length > 0 ? t("intent-figures.corrected") : t("intent-figures.none")
  return (
    <CountsCard
      id="intent-figures"
      title={t("intent-figures")}
      lead={`${learnt} ${corrected}`}
      head={[t("intent-figures.told"), t("intent-figures.said"), t("intent-figures.tickets")]}
      rows={data.corrected.map(({ told, said, tickets }) => [
        told ?? t("intent-figures.nothing"),
        said ?? t("intent-figures.none-of-these"),
        tickets
      ])}
    />
  )
}
