import { expect, test } from "vitest"
import { toThePoint } from "../../../../src/relay/drafting/offline/choosing/choose-sentences.ts"
import { questionOf } from "../../../../src/relay/drafting/offline/reading/customer-question.ts"
import { quotableOf } from "../../../../src/relay/drafting/offline/reading/quotable.ts"
import { VOICES } from "../../../../src/relay/drafting/voices/voice.ts"
import { ticket } from "../../../knowledge/help/tickets.ts"
import { source } from "../offline-help.ts"

const PAGE = `You can pay by card or transfer. Transfers are due within seven days.

Charged twice?

A second amount that is pending is a reservation of your bank. The bank releases it within seven days.

How long a refund takes

- Paid with: Card; Time: 5 days
- Paid with: Transfer; Time: 3 days`

function left(written: string, page = PAGE): string[] {
  const question = questionOf(ticket("", written), () => 1, "en", VOICES.en)
  const quotable = quotableOf([source(1, "en", "", page)], "en", VOICES.en)
  return question ? toThePoint(question, quotable).map(({ text }) => text) : []
}

test("a section that matches far less, and speaks of nothing that is asked, says nothing to the customer", () => {
  const said = left("The second amount, a reservation of my bank, is pending. How long until the bank releases it?")
  expect(said.join(" ")).toContain("The bank releases it within seven days.")
  expect(said.join(" ")).not.toContain("Transfers are due")
})

test("a section that speaks of what is asked stays, however little it matches", () => {
  const asked =
    "The second amount, a reservation of my bank, is pending. When does the bank release it? Can I pay by transfer?"
  expect(left(asked).join(" ")).toContain("You can pay by card or transfer.")
})

test("a table that has the customer's case stays", () => {
  const asked =
    "I paid by card. The second amount, a reservation of my bank, is pending. When does the bank release it?"
  expect(left(asked)).toContain("Paid with: Card; Time: 5 days")
})

test("a page without headings is one section, and where nothing is asked all stays", () => {
  const plain = "Transfers are due within seven days. A second amount is a reservation."
  expect(left("The second amount is a reservation. When does it go?", plain)).toHaveLength(2)
  expect(left("The second amount, a reservation of my bank, is pending.")).toHaveLength(
    quotableOf([source(1, "en", "", PAGE)], "en", VOICES.en).length
  )
})

test("steps that are numbered within a line are a list, of which the sentences behind the last step are no part", () => {
  const page = "Do this: 1. Unplug the hub. 2. Wait a minute.\n3. Press Reset. Write to us if it stays red."
  const read = quotableOf([source(1, "en", "", page)], "en", VOICES.en)
  expect(read.map(({ text, isListItem }) => (isListItem ? `- ${text}` : text))).toEqual([
    "Do this:",
    "- Unplug the hub.",
    "- Wait a minute.",
    "- Press Reset.",
    "Write to us if it stays red."
  ])
})
