import { expect, test } from "vitest"
import { gapOf, gapsToPlaceholders } from "../../../src/ingest/sources/tickets/gaps.ts"
import { MASK_TYPES } from "../../../src/masking/basis/placeholder-table.ts"
import { LANGUAGES } from "../../../src/text/languages.ts"

const WORDLESS = ["SECRET", "LIT"]

test.each(LANGUAGES)("every type of value but a secret has words of its own, in %s", (language) => {
  const wordless = MASK_TYPES.filter((type) => gapOf(type, language) === "[…]")
  expect(wordless).toEqual(WORDLESS)
})

test("a gap becomes a placeholder of its type, in whatever language it is written", () => {
  expect(gapsToPlaceholders("[ein Name] wrote to [un nom]'s shop")).toBe(
    "[PERSON_999999] wrote to [PERSON_999999's] shop"
  )
})
