import { afterAll, beforeAll, expect, test } from "vitest"
import { createRewriter } from "../../../src/relay/rewriting/rewriter.ts"
import { createUpkeep } from "../../../src/knowledge/upkeep/upkeep.ts"
import { NO_MODELS } from "../../../src/models/endpoint/models.ts"
import { createOpenAnswers } from "../../../src/relay/access/open-answers.ts"
import { createDraftService } from "../../../src/relay/drafting/draft-service.ts"
import { createOpenStreams } from "../../../src/relay/http/open-streams.ts"
import { openViewDatabase } from "../../../src/relay/lookups/view-database.ts"
import { createApp } from "../../../src/relay/server/app.ts"
import { openApi } from "../../../src/relay/server/openapi.ts"
import { ROUTES } from "../../../src/protocol/routes/all.ts"
import type { Operation } from "../../../src/protocol/routes/describe/operation.ts"
import { startPresence } from "../../../src/storage/relay-presence.ts"
import { silentLog } from "../../../src/runtime/log.ts"
import { readSettings } from "../../../src/runtime/settings.ts"
import { Client, refusalOf } from "../help/client.ts"
import { pipelineOf, writing } from "../help/pipelines.ts"
import { openRelay, type TestRelay } from "../help/relay.ts"

let relay: TestRelay
const clients = new Map<string, Client>()
beforeAll(async () => {
  relay = await openRelay()
  for (const role of ["agent", "lead", "admin"] as const) clients.set(role, await Client.paired(relay, role, role))
})
afterAll(() => relay?.close())

const described = Object.entries(
  (openApi() as { paths: Record<string, Record<string, { security?: object[] }>> }).paths
).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, { security }]) => ({
    route: `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ":$1")}`,
    isOpen: security?.length === 0
  }))
)

test("every route that the relay serves is in the API's document, and no other", async () => {
  const { db } = relay
  const [log, clock, pipeline] = [silentLog, () => new Date(), pipelineOf(writing("Hello"))]
  const presence = await startPresence(db, log)
  const drafts = await createDraftService({ db, pipeline, log, clock, presence })
  const upkeep = createUpkeep({ db, environment: {}, log, timing: {} })
  const { routes } = createApp({
    db,
    log,
    clock,
    pipeline,
    drafts,
    presence,
    upkeep,
    views: openViewDatabase(undefined),
    streams: createOpenStreams(),
    openAnswers: createOpenAnswers(),
    readiness: async () => ({ ready: true, reasons: [], notes: [] }),
    transport: readSettings({}),
    signIn: undefined,
    pairing: true,
    models: NO_MODELS,
    budgets: { ...NO_MODELS.budgets, currency: NO_MODELS.currency },
    vectors: undefined,
    reranker: undefined,
    answerer: undefined,
    rewriter: createRewriter(undefined),
    retentionDays: 1,
    auditDays: 1,
    audit: { key: async () => undefined, seal: async () => undefined },
    countDocuments: async () => 0,
    heartbeatSeconds: undefined,
    replica: undefined,
    workers: 1
  })
  await drafts.close()
  await upkeep.close()
  await presence.close()
  const served = routes.filter(({ path }) => path !== "/*").map(({ method, path }) => `${method} ${path}`)
  expect([...new Set(served)].sort()).toEqual(described.map(({ route }) => route).sort())
})

test("the document says of every route whether it needs a token, and the description which role", () => {
  expect(described.filter(({ isOpen }) => isOpen).map(({ route }) => route)).toEqual(
    Object.entries<Operation>(ROUTES)
      .filter(([, { who }]) => who === "anyone")
      .map(([route]) => route)
  )
})

const UNKNOWN_ID = "00000000-0000-4000-8000-000000000000"
const askAs = (role: string, route: string) => {
  const [method = "", path = ""] = route.split(" ")
  return (clients.get(role) ?? new Client(relay.url)).fetch(path.replace(/:\w+/g, UNKNOWN_ID), { method })
}

test.each(Object.entries<Operation>(ROUTES).filter(([, { who }]) => who === "lead" || who === "admin"))(
  "%s refuses the role below the one that its description names",
  async (route, { who }) => {
    expect(await refusalOf(askAs(who === "admin" ? "lead" : "agent", route))).toMatchObject({ status: 403 })
  }
)

test.each(Object.entries<Operation>(ROUTES).filter(([, { who }]) => who !== "anyone" && who !== "provisioning"))(
  "%s refuses whoever has no token",
  async (route) => {
    expect(await refusalOf(askAs("nobody", route))).toMatchObject({ status: 401, code: "not-paired" })
  }
)

test.each(Object.entries<Operation>(ROUTES).filter(([, { path, takesId }]) => path || takesId))(
  "%s describes all that its address holds",
  (route, { path, takesId }) => {
    expect(route.match(/(?<=:)\w+/g)?.sort()).toEqual(
      [...(takesId ? ["id"] : []), ...Object.keys(path?.shape ?? {})].sort()
    )
  }
)
