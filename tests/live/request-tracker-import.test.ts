import { afterAll, beforeAll, describe, expect, test } from "vitest"
import {
  requestTrackerSource,
  type RequestTrackerOptions,
  type Part
} from "../../src/ingest/sources/request-tracker/request-tracker.ts"
import { clockAhead, startImporting } from "./import.ts"
import { liveRequestTracker } from "./installed.ts"
import { startRequestTracker, type RequestTracker } from "./rt/instance.ts"

const tracker = liveRequestTracker({ install: false })
const basic = (name: string, password: string) => `Basic ${Buffer.from(`${name}:${password}`).toString("base64")}`

/** A whole import out of a running Request Tracker; each test goes on from the one before. */
describe.skipIf(!tracker.ok)(
  tracker.ok ? "import from a live Request Tracker" : `import from a live Request Tracker, skipped: ${tracker.reason}`,
  () => {
    let rt: RequestTracker
    let knowledge: Awaited<ReturnType<typeof startImporting>>
    let token: string
    beforeAll(async () => {
      rt = await startRequestTracker()
      knowledge = await startImporting()
      token = await rt.articles()
      const html =
        '<p>Hi Ana,</p><p>both invoices <b>are corrected</b>:</p><ul><li>INV-3310</li><li>INV-3311</li></ul><p style="display:none">HIDDENWORDS</p><blockquote type="cite">It should be HR12345678901. QUOTEDWORDS</blockquote>'
      await write(
        "1",
        "correspond",
        "Hi Marta,\n\nthe 189.90 EUR are on their way; you have them within five working days.\n\nKind regards\nDana Okafor\n\nOn Mon, Marta Kowalski wrote:\n> Yes, I still have the box. QUOTEDWORDS"
      )
      await write("9", "correspond", html, "text/html")
      await write("9", "comment", "COMMENTWORDS: Ana is a difficult customer, offer her nothing more than this.")
      await write("1", "comment", "COMMENTWORDS after the reply, long enough to pass for a reply of its own.")
      for (const id of ["1", "2", "9"]) await change(id, { Status: "resolved" })
    })
    afterAll(async () => {
      await knowledge?.close()
      await rt?.close()
    })

    const rest = async (method: string, path: string, body: string, type: string, name = "agent") => {
      const answer = await fetch(`${rt.url}/REST/2.0/${path}`, {
        method,
        body: body === "" ? null : body,
        headers: { authorization: basic(name, `${name}pass123`), "content-type": type }
      })
      if (!answer.ok)
        throw new Error(`Request Tracker answers ${answer.status} to ${method} ${path}: ${await answer.text()}`)
    }
    const write = (id: string, how: "correspond" | "comment", text: string, type = "text/plain") =>
      rest("POST", `ticket/${id}/${how}`, text, type)
    const change = (id: string, fields: Record<string, unknown>) =>
      rest("PUT", `ticket/${id}`, JSON.stringify(fields), "application/json")
    const sourceOf = (part: Part, options: Partial<RequestTrackerOptions> = {}) =>
      requestTrackerSource({
        base: new URL(`${rt.url}/`),
        part,
        authorization: `token ${token}`,
        allowHosts: ["127.0.0.1"],
        perSecond: 50,
        ...options
      })

    test("resolved tickets: question and reply, without comments, quotes, hidden words and names", async () => {
      const source = sourceOf("tickets")
      expect(await knowledge.import(source)).toMatchObject({ state: "done", imported: 4, failed: 0 })
      const documents = await knowledge.documents(source)
      expect([...documents.keys()]).toEqual(["ticket-1", "ticket-12", "ticket-2", "ticket-9"])
      expect([...documents.values()].map(({ kind, visibility }) => `${kind} ${visibility}`)).toEqual(
        Array(4).fill("ticket internal")
      )
      expect(documents.get("ticket-1")?.body).toMatch(
        /## Question\n\n[^]*cracked water tank[^]*When will I get the money back\?\n\n## Reply\n\n[^]*189\.90 EUR are on their way; you have them within five working days\.$/
      )
      expect(documents.get("ticket-9")?.body).toMatch(
        /## Reply\n\n[^]*both invoices are corrected:\n[^]*INV-3310\n[^]*INV-3311$/
      )
      expect(documents.get("ticket-2")?.body).toMatch(/carrier found your parcel/)
      const all = [...documents.values()].map(({ title, body }) => `${title}\n${body}`).join("\n")
      expect(all).not.toMatch(
        /COMMENTWORDS|QUOTEDWORDS|HIDDENWORDS|hunter2|marta|kowalski|dana|okafor|liam|lindqvist|petrovi|noah|fischer|@/i
      )
    })

    test("again: nothing changes; then one has a better reply, one is opened again, one is resolved", async () => {
      const source = sourceOf("tickets")
      expect(await knowledge.import(source)).toMatchObject({ state: "done", imported: 0, removed: 0, failed: 0 })
      await write(
        "1",
        "correspond",
        "Hi Marta,\n\nthe bank refused it, so we have sent a cheque for the whole sum by post.\n\nDana"
      )
      await change("1", { Status: "resolved" })
      await change("2", { Status: "open" })
      await write(
        "10",
        "correspond",
        "Hello Ken,\n\nplease install version 4.2.2, which mends the crash on start.\n\nDana"
      )
      await change("10", { Status: "resolved" })
      expect(await knowledge.import(source)).toMatchObject({ state: "done", imported: 2, removed: 1, failed: 0 })
      const documents = await knowledge.documents(source)
      expect([...documents.keys()]).toEqual(["ticket-1", "ticket-10", "ticket-12", "ticket-9"])
      expect(documents.get("ticket-1")).toMatchObject({
        version: 2,
        body: expect.stringContaining("a cheque for the whole sum")
      })
      // Its file is not read.
      expect(documents.get("ticket-10")?.body).not.toMatch(/0badf00d/)
    })

    test("one that was deleted, which no search tells, is gone a day later", async () => {
      await rest("DELETE", "ticket/12", "", "application/json", "root")
      expect(await knowledge.import(sourceOf("tickets"))).toMatchObject({ state: "done", removed: 0 })
      expect(await knowledge.import(sourceOf("tickets", { clock: clockAhead(25) }))).toMatchObject({
        state: "done",
        removed: 1,
        failed: 0
      })
      expect([...(await knowledge.documents(sourceOf("tickets"))).keys()]).toEqual([
        "ticket-1",
        "ticket-10",
        "ticket-9"
      ])
    })

    test("only the queues that are named; a name and a password instead of the token; wrong ones, and nothing is lost", async () => {
      const password = { authorization: basic("agent", "agentpass123") }
      expect(await knowledge.import(sourceOf("tickets", { ...password, queues: ["Support"] }))).toMatchObject({
        state: "done",
        imported: 0,
        unchanged: 3,
        removed: 0
      })
      for (const authorization of [basic("agent", "wrong"), "token 1-32-0123456789abcdef"]) {
        expect(await knowledge.import(sourceOf("tickets", { authorization }))).toMatchObject({
          state: "failed",
          removed: 0,
          reason: expect.stringContaining("doesn't take these credentials")
        })
      }
      expect(await knowledge.import(sourceOf("tickets", { queues: ["Suport"] }))).toMatchObject({
        state: "failed",
        removed: 0,
        reason: expect.stringContaining('no queue "Suport"')
      })
      expect(await knowledge.documents(sourceOf("tickets"))).toHaveProperty("size", 3)
    })

    test("articles: public only of the class that is named", async () => {
      const source = sourceOf("articles", { publicClasses: ["Help pages"] })
      expect(await knowledge.import(source)).toMatchObject({ state: "done", imported: 2, failed: 0 })
      const documents = [...(await knowledge.documents(source)).values()]
      expect(documents.map(({ title, visibility }) => [title, visibility])).toEqual([
        ["Returning a parcel", "public"],
        ["When to escalate", "internal"]
      ])
      expect(documents[0]?.body).toBe("Send it back within **30 days**.\n\n1. Open Returns\n2. Print the label")
      expect(await knowledge.import(sourceOf("articles"))).toMatchObject({ imported: 1 })
    })

    test("nobody is written to by being read", async () => {
      const sent = rt.outbox()
      expect(await knowledge.import(sourceOf("tickets"))).toMatchObject({ state: "done", failed: 0 })
      expect(rt.outbox()).toBe(sent)
    })
  }
)
