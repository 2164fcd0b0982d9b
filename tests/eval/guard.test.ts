import { expect, test } from "vitest"
import * as z from "zod/mini"
import { evaluate } from "./command.ts"

const answer = z.object({ ok: z.boolean(), findings: z.array(z.object({ kind: z.string(), start: z.number(), end: z.number(), message: z.string(), severe: z.boolean() })) })

test("a draft with a link that nobody gave is not ok, one that quotes its source is; offsets lie in the draft", async () => {
  const line = { thread: [{ role: "customer", text: "How do I return a lamp?" }], sources: ["Start at https://shop.example/returns."] }
  const bad = "🙂 Start at https://shop-returns.example/now please."
  const ran = await evaluate(["guard"], [{ ...line, id: "good", draft: "Start at https://shop.example/returns." }, { ...line, id: 2, draft: bad, internal: null }, { ...line, id: 3, draft: "Hello", internal: ["A note."] }, { ...line, id: 4 }])
  expect(ran.code).toBe(1)
  expect(ran.lines.map(({ id }) => id)).toEqual(["good", 2, 3, 4])
  const [good, found] = ran.lines.slice(0, 2).map((one) => answer.parse(one))
  expect(good).toEqual({ ok: true, findings: [] })
  expect(found?.ok).toBe(false)
  expect(found?.findings.map(({ start, end }) => bad.slice(start, end)).join()).toContain("shop-returns.example")
  expect(ran.lines[3]).toHaveProperty("error")
})
