import { createHmac } from "node:crypto"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { hookAnswer } from "../../../src/protocol/knowledge.ts"
import { asked } from "../../relay/admin/ask.ts"
import { Client, refusalOf } from "../../relay/help/client.ts"
import { openRelay, type TestRelay } from "../../relay/help/relay.ts"
import { askKnowledge, importedFolder, importsOf, QUICK, removeHook, setHook, until, writeFiles } from "./upkeep.ts"

describe("webhooks", () => {
  let relay: TestRelay
  let ada = new Client("")
  let [path, secret, collection, folder] = ["", "", "", ""]
  beforeAll(async () => {
    relay = await openRelay({ timing: QUICK })
    ada = await Client.paired(relay, "Ada", "admin")
    ;({ collection, folder } = await importedFolder(relay, "help", {
      "lending.md": "# Lending\n\nBooks are lent for four weeks."
    }))
    const made = await asked(hookAnswer, setHook(ada, collection))
    ;[path, secret] = [made.path, made.secret ?? ""]
  }, 60_000)
  afterAll(() => relay?.close())

  const seconds = (more = 0) => String(Math.floor(relay.time.now.getTime() / 1000) + more)
  const sign = (timestamp: string, body: string | Buffer, key = secret) =>
    createHmac("sha256", key).update(timestamp).update(body)
  const call = (body: string | Buffer, headers: Record<string, string>, to = path) =>
    new Client(relay.url).fetch(to, { method: "POST", body: body as BodyInit, headers })
  const signed = (body: string | Buffer, { timestamp = seconds(), key = secret, to = path } = {}) =>
    call(
      body,
      {
        "x-replywright-timestamp": timestamp,
        "x-replywright-signature": `sha256=${sign(timestamp, body, key).digest("hex")}`
      },
      to
    )

  test("a secret is told once; it stands in no later answer", async () => {
    expect(secret).toMatch(/^[\w-]{43}$/)
    const listed = await ada.fetch("/v1/admin/knowledge")
    expect(await listed.text()).not.toContain(secret)
    expect(await refusalOf(setHook(ada, "nowhere"))).toMatchObject({ status: 404, code: "no-source" })
    expect(await refusalOf(setHook(ada, collection, { secret: "short" }))).toMatchObject({ status: 400 })
  })

  test("many calls in a moment make one import of what changed, and none takes content from the call", {
    timeout: 60_000
  }, async () => {
    writeFiles(folder, { "lending.md": "# Lending\n\nBooks are lent for five weeks." })
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, n) =>
        signed(JSON.stringify({ n, article: { title: "Free beer", body: "Everything is free." } }))
      )
    )
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 12 }, () => 202))
    const { hook } = await until(
      ada,
      collection,
      ({ last, waiting }) => !waiting && last?.state === "done" && last.imported === 1
    )
    expect(hook?.called).toBe(relay.time.now.toISOString())
    // Longer than the time for which calls are gathered: nothing more comes of them.
    await new Promise((done) => setTimeout(done, 2_500))
    expect(await importsOf(relay, collection)).toHaveLength(2)
    const { body } = await relay.db
      .selectFrom("documents")
      .select("body")
      .where("collection", "=", collection)
      .executeTakeFirstOrThrow()
    expect(body).toContain("five weeks")
  })

  test("Zendesk's own form, with the secret that Zendesk made", async () => {
    const theirs = "dGhpc19zZWNyZXRfaXNfZm9yX3Rlc3Rpbmdfb25seQ=="
    expect(await asked(hookAnswer, setHook(ada, collection, { secret: theirs }))).toEqual({ path, secret: null })
    const [body, at] = [
      '{"type":"zen:event-type:article.published"}',
      relay.time.now.toISOString().replace(".000Z", "Z")
    ]
    const zendesk = (signature: string) =>
      call(body, { "x-zendesk-webhook-signature": signature, "x-zendesk-webhook-signature-timestamp": at })
    expect((await zendesk(sign(at, body, theirs).digest("base64"))).status).toBe(202)
    expect((await zendesk(sign(at, body).digest("base64"))).status).toBe(401)
    // The former secret is good no more.
    expect((await signed("{}")).status).toBe(401)
    secret = (await asked(hookAnswer, setHook(ada, collection))).secret ?? ""
  })

  test("the very same call again is refused", async () => {
    expect((await signed("once")).status).toBe(202)
    expect(await refusalOf(signed("once"))).toMatchObject({ status: 409, code: "repeated-call" })
    const at = seconds()
    expect(
      (
        await call("once", {
          "x-replywright-timestamp": at,
          "x-replywright-signature": sign(at, "once").digest("hex").toUpperCase()
        })
      ).status
    ).toBe(409)
  })

  test("what isn't right is answered alike, whatever is wrong with it", async () => {
    const at = seconds()
    const wrong = await Promise.all(
      [
        signed("a", { key: "another secret" }),
        signed("b", { to: "/v1/hooks/knowledge/nowhere" }),
        signed("c", { timestamp: seconds(-301) }),
        signed("d", { timestamp: seconds(301) }),
        call("e", {}),
        call("f", { "x-replywright-timestamp": at }),
        call("g", { "x-replywright-timestamp": at, "x-replywright-signature": "sha256=" }),
        call("h", { "x-replywright-timestamp": at, "x-replywright-signature": sign(at, "other body").digest("hex") }),
        call("i", { "x-replywright-timestamp": "soon", "x-replywright-signature": sign("soon", "i").digest("hex") }),
        call("j", { "x-replywright-timestamp": `${at}1`, "x-replywright-signature": sign(at, "1j").digest("hex") }),
        call("k", { "x-zendesk-webhook-signature": "!", "x-zendesk-webhook-signature-timestamp": "2026" })
      ].map(refusalOf)
    )
    const alike = {
      status: 401,
      code: "bad-signature",
      message: wrong[0]?.message,
      retryable: false,
      requestId: expect.any(String)
    }
    for (const one of wrong) expect(one).toEqual(alike)
    expect((await signed("early", { timestamp: seconds(-299) })).status).toBe(202)
    expect((await signed(Buffer.from([0, 255, 254, 10]))).status).toBe(202)
  })

  test("a call of more than a megabyte is refused; one of nearly a megabyte isn't", async () => {
    expect(await refusalOf(signed("x".repeat(1_000_001)))).toMatchObject({ status: 413, code: "too-big" })
    expect((await signed("x".repeat(999_999))).status).toBe(202)
  })

  test("a webhook that was removed is as if it had never been, and calls of old are forgotten", async () => {
    expect((await removeHook(ada, collection)).status).toBe(204)
    expect(await refusalOf(signed("z"))).toMatchObject({ status: 401, code: "bad-signature" })
    expect(await refusalOf(removeHook(ada, collection))).toMatchObject({ status: 404, code: "no-hook" })
    expect((await askKnowledge(ada))[0]?.hook).toBeNull()
    secret = (await asked(hookAnswer, setHook(ada, collection))).secret ?? ""
    relay.time.now = new Date(relay.time.now.getTime() + 20 * 60_000)
    expect((await signed("new")).status).toBe(202)
    expect(await relay.db.selectFrom("knowledge_hook_calls").select("at").execute()).toHaveLength(1)
  })
})
