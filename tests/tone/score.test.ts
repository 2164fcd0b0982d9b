import { expect, test } from "vitest"
import { LANGUAGES, rowsOf } from "./own-set/rows.ts"
import { precision, recall, score, type Score } from "./score.ts"

/** The first and second parts were looked at while the check was written; the third was scored when it was done. */
test.each(["first", "second", "third"] as const)("the tone check on the %s part: precision .85, recall .7", (part) => {
  const counts = LANGUAGES.map((language) => ({ language, ...score(rowsOf(language, part)) }))
  const all = counts.reduce<Score>(
    (sum, { right, wrong, missed }) => ({
      right: sum.right + right,
      wrong: sum.wrong + wrong,
      missed: sum.missed + missed
    }),
    { right: 0, wrong: 0, missed: 0 }
  )
  const line = (name: string, one: Score) =>
    `${name}: ${one.right} right, ${one.wrong} wrong, ${one.missed} missed, precision ${precision(one).toFixed(3)}, recall ${recall(one).toFixed(3)}`
  console.log([line(part, all), ...counts.map((one) => line(one.language, one))].join("\n"))
  expect(precision(all)).toBeGreaterThanOrEqual(0.85)
  expect(recall(all)).toBeGreaterThanOrEqual(0.7)
})
