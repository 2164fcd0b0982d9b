import { expect, test } from "vitest"
import * as z from "zod/mini"
import { parseSavedState } from "../../../src/ingest/source/source.ts"

test("what a source saved is read back; what another version wrote, or nobody, is nothing", () => {
  const shape = z.object({ began: z.number(), cursor: z.optional(z.string()) })
  expect(parseSavedState(JSON.stringify({ began: 3, cursor: "x" }), shape)).toEqual({ began: 3, cursor: "x" })
  for (const text of [undefined, "", "{", "null", "3", "[]", '"monday"', '{"began":"3"}', "began=3"])
    expect(parseSavedState(text, shape), text).toBe(undefined)
})
