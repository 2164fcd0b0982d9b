import { expect, test } from "vitest"
import { ROUTES } from "../../../src/protocol/routes/all.ts"
import type { PageAnswer, PageRole, RelayCall } from "../../../src/protocol/routes/calls/page-call.ts"
import type { Operation } from "../../../src/protocol/routes/describe/operation.ts"
import { world } from "../help/world.ts"

/** The extension with an agent's, a lead's and an admin's sign-in, and a page that asks whatever it likes. */
async function signedIn() {
  const all = await world()
  const pair = (code: string, door?: "review" | "admin") =>
    all.ask({ kind: "popup-pair", address: all.relay.address, code, ...(door && { door }) })
  await pair("ABCD")
  await pair("LEAD", "review")
  await pair("ADMIN", "admin")
  const call = (as: PageRole, route: string, parts: Pick<RelayCall, "path" | "query" | "body"> = {}, own = true) =>
    all.worker.send({ kind: "relay-call", as, route, ...parts }, { own }) as Promise<PageAnswer | undefined>
  const calls = () => all.relay.seen.calls.splice(0)
  calls()
  return { all, call, calls }
}

/** A value for each parameter of a route's path. */
const pathOf = (route: string) =>
  Object.fromEntries([...route.matchAll(/:(\w+)/g)].map(([, name = ""]) => [name, "a-value"]))
const described = Object.entries<Operation>(ROUTES)

test("a page may ask what is for its role, and of what is for everybody only what it reads or is its own; nothing else is sent", async () => {
  const { call, calls } = await signedIn()
  const allowed: Record<PageRole, string[]> = { agent: [], lead: [], admin: [] }
  for (const as of ["agent", "lead", "admin"] as const)
    for (const [route, { body }] of described) {
      const answer = await call(as, route, { path: pathOf(route) })
      const refusal = answer?.ok === false ? (answer.message ?? "") : ""
      const sent = calls()
      if (!refusal.startsWith("A page may not ask")) allowed[as].push(route)
      else expect([answer, sent], route).toEqual([{ ok: false, code: "bad-request", message: refusal }, []])
      // A body that is missing is no body.
      if (body)
        expect(
          sent.filter((one) => !one.startsWith("GET")),
          route
        ).toEqual([])
    }
  const mayBe = (as: PageRole) =>
    described
      .filter(([, { takesFile }]) => !takesFile)
      .filter(
        ([route, { who }]) =>
          (who === as && as !== "agent") ||
          (as === "admin" && who === "lead") ||
          (who === "agent" && /^GET | \/v1\/own\//.test(route))
      )
      .map(([route]) => route)
  expect(allowed).toEqual({ agent: mayBe("agent"), lead: mayBe("lead"), admin: mayBe("admin") })
  expect(allowed.lead).not.toContain("GET /v1/admin/people")
  expect(allowed.admin).not.toContain("POST /v1/drafts")
})

test("a script in a page is not answered, whatever it asks", async () => {
  const { all, call, calls } = await signedIn()
  expect(await call("admin", "GET /v1/admin/people", {}, false)).toBeUndefined()
  for (const message of [
    { kind: "page-status", as: "admin" },
    { kind: "page-sign-out", as: "admin" },
    { kind: "upload-target" },
    { kind: "corrections-verdict" }
  ])
    expect(await all.worker.send(message, { own: false })).toBeUndefined()
  expect(calls()).toEqual([])
})

test.each<[string, string, Pick<RelayCall, "path" | "query" | "body">, RegExp]>([
  ["a route that there isn't", "GET /v1/admin/secrets", {}, /^No route/],
  ["the name of what every object has", "constructor", {}, /^No route/],
  ["a path without its parameter", "DELETE /v1/admin/webhooks/:id", {}, /lacks a part/],
  ["a parameter that leads elsewhere", "DELETE /v1/admin/webhooks/:id", { path: { id: ".." } }, /leads to another/],
  ["a parameter of another form", "DELETE /v1/admin/voices/:name", { path: { name: "x".repeat(9999) } }, /^name: /],
  ["a query of another form", "GET /v1/audit", { query: { limit: 100_000 } }, /^limit: more than 200/],
  ["a body of another form", "POST /v1/admin/codes", { body: { role: "boss", name: "x" } }, /^role: /],
  ["a body where there is none", "GET /v1/admin/people", { body: { note: "Otto" } }, /takes no body/]
])("%s is refused before anything is sent", async (_, route, parts, why) => {
  const { call, calls } = await signedIn()
  expect(await call("admin", route, parts)).toEqual({
    ok: false,
    code: "bad-request",
    message: expect.stringMatching(why)
  })
  expect(calls()).toEqual([])
})

test("what a description doesn't name is left out of query and body", async () => {
  const { all, call } = await signedIn()
  await call("admin", "POST /v1/admin/page-recipes/take-back", { body: { site: "https://a.example", note: "Otto" } })
  expect(all.relay.relay.decisions).toEqual([
    { url: "/v1/admin/page-recipes/take-back", body: { site: "https://a.example" } }
  ])
})
