import { expect, test } from "vitest"
import { offlineRewrite } from "../../../src/relay/rewriting/offline-rewrite.ts"

const shorter = (text: string, language: string) => offlineRewrite(text, "shorter", language, [])

test.each([
  ["Hola, Marta. Gracias por escribirnos. El paquete llega el lunes.", "Hola, Marta. El paquete llega el lunes.", "es"],
  ["¡Hola! Gracias por escribirnos. El paquete llega hoy.", "¡Hola! El paquete llega hoy.", "es"],
  ["Buenos días. Gracias por escribirnos. Llega hoy.", "Buenos días. Llega hoy.", "es"],
  ["Boa tarde, Dona Graça. Obrigado pela sua mensagem. Chega hoje.", "Boa tarde, Dona Graça. Chega hoje.", "pt"],
  [
    "佐野様、ありがとうございます。お世話になっております。本日届きます。",
    "佐野様、ありがとうございます。本日届きます。",
    "ja"
  ]
])("a greeting stays where thanks go: %s", async (text, left, language) => {
  expect(await shorter(text, language)).toBe(left)
})

test("a greeting in no known language stays, too", async () => {
  const text = "Hallo Mia,\n\nVielen Dank für Ihre Geduld. Das Paket 4711 kommt am Montag."
  expect(await offlineRewrite(text, "shorter", null, [])).toBe("Hallo Mia,\n\nDas Paket 4711 kommt am Montag.")
})

test.each([
  ["It is ready. Many thanks for your interest in the Aurora desk. It leaves today.", "en"],
  ["It is ready. Thank you for your order of 3 May. It leaves today.", "en"],
  ["確認します。恐れ入りますが、まず[[会員番号]]をお知らせいただけますでしょうか。本日届きます。", "ja"]
])("courtesy that names something stays: %s", async (text, language) => {
  expect(await shorter(text, language)).toBe(text)
})

test("simpler cuts what can be cut, and leaves every other text as it is", async () => {
  const simpler = (text: string) => offlineRewrite(text, "simpler", "en", [])
  expect(await simpler("The lamp costs 40 EUR, shade included; the bulb isn't part of it, I'm afraid.")).toBe(
    "The lamp costs 40 EUR, shade included. The bulb isn't part of it, I'm afraid."
  )
  expect(await simpler("It is ready.")).toBe("It is ready.")
})
