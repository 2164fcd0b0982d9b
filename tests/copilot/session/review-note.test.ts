import { expect, test } from "vitest"
import type { PageAnswer } from "../../../src/protocol/routes/calls/page-call.ts"
import { world } from "../help/world.ts"

const CASE = "00000000-0000-4000-8000-0000000000aa"

async function asLead() {
  const all = await world()
  await all.worker.send(
    { kind: "popup-pair", address: all.relay.address, code: all.relay.relay.lead.code, door: "review" },
    { own: true }
  )
  const save = (note: string) =>
    all.worker.send(
      {
        kind: "relay-call",
        as: "lead",
        route: "PUT /v1/review/cases/:id",
        path: { id: CASE },
        body: { version: 0, done: true, reasons: [], note }
      },
      { own: true }
    ) as Promise<PageAnswer>
  return { ...all, save }
}

test("a lead's note is masked before it leaves, the case's own placeholders stay, and the answer shows what is kept", async () => {
  const all = await asLead()
  const answer = await all.save("[PERSON_2] was told 4111 1111 1111 1111 by mistake, see otto@post.example.")
  expect(answer).toMatchObject({
    ok: true,
    value: { version: 1, note: "[PERSON_2] was told [CARD] by mistake, see [EMAIL]." }
  })
  expect(all.relay.seen.reviews).toEqual([{ case: CASE, note: "[PERSON_2] was told [CARD] by mistake, see [EMAIL]." }])
})

test("by the rules of the relay that keeps the case", async () => {
  const all = await asLead()
  all.relay.relay.rules = {
    version: 3,
    mode: "strict",
    keep: ["help@lumen.example"],
    names: ["Zarathustra"],
    agentsMayAdd: false,
    words: [],
    proposed: [],
    by: null,
    at: null
  }
  await all.save("zarathustra mails help@lumen.example")
  expect(all.relay.seen.reviews.at(-1)?.note).toBe("[PERSON] mails help@lumen.example")
})

test("a note that can't be masked, or grows too long by it, doesn't leave", async () => {
  const all = await asLead()
  expect(await all.save("a@b.co ".repeat(560))).toMatchObject({ ok: false, code: "note-too-long" })
  all.masker.now = {
    ...all.local,
    texts: () => Promise.reject(Object.assign(new Error("stopped"), { code: "mask-timeout" }))
  }
  expect(await all.save("Anything")).toMatchObject({ ok: false, code: "note-not-masked" })
  expect(all.relay.seen.reviews).toEqual([])
})
