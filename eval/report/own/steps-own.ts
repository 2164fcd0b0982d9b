import * as z from "zod/mini"
import { createOfflineDrafter } from "../../../src/relay/drafting/offline/offline-drafter.ts"
import type { Ticket } from "../../../src/ticket/ticket.ts"
import { readLines } from "../../../training/read-lines.ts"
import { drafterOver, type Drafted } from "../../drafting.ts"
import { openKnowledge } from "../../knowledge.ts"
import { lettersAndFigures, ticketOfThread } from "./plain-thread.ts"
import { passOver, rowsOfParts, type How, type ReportSet, type Row } from "../row.ts"

const strings = z.array(z.string())
const line = z.object({
  id: z.string(),
  language: z.string(),
  page: z.object({ title: z.string(), text: z.string() }),
  thread: z.array(z.object({ role: z.enum(["customer", "agent"]), text: z.string() })),
  done: strings,
  left: strings
})
type Thread = z.infer<typeof line>

/**
 * Threads that tell what was tried, with the sentences of their page that would tell it once more: how much of a letter
 * without a model repeats a done step, and how much of what is left it says.
 */
export const stepsOwn: ReportSet = {
  folder: "steps-own",
  files: ["dev.jsonl"],
  async rows(folder, how) {
    return rowsOfParts(folder, how, (file, part) => rowsOf(readLines(file, line), `steps-own, ${part}`, how))
  }
}

async function rowsOf(threads: Thread[], set: string, { signal }: How): Promise<Row[]> {
  const pages = threads.map(({ id, language, page }) => ({ id, ...page, locale: language }))
  const knowledge = await openKnowledge(pages, signal)
  try {
    const write = drafterOver(knowledge, createOfflineDrafter(), "strict", signal)
    const { result, pass } = await passOver(threads.length, async () => {
      const all: { thread: Thread; said: string[] }[] = []
      for (const thread of threads) all.push({ thread, said: saidIn(await write(ticketOf(thread))) })
      return all
    })
    const withLetter = result.filter(({ said }) => said.length > 0)
    const repeated = withLetter.flatMap(({ thread, said }) => said.map((one) => thread.done.some(isSameAs(one))))
    const done = withLetter.flatMap(({ thread, said }) => thread.done.map((one) => said.some(isSameAs(one))))
    const left = withLetter.flatMap(({ thread, said }) => thread.left.map((one) => said.some(isSameAs(one))))
    const share = (some: boolean[]) => some.filter(Boolean).length / Math.max(1, some.length)
    return [
      { set, metric: "threads with a letter", figure: withLetter.length / threads.length, ...pass },
      { set, metric: "sentences of letters that repeat a done step", figure: share(repeated), ...pass },
      { set, metric: "done steps repeated", figure: share(done), ...pass },
      { set, metric: "steps left that are said", figure: share(left), ...pass }
    ]
  } finally {
    await knowledge.close()
  }
}

/** Returns the sentences of a letter without greeting and closing, or none if there is no letter. */
const saidIn = ({ text, claims }: Drafted): string[] =>
  claims.filter(({ state }) => state !== "courtesy").map(({ start, end }) => text.slice(start, end))

const isSameAs = (one: string) => (other: string) => {
  const [said, step] = [lettersAndFigures(one), lettersAndFigures(other)]
  return said !== "" && (said.includes(step) || step.includes(said))
}

/** All messages are of one moment, so nobody has waited. */
const WRITTEN = "2026-11-02T09:00:00Z"

const ticketOf = ({ id, thread, language }: Thread): Ticket =>
  ticketOfThread({ id, language, messages: thread.map((message) => ({ ...message, at: WRITTEN })) })
