import { keepPreviousData, useQuery } from "@tanstack/react-query"
import { useDeferredValue, useReducer } from "react"
import { isWriting } from "./disabled-reasons.ts"
import type { TicketOnScreen } from "./use-ticket-on-screen.ts"
import type { PanelDraft } from "../../../protocol/panel.ts"
import type { TicketAbout } from "../../../ticket/ticket-about.ts"
import { escalationOf, kindName } from "./hand-over.ts"
import type { LetterDeed } from "../../../ticket/letter-deed.ts"
import { shortened } from "../../kit/shortened.ts"
import { t } from "../../messages/t.ts"

/** "Before you send", with what the agent has ticked. */
export interface ToDoState {
  all: (ToDo & { isDone: boolean })[]
  open: ToDo[]
  tick(id: string): void
}

/**
 * The ticks are stored with the ticket. Until that is done, and with a draft that is written meanwhile, those of this
 * panel count.
 * @param words what is typed and ticked, by ticket and field
 */
export function useToDo(ticketOnScreen: TicketOnScreen, words: Map<string, string>): ToDoState {
  const { ticket, draft, draftText, link, quiet, showNotice } = ticketOnScreen
  const text = useDeferredValue(draftText.letter.text)
  const draftId = draft?.id ?? ""
  const { data = [] } = useQuery({
    queryKey: ["deeds", ticket.key, draftId, text],
    enabled: draft !== undefined && !isWriting(draft) && text.trim() !== "",
    placeholderData: keepPreviousData,
    staleTime: Infinity,
    queryFn: async () => {
      const answer = await link.send({ kind: "panel-deeds", key: ticket.key, draftId, text })
      return answer.ok ? (answer.deeds ?? []) : []
    }
  })
  const [, draw] = useReducer((n: number) => n + 1, 0)
  const field = `${ticket.key}\nto-do`
  const now = words.get(field)
  const ticked = new Set(now === undefined ? ticket.ticked : now.split("\n"))
  const all = toDoList(ticketOnScreen, data).map((one) => ({ ...one, isDone: ticked.has(one.id) }))
  return {
    all,
    open: all.filter(({ isDone }) => !isDone),
    tick: (id) => {
      quiet()
      const next = [...ticked.symmetricDifference(new Set([id]))].filter(Boolean)
      words.set(field, next.join("\n"))
      draw()
      void link.send({ kind: "panel-tick", key: ticket.key, ticked: next }).then((answer) => {
        if (!answer.ok) showNotice(answer)
      })
    }
  }
}

/** The id of a line's tick. */
export const toDoId = (n: number) => `todo-${n}`

/** One line of "Before you send": what to do, and why. */
export interface ToDo {
  /** The same as long as it is about the same. */
  id: string
  what: string
  why: string
  kind: "hand-over" | "deed" | "step" | "promise"
  /** Where in the letter it is said, if the letter says it. */
  place?: { start: number; end: number }
}

/**
 * What is to do before the letter is sent: who else must see the ticket, what the letter says was done or is attached,
 * the step of the team's playbook, and what the team promised. Nothing is done by itself, and nothing of it holds
 * Insert.
 */
export function toDoList(
  { state, ticket, draft, draftText }: Pick<TicketOnScreen, "state" | "ticket" | "draft" | "draftText">,
  deeds: readonly LetterDeed[]
): ToDo[] {
  if (!draft || isWriting(draft) || draft.settled) return []
  const { lines = [], earlier } = state.summary ?? {}
  const escalate = escalationOf(state)
  const playbook = draft.answer?.playbook
  const messageOf = (id: string | undefined) => ticket.messages.find((one) => one.id === id)
  const handOver: ToDo[] =
    escalate && escalate.reason !== "mood"
      ? [
          {
            kind: "hand-over",
            id: `escalate ${escalate.group ?? ""}`,
            what: escalate.group === undefined ? t("todo.lead") : t("todo.group", { group: escalate.group }),
            why: handOverReason(escalate, draft)
          }
        ]
      : []
  const step: ToDo[] =
    playbook?.do === undefined
      ? []
      : [
          {
            kind: "step",
            id: `step ${playbook.step.name}`,
            what: playbook.do,
            why: t("todo.playbook", { title: playbook.title })
          }
        ]
  const promises: ToDo[] = [
    ...lines.flatMap(({ kind, who, text, until, messageId }) => {
      if (kind !== "promised" || who === "customer" || until === undefined) return []
      const why = t("todo.promised", { n: messageOf(messageId)?.n ?? 0, until })
      return [
        {
          kind: "promise" as const,
          id: `promise ${text}`,
          what: t("todo.promise", { text: shortened(text, MAX_QUOTED) }),
          why
        }
      ]
    }),
    ...(earlier?.promises ?? []).map(({ text, ticketId }) => ({
      kind: "promise" as const,
      id: `promise ${ticketId} ${text}`,
      what: t("todo.promise", { text: shortened(text, MAX_QUOTED) }),
      why: t("todo.promised.earlier", { ticket: ticketId })
    }))
  ]
  return [...handOver, ...deedsIn(draftText.letter.text, deeds), ...step, ...promises]
}

function handOverReason({ reason, because }: NonNullable<TicketAbout["escalate"]>, { danger }: PanelDraft): string {
  if (reason === "playbook") return because
  if (reason === "danger" && danger) return t("danger.note", { kind: kindName(danger.kind), because })
  return t("now.because", { because })
}

/** Without those whose sentence the agent has changed since. */
function deedsIn(letter: string, deeds: readonly LetterDeed[]): ToDo[] {
  return deeds
    .filter(({ start, end, text }) => letter.slice(start, end) === text)
    .map(({ kind, start, end, text }) => ({
      kind: "deed",
      id: `${kind} ${text}`,
      what: kind === "file" ? t("todo.file") : t("quoted", { text: shortened(text, MAX_QUOTED) }),
      why: kind === "file" ? t("quoted", { text: shortened(text, MAX_QUOTED) }) : t("todo.done"),
      place: { start, end }
    }))
}

/** In characters: a line has room for two rows. */
const MAX_QUOTED = 90
