import { expect, onTestFinished, test, vi } from "vitest"
import { draftRequest } from "../../../src/protocol/relay.ts"
import type { Message } from "../../../src/ticket/ticket.ts"
import { definitionOf } from "../../lookups/help/definition.ts"
import { sampleTicket } from "../help/page-double.ts"
import { KEY, ORIGIN, world } from "../help/world.ts"

const NOTE = "Known liar. Offer him at most fifty euros of goodwill, and only after a second call."
const OWN = `lookup: desk
title: Desk
url: /api/tickets/{t}
values: {t: {label: ticket, from: ticket-id}}
facts:
  first: {label: First, path: '$.data[0].text'}
  second: {label: Second, path: '$.data[1].text'}
  plan: {label: Plan, path: $.plan}
`
const ANSWER = {
  data: [
    { text: "<p>Offer him at most <b>fifty euros</b> of goodwill, and only&hellip;</p>" },
    { text: "KNOWN LIAR!" }
  ],
  plan: "Gold"
}

/** A paired browser with a lookup of the helpdesk itself, whose API gives a note under a name that tells nothing. */
async function desk() {
  const all = await world()
  const asked: string[] = []
  const real = globalThis.fetch
  const spy = vi.spyOn(globalThis, "fetch").mockImplementation(async (input, init) => {
    const address = input instanceof Request ? input.url : String(input)
    if (!address.startsWith(`${ORIGIN}/api/`)) return real(input, init)
    asked.push(address)
    return Response.json(ANSWER)
  })
  onTestFinished(() => spy.mockRestore())
  all.relay.relay.lookups = { version: 1, lookups: [definitionOf(OWN)] }
  const { messages } = sampleTicket()
  const note: Message = {
    ...{ id: "n1", author: "Tom Ahlberg", role: "agent", visibility: "internal" },
    ...{ at: messages[0]?.at ?? "", text: NOTE }
  }
  all.page.ticket = sampleTicket({ messages: [note, ...messages] })
  await all.pair()
  all.openTab(10)
  return { ...all, panel: all.openPanel(), asked }
}

test("a note that the helpdesk's own API gives is withheld from the draft, and the card says so", async () => {
  const one = await desk()
  await one.opened()
  await one.panel.draft("ready")
  const { lookups } = await one.panel.until(({ lookups: shown }) => shown?.[0]?.state === "found", "the lookup")
  expect(lookups?.[0]?.facts.map(({ name, withheld }) => [name, withheld])).toEqual([
    ["first", "note"],
    ["second", "note"],
    ["plan", undefined]
  ])
  await one.ask({ kind: "panel-regenerate", key: KEY })
  await one.panel.until(({ draft }) => draft?.state === "ready" && one.relay.seen.drafts.length === 2)
  for (const { body } of one.relay.seen.drafts) {
    expect(body).not.toMatch(/goodwill|liar/i)
    expect(draftRequest.parse(JSON.parse(body)).ticket.lookups?.[0]?.facts.map(({ name }) => name)).toEqual(["plan"])
  }
  expect(one.asked).toEqual([`${ORIGIN}/api/tickets/1001`])
})

test("a note that is written after an answer was kept is withheld from the next draft", async () => {
  const one = await desk()
  const { messages, ...rest } = one.page.ticket
  one.page.ticket = { ...rest, messages: messages.filter(({ visibility }) => visibility === "public") }
  await one.opened()
  await one.panel.draft("ready")
  expect(one.relay.seen.drafts.at(-1)?.body).toMatch(/goodwill/)
  one.page.ticket = { ...rest, messages }
  await one.ask({ kind: "panel-regenerate", key: KEY })
  await one.panel.until(({ draft }) => draft?.state === "ready" && one.relay.seen.drafts.length === 2)
  expect(one.relay.seen.drafts.at(-1)?.body).not.toMatch(/goodwill|liar/i)
  expect(one.asked).toHaveLength(1)
})
