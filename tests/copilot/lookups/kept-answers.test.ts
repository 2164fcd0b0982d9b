import { expect, test } from "vitest"
import { keptAnswers } from "../../../src/copilot/lookups/kept-answers.ts"
import { cipherFrom } from "../../../src/store/cipher.ts"
import { definitionOf } from "../../lookups/help/definition.ts"

const OWN = definitionOf(`lookup: desk
title: Desk
url: /api/customers/{t}
values: {t: {label: ticket, from: ticket-id}}
facts: {plan: {label: Plan, path: $.plan}}
`)
const VALUES = { t: "1" }

function memory() {
  const held = new Map<string, unknown>()
  return {
    get: async (name: string) => held.get(name),
    set: async (name: string, value: unknown) => void held.set(name, value),
    remove: async (name: string) => void held.delete(name),
    clear: async () => held.clear()
  }
}

test("an answer of one helpdesk isn't used on another site", async () => {
  const kept = keptAnswers(memory(), await cipherFrom(btoa("k".repeat(32))))
  const facts = [{ name: "plan", label: "Plan", value: "Gold" }]
  const at = (origin: string) => ({ definition: OWN, values: VALUES, origin })
  await kept.put(at("https://a.example"), { at: 1000, found: { facts, identities: [], none: false, more: false } })
  expect((await kept.get(at("https://a.example"), 2000))?.found.facts).toEqual(facts)
  expect(await kept.get(at("https://b.example"), 2000)).toBeUndefined()
  await kept.forget(at("https://b.example"))
  expect(await kept.get(at("https://a.example"), 2000)).toBeDefined()
})
