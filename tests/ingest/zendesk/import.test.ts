import { join } from "node:path"
import { afterAll, beforeAll, expect, test } from "vitest"
import { findPlaceholders } from "../../../src/masking/basis/placeholder.ts"
import { runImport } from "../../../src/knowledge/import/run-import.ts"
import { importCommand } from "../../../src/relay/commands/import.ts"
import { sourceKinds } from "../../../src/ingest/sources/index.ts"
import type { Part } from "../../../src/ingest/sources/zendesk/client.ts"
import { readRules, saveRules } from "../../../src/masking-rules/rules.ts"
import { silentLog } from "../../../src/runtime/log.ts"
import { openKnowledge, signal } from "../../knowledge/help/database.ts"
import { countsAgree } from "../../knowledge/help/rows.ts"
import { account } from "./account.ts"
import type { ZendeskDouble } from "./double.ts"

let knowledge: Awaited<ReturnType<typeof openKnowledge>>
beforeAll(async () => {
  knowledge = await openKnowledge({ ownServer: true })
})
afterAll(() => knowledge.close())

const translation = (locale: string, rest: Record<string, unknown> = {}) => ({
  locale,
  title: `Lamps ${locale}`,
  body: `<h2>Flicker</h2><p>Hold the button of the lamp for ten seconds (${locale}).</p>`,
  draft: false,
  hidden: false,
  outdated: false,
  updated_at: "2026-11-02T08:00:00Z",
  ...rest
})
const article = (id: number, rest: Record<string, unknown> = {}) => ({
  id,
  locale: "en-us",
  section_id: 11,
  user_segment_id: null,
  label_names: [],
  updated_at: "2026-11-01T08:00:00Z",
  translations: [
    translation("en-us", { title: `Lamp ${id}`, body: `<p>Hold button number ${id} of the lamp for ten seconds.</p>` })
  ],
  ...rest
})
const says = (id: number, author_id: number, body: string) => ({
  id,
  type: "Comment",
  author_id,
  body,
  public: true,
  via: { channel: "email" },
  created_at: `2026-11-03T0${id}:00:00Z`
})

function shop(double: ZendeskDouble) {
  double.helpLocales = ["en-us", "de"]
  double.sections = [{ id: 11, name: "Lamps" }]
  double.user_segments = [{ id: 3, name: "Leads", user_type: "staff", built_in: false }]
  double.articles = [
    article(1, { translations: [translation("en-us"), translation("de")] }),
    article(2),
    article(3, { user_segment_id: 3 })
  ]
  double.macros = [
    {
      id: 1,
      title: "Flicker",
      active: true,
      actions: [
        { field: "comment_value", value: "Hi {{ticket.requester.first_name}}, hold the button for ten seconds." }
      ]
    }
  ]
  double.users = [
    { id: 100, name: "Wendeline Oortgiesen", email: "wendeline@post.example", role: "end-user" },
    { id: 200, name: "Kim Park", email: "kim@shop.example", role: "agent" }
  ]
  double.tickets = [1, 2].map((id) => ({
    id,
    subject: "Flicker",
    status: "solved",
    requester_id: 100,
    tags: ["lamp"],
    updated_at: `2026-11-0${id}T08:00:00Z`
  }))
  for (const { id } of double.tickets)
    double.comments.set(id, [
      says(1, 100, "Wendeline's lamp flickers."),
      says(2, 200, "Dear Wendeline, hold the button for ten seconds; the lamp starts anew.")
    ])
}

