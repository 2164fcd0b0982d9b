import { expect, test } from "vitest"
import { alreadyChosen } from "../../../../src/relay/drafting/offline/reading/customer-knows.ts"
import { sampleTicket, ticket } from "../../../knowledge/help/tickets.ts"
import { draft, source } from "../offline-help.ts"

const isAsked = (language: string, written: string, asking: string) =>
  !alreadyChosen(ticket("Parcel", written), language)({ text: asking })

test.each([
  [
    "en",
    "If it doesn't turn up I would rather have my money back.",
    "Please tell me now which you prefer, so that no time is lost."
  ],
  ["en", "I'd like a replacement, please.", "Which of the two would you like?"],
  ["de", "Ich möchte lieber mein Geld zurück.", "Bitte teilen Sie uns mit, was Ihnen lieber ist."],
  ["de", "Ein Ersatz wäre mir lieber.", "Was möchten Sie lieber?"],
  ["fr", "Je préfère être remboursée.", "Dites-nous ce que vous préférez."],
  ["es", "Prefiero el reembolso.", "Díganos qué prefiere."],
  ["pt", "Prefiro o reembolso.", "Diga-nos o que prefere."],
  ["ja", "見つからない場合は、返金を希望します。", "どちらをご希望かお知らせください。"]
])("%s: who wrote “%s” isn't asked “%s”", (language, written, asking) => {
  expect(isAsked(language, written, asking)).toBe(false)
  expect(isAsked(language, "", asking)).toBe(true)
})

test.each([
  ["en", "Can you find it, or give me my money back?", "Please tell me which you prefer."],
  ["en", "I'd like a refund. A replacement would do instead, too.", "Please tell me which you prefer."],
  ["en", "I would rather have my money back.", "You choose which you prefer."],
  [
    "en",
    "I would rather have my money back.",
    "Please tell us whether you'd like a refund or a replacement, and which you prefer."
  ],
  ["en", "I would rather have my money back.", "Please tell us which colour you prefer."],
  ["de", "Ich möchte lieber mein Geld zurück oder einen Ersatz.", "Bitte sagen Sie uns, was Ihnen lieber ist."],
  ["ja", "返金を希望します。", "代わりの商品の発送、または全額返金のどちらかをお選びいただけます。"]
])("%s: after “%s” “%s” stays", (language, written, asking) => {
  expect(isAsked(language, written, asking)).toBe(true)
})

test("the macro on a search doesn't ask whoever has chosen: ticket 1001", () => {
  const asking = { text: "Please tell me now which you prefer, so that no time is lost." }
  expect(alreadyChosen(sampleTicket("1001"), "en")(asking)).toBe(true)
})

test("the letter says what there is to choose from, and asks only who hasn't chosen", async () => {
  const page = source(
    1,
    "en",
    "A parcel isn't found",
    "If the parcel isn't found, you choose: a replacement, or the full price back. Please tell us which you prefer, so that no time is lost."
  )
  const asked = (more: string) =>
    draft(ticket("Parcel not found", `My parcel isn't found. What can I choose now?${more}`), "en", [page])
  expect((await asked("")).text).toContain("Please tell us which you prefer")
  const { text } = await asked(" I would rather have my money back than wait again.")
  expect(text).toContain("you choose: a replacement, or the full price back.")
  expect(text).not.toContain("which you prefer")
})
