import { afterEach, beforeEach, describe, expect, test } from "vitest"
import { chooseAnswerer, chooseVerifier } from "../../../src/models/choose-model.ts"
import type { UsageBook, UsageEntry } from "../../../src/models/usage/usage-book.ts"
import type { RewriteRequest } from "../../../src/protocol/search.ts"
import { createRewriter } from "../../../src/relay/rewriting/rewriter.ts"
import { person } from "../../knowledge/help/tickets.ts"
import { startModelDouble, type Behaviour, type ModelDouble } from "../../models/double.ts"
import { endpointOf, modelsOf } from "../../models/endpoint.ts"

let writer: ModelDouble
let judge: ModelDouble
beforeEach(async () => {
  writer = await startModelDouble()
  judge = await startModelDouble()
})
afterEach(async () => {
  await writer.close()
  await judge.close()
})

/** Has a text reworded to `after`, with a judge that behaves like this. */
async function judged(
  behaviour: Behaviour,
  { before, after, change = "friendlier", verifyMs, isOnlyRead = false }: TextAndRewrite
): Promise<Awaited<ReturnType<ReturnType<typeof createRewriter>["rewrite"]>> & { used: UsageEntry[] }> {
  writer.always({ kind: "text", text: after })
  judge.always(behaviour)
  const used: UsageEntry[] = []
  const book = bookOf(used)
  const models = modelsOf([endpointOf("writer", writer.url)])
  const withJudge = { ...models, tasks: { ...models.tasks, verify: [endpointOf("judge", judge.url)] } }
  const rewriter = createRewriter(chooseAnswerer(withJudge, book), chooseVerifier(withJudge, book), verifyMs)
  const answer = await rewriter.rewrite(
    { text: before, change, verify: !isOnlyRead },
    person("agents"),
    new AbortController().signal
  )
  return { ...answer, used }
}
const bookOf = (used: UsageEntry[]): UsageBook => ({
  used: async () => [],
  begin: () => () => undefined,
  add: async (entry) => void used.push(entry),
  settled: async () => undefined
})
interface TextAndRewrite {
  before: string
  after: string
  change?: RewriteRequest["change"]
  verifyMs?: number
  isOnlyRead?: boolean
}
/** Gives a verdict on each sentence, where there is one, and then finds the canaries altered. */
const says = (...verdicts: (string | undefined)[]): Behaviour => answers([...verdicts, "contradicted", "not-supported"])
const answers = (verdicts: (string | undefined)[]): Behaviour => ({
  kind: "text",
  text: JSON.stringify({ verdicts: verdicts.flatMap((verdict, at) => (verdict ? [{ n: at + 1, verdict }] : [])) })
})
const kindsOf = (rows: { changes: { kind: string }[]; settled?: { kind: string }[] | undefined }[]) =>
  rows.map(({ changes, settled = [] }) => [changes.map(({ kind }) => kind), settled.map(({ kind }) => kind)])

/** The rules count the denial and don't know that "only" says it too. */
const DENIED = {
  before: "Hello [PERSON_1],\n\nWe can't repair the lamp before Monday.",
  after: "Hello [PERSON_1],\n\nWe will happily fix your lamp, and Monday is the first day for it."
}

