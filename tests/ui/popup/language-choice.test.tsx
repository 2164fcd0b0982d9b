import { act, cleanup, fireEvent, render, screen } from "@testing-library/react"
import { afterEach, expect, test, vi } from "vitest"
import { chooseLanguage } from "../../../src/ui/kit/language/language-choice.ts"
import { inLanguage } from "../../../src/ui/kit/language/in-language.tsx"
import { loadMessages } from "../../../src/ui/kit/language/load-messages.ts"
import { en } from "../../../src/ui/messages/en/en.ts"
import { firstSpoken } from "../../../src/ui/messages/languages.ts"
import { setLanguage } from "../../../src/ui/messages/locale.ts"
import { t } from "../../../src/ui/messages/t.ts"
import { LanguageChoice } from "../../../src/ui/popup/language-choice.tsx"

afterEach(() => {
  cleanup()
  act(() => chooseLanguage(undefined))
  setLanguage("en", en)
  vi.restoreAllMocks()
})

test("a page follows the language that is chosen, with its direction, and then the browser's again", async () => {
  const Page = inLanguage("title.popup", () => <LanguageChoice />)
  render(<Page />)
  const arabic = await loadMessages("ar")
  fireEvent.change(screen.getByLabelText("Language", { selector: "select" }), { target: { value: "ar" } })
  await screen.findByRole("heading", { name: arabic.language })
  expect(document.documentElement).toMatchObject({ lang: "ar", dir: "rtl" })
  expect(document.title).toBe(arabic["title.popup"])
  fireEvent.change(screen.getByRole("combobox"), { target: { value: "" } })
  await screen.findByRole("heading", { name: "Language" })
  expect(document.documentElement).toMatchObject({ lang: "en", dir: "ltr" })
})

test("the browser's first language that the interface has is taken, in any region; English is the last resort", () => {
  expect(firstSpoken(["pt-BR", "de-AT", "en"])).toBe("de")
  expect(firstSpoken(["ar-EG"])).toBe("ar")
  expect(firstSpoken(["nl"])).toBe("en")
})

test("what a language lacks is said in English, and the console names it", () => {
  const errors = vi.spyOn(console, "error").mockImplementation(() => undefined)
  setLanguage("de", { "pair.do": "Koppeln" })
  expect([t("pair.do"), t("pair.code")]).toEqual(["Koppeln", "Pairing code"])
  expect(errors.mock.calls.flat().join()).toContain('"pair.code" in "de"')
})

test("from right to left, a name keeps its own direction within a sentence; a number needs none", async () => {
  setLanguage("ar", await loadMessages("ar"))
  expect(t("pair.other", { why: "C3PO!" })).toContain("\u2068C3PO!\u2069")
  expect(t("saw.find.at", { n: 2, of: 3 })).not.toContain("\u2068")
})
