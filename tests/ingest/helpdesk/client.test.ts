import { expect, test } from "vitest"
import { redmineSource } from "../../../src/ingest/sources/redmine/redmine.ts"
import { requestTrackerSource } from "../../../src/ingest/sources/request-tracker/request-tracker.ts"
import { desk as redmineDesk } from "../redmine/double.ts"
import { desk as trackerDesk } from "../request-tracker/double.ts"
import { serve } from "../sources/server.ts"
import { failing, type Trouble } from "./double.ts"

/** A ticket without words needs no masking, which takes a while to start. */
const HELPDESKS = [
  {
    name: "Request Tracker",
    list: /\/tickets$/,
    one: /\/transactions$/,
    documents: 4,
    async open(words = true) {
      const { tracker, ...rest } = await trackerDesk((one) => {
        if (!words) one.attachments = {}
      })
      return {
        double: tracker,
        clock: rest.clock,
        read: (signal?: AbortSignal) => rest.read("tickets", {}, {}, signal)
      }
    }
  },
  {
    name: "Request Tracker's articles",
    list: /\/classes$/,
    one: undefined,
    documents: 2,
    async open() {
      const { tracker, ...rest } = await trackerDesk()
      return {
        double: tracker,
        clock: rest.clock,
        read: (signal?: AbortSignal) => rest.read("articles", {}, {}, signal)
      }
    }
  },
  {
    name: "Redmine",
    list: /\/issues\.json$/,
    one: /\/issues\/\d+\.json$/,
    documents: 3,
    async open(words = true) {
      const { redmine, ...rest } = await redmineDesk((one) => {
        if (!words) for (const { body } of Object.values(one.details)) body.issue.journals = []
      })
      return { double: redmine, clock: rest.clock, read: (signal?: AbortSignal) => rest.read("issues", {}, {}, signal) }
    }
  },
  {
    name: "Redmine's wikis",
    list: /\/projects\.json$/,
    one: /\/wiki\/Returns$/,
    documents: 3,
    async open() {
      const { redmine, ...rest } = await redmineDesk()
      return { double: redmine, clock: rest.clock, read: (signal?: AbortSignal) => rest.read("wiki", {}, {}, signal) }
    }
  }
]
const answer = (status: number, headers?: Record<string, string>): Trouble => ({
  status,
  body: "",
  ...(headers && { headers })
})