async function desk() {
  const { double, clock, sourceOf } = await account(shop)
  const run = (part: Part, stop = signal) =>
    runImport(knowledge.db, sourceOf(part), { origin: "team", signal: stop, log: silentLog })
  const documents = async (part: Part) =>
    (
      await knowledge.db
        .selectFrom("documents")
        .select(["id", "visibility", "groups", "kind", "body", "version"])
        .where("collection", "=", sourceOf(part).collection)
        .orderBy("id")
        .execute()
    ).map((row) => ({ ...row, id: row.id.replace(/^.*\//, "") }))
  return { double, clock, run, documents }
}

test("three parts, each with a state of its own; a second import changes nothing", async () => {
  const { run, documents } = await desk()
  expect([await run("articles"), await run("macros"), await run("tickets")]).toMatchObject([
    { state: "done", imported: 4, failed: 0 },
    { state: "done", imported: 1, failed: 0 },
    { state: "done", imported: 2, failed: 0 }
  ])
  expect((await documents("articles")).map(({ id, visibility, groups }) => [id, visibility, groups])).toEqual([
    ["article-1-de", "public", []],
    ["article-1-en-us", "public", []],
    ["article-2-en-us", "public", []],
    ["article-3-en-us", "internal", ["Leads"]]
  ])
  expect((await documents("tickets")).map(({ id, visibility, kind }) => [id, visibility, kind])).toEqual([
    ["ticket-1", "internal", "ticket"],
    ["ticket-2", "internal", "ticket"]
  ])
  const texts = (await knowledge.db.selectFrom("documents").select("texts").execute())
    .map(({ texts }) => texts)
    .join("\n")
  expect(findPlaceholders(texts)).toEqual([])
  expect(texts).not.toMatch(/wendeline|oortgiesen|kim/i)
  expect([await run("articles"), await run("macros"), await run("tickets")]).toMatchObject(
    Array.from({ length: 3 }, () => ({ state: "done", imported: 0, removed: 0, failed: 0 }))
  )
  expect(await countsAgree(knowledge.db)).toBe(true)
})

test("what was deleted, unpublished or opened again between two imports disappears", async () => {
  const { double, clock, run, documents } = await desk()
  for (const part of ["articles", "macros", "tickets"] as const) await run(part)
  const later = new Date(clock.now() + 60_000).toISOString()
  double.articles = [
    article(1, { updated_at: later, translations: [translation("en-us"), translation("de", { draft: true })] }),
    article(3, { user_segment_id: 3 })
  ]
  double.macros = []
  double.tickets = [
    { ...double.tickets[0], id: 1, status: "open", updated_at: later },
    { id: 2, status: "deleted", updated_at: later }
  ]
  await clock.wait(120_000, signal)
  expect([await run("articles"), await run("macros"), await run("tickets")]).toMatchObject([
    { removed: 1 },
    { removed: 1 },
    { removed: 2 }
  ])
  expect((await documents("articles")).map(({ id }) => id)).toEqual([
    "article-1-en-us",
    "article-2-en-us",
    "article-3-en-us"
  ])
  // Article 2 was deleted, which Zendesk doesn't report. The complete read of the next day finds it.
  await clock.wait(24 * 3_600_000, signal)
  expect(await run("articles")).toMatchObject({ removed: 1 })
  expect((await documents("articles")).map(({ id }) => id)).toEqual(["article-1-en-us", "article-3-en-us"])
  expect([await documents("macros"), await documents("tickets")]).toEqual([[], []])
})

test("credentials that expire in mid-import, and good ones again: it goes on, and ends with the same rows as one that was left alone", async () => {
  const [broken, whole] = [await desk(), await desk()]
  for (const { double } of [broken, whole]) {
    double.pageSize = 5
    double.articles = Array.from({ length: 23 }, (_, n) => article(n + 1))
  }
  broken.double.trouble = (path, nth) =>
    path === "help_center/articles.json" && nth === 4 ? { status: 401 } : undefined
  expect(await broken.run("articles")).toMatchObject({
    state: "failed",
    imported: 10,
    reason: expect.stringContaining("credentials")
  })
  broken.double.trouble = () => undefined
  broken.double.asked.length = 0
  expect(await broken.run("articles")).toMatchObject({ state: "done", imported: 23, seen: 23 })
  expect(broken.double.asked.filter((path) => path.includes("articles.json"))).toHaveLength(3)
  expect(await whole.run("articles")).toMatchObject({ state: "done", imported: 23 })
  expect(await broken.documents("articles")).toEqual(await whole.documents("articles"))
})

test("stopped in the midst of tickets, what was masked stays, and the next one goes on", async () => {
  const { double, run, documents } = await desk()
  double.exportSize = 1
  const stop = new AbortController()
  double.trouble = (path) => {
    if (path === "tickets/2/comments.json" && !stop.signal.aborted) stop.abort()
    return undefined
  }
  expect(await run("tickets", AbortSignal.any([signal, stop.signal]))).toMatchObject({ state: "stopped" })
  expect((await documents("tickets")).map(({ id }) => id)).toEqual(["ticket-1"])
  expect(await run("tickets")).toMatchObject({ state: "done", seen: 2 })
  expect((await documents("tickets")).map(({ id }) => id)).toEqual(["ticket-1", "ticket-2"])
})

test("the command takes all parts by the team's own rules, says what each gave, and goes on to the next where one fails", {
  timeout: 60_000
}, async () => {
  const { double } = await desk()
  const { id } = await knowledge.db
    .insertInto("people")
    .values({
      id: crypto.randomUUID(),
      name: "Ada",
      role: "admin",
      groups: [],
      vault_key: Buffer.alloc(32),
      created_at: new Date()
    })
    .returning("id")
    .executeTakeFirstOrThrow()
  const { version } = await readRules(knowledge.db)
  await saveRules(
    knowledge.db,
    { version, mode: "balanced", keep: [], names: ["Zorblax"], agentsMayAdd: false },
    { id, name: "Ada", role: "admin", groups: [] },
    new Date()
  )
  double.comments.set(1, [
    says(1, 100, "Wendeline's lamp flickers."),
    says(2, 200, "Ask Zorblax, and hold the button for ten seconds; the lamp starts anew.")
  ])
  double.trouble = (path) => (path === "macros.json" ? { status: 403 } : undefined)
  const said: string[] = []
  const environment = {
    REPLYWRIGHT_DATA: join(knowledge.folder, "data"),
    ZENDESK_OAUTH_TOKEN: "abc"
  }
  const run = importCommand.run([`zendesk:${double.url}`, "--allow-host", double.host, "--days", "3650"], {
    environment,
    print: (line) => said.push(line),
    signal
  })
  await expect(run).rejects.toMatchObject({
    message: expect.stringMatching(/^127\S+ \(macros\): These credentials may not read/)
  })
  expect(said.join("\n")).toMatch(
    /\(help centre\):\n[^]*4 imported[^]*\(macros\):\n[^]*\(solved tickets\):\n[^]*2 imported/
  )
  const stored = await knowledge.db
    .selectFrom("documents")
    .select("body")
    .where("collection", "=", `zendesk-${double.host}-tickets`)
    .execute()
  expect(stored.map(({ body }) => body).join("\n")).toMatch(/Ask \\\[a name\\\], and hold/)
})

test("what an argument names", async () => {
  const { double } = await desk()
  const environment = { DATABASE_URL: undefined, ZENDESK_OAUTH_TOKEN: "abc" }
  const given = { visibility: "public" as const, environment, folder: "." }
  const open = async (argument: string, values: Record<string, boolean | string> = {}) =>
    (await Promise.all(sourceKinds.slice(0, 1).map((kind) => kind.open(argument, { ...given, values })))).flat()
  const host = new URL(double.url).host
  expect((await open(`zendesk:${double.url}`)).map((one) => [one?.argument, one?.source.collection])).toEqual(
    ["articles", "macros", "tickets"].map((part) => [`zendesk:${double.url}/${part}`, `zendesk-${host}-${part}`])
  )
  expect((await open("zendesk:Acme", { macros: true })).map((one) => one?.argument)).toEqual([
    "zendesk:https://acme.zendesk.com/macros"
  ])
  expect(
    (await open("https://acme.zendesk.com/hc/en-us", { tickets: true, articles: true, days: "90" })).map(
      (one) => one?.argument
    )
  ).toEqual(["zendesk:https://acme.zendesk.com/articles", "zendesk:https://acme.zendesk.com/tickets"])
  expect(
    (await open("zendesk:https://acme.zendesk.com/tickets", { articles: true })).map((one) => one?.argument)
  ).toEqual(["zendesk:https://acme.zendesk.com/tickets"])
  expect((await open("zendesk:help.example.com/macros")).map((one) => one?.source.label)).toEqual([
    "help.example.com (macros)"
  ])
  for (const argument of ["https://help.example.com/", "./zendesk", "site:https://acme.zendesk.com"])
    expect(await open(argument)).toEqual([undefined])
  for (const argument of ["zendesk:", "zendesk:ftp://acme", "zendesk:https://kim:pass@acme.zendesk.com"])
    await expect(open(argument)).rejects.toMatchObject({ name: "SourceError" })
  await expect(open("zendesk:acme", { macros: true, days: "9" })).rejects.toMatchObject({
    message: expect.stringContaining("--days")
  })
  for (const missing of [{}, { ZENDESK_EMAIL: "kim@shop.example" }, { ZENDESK_OAUTH_TOKEN: "two words" }]) {
    await expect(
      sourceKinds[0]?.open("zendesk:acme", { ...given, values: {}, environment: missing })
    ).rejects.toMatchObject({ message: expect.stringContaining("ZENDESK_") })
  }
})
