import { expect, test } from "vitest"
import { ticket } from "../../knowledge/help/tickets.ts"
import { LETTERS, PARCEL, draft, source } from "./offline-help.ts"

test("a list is told with the line that leads to it, all of it", async () => {
  const page = source(
    1,
    "es",
    "Factura",
    "El nombre de la factura se puede corregir. Envíenos:\n1. el número de pedido;\n2. el NIF, si lo hay.\n\nLa factura corregida llega en dos días."
  )
  const { text } = await draft(
    ticket("Factura", "¿Pueden corregir el nombre de la factura? ¿Qué datos necesitan, el número de pedido y el NIF?"),
    "es",
    [page]
  )
  expect(text).toContain(
    "El nombre de la factura se puede corregir. Envíenos:\n\n- el número de pedido;\n- el NIF, si lo hay."
  )
})

test.each([
  ["de", "Super, vielen Dank!"],
  ["de", "Alles klar, danke. Schönen Tag noch!"],
  ["fr", "Parfait, merci beaucoup !"],
  ["es", "Perfecto, muchas gracias."],
  ["pt", "Muito obrigado, já chegou."],
  ["ja", "無事に届きました。ありがとうございました。"]
])("thanks alone ask nothing: %s %s", async (language, thanks) => {
  expect((await draft(ticket("", thanks), language, [source(1, language, "", PARCEL.de.page)])).refusal?.reason).toBe(
    "nothing-asked"
  )
})

test.each([
  ["de", "Danke, aber es geht immer noch nicht."],
  ["fr", "Merci, mais le colis manque toujours."],
  ["es", "Gracias, pero sigue sin llegar el paquete."],
  ["pt", "Obrigado, mas a encomenda ainda não chegou."]
])("thanks with a but do: %s %s", async (language, text) => {
  expect((await draft(ticket("", text), language, [source(1, language, "", PARCEL.de.page)])).refusal?.reason).not.toBe(
    "nothing-asked"
  )
})

test.each([
  ["de", "kürzer", "ohne den Zusteller"],
  ["fr", "plus court", "sans le transporteur"],
  ["es", "más corto", "sin el transportista"],
  ["pt", "mais curto", "sem a transportadora"]
])("%s: the agent says what to change in the letter's language too", async (language, shorter, without) => {
  const { ask, page } =
    PARCEL[language === "de" || language === "fr" || language === "es" || language === "pt" ? language : "en"]
  const long = await draft(ticket("", ask), language, [source(1, language, "", page)])
  const short = await draft(ticket("", ask), language, [source(1, language, "", page)], shorter)
  expect(short.text.length).toBeLessThanOrEqual(long.text.length)
  expect(short.text).not.toContain(`[[${shorter}]]`)
  const less = await draft(ticket("", ask), language, [source(1, language, "", page)], without)
  expect(less.text).not.toContain(page.split(". ")[1])
})

test("a thread in three languages: what was asked in the others neither answers nor drowns the newest question", async () => {
  const what = ticket("", PARCEL.en.ask, PARCEL.fr.ask, `agent: ${PARCEL.en.page}`, PARCEL.de.ask)
  const sources = [
    source(1, "en", "Parcel", PARCEL.en.page),
    source(2, "fr", "Colis", PARCEL.fr.page),
    source(3, "de", "Paket", PARCEL.de.page)
  ]
  expect((await draft(what, "de", sources)).text).toBe(LETTERS.de)
})
