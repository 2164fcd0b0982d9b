import { expect, test } from "vitest"
import { maskText, maskTicket, restore, type MaskTable } from "../../src/masking/index.ts"
import { NO_RULES } from "../../src/masking/basis/masking-rules.ts"
import { EMPTY, message, ticket } from "./tickets.ts"

const placeholderOf = (table: MaskTable, value: string) =>
  table.entries.find((entry) => entry.value === value)?.placeholder
/** Nearly only what is known: names that nobody told us of have tests of their own. */
const BALANCED = { rules: { ...NO_RULES, mode: "balanced" } } as const
const text = (...words: string[]) =>
  maskTicket(ticket(words.map((each) => message(each))), undefined, BALANCED).ticket.messages.map((each) => each.text)

test.each([
  ["Anna-Lena O'Hara here", "[PERSON_2] here"],
  ["ANNA-LENA O’HARA", "[PERSON_2]"],
  ["it's anna lena", "it's [PERSON_2]"],
  ["Lena's lamp", "[PERSON_2]'s lamp"],
  ["Lenas Lampe", "[PERSON_2]s Lampe"],
  ["Mrs O'Hara’s lamp", "Mrs [PERSON_2]’s lamp"],
  ["Ms ohara called", "Ms [PERSON_2] called"],
  ["ÁNNA wrote", "[PERSON_2] wrote"],
  ["invoice_anna_ohara.pdf", "invoice_[PERSON_2]_[PERSON_3].pdf"],
  ["AnnaLenaOHara.jpg", "[PERSON_2].jpg"],
  ["https://anna.example/ohara/photos", "https://[PERSON_2].example/[PERSON_3]/photos"],
  ["the savannah is dry", "the savannah is dry"]
])("a known name, written %s", (written, expected) => expect(text(written)).toEqual([expected]))

test("names of every language and of everybody on the thread", () => {
  const { ticket: masked, table } = maskTicket(
    ticket(
      [
        message("佐藤様、美咲です。Tom様へ。太郎、민준님", { author: "佐藤 美咲" }),
        message("Krueger, KRÜGER und Bergs Konto", { author: "Tom Ahlberg", role: "agent" }),
        message("Ask mark about The Mark", { author: "Mark Fernández de la Luz" })
      ],
      {
        people: [
          { name: "Bernd Krüger" },
          { name: "山田太郎" },
          { name: "김민준" },
          { email: "eva.berg@firma.example" },
          { name: "Support Team", email: "support@firma.example" }
        ],
        agent: { name: "Tom Ahlberg" }
      }
    ),
    undefined,
    BALANCED
  )
  const all = JSON.stringify(masked)
  for (const name of ["佐藤", "美咲", "太郎", "민준", "Tom", "Ahlberg", "Krueger", "KRÜGER", "Berg", "The Mark"])
    expect(all).not.toContain(name)
  expect(masked.messages[2]?.text).toMatch(/^Ask mark about The \[PERSON_\d+\]$/)
  expect(masked.agent).toBe(placeholderOf(table, "Tom Ahlberg"))
  expect(maskText("the support team", table, [{ name: "Support Team" }]).text).toBe("the support team")
})

test("everything of a ticket that leaves is masked; ids, times and the order stay", () => {
  const { ticket: masked } = maskTicket(
    ticket([message("Order LL-48077 for Anna-Lena O’Hara", { attachments: [{ name: "ohara-passport.jpg" }] })], {
      subject: "Lena: al.ohara77@post.example",
      tags: ["vip-ohara"],
      fields: { Order: "4807712345", Phone: "4807799999", "Portal password": "kestrel" },
      locale: "en-GB"
    })
  )
  expect(masked).toEqual({
    helpdesk: "sample",
    ticketId: "7",
    version: "m1",
    locale: "en-GB",
    subject: "[PERSON_2]: [EMAIL_1]",
    requester: "[PERSON_1]",
    agent: "",
    tags: ["vip-[PERSON_3]"],
    fields: { Order: "4807712345", Phone: "[PHONE_1]", "Portal password": "[SECRET_1]" },
    messages: [
      {
        id: "m1",
        role: "customer",
        author: "[PERSON_1]",
        at: "2026-11-18T07:30:00Z",
        text: "Order LL-48077 for [PERSON_1]",
        attachments: ["[PERSON_3]-passport.jpg"]
      }
    ]
  })
})

