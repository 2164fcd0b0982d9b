import { useEffect, useId, useRef, useState } from "react"
import type { ReportFinding } from "../../../protocol/knowledge-report.ts"
import { keyOfTicket } from "../../../ticket/ticket-key.ts"
import { PageLink } from "../../kit/page-link.tsx"
import { Button } from "../../kit/button.tsx"
import { day } from "../../messages/format.ts"
import { t } from "../../messages/t.ts"
import { faultWords } from "../../kit/relay/fault-words.ts"
import { ticketWords } from "../review-text.ts"
import { dayText } from "../../messages/time-text.ts"
import { SettleForm } from "./settle-form.tsx"
import type { Settled, Settling } from "./use-settling.ts"

/** A finding: what it says, on which pages and in which words, what would fix it, and whether it is settled. */
export function FindingRow({ finding, settling }: { finding: ReportFinding; settling: Settling }) {
  const { id, says, fix, documents, tickets = [], firstSeen } = finding
  const settled = settling.settledOf(finding)
  const note = settling.noteOf(id)
  const setNote = (words: string) => settling.writeNote(id, words)
  const [asked, setAsked] = useState(false)
  const [told, tell] = useState<{ busy?: true; fault?: Error; back?: true }>({})
  const name = useId()
  const button = useRef<HTMLDivElement>(null)
  const back = useRef(false)
  // The button that was pressed is gone by then, so the one in its place gets the focus.
  useEffect(() => {
    if (!back.current || asked) return
    back.current = false
    button.current?.querySelector("button")?.focus()
  })
  const put = async (request: { settled: boolean; note?: string }) => {
    tell({ busy: true })
    try {
      await settling.settle(id, request)
      tell(request.settled ? {} : { back: true })
      back.current = true
      setAsked(false)
      setNote("")
    } catch (error) {
      tell({ fault: error instanceof Error ? error : new Error(String(error)) })
    }
  }
  const fault = told.fault ? faultWords(told.fault) : undefined
  return (
    <li className={settled ? "finding is-settled" : "finding"}>
      <p className="says" id={name}>
        <bdi>{says}</bdi>
      </p>
      <Pages documents={documents} />
      {tickets.length > 0 ? (
        <p className="small">
          {t("report.tickets", { count: tickets.length })}{" "}
          {tickets.map((ticket, at) => (
            <span key={keyOfTicket(ticket)}>
              {at > 0 ? "; " : ""}
              <bdi>{ticketWords(ticket)}</bdi>
            </span>
          ))}
        </p>
      ) : null}
      {settled ? (
        <p className="small quiet">
          {settledWords(settled)}
          {settled.note ? (
            <>
              {" "}
              <q dir="auto">{settled.note}</q>
            </>
          ) : null}
        </p>
      ) : (
        <p>
          <span className="quiet">{t("report.mend")}</span> <bdi>{fix}</bdi>
        </p>
      )}
      {firstSeen && !settled ? <p className="small muted">{t("report.since", { day: day(firstSeen) })}</p> : null}
      <div className="act" role="group" aria-labelledby={name} ref={button}>
        {settled ? (
          <Button
            small
            disabledReason={told.busy ? t("report.saving") : undefined}
            onPress={() => void put({ settled: false })}
          >
            {t("report.back")}
          </Button>
        ) : asked ? null : (
          <Button
            small
            onPress={() => {
              tell({})
              setAsked(true)
            }}
          >
            {t("report.settle")}
          </Button>
        )}
      </div>
      {asked && !settled ? (
        <SettleForm
          busy={told.busy}
          note={note}
          write={setNote}
          save={(words) => void put({ settled: true, ...(words === "" ? {} : { note: words }) })}
          cancel={() => {
            back.current = true
            setAsked(false)
          }}
        />
      ) : null}
      <p role="status" className="small quiet">
        {told.busy ? t("report.saving") : told.back && !settled ? t("report.reopened") : ""}
      </p>
      {fault ? (
        <p role="alert" className="fault">
          <b>{t("report.not-saved")}</b> {fault.what} {fault.then}
        </p>
      ) : null}
    </li>
  )
}

function Pages({ documents }: Pick<ReportFinding, "documents">) {
  if (documents.length === 0) return null
  return (
    <ul className="pages">
      {documents.map(({ id, title, address, words }, at) => (
        <li key={`${id} ${at}`}>
          <PageLink url={address}>
            <bdi>{title}</bdi>
          </PageLink>
          {words === title ? null : (
            <>
              : <q dir="auto">{words}</q>
            </>
          )}
          {address === title ? null : (
            <div className="small muted">
              <bdi>{address}</bdi>
            </div>
          )}
        </li>
      ))}
    </ul>
  )
}

function settledWords({ by, at }: Settled): string {
  const then = dayText(at, Date.now())
  return by === null ? t("report.settled-at", { when: then }) : t("report.settled-by", { name: by, when: then })
}
