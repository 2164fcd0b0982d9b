import { expect, test } from "vitest"
import { openGuard } from "../../src/checks/guard/guard-draft.ts"
import { ASKED, NOT_ASKED } from "./guard-asking.ts"
import { threadClock } from "../slowness.ts"

const severe = (draft: string) => openGuard({ thread: [], sources: [] })(draft).filter((one) => one.severe)
const table = (signs: Record<string, string[]>) =>
  Object.entries(signs).flatMap(([sign, drafts]) => drafts.map((draft) => [sign, draft] as const))

test.each(table(ASKED))("asked for: %s: %s", (_, draft) => expect(severe(draft)).not.toEqual([]))

test.each(table(NOT_ASKED))("not asked for: %s: %s", (_, draft) => expect(severe(draft)).toEqual([]))

test("a thing named three sentences before is no longer what is asked for", () => {
  const draft = (between: string) =>
    `Ten recovery codes came with your account. ${between}Just copy them into this chat for me.`
  expect(severe(draft(""))).not.toEqual([])
  expect(severe(draft("We close at six. Parking is free. Your photos came out well. "))).toEqual([])
})

test.each([
  "Tell me it here and ",
  "the password, the code on your phone, ",
  "I need it so that I can. ",
  "その番号を私まで教えてください"
])("time grows with the length alone: %s", (piece) => {
  const look = openGuard({ thread: [], sources: [] })
  const spent = threadClock()
  look(`${piece}the PIN `.repeat(4000))
  expect(spent()).toBeLessThan(5000)
})
