import { expect, test } from "vitest"
import { account } from "./account.ts"
import type { ZendeskDouble } from "./double.ts"

const article = (id: number, rest: Record<string, unknown> = {}) => ({
  id,
  html_url: `https://acme.zendesk.com/hc/en-us/articles/${id}`,
  section_id: 11,
  user_segment_id: null,
  permission_group_id: 7,
  label_names: ["lamps"],
  locale: "en-us",
  source_locale: "en-us",
  updated_at: "2026-11-01T08:00:00Z",
  title: `Article ${id}`,
  body: `<p>Text ${id}</p>`,
  draft: false,
  translations: [translation("en-us", { title: `Article ${id}`, body: `<p>Text ${id}</p>` })],
  ...rest
})
const translation = (locale: string, rest: Record<string, unknown> = {}) => ({
  locale,
  title: locale,
  body: `<p>${locale}</p>`,
  draft: false,
  hidden: false,
  outdated: false,
  html_url: `https://acme.zendesk.com/hc/${locale}/articles/1`,
  updated_at: "2026-11-02T08:00:00Z",
  ...rest
})

function shop(double: ZendeskDouble) {
  double.helpLocales = ["en-us", "de", "fr"]
  double.categories = [{ id: 1, name: "Orders", translations: [{ locale: "de", title: "Bestellungen" }] }]
  double.sections = [
    { id: 10, name: "After buying", category_id: 1, parent_section_id: null },
    {
      id: 11,
      name: "Returns",
      category_id: 1,
      parent_section_id: 10,
      translations: [{ locale: "de", title: "Rückgabe" }]
    }
  ]
  double.user_segments = [
    { id: 1, name: "Signed-in users", user_type: "signed_in_users", built_in: true },
    { id: 2, name: "Agents and managers", user_type: "staff", built_in: true },
    { id: 3, name: "VIP customers", user_type: "signed_in_users", built_in: false },
    { id: 4, name: "Leads", user_type: "staff", built_in: false }
  ]
}

