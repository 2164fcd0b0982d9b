import { describe, expect, test } from "vitest"
import { soon } from "../soon.ts"
import { KEY, openWorld, world } from "./help/world.ts"
import { pageDouble, sampleTicket } from "./help/page-double.ts"

type Open = Awaited<ReturnType<typeof openWorld>>

/** A draft that a panel in view has shown. */
async function seen(all: Open): Promise<{ id: string; text: string }> {
  const draft = await all.panel.draft("ready")
  await all.ask({ kind: "panel-shown", key: KEY, draftId: draft.id })
  return draft
}
async function reply(all: Pick<Open, "page" | "opened">, text: string) {
  all.page.send(text)
  await all.opened()
}
const told = (all: Pick<Open, "relay">, count = 1) =>
  soon(() => {
    expect(all.relay.seen.outcomes).toHaveLength(count)
    return all.relay.seen.outcomes
  })
/** Everything that may be on its way has been told. */
async function quiet(all: Open) {
  await all.opened()
  await all.ask({ kind: "popup-report" })
}
const HOUR = 3_600_000

test("a reply written by hand beside a draft that was shown: ignored, once, over two tabs and another worker", async () => {
  const all = await openWorld()
  const { id } = await seen(all)
  all.page.send("Dear Anna Bergmann, your parcel is at the depot.")
  all.openTab(11)
  await Promise.all([all.opened(10), all.opened(11)])
  const [outcome] = await told(all)
  expect(outcome).toMatchObject({
    kind: "ignored",
    revision: 1,
    draftId: id,
    messageId: "m3",
    sent: "Dear [PERSON_1], your parcel is at the depot.",
    model: "offline",
    pipelineVersion: "p1",
    draft: expect.stringContaining("Hello [PERSON_1]"),
    times: { sent: "2026-11-20T09:30:00.000Z" }
  })
  expect(outcome?.editDistance).toBeGreaterThan(0.5)
  all.revive()
  await quiet(all)
  expect(all.relay.seen.calls.filter((call) => call === "POST /v1/outcomes")).toHaveLength(1)
})

test("a draft that no panel showed counts for nothing: none, and the next reply too", async () => {
  const all = await openWorld()
  await all.panel.draft("ready")
  await reply(all, "We look into it, Anna Bergmann.")
  expect((await told(all))[0]).toMatchObject({
    kind: "none",
    draft: "",
    sent: "We look into it, [PERSON_1].",
    editDistance: null,
    model: "",
    pipelineVersion: "",
    messageId: "m3"
  })
  expect(all.relay.seen.outcomes[0]?.draftId).toBeUndefined()
  await reply(all, "And here is what we found.")
  expect((await told(all, 2)).map(({ kind }) => kind)).toEqual(["none", "none"])
})

test("with no panel open, the replies that stood there are not counted, the new one is, masked though nothing of the ticket was", async () => {
  const all = await world()
  await all.pair()
  all.page.send("An old reply.")
  all.openTab(10)
  await all.opened()
  await soon(async () => expect((await (await all.store()).drafts.of(KEY))[0]?.state).toBe("ready"))
  await reply(all, "Write to anna.bergmann@mail.example, Anna Bergmann.")
  expect((await told(all))[0]).toMatchObject({ kind: "none", messageId: "m4", sent: "Write to [EMAIL_1], [PERSON_1]." })
  expect(all.relay.seen.drafts.map(({ body }) => JSON.parse(body).prepared)).toEqual([true])
})

test("one shown draft is ignored by one reply; the second in a row had none", async () => {
  const all = await openWorld()
  await seen(all)
  all.page.send("The first by hand.")
  await reply(all, "The second by hand.")
  expect((await told(all, 2)).map(({ kind, messageId }) => `${kind} ${messageId}`)).toEqual(["ignored m3", "none m4"])
})

