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

test("questions in several sentences may need two pages, if each is about one of them", async () => {
  const text = "Is a damaged card replaced free of charge? Can I sign in on a new phone in the app?"
  expect(pagesOf((await draft(asking(text), "en", [damaged, phone])).text)).toEqual([true, true])
})

test("of what a question is about, the sentence before it may tell", async () => {
  const text = "Is the card replaced? I left an umbrella on the coach. Can you post it?"
  const lost = source(
    2,
    "en",
    "Lost on a coach",
    "What was left on a coach, such as an umbrella, is kept for 21 days.",
    {
      score: 1
    }
  )
  const letter = (await draft(asking(text), "en", [damaged, lost])).text
  expect([/free of charge/.test(letter), /21 days/.test(letter)]).toEqual([true, true])
})

test("a page that speaks no more of any question than the main one gives nothing", async () => {
  const text =
    "Is a damaged phone a reason to replace the card in the app? Can I sign in on the new phone? The charge is free."
  const letter = await draft(ticket("Damaged phone", text), "en", [
    { ...phone, score: 1 },
    { ...damaged, score: 0.9 }
  ])
  expect(pagesOf(letter.text)).toEqual([false, true])
})

test("a letter that is wished longer may take the second page for one question", async () => {
  const text = "My card is damaged by my phone. Can I replace the damaged card?"
  expect(pagesOf((await draft(asking(text), "en", [damaged, phone], "longer")).text)).toEqual([true, true])
})
