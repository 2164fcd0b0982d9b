import { Button } from "../../kit/button.tsx"
import { Icon, type IconName } from "../../kit/icon.tsx"
import { direction } from "../../kit/direction.ts"
import { languageName, shortDay } from "../../messages/format.ts"
import { languageCode } from "../../messages/locale.ts"
import { t, tell } from "../../messages/t.ts"
import type { PanelTicket } from "../../../protocol/panel.ts"
import { foldsAbove } from "../state/use-drawer.ts"
import { usePanelContext, type PanelContextValue } from "../state/use-panel.ts"
import { dangerOf } from "../state/hand-over.ts"
import { DangerLine } from "./danger-line.tsx"
import { MessageLink, useMessageInPage } from "./message-link.tsx"
import { newestAsk, NO_SUMMARY } from "./newest-ask.ts"
import "./now.css"

/**
 * What the customer wants now, in the customer's words: the newest question first, with a link to its message, and one
 * tag if there is something to say. One line while a drawer is open.
 */
export function Now() {
  const { state, ticket, drawer, toDo, closeDrawer } = usePanelContext()
  const isFolded = foldsAbove(drawer)
  const { shown, show } = useMessageInPage()
  const ask = newestAsk(state.summary, ticket)
  const newest = ticket.messages.findLast(({ role }) => role === "customer")
  const message = ask?.message ?? newest
  const danger = dangerOf(state)
  return (
    <section className={`now${isFolded ? " fold" : ""}${danger ? " danger" : ""}`} aria-label={t("now")}>
      {isFolded ? null : (
        <p className="who">
          {danger ? <Icon name="danger" /> : null}
          <b>{whoText(message, danger !== undefined)}</b>
          <MessageLink id={message?.id} withTime onShow={show} />
          <span className="grow" />
          <NowTag />
        </p>
      )}
      <Words texts={ask?.texts ?? []} />
      {isFolded ? null : <DangerLine />}
      <Orders show={show} />
      {isFolded && toDo.all.length > 0 ? (
        <Button small onPress={closeDrawer} icon={toDo.open.length === 0 ? "todo-done" : "todo"}>
          {t("todo.tag", { done: toDo.all.length - toDo.open.length, all: toDo.all.length })}
        </Button>
      ) : null}
      <span role="status" className="sr">
        {shown}
      </span>
    </section>
  )
}

/** The question and what else is wanted, or why there is nothing. */
function Words({ texts: [question, ...more] }: { texts: string[] }) {
  const { state, ticket, drawer } = usePanelContext()
  const isFolded = foldsAbove(drawer)
  if (question === undefined && !isFolded)
    return <p className="q">{tell(NO_SUMMARY[state.summary?.state ?? "ready"], {})}</p>
  return (
    <p className={isFolded ? "q cut grow" : "q"} {...direction(ticket.language)}>
      {question === undefined ? null : <b>{question}</b>} {more.join(" ")}
    </p>
  )
}

function whoText(message: PanelTicket["messages"][number] | undefined, isDanger: boolean): string {
  const author = message?.author ?? ""
  if (author === "") return isDanger ? t("now.danger.somebody") : t("now")
  return isDanger ? t("now.danger", { author }) : t("now.asks", { author })
}

/** Instructions to a machine aren't followed, and who reads the draft knows what to look for. */
function Orders({ show }: { show: ReturnType<typeof useMessageInPage>["show"] }) {
  const { ticket } = usePanelContext()
  const found = ticket.messages.filter(({ orders }) => orders)
  if (found.length === 0) return null
  return (
    <p className="orders small">
      <Icon name="shield" /> {t("summary.orders.text")}{" "}
      {found.map(({ id }) => (
        <MessageLink key={id} id={id} onShow={show} />
      ))}
    </p>
  )
}

function NowTag() {
  const panel = usePanelContext()
  const tag = nowTag(panel, Date.now())
  if (!tag) return null
  return (
    <span className={`tag ${tag.tone}`} title={tag.text}>
      <Icon name={tag.icon} />
      <span className="cut">{tag.text}</span>
    </span>
  )
}

/** The one thing that is said beside the question: what presses most. Nothing is said of a calm ticket. */
export function nowTag(
  { state, ticket }: Pick<PanelContextValue, "state" | "ticket">,
  now: number
): { icon: IconName; tone: "" | "doubt"; text: string } | undefined {
  const { lines = [], about } = state.summary ?? {}
  const promise = lines.findLast(({ kind, who, until }) => kind === "promised" && who !== "customer" && until)
  if (promise?.until) return { icon: "clock", tone: "doubt", text: t("now.promised", { until: promise.until }) }
  if (about?.urgent && about.escalate?.reason !== "danger")
    return { icon: "clock", tone: "doubt", text: t("now.urgent", about.urgent) }
  if (lines.some(({ kind, text }) => kind === "mood" && text === "angry"))
    return { icon: "alert", tone: "doubt", text: t("mood.angry") }
  const since = waitingSince(ticket)
  if (since !== undefined && now - Date.parse(since) > DAY)
    return { icon: "clock", tone: "", text: t("now.waiting", { day: shortDay(since) }) }
  const { language } = ticket
  if (language && !language.startsWith(languageCode()))
    return { icon: "languages", tone: "", text: languageName(language) }
  return undefined
}

/** When the customer wrote the first message that nobody has answered. */
function waitingSince({ messages }: PanelTicket): string | undefined {
  const answered = messages.findLastIndex(({ role }) => role === "agent")
  return messages.slice(answered + 1).find(({ role }) => role === "customer")?.at
}

const DAY = 24 * 60 * 60 * 1000
