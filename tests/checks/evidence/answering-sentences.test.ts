import { expect, test } from "vitest"
import { runAnswerJob } from "../../../src/checks/evidence/answering-sentences.ts"

const sources = [
  {
    n: 1,
    about: "Lost parcels, The carrier search",
    text: "The carrier answers within five working days. Until the search has ended, nothing is refunded."
  },
  { n: 2, about: "Opening hours", text: "The shop opens at nine." },
  { n: 0, about: "", text: "My parcel never came. I asked the neighbours." }
]
const answer = (question: string) => runAnswerJob({ kind: "answer", question, language: "en", sources })

test("the nearest sentence comes first, from a page or the ticket", () => {
  expect(answer("When does the shop open?")).toEqual([{ n: 2, text: "The shop opens at nine." }])
  expect(answer("Is anything refunded before the search has ended?")[0]?.n).toBe(1)
  expect(answer("Did they ask the neighbours?")[0]).toEqual({ n: 0, text: "I asked the neighbours." })
})

test("nothing comes near: no sentence", () => {
  expect(answer("Do we lend lamps to schools?")).toEqual([])
  expect(runAnswerJob({ kind: "answer", question: "Why?", language: null, sources: [] })).toEqual([])
})

const PAGE = `How long it takes from then

Paid by card: 5 to 7 working days.

How is it paid back? By the way that was used for paying.

Not covered

- Broken glass, unless it arrived broken.
- Wear parts: seals, filters, bulbs.`
const nearest = (question: string, text = PAGE, n = 1) =>
  runAnswerJob({ kind: "answer", question, language: "en", sources: [{ n, about: "Refunds", text }] })

test("headings and questions are no answers, but lead to what is below them", () => {
  expect(nearest("How long does it take?")[0]?.text).toBe("Paid by card: 5 to 7 working days.")
  const apart = "Is it free of charge?\n\nOnly the first one."
  expect(nearest("Is that free of charge?", apart)).toEqual([{ n: 1, text: "Only the first one." }])
  expect(nearest("How is it paid back?")[0]?.text).toBe("By the way that was used for paying.")
  expect(nearest("What happens next?", "What happens next? I have waited for a week.", 0)).toEqual([])
})

test("an item that its heading denies comes with that heading", () => {
  expect(nearest("Is broken glass covered?")[0]).toEqual({
    n: 1,
    text: "Broken glass, unless it arrived broken.",
    deniedBy: "Not covered"
  })
})

test.each([
  ["en", "What did we promise?", "I will send you a label by Friday.", "I will write again tomorrow."],
  ["en", "Was haben wir versprochen?", "I will send you a label by Friday.", "I will write again tomorrow."],
  ["de", "Was haben wir zugesagt?", "Ich sende Ihnen bis Freitag ein Etikett.", "Ich will es bis morgen schicken."],
  ["fr", "Qu'avons-nous promis ?", "Je vous enverrai une étiquette avant vendredi.", "Je vous écrirai demain."],
  ["es", "¿Qué hemos prometido?", "Le enviaré una etiqueta antes del viernes.", "Le escribiré mañana."],
  ["pt", "O que prometemos?", "Enviarei uma etiqueta até sexta-feira.", "Vou escrever amanhã."]
])("%s: %s shows the team's promises, and not the customer's", (language, question, promise, ofCustomer) => {
  const thread = [
    { n: 0, about: "", text: promise, by: "agent" as const },
    { n: 0, about: "", text: ofCustomer, by: "customer" as const },
    { n: 1, about: "Promises", text: "A promise is kept. We promise five days. Une promesse est tenue." }
  ]
  expect(runAnswerJob({ kind: "answer", question, language, sources: thread })).toEqual([{ n: 0, text: promise }])
})

test("where nothing was promised, the nearest sentences are shown", () => {
  expect(answer("Did we promise that nothing is refunded until the search has ended?")[0]?.n).toBe(1)
})
