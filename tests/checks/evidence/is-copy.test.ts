import { describe, expect, test } from "vitest"
import { isCopy } from "../../../src/checks/copied-from.ts"

describe("a copy, or nearly one", () => {
  test.each([
    ["en", "Delivery is free from 50 euros.", "Standard delivery is free from €50; express costs €9."],
    ["en", "Please hold the power button for 4 seconds.", "Hold the power button for 4 seconds."],
    ["de", "Die Rücksendung kostet Sie 4,90 €.", "Die Rücksendung kostet 4,90 €."],
    ["fr", "Vous payez 39 € de frais de fermeture.", "Vous payez 39 € de frais de fermeture."],
    ["es", "El envío tarda de 4 a 6 días laborables.", "El envío tarda de 4 a 6 días laborables."],
    ["pt", "O reembolso chega em 5 dias úteis.", "O reembolso chega em 5 dias úteis."],
    ["ja", "別の列車への変更は一度だけ無料で承ります。", "別の列車への変更は、一度だけ無料で承ります。"]
  ])("%s: %s", (language, sentence, source) => expect(isCopy(sentence, source, language)).toBe(true))
})

describe("what says something else, though all its words are there", () => {
  test.each([
    ["a condition is left out", "en", "You pay £40 at most.", "If you tell us within 24 hours, you pay £40 at most."],
    ["a limit is left out", "en", "The fee is 2 % of the amount.", "The fee is 2 % of the amount, at least £5."],
    ["a denial is left out", "en", "We refund the fee.", "We don't refund the fee."],
    ["a denial is added", "de", "Die Frist gilt nicht für Bücher.", "Die Frist gilt für Bücher."],
    ["another subject", "en", "Hold the feed button for 4 seconds.", "Hold the power button for 4 seconds."],
    [
      "two things are exchanged",
      "de",
      "Wir brauchen die Nummer des Modems und ein Foto des Hubs.",
      "Wir brauchen die Nummer des Hubs und ein Foto des Modems."
    ],
    ["another figure", "fr", "Les frais sont de 29 €.", "Les frais sont de 39 €."],
    ["only becomes all", "es", "Los cambios son gratis siempre.", "Los cambios son gratis solo una vez."],
    ["must becomes may", "pt", "Pode devolver a caixa.", "Tem de devolver a caixa."],
    ["a denial is left out", "ja", "返金いたします。", "返金いたしません。"],
    [
      "half of it is missing",
      "en",
      "The battery is new.",
      "The battery, charger, cable and case of the older models are new."
    ]
  ])("%s, %s: %s", (_what, language, sentence, source) => expect(isCopy(sentence, source, language)).toBe(false))
})

test("a long sentence takes no time", () => {
  const long = "The parcel and the lamp and the table are here. ".repeat(400)
  const began = performance.now()
  isCopy(long.slice(0, 600), long, "en")
  expect(performance.now() - began).toBeLessThan(3000)
})
