import { expect, test } from "vitest"
import { createEgress } from "../../../src/copilot/relay-client/egress.ts"
import { createMasker } from "../../../src/copilot/session/masker.ts"
import { foundIn } from "../../../src/lookups/run-lookup.ts"
import { runJob } from "../../../src/masking/jobs.ts"
import { NO_RULES } from "../../../src/masking/basis/masking-rules.ts"
import { maskTicket } from "../../../src/masking/index.ts"
import { sampleTicket } from "../help/page-double.ts"

const egress = createEgress(
  createMasker(async (job) => runJob(job)),
  async () => NO_RULES
)
const definition = {
  facts: { state: { label: "State", path: "$.state", type: "text" as const, words: {}, minor: false } }
}

/** Masks a fact and a message that name what stands elsewhere in the answer. */
async function masked(answer: object, words: string) {
  const state = `Left with ${words}`
  const page = { ...answer, state: "Left at the door" }
  const { identities, texts } = foundIn([page], { definition, values: {}, secrets: {} })
  const ticket = sampleTicket()
  const found = await egress.identitiesIn(texts, ticket, undefined, new AbortController().signal)
  const [message] = ticket.messages
  if (!message) throw new Error("the ticket has no message")
  const { ticket: sent, table } = maskTicket({
    ...ticket,
    identities: [...identities, ...found],
    lookups: [{ name: "shop", title: "Shop", facts: [{ name: "state", label: "State", value: state }] }],
    messages: [{ ...message, text: `Did ${words} take it?` }]
  })
  const known = [...identities, ...found].map(({ value }) => value.toLowerCase())
  return { body: JSON.stringify([sent.lookups, sent.messages]), table, known }
}

const NAMES = ["Ylva Storhammar", "Adaeze Okonkwo", "João Quaresma"]
const deep = (depth: number, inner: object): object => (depth === 0 ? inner : { part: deep(depth - 1, inner) })
const SHAPES: [string, (name: string) => object][] = [
  ["customer", (name) => ({ customer: name })],
  ["ship_to.name", (name) => ({ ship_to: { name } })],
  ["shipTo", (name) => ({ shipTo: name })],
  ["recipients, a list", (name) => ({ recipients: [name, "Mia Prawdin"] })],
  ["recipients, a list of objects", (name) => ({ recipients: [{ name }] })],
  ["cardholder_name", (name) => ({ payment: { card: { cardholder_name: name } } })],
  ["cardHolder", (name) => ({ cardHolder: name })],
  ["payer.full", (name) => ({ payer: { full: name } })],
  ["passengers[].display_name", (name) => ({ passengers: [{ display_name: name }] })],
  ["lead_guest", (name) => ({ booking: { lead_guest: name } })],
  ["attn", (name) => ({ attn: name })],
  ["delivered_to", (name) => ({ events: [{ delivered_to: name }] })],
  ["account_holder", (name) => ({ account_holder: name })],
  ["in capitals", (name) => ({ customer: name.toUpperCase() })],
  ["in small letters", (name) => ({ customer: name.toLowerCase() })],
  ["last name first", (name) => ({ subscriber: name.split(" ").reverse().join(", ") })],
  ["a sentence", (name) => ({ log: [`Handed over to ${name} on 12 November`] })],
  ["a pair of name and value", (name) => ({ fields: [{ key: "Customer", value: name }] })],
  ["a text of JSON", (name) => ({ payload: JSON.stringify({ buyer: { name } }) })],
  ["depth 40", (name) => deep(40, { customer: { name } })],
  [
    "behind 600 others",
    (name) => ({ all: [...Array.from({ length: 600 }, (_, n) => ({ email: `a${n}@x.example` })), { customer: name }] })
  ],
  ["コード 受取人", (name) => ({ 受取人: name })]
]

test.each(SHAPES)("a name in an answer is masked in facts and thread: %s", async (_, shape) => {
  for (const name of NAMES) {
    const { body, table, known } = await masked(shape(name), name)
    for (const part of name.split(" ")) {
      expect(body).not.toContain(part)
      expect(
        known.some((value) => value.includes(part.toLowerCase())),
        part
      ).toBe(true)
    }
    expect(known.every((value) => table.entries.some((entry) => entry.value.toLowerCase() === value))).toBe(true)
  }
})

test.each([
  ["氏名", { 氏名: "佐藤 美咲" }, "佐藤 美咲"],
  ["お名前", { 注文: { お名前: "高橋健太" } }, "高橋健太"],
  ["住所", { 住所: "東京都渋谷区神南1-2-3" }, "東京都渋谷区神南1-2-3"],
  ["メールアドレス", { メールアドレス: "kenta@post.example" }, "kenta@post.example"],
  ["電話番号", { 電話番号: "03-1234-5678" }, "03-1234-5678"],
  ["contact_line", { contact_line: "+46 70 123 45 67" }, "+46 70 123 45 67"],
  ["where", { where: "Storgatan 14, 222 23 Lund" }, "Storgatan 14"],
  ["payout", { payout: "DE89 3704 0044 0532 0130 00" }, "DE89 3704 0044 0532 0130 00"],
  ["reach", { reach: ["ada.zylka@post.example"] }, "ada.zylka@post.example"]
])("an address or number in an answer is masked in facts and thread: %s", async (_, answer, value) => {
  const { body, known } = await masked(answer, value)
  expect(body).not.toContain(value)
  expect(known.some((one) => one.includes(value.toLowerCase()))).toBe(true)
})

test("what an answer says of goods and parcels is left", async () => {
  const { body } = await masked(
    {
      ...{ shipping: "express", customer: "wholesale", status: "in transit", carrier: "Royal Mail" },
      ...{ tracking_number: "1Z999AA10123456784", items: [{ name: "Halo table lamp", sku: "HALO-40" }] }
    },
    "the Halo table lamp, HALO-40, express, wholesale, in transit by Royal Mail, 1Z999AA10123456784"
  )
  expect(body).toContain(
    "Did the Halo table lamp, HALO-40, express, wholesale, in transit by Royal Mail, 1Z999AA10123456784 take it?"
  )
})

test("an answer that is longer than what masking reads at once is read whole, in pieces", async () => {
  const seen: string[] = []
  const pieces = createEgress(
    createMasker(async (job) => {
      if (job.kind === "text") seen.push(job.text)
      return { text: "", table: { entries: [] }, spans: [] }
    }),
    async () => NO_RULES
  )
  const texts = [...Array.from({ length: 3000 }, (_, n) => `buyer: Ylva${n} Storhammar${n}`), "x".repeat(50_000)]
  await pieces.identitiesIn(texts, sampleTicket(), undefined, new AbortController().signal)
  expect(Math.max(...seen.map(({ length }) => length))).toBeLessThanOrEqual(20_000)
  for (const text of texts.slice(0, 3000)) expect(seen.some((piece) => piece.includes(text))).toBe(true)
})
