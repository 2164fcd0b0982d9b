import { expect, test } from "vitest"
import { BLANK_WORDS, maskText, restore, type MaskTable } from "../../src/masking/index.ts"
import { EMPTY } from "./tickets.ts"

const TABLE: MaskTable = {
  entries: [
    { placeholder: "[PERSON_1]", type: "PERSON", value: "Anna Berg" },
    { placeholder: "[PERSON_2]", type: "PERSON", value: "Priya Nair", internal: true },
    { placeholder: "[CARD_1]", type: "CARD", value: "4242 4242 4242 4242" },
    { placeholder: "[IBAN_1]", type: "IBAN", value: "DE89 3704 0044 0532 0130 00" },
    { placeholder: "[GOV_1]", type: "GOV", value: "536-22-1234" },
    { placeholder: "[SECRET_1]", type: "SECRET", value: "hunter2" },
    { placeholder: "[PHONE_1]", type: "PHONE", value: "+44 117 496 0321", internal: true },
    { placeholder: "[LIT_1]", type: "LIT", value: "[[x]]" }
  ]
}
const back = (text: string) => restore(text, TABLE).text

test.each([
  ["[PERSON_1]'s parcel", "Anna Berg's parcel"],
  ["[PERSON_1’s] parcel", "Anna Berg’s parcel"],
  ["[PERSON_1]s Paket", "Anna Bergs Paket"],
  ["[PERSON_1]님의", "Anna Berg님의"],
  ["[PERSON_1]様", "Anna Berg様"],
  ["**[PERSON_1]**", "**Anna Berg**"],
  ["[**PERSON_1**]", "Anna Berg"],
  ['"[PERSON_1]"', '"Anna Berg"'],
  ["[person_1]", "Anna Berg"],
  ["[Person 1]", "Anna Berg"],
  ["[ PERSON_1 ]", "Anna Berg"],
  ["[PERSON-1]", "Anna Berg"],
  ["[PERSON\\_1]", "Anna Berg"],
  ["\\[PERSON\\_1\\]", "Anna Berg"],
  ["\\[PERSON_1\\]", "Anna Berg"],
  ["\\[PERSON\\_1]", "Anna Berg"],
  ["[PERSON_1\\]", "Anna Berg"],
  ["\\\\[PERSON\\\\_1\\\\]", "Anna Berg"],
  ["[PERSON\\\\_1]", "Anna Berg"],
  ["&#91;PERSON_1&#93;", "Anna Berg"],
  ["&#x5B;PERSON&#x5f;1&#x5D;", "Anna Berg"],
  ["&lbrack;PERSON&lowbar;1&rbrack;", "Anna Berg"],
  ["&lsqb;PERSON_1&rsqb;", "Anna Berg"],
  ["%5BPERSON_1%5D", "Anna Berg"],
  ["C:\\Users\\[PERSON_1]\\Desktop", "C:\\Users\\Anna Berg\\Desktop"],
  ["［PERSON＿1］", "Anna Berg"],
  ["【PERSON_1】", "Anna Berg"],
  ["(PERSON_1)", "Anna Berg"],
  ["（person_1）", "Anna Berg"],
  ["(Person_1)", "Anna Berg"],
  ["Dear PERSON_1,", "Dear Anna Berg,"],
  ["担当PERSON_1が", "担当Anna Bergが"]
])("a model's %s comes back", (written, expected) => expect(back(written)).toBe(expected))

test.each([
  ["[CARD_1]", "•••• 4242"],
  ["[IBAN_1]", "•••• 3000"],
  ["[GOV_1]", `[[${BLANK_WORDS.government}]]`],
  ["[SECRET_1]", `[[${BLANK_WORDS.secret}]]`],
  ["[PERSON_2] on [PHONE_1]", `[[${BLANK_WORDS.internal}]] on [[${BLANK_WORDS.internal}]]`],
  ["Dear [PERSON_9], [email 3]", `Dear [[${BLANK_WORDS.unknown.PERSON}]], [[${BLANK_WORDS.unknown.EMAIL}]]`]
])("%s comes back only as far as it may", (text, expected) => expect(back(text)).toBe(expected))

test.each(["see (card 1) and (link 2)", "[1] and [note]", "XPERSON_1", "MY_PERSON_1", "[PERSON_]", "array[IP]"])(
  "%s is no placeholder",
  (text) => {
    expect(back(text)).toBe(text)
  }
)

test.each([
  "[PERSON_1] said so",
  "see [[x]]",
  "[[PERSON_4]]",
  "【card_3】",
  "PERSON_12",
  "\\[SECRET\\_1\\]",
  "[LIT_1] [lit 2]",
  "[[a [PERSON_1] b]]"
])("%s of a ticket is masked as a literal and comes back", (text) => {
  const masked = maskText(text, EMPTY, [])
  expect(masked.text).toContain("[LIT_1]")
  expect(masked.table.entries.every(({ type }) => type === "LIT")).toBe(true)
  expect(restore(masked.text, masked.table).text).toBe(text)
})

test.each(["[[my card 4242 4242 4242 4242]]", "[[password: hunter2x]]", "[[DE89370400440532013000]]"])(
  "%s of a ticket doesn't come back: what stands inside has no right to",
  (text) => {
    const masked = maskText(`see ${text} there`, EMPTY, [])
    expect(masked.text).toBe("see [SECRET_1] there")
    expect(restore(masked.text, masked.table).text).not.toMatch(/4242|hunter|DE89/)
  }
)

test("offsets of the masked text are carried over", () => {
  const text = "Dear [PERSON_1], card [CARD_1] is fine."
  const restored = restore(text, TABLE)
  const moved = (words: string) =>
    restored.text.slice(restored.at(text.indexOf(words)), restored.at(text.indexOf(words) + words.length))
  expect(restored.at(0)).toBe(0)
  expect(moved("[PERSON_1]")).toBe("Anna Berg")
  expect(moved(", card ")).toBe(", card ")
  expect(moved("[CARD_1] is")).toBe("•••• 4242 is")
  expect(restored.at(text.length)).toBe(restored.text.length)
})

test("blanks take the words of the reader's language", () => {
  expect(restore("[SECRET_1]", TABLE, { ...BLANK_WORDS, secret: "Passwort" }).text).toBe("[[Passwort]]")
})
