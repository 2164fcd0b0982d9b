import { expect, test, vi } from "vitest"
import { once, onceEach } from "../../../src/text/memo/text-memory.ts"

test("what is delayed is made when first needed, and once, even where it is undefined", () => {
  const make = vi.fn(() => undefined)
  const result = once(make)
  expect(make).not.toHaveBeenCalled()
  expect([result(), result()]).toEqual([undefined, undefined])
  expect(make).toHaveBeenCalledTimes(1)
})

test("it is made once for each key", () => {
  const make = vi.fn((key: string) => (key === "xx" ? undefined : [key]))
  const result = onceEach(make)
  expect(result("en")).toBe(result("en"))
  expect([result("de"), result("xx"), result("xx")]).toEqual([["de"], undefined, undefined])
  expect(make.mock.calls).toEqual([["en"], ["de"], ["xx"]])
})
