import { expect, test } from "vitest"
import type { PanelCommand } from "../../../src/protocol/panel.ts"
import type { OffSwitch } from "../../../src/ticket/off-switch/off-switch.ts"
import { soon } from "../../soon.ts"
import { sampleTicket } from "../help/page-double.ts"
import { KEY, ORIGIN, world, type World } from "../help/world.ts"

/** What left the browser about a ticket, as the relay's socket saw it. */
const sent = ({ relay }: World) =>
  relay.seen.calls.filter((call) => /^(?:POST|PUT|DELETE)/.test(call) && !/pair$/.test(call))

/** Each way to switch something off, in force before the ticket is opened. */
const WAYS: Record<string, (all: World, one: OffSwitch) => void> = {
  policy: ({ browser }, { off, when }) => {
    browser.policy.set = { offSwitches: [`${off} when ${when}`] }
  },
  team: ({ relay }, one) => {
    relay.relay.offSwitches = { version: 1, switches: [one] }
  }
}

async function opened(by: string, one: OffSwitch) {
  const all = await world()
  WAYS[by]?.(all, one)
  all.page.ticket = sampleTicket({ tags: ["VIP"], fields: { Country: "CH", Queue: "Second  level" } })
  await all.pair()
  all.openTab(10)
  const panel = all.openPanel()
  await all.opened()
  return { all, panel }
}

const COMMANDS: PanelCommand[] = [
  { kind: "panel-regenerate", key: KEY },
  { kind: "panel-search", key: KEY, words: "parcel" },
  { kind: "panel-ask", key: KEY, question: "Where is it?" },
  { kind: "panel-replies", key: KEY },
  { kind: "panel-look-up", key: KEY }
]

const CONDITIONS = [
  "tag is vip",
  "field Country is ch",
  "group is Second level",
  "person is Tom",
  `site is ${ORIGIN}`,
  "always",
  "tag is vip and field Country is CH"
]

test.each(Object.keys(WAYS).flatMap((by) => CONDITIONS.map((when) => [by, when] as const)))(
  "reading is off by the %s when %s: the panel says so, nothing leaves the browser, and nothing is stored",
  async (by, when) => {
    const { all, panel } = await opened(by, { off: "reading", when })
    expect(await panel.notice("switched-off")).toEqual({ code: "switched-off", data: { by, when } })
    for (const command of COMMANDS) expect(await all.ask(command), command.kind).toMatchObject({ code: "switched-off" })
    all.page.add({ text: "Are you there?" })
    await all.opened()
    await all.tell({ kind: "reply-paused", ticketId: "1001" })
    expect(sent(all)).toEqual([])
    expect((await (await all.store()).tickets.get(KEY))?.subject ?? "").toBe("")
    const isDecidedUnread = /^(?:person|site|always)/.test(when)
    expect(all.page.asked.includes("ticket-read")).toBe(!isDecidedUnread)
  }
)

test.each(Object.keys(WAYS))("prepared drafts are off by the %s: none is made until the agent asks", async (by) => {
  const { all, panel } = await opened(by, { off: "preparing", when: "tag is vip" })
  await panel.until((state) => state.preparing?.off === "rule")
  expect(sent(all)).toEqual([])
  await all.ask({ kind: "panel-regenerate", key: KEY })
  await panel.draft("ready")
  expect(all.relay.seen.drafts).toHaveLength(1)
})

test.each(Object.keys(WAYS))(
  "models are off by the %s: each request forbids the relay to ask one, also after the worker died",
  async (by) => {
    const { all, panel } = await opened(by, { off: "model", when: "field Country is CH" })
    await panel.draft("ready")
    expect(await panel.notice("model-off")).toEqual({ code: "model-off", data: { by, when: "field Country is CH" } })
    all.relay.relay.model = "m"
    all.revive()
    await all.ask({ kind: "panel-refresh" })
    await all.ask({ kind: "panel-rewrite", key: KEY, text: "Hello.", change: "shorter" })
    await all.ask({ kind: "panel-ask", key: KEY, question: "Where is it?" })
    expect(sent(all)).toEqual(expect.arrayContaining(["POST /v1/drafts", "POST /v1/rewrite", "POST /v1/knowledge/ask"]))
    const reports = /outcomes|feedback/
    expect(all.relay.seen.withoutModel).toEqual(sent(all).filter((call) => !reports.test(call)))
  }
)

test("without a rule that fits nothing is off, and the ticket is read once", async () => {
  const { all, panel } = await opened("team", { off: "reading", when: "person is Somebody else" })
  await panel.draft("ready")
  expect(all.relay.seen.withoutModel).toEqual([])
  expect(all.page.asked.filter((kind) => kind === "ticket-read")).toHaveLength(1)
})

test("a page that can't be read decides nothing, so nothing is sent", async () => {
  const all = await world()
  all.browser.policy.set = { offSwitches: ["model when tag is vip"] }
  all.page.problem = { "ticket-read": { code: "unreadable" } }
  await all.pair()
  all.openTab(10)
  await all.opened()
  await all.ask({ kind: "panel-rewrite", key: KEY, text: "Hello.", change: "shorter" })
  expect(sent(all)).toEqual([])
})

test("an admin's change reaches a browser with the relay's next answer", async () => {
  const { all, panel } = await opened("team", { off: "reading", when: "tag is other" })
  await panel.draft("ready")
  all.relay.relay.offSwitches = { version: 2, switches: [{ off: "reading", when: "tag is vip" }] }
  await all.ask({ kind: "panel-search", key: KEY, words: "parcel" })
  await soon(async () => {
    expect(await all.ask({ kind: "panel-search", key: KEY, words: "parcel" })).toMatchObject({ code: "switched-off" })
  })
  await panel.notice("switched-off")
})
