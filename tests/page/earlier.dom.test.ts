import { afterEach, expect, test } from "vitest"
import { Unreadable, type HelpdeskAdapter } from "../../src/helpdesks/contract/adapter.ts"
import { sample } from "../../src/helpdesks/sample/adapter.ts"
import { createAnswerer } from "../../src/page/answer-background.ts"
import { earlierAnswer } from "../../src/protocol/page.ts"

const life = new AbortController()
afterEach(() => document.body.replaceChildren())

const page = { document, url: new URL("http://localhost/tickets/1001"), fetch }
async function ask(adapter: HelpdeskAdapter) {
  const answer = createAnswerer({ adapter, composers: [], page }, life.signal)
  return earlierAnswer.parse(await answer({ kind: "earlier-find", ticketId: "1001", since: "2025-11-20T00:00:00Z" }))
}

test("the page names earlier tickets with their addresses, as its adapter finds them", async () => {
  const asked: string[] = []
  const answer = await ask({
    ...sample,
    earlierTickets: async (_page, ticketId, since) => {
      asked.push(`${ticketId} ${since}`)
      return [{ ticketId: "963", url: "http://localhost/tickets/963" }]
    }
  })
  expect(answer).toEqual({
    ok: true,
    known: true,
    tickets: [{ ticketId: "963", url: "http://localhost/tickets/963" }]
  })
  expect(asked).toEqual(["1001 2025-11-20T00:00:00Z"])
})

test("an adapter that knows no way has none, and a refusal of the helpdesk is reported", async () => {
  const { earlierTickets: _, ...without } = sample
  expect(await ask(without)).toEqual({ ok: true, known: false, tickets: [] })
  const forbidden = async () => {
    throw new Unreadable("forbidden")
  }
  expect(await ask({ ...sample, earlierTickets: forbidden })).toEqual({
    ok: false,
    code: "unreadable",
    part: "forbidden"
  })
})
