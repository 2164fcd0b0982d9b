import { expect, test } from "vitest"
import { createOfflineSummariser } from "../../../src/relay/drafting/summary.ts"
import type { MaskedTicket } from "../../../src/ticket/masked-ticket.ts"
import type { SummaryLine } from "../../../src/ticket/draft.ts"
import { sampleTicket, ticket } from "../../knowledge/help/tickets.ts"

async function summary(what: MaskedTicket): Promise<SummaryLine[]> {
  const lines: SummaryLine[] = []
  for await (const line of createOfflineSummariser().summarise(what, AbortSignal.timeout(20_000))) lines.push(line)
  return lines
}

test("the missing parcel: wants, tried and open, each from its message", async () => {
  expect(await summary(sampleTicket("1001"))).toEqual([
    {
      kind: "wants",
      text: "If it does not turn up I would rather have my money back than wait again.",
      messageId: "100103"
    },
    {
      kind: "tried",
      text: "I have asked Mr Okafor and Mrs Bell next door and looked in the hall and by the bins.",
      messageId: "100103"
    },
    { kind: "promised", text: "" },
    { kind: "open", text: "What happens next, and how long will it take?", messageId: "100103" }
  ])
})

test("25 messages: what was promised and by when, and what is open now", async () => {
  const lines = await summary(sampleTicket("1009"))
  expect(lines).toContainEqual({
    kind: "promised",
    text: "A repair takes up to 15 working days from now, so until 24 November at the latest.",
    messageId: "100913"
  })
  expect(lines).toContainEqual({
    kind: "wants",
    text: "Can I have a new mixer instead, or my money back?",
    messageId: "100925"
  })
})

test.each([
  "1001",
  "1002",
  "1003",
  "1005",
  "1006",
  "1007",
  "1008",
  "1009",
  "1010",
  "1011",
  "1012",
  "1013",
  "1014",
  "1015",
  "1016",
  "1017"
])("ticket %s: every line stands in the message that it names, and the wish is found", async (id) => {
  const what = sampleTicket(id)
  const lines = await summary(what)
  expect(new Set(lines.map(({ kind }) => kind))).toEqual(new Set(["wants", "tried", "promised", "open"]))
  for (const { text, messageId } of lines.filter((line) => line.text !== "")) {
    const message = what.messages.find((one) => one.id === messageId)
    expect(message?.text.replace(/\s+/g, " ")).toContain(text)
  }
  expect(lines.find(({ kind }) => kind === "wants")?.text).not.toBe("")
})

test.each([
  ["de", "Die Lampe kam gestern an. Wann bekomme ich mein Geld zurück?", "Wann bekomme ich mein Geld zurück?"],
  ["fr", "La lampe est arrivée hier. Quand serai-je remboursé ?", "Quand serai-je remboursé ?"],
  ["ja", "昨日ランプが届きました。いつ返金されますか。", "いつ返金されますか。"],
  ["it", "La lampada è arrivata ieri. Quando riceverò il rimborso?", "Quando riceverò il rimborso?"]
])("the wish is found in %s", async (locale, text, wish) => {
  expect((await summary({ ...ticket("", text), locale }))[0]).toEqual({ kind: "wants", text: wish, messageId: "1" })
})

test("nothing is open once the agent has answered; quoted mail is nobody's wish", async () => {
  const lines = await summary(ticket("Lamp", "Where is my lamp?", "agent: We will send it by Friday."))
  expect(lines.slice(2)).toEqual([
    { kind: "promised", text: "We will send it by Friday.", messageId: "2" },
    { kind: "open", text: "" }
  ])
  const [wants] = await summary(
    ticket(
      "Lamp",
      "I'd like my lamp.\n\nOn Mon, 16 Nov 2026 at 09:30, Support <care@shop.example> wrote:\n> Do you want a refund?"
    )
  )
  expect(wants).toEqual({ kind: "wants", text: "I'd like my lamp.", messageId: "1" })
})

test.each([
  ["empty", ticket("")],
  ["emoji only", ticket("", "😀")],
  ["100,000 characters", ticket("", "Where is it? ".repeat(7_700))]
])("%s: four lines, no error", async (_, what) => {
  const began = performance.now()
  expect((await summary(what)).map(({ kind }) => kind)).toEqual(
    expect.arrayContaining(["wants", "tried", "promised", "open"])
  )
  expect(performance.now() - began).toBeLessThan(5_000)
})
