import { useEffect, useRef, useState } from "react"
import { Button } from "../../kit/button.tsx"
import { Icon } from "../../kit/icon.tsx"
import { t } from "../../messages/t.ts"
import { shortcutProps } from "../../kit/key-list.tsx"
import { dangerOf } from "../state/hand-over.ts"
import { bindings } from "../state/bindings.ts"
import { isUnreadHelpdesk } from "../../../ticket/page-recipe.ts"
import { TakeSelection } from "../card-kit/take-selection.tsx"
import { ShowPlaces } from "../picking/show-places.tsx"
import { nextMessage } from "../state/use-chat-messages.ts"
import { isBroken, isWriting } from "../state/disabled-reasons.ts"
import { barMessageOf } from "./choose-bar-message.ts"
import { usePanelContext, type PanelContextValue } from "../state/use-panel.ts"

/**
 * The bar is the only place of the panel that shows notices. It also holds three buttons, and each of them always keeps
 * its slot.
 */
export function Bar() {
  const panel = usePanelContext()
  const { draft, disabledReasons, showNotice, view } = panel
  const urgent = isUrgent(panel)
  const isDanger = dangerOf(panel.state) !== undefined
  const copies = draft?.insert === "unproven"
  const refused = (why: string) => showNotice({ why })
  const message = panel.messages && nextMessage(panel.messages)
  // The message's number takes the room of the printed key, and a name has to hold all that is printed.
  const withoutHint = message ? { hint: undefined } : {}
  return (
    <section className="bar" aria-label={t("actions")}>
      <Say />
      {view === "seat" ? (
        <div className="acts">
          <Button
            icon="insert"
            once
            {...shortcutProps(bindings.insert)}
            {...withoutHint}
            disabledReason={disabledReasons.insert}
            onRefused={() => panel.insert()}
            onPress={() => panel.insert()}
            {...(urgent || copies || isDanger ? {} : { variant: "main" as const })}
          >
            {draft?.insertWaits ? t("act.insert.now") : message ? t("act.insert.message", message) : t("act.insert")}
          </Button>
          <Button
            {...(panel.reject.open ? {} : shortcutProps(bindings.copy))}
            {...withoutHint}
            label={message && t("act.copy.message", message)}
            disabledReason={disabledReasons.copy}
            onRefused={refused}
            onPress={() => panel.copy()}
            {...(copies && !urgent ? { variant: "main" as const } : {})}
          >
            {t("act.copy")}
          </Button>
          <LastSlot />
        </div>
      ) : null}
    </section>
  )
}

/** Stop while a draft is written, and else Change or, where there is nothing to change, Regenerate. */
function LastSlot() {
  const panel = usePanelContext()
  const { draft, disabledReasons, showNotice } = panel
  const slot = useSlot(isWriting(draft))
  const refused = (why: string) => showNotice({ why })
  if (slot !== "free")
    return (
      <Button
        className={`slot ${slot}`}
        icon="stop"
        {...shortcutProps(bindings.escape)}
        disabledReason={slot === "wakes" ? t("off.stop") : undefined}
        onPress={panel.stop}
      >
        {t("act.stop")}
      </Button>
    )
  if (isUrgent(panel) || !draft)
    return (
      <Button
        className="slot"
        {...shortcutProps(bindings.regenerate)}
        disabledReason={disabledReasons.regenerate}
        onRefused={refused}
        onPress={() => void panel.regenerate()}
        variant="main"
      >
        {t("act.regenerate")}
      </Button>
    )
  return (
    <Button
      className="slot"
      {...shortcutProps(bindings.ask)}
      disabledReason={dangerOf(panel.state) ? t("off.danger") : undefined}
      onRefused={refused}
      onPress={() => panel.toField("ask")}
    >
      {t("act.change")}
    </Button>
  )
}

/** Another draft is what the agent needs first. */
const isUrgent = ({ draft, state }: PanelContextValue) => draft?.stale !== undefined || isBroken(state)

function Say() {
  const panel = usePanelContext()
  const { openPoints, toDo, view } = panel
  const points = openPoints.length + toDo.open.length
  const words = barMessageOf(panel, useNow(panel.draft?.stale !== undefined), useStill())
  const content = (
    <>
      {words.icon ? <Icon name={words.icon} /> : null}
      <div className="grow">
        {words.what ? <b>{words.what}</b> : null} {words.then}
      </div>
    </>
  )
  const isLongNotice = words.tone !== "plain" && words.icon !== "hold" && words.icon !== "danger"
  return (
    <div className={`say ${words.tone}${isLongNotice ? " two" : ""}`}>
      {/* Both live regions are rendered from the start, because a region that is added together with its text isn't
          read out. */}
      <div role="status" className="grow live">
        {words.alert ? null : content}
      </div>
      <div role="alert" className="grow live">
        {words.alert ? content : null}
      </div>
      {/* What Next leads to is the agent's to review, and nothing for IT. */}
      {words.tone === "wrong" && !words.next ? <ErrorDetails key={words.what} /> : null}
      <NoticeButtons />
      {words.next && view === "seat" && points > 0 ? (
        <Button variant="bare" small {...shortcutProps(bindings.next)} onPress={() => panel.next()}>
          {points === 1 ? t("line.go") : t("act.next")}
        </Button>
      ) : null}
    </div>
  )
}

