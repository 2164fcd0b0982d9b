import type { PanelState, PanelTicket } from "../../../protocol/panel.ts"
import type { SummaryLine } from "../../../ticket/draft.ts"

/** What is shown where nothing was read from the thread. */
export const NO_SUMMARY = { writing: "summary.writing", ready: "summary.none", failed: "summary.failed" } as const

/** What the customer asks now: the newest question first, then what else is wanted, in the customer's words. */
export interface NewestAsk {
  /** The message in which it was asked, if it is in the thread. */
  message: PanelTicket["messages"][number] | undefined
  /** Never empty. */
  texts: string[]
}

/** Returns undefined if nothing that the customer asks was read from the thread. */
export function newestAsk(summary: PanelState["summary"], { messages }: PanelTicket): NewestAsk | undefined {
  const messageOf = (line: SummaryLine) => messages.find(({ id }) => id === line.messageId)
  const asked = (summary?.lines ?? []).filter(
    (line) => (line.kind === "wants" || line.kind === "open") && line.text !== "" && messageOf(line)?.role !== "agent"
  )
  const newest = Math.max(0, ...asked.map((line) => messageOf(line)?.n ?? 0))
  const isNewest = (line: SummaryLine) => (messageOf(line)?.n ?? 0) === newest
  const inOrder = [
    ...asked.filter((line) => isNewest(line) && isQuestion(line)),
    ...asked.filter((line) => isNewest(line) && !isQuestion(line)),
    ...asked.filter((line) => !isNewest(line))
  ]
  const [first] = inOrder
  if (!first) return undefined
  return { message: messageOf(first), texts: [...new Set(inOrder.map(({ text }) => text))] }
}

const isQuestion = ({ text }: SummaryLine) => /[?？؟]\s*$/u.test(text)
