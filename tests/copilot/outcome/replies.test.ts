import { expect, test } from "vitest"
import { soon } from "../../soon.ts"
import { KEY, openWorld, world } from "../help/world.ts"
import { quiet, reply, seen, told } from "../help/replies-world.ts"

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
