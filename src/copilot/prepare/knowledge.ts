import { restore } from "../../masking/restore.ts"
import type { MaskTable } from "../../masking/basis/table.ts"
import type { RelayBody } from "../../protocol/leaving.ts"
import type { CommandAnswer } from "../../protocol/panel.ts"
import type { Store } from "../../store/store.ts"
import type { Ticket } from "../../ticket/ticket.ts"
import { cutTo, NOTHING, repliesBody, searchBody } from "../relay-client/door.ts"
import { keepTicket } from "../draft/keep.ts"
import { noticeOf } from "../ticket/notices.ts"
import { PageError } from "../ticket/page-door.ts"
import { iso } from "../relay-client/parts.ts"
import { emptyRecord, refreshed, unfitness, withAgent } from "./prepare.ts"
import { inLine, knownOf, type Desk, type Work } from "../ticket/work.ts"

/**
 * The agent's own words, over all of the team's knowledge: they leave masked by the ticket's own table, as all that is
 * said about it.
 */
export function search(desk: Desk, work: Work, store: Store, words: string): Promise<CommandAnswer> {
  return asking(desk, async (signal) => {
    const typed = words.trim().slice(0, MOST_CHARACTERS)
    if (typed === "") return { ok: false, code: "search-empty" }
    const { query, body } = await inLine(work, async () => {
      const before = work.table ?? (await maskedTicket(desk, work, store, signal)).table
      const {
        masked: [said = NOTHING],
        table
      } = await desk.door.texts([typed], knownOf(work), before, work.told, signal)
      const query = cutTo(said, MOST_CHARACTERS)
      const language = work.record?.language
      return {
        query,
        body: await kept(
          desk,
          work,
          store,
          table,
          "/v1/knowledge/search",
          searchBody({ query, helpdesk: work.ticket.helpdesk, ...(language ? { locale: language } : {}) })
        )
      }
    })
    const found = await desk.account.relay.knowledge.search(body, signal)
    return { ok: true, search: { ...found, ...(query === typed ? {} : { sentAs: query }) } }
  })
}

/** Solved tickets like this one, and the team's macros for its thread: one request serves both. */
export function replies(desk: Desk, work: Work, store: Store): Promise<CommandAnswer> {
  return asking(desk, async (signal) => {
    const { unfit, body } = await inLine(work, async () => {
      const { masked, table, unfit } = await maskedTicket(desk, work, store, signal)
      return unfit
        ? { unfit }
        : {
            body: await kept(
              desk,
              work,
              store,
              table,
              "/v1/knowledge/replies",
              repliesBody({ ticket: { ...masked, site: await desk.account.rules.siteOf(work.ticket.site) } })
            )
          }
    })
    if (unfit) return { ok: false, ...unfit }
    const { tickets, macros } = await desk.account.relay.knowledge.replies(body, signal)
    // A macro may name the customer; a solved ticket holds nobody's values.
    const table = work.table ?? { entries: [] }
    return {
      ok: true,
      replies: { tickets, macros: macros.map((macro) => ({ ...macro, text: restore(macro.text, table).text })) }
    }
  })
}

/** The ticket as it was last seen, else as it is read now. @throws PageError */
async function maskedTicket(desk: Desk, work: Work, store: Store, signal: AbortSignal) {
  const ticket = await seenOrRead(desk, work, store, signal)
  const masked = await desk.door.ticket(
    withAgent(ticket, desk.account.state.person?.name),
    work.table,
    work.told,
    signal
  )
  return { ...masked, unfit: unfitness(ticket) }
}

async function seenOrRead(desk: Desk, work: Work, store: Store, signal: AbortSignal): Promise<Ticket> {
  if (work.seen && work.seen.version === work.record?.version) return work.seen.ticket
  const tab = await desk.tabs.byKey(work.key)
  if (!tab) throw new PageError({ ok: false, code: "no-ticket" })
  const ticket = await desk.page.readTicket(tab.tabId, work.ticket.ticketId, signal)
  if (!work.record) {
    work.record = refreshed(emptyRecord(desk, work), ticket)
    await keepTicket(work, store)
  }
  return ticket
}

/** Table and body are kept before the body leaves: "What the model saw" shows both. */
async function kept(
  desk: Desk,
  work: Work,
  store: Store,
  table: MaskTable,
  path: string,
  body: RelayBody
): Promise<RelayBody> {
  await store.tables.put(work.key, table)
  work.table = table
  await store.requests.put({ id: crypto.randomUUID(), key: work.key, at: iso(desk.clock), path, body })
  return body
}

/** Changes nothing on the ticket: what the bar says still holds, and what went wrong is for the card to say. */
async function asking(desk: Desk, ask: (signal: AbortSignal) => Promise<CommandAnswer>): Promise<CommandAnswer> {
  try {
    return await ask(AbortSignal.timeout(ASK_MS))
  } catch (error) {
    await desk.trouble(error)
    return { ok: false, ...noticeOf(error) }
  }
}

/** Milliseconds, masking and waiting for a draft to begin included. */
const ASK_MS = 30_000
/** As many as a request takes. */
const MOST_CHARACTERS = 20_000
