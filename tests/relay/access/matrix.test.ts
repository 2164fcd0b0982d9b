import { afterAll, beforeAll, expect, test } from "vitest"
import { ROUTES } from "../../../src/protocol/routes/all.ts"
import type { Operation } from "../../../src/protocol/routes/describe/operation.ts"
import { createProvisioningToken } from "../../../src/relay/access/provisioning-tokens.ts"
import { openApi } from "../../../src/relay/server/openapi.ts"
import { Client, draftRequest, outcome, SITE } from "../help/client.ts"
import { openRelay, type TestRelay } from "../help/relay.ts"

/** Who asks, from nobody to an admin. A browser that was signed out counts as nobody. */
const ASKERS = ["nobody", "signed-out", "agent", "lead", "admin", "provisioning"] as const
type Asker = (typeof ASKERS)[number]
const RANKS: Record<string, number> = { anyone: -1, agent: 0, lead: 1, admin: 2 }

let relay: TestRelay
const clients = new Map<Asker, Client>()
beforeAll(async () => {
  relay = await openRelay()
  clients.set("nobody", new Client(relay.url))
  for (const role of ["agent", "lead", "admin"] as const) clients.set(role, await Client.paired(relay, role, role))
  const left = await Client.paired(relay, "left", "admin")
  await left.post("/v1/sign-out", {})
  clients.set("signed-out", left)
  const provisioning = new Client(relay.url)
  provisioning.token = (await createProvisioningToken(relay.db, null, relay.time.now)).token
  clients.set("provisioning", provisioning)
})
afterAll(() => relay?.close())

const UNKNOWN_ID = "00000000-0000-4000-8000-000000000000"

/** Every route of the API's document, by its own description. Signing out comes last, because it ends its asker. */
const routes = Object.entries((openApi() as { paths: Record<string, object> }).paths)
  .flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ":$1")}`)
  )
  .toSorted((a, b) => Number(a === "POST /v1/sign-out") - Number(b === "POST /v1/sign-out"))

/** What the cell should be: refused for want of a sign-in, for want of a role, or let in. */
function expectedOf(asker: Asker, who: Operation["who"]): "401" | "403" | "in" {
  if (who === "anyone") return "in"
  if (who === "provisioning") return asker === "provisioning" ? "in" : "401"
  if (asker === "nobody" || asker === "signed-out" || asker === "provisioning") return "401"
  return (RANKS[asker] ?? 0) < (RANKS[who ?? "agent"] ?? 0) ? "403" : "in"
}

/** A route that asks for no sign-in may still want a signature, as a hook does. */
async function cell(asker: Asker, route: string, who: Operation["who"]): Promise<string> {
  const [method = "", path = ""] = route.split(" ")
  const client = clients.get(asker) ?? new Client(relay.url)
  const response = await client.fetch(path.replace(/:\w+/g, UNKNOWN_ID), { method })
  const text = await response.text()
  const code = /"code":"([^"]+)"/.exec(text)?.[1]
  if (response.status === 401 && who !== "anyone") return "401"
  if (response.status === 403 && code === "not-allowed") return "403"
  return response.status < 500 || route === "GET /v1/ready" ? "in" : `${response.status} ${code}`
}

test("every cell of route and asker is as the API's document says", { timeout: 60_000 }, async () => {
  const described: Record<string, Operation> = ROUTES
  const wrong: string[] = []
  let count = 0
  for (const route of routes)
    for (const asker of ASKERS) {
      const who = described[route]?.who ?? "admin"
      const is = await cell(asker, route, who)
      const should = expectedOf(asker, who)
      if (is !== should) wrong.push(`${route} by ${asker}: ${is}, not ${should}`)
      count++
    }
  expect(wrong).toEqual([])
  expect(count).toBe(Object.keys(ROUTES).length * ASKERS.length)
})

/** What each asker gets from a route that takes something of one person's: by its owner, and by somebody else. */
interface OwnedRoute {
  ask(client: Client, owned: Owned): Promise<Response>
  cells: Record<"owner" | "agent" | "lead" | "admin", number>
}

/** A draft of Olga's, with its ticket and its outcome. */
type Owned = Awaited<ReturnType<typeof draftOf>>

async function draftOf(owner: Client, ticketId: string) {
  const asked = draftRequest()
  const body = { ...asked, ticket: { ...asked.ticket, ticketId } }
  await owner.draft(body)
  const told = outcome({ ticketId, draftId: body.draftId })
  await owner.post("/v1/outcomes", told)
  return { body, told, ticketId }
}

const OWNED: Record<string, OwnedRoute> = {
  "GET /v1/drafts/:id/upstream": {
    ask: (client, { body }) => client.fetch(`/v1/drafts/${body.draftId}/upstream`),
    cells: { owner: 200, agent: 404, lead: 404, admin: 404 }
  },
  "POST /v1/drafts": {
    ask: (client, { body }) => client.post("/v1/drafts", body),
    cells: { owner: 200, agent: 409, lead: 409, admin: 409 }
  },
  "POST /v1/outcomes": {
    ask: (client, { told }) => client.post("/v1/outcomes", told),
    cells: { owner: 200, agent: 409, lead: 409, admin: 409 }
  },
  // Nobody has scored the case: its owner is told so, and for others there is no such case.
  "POST /v1/own/reviews/:id/disputes": {
    ask: (client, { told }) =>
      client.post(`/v1/own/reviews/${told.outcomeId}/disputes?criterion=tone`, { reason: "It was friendly." }),
    cells: { owner: 409, agent: 404, lead: 404, admin: 404 }
  },
  "DELETE /v1/tickets/:helpdesk/:ticketId": {
    ask: (client, { ticketId }) => client.fetch(`/v1/tickets/sample/${ticketId}?site=${SITE}`, { method: "DELETE" }),
    cells: { owner: 200, agent: 403, lead: 200, admin: 200 }
  }
}

test("what one person owns is another's only where the description says so", { timeout: 60_000 }, async () => {
  const owner = await Client.paired(relay, "Olga")
  const others = {
    agent: await Client.paired(relay, "Tom"),
    lead: await Client.paired(relay, "Ann", "lead"),
    admin: await Client.paired(relay, "Ada", "admin")
  }
  const wrong: string[] = []
  let ticket = 100
  for (const [route, { ask, cells }] of Object.entries(OWNED))
    for (const [asker, status] of Object.entries(cells)) {
      const owned = await draftOf(owner, String(++ticket))
      const client = asker === "owner" ? owner : others[asker as keyof typeof others]
      const response = await ask(client, owned)
      await response.text()
      if (response.status !== status) wrong.push(`${route} by ${asker}: ${response.status}, not ${status}`)
    }
  expect(wrong).toEqual([])
})

test("every route for agents that names something in its address is among them, or names nobody's", () => {
  const nobodys = ["POST /v1/lookups/:name/ask"]
  const naming = Object.entries<Operation>(ROUTES)
    .filter(([, { who, path, takesId }]) => who === "agent" && (path || takesId))
    .map(([route]) => route)
  expect(naming.filter((route) => !(route in OWNED) && !nobodys.includes(route))).toEqual([])
})
