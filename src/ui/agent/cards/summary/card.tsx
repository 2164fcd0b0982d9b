import { useState } from "react"
import type { PanelState, PanelTicket } from "../../../../protocol/panel.ts"
import { SUMMARY_KINDS, type SummaryLine } from "../../../../ticket/draft.ts"
import { Card } from "../../../kit/card.tsx"
import { clock, dayOfYear, languageName, listed } from "../../../messages/format.ts"
import { languageCode } from "../../../messages/locale.ts"
import { isMessage, t, tell } from "../../../messages/t.ts"
import type { PanelCard } from "../../card-kit/panel-card.ts"
import { direction } from "../../../kit/direction.ts"
import { usePanelContext } from "../../state/use-panel.ts"
import type { TicketAbout } from "../../../../ticket/ticket-about.ts"
import { SelectField } from "../../../kit/choice-fields.tsx"
import { CommandFailed, failureText } from "../../card-kit/command-answers.ts"
import type { PromisedEarlier } from "../../../../ticket/earlier-ticket.ts"
import { MessageLink, useMessageInPage, type Message } from "../../now/message-link.tsx"
import { NO_SUMMARY } from "../../now/newest-ask.ts"
import { PageLink } from "../../../kit/page-link.tsx"

export const summary: PanelCard = {
  id: "summary",
  place: "more",
  order: 70,
  Card: Summary,
  row: {
    icon: "summary",
    title: () => t("summary"),
    detail: ({ state, ticket }) => (hasSummary(state, ticket) ? "" : undefined)
  }
}

/**
 * What the customer wants, what was tried and promised, and what is open. Each line names the message from which it was
 * read.
 */
function Summary() {
  const { state, ticket } = usePanelContext()
  const { shown, show } = useMessageInPage()
  const lines = state.summary?.lines ?? []
  const language = ticket.language
  return (
    <Card
      title={t("summary")}
      className="summary"
      aside={
        language && !language.startsWith(languageCode()) ? <span className="tag">{languageName(language)}</span> : null
      }
    >
      {hasSummary(state, ticket) ? (
        <dl className="facts in-card">
          <Orders onShow={show} />
          <Newer />
          <About />
          {SUMMARY_KINDS.map((kind) => (
            <Kind key={kind} kind={kind} lines={lines.filter((line) => line.kind === kind)} onShow={show} />
          ))}
          <Earlier />
        </dl>
      ) : (
        <p className="in-card quiet">{tell(NO_SUMMARY[state.summary?.state ?? "ready"], {})}</p>
      )}
      <span role="status" className="sr">
        {shown}
      </span>
    </Card>
  )
}

/** Whether there is anything to tell of the thread. */
const hasSummary = ({ summary, draft }: PanelState, { messages }: PanelTicket): boolean =>
  (summary?.lines ?? []).length > 0 ||
  draft?.stale !== undefined ||
  messages.some(({ orders }) => orders) ||
  tellsEarlier(summary?.earlier)

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
          {t("summary.orders.text")} <MessageLink id={id} onShow={onShow} />
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
          {line.who === "customer" ? ` ${t("summary.by-customer")}` : null}{" "}
          <MessageLink id={line.messageId} onShow={onShow} />
        </dd>
      ))}
    </>
  )
}

function moodWord(text: string): string {
  const key = `mood.${text}`
  return isMessage(key) ? tell(key, {}) : ""
}

/**
 * One line: what the ticket is about, whether it can wait, and who else should see it, each with the words that say so.
 * Nothing is shown of a ticket about which there is nothing to say.
 */
function About() {
  const { state, ticket } = usePanelContext()
  const about = state.summary?.about
  if (!about?.intent && !about?.urgent && !about?.escalate) return null
  return (
    <>
      <dt>{t("about")}</dt>
      <dd>
        {about.intent ? <Intent key={ticket.key} about={about} /> : null}{" "}
        {about.urgent ? <span>{t("about.urgent", about.urgent)}</span> : null}{" "}
        {about.escalate ? <span>{adviceText(about.escalate)}</span> : null}
      </dd>
    </>
  )
}

/** A choice among the team's intents, so that one press corrects it. */
function Intent({ about: { intent, choices } }: { about: TicketAbout }) {
  const { ticket, link } = usePanelContext()
  const [said, setSaid] = useState("")
  if (!intent) return null
  const names = choices.includes(intent.name) ? choices : [intent.name, ...choices]
  const correct = async (value: string) => {
    const answer = await link.send({ kind: "panel-intent", key: ticket.key, intent: value === NONE ? null : value })
    setSaid(answer.ok ? t("about.learnt") : failureText(new CommandFailed(answer)))
  }
  return (
    <>
      <SelectField
        label={t("about.intent")}
        value={intent.name}
        choices={[...names.map((name) => ({ value: name, label: name })), { value: NONE, label: t("about.none") }]}
        choose={(value) => void correct(value)}
      />{" "}
      {intent.because.length > 0 ? (
        <span className="small muted">{t("about.because", { words: listed(intent.because) })}</span>
      ) : null}{" "}
      <span role="status" className="small muted">
        {said}
      </span>
    </>
  )
}
/** No tag is empty. */
const NONE = ""

function adviceText({ reason, because, group }: NonNullable<TicketAbout["escalate"]>): string {
  if (group === undefined) return t("about.lead", { because })
  return reason === "playbook" ? t("about.playbook", { group, because }) : t("about.group", { group, because })
}

/**
 * What the team promised in earlier tickets of the same requester, each with a link to its ticket, or why that isn't
 * known.
 */
function Earlier() {
  const { state, ticket } = usePanelContext()
  const earlier = state.summary?.earlier
  if (!tellsEarlier(earlier)) return null
  const { promises, problem } = earlier
  return (
    <>
      <dt>{t("summary.earlier")}</dt>
      {problem === undefined ? null : <dd>{t(`summary.earlier.${problem}`)}</dd>}
      {promises.map(({ text, url, ticketId, at }, index) => (
        <dd key={index}>
          <span {...direction(ticket.language)}>{text}</span>{" "}
          <span className="small">
            <PageLink url={url}>{t("summary.earlier.from", { ticket: ticketId, day: dayOfYear(at) })}</PageLink>
          </span>
        </dd>
      ))}
    </>
  )
}

/** Whether there is something to show. */
const tellsEarlier = (earlier: PromisedEarlier | undefined): earlier is PromisedEarlier =>
  earlier !== undefined && (earlier.promises.length > 0 || earlier.problem !== undefined)
