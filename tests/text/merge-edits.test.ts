import fc from "fast-check"
import { expect, test } from "vitest"
import { mergeEdits, mergeFilledBlanks } from "../../src/text/merge-edits.ts"

const BEFORE =
  "Hello Maya,\n\nI'm sorry for the trouble. We search for the parcel. It takes five days. Your search number is [[search number]].\n\nKind regards\nTom"
const NEXT =
  "Hello Maya,\n\nI'm sorry for the trouble. We search for the parcel. Your search number is [[search number]]. Express parcels cost €9.90.\n\nKind regards\nTom"
const merged = (edit: (text: string) => string, next = NEXT) => mergeEdits(BEFORE, edit(BEFORE), next, "en")

test("a filled blank stays filled", () => {
  expect(merged((text) => text.replace("[[search number]]", "S-12"))).toBe(NEXT.replace("[[search number]]", "S-12"))
})

test("a filled blank goes when its sentence goes, in any language", () => {
  const fill = (text: string) => text.replace(/\[\[.*?\]\]/u, "S-12")
  expect(merged(fill, NEXT.replace(" Your search number is [[search number]].", ""))).not.toContain("S-12")
  const german = "Guten Tag,\n\nwir suchen. Ihre Suchnummer ist [[Suchnummer]].\n\nFreundliche Grüße"
  const without = german.replace(" Ihre Suchnummer ist [[Suchnummer]].", "")
  expect(mergeEdits(german, fill(german), without, "de")).toBe(without)
  const japanese = "お世話になります。調査番号は[[調査番号]]です。"
  expect(mergeEdits(japanese, fill(japanese), "お世話になります。", "ja")).toBe("お世話になります。")
})

test("into another text go only the filled blanks", () => {
  const edited = BEFORE.replace("[[search number]]", "S-12").replace("five days.", "five days. That is long.")
  expect(mergeFilledBlanks(BEFORE, edited, NEXT, "en")).toBe(NEXT.replace("[[search number]]", "S-12"))
  expect(mergeFilledBlanks(BEFORE, edited, "Another text.", "en")).toBe("Another text.")
})

test("an added sentence stays behind the one that it followed, and a removed one stays away", () => {
  expect(merged((text) => text.replace("for the parcel. ", "for the parcel. I have called the depot. "))).toBe(
    NEXT.replace("for the parcel. ", "for the parcel. I have called the depot. ")
  )
  expect(merged((text) => text.replace("We search for the parcel. ", ""))).toBe(
    NEXT.replace("We search for the parcel. ", "")
  )
})

test("a paragraph stays one, at the end of the body too", () => {
  expect(merged((text) => text.replace("\n\nKind", "\n\nWe have a new shop.\n\nKind"))).toBe(
    NEXT.replace(" Express", "\n\nWe have a new shop. Express")
  )
  expect(merged((text) => `${text}\n\nPS: We are closed on Monday.`)).toBe(`${NEXT}\n\nPS: We are closed on Monday.`)
})

test("a sentence whose neighbours are gone stays between those that are left", () => {
  expect(merged((text) => text.replace("five days. ", "five days. That is long. "))).toBe(
    NEXT.replace("for the parcel. ", "for the parcel. That is long. ")
  )
})

test("what the new text says too isn't said twice", () => {
  expect(merged((text) => text.replace("five days.", "five days. Express parcels cost €9.90."))).toBe(NEXT)
})

test("without an edit it is the new text, and without a new text the edited one", () => {
  const sentence = fc.constantFrom("One thing.", "Two things!", "Is it three?", "- four", "5. five", "Six", "七です。")
  const text = fc
    .array(fc.tuple(sentence, fc.constantFrom(" ", "\n", "\n\n")), { maxLength: 8 })
    .map((all) => all.map((one) => one.join("")).join(""))
  fc.assert(
    fc.property(text, text, text, (before, next, edited) => {
      expect(mergeEdits(before, before, next, "en")).toBe(next)
      expect(typeof mergeEdits(before, edited, next, "en")).toBe("string")
    })
  )
})
