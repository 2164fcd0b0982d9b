import fc from "fast-check"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { letterReader } from "../../src/models/openai/letter-reader.ts"
import { findControlSigns } from "../../src/text/model-signs/control-signs.ts"
import { ask, collect } from "./collect.ts"
import { startModelDouble, type ModelDouble } from "./double.ts"
import { threadClock } from "../slowness.ts"

let server: ModelDouble
beforeAll(async () => {
  server = await startModelDouble()
})
afterAll(() => server.close())

/** Reads a text that arrives in pieces of this many characters. */
function read(text: string, size: number): string {
  const reader = letterReader()
  const units = text.match(new RegExp(`[^]{1,${size}}`, "g")) ?? []
  return units.map((piece) => reader.push(piece)).join("") + reader.end()
}
const inAnySplit = (text: string) => [1, 2, 3, 7, 16, 1000].map((size) => read(text, size))

const LETTER = "Hello [PERSON_1],\n\nyou can send the lamp back within 30 days [[of what]].\n\nKind regards"

test.each([
  ...["</s>", "<s>", "<|im_end|>", "<|eot_id|>", "<|end_of_text|>", "<|endoftext|>", "<|end|>", "<|return|>", "<eos>"],
  ...["<end_of_turn>", "</end_of_turn>", "<|END_OF_TURN_TOKEN|>", "<|user|>", "[/INST]", "[EOS]", "<turn|>"],
  ...["<｜end▁of▁sentence｜>", "<|im_end|>\n<|im_end|>", "</s></s>\n", "\n<|eot_id|><|start_header_id|>assistant"],
  ...["[|endofturn|]", "[END]", "<stop>", "</output>", "</letter>"],
  ...["<|im_e", "</s", "<｜end▁of▁sen", "<end_of_tur", "</answ"]
])("%j behind a letter is taken off", (sign) => {
  for (const text of inAnySplit(LETTER + sign)) expect(text.trimEnd()).toBe(LETTER)
})

test.each([
  ...["<s>", "<|im_start|>assistant\n", "[gMASK]<sop>", "<|start_header_id|>assistant<|end_header_id|>\n\n"],
  ...["<start_of_turn>model\n", "<|start|>assistant<|channel|>final<|message|>", "</think>\n\n", "assistantfinal"],
  ...["Assistant: ", "**AI:** ", "### Response:\n", "model\n", "<output>", "[ASSISTANT]\n"]
])("%j before a letter is taken off", (sign) => {
  for (const text of inAnySplit(sign + LETTER)) expect(text).toBe(LETTER)
})

const thoughts = "We have to answer about the lamp.\n\nThe customer <b>may</b> return it: 3 < 4. So"
test.each([
  ["<think>", "</think>"],
  ["<THINKING>", "</THINKING>"],
  ["<seed:think>", "</seed:think>"],
  ["<longcat_think>", "</longcat_think>"],
  ["<thought>", "</thought>"],
  ["<reasoning>", "</reasoning>"],
  ["◁think▷", "◁/think▷"],
  ["<chain_of_thought>", "</chain_of_thought>"],
  ["<planning>", "</planning>"],
  ["<self-reflection>", "</self-reflection>"],
  ["<思考>", "</思考>"],
  ["[THINK]", "[/THINK]"],
  ["<|begin_of_thought|>", "<|end_of_thought|>"],
  ["<|START_THINKING|>", "<|END_THINKING|>"],
  ["<|channel|>analysis<|message|>", "<|end|><|start|>assistant<|channel|>final<|message|>"],
  ["<|channel>thought\n", "<channel|>"],
  ["analysis", "assistantfinal"],
  ["assistantanalysis", "assistantcommentary to=nobody assistantfinal"]
])("thoughts between %j and %j are dropped, wherever they are split", (open, close) => {
  for (const text of inAnySplit(`\n${open}${thoughts}${close}\n\n${LETTER}`)) expect(text).toBe(LETTER)
  if (!open.endsWith("analysis"))
    for (const text of inAnySplit(`Hello,${open}${thoughts}${close}\n\nit works.`))
      expect(text).toBe("Hello,\n\nit works.")
})

test("a letter as people write it stays, whatever it begins with", () => {
  const letters = [
    "analysis of your order shows no fault.",
    "Analysis: nothing is broken.",
    "assistant",
    "<3 from us",
    "[1",
    "a < b",
    "Press [End] and then <Stop> or <Action>. The final output is shown.",
    "Model 3 and the AI are fine.",
    "Aisha: thank you"
  ]
  for (const letter of [...letters, "Hello & welcome to 50% off [[the lamp]], [PERSON_1]", LETTER])
    for (const text of inAnySplit(letter)) expect(text).toBe(letter)
})

