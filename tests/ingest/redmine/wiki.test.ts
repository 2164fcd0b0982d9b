import { expect, test } from "vitest"
import { desk } from "./double.ts"

test("pages as Redmine shows them, under their project and the pages above; public is what a visitor sees", async () => {
  const { read, redmine } = await desk()
  const { documents, failed, end } = await read("wiki")
  expect(failed).toEqual([])
  expect(
    documents.map(({ id, path, title, visibility, groups, kind }) => [id, path, title, visibility, groups, kind])
  ).toEqual([
    ["wiki-1-returns", "Support / Returns", "How to return", "internal", [], "article"],
    ["wiki-4-für_große_stücke", "Help / Returns / Für Große Stücke", "Für Große Stücke", "public", [], "article"],
    ["wiki-4-returns", "Help / Returns", "Returns", "public", [], "article"]
  ])
  expect(documents[0]).toMatchObject({
    url: `${redmine.url}/redmine/projects/support/wiki/Returns`,
    changed: "2026-11-21T13:11:09Z",
    details: { kind: "article", section: ["Support"] },
    body: "Send it within **30 days**.\n\n1. Open Orders\n2. Press `Return`\n\n| Size | Price |\n| - | - |\n| S | 9.90 |\n\nWho pays?\n\nWe do, see Für Große Stücke.\n\n```\ncode\n```\n\n[site](https://x.example/) \\<script>alert(1)\\</script>"
  })
  expect(end).toMatchObject({ all: true })
  // A public page is requested as a visitor, so that content included from a project that only the key may see stays
  // out.
  expect(
    redmine.requests
      .filter(({ url = "" }) => /help\/wiki\/[^i]/.test(url))
      .map(({ headers }) => headers["x-redmine-api-key"])
  ).toEqual([undefined, undefined])
})

test("a public project of a Redmine that nobody enters without signing in is internal, unless its wiki is named", async () => {
  const { read } = await desk((one) => {
    one.isOpen = false
  })
  expect((await read("wiki")).documents.map(({ visibility }) => visibility)).toEqual([
    "internal",
    "internal",
    "internal"
  ])
  expect((await read("wiki", {}, { publicProjects: ["HELP"] })).documents.map(({ visibility }) => visibility)).toEqual([
    "internal",
    "public",
    "public"
  ])
  expect(
    (await read("wiki", {}, { publicProjects: ["help"], visibility: "internal" })).documents.map(
      ({ visibility }) => visibility
    )
  ).toEqual(["internal", "internal", "internal"])
})

test("later only pages that have changed are read, once a day all; where a project becomes public, all at once", async () => {
  const { read, redmine, clock } = await desk()
  const first = await read("wiki")
  await clock.wait(3_600_000, new AbortController().signal)
  Object.assign(redmine.wikis["help"]?.body.wiki_pages[1] ?? {}, {
    updated_on: new Date(clock.now()).toISOString(),
    version: 2
  })
  redmine.wikis["help"]?.body.wiki_pages.splice(0, 1)
  const second = await read("wiki", { since: first.end?.since ?? "" })
  expect([
    second.documents.map(({ id }) => id),
    second.items.filter(({ type }) => type === "standing"),
    second.end?.all
  ]).toEqual([["wiki-4-returns"], [{ type: "standing", id: "wiki-1-returns" }], true])
  for (const one of redmine.projects.body.projects) one.is_public = false
  expect(
    (await read("wiki", { since: second.end?.since ?? "" })).documents.map(({ visibility }) => visibility)
  ).toEqual(["internal", "internal"])
  await clock.wait(24 * 3_600_000, new AbortController().signal)
  expect((await read("wiki", { since: second.end?.since ?? "" })).documents).toHaveLength(2)
})

test("a page is a place to go on from; projects may be named, with those below", async () => {
  const { read } = await desk()
  const whole = await read("wiki")
  const rest = await read("wiki", { at: whole.at[0] ?? "" })
  expect(rest.documents.map(({ id }) => id)).toEqual(["wiki-4-für_große_stücke", "wiki-4-returns"])
  expect((await read("wiki", {}, { projects: ["Help"] })).documents).toHaveLength(2)
  expect((await read("wiki", {}, { projects: ["nowhere"] })).fault).toMatchObject({
    code: "source-unreadable",
    message: expect.stringContaining('no project "nowhere"')
  })
})

test("a page without text and one that is nested too deeply fail alone; one that was deleted since it was listed is gone", async () => {
  const { read, redmine } = await desk((one) => {
    one.pages["support/Returns"] = "<html><body><div id='content'>Nothing</div></body></html>"
    one.pages["help/Returns"] = `<div id="content"><div class="wiki wiki-page">${"<div>".repeat(20_000)}</div></div>`
    delete one.pages["help/Für_Große_Stücke"]
  })
  const { failed, gone, end } = await read("wiki")
  expect(failed).toEqual([
    "Support / Returns: Its page shows no text of a wiki.",
    "Help / Returns: Its elements are nested too deeply to be read."
  ])
  expect([gone, end?.all, redmine.asked.length > 5]).toEqual([["wiki-4-für_große_stücke"], true, true])
})
