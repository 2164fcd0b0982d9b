/**
 * Rooms that only the relay, the commands and scripts load: no bundle of the extension holds anything of them.
 */
export const NODE_ROOMS = [
  "runtime",
  "storage",
  "ingest",
  "masking-rules",
  "models",
  "search",
  "knowledge",
  "playbooks",
  "relay",
  "client"
]

/** Which rooms a room may import, besides itself. docs/architecture.md draws it. */
export const MAY_IMPORT: Record<string, string[]> = {
  ticket: [],
  text: ["lexicon"],
  composers: [],
  platform: [],
  lexicon: [],
  protocol: ["ticket"],
  masking: ["ticket", "text", "lexicon"],
  checks: ["ticket", "text", "lexicon"],
  intent: ["ticket", "text", "lexicon"],
  attachments: ["ticket", "text"],
  lookups: ["ticket", "text", "lexicon", "checks", "protocol"],
  helpdesks: ["ticket", "text", "lexicon", "composers"],
  store: ["ticket", "text", "platform", "protocol", "masking", "checks"],
  page: ["ticket", "text", "lexicon", "composers", "platform", "protocol", "helpdesks"],
  copilot: ["ticket", "text", "platform", "protocol", "masking", "checks", "lookups", "store"],
  ui: ["ticket", "text", "platform", "protocol", "checks", "copilot"],
  runtime: ["protocol"],
  storage: ["protocol", "runtime"],
  ingest: ["ticket", "text", "lexicon", "masking", "checks"],
  "masking-rules": ["text", "masking", "protocol", "runtime", "storage", "ingest"],
  models: ["ticket", "text", "checks", "protocol", "runtime", "storage"],
  search: ["ticket", "text", "lexicon", "protocol", "runtime", "storage", "ingest", "models"],
  knowledge: [
    "ticket",
    "text",
    "masking",
    "checks",
    "protocol",
    "runtime",
    "storage",
    "ingest",
    "masking-rules",
    "search"
  ],
  playbooks: ["ticket", "text", "lexicon", "masking", "runtime"],
  relay: [
    "ticket",
    "text",
    "lexicon",
    "masking",
    "checks",
    "protocol",
    "runtime",
    "storage",
    "ingest",
    "masking-rules",
    "models",
    "search",
    "knowledge",
    "playbooks",
    "lookups",
    "intent"
  ],
  client: ["protocol"]
}
