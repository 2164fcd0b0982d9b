import { expect, test } from "vitest"
import type { Part } from "../../../src/ingest/sources/zendesk/client.ts"
import { account, crashes } from "./account.ts"
import type { Trouble, ZendeskDouble } from "./double.ts"

const macro = (id: number) => ({
  id,
  title: `Macro ${id}`,
  active: true,
  actions: [{ field: "comment_value", value: `Words of macro ${id}.` }]
})
function filled(double: ZendeskDouble) {
  double.macros = [macro(1)]
  double.articles = [{ id: 1, locale: "en-us", title: "One", body: "<p>Text</p>", user_segment_id: null }]
}
const PARTS: Part[] = ["articles", "macros"]
const MAIN = ["help_center/articles.json", "macros.json"]
/** Makes the first requests for the part's main list fail in this way. */
const failing =
  (trouble: Trouble, times = 1) =>
  (path: string, nth: number) =>
    MAIN.includes(path) && nth <= times ? trouble : undefined

test.each(["json", "text"] as const)(
  "429 as %s is waited out for as long as it says, by the library's calls too, and nothing crashes",
  async (as) => {
    const seen = crashes()
    for (const part of PARTS) {
      const { read, double, clock } = await account(filled)
      double.trouble = failing({ status: 429, after: 37, as }, 2)
      const { documents, fault } = await read(part)
      expect([fault, documents.length, clock.waited.filter((ms) => ms === 37_000).length]).toEqual([undefined, 1, 2])
    }
    expect(seen).toEqual([])
  }
)

test("one that wants to be left alone for an hour ends the read with its reason", async () => {
  for (const part of PARTS) {
    const { read, double } = await account(filled)
    double.trouble = failing({ status: 429, after: 3600, as: "text" })
    expect((await read(part)).fault).toMatchObject({
      code: "source-away",
      message: expect.stringContaining("60 minutes")
    })
  }
})

test("401, 403 and 404 are sentences that say what to do, and nothing is tried again", async () => {
  for (const part of PARTS) {
    for (const [status, words] of [
      [401, "token access"],
      [403, "admin's"],
      [404, "account right"]
    ] as const) {
      const { read, double } = await account(filled)
      double.trouble = failing({ status }, 9)
      expect((await read(part)).fault).toMatchObject({ retryable: false, message: expect.stringContaining(words) })
      expect(double.asked.filter((path) => MAIN.some((main) => path.includes(main)))).toHaveLength(1)
    }
  }
})

test("a cut connection is tried again, before the answer and within it; a silent one and a broken server end", async () => {
  for (const part of PARTS) {
    for (const cut of ["before", "within"] as const) {
      const { read, double } = await account(filled)
      double.trouble = failing({ cut }, 2)
      expect((await read(part)).documents).toHaveLength(1)
    }
    const { read, double } = await account(filled)
    double.trouble = failing({ status: 503 }, 9)
    expect((await read(part)).fault).toMatchObject({ code: "source-away", retryable: true })
    double.trouble = () => ({ status: 500 })
    expect((await read(part)).fault).toMatchObject({
      code: "source-away",
      message: expect.stringContaining("status 500")
    })
  }
})

test("who calls it off isn't kept waiting for a silent server", async () => {
  for (const part of PARTS) {
    const { read, double } = await account(filled)
    double.trouble = failing({ silent: true }, 9)
    expect((await read(part, {}, {}, AbortSignal.timeout(300))).fault).toMatchObject({ name: "TimeoutError" })
  }
})

test("what is no JSON, and no list, is no Zendesk's answer", async () => {
  for (const part of PARTS) {
    const odd = '{"user_segments":[],"groups":[],"tickets":[],"meta":7,"after_cursor":7}'
    for (const body of ["<html>Sign in</html>", "{", "[]", "null", '{"articles":{},"macros":{}}', odd]) {
      const { read, double } = await account(filled)
      double.trouble = failing({ body }, 9)
      expect((await read(part)).fault, body).toMatchObject({ code: "source-unreadable" })
    }
  }
})

test("credentials go to the account alone: another host that it sends on to isn't asked", async () => {
  const other = await account(filled)
  for (const part of PARTS) {
    const { read, double } = await account(filled)
    double.trouble = failing({ status: 302, body: "", headers: { location: other.double.url } }, 9)
    expect((await read(part)).fault).toMatchObject({ code: "source-refused" })
  }
  expect(other.double.asked).toEqual([])
})

test("an agent's address with a token, or an OAuth token, also through the library", async () => {
  const { read, double } = await account(filled)
  double.authorization = `Basic ${btoa("kim@shop.example/token:t0ken")}`
  for (const part of PARTS) expect((await read(part)).documents).toHaveLength(1)
  double.authorization = "Bearer abc"
  for (const part of PARTS) {
    expect((await read(part, {}, { credentials: { bearer: "abc" } })).documents).toHaveLength(1)
    expect((await read(part)).fault).toMatchObject({ code: "source-refused" })
  }
})

test("credentials never cross a network unencrypted", async () => {
  const { read, double } = await account(filled)
  for (const part of PARTS)
    expect((await read(part, {}, { allowHosts: [] })).fault).toMatchObject({
      code: "source-refused",
      message: expect.stringContaining("https")
    })
  expect(double.asked).toEqual([])
})

test("where the account's budget runs out it is left to the agents", async () => {
  const { read, double, clock } = await account(filled)
  double.trouble = (path) =>
    path === "groups.json"
      ? {
          body: JSON.stringify({ groups: [], meta: { has_more: false } }),
          headers: { "ratelimit-remaining": "3", "ratelimit-reset": "42" }
        }
      : undefined
  expect((await read("macros")).documents).toHaveLength(1)
  expect(clock.waited.some((ms) => ms > 41_000 && ms <= 42_000)).toBe(true)
})

test("pages that lead round and round end", async () => {
  const { read, double } = await account(filled)
  double.trouble = failing(
    { body: JSON.stringify({ articles: [], meta: { has_more: true, after_cursor: "same" } }) },
    99
  )
  expect((await read("articles")).fault).toMatchObject({
    code: "source-unreadable",
    message: expect.stringContaining("without an end")
  })
})
