import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { type Part, redmineSource, type RedmineOptions } from "../../src/ingest/sources/redmine/redmine.ts"
import { clockAhead, startImporting } from "./import.ts"
import { liveRedmine } from "./installed.ts"
import { startRedmine, type Redmine } from "./redmine/instance.ts"

const installed = liveRedmine({ install: false })
const CLOSED = 5

/** A whole import out of a running Redmine; each test goes on from the one before. */
describe.skipIf(!installed.ok)(
  installed.ok ? "import from a live Redmine" : `import from a live Redmine, skipped: ${installed.reason}`,
  () => {
    let server: Redmine
    let knowledge: Awaited<ReturnType<typeof startImporting>>
    let key: string
    beforeAll(async () => {
      server = await startRedmine()
      knowledge = await startImporting()
      key = await server.key()
      await server.change("1", "agent", {
        status_id: CLOSED,
        notes:
          "Hi Marta,\n\nh3. Steps\n\n# The *189.90 EUR* are on their way\n# You have them within five working days.\n\nDana Okafor\n\nMarta Kowalski wrote:\n> Yes, I still have the box. QUOTEDWORDS"
      })
      await server.change("1", "agent", {
        notes: "PRIVATEWORDS of the agent, long enough to pass for a reply.",
        private_notes: true
      })
      await server.change("2", "agent2", { status_id: CLOSED })
      await server.change("9", "agent", { status_id: CLOSED })
    })
    afterAll(async () => {
      await knowledge?.close()
      await server?.close()
    })

    const sourceOf = (part: Part, options: Partial<RedmineOptions> = {}) =>
      redmineSource({
        base: new URL(`${server.url}/`),
        part,
        key,
        allowHosts: ["127.0.0.1"],
        perSecond: 50,
        ...options
      })

    test("wikis as a visitor sees them are public, others internal; nothing of a private page becomes public by being included", async () => {
      const source = sourceOf("wiki")
      expect(await knowledge.import(source)).toMatchObject({ state: "done", imported: 3, failed: 0 })
      const documents = [...(await knowledge.documents(source)).values()]
      expect(documents.map(({ title, visibility, kind }) => [title, visibility, kind])).toEqual([
        ["Escalation", "internal", "article"],
        ["Labels", "public", "article"],
        ["Returning a parcel", "public", "article"]
      ])
      expect(documents[0]?.body).toBe("The warehouse's number is **7731-SECRET**.")
      expect(documents[1]?.body).toBe("Labels are printed in the shop.\n\n```\nlabel --print\n```")
      expect(documents[2]?.body).toMatch(
        /^Send it back within \*\*30 days\*\*\.\n\n1\. Open \[Labels\]\(http:[^)]*\/projects\/help\/wiki\/Labels\)\n2\. Press `Print`\n\n\| Size \| Price \|[^]*Who pays\?\n\nWe do\./
      )
      expect(documents[2]?.body).not.toMatch(/SECRET|Table of contents|¶/)
    })

    test("closed issues: question and reply, without private notes, quotes and names; one that nobody answered isn't taken", async () => {
      const source = sourceOf("issues")
      expect(await knowledge.import(source)).toMatchObject({ state: "done", imported: 2, failed: 0 })
      const documents = await knowledge.documents(source)
      expect([...documents.keys()]).toEqual(["issue-1", "issue-2"])
      expect(documents.get("issue-1")?.body).toMatch(
        /## Question\n\n[^]*cracked water tank[^]*## Reply\n\n[^]*1\. The 189\.90 EUR are on their way\n2\. You have them within five working days\.$/
      )
      const all = [...documents.values()].map(({ title, body }) => `${title}\n${body}`).join("\n")
      expect(all).not.toMatch(/PRIVATEWORDS|QUOTEDWORDS|hunter2|marta|kowalski|dana|okafor|liam|brien/i)
    })

    test("again: nothing changes; then what was changed, opened again and deleted", async () => {
      expect([await knowledge.import(sourceOf("wiki")), await knowledge.import(sourceOf("issues"))]).toMatchObject(
        Array(2).fill({ state: "done", imported: 0, removed: 0, failed: 0 })
      )
      await server.change("1", "agent", {
        notes: "Hi Marta,\n\nthe bank refused it, so we have sent a cheque for the whole sum.\n\nDana"
      })
      await server.change("2", "agent", { status_id: 1 })
      await server.remove("/projects/help/wiki/Labels.json")
      expect(await knowledge.import(sourceOf("issues"))).toMatchObject({ state: "done", imported: 1, removed: 1 })
      expect(await knowledge.import(sourceOf("wiki"))).toMatchObject({ state: "done", removed: 1 })
      expect((await knowledge.documents(sourceOf("issues"))).get("issue-1")).toMatchObject({
        version: 2,
        body: expect.stringContaining("a cheque for the whole sum")
      })
      await server.remove("/issues/1.json")
      expect(await knowledge.import(sourceOf("issues"))).toMatchObject({ removed: 0 })
      expect(await knowledge.import(sourceOf("issues", { clock: clockAhead(25) }))).toMatchObject({
        state: "done",
        removed: 1
      })
    })

    test("a key that isn't taken ends it, and removes nothing", async () => {
      for (const part of ["wiki", "issues"] as const) {
        expect(await knowledge.import(sourceOf(part, { key: "0123456789", clock: clockAhead(50) }))).toMatchObject({
          state: "failed",
          removed: 0,
          reason: expect.stringContaining("doesn't take this key")
        })
      }
      expect(await knowledge.documents(sourceOf("wiki"))).toHaveProperty("size", 2)
    })
  }
)
