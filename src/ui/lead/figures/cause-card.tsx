import { keepPreviousData, useQuery } from "@tanstack/react-query"
import { use } from "react"
import type { EditCause } from "../../../protocol/review.ts"
import { useRelayLink } from "../../kit/relay/use-relay-link.ts"
import { inRow } from "../../messages/format.ts"
import { t } from "../../messages/t.ts"
import { PageFilter, useCaseLinks } from "./case-links.ts"
import { ChartCard } from "./chart-card.tsx"
import { RowBars } from "./charts/row-bars.tsx"
import { shareWords } from "./group-names.ts"

/** The pages and the topics behind most heavy edits, each with its cases. */
export function CauseCards() {
  const filter = use(PageFilter)
  const link = useRelayLink()
  const { data } = useQuery({
    queryKey: ["GET /v1/review/causes", filter],
    queryFn: () => link.call("GET /v1/review/causes", { query: filter }),
    staleTime: 60_000,
    placeholderData: keepPreviousData
  })
  if (!data) return null
  return (
    <>
      <CauseCard kind="article" causes={data.articles} drafts={data.drafts} />
      <CauseCard kind="topic" causes={data.topics} drafts={data.drafts} />
    </>
  )
}

function CauseCard({ kind, causes, drafts }: { kind: "article" | "topic"; causes: EditCause[]; drafts: number }) {
  const link = useCaseLinks()
  const rows = causes.map(({ name, title, heavy }) => ({
    name: title ?? name,
    heavy,
    words: shareWords(heavy),
    cases: link({ [kind]: name, result: "heavy", counted: "yes" })
  }))
  const [first, second] = rows
  const isMost = first !== undefined && first.heavy.n > (second?.heavy.n ?? 0)
  const finding =
    first === undefined
      ? t(kind === "article" ? "causes.article.none" : "causes.topic.none")
      : isMost
        ? t(kind === "article" ? "causes.article.most" : "causes.topic.most", { name: first.name })
        : t(kind === "article" ? "causes.article" : "causes.topic")
  return (
    <ChartCard
      size="half"
      finding={finding}
      lead={t("causes.lead", { count: drafts })}
      few={first === undefined ? t("figures.none.used") : undefined}
      table={{
        head: [t(kind === "article" ? "col.article" : "col.topic"), t("col.heavy")],
        rows: rows.map(({ name, words }) => [name, words]),
        links: rows.map(({ cases }) => cases)
      }}
    >
      <RowBars
        bars={rows.map(({ name, heavy, words, cases }) => ({ name, value: heavy.n, words, look: "b3", cases }))}
        name={t(kind === "article" ? "causes.article" : "causes.topic")}
        description={inRow(rows.map(({ name, words }) => t("named", { name, value: words })))}
      />
    </ChartCard>
  )
}