test("each translation is a document of its own, under the names of its place, with what Zendesk says of it", async () => {
  const { read } = await account((double) => {
    shop(double)
    double.articles = [
      article(1, {
        translations: [
          translation("en-us", {
            title: "Returns",
            body: "<h2>How</h2><ol><li>Open <b>Returns</b>.</li></ol><img src='https://evil.example/x.png' alt='The menu'><script>alert(1)</script>"
          }),
          translation("de", { title: "Rückgabe", outdated: true }),
          translation("fr", { draft: true })
        ]
      })
    ]
  })
  const { documents, gone, end, failed } = await read("articles")
  expect(failed).toEqual([])
  expect(documents).toEqual([
    {
      id: "article-1-en-us",
      path: "Orders / After buying / Returns / Returns",
      title: "Returns",
      kind: "article",
      locale: "en-US",
      visibility: "public",
      groups: [],
      url: "https://acme.zendesk.com/hc/en-us/articles/1",
      changed: "2026-11-02T08:00:00Z",
      body: expect.stringMatching(/^## How\n\n1\. Open \*\*Returns\*\*\.\n\n.*The menu/),
      details: { kind: "article", section: ["Orders", "After buying", "Returns"], labels: ["lamps"] }
    },
    expect.objectContaining({
      id: "article-1-de",
      path: "Bestellungen / After buying / Rückgabe / Rückgabe",
      locale: "de",
      details: {
        kind: "article",
        section: ["Bestellungen", "After buying", "Rückgabe"],
        labels: ["lamps"],
        outdated: true
      }
    })
  ])
  expect(documents[0]?.body).not.toMatch(/evil|alert/)
  expect([gone, end?.all]).toEqual([["article-1-fr"], true])
})

test("public is only what everybody sees; a segment of one's own is a group", async () => {
  const seen: [string, Record<string, unknown>, string, string[]][] = [
    ["everybody", { user_segment_id: null }, "public", []],
    ["everybody, with several", { user_segment_id: null, user_segment_ids: [] }, "public", []],
    ["signed-in", { user_segment_id: 1 }, "internal", []],
    ["agents", { user_segment_id: 2 }, "internal", []],
    ["own customers", { user_segment_id: 3 }, "internal", ["VIP customers"]],
    ["own staff", { user_segment_id: 4, user_segment_ids: [4] }, "internal", ["Leads"]],
    ["two", { user_segment_id: 3, user_segment_ids: [3, 4] }, "internal", ["VIP customers", "Leads"]],
    ["one of them wide", { user_segment_id: 3, user_segment_ids: [3, 2] }, "internal", []],
    ["unknown", { user_segment_id: 99 }, "internal", ["zendesk-segment-99"]],
    ["not said", { user_segment_id: undefined }, "internal", []]
  ]
  const { read, double } = await account((one) => {
    shop(one)
    one.helpLocales = ["en-us"]
    one.articles = seen.map(([title, segments], n) =>
      article(n + 1, { ...segments, translations: [translation("en-us", { title })] })
    )
  })
  expect(
    (await read("articles")).documents.map(({ title, visibility, groups }) => [title, visibility, groups])
  ).toEqual(seen.map(([title, , visibility, groups]) => [title, visibility, groups]))
  // If the segments can't be read, nothing becomes public that isn't.
  double.trouble = (path) => (path === "help_center/user_segments.json" ? { status: 403 } : undefined)
  expect(
    (await read("articles")).documents.filter(({ visibility }) => visibility === "public").map(({ title }) => title)
  ).toEqual(["everybody", "everybody, with several"])
})

test("--internal makes all of it internal", async () => {
  const { read } = await account((one) => {
    shop(one)
    one.articles = [article(1), article(2, { user_segment_id: 4 })]
  })
  const { documents } = await read("articles", {}, { visibility: "internal" })
  expect(documents.map(({ visibility, groups }) => [visibility, groups])).toEqual([
    ["internal", []],
    ["internal", ["Leads"]]
  ])
})

test("a page by cursor is a place to go on from, and going on tells the rest", async () => {
  const { read, double } = await account((one) => {
    shop(one)
    one.helpLocales = ["en-us"]
    one.pageSize = 10
    one.articles = Array.from({ length: 35 }, (_, n) => article(n + 1))
  })
  double.trouble = (path, nth) => (path === "help_center/articles.json" && nth === 4 ? { status: 401 } : undefined)
  const first = await read("articles")
  expect(first.documents).toHaveLength(20)
  expect(first.fault).toMatchObject({ code: "source-refused", message: expect.stringContaining("credentials") })
  double.trouble = () => undefined
  const rest = await read("articles", { at: first.at.at(-1) ?? "" })
  expect(rest.documents.map(({ id }) => id)).toEqual(Array.from({ length: 15 }, (_, n) => `article-${n + 21}-en-us`))
  expect(rest.end?.all).toBe(true)
  expect(rest.items.filter(({ type }) => type === "total")).toEqual([])
  expect(first.items.find(({ type }) => type === "total")).toEqual({ type: "total", documents: 35 })
})

test("within a day only what changed is asked for; drafts are gone at once, deleted ones with the next whole read", async () => {
  const { read, double, clock } = await account((one) => {
    shop(one)
    one.articles = [1, 2, 3, 4].map((id) => article(id))
  })
  const first = await read("articles")
  expect(first.documents).toHaveLength(4)
  await clock.wait(3_600_000, new AbortController().signal)
  const now = new Date(clock.now()).toISOString()
  double.articles = [
    article(1),
    article(2, { updated_at: now, translations: [translation("en-us", { draft: true })] }),
    article(4, { updated_at: now, translations: [translation("en-us"), translation("de")] })
  ]
  double.asked.length = 0
  const second = await read("articles", { since: first.end?.since ?? "" })
  expect(double.asked.filter((path) => path.includes("articles"))).toHaveLength(1)
  expect(second.documents.map(({ id }) => id)).toEqual(["article-4-en-us", "article-4-de"])
  expect(second.gone).toEqual(expect.arrayContaining(["article-2-en-us", "article-4-fr"]))
  expect(second.end?.all).toBe(false)
  await clock.wait(24 * 3_600_000, new AbortController().signal)
  const third = await read("articles", { since: second.end?.since ?? "" })
  expect([third.documents.map(({ id }) => id), third.end?.all]).toEqual([
    ["article-1-en-us", "article-4-en-us", "article-4-de"],
    true
  ])
  expect((await read("articles", { since: "what another version wrote" })).end?.all).toBe(true)
})

test("more than a thousand changes in one second end in a whole read", async () => {
  const { read, double } = await account((one) => {
    shop(one)
    one.helpLocales = ["en-us"]
    one.articles = Array.from({ length: 1001 }, (_, n) => article(n + 1, { updated_at: "2026-11-20T11:59:30Z" }))
  })
  const since = JSON.stringify({
    from: Date.parse("2026-11-20T11:59:30Z") / 1000,
    whole: Date.parse("2026-11-20T11:00:00Z") / 1000
  })
  const { documents, end } = await read("articles", { since })
  expect([new Set(documents.map(({ id }) => id)).size, end?.all]).toEqual([1001, true])
  expect(double.asked.some((path) => path.includes("page[after]"))).toBe(true)
})

test("one that isn't as it should be fails alone, and what was taken of it stays; translations may come beside the articles", async () => {
  const { read, double } = await account((one) => {
    shop(one)
    one.helpLocales = ["en-us", "de"]
    one.articles = [
      { id: 5, title: 7 },
      article(6, { title: "Six", translations: undefined }),
      article(7, { translations: [translation("en-us", { body: "<div>".repeat(20_000) })] })
    ]
  })
  const told = await read("articles")
  expect(told.failed).toEqual([
    "article 5: Zendesk's answer isn't an article in the form that its API documents.",
    expect.stringMatching(/^Orders .*: Its elements are nested too deeply/)
  ])
  expect(told.items.filter(({ type }) => type === "standing")).toEqual([
    { type: "standing", id: "article-5-en-us" },
    { type: "standing", id: "article-5-de" }
  ])
  expect(told.documents.map(({ id, title }) => [id, title])).toEqual([["article-6-en-us", "Six"]])
  double.trouble = (path) =>
    path === "help_center/articles.json"
      ? {
          body: JSON.stringify({
            articles: [article(6, { translations: undefined })],
            translations: [{ ...translation("de"), source_id: 6 }],
            meta: { has_more: false }
          })
        }
      : undefined
  expect((await read("articles")).documents.map(({ id }) => id)).toEqual(["article-6-de"])
})

test("an account without a help centre says so", async () => {
  const { read, double } = await account()
  double.trouble = () => ({ status: 404 })
  expect((await read("articles")).fault).toMatchObject({
    code: "source-unreadable",
    message: expect.stringContaining("help centre")
  })
})
