import type { RelayStatus, StatusAnswer } from "../../../src/protocol/routes/server.ts"

/** Some minutes before now, so that times are shown as of today. */
const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString()

export const healthy: RelayStatus = {
  id: "1f3c9a2b-0000-4000-8000-000000000001",
  here: true,
  living: true,
  startedAt: "2026-11-20T08:00:00Z",
  aliveAt: ago(0),
  version: "0.1.0",
  condition: {
    streams: 12,
    threads: 2,
    memoryBytes: 212_400_000,
    models: [
      {
        name: "big",
        model: "big-model",
        state: "answering",
        since: "2026-11-20T08:01:00Z",
        retryInSeconds: 0,
        running: 3,
        waiting: 0,
        atOnce: 8
      }
    ]
  }
}

/** A relay that is ready, and nothing is wrong. */
export const quiet: StatusAnswer = {
  ready: true,
  reasons: [],
  relays: [healthy],
  queues: { drafts: 4, importsRunning: 1, importsWaiting: 2, deliveries: 3 },
  budgets: {
    prepared: { people: 3, usedUp: 0, count: 12, perPerson: 200 },
    cost: { people: 2, usedUp: 0, amount: 1.2, perPerson: null, currency: "EUR" }
  },
  errors: []
}

const fit = {
  helpdesk: "zendesk",
  part: "every part" as const,
  extension: "0.1.0",
  product: "",
  browsers: 3,
  tickets: 3
}
const [big] = healthy.condition?.models ?? []

/** Two relays that live and one that died, a model that is away, budgets used up, and errors of several kinds. */
export const troubled: StatusAnswer = {
  ...quiet,
  ready: false,
  reasons: ["The database lacks 1 of this version's steps: start the relay again, which does them."],
  relays: [
    {
      ...healthy,
      id: "2a000000-0000-4000-8000-000000000002",
      here: false,
      living: false,
      aliveAt: "2026-11-20T09:00:00Z",
      version: null,
      condition: null
    },
    {
      ...healthy,
      condition: healthy.condition && {
        ...healthy.condition,
        models: big ? [{ ...big, state: "away", retryInSeconds: 42, running: 0 }] : []
      }
    },
    { ...healthy, id: "3b000000-0000-4000-8000-000000000003", here: false }
  ],
  budgets: {
    prepared: { people: 1, usedUp: 1, count: 200, perPerson: 200 },
    cost: { people: 2, usedUp: 2, amount: 3.1, perPerson: 1.5, currency: "EUR" }
  },
  errors: [
    { hour: "2026-11-20T09:00:00Z", kind: "draft", code: "model-silent", count: 2 },
    { hour: "2026-11-20T09:00:00Z", kind: "model", code: "model-silent", count: 7 },
    { hour: "2026-11-20T08:00:00Z", kind: "model", code: "model-silent", count: 1_200 },
    { hour: "2026-11-20T08:00:00Z", kind: "webhook", code: "status-500", count: 1 }
  ],
  fits: [
    { ...fit, day: "2026-11-26", part: "reply editor", browsers: 14, tickets: 20 },
    { ...fit, day: "2026-11-25", part: "reply editor", browsers: 6, tickets: 11 },
    { ...fit, day: "2026-11-26", helpdesk: "request-tracker", product: "5.0.3" }
  ]
}
