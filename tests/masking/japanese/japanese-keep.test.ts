import { expect, test } from "vitest"
import { within } from "../hostile/hostile-within.ts"
import { EMPTY, masked } from "../tickets.ts"
import { findUnmasked } from "../../../src/masking/second-look.ts"
import { maskText } from "../../../src/masking/index.ts"
import { NO_RULES } from "../../../src/masking/basis/masking-rules.ts"

const kept = (text: string, keep: string[], names: string[] = []) =>
  maskText(
    text,
    EMPTY,
    names.map((name) => ({ name })),
    { rules: { ...NO_RULES, keep } }
  ).text

test.each([
  ["クララの件です。クララプランとｸﾗﾗプランを解約したい。クララ様へ。", ["クララ"]],
  ["ﾌﾟﾗﾀﾅﾊﾟｽとプラタナパスです", ["プラタナパス"]],
  ["プラタナパスのプラタナ会員です", ["ﾌﾟﾗﾀﾅ", "プラタナパス"]],
  ["ミドリノ ワイドとミドリノワイドとミドリノ・ワイド", ["ミドリノワイド"]],
  ["Ｈａｌｏ ＰｒｏのHaloアプリ、help@halo.exampleへ連絡。", ["Halo", "Halo Pro", "help@halo.example"]],
  ["〒105-0014 東京都港区芝1-2-3 に返送します。東京都港区芝１－２－３でいいですか。", ["〒105-0014 東京都港区芝1-2-3"]],
  ["株式会社ミナモト商事です。ミナモト商事大阪支店も。", ["ミナモト商事"]],
  ["代表は０３−１２３４−５６７８ですか", ["03-1234-5678"]]
])("the team's own words stay inside Japanese text: %s", (text, keep) => expect(kept(text, keep)).toBe(text))

test.each([
  ["桜井さんと桜の件です。桜プランの桜井京子です。", ["桜"], "[PERSON_1]さんと桜の件です。桜プランの[PERSON_2]です。"],
  [
    "担当のクララベルと申します。マリア・クララさんです。",
    ["クララ"],
    "担当の[PERSON_1]と申します。[PERSON_2]さんです。"
  ],
  ["三田市に住んでいます。三田の商品です。", ["三田"], "[PLACE_1]に住んでいます。三田の商品です。"],
  [
    "港区芝1-2-34です。東京都港区芝1-2-3-401です。柏市港区芝1-2-3です。",
    ["港区芝1-2-3"],
    "[ADDRESS_1]です。[ADDRESS_2]です。[ADDRESS_3]です。"
  ],
  ["株式会社ミナモト商事の件です。", ["ミナモト"], "[ORG_1]の件です。"],
  ["連絡先はann@halo.exampleで、Haloの件です。", ["Halo"], "連絡先は[EMAIL_1]で、Haloの件です。"],
  ["会員番号はHalo20417です", ["Halo"], "会員番号は[ID_1]です"]
])("a part of something longer that isn't the team's is not kept: %s", (text, keep, expected) =>
  expect(kept(text, keep)).toBe(expected)
)

test("somebody on the ticket is masked, whatever is kept", () => {
  expect(kept("沙倉京子の沙倉プランです。", ["沙倉"], ["沙倉京子"])).toBe("[PERSON_1]の[PERSON_2]プランです。")
  expect(kept("蓬莱京子の蓬プランです。", ["蓬"], ["蓬莱京子"])).toBe("[PERSON_1]の蓬プランです。")
})

test("ガ is not カ", () => expect(kept("ガリーナさんです。", ["カリーナ"])).toBe("[PERSON_1]さんです。"))

test("this is not a name: where it stands alone, not where it is a part of one", () => {
  const told = { names: [], plain: ["キララ"] }
  const out = maskText("キララさんとキララ・ゴメスさんへ。", EMPTY, [], { rules: NO_RULES, told }).text
  expect(out).toBe("キララさんと[PERSON_1]さんへ。")
})

test("the relay's second look lets a kept address pass inside Japanese text", () => {
  expect(findUnmasked("連絡はhelp@halo.exampleへ", { keep: ["help@halo.example"] })).toEqual([])
  expect(findUnmasked("連絡はann@halo.exampleへ", { keep: ["help@halo.example"] })).toHaveLength(1)
})

test.each(["桜", "クララ", "桜井さん", "あ", "芝1-2-3", "株式会社桜", "ｸﾗ"])(
  "20,000 characters of %s with 500 kept words take well under the deadline",
  (pattern) => {
    const text = pattern.repeat(Math.ceil(20_000 / pattern.length)).slice(0, 20_000)
    const keep = [...Array.from({ length: 498 }, (_, i) => `${"あ".repeat(90)}${i}`), "桜", "クララ"]
    within(850, () => masked(text, { keep, version: 1 }))
  }
)