/** What can be done about the notice, or about why there is no draft. */
function NoticeButtons() {
  const { state, notice, draft, link, insert } = usePanelContext()
  const { ticket } = state
  const code = notice && "code" in notice ? notice.code : ""
  const isUnfit = code === "page-changed" || code === "page-unfit"
  const of = ticket && { ticket: ticket.key }
  const canShowPlaces = ticket !== undefined && isUnreadHelpdesk(ticket.helpdesk) && (isUnfit || UNREAD.includes(code))
  const off = state.preparing?.off
  const isPaused = !notice && !draft && (off === "unused" || off === "choice")
  return (
    <>
      {isPaused ? (
        <Button small onPress={() => void link.send({ kind: "popup-prepare", on: true })}>
          {t("preparing.again")}
        </Button>
      ) : null}
      {of && (isUnfit || canShowPlaces) ? <TakeSelection small link={link} of={of} label={t("selection.use")} /> : null}
      {of && canShowPlaces ? <ShowPlaces small link={link} of={of} label={t("pick")} /> : null}
      {code === "already-inserted" ? (
        <Button small once onPress={() => insert("below")}>
          {t("act.below")}
        </Button>
      ) : null}
    </>
  )
}

/** Notices that say that nothing of the ticket was read. */
const UNREAD: readonly string[] = ["unreadable", "token-wanted", "several"]

/** Returns the number of sentences so far. It is updated every ten seconds while a draft takes long. */
function useStill(): number | undefined {
  const { draft } = usePanelContext()
  const writing = draft?.state === "writing"
  const count = useRef(0)
  count.current = draft?.claims.length ?? 0
  const [told, setTold] = useState<number>()
  useEffect(() => {
    setTold(undefined)
    if (!writing) return
    const timer = setInterval(() => setTold(count.current), 10_000)
    return () => clearInterval(timer)
  }, [writing])
  return told
}

/** Returns the current time. It is updated every minute while a text says how long ago something was. */
function useNow(needed: boolean): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    if (!needed) return
    setNow(Date.now())
    const timer = setInterval(() => setNow(Date.now()), 60_000)
    return () => clearInterval(timer)
  }, [needed])
  return now
}

/** Shows, below an error, what is needed to find it in the relay's log. It shows nothing of the ticket. */
function ErrorDetails() {
  const panel = usePanelContext()
  const [copied, setCopied] = useState(false)
  const copy = () =>
    void panel.link.copy(detailsOf(panel)).then(
      () => setCopied(true),
      () => panel.showNotice({ code: "copy-failed" })
    )
  return (
    <>
      <Button variant="link" small onPress={copy}>
        {t("act.details")}
      </Button>
      <span role="status" className="small muted">
        {copied ? t("act.details.done") : ""}
      </span>
    </>
  )
}

/**
 * Returns the code, the time, the ids of the request and the draft (the relay's log names them) and the versions. The
 * field names are those of the log, so they aren't translated.
 */
function detailsOf({ notice, draft, ticket, link, state }: PanelContextValue): string {
  const code = notice && "code" in notice ? notice.code : "draft-failed"
  const request = notice && "code" in notice ? notice.data?.["request"] : undefined
  const at = isBroken(state) && draft?.savedAt ? draft.savedAt : ""
  return [
    `code: ${code}`,
    at && `at: ${at}`,
    request && `request: ${request}`,
    draft && `draft: ${draft.id}`,
    draft?.model && `model: ${draft.model}`,
    `helpdesk: ${ticket.helpdesk}`,
    state.masking && `masking: ${state.masking.mode}`,
    `relay: ${[state.relay.version, state.relay.address, state.relay.state].filter(Boolean).join(", ")}`,
    `extension: ${link.version()}`
  ]
    .filter(Boolean)
    .join("\n")
}

/**
 * Returns whether Stop is in the slot that it shares with Change or Regenerate, so that a press never does the opposite
 * of what was meant. "wakes" is a Stop that has just appeared, perhaps because a draft began by itself. A press on it
 * was meant for what stood there, and does nothing. "stop" stays for one second after the last word, so that a late
 * press on it doesn't start a draft.
 */
function useSlot(writing: boolean): "free" | "wakes" | "stop" {
  const [slot, setSlot] = useState<"free" | "wakes" | "stop">(writing ? "stop" : "free")
  // This is set while rendering, not in an effect. Otherwise a draft that ends at once would show the other button for a
  // moment between two Stops.
  if (writing && slot === "free") setSlot("wakes")
  useEffect(() => {
    if (slot !== "wakes") return
    const timer = setTimeout(() => setSlot((now) => (now === "wakes" ? "stop" : now)), WAKES_MS)
    return () => clearTimeout(timer)
  }, [slot])
  const stands = slot !== "free"
  useEffect(() => {
    if (writing || !stands) return
    const timer = setTimeout(() => setSlot("free"), LINGERS_MS)
    return () => clearTimeout(timer)
  }, [writing, stands])
  return slot
}

/**
 * Milliseconds: the time between deciding to press and pressing, and the time in which a double click presses again.
 */
const WAKES_MS = 300
const LINGERS_MS = 1000
