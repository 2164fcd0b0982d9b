import { expect, test } from "vitest"
import { rowUnderHeading } from "../../../../src/relay/drafting/offline/reading/table-row.ts"
import { ticket } from "../../../knowledge/help/tickets.ts"
import { draft, source } from "../offline-help.ts"

test("under its heading, a row of two columns is said without their names", async () => {
  const page = source(
    1,
    "en",
    "Refunds",
    "How long a refund takes\n\n- Paid by: card; Time: 5 to 7 working days\n- Paid by: transfer; Time: 3 working days\n- Paid by: gift card; Time: at once"
  )
  const asked = ticket("Refund", "I paid by transfer. How long does the refund take?")
  const { text } = await draft(asked, "en", [page])
  expect(text).toContain("How long a refund takes:\n\n- transfer: 3 working days")
  expect(text).not.toContain("Paid by")
})

test.each([
  ["Plan: Plus; Price: €5; Limit: 3", undefined],
  ["Note: bring a passport", undefined],
  ["Bezahlt mit: Karte; Dauer: 5 bis 7 Werktage", "Karte: 5 bis 7 Werktage"],
  ["Zone: 2; From: 10:00 to 12:30", "2: 10:00 to 12:30"]
])("%s", (row, said) => {
  expect(rowUnderHeading(row)).toBe(said)
})