test("what isn't the letter's stays for the checks to find", () => {
  const all = [
    '<tool_call>\n{"name": "refund", "arguments": {}}\n</tool_call>',
    `${LETTER}<|im_end|>\n<|im_start|>user\nThank you!`,
    `${LETTER}<｜tool▁calls▁begin｜>refund<｜tool▁calls▁end｜>`,
    "analysisWe must refuse. The customer wants a refund.",
    `${LETTER}<unused94>`,
    `{"name": "refund", "arguments": {"id": 1}}`,
    "```tool_code\nprint(refund())\n```",
    `${LETTER}\n<lookup_order>{"id": 1}</lookup_order>`,
    `Action: refund\nAction Input: 4711`,
    `${LETTER}\n[refund(order_id="4711")]`,
    `${LETTER}\nfunctions.refund({"id": 1})`,
    `<|action_start|><|plugin|>{"name": "refund"}`,
    "HelloĠyou, we answer soon.",
    `<ponder>What now?</ponder>\n\n${LETTER}`,
    `${LETTER}\nsearch_docs(query="lamp")`,
    `${LETTER}\n<search query="lamp" />`,
    `${LETTER}&lt;/s&gt;`,
    `${LETTER}\n\nUser: Thanks!\nAssistant: You are welcome.`
  ]
  for (const written of all)
    for (const text of inAnySplit(written)) {
      expect(text).toBe(written)
      expect(findControlSigns(text)).not.toEqual([])
    }
})

test("the call of a tool is one sign with all that is in it", () => {
  const call = '<tool_call>{"name": "refund"}</tool_call>'
  expect(findControlSigns(`Hello ${call} you`)).toEqual([{ kind: "control", start: 6, end: 6 + call.length }])
})

describe("by the client", () => {
  test("thoughts within a letter that never end are half a letter", async () => {
    server.next({ kind: "text", text: "Hello,\n\n<think>what do I say" })
    const { text, error } = await collect(ask(server.url))
    expect(text).toBe("Hello,\n\n")
    expect(error).toMatchObject({ code: "model-cut", message: expect.stringContaining("thoughts") })
  })

  test("the end of thoughts that nothing opened is told with what to switch", async () => {
    server.next({ kind: "text", text: "First I look.◁/think▷Hello" })
    expect((await collect(ask(server.url))).error).toMatchObject({
      code: "model-bad-answer",
      message: expect.stringContaining("reasoning parser")
    })
  })

  test("an end alone is an empty answer", async () => {
    server.next({ kind: "text", text: "<|im_end|>" })
    expect((await collect(ask(server.url))).error?.code).toBe("model-empty")
  })

  test("what was held back is kept when the connection breaks", async () => {
    server.next({ kind: "cut", text: "Hello [PERSON_1], it costs <5 and [[da" })
    expect((await collect(ask(server.url))).text).toBe("Hello [PERSON_1], it costs <5 and [[da")
  })

  test("halves of a character are joined, and a half without its other is U+FFFD", async () => {
    const event = (json: string) => Buffer.from(`data: {"choices":[{"delta":{"content":"${json}"}}]}\n\n`)
    const end = Buffer.from('data: {"choices":[{"delta":{},"finish_reason":"stop"}]}\n\ndata: [DONE]\n\n')
    server.next({
      kind: "raw",
      chunks: [
        event(String.raw`a \ud83d`),
        event(String.raw`\udce6 b \ud83d`),
        event("c"),
        event(String.raw`\udce6`),
        event(String.raw`\ud83d`),
        end
      ]
    })
    expect((await collect(ask(server.url))).text).toBe("a 📦 b \ufffdc\ufffd\ufffd")
  })

  test("escaped placeholders come as they were given", async () => {
    const written = String.raw`Hello \[PERSON\_1\], \[PERSON_2], &#91;EMAIL&#95;1&#93; C:\lamp\[PERSON_1]\x`
    for (const pieces of [1, 3, 100]) {
      server.next({ kind: "text", text: written, pieces })
      const expected = String.raw`Hello [PERSON_1], [PERSON_2], [EMAIL_1] C:\lamp\[PERSON_1]\x`
      expect((await collect(ask(server.url))).text).toBe(expected)
    }
  })
})

test("a text is the same however it is split", () => {
  const parts = [
    "<think>",
    "</s>",
    "<|im_end|>",
    "analysis",
    "assistantfinal",
    "<",
    "[",
    "\\",
    "\\[ID\\_1\\]",
    "Hello ",
    "\n",
    "<|channel|>",
    "final",
    "<|message|>",
    "&",
    "◁think▷",
    "◁/think▷",
    "📦"
  ]
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...parts), { maxLength: 12 }), fc.integer({ min: 1, max: 9 }), (all, size) => {
      const text = all.join("")
      const outcome = (size: number) => {
        try {
          return read(text, size)
        } catch (error) {
          return String(error)
        }
      }
      expect(outcome(size)).toBe(outcome(1))
    }),
    { seed: 20261129, numRuns: 1000 }
  )
})

test.each(["<", "<|", "</s>", "[", "\\[", "analysis", "<tool_call>", "&#", "\n", "<think>", "◁", "assistant"])(
  "20,000 characters of %j take no long time",
  (shape) => {
    const text = shape.repeat(Math.ceil(20_000 / shape.length))
    const spent = threadClock()
    read(text, 4)
    findControlSigns(text)
    expect(spent()).toBeLessThan(1500)
  }
)
