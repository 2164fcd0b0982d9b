import { describe, expect, test } from "vitest"
import { doubledFrame, doubledInThread, withoutFrame } from "../../../src/text/mail/letter-frame.ts"

const BODY = "we found the parcel. It left today.\n\nPlease tell us when it comes."

test.each([
  ["Hello Maya,", "Kind regards\nTom"],
  ["Dear Mr. Okafor,", "Best regards,\n\nTom Reyes\nLumen & Ladle"],
  ["Hallo Frau Quist,", "Viele Grüße\nTom"],
  ["Bonjour Madame Petit,", "Cordialement,\nTom"],
  ["Hola, Marta:", "Un saludo\nTom"],
  ["Olá Inês,", "Com os melhores cumprimentos,\nTom"],
  ["岡本様", "よろしくお願いいたします。\n田中"]
])("a letter is left without greeting and closing: %s", (greeting, closing) => {
  expect(withoutFrame(`${greeting}\n\n${BODY}\n\n${closing}`)).toBe(BODY)
  expect(withoutFrame(`${greeting}\n\n${BODY}`)).toBe(BODY)
  expect(withoutFrame(`${BODY}\n\n${closing}`)).toBe(BODY)
})

test("what says more than a greeting stays, and so does a letter of nothing else", () => {
  for (const whole of [BODY, `Hello Maya, thanks for the photo.\n\n${BODY}`, "Hello Maya,\n\nKind regards\nTom", ""])
    expect(withoutFrame(whole)).toBe(whole)
})

describe("a frame that stands twice", () => {
  test.each([
    [`Dear Maya,\n\nHello Maya,\n\n${BODY}\n\nKind regards\nTom\n\nBest regards,\nLumen Support`, true, true],
    [`Hello Maya,\n\n${BODY}\n\nKind regards\nTom`, false, false],
    [`Sehr geehrte Frau Quist,\n\nHallo Frau Quist,\n\n${BODY}\n\nViele Grüße\nTom`, true, false],
    [BODY, false, false],
    ["", false, false]
  ])("%s", (letter, greeting, closing) => expect(doubledFrame(letter)).toEqual({ greeting, closing }))
})

test("of a thread the team's last public message counts, as it stands and as the customer quotes what was mailed", () => {
  const once = `Hello Maya,\n\n${BODY}\n\nKind regards\nTom`
  const twice = `Dear Maya,\n\n${once}\n\nBest regards,\nLumen Support`
  const quoting = `Thanks!\n\nOn Tue, 3 Nov 2026 at 10:00, Lumen Support <help@lumen.example> wrote:\n${twice.replace(/^/gm, "> ")}`
  const message = (role: string, text: string, visibility = "public") => ({ role, text, visibility })
  const both = { greeting: true, closing: true }
  const neither = { greeting: false, closing: false }
  expect(doubledInThread([message("agent", twice)])).toEqual(both)
  expect(doubledInThread([message("agent", once), message("customer", quoting)])).toEqual(both)
  expect(doubledInThread([message("agent", twice), message("agent", once)])).toEqual(neither)
  expect(doubledInThread([message("agent", twice, "internal"), message("customer", once)])).toEqual(neither)
  expect(doubledInThread([])).toEqual(neither)
})
