import { describe, expect, test } from "vitest"
import { soon } from "../../soon.ts"
import { KEY, openWorld } from "../help/world.ts"
import { pageDouble, sampleTicket } from "../help/page-double.ts"
import { quiet, reply, seen, told, type Open } from "../help/replies-world.ts"

const HOUR = 3_600_000

/** A day goes by without the reply, in which the worker dies; `off` is how far the clock is set meanwhile. */
async function unseen(all: Open, off: number) {
  const { id, text } = await seen(all)
  await all.ask({ kind: "panel-insert", key: KEY, draftId: id, text, anyway: true })
  await soon(() => expect(all.browser.alarms.get("outbox")).toBeGreaterThan(1400))
  all.clock.shift += 22 * HOUR + off
  all.worker.fire("alarm", "outbox")
  await quiet(all)
  expect(all.relay.seen.outcomes).toEqual([])
  all.clock.shift += 3 * HOUR
  all.revive()
  all.worker.fire("alarm", "outbox")
  const [outcome] = await told(all)
  expect(outcome).toMatchObject({ kind: "inserted", revision: 1, sent: null, editDistance: null, draftId: id })
  expect(outcome?.messageId).toBeUndefined()
  return { outcomeId: outcome?.outcomeId, text }
}

test.each([
  ["right", 0],
  ["an hour slow", -HOUR / 2],
  ["an hour fast", HOUR]
])(
  "a used draft that nobody saw sent within a day is told so, and anew when it was sent after all (clock %s)",
  async (_name, off) => {
    const all = await openWorld()
    const { outcomeId, text } = await unseen(all, off)
    await quiet(all)
    expect(all.relay.seen.calls.filter((call) => call === "POST /v1/outcomes")).toHaveLength(1)
    await reply(all, text)
    await soon(() => expect(all.relay.seen.outcomes[0]?.revision).toBe(2))
    expect(all.relay.seen.outcomes).toEqual([
      expect.objectContaining({
        outcomeId,
        kind: "inserted",
        sent: expect.stringContaining("Parcels arrive"),
        editDistance: 0,
        messageId: "m3"
      })
    ])
  }
)

test("“Not useful” that was told after a day and is then taken back is told anew, as ignored", async () => {
  const all = await openWorld()
  const { id } = await seen(all)
  await all.ask({ kind: "panel-reject", key: KEY, draftId: id, reasons: ["source"], note: "" })
  all.clock.shift += 25 * HOUR
  all.worker.fire("alarm", "outbox")
  expect((await told(all))[0]).toMatchObject({ kind: "rejected", revision: 1, sent: null, reasons: ["source"] })
  await all.ask({ kind: "panel-unreject", key: KEY, draftId: id })
  await soon(() => expect(all.relay.seen.outcomes[0]).toMatchObject({ kind: "ignored", revision: 2, sent: null }))
  await reply(all, "Written by hand.")
  await soon(() =>
    expect(all.relay.seen.outcomes[0]).toMatchObject({ kind: "ignored", revision: 3, sent: "Written by hand." })
  )
  expect(all.relay.seen.outcomes).toHaveLength(1)
})

test("a reply of 150,000 characters is cut, and says so", async () => {
  const all = await openWorld()
  const { id, text } = await seen(all)
  await all.ask({ kind: "panel-insert", key: KEY, draftId: id, text, anyway: true })
  await reply(all, `${text}\n${"and so on ".repeat(15_000)}`)
  const [outcome] = await told(all)
  expect(outcome).toMatchObject({ kind: "inserted", cut: true })
  expect(outcome?.sent?.length).toBeGreaterThan(99_000)
})

test("where a thread was joined with another, only what was used is told", async () => {
  const all = await openWorld()
  const { id, text } = await seen(all)
  await all.ask({ kind: "panel-copied", key: KEY, draftId: id, text })
  const other = pageDouble(sampleTicket({ messages: [] }))
  other.add({ id: "x1", author: "Tom Baker", role: "agent", text: "From the other thread." })
  all.page.ticket = {
    ...all.page.ticket,
    messages: [
      ...other.ticket.messages,
      ...all.page.ticket.messages.filter(({ id: one }) => one !== "m1"),
      { ...all.page.ticket.messages[0], id: "m9" } as never
    ]
  }
  await quiet(all)
  expect(all.relay.seen.outcomes).toEqual([])
})

describe.each([
  ["alone", "\n\n-- \nTom Baker\nExample Shop\n1 Main Street\nwww.shop.example"],
  [
    "above a quote",
    "\n\n-- \nTom Baker\nExample Shop\n\nOn Fri, 20 Nov 2026, Anna Bergmann wrote:\n> Hello, where is my parcel?"
  ]
])("a signature that the helpdesk adds while sending, %s", (_name, added) => {
  const openSigning = async () => {
    const all = await openWorld()
    all.page.added = added
    return { ...all, draft: await seen(all) }
  }

  test.each([
    ["nothing", ""],
    ["the agent's signature", "-- \nTom Baker"]
  ])("an unchanged draft above %s in the editor is unchanged", async (_what, editor) => {
    const { draft, ...all } = await openSigning()
    all.page.editor = editor
    await all.ask({ kind: "panel-insert", key: KEY, draftId: draft.id, text: draft.text, anyway: true })
    all.page.send()
    await all.opened()
    const [outcome] = await told(all)
    expect(outcome).toMatchObject({
      kind: "inserted",
      editDistance: 0,
      sent: expect.stringMatching(/^Hello [^]*we look it up\.$/)
    })
  })

  test("copied and unchanged is unchanged", async () => {
    const { draft, ...all } = await openSigning()
    await all.ask({ kind: "panel-copied", key: KEY, draftId: draft.id, text: draft.text })
    await reply(all, draft.text)
    expect((await told(all))[0]).toMatchObject({
      kind: "copied",
      editDistance: 0,
      sent: expect.stringMatching(/we look it up\.$/)
    })
  })

  test("it is no part of what was written beside a draft, nor where there was none; the agent's closing is", async () => {
    const all = await openSigning()
    await reply(all, "It is at the depot.\n\nKind regards\nTom Baker")
    await told(all)
    await reply(all, "It is on its way.")
    expect((await told(all, 2)).map(({ kind, sent }) => ({ kind, sent }))).toEqual([
      { kind: "ignored", sent: "It is at the depot.\n\nKind regards\n[PERSON_2]" },
      { kind: "none", sent: "It is on its way." }
    ])
  })

  test("a reply of nothing else: nothing was sent of the draft", async () => {
    const { draft, ...all } = await openSigning()
    await all.ask({ kind: "panel-insert", key: KEY, draftId: draft.id, text: draft.text, anyway: true })
    await reply(all, "")
    expect((await told(all))[0]).toMatchObject({ kind: "inserted", sent: "", editDistance: 1, filledBlanks: 0 })
  })
})

test("a draft sent by hand whose own lines look like a signature's is compared whole", async () => {
  const all = await openWorld()
  const { text } = await seen(all)
  const [first = "", ...rest] = text.split("\n\n")
  await reply(all, `${first}\n--\n${rest.join("\n\n")}`)
  expect((await told(all))[0]).toMatchObject({ kind: "ignored", editDistance: 0 })
})
