import { useEffect, useId, useRef, useState } from "react"
import type { ReportFinding } from "../../../protocol/knowledge-report.ts"
import { keyOfTicket } from "../../../ticket/ticket-key.ts"
import { PageLink } from "../../kit/page-link.tsx"
import { Button } from "../../kit/button.tsx"
import { day } from "../../messages/format.ts"
import { t } from "../../messages/t.ts"
import { faultWords } from "../../kit/relay/call-fault.ts"
import { ticketWords } from "../review-text.ts"
import { dayText } from "../../messages/time-text.ts"
import type { Settled, Settling } from "./use-settling.ts"

/** A finding: what it says, on which pages and in which words, what would fix it, and whether it is settled. */
export function FindingRow({ finding, settling }: { finding: ReportFinding; settling: Settling }) {
  const { says, fix, documents, tickets = [], firstSeen } = finding
  const settled = settling.settledOf(finding)
  const form = useSettleForm(finding.id, settling)
  const { isOpen, busy, fault } = form
  const name = useId()
  return (
    <li className={settled ? "finding is-settled" : "finding"}>
      <p className="says" id={name}>
        <bdi>{says}</bdi>
      </p>
      <Pages documents={documents} />
      <Tickets tickets={tickets} />
      {settled ? (
        <SettledLine settled={settled} />
      ) : (
        <p>
          <span className="quiet">{t("report.fix")}</span> <bdi>{fix}</bdi>
        </p>
      )}
      {firstSeen && !settled ? <p className="small muted">{t("report.since", { day: day(firstSeen) })}</p> : null}
      <div className="act" role="group" aria-labelledby={name} ref={form.button}>
        {settled ? (
          <Button small disabledReason={busy ? t("report.saving") : undefined} onPress={form.reopen}>
            {t("report.back")}
          </Button>
        ) : isOpen ? null : (
          <Button small onPress={form.open}>
            {t("report.settle")}
          </Button>
        )}
      </div>
      {isOpen && !settled ? (
        <SettleForm busy={busy} note={form.note} write={form.write} save={form.settle} cancel={form.close} />
      ) : null}
      <p role="status" className="small quiet">
        {busy ? t("report.saving") : form.isReopened && !settled ? t("report.reopened") : ""}
      </p>
      {fault ? (
        <p role="alert" className="fault">
          <b>{t("report.not-saved")}</b> {fault.what} {fault.then}
        </p>
      ) : null}
    </li>
  )
}

/** Settles a finding with a note, or opens it again. */
function useSettleForm(id: string, settling: Settling) {
  const [isOpen, setOpen] = useState(false)
  const [state, setState] = useState<{ busy?: true; fault?: Error; isReopened?: true }>({})
  const button = useRef<HTMLDivElement>(null)
  const back = useRef(false)
  // The button that was pressed is gone by then, so the one in its place gets the focus.
  useEffect(() => {
    if (!back.current || isOpen) return
    back.current = false
    button.current?.querySelector("button")?.focus()
  })
  const write = (words: string) => settling.writeNote(id, words)
  const put = async (request: { settled: boolean; note?: string }) => {
    setState({ busy: true })
    try {
      await settling.settle(id, request)
      setState(request.settled ? {} : { isReopened: true })
      back.current = true
      setOpen(false)
      write("")
    } catch (error) {
      setState({ fault: error instanceof Error ? error : new Error(String(error)) })
    }
  }
  return {
    isOpen,
    button,
    write,
    busy: state.busy,
    isReopened: state.isReopened,
    note: settling.noteOf(id),
    fault: state.fault ? faultWords(state.fault) : undefined,
    open: () => {
      setState({})
      setOpen(true)
    },
    close: () => {
      back.current = true
      setOpen(false)
    },
    settle: (note: string) => void put({ settled: true, ...(note === "" ? {} : { note }) }),
    reopen: () => void put({ settled: false })
  }
}

function Tickets({ tickets }: { tickets: NonNullable<ReportFinding["tickets"]> }) {
  if (tickets.length === 0) return null
  return (
    <p className="small">
      {t("report.tickets", { count: tickets.length })}{" "}
      {tickets.map((ticket, at) => (
        <span key={keyOfTicket(ticket)}>
          {at > 0 ? "; " : ""}
          <bdi>{ticketWords(ticket)}</bdi>
        </span>
      ))}
    </p>
  )
}

/** Who settled it and when, and the note. */
function SettledLine({ settled }: { settled: Settled }) {
  return (
    <p className="small quiet">
      {settledWords(settled)}
      {settled.note ? (
        <>
          {" "}
          <q dir="auto">{settled.note}</q>
        </>
      ) : null}
    </p>
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

/** Asks why a finding is settled. An answer isn't required. */
function SettleForm({
  busy,
  note,
  write,
  save,
  cancel
}: {
  busy?: true | undefined
  note: string
  write: (note: string) => void
  save: (note: string) => void
  cancel: () => void
}) {
  const id = useId()
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => field.current?.focus(), [])
  const put = () => save(note.trim())
  return (
    <div
      className="settling"
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return
        if (event.key === "Escape") cancel()
        if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && !busy) put()
      }}
    >
      <p className="small quiet">{t("report.settle.lead")}</p>
      <label className="small muted" htmlFor={id}>
        {t("report.note")}
      </label>
      <textarea
        className="in"
        id={id}
        ref={field}
        rows={2}
        maxLength={MOST_TYPED}
        aria-describedby={`${id}-masked`}
        value={note}
        onChange={({ target }) => write(target.value)}
      />
      <p className="small muted" id={`${id}-masked`}>
        {t("report.note.masked")}
      </p>
      <div className="row">
        <Button small variant="main" disabledReason={busy ? t("report.saving") : undefined} onPress={put}>
          {t("report.settle.do")}
        </Button>
        <Button small onPress={cancel}>
          {t("report.settle.keep")}
        </Button>
      </div>
    </div>
  )
}

/** In characters. Placeholders may make it longer. */
const MOST_TYPED = 1500
