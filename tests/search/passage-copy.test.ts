import { expect, test } from "vitest"
import { passageAround, passagesOfTexts, textsOfPassages } from "../../src/search/passages/passages.ts"
import { collectGarbage } from "../collect-garbage.ts"

test("a passage that is kept doesn't keep its document", () => {
  const heapAfterGarbage = () => {
    collectGarbage()
    return process.memoryUsage().heapUsed
  }
  /** Some 60 kB, as it comes from the database. */
  const handbook = (n: number) => {
    const passages = Array.from({ length: 40 }, (_, at) => ({
      headings: ["How to order", `What costs what in part ${at}`],
      text: `Sentence ${at} of handbook ${n}. `.repeat(50)
    }))
    return passagesOfTexts(Buffer.from(textsOfPassages(passages)).toString())
  }
  const before = heapAfterGarbage()
  const kept = Array.from({ length: 100 }, (_, n) => passageAround(handbook(n), [0, 1]))
  const bytesEach = (heapAfterGarbage() - before) / kept.length
  expect(kept[7]?.headings).toEqual(["How to order", "What costs what in part 1"])
  expect(bytesEach).toBeLessThan(10_000)
})