test("one request holds both texts against each other, behind a boundary, masked, and names who is asked", async () => {
  const { verification, writer: model } = await judged(says("supported", "supported"), DENIED)
  expect(model).toBe("writer-model")
  expect(verification).toEqual({ model: "judge-model", state: "done", confirmed: 1, doubted: 0 })
  expect(judge.requests).toHaveLength(1)
  const body = JSON.parse(judge.requests[0]?.body ?? "")
  expect(body).toMatchObject({ model: "judge-model", response_format: { type: "json_schema" } })
  expect(body.messages[0].content).toContain("EVIDENCE 1 is the text, EVIDENCE 2 the rewrite")
  const asked: string = body.messages[1].content
  expect(asked).toMatch(/EVIDENCE 1 \(the text\) \w+ ---\n\| 1\.1 Hello \[PERSON_1\],\n\| 1\.2 We can't repair/)
  expect(asked).toMatch(/\| 1\. \(hold against 1\) We will happily fix/)
  expect(asked).toMatch(/\| 2\. \(hold against 2\) We can't repair/)
})

test("its cost is counted as the judge's", async () => {
  const { used } = await judged(says("supported", "supported"), DENIED)
  expect(used.map(({ task, person: who }) => [task, who])).toEqual([
    ["draft", expect.any(String)],
    ["verify", expect.any(String)]
  ])
})

test("what it reads alike in both directions is no doubt any more, and is shown as settled", async () => {
  const alone = await judged({ kind: "status", status: 500 }, DENIED)
  expect(kindsOf(alone.rows)).toEqual([[["negation"], []]])
  const { rows } = await judged(says("supported", "supported"), DENIED)
  expect(kindsOf(rows)).toEqual([[[], ["negation"]]])
})

test.each([
  ["one direction lacks something", says("supported", "not-supported")],
  ["one direction has no verdict", says("supported", undefined)],
  ["it can't tell", says("supported", "unclear")]
])("a doubt stays where %s", async (_, behaviour) => {
  expect(kindsOf((await judged(behaviour, DENIED)).rows)).toEqual([[["negation"], []]])
})

describe("no word of a model is enough", () => {
  test.each([
    ["figure", "It costs 40 EUR.", "You pay 50 EUR."],
    ["link", "See https://a.example/help.", "Have a look at https://b.example/help."],
    ["placeholder", "Please ask [PERSON_1].", "Do turn to [PERSON_2]."],
    ["blank", "Your number is [[order number]].", "The number is 4711."]
  ])("against another %s", async (kind, before, after) => {
    const { rows, verification } = await judged(says("supported", "supported"), { before, after })
    expect(verification).toMatchObject({ state: "done" })
    expect(rows.flatMap(({ changes }) => changes.map((one) => one.kind))).toContain(kind)
  })
})

test("what rules pass over and it reads otherwise is a doubt, and the other rows can be used without it", async () => {
  const before = "The driver has your number.\n\nSorry for the delay with this parcel.\n\nPlease keep the label."
  const after = "Your number is with the driver.\n\nSorry for this delay with the parcel.\n\nPlease keep the box."
  const { rows, safe } = await judged(
    says("contradicted", "supported", "supported", "supported", "supported", "supported"),
    { before, after }
  )
  expect(rows.map(({ changes }) => changes.map(({ kind }) => kind))[0]).toContain("judged")
  expect(safe).toMatch(/^The driver has your number\./)
})

test("a translation is judged like a rewrite, unless it is only read", async () => {
  const before = "Hello [PERSON_1],\n\nYou have 14 days. We don't take the lamp back after that. Araceli will answer."
  const after =
    "Hallo [PERSON_1],\n\nSie haben 14 Tage. Danach ist eine Rückgabe der Lampe ausgeschlossen. Arantxa antwortet Ihnen."
  const texts = { before, after, change: "to-de" } as const
  const verdicts = Array.from({ length: 8 }, (_, at) => (at === 6 ? "contradicted" : "supported"))
  const { rows, verification } = await judged(says(...verdicts), texts)
  expect(verification).toMatchObject({ confirmed: 3, doubted: 1 })
  expect(kindsOf(rows)).toEqual([
    [[], []],
    [[], []],
    [[], ["negation"]],
    [["judged"], []]
  ])
  const unjudged = await judged(says(...verdicts), { ...texts, isOnlyRead: true })
  expect(unjudged.verification).toBeUndefined()
  expect(judge.requests).toHaveLength(1)
})

test.each([
  ["Keep it for 14 days.", "Please do keep it for 14 days.", "Keep it for 18 days."],
  [
    "Order [ORDER_1] (12-7) costs 12.50 EUR.",
    "For order [ORDER_1] (12-7) it is 12.50 EUR.",
    "We charge a handling fee"
  ],
  ["ご注文から14日以内にご連絡ください。", "14日以内にお知らせください。", "ご注文から18日以内"]
])("who lets an altered sentence pass settles nothing: %s", async (before, after, control) => {
  const { rows } = await judged({ kind: "status", status: 500 }, { before, after })
  const lenient = await judged(answers(Array.from({ length: 9 }, () => "supported")), { before, after })
  expect(judge.requests.at(-1)?.body).toContain(control)
  expect(lenient.verification).toEqual({ model: "judge-model", state: "unreliable", confirmed: 0, doubted: 0 })
  expect(lenient.rows).toEqual(rows)
})

describe("without a usable verification the rules alone stand, and it is said", () => {
  test.each([
    ["malformed", { kind: "text", text: "They look alike to me." }],
    ["failed", { kind: "status", status: 401 }],
    ["late", { kind: "no-answer" }]
  ] as const)("%s", async (state, behaviour) => {
    const { rows, verification } = await judged(behaviour, { ...DENIED, verifyMs: 300 })
    expect(verification).toEqual({ model: "judge-model", state, confirmed: 0, doubted: 0 })
    expect(kindsOf(rows)).toEqual([[["negation"], []]])
  })

  test("a text that is too long for one request isn't cut, but not judged", async () => {
    const long = "We looked for the parcel at every depot of the town. ".repeat(120)
    const { verification } = await judged(says("supported"), {
      before: `${long}You can keep it.`,
      after: `${long}Do keep it.`
    })
    expect(verification).toMatchObject({ state: "done", confirmed: 0, doubted: 0, unasked: 1 })
    expect(judge.requests).toEqual([])
  })
})
