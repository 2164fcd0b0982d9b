import fc from "fast-check"
import { expect, test } from "vitest"
import { pageDouble, sampleTicket, type PageDouble } from "../help/page-double.ts"
import { ORIGIN, world } from "../help/world.ts"
import type { Ticket } from "../../../src/ticket/ticket.ts"

/** Each has a relay, a store and workers of its own. */
const RUNS = process.env["REPLYWRIGHT_SOAK"] ? 200 : 8
const SEED = Number(process.env["SEQUENCE_SEED"] ?? (process.env["REPLYWRIGHT_SOAK"] ? Date.now() % 2 ** 31 : 20261125))
const TICKETS = ["1001", "1002"] as const
const TABS = [10, 20, 30]

const tab = fc.constantFrom(...TABS)
const ticket = fc.constantFrom(...TICKETS)
const step = fc.record({
  afterMs: fc.nat(25),
  what: fc.oneof(
    { weight: 4, arbitrary: fc.record({ do: fc.constant("front" as const), tab }) },
    { weight: 3, arbitrary: fc.record({ do: fc.constant("go" as const), tab, ticket }) },
    {
      weight: 2,
      arbitrary: fc.record({ do: fc.constant("say" as const), ticket, times: fc.integer({ min: 1, max: 3 }) })
    },
    { weight: 6, arbitrary: fc.record({ do: fc.constant("insert" as const) }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constant("regenerate" as const) }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constant("kill" as const) }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant("close" as const), tab }) }
  )
})
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

test(`${RUNS} random sequences of tabs, tickets, messages and dead workers: each draft only to the page of its ticket, on the message that it was made for, once`, {
  timeout: RUNS * 20_000
}, async () => {
  let landed = 0
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 25, size: "max" }), async (steps) => {
      const { faults, inserted } = await play(steps)
      expect(faults).toEqual([])
      landed += inserted
    }),
    // A run depends on the machine's moments too, so that a shorter one may not fail.
    { seed: SEED, numRuns: RUNS, endOnFailure: true }
  )
  expect(landed).toBeGreaterThan(0)
})

async function play(steps: Step[]): Promise<{ faults: string[]; inserted: number }> {
  const all = await world(30_000)
  await all.pair()
  const faults: string[] = []
  const inserted: string[] = []
  const tickets = new Map<string, Ticket>(
    TICKETS.map((ticketId) => [ticketId, sampleTicket({ ticketId, subject: `Parcel ${ticketId}` })])
  )
  const pages = new Map<number, PageDouble>()
  const panel = all.openPanel(1)
  const own = (id: string) => tickets.get(id) ?? sampleTicket()

  const open = async (tabId: number, ticketId: string, active: boolean) => {
    const page = pageDouble(own(ticketId))
    pages.set(tabId, page)
    all.browser.tabs.set(tabId, {
      windowId: 1,
      url: `${ORIGIN}/tickets/${ticketId}`,
      answer: (message) => heard(page, ticketId, message)
    })
    if (active) all.browser.front.set(1, tabId)
    await Promise.race([all.tell({ kind: "ticket-opened", helpdesk: "sample", ticketId }, tabId, active), moment(20)])
  }

  /** What a page is asked, and whether it should have been. */
  async function heard(page: PageDouble, ticketId: string, message: unknown): Promise<unknown> {
    const answer = await page.answer(message)
    const asked = message as { kind: string; text?: string; version?: string }
    const { ok } = answer as { ok: boolean }
    if (asked.kind !== "draft-insert" || !ok) return answer
    const [, of, draftId] = /^For (\d+) by ([\w-]+)\.$/.exec(asked.text ?? "") ?? []
    const body = all.relay.seen.drafts.find(({ id }) => id === draftId)?.body ?? ""
    const madeOn = own(ticketId).messages.findLast(
      ({ id, visibility }) => visibility === "public" && body.includes(`Saying ${id}.`)
    )
    if (of !== ticketId) faults.push(`${asked.text} went to ${ticketId}`)
    if ((madeOn?.id ?? "m1") !== asked.version)
      faults.push(`${asked.text} was made on ${madeOn?.id}, and went in as on ${asked.version}`)
    if (page.editor.split(asked.text ?? "").length > 2) faults.push(`${asked.text} stands there twice`)
    inserted.push(asked.text ?? "")
    return answer
  }

  async function perform({ what }: Step): Promise<void> {
    const state = panel.states.at(-1)
    const key = state?.ticket?.key
    switch (what.do) {
      case "front": {
        all.browser.front.set(1, what.tab)
        all.worker.fire("activated", what.tab, 1)
        return
      }
      case "go":
        return open(what.tab, what.ticket, all.browser.front.get(1) === what.tab)
      case "say": {
        for (let n = 0; n < what.times; n++) {
          const now = own(what.ticket)
          const id = `m${now.messages.length + 1}`
          const [first] = now.messages
          if (first)
            tickets.set(what.ticket, { ...now, messages: [...now.messages, { ...first, id, text: `Saying ${id}.` }] })
        }
        for (const page of pages.values()) if (page.ticket.ticketId === what.ticket) page.ticket = own(what.ticket)
        return
      }
      case "insert": {
        const draft = state?.draft
        if (!key || !draft) return
        const text = `For ${state.ticket?.ticketId} by ${draft.id}.`
        return race(all.ask({ kind: "panel-insert", key, draftId: draft.id, text, anyway: true }))
      }
      case "regenerate":
        return key ? race(all.ask({ kind: "panel-regenerate", key })) : undefined
      case "kill":
        return all.revive()
      case "close":
        all.browser.tabs.delete(what.tab)
        pages.delete(what.tab)
        all.worker.fire("removed", what.tab)
    }
  }

  for (const [n, tabId] of TABS.entries()) await open(tabId, TICKETS[n % 2] ?? "1001", n === 0)
  await panel.draft("ready")
  for (const each of steps) {
    await moment(each.afterMs)
    await perform(each)
  }
  await moment(100)
  all.kill()
  return { faults, inserted: inserted.length }
}

/** An answer may never come from a worker that dies; the agent goes on meanwhile anyway. */
const race = (answer: Promise<unknown>) => Promise.race([answer, moment(15)]).then(() => undefined)
const moment = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
