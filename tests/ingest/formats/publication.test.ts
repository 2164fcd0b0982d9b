import { describe, expect, test } from "vitest"
import { refuseUnpublished } from "../../../src/ingest/formats/publication/refuse-unpublished.ts"
import { documents, failures, itemsOf } from "./read.ts"

const titles = async (path: string, text: string) =>
  (await itemsOf(path, text)).flatMap((item) => (item.type === "document" ? [item.document.title] : []))
const table = (name: string, value: string) => `title,body,"${name}"\nA,Text.,"${value}"\n`

describe.each([
  ["Status", "In review"],
  ["status", "OBSOLETE"],
  ["Article status", "Pending approval"],
  ["workflowState", "retired"],
  ["Draft?", "yes"],
  ["is_draft", "1"],
  ["archived", "x"],
  ["archived_at", "2025-03-01"],
  ["Published", "No"],
  ["Published", "FALSE"],
  ["Published?", ""],
  ["published_at", ""],
  ["is published", "Draft"],
  ["Veröffentlicht", "nein"],
  ["Zustand", "In Bearbeitung"],
  ["Entwurf", "ja"],
  ["État", "Brouillon"],
  ["Publié", "non"],
  ["Estado", "Pendiente de revisión"],
  ["Publicado", "não"],
  ["ステータス", "下書き"],
  ["Stato", "bozza"],
  ["publish_date", "2931-01-02"],
  ["Gültig ab", "01.02.2931"],
  ["valid until", "3/4/2019"],
  ["Expires", "31 Dec 2019"]
])("a row with %s: %s", (name, value) => {
  test("isn't taken, and the report says why", async () => {
    const items = await itemsOf("t.csv", table(name, value))
    expect(items).toMatchObject([
      { type: "failed", unpublished: true, id: expect.stringMatching(/^t\.csv#/) as string }
    ])
    expect(await failures("t.csv", table(name, value))).toEqual([
      expect.stringMatching(/^t\.csv, row 2: .*: only what is published is taken\.$/)
    ])
  })
})

test.each([
  ["Status", "Published"],
  ["state", "live"],
  ["Draft", "no"],
  ["draft", ""],
  ["draft", "Published"],
  ["Published", "2024-05-06"],
  ["Published", "✓"],
  ["Freigegeben", "Ja"],
  ["archived_at", ""],
  ["valid until", "never"],
  ["expiry date", "2931-12-31"],
  ["publish date", "12/24/2019"],
  ["公開状態", "公開中"],
  ["Order status", "In review"]
])("a row with %s: %s is taken", async (name, value) => {
  expect(await titles("t.csv", table(name, value))).toEqual(["A"])
})

test.each([
  ["Status", "Halfway"],
  ["status", "1"],
  ["draft", "Mara"],
  ["published", "perhaps"],
  ["publish date", "soon"]
])("a row with %s: %s fails as one with an unknown visibility does", async (name, value) => {
  const [item] = await itemsOf("t.csv", table(name, value))
  expect(item).toMatchObject({ type: "failed", reason: expect.stringContaining(`"${value}" isn't`) as string })
  expect(item).not.toHaveProperty("unpublished")
})

test("a table of unknown names with a column for the state has no row of names among its articles", async () => {
  const rows =
    "Kundentexte;Hilfetexte;Status\nWie lange dauert es?;Es dauert zwei Tage.;Entwurf\nUnd nun?;Jetzt warten Sie.;Live\n"
  expect(await titles("t.csv", rows)).toEqual(["Und nun?"])
})

test("entries of JSON and JSONL say in every usual type that they aren't published", async () => {
  const states = [
    { draft: "true" },
    { archived: true },
    { isDraft: true },
    { published: false },
    { publishedAt: null },
    { state: "DRAFT" },
    { status: { id: 3, name: "In progress" } },
    { hidden: 1 },
    { expires_at: 1_500_000_000 }
  ]
  const entries = states.map((state, at) => ({ title: `T${at}`, body: "Text.", ...state }))
  const good = { title: "Good", body: "Text.", draft: false, status: "published", archived_at: null, deleted: 0 }
  expect(await titles("t.json", JSON.stringify([...entries, good]))).toEqual(["Good"])
  expect(await titles("t.jsonl", [...entries, good].map((entry) => JSON.stringify(entry)).join("\n"))).toEqual(["Good"])
})

test("a product that its shop doesn't show isn't taken, one with a state that only the shop knows is", async () => {
  const woo = "ID,SKU,Name,Published,Regular price\n1,a,Lamp,1,20\n2,b,Lamp two,-1,30\n3,c,Lamp three,0,30\n"
  expect(await titles("p.csv", woo)).toEqual(["Lamp"])
  expect(await titles("p.csv", "sku,name,status,price\na,Lamp,2,20\nb,Lamp two,archived,20\n")).toEqual(["Lamp"])
})

describe.each([
  ["draft: true"],
  ["Draft: TRUE"],
  ["published: no"],
  ["unlisted: true"],
  ["status: In Review"],
  ["date: 2931-01-01"],
  ["publishDate: 2931-01-01T08:00:00Z"],
  ["expiryDate: 2020-01-01"]
])("a page with %s", (line) => {
  test("isn't taken", async () => {
    expect(await itemsOf("a.md", `---\ntitle: A\n${line}\n---\nText.`)).toMatchObject([
      { type: "failed", id: "a", unpublished: true }
    ])
  })
})

test.each([
  ["Hugo's TOML", '+++\ntitle = "A"\ndraft = true\n+++\nText.'],
  ["a date of TOML", '+++\ntitle = "A"\npublishDate = 2931-01-01T10:00:00Z\n+++\nText.'],
  ["Hugo's JSON", '{\n  "title": "A",\n  "draft": true\n}\n\nText.'],
  ["named JSON", '---json\n{"title": "A", "published": false}\n---\nText.'],
  ["JSON in semicolons", ';;;\n{"title": "A", "draft": true}\n;;;\nText.']
])("a draft in %s isn't taken", async (_, text) => {
  expect(await itemsOf("a.md", text)).toMatchObject([{ type: "failed", unpublished: true }])
})

test("front matter in TOML and JSON gives its fields and doesn't stand in the text", async () => {
  const toml = await documents("a.md", '+++\r\ntitle = "Returns: how long"\r\nchanged = 2026-09-03\r\n+++\r\nText.')
  expect(toml).toMatchObject([{ title: "Returns: how long", changed: "2026-09-03", body: "Text." }])
  expect(await documents("a.mdx", '{\n "title": "J"\n}\nText.')).toMatchObject([{ title: "J", body: "Text." }])
})

test("a day of publication that has come counts before the page's own date", async () => {
  expect(await titles("a.md", "---\ntitle: A\ndate: 2931-01-01\npublishDate: 2020-01-01\n---\nText.")).toEqual(["A"])
})

test("pages in Jekyll's folder of drafts aren't taken", async () => {
  expect(await itemsOf("help/_drafts/a.md", "Text.")).toMatchObject([{ type: "failed", unpublished: true }])
})

describe("a name that may mean something else", () => {
  test.each([
    ["Stage", "Editing"],
    ["Workflow", "In review"],
    ["Online", "no"],
    ["Outdated", "yes"],
    ["Ready to publish", "no"],
    ["Final?", "no"],
    ["Visible on portal", "No"],
    ["Status", "Draft (needs photos)"],
    ["Draft status", "yes"],
    ["Luonnos", "kyllä"],
    ["Yayında", "hayır"],
    ["Állapot", "Piszkozat"],
    ["Stare", "Ciornă"],
    ["Opublikowano", "nie"],
    ["Статус", "На проверке"],
    ["상태", "검토 중"],
    ["状态", "待审核"]
  ])("%s: %s isn't taken", async (name, value) => {
    expect(await itemsOf("t.csv", table(name, value))).toMatchObject([{ type: "failed", unpublished: true }])
  })

  test.each([
    ["Stage", "Checkout"],
    ["Online", "https://shop.example/lamp"],
    ["Workflow", "Returns"],
    ["Final answer", "Yes, it does."],
    ["Approved answer", "Yes, it does."],
    ["Answered", "no"],
    ["Comments disabled", "yes"],
    ["Status", "Approved & live"],
    ["beta", "false"],
    ["revision", "1"],
    ["Pending", "1"],
    ["Solved", "0"]
  ])("%s: %s is taken", async (name, value) => {
    expect(await titles("t.csv", table(name, value))).toEqual(["A"])
  })
})

test.each<[string, unknown]>([
  ["an object of its own", [{ title: "A", body: "Text.", meta: { draft: true } }]],
  ["attributes of Strapi", [{ title: "A", body: "Text.", attributes: { status: { name: "archived" } } }]],
  ["the object around the list", { draft: "yes", articles: [{ title: "A", body: "Text." }] }]
])("%s says that an entry isn't published", async (_, value) => {
  expect(await itemsOf("a.json", JSON.stringify(value))).toMatchObject([{ type: "failed", unpublished: true }])
})

test("what an author, a category or an answer of an API says of itself counts for nothing", async () => {
  const entry = { title: "A", body: "Text.", author: { active: false }, category: { archived: true } }
  const more = { settings: { status: "two columns" } }
  expect(await titles("a.json", JSON.stringify({ status: "ok", articles: [{ ...entry, ...more }] }))).toEqual(["A"])
})

test.each([
  ["below a comment", "a.md", "<!-- by Mara -->\n---\ntitle: A\ndraft: true\n---\nText."],
  ["below an empty line", "a.md", "\n---\ndraft: yes\n---\nText."],
  ["between longer fences", "a.md", "----\ntitle: A\nstatus: draft\n----\nText."],
  ["as JSON in one line", "a.md", '{"title": "A", "draft": true}\n\nText.'],
  ["as lines", "a.md", "Title: A\nStatus: draft\n\nText."],
  ["as lines in a comment", "a.md", "<!--\n.. title: A\n.. status: private\n-->\n\nText."],
  ["as lines of a text", "a.txt", "Status: In review\n\nText."],
  ["by Hugo's build options", "a.md", "+++\ntitle = 'A'\n[build]\nrender = 'never'\n+++\nText."],
  ["by its parameters", "a.md", "---\nparams:\n  draft: true\n---\nText."],
  ["by what MDX exports", "a.mdx", "export const meta = { title: 'A', draft: true }\n\nText."],
  ["by an element of the page", "a.html", '<meta name="status" content="draft"><p>Text of the page.</p>'],
  ["by its folder", "help/Drafts/a.html", "<p>Text of the page.</p>"],
  ["by its folder in another language", "hilfe/Entwürfe/a.txt", "Text."],
  ["by its name", "help/a.draft.md", "Text."]
])("a draft is recognised %s", async (_, path, text) => {
  expect(await itemsOf(path, text)).toMatchObject([{ type: "failed", id: expect.any(String), unpublished: true }])
})

test.each([
  [
    "Status: your order is shown under Orders.\n\nMore text.",
    "Status: your order is shown under Orders.\n\nMore text."
  ],
  ["Title: A\nStatus: In stock\n\nText.", "Text."],
  ["---\n\nText.\n\n---\n\nMore.", "Text."],
  ["---\ntitle: A\nstatus: new\n---\nText.", "Text."]
])("%j is taken", async (text, body) => {
  expect((await documents("a.md", text))[0]?.body).toContain(body)
})

test("the day of expiry is the last one, the day of publication the first", () => {
  const now = new Date("2026-11-29T12:00:00Z")
  const refused = (name: string, value: string) => {
    try {
      refuseUnpublished([[name, value]], now)
      return false
    } catch {
      return true
    }
  }
  expect(["2026-11-28", "2026-11-29", "2026-11-30"].map((day) => refused("valid until", day))).toEqual([
    true,
    false,
    false
  ])
  expect(["2026-11-28", "2026-11-29", "2026-11-30"].map((day) => refused("valid from", day))).toEqual([
    false,
    false,
    true
  ])
})
