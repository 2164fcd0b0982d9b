import type { AnalysedText } from "./analyse-text.ts"
import type { ThreadTurn } from "./analyse-thread.ts"

/** These features say whether a reply fits what was said before. */
export const ACT_FEATURES = [
  "yesNo",
  "yesNoTwice",
  "yesNoUnasked",
  "asksFirst",
  "asksBack",
  "length",
  "lengthAfterBrief",
  "said",
  "figure",
  "place",
  "greets"
] as const
export type ActFeature = (typeof ACT_FEATURES)[number]

/** Computes the features for each reply. @param turns newest first */
export function actFeatures(
  turns: readonly ThreadTurn[],
  replies: readonly AnalysedText[]
): Record<ActFeature, number[]> {
  const last = turns.find(({ role }) => role === "customer")?.text
  const before = last?.act
  const said = turns.filter(({ role }) => role === "agent").map(({ text }) => text)
  const isFirst = turns.filter(({ role }) => role !== "subject").length <= 1
  const brief = last !== undefined && last.length <= BRIEF && !last.act.asks
  const lengthOf = (reply: AnalysedText) => Math.log(1 + reply.length) / 4
  const each = (holds: (reply: AnalysedText) => boolean | undefined) =>
    replies.map((reply) => Number(holds(reply) === true))
  return {
    yesNo: each(({ act }) => before?.asksYesNo && act.yesNo),
    yesNoTwice: each(({ act }) => before?.yesNo && act.yesNo),
    yesNoUnasked: each(({ act }) => before?.asks && !before.asksYesNo && act.yesNo),
    asksFirst: each(({ act }) => isFirst && act.asks),
    asksBack: each(({ act }) => before?.asks && act.asks),
    length: replies.map(lengthOf),
    lengthAfterBrief: replies.map((reply) => (brief ? lengthOf(reply) : 0)),
    said: replies.map((reply) =>
      Math.max(0, ...said.map((text) => likeness(text, reply)).filter((like) => like > SAID))
    ),
    figure: each(({ act }) => before?.asksHowMuch && act.hasFigure),
    place: each(({ act }) => before?.asksWhere && act.hasPlace),
    greets: each(({ act }) => isFirst && act.greets)
  }
}

/** A turn such as "No, I don't" has at most this many words. */
const BRIEF = 4
/** From this share of common stems on, the agent has said it before. */
const SAID = 0.6

function likeness(a: AnalysedText, b: AnalysedText): number {
  let common = 0
  for (const word of b.stems.times.keys()) if (a.stems.times.has(word)) common++
  return common / Math.max(1, a.stems.times.size + b.stems.times.size - common)
}
