import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { expect, test } from "vitest"
import { parse } from "yaml"
import * as z from "zod/mini"
import { root } from "../house/files.ts"

const front = z.strictObject({
  title: z.string().check(z.minLength(3)),
  locale: z.enum(["en", "de", "fr", "es", "pt", "ja"]),
  visibility: z.enum(["public", "internal"]),
  kind: z.enum(["article", "policy", "macro", "product"]),
  changed: z.iso.date(),
  groups: z.optional(z.array(z.string()))
})
const folder = join(root, "demo/knowledge")
const articles = readdirSync(folder).flatMap((locale) =>
  readdirSync(join(folder, locale)).map((name) => read(locale, name))
)

test("there are 35 English articles and seven in each other language", () => {
  const counts = Object.fromEntries(
    ["en", "de", "fr", "es", "pt", "ja"].map((locale) => [locale, inLocale(locale).length])
  )
  expect(counts).toEqual({ en: 35, de: 7, fr: 7, es: 7, pt: 7, ja: 7 })
})

test("each article has its front matter, stands in its language's folder, and has 80 to 300 words under a heading", () => {
  for (const { name, folderLocale, meta, body } of articles) {
    expect(meta.locale, name).toBe(folderLocale)
    expect(body, name).toMatch(/^# .+\n[\s\S]+\n## /)
    expect(body.split("\n")[0], name).toBe(`# ${meta.title}`)
    expect(words(body, meta.locale), name).toBeGreaterThanOrEqual(80)
    expect(words(body, meta.locale), name).toBeLessThanOrEqual(300)
  }
})

test("what only the team may know is marked: at least six internal articles, some for leads alone", () => {
  const internal = articles.filter(({ meta }) => meta.visibility === "internal")
  expect(internal.length).toBeGreaterThanOrEqual(6)
  expect(internal.some(({ meta }) => meta.groups?.join() === "leads")).toBe(true)
  for (const { name } of internal) expect(name).toMatch(/^internal-/)
})

test.each([
  [
    "delivery missing",
    /^(delivery-missing|zustellung-fehlt|colis-manquant|paquete-perdido|encomenda-perdida|haitatsu-fumei)/,
    ["150", "14"]
  ],
  ["returns", /^(returns\.|ruecksendung|retours|devoluciones|devolucoes|henpin)/, ["30", /4[.,]90/]],
  ["refunds", /^(refunds|erstattung|remboursements|reembolsos|henkin)/, [/9[.,]90/, /5\D{1,5}7/]],
  ["warranty", /^(warranty|garantie|garantia|hosho)/, ["15", "B5"]],
  ["delivery times", /^(delivery-times-and-costs|lieferung|livraison|envios|haiso)/, [/1[24]/, /90|10/]],
  [
    "cancelling an order",
    /^(cancel-an-order|stornierung|annulation|cancelar-pedido|cancelar-encomenda|cancel\.)/,
    ["60", /7|seven|sieben|sept|siete|sete/]
  ],
  ["invoice", /^(invoice|rechnung|facture|factura|fatura|seikyusho)/, ["30", "31"]]
])("%s: the rules are the same in all six languages", (_topic, file, facts) => {
  const found = articles.filter(({ name }) => file.test(name))
  expect(found.map(({ meta }) => meta.locale).sort()).toEqual(["de", "en", "es", "fr", "ja", "pt"])
  for (const { name, body } of found) for (const fact of facts) expect(body, name).toMatch(fact)
})

function inLocale(locale: string) {
  return articles.filter(({ meta }) => meta.locale === locale)
}

function read(folderLocale: string, name: string) {
  const [, head = "", body = ""] =
    /^---\n([\s\S]+?)\n---\n\n([\s\S]+)$/.exec(readFileSync(join(folder, folderLocale, name), "utf8")) ?? []
  return { name, folderLocale, body, meta: front.parse(parse(head)) }
}

function words(text: string, locale: string): number {
  return [...new Intl.Segmenter(locale, { granularity: "word" }).segment(text)].filter(({ isWordLike }) => isWordLike)
    .length
}
