import { expect, test } from "vitest"
import { ticket } from "../../../knowledge/help/tickets.ts"
import { draft, source } from "../offline-help.ts"

const damaged = source(
  1,
  "en",
  "A damaged card",
  "A damaged card is replaced free of charge under Card, Replace. The new card keeps the same number.",
  { score: 1 }
)
const phone = source(
  2,
  "en",
  "A damaged phone",
  "A damaged phone is no reason to replace the card in the app. Sign in on the new phone.",
  { score: 0.9 }
)
const pagesOf = (text: string) => [/free of charge|same number/.test(text), /no reason|Sign in/.test(text)]
const asking = (text: string) => ticket("Damaged card", text)

test("one question is answered from one page; the other page's sentences are offered", async () => {
  const { text, answer } = await draft(
    asking("My card is damaged by my phone. Can I replace the damaged card?"),
    "en",
    [damaged, phone]
  )
  expect(pagesOf(text)).toEqual([true, false])
  expect(answer?.suggestions.map(({ source: n }) => n)).toContain(2)
})

test("questions in several sentences may need two pages", async () => {
  const text = "Can I replace the damaged card? Can I sign in on a new phone in the app?"
  expect(pagesOf((await draft(asking(text), "en", [damaged, phone])).text)).toEqual([true, true])
})

test("a letter that is wished longer may take the second page for one question", async () => {
  const text = "My card is damaged by my phone. Can I replace the damaged card?"
  expect(pagesOf((await draft(asking(text), "en", [damaged, phone], "longer")).text)).toEqual([true, true])
})