test.each(HELPDESKS)(
  "$name: 401, 403 and 404 of a list are sentences that say what to do, asked once",
  async ({ open, list }) => {
    for (const [status, words] of [
      [401, /doesn't take/],
      [403, /may not read/],
      [404, /the address of a/]
    ] as const) {
      const { double, read } = await open()
      double.trouble = failing(list, answer(status), 9)
      expect((await read()).fault).toMatchObject({ retryable: false, message: expect.stringMatching(words) })
      expect(double.asked.filter((line) => list.test(line.replace(/^GET |\?.*$/g, "")))).toHaveLength(1)
    }
  }
)

test.each(HELPDESKS)(
  "$name: 429 and 503 are waited out for as long as they say, a cut connection is tried again",
  async ({ open, list }) => {
    for (const status of [429, 503]) {
      const { double, read, clock } = await open(false)
      double.trouble = failing(list, answer(status, { "retry-after": "37" }), 2)
      expect((await read()).end).toBeDefined()
      expect(clock.waited.filter((ms) => ms === 37_000)).toHaveLength(2)
    }
    for (const cut of ["before", "within"] as const) {
      const { double, read } = await open(false)
      double.trouble = failing(list, { cut }, 2)
      expect((await read()).end).toBeDefined()
    }
    const { double, read } = await open(false)
    double.trouble = failing(list, answer(429, { "retry-after": "3600" }))
    expect((await read()).fault).toMatchObject({ code: "source-away", message: expect.stringContaining("60 minutes") })
  }
)

test.each(HELPDESKS.filter(({ one }) => one))(
  "$name: one document that the server fails over, or won't show, fails alone; many in a row end it",
  async ({ open, one = /^/, documents }) => {
    for (const status of [403, 500]) {
      const { double, read } = await open()
      double.trouble = failing(one, answer(status))
      const { failed, documents: told, fault } = await read()
      expect([failed.length, told.length, fault]).toEqual([1, documents - 1, undefined])
    }
    const { double, read } = await open()
    double.trouble = (path) => (one.test(path) ? { status: 200, body: "<html>maintenance</html>" } : undefined)
    expect((await read()).failed.length).toBeGreaterThan(0)
  }
)

test("a server that fails over everything isn't asked for the whole of a large helpdesk", async () => {
  const { tracker, read } = await trackerDesk((one) => {
    for (let id = 100; id < 150; id++) one.copy(12, id)
  })
  tracker.trouble = failing(/\/transactions$/, answer(500), 99)
  const { failed, fault } = await read("tickets")
  expect([failed.length, fault]).toEqual([
    4,
    expect.objectContaining({ code: "source-away", message: expect.stringContaining("status 500") })
  ])
})

test.each(HELPDESKS)("$name: what is no JSON, no list or without an end is no answer of it", async ({ open, list }) => {
  for (const body of ["<html>Sign in</html>", "{", [], null, { items: {}, issues: 1, projects: 2 }]) {
    const { double, read } = await open()
    double.trouble = failing(list, { status: 200, body }, 9)
    expect((await read()).fault, JSON.stringify(body)).toMatchObject({ code: "source-unreadable" })
  }
})

test.each(HELPDESKS)(
  "$name: credentials go to the helpdesk alone, and whoever calls it off isn't kept waiting",
  async ({ open, list }) => {
    const other = await serve((_, out) => void out.end("{}"))
    const { double, read } = await open()
    double.trouble = failing(list, answer(302, { location: `${other.url}/` }), 9)
    expect((await read()).fault).toMatchObject({ code: "source-refused" })
    expect(other.asked).toEqual([])
    const stop = new AbortController()
    double.trouble = (path) => {
      if (list.test(path)) stop.abort(new Error("stopped"))
      return undefined
    }
    expect((await read(stop.signal)).fault).toMatchObject({ message: "stopped" })
  }
)

test("credentials never cross a network unencrypted, unless its host is allowed", async () => {
  const { url, asked } = await serve((_, out) => void out.end("{}"))
  const base = new URL(`${url}/`)
  for (const source of [
    requestTrackerSource({ base, part: "tickets", authorization: "token x" }),
    redmineSource({ base, part: "wiki", key: "x" })
  ]) {
    await expect(source.read({}, new AbortController().signal)[Symbol.asyncIterator]().next()).rejects.toMatchObject({
      code: "source-refused",
      message: expect.stringContaining("https")
    })
  }
  expect(asked).toEqual([])
})

test("a list that never ends doesn't fill the memory", async () => {
  const rows = Array.from({ length: 40_000 }, (_, id) => ({ id }))
  const { redmine, read: readRedmine } = await redmineDesk()
  redmine.trouble = (path) =>
    path.endsWith("projects.json") ? { status: 200, body: { projects: rows, total_count: 1e12 } } : undefined
  expect((await readRedmine("wiki")).fault).toMatchObject({
    code: "source-unreadable",
    message: expect.stringContaining("page after page")
  })
  const { tracker, read } = await trackerDesk()
  tracker.trouble = (path) =>
    path.endsWith("/classes") ? { status: 200, body: { items: rows, per_page: 100 } } : undefined
  expect((await read("articles")).fault).toMatchObject({
    code: "source-unreadable",
    message: expect.stringContaining("page after page")
  })
  tracker.trouble = (path) =>
    path.endsWith("/classes") ? { status: 200, body: { items: [], per_page: 0 } } : undefined
  expect((await read("articles")).items).toEqual([{ type: "end", all: true }])
})

test("a list that comes in another order is refused, since some of it would be missed", async () => {
  const { tracker, read } = await trackerDesk()
  tracker.trouble = (path) =>
    path.endsWith("/tickets") ? { status: 200, body: { items: [], total: 50, per_page: 100 } } : undefined
  expect((await read("tickets")).fault).toMatchObject({ message: expect.stringContaining("order of their numbers") })
  tracker.trouble = (path) =>
    path.endsWith("/tickets") ? { status: 200, body: { ...tracker.tickets.body, total: null } } : undefined
  expect((await read("tickets")).fault).toMatchObject({ message: expect.stringContaining("$UseSQLForACLChecks") })
})
