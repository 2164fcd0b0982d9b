import { useId, useState } from "react"
import type { SolvedTicketLine } from "../../../protocol/past-tickets.ts"
import { PageLink } from "../../kit/page-link.tsx"
import { Button } from "../../kit/button.tsx"
import { t } from "../../messages/t.ts"
import { faultWords } from "../../kit/relay/fault-words.ts"
import type { SolvedTickets } from "./use-solved-tickets.ts"

/** A solved ticket: what the customer asked, what was answered, and the pages that may have answered it. */
export function SolvedTicketRow({
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
                disabledReason={saving.page === undefined ? undefined : t("report.saving")}
                onPress={() => void say(page.id, !isLinked)}
              >
                {isLinked ? t("solved.undo") : t("solved.confirm")}
                <span className="sr">: {page.title}</span>
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