test("a colleague's reply is never counted, and none at all where the helpdesk doesn't say who is signed in", async () => {
  const all = await openWorld()
  await seen(all)
  all.page.add({ author: "Maya Lind", role: "agent", text: "I take this one." })
  await quiet(all)
  const { agent: _unknown, ...unsigned } = all.page.ticket
  all.page.ticket = unsigned
  await reply(all, "I answer it myself.")
  await quiet(all)
  await all.panel.until((one) => one.draft?.stale?.author === "Tom Baker")
  expect(all.relay.seen.outcomes).toEqual([])
})

test("“Not useful” is told with its reasons and a masked note once the reply is sent, and not before; then it stands", async () => {
  const all = await openWorld()
  const { id, text } = await seen(all)
  await all.ask({ kind: "panel-reject", key: KEY, draftId: id, reasons: ["tone"], note: "" })
  await all.ask({
    kind: "panel-reject",
    key: KEY,
    draftId: id,
    reasons: ["wrong-fact", "tone"],
    note: "Anna Bergmann never asked that."
  })
  expect((await all.panel.until((one) => one.draft?.rejected?.reasons.length === 2)).draft).toMatchObject({
    text,
    rejected: { note: "Anna Bergmann never asked that." }
  })
  await quiet(all)
  expect(all.relay.seen.outcomes).toEqual([])
  all.revive()
  await reply(all, "Written anew.")
  const [outcome] = await told(all)
  expect(outcome).toMatchObject({
    kind: "rejected",
    draftId: id,
    messageId: "m3",
    reasons: ["wrong-fact", "tone"],
    note: "[PERSON_1] never asked that.",
    sent: "Written anew."
  })
  expect(outcome?.times.rejected).toBeDefined()
  expect(outcome?.times.used).toBeUndefined()
  expect(await all.ask({ kind: "panel-unreject", key: KEY, draftId: id })).toEqual({ ok: false, code: "reply-sent" })
  expect(await all.ask({ kind: "panel-reject", key: KEY, draftId: id, reasons: [], note: "" })).toEqual({
    ok: false,
    code: "reply-sent"
  })
})

test("taken back before the reply it never happened, and a rejected draft that was used all the same is used", async () => {
  const all = await openWorld()
  const { id, text } = await seen(all)
  await all.ask({ kind: "panel-reject", key: KEY, draftId: id, reasons: ["tone"], note: "" })
  await all.ask({ kind: "panel-unreject", key: KEY, draftId: id })
  expect((await all.panel.until((one) => one.draft !== undefined && !one.draft.rejected)).draft?.id).toBe(id)
  await all.ask({ kind: "panel-reject", key: KEY, draftId: id, reasons: ["tone"], note: "" })
  await all.ask({ kind: "panel-insert", key: KEY, draftId: id, text, anyway: true })
  await reply(all, text)
  const [outcome] = await told(all)
  expect(outcome).toMatchObject({ kind: "inserted", editDistance: 0 })
  expect(outcome?.reasons).toBeUndefined()
})

test("rejected, then written anew and used: the reply is told once, and what was wrong with the first draft too", async () => {
  const all = await openWorld()
  const first = await seen(all)
  await all.ask({ kind: "panel-reject", key: KEY, draftId: first.id, reasons: ["misread"], note: "" })
  await all.ask({ kind: "panel-regenerate", key: KEY })
  const next = (await all.panel.until((one) => one.draft?.state === "ready" && one.draft.id !== first.id)).draft
  await all.ask({ kind: "panel-insert", key: KEY, draftId: next?.id ?? "", text: next?.text ?? "", anyway: true })
  await reply(all, next?.text ?? "")
  const outcomes = await told(all, 2)
  expect(outcomes.find(({ kind }) => kind === "inserted")).toMatchObject({ draftId: next?.id, messageId: "m3" })
  const rejected = outcomes.find(({ kind }) => kind === "rejected")
  expect(rejected).toMatchObject({ draftId: first.id, sent: null, reasons: ["misread"] })
  expect(rejected?.messageId).toBeUndefined()
})

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
