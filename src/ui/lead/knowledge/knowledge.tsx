import { useState } from "react"
import type { ReportDone, ReportFinding } from "../../../protocol/knowledge-report.ts"
import { Button } from "../../kit/button.tsx"
import { SelectField, SegmentedControl } from "../../kit/choice-fields.tsx"
import { inRow } from "../../messages/format.ts"
import { t } from "../../messages/t.ts"
import { LeadFrame, useAccessDenied } from "../lead-frame.tsx"
import { MemoriesCard } from "../memories/memories-card.tsx"
import { dayText } from "../../messages/time-text.ts"
import { SolvedTicketsCard } from "../solved-tickets/solved-tickets-card.tsx"
import { KindSection } from "./kind-section.tsx"
import { kindName } from "./kind-words.ts"
import { TrendCard } from "./trend-card.tsx"
import { useReport, type Running } from "./use-report.ts"
import { useSettling } from "./use-settling.ts"
import { faultWords } from "../../kit/relay/call-fault.ts"
import type { RelayLink } from "../../kit/relay/relay-link.ts"
import { ENOUGH_CASES } from "../../../protocol/review.ts"
import { ChartCard } from "../figures/chart-card.tsx"
import { RowBars } from "../figures/charts/row-bars.tsx"
import { percentText } from "../review-text.ts"

/** The state of the knowledge: what is wrong with the pages, what would fix it, and which questions no page answers. */
export function KnowledgeReport({ link }: { link: RelayLink }) {
  return (
    <LeadFrame link={link} here="knowledge">
      <Whole />
    </LeadFrame>
  )
}

function Whole() {
  const {
    report: { data, error, isFetching, refetch },
    running,
    links,
    checkLinks
  } = useReport()
  const closed = useAccessDenied(error)
  if (closed) return closed
  const looking = isFetching ? lookingWords(running) : ""
  return (
    <main className="fig" aria-busy={isFetching}>
      {data ? (
        <Report data={data} looking={looking} links={links} checkLinks={checkLinks} again={() => void refetch()} />
      ) : (
        <h1 className="full">{t("report")}</h1>
      )}
      {!data && isFetching ? (
        <p className="full quiet" role="status">
          {looking}
        </p>
      ) : null}
      {error && !isFetching ? <Trouble error={error} again={() => void refetch()} /> : null}
    </main>
  )
}

type Links = ReturnType<typeof useReport>["links"]
type Show = "open" | "settled"
interface ReportProps {
  data: ReportDone
  /** What the report is doing now, in words, or "". */
  looking: string
  links: Links
  checkLinks: () => void
  again: () => void
}

function Report(props: ReportProps) {
  const { data, looking, links } = props
  const [kind, choose] = useState("")
  const [show, setShow] = useState<Show>("open")
  const settling = useSettling(data)
  const listed = show === "open" ? data.findings : [...(data.settledFindings ?? []), ...settling.closed]
  const kinds = [...new Set([...Object.keys(data.counts), ...listed.map((finding) => finding.kind)])]
  const sections = kinds
    .filter((one) => kind === "" || kind === one)
    .map((one) => ({ one, findings: listed.filter((finding) => finding.kind === one) }))
    .filter(({ findings }) => findings.length > 0)
  const fault = links.fault ? faultWords(links.fault) : undefined
  return (
    <>
      <Filters {...props} kinds={kinds} kind={kind} choose={choose} show={show} setShow={setShow} settling={settling} />
      <p className="full quiet small">
        {t("report.at", { count: data.documents, when: dayText(data.at, Date.now()) })}
      </p>
      <p className="full quiet small" role="status">
        {looking || linksWords(links, data)}
      </p>
      {fault ? (
        <p className="full fault" role="alert">
          <b>{t("report.links.failed")}</b> {fault.what} {fault.then}
        </p>
      ) : null}
      <CoverageCard coverage={data.coverage} />
      <TrendCard trend={data.trend} kind={kind} />
      {sections.map(({ one, findings }) => (
        <KindSection
          key={`${show} ${one}`}
          kind={one}
          findings={findings}
          settling={settling}
          count={show === "open" ? settling.countOf(one) : settledOf(findings, settling)}
          all={show === "open" ? (data.counts[one] ?? 0) : findings.length}
        />
      ))}
      {sections.length === 0 ? <p className="full box">{emptyWords(data, show, kind)}</p> : null}
      <MemoriesCard />
      <SolvedTicketsCard />
    </>
  )
}

