import { afterAll, beforeAll, expect, test } from "vitest"
import { runImport } from "../../../src/knowledge/import/run-import.ts"
import { sourceKinds } from "../../../src/ingest/sources/index.ts"
import type { ImportSource } from "../../../src/ingest/source/source.ts"
import { silentLog } from "../../../src/runtime/log.ts"
import { openKnowledge, signal } from "../../knowledge/help/database.ts"
import { desk as redmineDesk } from "../redmine/double.ts"
import { desk as trackerDesk } from "../request-tracker/double.ts"
import { countsAgree } from "../../knowledge/help/rows.ts"

let knowledge: Awaited<ReturnType<typeof openKnowledge>>
beforeAll(async () => {
  knowledge = await openKnowledge()
})
afterAll(() => knowledge.close())

const run = (source: ImportSource) => runImport(knowledge.db, source, { origin: "team", signal, log: silentLog })
const documents = async ({ collection }: ImportSource) =>
  (
    await knowledge.db
      .selectFrom("documents")
      .select(["id", "body", "visibility", "version"])
      .where("collection", "=", collection)
      .orderBy("id")
      .execute()
  ).map((row) => ({ ...row, id: row.id.replace(/^.*\//, "") }))

test("Request Tracker: credentials that expire in mid-import, and good ones again: the same rows as of one that was left alone", {
  timeout: 120_000
}, async () => {
  const fill = (one: Awaited<ReturnType<typeof trackerDesk>>["tracker"]) => {
    for (let id = 100; id < 210; id++) one.copy(12, id)
  }
  const [broken, whole] = [await trackerDesk(fill), await trackerDesk(fill)]
  broken.tracker.trouble = (path, nth) =>
    path.endsWith("/attachments") && nth > 104 ? broken.tracker.unauthorized : undefined
  expect(await run(broken.sourceOf("tickets"))).toMatchObject({
    state: "failed",
    imported: 104,
    reason: expect.stringContaining("credentials")
  })
  broken.tracker.trouble = () => undefined
  broken.tracker.asked.length = 0
  expect(await run(broken.sourceOf("tickets"))).toMatchObject({ state: "done", imported: 114, seen: 114, failed: 0 })
  expect(broken.tracker.asked.filter((line) => line.includes("/attachments"))).toHaveLength(14)
  expect(await run(whole.sourceOf("tickets"))).toMatchObject({ state: "done", imported: 114 })
  expect(await documents(broken.sourceOf("tickets"))).toEqual(await documents(whole.sourceOf("tickets")))
  expect(await run(whole.sourceOf("tickets"))).toMatchObject({ state: "done", imported: 0, removed: 0 })
})

test("Redmine: a key that is no longer taken is answered with less and not with a refusal; nothing is removed for it", async () => {
  const { redmine, clock, sourceOf } = await redmineDesk()
  expect([await run(sourceOf("wiki")), await run(sourceOf("issues"))]).toMatchObject([
    { state: "done", imported: 3 },
    { state: "done", imported: 3 }
  ])
  await clock.wait(25 * 3_600_000, signal)
  redmine.key = "another"
  for (const part of ["wiki", "issues"] as const)
    expect(await run(sourceOf(part))).toMatchObject({
      state: "failed",
      removed: 0,
      reason: expect.stringContaining("doesn't take this key")
    })
  // The key is revoked between two requests: the sign-in page replaces a wiki page, and an empty list replaces the
  // issues.
  redmine.trouble = (path, _, { headers }) => {
    if (path.endsWith("/Returns") || path.endsWith("issues.json")) redmine.key = "another"
    return headers["x-redmine-api-key"] && path.endsWith("projects.json")
      ? { status: 200, body: redmine.projects.body }
      : undefined
  }
  for (const part of ["wiki", "issues"] as const) {
    redmine.key = undefined
    expect(await run(sourceOf(part))).toMatchObject({
      state: "failed",
      removed: 0,
      reason: expect.stringContaining("doesn't take this key")
    })
    expect(await documents(sourceOf(part))).toHaveLength(3)
  }
  redmine.trouble = () => undefined
  redmine.key = undefined
  redmine.wikis["support"]?.body.wiki_pages.pop()
  redmine.issues.body.issues.pop()
  expect([await run(sourceOf("wiki")), await run(sourceOf("issues"))]).toMatchObject([
    { state: "done", removed: 1, failed: 0 },
    { state: "done", removed: 1, failed: 0 }
  ])
  expect(await countsAgree(knowledge.db)).toBe(true)
})

test("what an argument names", async () => {
  const environment = { RT_TOKEN: "1-2-abc", REDMINE_API_KEY: "0123abc" }
  const open = async (
    argument: string,
    values: Record<string, string | boolean | string[]> = {},
    own: Record<string, string> = environment
  ) => {
    for (const kind of sourceKinds) {
      const opened = await kind.open(argument, { visibility: "public", environment: own, folder: ".", values })
      if (opened) return [opened].flat().map((one) => [one.argument, one.source.collection])
    }
    return undefined
  }
  expect(await open("rt:https://support.example.com/rt/")).toEqual([
    ["rt:https://support.example.com/rt/#articles", "rt-support.example.com-rt-articles"],
    ["rt:https://support.example.com/rt/#tickets", "rt-support.example.com-rt-tickets"]
  ])
  for (const argument of [
    "rt:support.example.com/rt",
    "https://support.example.com/rt/REST/2.0/",
    "rt:https://support.example.com/rt/Ticket/Display.html?id=3",
    "RT:https://support.example.com/rt/index.html"
  ])
    expect((await open(argument, { tickets: true }))?.[0]?.[0], argument).toBe(
      "rt:https://support.example.com/rt/#tickets"
    )
  expect(await open("rt:https://support.example.com/#tickets", { articles: true })).toEqual([
    ["rt:https://support.example.com/#tickets", "rt-support.example.com-tickets"]
  ])
  expect(await open("redmine:https://pm.example.com/redmine/projects/help", { wiki: true })).toEqual([
    ["redmine:https://pm.example.com/redmine/#wiki", "redmine-pm.example.com-redmine-wiki"]
  ])
  expect((await open("redmine:https://pm.example.com"))?.map(([argument]) => argument)).toEqual([
    "redmine:https://pm.example.com/#wiki",
    "redmine:https://pm.example.com/#issues"
  ])
  for (const argument of [
    "rt:",
    "rt:ftp://support.example.com",
    "rt:https://kim:pass@support.example.com",
    "rt:https://support.example.com#queues",
    "redmine:"
  ])
    await expect(open(argument), argument).rejects.toMatchObject({ name: "SourceError" })
  await expect(open("rt:support.example.com", { days: "0" })).rejects.toMatchObject({
    message: expect.stringContaining("--days")
  })
  for (const own of [{}, { RT_USER: "kim" }, { RT_TOKEN: "two words", REDMINE_API_KEY: "two words" }] as Record<
    string,
    string
  >[]) {
    await expect(open("rt:support.example.com", {}, own)).rejects.toMatchObject({
      message: expect.stringContaining("RT_")
    })
    await expect(open("redmine:pm.example.com", {}, own)).rejects.toMatchObject({
      message: expect.stringContaining("REDMINE_API_KEY")
    })
  }
})