const NOTE = message("Portal password blue-Kestrel-4417, call Priya on +44 117 496 0321. Card 4242 4242 4242 4242", {
  id: "n1",
  author: "Priya Nair",
  role: "agent",
  visibility: "internal"
})

test("an internal note never leaves, and what stood only there never comes back", () => {
  const { ticket: masked, table } = maskTicket(ticket([message("Where is it?"), NOTE]))
  expect(masked.messages.map(({ id }) => id)).toEqual(["m1"])
  const said = maskText(
    "Tell him blue-kestrel-4417, +44 117 496 0321 and 4242 4242 4242 4242, greets Priya Nair",
    table,
    []
  )
  for (const value of ["estrel", "496", "4242", "Priya"]) expect(said.text).not.toContain(value)
  const back = restore(said.text, said.table).text
  for (const value of ["estrel", "496", "4242", "Priya"]) expect(back).not.toContain(value)
  expect(back).toContain("[[")
})

test("what the customer can read is not internal, also when it is said later", () => {
  const first = maskTicket(ticket([message("Where is it?"), NOTE]))
  const then = maskTicket(
    ticket([message("Where is it?"), NOTE, message("Is +44 117 496 0321 yours?", { id: "m2" })]),
    first.table
  )
  const asked = then.ticket.messages[1]?.text ?? ""
  expect(asked).toMatch(/^Is \[PHONE_\d+\] yours\?$/)
  expect(restore(asked, then.table).text).toBe("Is +44 117 496 0321 yours?")
})

test("a secret that one message gives away is masked in every other", () => {
  expect(text("try Kestrel-4417 again", "password: Kestrel-4417")).toEqual([
    "try [SECRET_1] again",
    "password: [SECRET_1]"
  ])
})

test("a value keeps its placeholder over the life of a ticket, and the table given is left as it was", () => {
  const first = maskTicket(ticket([message("mail me at x.y@post.example")]))
  const kept = structuredClone(first.table)
  const second = maskTicket(ticket([message("new: a@b.example"), message("mail me at x.y@post.example")]), first.table)
  expect(placeholderOf(second.table, "x.y@post.example")).toBe(placeholderOf(first.table, "x.y@post.example"))
  expect(first.table).toEqual(kept)
  expect(JSON.parse(JSON.stringify(second.table))).toEqual(second.table)
  expect(new Set(second.table.entries.map(({ placeholder }) => placeholder)).size).toBe(second.table.entries.length)
})

test("an order's number stays also where it stands alone", () => {
  expect(text("my order number: 4807712345", "4807712345 is still not here; call 4807712399")).toEqual([
    "my order number: 4807712345",
    "4807712345 is still not here; call [PHONE_1]"
  ])
})

test("a ticket of nothing is masked to nothing", () => {
  expect(maskTicket(ticket([], { requester: {}, subject: "" }))).toEqual({
    ticket: {
      helpdesk: "sample",
      ticketId: "7",
      version: "",
      subject: "",
      requester: "",
      agent: "",
      locale: undefined,
      tags: [],
      fields: undefined,
      messages: []
    },
    table: { entries: [] }
  })
})

test("a firm that was taken for a name doesn't hide its ordinary word when the ticket is masked again", () => {
  const shop = ticket([message("My parcel from Norrland Parcel is late. Where is the parcel?")])
  const first = maskTicket(shop, EMPTY)
  const again = maskTicket(shop, {
    entries: [...first.table.entries, { placeholder: "[PERSON_90]", type: "PERSON", value: "Norrland Parcel" }]
  })
  expect(again.ticket.messages[0]?.text).toMatch(
    /^My parcel from \[(?:PERSON|ORG)_\d+\] is late\. Where is the parcel\?$/
  )
})

test("a word that was told to be a name, and is told no more, is one only where it is found", () => {
  const shop = ticket([message("The Zaffre lamp is broken.")])
  const told = maskTicket(shop, EMPTY, { told: { names: ["lamp"], plain: [] } })
  expect(told.ticket.messages[0]?.text).toContain("[PERSON_")
  const back = maskTicket(shop, told.table, { told: { names: [], plain: [], taken: ["lamp"] } })
  expect(back.ticket.messages[0]?.text).toContain("lamp")
})
