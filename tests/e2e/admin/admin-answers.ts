import type { PeopleAnswer } from "../../../src/protocol/admin.ts"
import type { KnowledgeSource } from "../../../src/protocol/knowledge.ts"
import { storedRecipes } from "../../ui/admin/recipe-answers.ts"
import { troubled } from "../../ui/admin/status-answers.ts"
import type { CommandAnswer } from "../../../src/protocol/panel.ts"
import type { PageAnswer } from "../../../src/protocol/routes/calls/page-call.ts"
import { said } from "../../ui/help/page-values.ts"
import type { ListedWebhook } from "../../../src/protocol/routes/webhooks.ts"

export const ada = { id: "p3", name: "Ada", role: "admin" as const, groups: [] }
export const at = "2026-11-20T10:00:00Z"
const browser = { id: "b1", device: "browser", since: at, until: "2026-12-20T10:00:00Z", here: false }
const use = { lastUse: at, isManaged: false }
const people: PeopleAnswer = {
  people: [
    { ...ada, browsers: [{ ...browser, here: true }], ...use },
    {
      id: "p1",
      name: "Tom",
      role: "agent",
      groups: [],
      browsers: [browser, { ...browser, id: "b2", device: null }],
      ...use
    },
    {
      id: "p2",
      name: "x".repeat(200),
      role: "lead",
      groups: ["x".repeat(100)],
      browsers: [],
      lastUse: null,
      isManaged: true
    }
  ],
  codes: [{ id: "c1", name: "Nia", role: "agent", expires: at }]
}
const line = { requests: 3, in: 33, out: 21, cost: 0.0001, currency: "EUR", estimated: 1 }
const webhook: ListedWebhook = {
  id: "6dc5b1d8-5b5e-4f7c-8bd0-3f0a5a6f1a11",
  url: `https://hooks.example.com/${"x".repeat(180)}`,
  createdAt: at,
  waiting: 1,
  failed: 1,
  last: { at, result: "500" },
  deliveries: (["waiting", "failed", "delivered"] as const).map((state) => ({
    id: state,
    type: "outcome.stored",
    state,
    createdAt: at,
    attempts: 2,
    result: state === "delivered" ? "200" : "source-away",
    triedAt: at,
    next: state === "waiting" ? "2030-11-20T10:00:00Z" : null
  }))
}
const rules = {
  version: 12,
  mode: "strict" as const,
  keep: ["support@bellavita.example", "x".repeat(100), "12 High Street, Bristol BS1 4ST"],
  names: ["Zarathustra"],
  orderPattern: "BV-\\d{5}",
  agentsMayAdd: true,
  by: "Bea",
  at,
  words: [
    {
      word: "support@bellavita.example",
      kind: "keep" as const,
      from: "articles" as const,
      sort: "email" as const,
      articles: 4
    }
  ],
  proposed: [{ word: "Emma", sort: "brand" as const, articles: 3 }]
}
const version = {
  version: 1,
  by: null,
  at,
  why: "import" as const,
  mode: "balanced" as const,
  agentsMayAdd: false,
  added: ["Halo Pro", "x".repeat(100)],
  addedCount: 14,
  gone: ["KlickPay"],
  goneCount: 1
}
const last = {
  id: "i1",
  state: "done" as const,
  started: at,
  ended: at,
  reason: null,
  seen: 120,
  imported: 3,
  unchanged: 117,
  removed: 2,
  failed: 0,
  total: 120,
  perSecond: null,
  rest: null,
  failures: [],
  noted: 0,
  notices: []
}
const site: KnowledgeSource = {
  collection: "help",
  kind: "site",
  label: "help.example.com",
  internal: false,
  documents: 120,
  waiting: false,
  again: true,
  schedule: { every: "day", at: "03:00", zone: "Europe/Berlin" },
  next: "2030-11-20T02:00:00Z",
  hook: { since: at, called: null },
  last
}
const sources: KnowledgeSource[] = [
  site,
  {
    ...site,
    collection: "acme",
    kind: "zendesk",
    label: "acme.zendesk.com (tickets)",
    internal: true,
    schedule: { every: "off" },
    next: null,
    hook: null,
    last: {
      ...last,
      state: "running",
      ended: null,
      seen: 1204,
      total: 5000,
      perSecond: 85.3,
      rest: 45,
      failed: 220,
      failures: [
        { path: "tickets/1001", reason: "It holds no reply." },
        { path: "x".repeat(200), reason: "It could not be masked in time." }
      ]
    }
  },
  {
    ...site,
    collection: "feed",
    kind: "feed",
    label: `shop.example.com/${"x".repeat(180)}`,
    schedule: { every: "off" },
    next: null,
    hook: null,
    last: { ...last, state: "failed", reason: "shop.example.com was silent for 30 seconds, and was given up." }
  },
  {
    ...site,
    collection: "file a.pdf",
    kind: "file",
    label: "handbook.pdf",
    again: false,
    schedule: { every: "off" },
    next: null,
    hook: null,
    documents: 1,
    last: { ...last, state: "interrupted", ended: null }
  }
]

