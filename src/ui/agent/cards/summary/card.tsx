import { useRef, useState } from "react"
import type { PanelTicket } from "../../../../protocol/panel.ts"
import { SUMMARY_KINDS, type SummaryLine } from "../../../../ticket/draft.ts"
import { Button } from "../../../kit/button.tsx"
import { Card, useFold } from "../../../kit/card.tsx"
import { clock, dayOfYear, languageName } from "../../../messages/format.ts"
import { isMessage, t, tell } from "../../../messages/t.ts"
import { shortcutProps } from "../../../kit/key-list.tsx"
import { bindings } from "../../state/bindings.ts"
import { isUnanswered } from "../../state/hand-over.ts"
import type { PanelCard } from "../../card-kit/panel-card.ts"
import { direction } from "../../../kit/direction.ts"
import { usePanelContext } from "../../state/use-panel.ts"
import { About } from "./about.tsx"
import { Earlier, tellsEarlier } from "./promised-earlier.tsx"

export const summary: PanelCard = { id: "summary", order: 10, Card: Summary }

/**
 * What the customer wants, what was tried and promised, and what is open. Each line names the message from which it was
 * read.
 */
function Summary() {
  const { state, ticket, draft, showMessage, canHandOver, handOver, draftText } = usePanelContext()
  const [shown, setShown] = useState("")
  const show = (message: Message) => {
    setShown("")
    void showMessage(message).then((done) => {
      if (done) setShown(t("summary.shown", { n: message.n }))
    })
  }
  const fold = useFold("summary")
  const lines = state.summary?.lines ?? []
  const language = ticket.language
  // If the agent watched the summary being read, the draft below must not be pushed down when its lines arrive.
  const watched = useRef("")
  if (!state.summary || state.summary.state === "writing") watched.current = ticket.key
  const room = watched.current === ticket.key ? "in-card room" : "in-card"
  return (
    <Card
      title={t("summary")}
      className="summary"
      aside={
        <>
          {language && !/^en\b/.test(language) ? <span className="tag">{languageName(language)}</span> : null}
          {canHandOver && !isUnanswered(draft, draftText.letter.text) ? (
            <Button variant="bare" small {...shortcutProps(bindings.handOver)} onPress={handOver}>
              {t("handover")}
            </Button>
          ) : null}
          {fold.button}
        </>
      }
    >
      {!fold.open ? null : lines.length === 0 &&
        !draft?.stale &&
        !ticket.messages.some(({ orders }) => orders) &&
        !tellsEarlier(state.summary?.earlier) ? (
        <p className={`${room} quiet`}>{tell(empty[state.summary?.state ?? "ready"], {})}</p>
      ) : (
        <dl className={`facts ${room}`}>
          <Orders onShow={show} />
          <Newer />
          <About />
          {SUMMARY_KINDS.map((kind) => (
            <Kind key={kind} kind={kind} lines={lines.filter((line) => line.kind === kind)} onShow={show} />
          ))}
          <Earlier />
        </dl>
      )}
      {/* The helpdesk's page moves, the focus stays here: for who can't see that. */}
      <span role="status" className="sr">
        {shown}
      </span>
    </Card>
  )
}

type Message = PanelTicket["messages"][number]
const empty = { writing: "summary.writing", ready: "summary.none", failed: "summary.failed" } as const

/**
 * A discreet warning. Instructions in a message aren't followed, and the person who reads the draft knows what to look
 * for.
 */
function Orders({ onShow }: { onShow: (message: Message) => void }) {
  const { ticket } = usePanelContext()
  const found = ticket.messages.filter(({ orders }) => orders)
  if (found.length === 0) return null
  return (
    <>
      <dt className="new">{t("summary.orders")}</dt>
      {found.map(({ id }) => (
        <dd key={id}>
          {t("summary.orders.text")} <From id={id} onShow={onShow} />
        </dd>
      ))}
    </>
  )
}

function Newer() {
  const { draft } = usePanelContext()
  if (!draft?.stale) return null
  return (
    <>
      <dt className="new">{t("summary.new", { time: clock(draft.stale.at) })}</dt>
      <dd>
        <bdi>{t("summary.new.text", { author: draft.stale.author })}</bdi>
      </dd>
    </>
  )
}

function Kind({
  kind,
  lines,
  onShow
}: {
  kind: SummaryLine["kind"]
  lines: SummaryLine[]
  onShow: (message: Message) => void
}) {
  const { state, ticket } = usePanelContext()
  if (lines.length === 0) return null
  // What is wanted may be all that is open, so it isn't shown twice.
  const wanted = (line: SummaryLine) =>
    kind === "open" &&
    (state.summary?.lines ?? []).some(({ kind: other, text }) => other === "wants" && text === line.text)
  // All lines of one message share one "the same".
  const shown = lines.filter(
    (line, at) => !wanted(line) || !lines.slice(0, at).some((one) => wanted(one) && one.messageId === line.messageId)
  )
  return (
    <>
      <dt>{tell(`summary.${kind}`, {})}</dt>
      {shown.map((line, index) => (
        <dd key={index}>
          {line.text === "" ? (
            t("summary.nothing")
          ) : wanted(line) ? (
            t("summary.same")
          ) : kind === "mood" ? (
            moodWord(line.text)
          ) : (
            <span {...direction(ticket.language)}>{line.text}</span>
          )}
          {line.who === "customer" ? ` ${t("summary.by-customer")}` : null} <From id={line.messageId} onShow={onShow} />
        </dd>
      ))}
    </>
  )
}

function moodWord(text: string): string {
  const key = `mood.${text}`
  return isMessage(key) ? tell(key, {}) : ""
}

/** Shows the message in the helpdesk's page. */
function From({ id, onShow }: { id: string | undefined; onShow: (message: Message) => void }) {
  const { ticket } = usePanelContext()
  const message = ticket.messages.find((one) => one.id === id)
  if (!message) return null
  const name = t("summary.message", { n: message.n })
  const whole = [name, message.author, dayOfYear(message.at), clock(message.at)].filter(Boolean).join(", ")
  return (
    <button type="button" className="msg" aria-label={whole} title={whole} onClick={() => onShow(message)}>
      {name}
    </button>
  )
}
