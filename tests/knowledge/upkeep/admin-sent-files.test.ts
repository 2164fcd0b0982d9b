import { existsSync, readdirSync } from "node:fs"
import { tmpdir } from "node:os"
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest"
import { takeLease } from "../../../src/knowledge/import/lease.ts"
import { silentLog } from "../../../src/runtime/log.ts"
import { Client, refusalOf } from "../../relay/help/client.ts"
import { openRelay, type TestRelay } from "../../relay/help/relay.ts"
import { tells } from "../help/told.ts"
import { askKnowledge, QUICK, sendFile, setHook, until } from "./upkeep.ts"

const LENDING = "Books are lent for four weeks, and once more for two if nobody else waits for them."
const place = {
  ZENDESK_EMAIL: "admin@example.com",
  ZENDESK_TOKEN: "secret",
  RT_TOKEN: "secret",
  REDMINE_API_KEY: "secret"
}

describe("files that are sent", () => {
  let relay: TestRelay
  let ada = new Client("")
  beforeAll(async () => {
    relay = await openRelay({ environment: place, timing: QUICK })
    ada = await Client.paired(relay, "Ada", "admin")
  }, 60_000)
  afterAll(() => relay?.close())

  test("a file that is sent becomes a source of its name, takes the former one's place, and leaves nothing on the disk", {
    timeout: 60_000
  }, async () => {
    const before = temporary()
    expect((await sendFile(ada, "hand/book.md", `# Lending\n\n${LENDING}`, "&internal=true")).status).toBe(200)
    expect(await until(ada, "file book.md", ({ last }) => last?.state === "done")).toMatchObject({
      kind: "file",
      label: "book.md",
      internal: true,
      documents: 1,
      again: false
    })
    expect(
      (await sendFile(ada, "book.md", "# Lending\n\nBooks are lent for a year now.", "&internal=true")).status
    ).toBe(200)
    const { documents } = await until(ada, "file book.md", ({ last }) => last?.state === "done" && last.imported === 1)
    expect(documents).toBe(1)
    await vi.waitFor(() => expect(temporary()).toEqual(before), { timeout: 5_000 })
    expect(await refusalOf(ada.post("/v1/admin/knowledge/imports", { collection: "file book.md" }))).toMatchObject({
      status: 409,
      code: "needs-file"
    })
    expect(await refusalOf(setHook(ada, "file book.md"))).toMatchObject({ status: 409, code: "needs-file" })
  })

  test("a file is known as soon as it is answered for; one whose source is being imported is refused, and leaves nothing on the disk", {
    timeout: 60_000
  }, async () => {
    const before = temporary()
    expect((await sendFile(ada, "known.md", `# Lending\n\n${LENDING}`)).status).toBe(200)
    const { last } = (await askKnowledge(ada)).find(({ collection }) => collection === "file known.md") ?? {}
    expect(["running", "done"]).toContain(last?.state)
    await until(ada, "file known.md", ({ last }) => last?.state === "done")
    const lease = await takeLease(relay.db, tells("file known.md", []), { origin: "team", log: silentLog })
    expect(await refusalOf(sendFile(ada, "known.md", "# Lending"))).toMatchObject({
      status: 409,
      code: "import-running"
    })
    lease.release()
    await vi.waitFor(() => expect(temporary()).toEqual(before), { timeout: 5_000 })
  })

  test.each([
    ["a program", "tool.exe", 415, "unknown-format", /Nobody knows how to read tool\.exe/],
    ["a name of dots", "..", 400, "bad-name", /name can't be used/],
    ["a path that ends in nothing", "a/", 400, "bad-name", /name can't be used/],
    ["a hidden file", "x/.md", 400, "bad-name", /dot/],
    ["no name", "", 400, "bad-request", /^name/]
  ])("%s is refused", async (_, name, status, code, message) => {
    expect(await refusalOf(sendFile(ada, name, "x"))).toMatchObject({
      status,
      code,
      message: expect.stringMatching(message)
    })
  })

  test.each([
    [
      "a folder of the machine",
      { source: "/etc" },
      400,
      "no-place",
      /folders of the relay's machine are imported there/
    ],
    ["a folder without a slash", { source: "help" }, 400, "no-place", /no address/],
    [
      "a host inside",
      { source: "https://wiki.local/", options: { "allow-host": ["wiki.local"] } },
      403,
      "machine-only",
      /on the relay's machine/
    ],
    [
      "credentials to a stranger's Request Tracker",
      { source: "rt:https://evil.example" },
      403,
      "machine-only",
      /credentials would be sent to https:\/\/evil\.example/
    ],
    [
      "credentials to a stranger's Redmine",
      { source: "redmine:https://evil.example" },
      403,
      "machine-only",
      /credentials would be sent/
    ],
    [
      "credentials to somebody who calls himself Zendesk",
      { source: "zendesk:https://evil.example" },
      403,
      "machine-only",
      /credentials would be sent/
    ],
    [
      "an option of another kind",
      { source: "https://help.example/", options: { tickets: true } },
      400,
      "bad-request",
      /no option "tickets"/
    ],
    [
      "a rate of none",
      { source: "https://help.example/", options: { rate: "0" } },
      400,
      "source-unreadable",
      /--rate takes a number/
    ],
    ["both at once", { source: "https://help.example/", collection: "x" }, 400, "bad-request", /./],
    ["a source that isn't known", { collection: "x" }, 404, "no-source", /no such source/]
  ])("%s is refused in a sentence, and nothing is noted", async (_, body, status, code, message) => {
    const before = (await askKnowledge(ada)).length
    expect(await refusalOf(ada.post("/v1/admin/knowledge/imports", body))).toMatchObject({
      status,
      code,
      message: expect.stringMatching(message)
    })
    expect(await askKnowledge(ada)).toHaveLength(before)
  })
})

const temporary = () =>
  readdirSync(tmpdir()).filter((name) => name.startsWith("replywright-file-") && existsSync(tmpdir()))
