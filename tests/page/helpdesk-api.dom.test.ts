import { expect, test } from "vitest"
import { LoggedOut, TokenWanted, Unreadable } from "../../src/helpdesks/contract/adapter.ts"
import { readJson } from "../../src/helpdesks/contract/session-requests.ts"
import { withApi } from "../../src/page/helpdesk-api.ts"
import { pageProblemOf } from "../../src/page/page-problem.ts"
import type { ApiAnswer, FromPage } from "../../src/protocol/page.ts"

const ADDRESS = "https://api2.frontapp.com/conversations/cnv_1"
let url = new URL("https://app.frontapp.com/open/cnv_1")

function opened(answer: ApiAnswer | { ok: true } | undefined) {
  const asked: FromPage[] = []
  const fetched: string[] = []
  const plain = {
    document,
    get url() {
      return url
    },
    fetch: (input: RequestInfo | URL) => {
      fetched.push(String(input))
      return Promise.resolve(Response.json({ own: true }))
    }
  }
  const page = withApi(plain, (message) => {
    asked.push(message)
    return Promise.resolve(answer)
  })
  return { page, asked, fetched, read: (address: string) => readJson(page, address, AbortSignal.timeout(5000)) }
}

test("what an API is asked goes by the background; everything else the page asks itself", async () => {
  const { read, asked, fetched } = opened({ ok: true, status: 200, json: { id: "cnv_1" } })
  expect(await read(ADDRESS)).toEqual({ id: "cnv_1" })
  expect(await read("/inboxes")).toEqual({ own: true })
  expect(asked).toEqual([{ kind: "api-read", helpdesk: "front", address: ADDRESS }])
  expect(fetched).toEqual(["https://app.frontapp.com/inboxes"])
})

test("the page's address is read anew each time", () => {
  const { page } = opened(undefined)
  url = new URL("https://app.frontapp.com/open/cnv_2")
  expect(page.url.pathname).toBe("/open/cnv_2")
})

test.each(["missing", "not-allowed", "refused", "too-narrow"] as const)(
  "a token that is %s is named",
  async (problem) => {
    const error = await opened({ ok: false, problem })
      .read(ADDRESS)
      .catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(TokenWanted)
    expect(pageProblemOf(error)).toEqual({ ok: false, code: "token-wanted", part: problem })
  }
)

test("a background that is gone, and an API that wasn't reached, are the network's", async () => {
  for (const answer of [undefined, { ok: true } as const, { ok: false, problem: "unreachable" } as const]) {
    const error = await opened(answer)
      .read(ADDRESS)
      .catch((thrown: unknown) => thrown)
    expect(error).not.toBeInstanceOf(LoggedOut)
    expect(pageProblemOf(error)).toEqual({ ok: false, code: "unreadable", part: "network" })
  }
})

test("too many requests say when they may go on", async () => {
  const error = await opened({ ok: true, status: 429, json: null, retryAfter: 30 })
    .read(ADDRESS)
    .catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(Unreadable)
  expect(error).toMatchObject({ part: "rate-limit", retryAfter: 30 })
})