export const answers: Record<string, CommandAnswer | PageAnswer> = {
  ...said("page-status", { person: ada, address: "http://127.0.0.1:8787" }),
  ...said("corrections-verdict", { state: "no-key" }),
  ...said("GET /v1/admin/page-recipes", { recipes: storedRecipes() }),
  ...said("GET /v1/admin/status", troubled),
  ...said("GET /v1/admin/webhooks", { webhooks: [webhook] }),
  ...said("GET /v1/admin/off-switches", {
    switches: [{ id: crypto.randomUUID(), off: "model", when: "field Country is CH and tag is vip", by: "Ada", at }]
  }),
  ...said("GET /v1/admin/people", people),
  ...said("POST /v1/admin/codes", {
    id: "c1",
    name: "Nia",
    role: "agent",
    expires: at,
    code: "K7QM-4TXP",
    minutes: 10,
    known: true
  }),
  ...said("GET /v1/admin/models", {
    from: "file",
    currency: "EUR",
    models: [
      {
        name: "big",
        kind: "openai-compatible",
        model: "big-model",
        host: "127.0.0.1:8000",
        price: { in: 1, out: 4 },
        tasks: [{ task: "draft", place: 1 }]
      },
      { name: "offline", kind: "offline", tasks: [{ task: "draft", place: 2 }] }
    ]
  }),
  ...said("POST /v1/admin/models/:name/test", { works: true, firstMs: 120, tokensPerSecond: 44 }),
  ...said("GET /v1/admin/settings", {
    preparing: true,
    perDay: null,
    erasing: "drafters",
    hashSites: false,
    earlier: true,
    version: 1,
    by: "Bea",
    at,
    usualPerDay: 200,
    cost: 1.5,
    currency: "EUR",
    retentionDays: 90
  }),
  "PUT /v1/admin/settings": { ok: false, code: "settings-changed", message: "Bea has changed the settings meanwhile." },
  ...said("GET /v1/admin/usage", {
    from: "2026-10-22",
    to: "2026-11-20",
    task: [{ ...line, name: "draft" }],
    model: [{ ...line, name: "big-model" }],
    person: [
      { ...line, name: "Tom", role: "agent" },
      { ...line, name: null }
    ],
    all: [{ ...line, name: "all" }],
    unmasked: [
      { day: "2026-11-20", kind: "email", requests: 7 },
      { day: "2026-11-19", kind: "card", requests: 1 }
    ]
  }),
  ...said("GET /v1/masking-rules", rules),
  "PUT /v1/masking-rules": { ok: false, code: "changed" },
  ...said("GET /v1/masking-rules/versions", {
    versions: [{ ...version, version: 12, by: "Bea", why: "undo", of: 3 }, version]
  }),
  ...said("GET /v1/admin/knowledge", { sources }),
  "POST /v1/admin/knowledge/imports": {
    ok: false,
    code: "machine-only",
    message: "The relay's credentials would be sent to https://rt.example.com."
  },
  ...said("POST /v1/admin/knowledge/sources/:collection/hook", {
    path: `/v1/hooks/knowledge/${"x".repeat(80)}`,
    secret: "x".repeat(43)
  })
}
