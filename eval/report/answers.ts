import { LEAST_CHANCE } from "../../src/search/rank/chance-of-answer.ts"
import type { MaskedTicket } from "../../src/ticket/masked-ticket.ts"
import type { Knowledge } from "../knowledge.ts"
import { inLanes } from "../lanes.ts"
import type { Asked } from "../tasks/retrieve.ts"
import type { Question } from "./recall.ts"
import { passOver, type How, type Row } from "./row.ts"

/**
 * Asks every question twice, over all pages and without its own page, to measure how well a low chance shows that
 * nothing answers. Of the first run, only questions whose own page came first count, because a low chance is correct
 * for the others.
 */
export async function answerRows(
  set: string,
  questions: readonly Question[],
  { retriever, person }: Knowledge,
  ticketOf: (asked: Asked) => MaskedTicket,
  { signal }: How
): Promise<Row[]> {
  const some = questions.filter((_question, at) => at % Math.ceil(questions.length / MOST) === 0)
  const { result, pass } = await passOver(2 * some.length, () =>
    inLanes(some, async ({ asked, gold }) => {
      const ticket = ticketOf(asked)
      const whole = await retriever.find(ticket, person, signal, 1)
      const without = await retriever.find(ticket, person, signal, 1, { use: [], not: gold })
      const isRight = whole.sources.some(({ id, also = [] }) =>
        [id, ...also.map((one) => one.id)].some((one) => gold.includes(one))
      )
      return { there: isRight ? (whole.chance ?? 0) : undefined, gone: without.chance ?? 0 }
    })
  )
  const share = (chances: number[]) =>
    chances.filter((chance) => chance < LEAST_CHANCE).length / Math.max(1, chances.length)
  const lost = share(result.flatMap(({ there }) => there ?? []))
  const recall = share(result.map(({ gone }) => gone))
  const about = `nothing answers, chance below ${LEAST_CHANCE}`
  return [
    {
      set,
      metric: `${about}: precision, as many asked with an answer as without`,
      figure: recall / Math.max(recall + lost, Number.MIN_VALUE),
      ...pass
    },
    { set, metric: `${about}: recall`, figure: recall, ...pass },
    { set, metric: `${about}: right pages lost`, figure: lost, ...pass }
  ]
}

/** This many questions of a set are asked, which gives the figure to within a point or two. */
const MOST = 500
