import { expect, test } from "vitest"
import { maskText } from "../../src/masking/index.ts"

const masked = (text: string, name = "Anna Bergmann", locale?: string) =>
  maskText(text, { entries: [] }, [{ name }], { locale }).text

test.each([
  ["shorter"],
  ["shorter\nno refund"],
  ["Shorter, please", "de"],
  ["make it shorter"],
  ["plus court", "de"],
  ["más corto"],
  ["informal greeting", "de"],
  ["in German", "de"]
])("a wish is no name: %s", (wish, locale?: string) => {
  expect(masked(wish, undefined, locale)).toBe(wish)
})

test("names in a wish are masked, and so is somebody of the ticket who is called like one", () => {
  expect(masked("shorter, for Maya Lindgren")).toBe("shorter, for [PERSON_1]")
  expect(masked("shorter for Anna Bergmann")).toBe("shorter for [PERSON_1]")
  expect(masked("Shorter", "Frank Shorter")).toBe("[PERSON_1]")
})
