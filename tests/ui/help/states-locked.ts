import type { PanelState } from "../../../src/protocol/panel.ts"
import { PERSON, RELAY } from "./states-parts.ts"

/** Why the panel is locked: each of the reasons. */
export const lockedStates = {
  locked: () => ({
    phase: "locked",
    locked: "relay-unreachable",
    relay: { ...RELAY, state: "offline" },
    kept: { drafts: 12, outcomes: 2 }
  }),
  reused: () => ({
    phase: "locked",
    locked: "revoked",
    signedOut: "reused",
    relay: RELAY,
    kept: { drafts: 12, outcomes: 0 }
  }),
  revoked: () => ({ phase: "locked", locked: "revoked", relay: RELAY, kept: { drafts: 12, outcomes: 0 } }),
  "policy-fault": () => ({
    phase: "locked",
    locked: "policy",
    policy: { unknown: ["allowedSite"] },
    person: PERSON,
    relay: RELAY,
    kept: { drafts: 12, outcomes: 2 }
  })
} satisfies Record<string, () => PanelState>
