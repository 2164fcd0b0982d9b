import * as z from "zod/mini"
import { DANGER_DECISIONS, DANGER_KINDS, DANGER_LEVELS, type Danger } from "../ticket/danger.ts"
import { VERIFICATION_STATES, LETTER_FAULTS, SUMMARY_KINDS, UNDONE_REASONS } from "../ticket/draft.ts"
import { MOST_COMPARED, PLAYBOOK_PERIOD_UNITS, PLAYBOOK_STATES } from "../ticket/playbook-standing.ts"
import { GREETS, type VoiceRules } from "../ticket/team-voice.ts"
import { ESCALATION_REASONS, type TicketAbout } from "../ticket/ticket-about.ts"
import { answerList, count, day, line, longText, modelName, textUpTo } from "./fields.ts"

const suggestion = z.object({
  source: count,
  text: longText,
  at: count,
  after: z.optional(longText),
  recommended: z.optional(
    z.object({ why: z.enum(["asked", "alternative", "goes-with", "choose"]), to: z.optional(line) })
  )
})
const days = z.int().check(z.minimum(-100_000), z.maximum(100_000))
const leftOutCase = z.object({
  source: count,
  text: longText,
  because: line,
  answered: z.optional(longText),
  applies: z.optional(longText),
  days: z.optional(days),
  ahead: z.optional(z.object({ least: count, most: count })),
  late: z.optional(count),
  from: z.optional(day),
  plus: z.optional(days)
})
const signal = z.number().check(z.minimum(0), z.maximum(100))
const step = z.object({ name: line, title: line })
const number = (least: number) => z.number().check(z.minimum(least), z.maximum(MOST_COMPARED))
const comparison = z.discriminatedUnion("by", [
  z.object({ by: z.literal("is"), values: answerList(line) }),
  z.object({ by: z.literal("known"), value: z.boolean() }),
  z.object({ by: z.enum(["within", "longer-than"]), amount: number(0), unit: z.enum(PLAYBOOK_PERIOD_UNITS) }),
  z.object({ by: z.enum(["at-least", "at-most", "over", "under"]), figure: number(-MOST_COMPARED) }),
  z.object({ by: z.enum(["before", "after"]), day })
])
const reason = z.object({
  by: z.enum(["fact", "tag", "intent"]),
  what: line,
  value: z.optional(longText),
  origin: z.optional(
    z.discriminatedUnion("by", [
      z.object({ by: z.enum(["field", "tag", "lookup"]), name: line }),
      z.object({ by: z.literal("agent") }),
      z.object({ by: z.literal("message"), n: count })
    ])
  ),
  test: line,
  comparison: z.optional(comparison),
  holds: z.boolean(),
  reckoning: z.optional(z.object({ from: day, period: line, to: day, today: day }))
})
/** Where the ticket stands in a playbook. See `PlaybookStanding` in `ticket/playbook-standing.ts`. */
const playbookStanding = z.object({
  playbook: line,
  title: line,
  state: z.enum(PLAYBOOK_STATES),
  passed: answerList(z.extend(step, { because: answerList(reason) })),
  step,
  ahead: answerList(step),
  because: answerList(reason),
  missing: answerList(z.object({ fact: line, label: line, ask: z.optional(line), find: z.optional(line) })),
  do: z.optional(line),
  escalate: z.optional(z.object({ group: line, why: line }))
})
const undoneWish = z.object({ part: longText, why: z.enum(UNDONE_REASONS) })
/** How well the sources answer. See `Answer` in `ticket/draft.ts`. */
export const answer = z.object({
  tier: z.enum(["sure", "unsure", "nothing"]),
  chance: z.optional(z.number().check(z.minimum(0), z.maximum(1))),
  signals: z.optional(z.object({ chance: signal, page: signal, window: signal, absent: signal })),
  mainSource: z.optional(count),
  suggestions: answerList(suggestion),
  frame: z.optional(z.object({ opening: longText, closing: longText })),
  askBack: z.optional(longText),
  notSaid: z.optional(answerList(suggestion)),
  leftOut: z.optional(answerList(leftOutCase)),
  notReused: z.optional(answerList(longText)),
  openCases: z.optional(
    answerList(
      z.object({
        ways: answerList(suggestion),
        differ: z.optional(z.boolean()),
        asked: z.optional(z.object({ names: answerList(line), question: longText }))
      })
    )
  ),
  playbook: z.optional(playbookStanding),
  notDone: z.optional(answerList(undoneWish))
})

const faults = answerList(z.enum(LETTER_FAULTS))
/** A model was asked once more. See `Repair` in `ticket/draft.ts`. */
export const repair = z.object({ faults, left: faults, isFirst: z.boolean() })
/** See `Verification` in `ticket/draft.ts`. */
export const verification = z.object({
  model: modelName,
  state: z.enum(VERIFICATION_STATES),
  confirmed: count,
  doubted: count,
  unasked: z.optional(count),
  unanswered: z.optional(answerList(line))
})
/** See `SummaryLine` in `ticket/draft.ts`. */
export const summaryLine = z.object({
  kind: z.enum(SUMMARY_KINDS),
  text: longText,
  who: z.optional(z.enum(["agent", "customer"])),
  until: z.optional(line),
  messageId: z.optional(textUpTo(200))
})

/** What a ticket is about. See `TicketAbout` in `ticket/ticket-about.ts`. */
export const ticketAbout = z.object({
  intent: z.optional(z.object({ name: line, because: answerList(line) })),
  urgent: z.optional(z.object({ because: line })),
  escalate: z.optional(z.object({ reason: z.enum(ESCALATION_REASONS), because: line, group: z.optional(line) })),
  choices: answerList(line)
})
ticketAbout satisfies z.ZodMiniType<TicketAbout>

const wording = z.object({ word: line, instead: z.optional(line) })

/** The team's voice for a draft, against which the browser holds the reply in the editor. */
export const voiceRules = z.object({
  name: line,
  formality: z.optional(z.enum(["formal", "informal"])),
  naming: z.optional(z.enum(["first", "full", "none"])),
  most: z.object({ words: z.optional(count), characters: z.optional(count) }),
  emoji: z.optional(count),
  forbidden: answerList(wording),
  preferred: answerList(wording),
  products: answerList(line),
  greetings: answerList(line),
  greets: z.enum(GREETS),
  signOffs: answerList(line)
})
voiceRules satisfies z.ZodMiniType<VoiceRules>

/** A danger of which a ticket tells. See `Danger` in `ticket/danger.ts`. */
export const danger = z.object({
  level: z.enum(DANGER_LEVELS),
  kind: z.enum(DANGER_KINDS),
  because: line,
  decision: z.optional(z.enum(DANGER_DECISIONS)),
  model: z.optional(modelName)
})
danger satisfies z.ZodMiniType<Danger>

export const refusal = z.object({
  reason: z.enum(["no-answer", "language", "nothing-asked", "no-knowledge", "danger"]),
  searched: answerList(line),
  holding: z.optional(answerList(count)),
  documents: count,
  nearest: answerList(z.object({ title: line, why: line })),
  say: z.optional(line)
})
