/** Where a ticket stands in a playbook of the team. */
export interface PlaybookStanding {
  /** The playbook's name. */
  playbook: string
  title: string
  /**
   * "asks": the step waits for facts. "acts": it says or does something. "escalates": another group goes on. "ends": the
   * last step is done. "falls-back": no branch applies.
   */
  state: (typeof PLAYBOOK_STATES)[number]
  passed: (NamedStep & { because: PlaybookReason[] })[]
  /** The present step, or the one from which no branch applies. */
  step: NamedStep
  /** The shortest way from here to an end. */
  ahead: NamedStep[]
  /** Why the ticket stands here. */
  because: PlaybookReason[]
  missing: MissingAtStep[]
  /** A line for the agent. Nothing is done by itself. */
  do?: string
  escalate?: { group: string; why: string }
}
export const PLAYBOOK_STATES = ["asks", "acts", "escalates", "ends", "falls-back"] as const

interface NamedStep {
  name: string
  title: string
}

/** A fact that the step needs. `ask` is the question to the customer, `find` what the agent does. */
export interface MissingAtStep {
  fact: string
  label: string
  ask?: string
  find?: string
}

/** Why a condition holds or doesn't: what was compared, and with which value of the ticket. */
export interface PlaybookReason {
  by: "fact" | "tag" | "intent"
  /** The label of the fact, or the tags or intents. */
  what: string
  /** As the ticket has it; undefined if it isn't known. */
  value?: string
  origin?: FactOrigin
  /** The comparison in English: "within 30 days". Extensions that don't know `comparison` show it. */
  test: string
  /** The comparison in values, from which the panel makes its sentence. A relay of before doesn't send it. */
  comparison?: PlaybookComparison
  holds: boolean
  /** How a day was reckoned: start and end as YYYY-MM-DD, and the period between them. */
  reckoning?: { from: string; period: string; to: string; today: string }
}

/** What a value was held against. A day is YYYY-MM-DD, and a period that was written in days or weeks has hours. */
export type PlaybookComparison =
  | { by: "is"; values: string[] }
  | { by: "known"; value: boolean }
  | { by: "within" | "longer-than"; amount: number; unit: PlaybookPeriodUnit }
  | { by: "at-least" | "at-most" | "over" | "under"; figure: number }
  | { by: "before" | "after"; day: string }
/** No figure and no period of a playbook is larger. */
export const MOST_COMPARED = 1e15
export const PLAYBOOK_PERIOD_UNITS = ["hour", "business-day", "month"] as const
export type PlaybookPeriodUnit = (typeof PLAYBOOK_PERIOD_UNITS)[number]

/** Where a fact was read. `n` counts the public messages of the ticket from 1; 0 is its subject. */
export type FactOrigin =
  | { by: "field" | "tag" | "lookup"; name: string }
  | { by: "agent" }
  | { by: "message"; n: number }