/** Which findings are shown, and the buttons that look again. */
function Filters({
  looking,
  links,
  checkLinks,
  again,
  kinds,
  kind,
  choose,
  show,
  setShow,
  settling
}: ReportProps & {
  kinds: string[]
  kind: string
  choose: (kind: string) => void
  show: Show
  setShow: (show: Show) => void
  settling: ReturnType<typeof useSettling>
}) {
  const open = kinds.reduce((sum, one) => sum + settling.countOf(one), 0)
  return (
    <div className="full filters">
      <h1 className="grow">{t("report")}</h1>
      <SegmentedControl
        label={t("report.show")}
        value={show}
        choose={setShow}
        choices={[
          { value: "open", label: t("report.open", { n: open }) },
          { value: "settled", label: t("report.settled", { n: settling.settledCount }) }
        ]}
      />
      <SelectField
        label={t("report.kind")}
        value={kind}
        choose={choose}
        choices={[
          { value: "", label: t("report.kind.all") },
          ...kinds.map((one) => ({
            value: one,
            label: t("report.kind.count", { kind: kindName(one), n: settling.countOf(one) })
          }))
        ]}
      />
      <Button small disabledReason={links.busy ? t("report.links.on") : undefined} onPress={checkLinks}>
        {t("report.links")}
      </Button>
      <Button small disabledReason={looking || undefined} onPress={again}>
        {t("report.again")}
      </Button>
    </div>
  )
}

const settledOf = (findings: ReportFinding[], { settledOf: stands }: ReturnType<typeof useSettling>) =>
  findings.filter((finding) => stands(finding)).length

function lookingWords(running: Running | undefined): string {
  const documents = running?.documents ?? null
  return documents === null ? t("report.looking") : t("report.looking.at", { count: documents })
}

/** How far the check of the links is, or what it has found. */
function linksWords({ busy, running }: Links, { links }: ReportDone): string {
  if (!busy) return links ? t("report.links.done", { asked: links.asked, count: links.of }) : ""
  return running?.links
    ? t("report.links.asking", { asked: running.links.asked, of: running.links.of })
    : t("report.links.on")
}

function emptyWords({ documents }: ReportDone, show: Show, kind: string): string {
  if (show === "settled") return t("report.none-settled")
  if (documents === 0) return t("report.no-documents")
  return kind === "" ? t("report.clean") : t("report.clean.kind")
}

function Trouble({ error, again }: { error: Error; again: () => void }) {
  const { what, then } = faultWords(error)
  return (
    <div className="full box" role="alert">
      <p>
        <b>{t("report.failed")}</b> {what} {then}
      </p>
      <div className="do told">
        <Button small onPress={again}>
          {t("lead.again")}
        </Button>
      </div>
    </div>
  )
}

/** For how many tickets of the last weeks search finds a page. */
function CoverageCard({ coverage: { weeks, tickets, searched, answered } }: Pick<ReportDone, "coverage">) {
  const missing = Math.max(0, ENOUGH_CASES - searched)
  const finding =
    tickets === 0
      ? t("report.coverage.none")
      : missing > 0
        ? t("report.coverage.few")
        : t("report.coverage.share", { share: percentText(answered / searched) })
  const lead =
    tickets === 0
      ? t("report.coverage.lead.none", { weeks })
      : t("report.coverage.lead", { answered, searched, count: tickets, weeks })
  const few =
    tickets === 0
      ? t("figures.few")
      : missing > 0
        ? `${t("figures.few.so-far", { n: answered, of: searched })} ${t("figures.more", { count: missing })}`
        : undefined
  const parts: [string, number][] = [
    [t("report.coverage.with"), answered],
    [t("report.coverage.without"), searched - answered]
  ]
  const words = (count: number) => t("figures.count", { n: count })
  return (
    <ChartCard
      size="third"
      finding={finding}
      lead={lead}
      few={few}
      table={{ head: [t("report.coverage.result"), t("report.coverage.tickets")], rows: tickets === 0 ? [] : parts }}
    >
      <RowBars
        bars={parts.map(([name, value], at) => ({ name, value, words: words(value), look: at === 0 ? "" : "n1" }))}
        name={t("report.coverage")}
        description={inRow(parts.map(([name, value]) => t("named", { name, value: words(value) })))}
      />
    </ChartCard>
  )
}
