import { expect, test } from "vitest"
import { trimLineEnds } from "../../../src/text/words/trim-line-ends.ts"
import { threadClock } from "../../slowness.ts"

test("white space goes from the ends of lines and from nowhere else", () => {
  expect(trimLineEnds("  a \t\n\u00a0b\u00a0 \n\nc  d\n ")).toBe("  a\n\u00a0b\n\nc  d\n")
})

test("a long run of spaces within a line takes no longer than other text", () => {
  const spent = threadClock()
  const line = `x${" ".repeat(500_000)}y`
  expect(trimLineEnds(line)).toBe(line)
  // Each space looked at anew took minutes.
  expect(spent()).toBeLessThan(5000)
})
