import { useId, useState } from "react"
import { Button } from "../../kit/button.tsx"
import { SegmentedControl } from "../../kit/choice-fields.tsx"
import { t } from "../../messages/t.ts"
import { faultWords } from "../../kit/relay/fault-words.ts"
import { SolvedTicketRow } from "./solved-ticket-row.tsx"
import { useSolvedTickets } from "./use-solved-tickets.ts"

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
