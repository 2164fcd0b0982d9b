import type { MemoryLine } from "../../../src/protocol/routes/memories.ts"

export const memoryId = (n: number) => `00000000-0000-4000-8000-00000000000${n}`

/** Returns a proposal as the relay tells it. */
export const memoryLine = (n: number, change: Partial<MemoryLine> = {}): MemoryLine => ({
  ...{ id: memoryId(n), version: 1, kind: "wording", language: "en", word: "cart", text: "basket", state: "proposed" },
  ...{ durable: false, used: false, expired: false, tickets: 2, agents: 1, conflicts: [], by: null, at: null },
  ...{ expires: "2027-11-20T10:00:00Z", since: "2026-11-20T10:00:00Z" },
  edits: [{ site: "https://lumen.zendesk.com", helpdesk: "zendesk", ticketId: "4001", at: "2026-11-20T10:00:00Z" }],
  ...change
})
