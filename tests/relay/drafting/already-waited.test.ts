import { expect, test } from "vitest"
import { alreadyWaited } from "../../../src/relay/drafting/offline/reading/customer-knows.ts"
import type { Quotable } from "../../../src/relay/drafting/offline/reading/quotable.ts"
import type { MaskedTicket } from "../../../src/ticket/masked-ticket.ts"
import { ticket } from "../../knowledge/help/tickets.ts"

/** A customer who wrote first on one day and last on another. */
function writtenOn(first: string, newest: string): MaskedTicket {
  const message = { author: "", role: "customer" as const, text: "Where is my parcel?" }
  return {
    ...ticket("", ""),
    messages: [
      { ...message, id: "1", at: first },
      { ...message, id: "2", role: "agent", at: "2026-11-30T10:00:00Z" },
      { ...message, id: "3", at: newest }
    ]
  }
}
const one = (text: string) => ({ text }) as Quotable

test.each([
  ["en", "Please wait one working day after the scan; late parcels often turn up then."],
  ["de", "Warten Sie bitte einen Werktag nach dem Scan; oft kommt das Paket dann noch."],
  ["fr", "Attendez un jour ouvré après le scan : le colis arrive souvent à ce moment-là."],
  ["es", "Espere un día laborable tras el registro."],
  ["pt", "Espere um dia útil depois do registo; muitas vezes a encomenda chega nessa altura."],
  ["ja", "配達済みの記録から1営業日お待ちください。"]
])("%s: who has waited a working day isn't asked to wait for one", (language, text) => {
  const waited = alreadyWaited(writtenOn("2026-11-17T08:00:00Z", "2026-11-19T09:00:00Z"), language)
  expect(waited(one(text))).toBe(true)
})

test.each([
  ["longer than they have waited", "Please wait five working days."],
  ["without a period", "Please wait for our answer."],
  ["a period, but nobody is asked to wait", "The carrier answers within one working day."],
  ["minutes", "Wait 10 minutes, then switch it on."]
])("a sentence stays: %s", (_what, text) => {
  expect(alreadyWaited(writtenOn("2026-11-17T08:00:00Z", "2026-11-19T09:00:00Z"), "en")(one(text))).toBe(false)
})

test("a weekend is no working day, two days are two days, and a first message has waited for nothing", () => {
  const weekend = writtenOn("2026-11-20T18:00:00Z", "2026-11-22T19:00:00Z")
  expect(alreadyWaited(weekend, "en")(one("Please wait one working day."))).toBe(false)
  expect(alreadyWaited(weekend, "en")(one("Please wait two days."))).toBe(true)
  const first = writtenOn("2026-11-17T08:00:00Z", "2026-11-17T08:00:00Z")
  expect(alreadyWaited(first, "en")(one("Please wait one day."))).toBe(false)
  expect(alreadyWaited(writtenOn("", "unknown"), "en")(one("Please wait one day."))).toBe(false)
})
