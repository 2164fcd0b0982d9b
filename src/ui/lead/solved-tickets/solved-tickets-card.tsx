import { useId, useState } from "react"
import { Button } from "../../kit/button.tsx"
import { SegmentedControl } from "../../kit/choice-fields.tsx"
import { t } from "../../messages/t.ts"
import { faultWords } from "../../kit/relay/call-fault.ts"
import { useSolvedTickets, type SolvedTickets } from "./use-solved-tickets.ts"
import type { SolvedTicketLine } from "../../../protocol/knowledge.ts"
import { PageLink } from "../../kit/page-link.tsx"

/**
 * Imported solved tickets, each with the pages that may have answered it. One press says which page did, and search
 * learns from that. It is shown only if solved tickets were imported.
 */
export function SolvedTicketsCard() {
  const id = useId()
  const [show, setShow] = useState<"open" | "linked">("open")
  const solved = useSolvedTickets(show === "linked")
  const { data, error, isFetching, isPlaceholderData, hasNextPage, fetchNextPage, refetch } = solved.tickets
  const counts = data?.pages[0]
  if (!counts?.all && !error) return null
  const known = isPlaceholderData ? undefined : data?.pages.flatMap(({ tickets }) => tickets)
  const fault = error && !isFetching ? faultWords(error) : undefined
  return (
    <section className="box full" aria-labelledby={id}>
      <div className="row">
        <h2 id={id} className="grow">
          {t("solved")}
        </h2>
        {counts ? (
          <SegmentedControl
            label={t("report.show")}
            value={show}
            choose={setShow}
            choices={[
              { value: "open", label: t("solved.open", { n: counts.all - counts.linked }) },
              { value: "linked", label: t("solved.linked", { n: counts.linked }) }
            ]}
          />
        ) : null}
      </div>
      <p className="lead">{t("solved.lead")}</p>
      <ol className="findings">
        {known?.map((ticket) => (
          <SolvedTicketRow key={ticket.id} ticket={ticket} solved={solved} />
        ))}
      </ol>
      {known?.length === 0 ? (
        <p className="quiet">{show === "open" ? t("solved.none-open") : t("solved.none-linked")}</p>
      ) : null}
      <p role="status" className="small quiet">
        {isFetching ? t("solved.looking") : ""}
      </p>
      {fault ? (
        <p role="alert" className="fault">
          <b>{t("solved.failed")}</b> {fault.what} {fault.then}
        </p>
      ) : null}
      {fault || hasNextPage ? (
        <div className="do">
          <Button
            small
            disabledReason={isFetching ? t("solved.looking") : undefined}
            onPress={() => void (fault ? refetch() : fetchNextPage())}
          >
            {fault ? t("lead.again") : t("solved.more")}
          </Button>
        </div>
      ) : null}
    </section>
  )
}

/** A solved ticket: what the customer asked, what was answered, and the pages that may have answered it. */
function SolvedTicketRow({
  ticket,
  solved
}: {
  ticket: SolvedTicketLine
  solved: Pick<SolvedTickets, "saidOf" | "say">
}) {
  const name = useId()
  const [saving, setSaving] = useState<{ page?: string; fault?: Error }>({})
  const say = async (page: string, confirmed: boolean) => {
    setSaving({ page })
    try {
      await solved.say(ticket.id, page, confirmed)
      setSaving({})
    } catch (error) {
      setSaving({ fault: error instanceof Error ? error : new Error(String(error)) })
    }
  }
  const fault = saving.fault ? faultWords(saving.fault) : undefined
  return (
    <li className="finding">
      <p className="says" id={name}>
        <bdi>{ticket.title}</bdi>
      </p>
      <p dir="auto">{shortened(ticket.question)}</p>
      <details>
        <summary className="small">{t("solved.reply")}</summary>
        <p dir="auto" className="reply">
          {ticket.reply}
        </p>
      </details>
      <ul className="pages" aria-labelledby={name}>
        {ticket.pages.map((page) => {
          const isLinked = solved.saidOf(ticket.id, page.id) ?? page.linked !== undefined
          const words = isLinked ? t("solved.undo") : t("solved.confirm")
          return (
            <li key={page.id} className="row">
              <span className="grow">
                <PageLink url={page.url ?? page.title}>
                  <bdi>{page.title}</bdi>
                </PageLink>
                {isLinked ? (
                  <span className="small quiet">
                    {" "}
                    {t(page.linked === "margin" ? "solved.by-search" : "solved.by-lead")}
                  </span>
                ) : null}
              </span>
              <Button
                small
                label={t("named", { name: words, value: page.title })}
                disabledReason={saving.page === undefined ? undefined : t("report.saving")}
                onPress={() => void say(page.id, !isLinked)}
              >
                {words}
              </Button>
            </li>
          )
        })}
      </ul>
      {ticket.pages.length === 0 ? <p className="small quiet">{t("solved.no-page")}</p> : null}
      {fault ? (
        <p role="alert" className="fault">
          <b>{t("report.not-saved")}</b> {fault.what} {fault.then}
        </p>
      ) : null}
    </li>
  )
}

/** In characters. The whole question is rarely needed to see which page answers it. */
const LONGEST = 400
const shortened = (text: string) => (text.length <= LONGEST ? text : `${text.slice(0, LONGEST).trimEnd()} …`)
