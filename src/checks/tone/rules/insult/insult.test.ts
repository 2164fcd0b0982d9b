import { readFileSync } from "node:fs"
import { join } from "node:path"
import { expect, test } from "vitest"
import { quotesOf } from "../../../../../tests/checks/quotes-of.ts"

interface Case {
  language: string
  reply: string
  /** The words that the rule quotes, or null. */
  marked: string | null
}

const cases: Case[] = JSON.parse(readFileSync(join(import.meta.dirname, "cases.json"), "utf8"))

test.each(cases)("Insult, $language: $reply", ({ language, reply, marked }) => {
  expect(quotesOf("insult", reply, language)).toEqual(marked === null ? [] : [marked])
})
