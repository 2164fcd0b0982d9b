import type { Page } from "playwright-core"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { startModelDouble, type ModelDouble } from "../models/double.ts"
import { startWorld, type World } from "./help/harness.ts"
import {
  draftReady,
  editor,
  insert,
  letter,
  openPanel,
  openPart,
  openTicket,
  orTell,
  pressRegenerate,
  ready,
  region,
  says,
  shows
} from "./help/steps.ts"
import { serveTicket, ticketOf } from "./help/tickets.ts"
import { readStoredDrafts } from "../relay/help/stored-draft.ts"

/**
 * Sample ticket in each language -> masked request -> relay -> letter in that language, from its pages alone -> Insert.
 * No model.
 */
describe("without a model", () => {
  let world: World
  let ticket: Page
  let panel: Page
  beforeAll(async () => {
    world = await startWorld()
    ticket = await openTicket(world, "1010")
    panel = await openPanel(world)
    await shows(panel, "1010")
  })
  afterAll(() => world.close())

  test.each([
    {
      language: "en",
      id: "1001",
      name: "Maya Lindgren",
      greeting: "Hello Maya,",
      courtesy: "I'm sorry that your parcel hasn't reached you.",
      blank: "search number",
      before: "Your search number is ",
      closing: "Kind regards",
      says: "The carrier answers within five working days.",
      page: "Shown as delivered, but missing"
    },
    {
      language: "de",
      id: "1011",
      name: "Katharina Vogel",
      greeting: "Guten Tag Dr. Katharina Vogel,",
      courtesy: "es tut uns leid, dass es Schwierigkeiten gibt.",
      blank: "Suchnummer",
      before: "Ihre Suchnummer ist ",
      closing: "Freundliche Grüße",
      says: "Der Zusteller antwortet innerhalb von fünf Werktagen.",
      page: "Als zugestellt gemeldet, aber nicht angekommen"
    },
    {
      language: "fr",
      id: "1013",
      name: "Hélène Garnier",
      greeting: "Bonjour Hélène Garnier,",
      courtesy: "Nous sommes désolés pour ce désagrément.",
      blank: "numéro de recherche",
      before: "Votre numéro de recherche est le ",
      closing: "Cordialement,",
      says: "Le transporteur répond dans un délai de cinq jours ouvrés.",
      page: "Colis indiqué comme livré, mais introuvable"
    },
    {
      language: "es",
      id: "1014",
      name: "Ignacio Beltrán Soler",
      greeting: "Hola, Ignacio Beltrán Soler:",
      courtesy: "Gracias por su mensaje.",
      blank: "medio de pago",
      before: "Usted pagó con ",
      closing: "Un cordial saludo,",
      says: "El reembolso se hace siempre por el mismo medio con el que se pagó.",
      page: "Reembolsos: medios y plazos"
    },
    {
      language: "pt",
      id: "1015",
      name: "Marta Vilaverde",
      greeting: "Olá, Marta Vilaverde,",
      courtesy: "Lamentamos o transtorno.",
      blank: "número de pesquisa",
      before: "O seu número de pesquisa é ",
      closing: "Atenciosamente,",
      says: "A transportadora responde no prazo de cinco dias úteis.",
      page: "Consta como entregue, mas não chegou"
    },
    {
      language: "ja",
      id: "1007",
      name: "佐藤 美咲",
      greeting: "佐藤 美咲様",
      courtesy: "ご不便をおかけし、申し訳ございません。",
      blank: "調査番号",
      before: "調査番号は",
      closing: "何卒よろしくお願いいたします。",
      says: "配送会社は5営業日以内に回答します。",
      page: "配達済みと表示されているのに届かないとき"
    }
  ])(
    "$language: ticket $id",
    async ({ language, id, name, greeting, courtesy, blank, before, closing, says: said, page }) => {
      await openTicket(world, id, ticket)
      await draftReady(panel, id)

      expect(await letter(panel).getAttribute("lang")).toBe(language)
      const shown = await letter(panel).innerText()
      for (const words of [greeting, courtesy, said, before.trim(), closing]) expect(shown).toContain(words)
      // Every sentence that a page says bears the number of a page in this language.
      await letter(panel)
        .getByRole("button", { name: `Source 1: ${page}`, exact: true })
        .first()
        .waitFor()
      expect(
        await letter(panel)
          .getByRole("button", { name: /^No source|^Needs approval|^Contradicts/ })
          .count()
      ).toBe(0)
      await letter(panel)
        .getByRole("textbox", { name: `Blank to fill: ${blank}` })
        .first()
        .waitFor()
      expect(await region(panel, "Checks").innerText()).toContain(`${blank}:`)
      expect(await region(panel, "Sources").innerText()).toContain(page)

      await ready(panel, "Insert").click()
      await says(panel, `Press Insert again to put`)
      await insert(panel)
      const put = await editor(ticket).inputValue()
      expect(put.startsWith(`${greeting}\n\n${courtesy}`)).toBe(true)
      expect(put).toContain(said)
      expect(put).toContain(`${before}[${blank}]`)
      expect(put.endsWith(`\n\n${closing}\nTom Ahlberg`)).toBe(true)

      const kept = JSON.stringify(await readStoredDrafts(world.relay.db))
      expect(kept).not.toContain(name)
    }
  )

  test("no page in the customer's language: there is no letter, and the page that was found is shown", async () => {
    await openTicket(world, "1016", ticket)
    await shows(panel, "1016")
    await region(panel, "Draft")
      .getByText("No page in this language answers. These sources are in another one: English")
      .waitFor()
    await panel.getByRole("button", { name: "Insert" }).and(panel.locator("[aria-disabled=true]")).waitFor()
    await openPart(panel, "pages")
    await region(panel, "Sources").getByText("Halo lamps: bulbs, dimming, mounting").waitFor()
    await region(panel, "Sources").getByRole("button", { name: "Show passage 1" }).click()
    await region(panel, "Sources").getByText("Base E27, LED up to 12 watts.").waitFor()
  })

  test("nothing answers: what the customer may be told meanwhile is there in their language", async () => {
    await serveTicket(
      ticket,
      ticketOf(
        "2302",
        [{ text: "Bonjour, louez-vous des trottinettes électriques à Bruxelles pour le mariage de ma cousine ?" }],
        { subject: "Trottinettes", locale: "fr" }
      )
    )
    await openTicket(world, "2302", ticket)
    await shows(panel, "2302")
    await region(panel, "Draft").getByText("No draft: nothing we know answers this.").waitFor()
    expect(await region(panel, "Draft").locator("[lang=fr]").innerText()).toBe(
      "“Nous n’avons malheureusement pas encore d’information à ce sujet.”"
    )
  })

  test("a language that nobody here writes: the pages that may answer are shown, and nothing can be put in", async () => {
    await openTicket(world, "1017", ticket)
    await shows(panel, "1017")
    await orTell(
      panel,
      region(panel, "Draft")
        .getByText(/^No page in this language answers\. These sources are in another one: (?:English|German)/)
        .waitFor()
    )
    await openPart(panel, "pages")
    await region(panel, "Sources").locator("li.src").first().waitFor()
    await panel.getByRole("button", { name: "Insert" }).and(panel.locator("[aria-disabled=true]")).waitFor()
  })

  test("a ticket in three languages: draft, summary and pages are all in that of the newest message", async () => {
    await serveTicket(
      ticket,
      ticketOf("2301", [
        { text: "Hello, my order LL-48999 is shown as delivered, but there is no parcel here. Can you find it?" },
        { text: "Hello Wilma,\n\nplease ask your neighbours.\n\nTom Ahlberg", role: "agent", author: "Tom Ahlberg" },
        { text: "Bonjour, j'ai demandé à mes voisins, personne n'a reçu le colis. Que se passe-t-il maintenant ?" },
        {
          text: "Guten Tag, mein Paket gilt immer noch als zugestellt, fehlt aber. Wie lange dauert die Suche, wenn ein Paket fehlt?"
        }
      ])
    )
    await openTicket(world, "2301", ticket)
    await draftReady(panel, "2301")
    expect(await letter(panel).getAttribute("lang")).toBe("de")
    expect(await letter(panel).innerText()).toContain("Der Zusteller antwortet innerhalb von fünf Werktagen.")
    expect(await letter(panel).innerText()).not.toMatch(/carrier|transporteur/)
    await openPart(panel, "more:summary")
    const summary = region(panel, "Summary")
    await summary.getByText("German", { exact: true }).waitFor()
    await summary.getByText("Wie lange dauert die Suche, wenn ein Paket fehlt?").first().waitFor()
    await openPart(panel, "pages")
    expect(await region(panel, "Sources").innerText()).toMatch(/^[^\n]*\n*(?:[^\n]*\n)*?1\n+Als zugestellt gemeldet/)
  })
})

