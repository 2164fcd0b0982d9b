import { expect, test } from "vitest"
import * as z from "zod/mini"
import { evaluate } from "./command.ts"

const answer = z.object({
  supported: z.boolean(),
  score: z.number(),
  sentences: z.array(
    z.object({
      start: z.number(),
      end: z.number(),
      supported: z.boolean(),
      signals: z.object({ coverage: z.number(), facts: z.number() }),
      missing: z.array(z.object({ kind: z.string(), start: z.number(), end: z.number() }))
    })
  )
})
const sources = ["Returns are free within 30 days. Maya Lindgren signs for them, maya@lindgren.example."]
const text = "🙂 Maya Lindgren signs for them. Returns are free within 45 days."

test.each([[[]], [["--masked", "strict"]], [["--masked", "balanced"]]])(
  "%j: what the sources say is supported, another figure isn't, and offsets lie in the text as given",
  async (options) => {
    const ran = await evaluate(
      ["support", ...options],
      [
        { id: "a", sources, text },
        { id: 2, sources }
      ]
    )
    expect(ran.code).toBe(1)
    const told = answer.parse(ran.lines[0])
    expect(told).toMatchObject({ supported: false, sentences: [{ supported: true }, { supported: false }] })
    expect(told.sentences.map(({ start, end }) => text.slice(start, end).trim())).toEqual([
      "🙂 Maya Lindgren signs for them.",
      "Returns are free within 45 days."
    ])
    const [missing] = told.sentences[1]?.missing ?? []
    expect(text.slice(missing?.start, missing?.end)).toContain("45 days")
    expect(ran.lines[1]).toHaveProperty("error")
  }
)

test("another mode is refused with the usage", async () => {
  expect((await evaluate(["support", "--masked", "loose"])).code).toBe(2)
})
