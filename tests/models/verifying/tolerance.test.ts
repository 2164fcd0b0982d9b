import { afterEach, beforeEach, expect, test } from "vitest"
import { createChatVerifier } from "../../../src/models/openai/openai-verifier.ts"
import { startModelDouble, type Behaviour, type ModelDouble } from "../double.ts"
import { TASK } from "./task.ts"

let double: ModelDouble
beforeEach(async () => {
  double = await startModelDouble({ kind: "status", status: 400 })
})
afterEach(() => double.close())

/** Asks about three sentences, and returns the verdicts by number. */
async function read(...behaviours: (string | Behaviour)[]) {
  double.next(...behaviours.map((one): Behaviour => (typeof one === "string" ? { kind: "text", text: one } : one)))
  const chat = createChatVerifier({ baseUrl: double.url, name: "small", pauseMs: 1 })
  const { verdicts } = await chat.ask(TASK, new AbortController().signal)
  return Object.fromEntries(verdicts.map(({ n, verdict, evidence }) => [n, [verdict, ...(evidence ?? [])]]))
}

const entry = (n: unknown, verdict: unknown, evidence: unknown = ["S1.1"]) =>
  JSON.stringify({ n, verdict, evidence, why: "" })
const all = (...entries: string[]) => `{"verdicts": [${entries.join(", ")}], "unanswered": []}`

test.each([
  ["Supported", "supported"],
  ["**Supported.**", "supported"],
  ["fully supported", "supported"],
  ["entailment", "supported"],
  ["Follows", "follows"],
  ["notSupported", "not-supported"],
  ["NOT_SUPPORTED", "not-supported"],
  ["unsupported", "not-supported"],
  ["Partially supported", "not-supported"],
  ["Contradiction", "contradicted"],
  ["contradicts", "contradicted"],
  ["other case", "other-case"],
  ["Unknown", "unclear"]
])("the verdict %s is %s", async (written, verdict) => {
  expect(await read(all(entry(1, written)))).toEqual({ 1: [verdict, "S1.1"] })
})

test("a word that is no verdict is none", async () => {
  expect(await read(all(entry(1, "supported"), entry(2, "not really supported, I think"), entry(3, true)))).toEqual({
    1: ["supported", "S1.1"]
  })
})

test.each(["1.", "1", "#1", "1)", "Sentence 1", 1])("the number %s is 1", async (n) => {
  expect(await read(all(entry(n, "supported")))).toEqual({ 1: ["supported", "S1.1"] })
})

test.each([
  ["one text", "S1.1", ["S1.1"]],
  ["one text with several names", "S1.1, s1.2 and M1.1", ["S1.1", "S1.2", "M1.1"]],
  ["names with their lines", ["S1.2 The parcel must not be heavier"], ["S1.2"]],
  ["nothing", null, []],
  ["an empty text", "", []],
  ["more than texts", ["S1.1", { id: "S1.2" }], ["S1.1"]]
])("evidence as %s", async (_what, evidence, names) => {
  expect(await read(all(entry(1, "supported", evidence)))).toEqual({ 1: ["supported", ...names] })
})

test.each([
  ["single quotes", "{'verdicts': [{'n': 1, 'verdict': 'supported', 'evidence': ['S1.1'], 'why': ''}]}"],
  ["commas too many", `{"verdicts": [${entry(1, "supported")},],}`],
  ["a code block", `\`\`\`json\n${all(entry(1, "supported"))}\n\`\`\``],
  ["words around it", `Here [as asked] it is: ${all(entry(1, "supported"))} I hope {that} helps.`],
  ["a broken neighbour", `{"verdicts": [${entry(1, "supported")}, {"n": 2, "verdict": supp"orted}]}`],
  ["brackets in a reason", `{"verdicts": [{"n": 1, "verdict": "supported", "evidence": ["S1.1"], "why": "}]{"}, {"n"`]
])("%s", async (_what, answer) => {
  expect(await read(answer, { kind: "status", status: 400 })).toEqual({ 1: ["supported", "S1.1"] })
})

test.each([
  ["by itself", (text: string): Behaviour => ({ kind: "text", text })],
  ["at a limit of tokens", (text: string): Behaviour => ({ kind: "text", text, finish: "length" })],
  ["with the connection", (text: string): Behaviour => ({ kind: "cut", text })]
])("of an answer that breaks off %s, the whole entries count, and the rest is asked for once", async (_how, cut) => {
  const begun = `{"verdicts": [${entry(1, "supported")}, {"n": 2, "verdict": "supp`
  expect(await read(cut(begun), all(entry(2, "contradicted"), entry(3, "unsupported", [])))).toEqual({
    1: ["supported", "S1.1"],
    2: ["contradicted", "S1.1"],
    3: ["not-supported"]
  })
  expect(double.requests).toHaveLength(2)
  const asked = JSON.parse(double.requests[1]?.body ?? "").messages[1].content
  expect(asked).toMatch(/SENTENCES \w+ ---\n\| 2\. .*\n\| 3\. /)
})

test("if the rest fails too, what came first counts", async () => {
  const begun = `{"verdicts": [${entry(1, "supported")}, {"n": 2, "ver`
  expect(await read(begun, { kind: "status", status: 400 })).toEqual({ 1: ["supported", "S1.1"] })
})

test("an answer that breaks off before the first entry is an error", async () => {
  await expect(read({ kind: "text", text: '{"verdicts": [{"n": 1, "ver', finish: "length" })).rejects.toMatchObject({
    code: "model-cut"
  })
})