/** A model that answers in the wrong language is told by its marks, whatever it says. */
describe("with a model", () => {
  const ENGLISH =
    "Hello [PERSON_1],\n\nThank you for your message. We ask the carrier to search for your parcel, and the carrier answers within five working days.\n\nKind regards\n[PERSON_2]"
  let model: ModelDouble
  let world: World
  let ticket: Page
  let panel: Page
  beforeAll(async () => {
    model = await startModelDouble({ kind: "text", text: ENGLISH })
    world = await startWorld({ ...model.settings, MODEL_API_KEY: "key-1234567890" })
    ticket = await openTicket(world, "1011")
    panel = await openPanel(world)
    await draftReady(panel, "1011")
  })
  afterAll(async () => {
    await world.close()
    await model.close()
  })

  test("it is asked for the customer's language, and an answer in English has one mark, and no sentence with a source", async () => {
    expect((await model.request(0)).body).toContain("Write in German.")
    await says(panel, /1 no source/)
    expect(
      await letter(panel)
        .getByRole("button", { name: /^No source/ })
        .count()
    ).toBe(1)
    expect(
      await letter(panel)
        .getByRole("button", { name: /^Source \d/ })
        .count()
    ).toBe(0)
    await openPart(panel, "checks")
    await region(panel, "Checks").getByText("Not in the language of the ticket.").first().waitFor()
  })

  test("one English sentence in a German letter: that one", async () => {
    model.always({
      kind: "text",
      text: "Guten Tag [PERSON_1],\n\nvielen Dank für Ihre Nachricht. Der Zusteller antwortet innerhalb von fünf Werktagen. The carrier will answer within five working days.\n\nFreundliche Grüße\n[PERSON_2]"
    })
    await pressRegenerate(panel)
    await letter(panel).getByText("vielen Dank").waitFor()
    await draftReady(panel, "1011")
    expect(
      await letter(panel)
        .getByRole("button", { name: /^No source/ })
        .count()
    ).toBe(1)
    expect(await region(panel, "Checks").innerText()).toContain(
      "“The carrier will answer within five working days.” Not in the language of the ticket."
    )
    await ticket.bringToFront()
  })
})
