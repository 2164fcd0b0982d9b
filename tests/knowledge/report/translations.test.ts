import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { afterAll, beforeAll, expect, test } from "vitest"
import { root } from "../../house/files.ts"
import { ticket } from "../help/tickets.ts"
import { keepDraft, page, reported } from "./report-help.ts"

type Team = Awaited<ReturnType<typeof reported>>
const LANGUAGES = ["de", "en", "es", "fr", "ja", "pt"]

/** The sample knowledge, in which seven topics stand in six languages under names of their own. */
function sampleKnowledge(without: string[] = []): Record<string, string> {
  const files = LANGUAGES.flatMap((language) =>
    readdirSync(join(root, "demo/knowledge", language)).map((name) => `${language}/${name}`)
  )
  return Object.fromEntries(
    files
      .filter((file) => !without.includes(file))
      .map((file) => [file, readFileSync(join(root, "demo/knowledge", file), "utf8")])
  )
}

async function askInEveryLanguage({ db }: Team): Promise<void> {
  const questions = {
    de: "Guten Tag, ich möchte die Lampe zurückgeben, die ich letzte Woche bestellt habe.",
    en: "Hello, I would like to return the lamp that I ordered last week, how does that work?",
    es: "Hola, quiero devolver la lámpara que pedí la semana pasada, ¿cómo lo hago?",
    fr: "Bonjour, je voudrais retourner la lampe que j'ai commandée la semaine dernière.",
    ja: "先週注文したランプを返品したいのですが、どうすればよいですか。",
    pt: "Olá, gostaria de devolver o candeeiro que encomendei na semana passada, como faço?"
  }
  for (const [locale, text] of Object.entries(questions))
    for (let n = 0; n < 4; n++) await keepDraft(db, { ...ticket("?", text), ticketId: `${locale}${n}`, locale })
}

let whole: Team
let lacking: Team
beforeAll(async () => {
  whole = await reported(sampleKnowledge())
  // The truth: four translations are gone.
  lacking = await reported(sampleKnowledge(["en/warranty.md", "ja/henkin.md", "fr/retours.md", "de/rechnung.md"]))
  for (const team of [whole, lacking]) await askInEveryLanguage(team)
}, 120_000)
afterAll(() => Promise.all([whole?.close(), lacking?.close()]))

test("no translation of the sample knowledge is called missing: each page is there under a name of its own", async () => {
  expect(await whole.find("missing-language")).toEqual([])
})

test("translations that are missing are found, and only these", async () => {
  const findings = await lacking.find("missing-language")
  const found = findings.map(({ documents, fix }) => [
    documents.map(({ id }) => id.replace(/^[^/]*\/(?=\w\w\/)/, "")).find((id) => id.includes("pt/")),
    fix
  ])
  expect(found.toSorted()).toEqual([
    [expect.stringContaining("pt/devolucoes"), "Translate it into French."],
    [expect.stringContaining("pt/fatura"), "Translate it into German."],
    [expect.stringContaining("pt/garantia"), "Translate it into English."],
    [expect.stringContaining("pt/reembolsos"), "Translate it into Japanese."]
  ])
})

test("pages that share a figure or two by chance aren't taken for translations", async () => {
  const team = await reported({
    "en/lamps.md": page("Lamps", "A lamp costs 30 EUR and weighs 2.4 kg. Its order code is LX-200.", { locale: "en" }),
    "de/lamps.md": page("Lampen", "Eine Lampe kostet 30 EUR und wiegt 2,4 kg. Der Code ist LX-200.", { locale: "de" }),
    "fr/cafe.md": page(
      "Café",
      "Le café coûte 30 EUR, 12 EUR de port, 450 g, et part en 3 jours ouvrables avec le code CF-77, 5 % de remise.",
      { locale: "fr" }
    )
  })
  await askInEveryLanguage(team)
  const [finding] = await team.find("missing-language")
  expect(finding?.fix).toContain("French")
  await team.close()
})
