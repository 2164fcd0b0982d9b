import { expect, test } from "vitest"
import { rowLayout, textWidth } from "../../../src/ui/lead/figures/charts/row-layout.ts"

const ROOM = { width: 360, text: 1 }

test("a bar begins behind its name, also where characters are as wide as they are high", () => {
  const [name, words] = ["下書きを使用", "12件"]
  const { labels, isAbove } = rowLayout([{ name, words }], ROOM)
  expect(isAbove).toBe(false)
  expect(labels).toBeGreaterThanOrEqual(name.length * 13)
})

test("names that would take more than two fifths of the width stand above their bars", () => {
  const { labels, isAbove } = rowLayout([{ name: "返信がどの下書きからも作られなかった場合", words: "1" }], ROOM)
  expect([labels, isAbove]).toEqual([0, true])
})

test("the longest bar leaves room for the number behind it", () => {
  const words = "担当者が12件、リーダーが3件"
  const { labels, longest } = rowLayout([{ name: "口調", words }], ROOM)
  expect(labels + longest + 8 + textWidth(words)).toBeLessThanOrEqual(ROOM.width)
})
