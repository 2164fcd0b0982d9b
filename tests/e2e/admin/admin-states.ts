import { readFileSync } from "node:fs"
import { readPlaybook } from "../../../src/playbooks/format/read-playbook.ts"
import { graphOf } from "../../../src/playbooks/graph/graph.ts"
import type { CommandAnswer } from "../../../src/protocol/panel.ts"
import type { PageAnswer } from "../../../src/protocol/routes/calls/page-call.ts"
import { previewVoice } from "../../../src/relay/voice-preview/preview-voice.ts"
import { readVoice } from "../../../src/relay/voices/read-voice.ts"
import { quiet } from "../../ui/admin/status-answers.ts"
import { said } from "../../ui/help/page-values.ts"
import { ada, answers, at } from "./admin-answers.ts"

type Answers = Record<string, CommandAnswer | PageAnswer>
const down: PageAnswer = { ok: false, code: "relay-unreachable" }
const audited = (ids: string[], action: string) => ({
  id: action,
  at,
  person: { name: "Tom", role: "agent" as const },
  action,
  ids
})

/** What the admin page gets in each of its states. */
export const adminStates = {
  whole: () => answers,
  playbooks: (): Answers => {
    const source = readFileSync("demo/playbooks/return.yaml", "utf8")
    const { playbook } = readPlaybook(source)
    if (!playbook) throw new Error("The playbook has a mistake.")
    const { name, title } = playbook
    const listed = { name, title, version: 2, at, source, graph: graphOf(playbook), mermaid: "" }
    return { ...answers, ...said("GET /v1/admin/playbooks", { playbooks: [listed] }) }
  },
  voices: async (): Promise<Answers> => {
    const source = readFileSync("demo/voices/lumen-de.yaml", "utf8")
    const { voice } = readVoice(source)
    if (!voice) throw new Error("The voice has a mistake.")
    const { name, persona } = voice
    return {
      ...answers,
      ...said("GET /v1/admin/voices", { voices: [{ name, of: "language de", persona, version: 2, at, source }] }),
      ...said("POST /v1/admin/voices/preview", await previewVoice(voice))
    }
  },
  lookups: (): Answers => {
    const source = readFileSync("demo/lookups/shopify.yaml", "utf8")
    const shop = { name: "shopify", title: "Shopify", version: 1, at, source, hosts: ["your-shop.myshopify.com"] }
    return {
      ...answers,
      ...said("GET /v1/admin/lookups", { lookups: [shop] }),
      "PUT /v1/admin/lookups": {
        ok: false,
        code: "lookup-wrong",
        message:
          'Line 5: title must be a text on one line.\nLine 10: Nothing gives "order": say from, field or pattern.'
      }
    }
  },
  requester: (): Answers => {
    const counts = { tickets: 2, drafts: 3, cases: 2, reviews: 1, sources: 0, intents: 1, memories: 1, pastTickets: 4 }
    return {
      ...answers,
      ...said("GET /v1/admin/requesters", { key: btoa("k".repeat(32)) }),
      ...said("GET /v1/admin/requesters/:requester", { stored: counts, untied: 1204 }),
      ...said("DELETE /v1/admin/requesters/:requester", {
        ...{ receipt: "4f1c2a9e-0f1d-4c55-9d0e-2c1f5a7b9e10", at, erased: counts, untied: 1204 }
      })
    }
  },
  audit: (): Answers => ({
    ...answers,
    ...said("GET /v1/audit", {
      days: 400,
      next: "1",
      actions: ["settings-changed", "ticket-erased", "unheard-of"],
      entries: [
        audited(["https://lumen.zendesk.com", "zendesk", "48213"], "ticket-erased"),
        audited(
          ["preparing on", "per-day usual", "erasing drafters", "hash-sites off", "earlier-tickets on"],
          "settings-changed"
        ),
        { ...audited(["x".repeat(180)], "unheard-of"), person: null }
      ]
    })
  }),
  "nothing there": (): Answers => ({
    ...answers,
    ...said("GET /v1/admin/status", quiet),
    ...said("GET /v1/admin/webhooks", { webhooks: [] }),
    ...said("GET /v1/admin/people", { people: [], codes: [] }),
    ...said("GET /v1/admin/models", { from: "environment", currency: "USD", models: [] }),
    ...said("GET /v1/admin/knowledge", { sources: [] }),
    ...said("GET /v1/admin/usage", {
      from: "2026-10-22",
      to: "2026-11-20",
      task: [],
      model: [],
      person: [],
      all: [],
      unmasked: []
    })
  }),
  "relay away": (): Answers => ({
    ...answers,
    "GET /v1/admin/status": down,
    "GET /v1/admin/webhooks": down,
    "GET /v1/admin/people": down,
    "GET /v1/admin/models": down,
    "GET /v1/masking-rules": down,
    "GET /v1/admin/knowledge": down,
    "GET /v1/admin/settings": down,
    "GET /v1/admin/usage": down
  }),
  "not signed in": (): Answers => said("page-status", { address: "", panel: { ...ada, name: "Tom", role: "agent" } })
} satisfies Record<string, () => Answers | Promise<Answers>>
