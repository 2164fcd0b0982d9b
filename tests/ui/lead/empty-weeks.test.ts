import { expect, test } from "vitest"
import { withEmptyWeeks } from "../../../src/ui/lead/figures/empty-weeks.ts"
import { answerOf } from "./lead-figures.ts"

test.each([
  ["2025-W51", "2026-W02", ["2025-W51", "2025-W52", "2026-W01", "2026-W02"]],
  // A year of 53 weeks.
  ["2026-W52", "2027-W01", ["2026-W52", "2026-W53", "2027-W01"]],
  ["2026-W10", "2026-W11", ["2026-W10", "2026-W11"]]
])("weeks from %s to %s", (first, last, weeks) => {
  const { groups } = answerOf("week", [
    [first, { unchanged: 1, light: 0, heavy: 0 }],
    [last, { unchanged: 1, light: 0, heavy: 0 }]
  ])
  expect(withEmptyWeeks("week", groups).map(({ key }) => key)).toEqual(weeks)
})
