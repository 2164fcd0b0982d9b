import type { DraftVersion } from "../../../src/protocol/draft-versions.ts"

/** Three draft versions, the newest first, with one change of each kind. */
export const VERSIONS: DraftVersion[] = [
  {
    pipeline: "7c1e55aa0001",
    name: "",
    began: "2026-11-16T08:00:00Z",
    cases: 412,
    changes: [
      { kind: "model", before: "small-1", after: "large-2" },
      { kind: "verifier", before: "", after: "checker" },
      { kind: "team" },
      { kind: "playbook", name: "Late parcels", version: 3 },
      { kind: "voice", name: "Formal", version: null },
      { kind: "pages", imported: 12, removed: 2 }
    ]
  },
  { pipeline: "5b2d44990002", name: "Longer prompt", began: "2026-11-02T08:00:00Z", cases: 1, changes: [] },
  { pipeline: "3a1c33880003", name: "", began: "2026-10-05T08:00:00Z", cases: 900, changes: null }
]
