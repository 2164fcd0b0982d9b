import { expect, test } from "vitest"
import { draftRequest } from "../../../src/protocol/relay.ts"
import type { Ticket } from "../../../src/ticket/ticket.ts"
import { identity } from "../../masking/leak/identities.ts"
import { leaksIn } from "../../masking/leak/leaks.ts"
import { chanceOf } from "../../masking/leak/random.ts"
import { wireTo } from "../../masking/leak/wire.ts"
import { sampleTicket } from "../help/page-double.ts"
import { goodDraft } from "../help/relay-script.ts"
import { ORIGIN, world } from "../help/world.ts"

/** Tickets; EARLIER_FROM is the first one's seed, to have a failure again. Seeds have three digits at most. */
const COUNT = Number(process.env["EARLIER_TICKETS"] ?? (process.env["REPLYWRIGHT_SOAK"] ? 500 : 30))
const FROM = Number(process.env["EARLIER_FROM"] ?? 0)

/** What an agent promises with a name in it, a number, an address, or nothing. */
const PROMISES = [
  (who: Who) => `We will send ${who.name} a new lamp within three working days.`,
  (who: Who) => `We will write to ${who.email} by Friday.`,
  (who: Who) => `We will call ${who.name} on ${who.phone} by tomorrow evening.`,
  (who: Who) => `We will transfer the amount to ${who.iban} within five days.`,
  () => "We will refund the postage within five working days."
]
type Who = ReturnType<typeof identity>

function caseOf(seed: number) {
  const chance = chanceOf(seed)
  const [requester, neighbour, agent, colleague] = [0, 1, 2, 3].map(() => identity(chance)) as [Who, Who, Who, Who]
  const promise = chance.pick(PROMISES)
  const earlier: Ticket = {
    ...{ helpdesk: "sample", ticketId: "7", subject: `Lamp of ${requester.name}`, tags: [] },
    requester: { name: requester.name, email: requester.email },
    people: [{ name: neighbour.name, email: neighbour.email }],
    messages: [
      {
        ...{ id: "e1", author: requester.name, role: "customer", visibility: "public", at: "2026-09-08T08:00:00Z" },
        text: `My lamp is broken. Please ask ${neighbour.name}, ${neighbour.phone}. My account is ${requester.iban}.`
      },
      {
        ...{ id: "e2", author: colleague.name, role: "agent", visibility: "internal", at: "2026-09-08T08:30:00Z" },
        text: `We will ask ${colleague.name} by Monday, ${colleague.phone}.`
      },
      {
        ...{ id: "e3", author: agent.name, role: "agent", visibility: "public", at: "2026-09-08T09:00:00Z" },
        text: `Hello,\n\n${promise(chance.oneIn(2) ? neighbour : requester)}\n\nKind regards\n${agent.name}`
      }
    ]
  }
  return { people: [requester, neighbour, agent, colleague], requester, earlier, names: chance.oneIn(2), agent }
}

test(`of ${COUNT} tickets with an earlier one nothing of its identities is in what reaches the relay's socket`, {
  timeout: 60_000 + COUNT * 1000
}, async () => {
  const all = await world()
  const wire = await wireTo(all.relay.address)
  all.relay.relay.reads["earlier-tickets"] = true
  all.relay.relay.script = (id) => ({ events: goodDraft(id).filter(({ type }) => type === "draft-end") })
  await all.worker.send({ kind: "popup-pair", address: wire.address, code: all.relay.relay.code }, { own: true })
  await all.ask({ kind: "popup-prepare", on: false })
  all.openTab(10)
  const panel = all.openPanel()
  const leaks: string[] = []
  let withPromise = 0
  for (let seed = FROM; seed < FROM + COUNT; seed++) {
    const { people, requester, earlier, names, agent } = caseOf(seed)
    const ticketId = `9${String(seed).padStart(3, "0")}`
    const key = `sample ${ORIGIN} ${ticketId}`
    all.page.earlier = [earlier]
    all.page.ticket = sampleTicket({
      ticketId,
      subject: "Where is it?",
      requester: { name: requester.name, email: requester.email },
      messages: [
        {
          ...{ id: "m1", author: requester.name, role: "customer", visibility: "public" },
          at: "2026-11-20T09:00:00.000Z",
          text: names ? `Where is my lamp? ${agent.name} said it would come.` : "Where is my lamp?"
        }
      ]
    })
    await all.opened(10, ticketId)
    await all.ask({ kind: "panel-regenerate", key })
    await panel.until(({ ticket, draft }) => ticket?.key === key && draft?.state === "ready", `a draft for ${seed}`)
    const bytes = wire.taken()
    const body = all.relay.seen.drafts.at(-1)?.body ?? ""
    withPromise += draftRequest.parse(JSON.parse(body)).ticket.earlier?.length ?? 0
    for (const { what, window } of leaksIn(bytes, people, `${OWN} ${ticketId}`))
      leaks.push(`EARLIER_FROM=${seed}: ${what} in ${window}`)
  }
  expect(withPromise).toBe(COUNT)
  expect(leaks.length, `${leaks.length} leaks\n${leaks.slice(0, 20).join("\n")}`).toBe(0)
})

/** What else stands in the requests. */
const OWN =
  "POST /v1/drafts /v1/summaries /v1/pair authorization Bearer token-1 accept-language content-type application/json host connection keep-alive user-agent node sec-fetch-mode cors accept-encoding gzip deflate x-replywright-api traceparent cache-control no-cache pragma draftId summaryId ticket helpdesk sample ticketId version subject Where is it requester agent tags earlier at text We will send a new lamp within three working days write to by Friday call on by tomorrow evening transfer the amount to within five days refund the postage 2026-09-08T09:00:00Z my lamp said it would come messages id m1 role customer author at 2026-11-20T09:00:00.000Z site http://localhost:4000 firstName fields attempt code ABCD device browser key locale en"
