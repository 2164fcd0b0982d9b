import { expect, test } from "vitest"
import { LANGUAGES, NEW_PARTS, newRows, rowsOf } from "./own-set/rows.ts"
import { precision, recall, score, type Score } from "./score.ts"

/** The first and second parts were looked at while the check was written; the third was scored when it was done. */
test.each(["first", "second", "third"] as const)("the tone check on the %s part: precision .85, recall .75", (part) => {
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
  expect(recall(all)).toBeGreaterThanOrEqual(0.75)
})

/** Half of `data/tone-new` was looked at; the other half is read only where somebody asks for it. */
test("on the third part and the new replies together, by two writers: precision .85, recall .75", () => {
  const added = NEW_PARTS.flatMap(newRows)
  const all = score([...LANGUAGES.flatMap((language) => rowsOf(language, "third")), ...added])
  const alone = score(added)
  for (const [name, one] of [
    ["together", all],
    ["new alone", alone]
  ] as const)
    console.log(`${name}: precision ${precision(one).toFixed(3)}, recall ${recall(one).toFixed(3)}`)
  expect(precision(all)).toBeGreaterThanOrEqual(0.85)
  expect(recall(all)).toBeGreaterThanOrEqual(0.75)
  expect(precision(alone)).toBeGreaterThanOrEqual(0.85)
})
