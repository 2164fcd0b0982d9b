import * as z from "zod/mini"
import { otherCases } from "../../../src/relay/drafting/offline/branches/other-cases.ts"
import { createOfflineDrafter } from "../../../src/relay/drafting/offline/offline-drafter.ts"
import { quotableOf } from "../../../src/relay/drafting/offline/reading/quotable.ts"
import { VOICES } from "../../../src/relay/drafting/voices/voice.ts"
import { LANGUAGES } from "../../../src/text/languages.ts"
import type { Source } from "../../../src/ticket/draft.ts"
import { readLines } from "../../../training/read-lines.ts"
import { drafterOver } from "../../drafting.ts"
import { openKnowledge } from "../../knowledge.ts"
import { lettersAndFigures, maskedThread, ticketOfThread } from "./plain-thread.ts"
import { passOver, rowsOfParts, type How, type ReportSet, type Row } from "../row.ts"

const strings = z.array(z.string())
const line = z.object({
  id: z.string(),
  language: z.enum(LANGUAGES),
  /** Minutes that the place is ahead of UTC. */
  zone: z.number(),
  subject: z.string(),
  messages: z.array(z.object({ role: z.enum(["customer", "agent"]), at: z.string(), text: z.string() })),
  title: z.string(),
  page: z.string(),
  /** The sentences for the customer's case, and those for others; of an open ticket, all are `others`. */
  applies: strings,
  others: strings,
  kind: z.enum(["lead", "delay", "open"])
})
type Case = z.infer<typeof line>

/**
 * Tickets with clock times, each with a page that rules by how long before something, or how late: which sentences are
 * left out as another case, and what of them the letters say.
 */
export const clockOwn: ReportSet = {
  folder: "clock-own",
  files: ["dev.jsonl"],
  async rows(folder, how) {
    return rowsOfParts(folder, how, (file, part) => rowsOf(readLines(file, line), `clock-own, ${part}`, how))
  }
}

async function rowsOf(cases: Case[], set: string, { signal }: How): Promise<Row[]> {
  const knowledge = await openKnowledge(
    cases.map(({ id, title, page, language }) => ({ id, title, text: page, locale: language })),
    signal
  )
  try {
    const { result, pass } = await passOver(cases.length, async () => {
      const all: { one: Case; left: Set<string>; letter: string }[] = []
      for (const one of cases) {
        const write = drafterOver(knowledge, createOfflineDrafter(), "strict", signal, {}, one.zone)
        all.push({ one, left: leftOut(one), letter: (await write(ticketOfThread(one))).text })
      }
      return all
    })
    const decided = result.filter(({ one }) => one.kind !== "open")
    const open = result.filter(({ one }) => one.kind === "open")
    const letters = decided.filter(({ letter }) => letter !== "")
    const row = (metric: string, some: boolean[]): Row => ({
      set,
      metric,
      figure: some.filter(Boolean).length / Math.max(1, some.length),
      ...pass
    })
    return [
      row(
        "another stage is left out",
        decided.flatMap(({ one, left }) => one.others.map((other) => left.has(lettersAndFigures(other))))
      ),
      row(
        "tickets whose own stage is left out",
        decided.map(({ one, left }) => one.applies.some((own) => left.has(lettersAndFigures(own))))
      ),
      row(
        "open tickets of which a stage is left out",
        open.map(({ one, left }) => one.others.some((other) => left.has(lettersAndFigures(other))))
      ),
      row(
        "letters that say the own stage",
        letters.map(({ one, letter }) =>
          one.applies.some((own) => lettersAndFigures(letter).includes(lettersAndFigures(own)))
        )
      ),
      row(
        "letters that say another stage",
        letters.map(({ one, letter }) =>
          one.others.some((other) => lettersAndFigures(letter).includes(lettersAndFigures(other)))
        )
      )
    ]
  } finally {
    await knowledge.close()
  }
}

/** Returns the sentences of the page that are left out as another case. */
function leftOut(one: Case): Set<string> {
  const { id, language, title, page, zone } = one
  const source: Source = {
    n: 1,
    id,
    title,
    kind: "article",
    headings: [],
    passage: page,
    visibility: "public",
    score: 1
  }
  const ticket = { ...maskedThread(one), zone }
  const found = otherCases(quotableOf([source], language, VOICES[language]), ticket, language)
  return new Set(found.filter(({ because }) => because !== "").map(({ other }) => lettersAndFigures(other.text)))
}
