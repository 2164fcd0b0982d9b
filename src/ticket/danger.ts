/** What a customer tells of that a person must see before anything is answered. */
export const DANGER_KINDS = [
  "smoke-fire",
  "shock",
  "injury",
  "poison",
  "self-harm",
  "threat",
  "legal",
  "press"
] as const
export type DangerKind = (typeof DANGER_KINDS)[number]

/**
 * How sure it is that a ticket tells of a danger. "sure" gets no letter from pages or a model; "perhaps" is only shown
 * to the agent.
 */
export const DANGER_LEVELS = ["sure", "perhaps"] as const

/** What the agent decided: "none" that there is no danger, "treat" that there is one. */
export const DANGER_DECISIONS = ["none", "treat"] as const
export type DangerDecision = (typeof DANGER_DECISIONS)[number]

/** A danger of which a ticket seems to tell. */
export interface Danger {
  level: (typeof DANGER_LEVELS)[number]
  kind: DangerKind
  /** The customer's words that speak most for it. */
  because: string
  /** The agent's decision, which goes before the level. */
  decision?: DangerDecision
  /** The model that took an uncertain case for a danger. */
  model?: string
}

/** Returns whether a danger holds back every letter but the team's own playbook. */
export const holdsLetter = (danger: Pick<Danger, "level" | "decision"> | undefined): boolean =>
  danger !== undefined && (danger.decision === undefined ? danger.level === "sure" : danger.decision === "treat")
