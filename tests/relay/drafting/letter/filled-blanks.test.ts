import { expect, test } from "vitest"
import { LANGUAGES } from "../../../../src/text/languages.ts"
import { ticket } from "../../../knowledge/help/tickets.ts"
import { draft, LETTERS, PARCEL, source } from "../offline-help.ts"

test.each(LANGUAGES)("%s: a typed number takes the place of the sentence that announces it", async (language) => {
  const { ask, page } = PARCEL[language]
  const blank = /\[\[(.*?)\]\]/u.exec(LETTERS[language])?.[1] ?? ""
  const asked = { ...ticket("", ask), requester: "[PERSON_1]", agent: "[PERSON_2]" }
  const letterWith = (value: string) =>
    draft({ ...asked, fields: { [blank]: value } }, language, [source(1, language, "", page)])
  const filled = await letterWith("SR 4410287")
  expect(filled.text).toBe(LETTERS[language].replace(`[[${blank}]]`, "SR 4410287"))
  expect(filled.questions).toEqual([])
  // A field may be the customer's own words.
  expect((await letterWith("1 and a refund of 500")).text).not.toContain("500")
})
