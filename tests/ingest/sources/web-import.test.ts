import { afterAll, beforeAll, expect, test } from "vitest"
import { createOfflineDrafter } from "../../../src/relay/drafting/offline/offline-drafter.ts"
import { runImport } from "../../../src/knowledge/import/run-import.ts"
import { createRetriever } from "../../../src/search/pages/retriever.ts"
import { feedSource } from "../../../src/ingest/sources/feed.ts"
import { siteSource } from "../../../src/ingest/sources/site/site.ts"
import type { ImportSource } from "../../../src/ingest/source/source.ts"
import { silentLog } from "../../../src/runtime/log.ts"
import { openKnowledge, signal } from "../../knowledge/help/database.ts"
import { person, ticket } from "../../knowledge/help/tickets.ts"
import { fakeClock, pages, serve } from "./server.ts"

let knowledge: Awaited<ReturnType<typeof openKnowledge>>
beforeAll(async () => {
  knowledge = await openKnowledge()
})
afterAll(() => knowledge.close())

const take = (source: ImportSource) => runImport(knowledge.db, source, { origin: "team", signal, log: silentLog })
const titles = async ({ collection }: ImportSource) =>
  (
    await knowledge.db
      .selectFrom("documents")
      .select("title")
      .where("collection", "=", collection)
      .orderBy("title")
      .execute()
  ).map(({ title }) => title)

test("a site imported again: what stands stays, what changed is replaced, what is gone goes, what fails keeps its version", async () => {
  const now = Date.parse("2026-11-20T12:00:00Z")
  let standing: Record<string, [title: string, date: string] | "broken"> = {
    "/a": ["Returns", "2026-01-01"],
    "/b": ["Refunds", "2026-01-01"],
    "/c": ["Repairs", "2026-01-01"],
    "/d": ["Gifts", "2026-01-01"]
  }
  const { url, asked } = await serve((incoming, out) =>
    pages(() => ({
      "/sitemap.xml": `<urlset>${Object.entries(standing)
        .map(
          ([path, page]) =>
            `<url><loc>${path}</loc><lastmod>${page === "broken" ? "2026-02-02" : page[1]}</lastmod></url>`
        )
        .join("")}</urlset>`,
      ...Object.fromEntries(
        Object.entries(standing).map(([path, page]) => [
          path,
          page === "broken"
            ? { status: 500 }
            : `<html lang="en"><title>${page[0]}</title><body><main><h1>${page[0]}</h1><p>${page[0]} are free of charge for thirty days.</p></main></body></html>`
        ])
      )
    }))(incoming, out)
  )
  const site = siteSource({ address: `${url}/sitemap.xml`, allowHosts: ["127.0.0.1"], clock: fakeClock(now) })
  expect(await take(site)).toMatchObject({ state: "done", imported: 4, failed: 0 })
  standing = {
    "/a": ["Returns", "2026-01-01"],
    "/b": ["Refunds and credit", "2026-02-02"],
    "/d": "broken",
    "/e": ["Exchanges", "2025-01-01"]
  }
  asked.length = 0
  expect(await take(site)).toMatchObject({ state: "done", imported: 2, unchanged: 1, removed: 1, failed: 1 })
  expect([await titles(site), asked.slice(2)]).toEqual([
    ["Exchanges", "Gifts", "Refunds and credit", "Returns"],
    ["GET /b", "GET /d", "GET /e"]
  ])
})

test("a feed imported again: unchanged it changes nothing, and cut it removes nothing", async () => {
  const item = (id: string, price: string) =>
    `<item><id>${id}</id><title>Lamp ${id}</title><price>${price}</price></item>`
  let [etag, body] = [
    '"1"',
    `<rss><channel>${item("A", "3 EUR")}${item("B", "4 EUR")}${item("C", "5 EUR")}</channel></rss>`
  ]
  const { url } = await serve((incoming, out) => {
    if (incoming.headers["if-none-match"] === etag) out.writeHead(304).end()
    else out.writeHead(200, { etag }).end(body)
  })
  const feed = feedSource({ address: `${url}/feed.xml`, allowHosts: ["127.0.0.1"] })
  expect(await take(feed)).toMatchObject({ state: "done", imported: 3 })
  expect(await take(feed)).toMatchObject({ state: "done", imported: 0, removed: 0 })
  ;[etag, body] = ['"2"', `<rss><channel>${item("A", "9 EUR")}<item><id>B</id>`]
  expect(await take(feed)).toMatchObject({ imported: 1, removed: 0, failed: 1 })
  expect(await titles(feed)).toEqual(["Lamp A", "Lamp B", "Lamp C"])
  ;[etag, body] = ['"3"', `<rss><channel>${item("A", "9 EUR")}</channel></rss>`]
  expect(await take(feed)).toMatchObject({ state: "done", imported: 0, unchanged: 1, removed: 2 })
  const { texts } = await knowledge.db
    .selectFrom("documents")
    .select("texts")
    .where("collection", "=", feed.collection)
    .executeTakeFirstOrThrow()
  expect(texts).toContain("Price: 9.00 EUR")
})

test.each([
  [
    "en",
    "Hello, what does the desk lamp Halo-2 cost, and which colours are there?",
    "Halo-2 desk lamp – Price: 39.90 EUR; Availability: in stock; Colour: red, blue."
  ],
  [
    "de",
    "Guten Tag, was kostet die Lampe Halo-3 und welche Farben gibt es?",
    "Schreibtischlampe Halo-3 – Preis: 39,90 EUR; Verfügbarkeit: auf Lager; Farbe: rot, blau."
  ]
])("what a product costs is quoted to whoever asks (%s)", async (language, question, sentence) => {
  const item = (id: string, title: string, colour: string, text: string) =>
    `<item><id>${id}</id><title>${title}</title><price>39.90 EUR</price><availability>in_stock</availability><color>${colour}</color><description>${text}</description></item>`
  const { url } = await serve((_, out) =>
    out.end(
      `<rss><channel>${
        language === "en"
          ? item(
              "1",
              "Halo-2 desk lamp",
              "red/blue",
              "A small lamp with warm light for your desk. It can be dimmed in three steps."
            ) + item("2", "Kettle Nova", "red", "A kettle that boils a litre of water in three minutes.")
          : item(
              "3",
              "Schreibtischlampe Halo-3",
              "rot/blau",
              "Eine kleine Lampe mit warmem Licht für den Schreibtisch. Sie lässt sich in drei Stufen dimmen."
            )
      }</channel></rss>`
    )
  )
  await take(feedSource({ address: `${url}/${language}.xml`, allowHosts: ["127.0.0.1"] }))
  const asked = ticket("Question", question)
  const found = await createRetriever(knowledge.db).find({ ...asked, helpdesk: "zendesk" }, person(), signal)
  let letter = ""
  for await (const written of createOfflineDrafter().write(
    { request: { draftId: "00000000-0000-4000-8000-000000000000", ticket: asked }, retrieval: found, language },
    signal
  ))
    if ("text" in written) letter += written.text
  expect(letter).toContain(sentence)
})
