import { existsSync } from "node:fs"
import { join } from "node:path"
import * as z from "zod/mini"
import { byRule } from "../../../data/rewrite-own/rules.ts"
import type { Drafter } from "../../../src/models/drafter/contract.ts"
import { isHoldingClaim } from "../../../src/ticket/holding-claims.ts"
import { readLines } from "../../../training/read-lines.ts"
import { corpusLine } from "../../corpus.ts"
import { drafterOver, type Drafted } from "../../drafting.ts"
import { openKnowledge } from "../../knowledge.ts"
import { inLanes } from "../../lanes.ts"
import { passOver, partsOf, type How, type Pass, type ReportSet, type Row } from "../row.ts"
import { askedBy, script } from "../tickets-own.ts"

const COMPANIES = ["oakline", "larkway", "brightwell", "own"] as const
const line = z.object({ company: z.enum(COMPANIES), ticket: z.string(), text: z.string() })
type Letter = z.infer<typeof line>

/** The letters of a large model. They are in the repository, and their tickets in the folder of the other sets. */
const LETTERS = join(import.meta.dirname, "../../../data/model-letters")

/**
 * Letters that a large model wrote to the product's own prompt, as they are checked: how many of them are marked
 * although they are good, and how many of those with one altered figure are marked at that sentence.
 */
export const modelLetters: ReportSet = {
  name: "model-letters",
  folder: ".",
  files: [
    "tickets-own/score.mjs",
    ...COMPANIES.flatMap((name) => [`tickets-${name}/tickets.jsonl`, `tickets-${name}/knowledge.jsonl`])
  ],
  async rows(folder, how) {
    const rows: Row[] = []
    for (const part of partsOf(how)) {
      const file = join(LETTERS, `${part}.jsonl`)
      if (existsSync(file)) rows.push(...(await rowsOf(folder, how, part, readLines(file, line))))
    }
    return rows
  }
}

/** A letter as it was checked, and, altered in one figure, once more. */
interface Checked {
  plain: Drafted
  altered: Drafted[]
}

async function rowsOf(folder: string, how: How, part: string, letters: Letter[]): Promise<Row[]> {
  const checked: Checked[] = []
  const { pass } = await passOver(letters.length, async () => {
    for (const company of COMPANIES)
      checked.push(
        ...(await checkedOf(
          folder,
          company,
          letters.filter((one) => one.company === company),
          how
        ))
      )
  })
  return figuresOf(`model-letters, ${part}`, checked, pass)
}

async function checkedOf(folder: string, company: string, letters: Letter[], { signal }: How): Promise<Checked[]> {
  const own = join(folder, `tickets-${company}`)
  const asked = await askedBy((...args) =>
    script(join(folder, "tickets-own/score.mjs"), [...args, "--dir", own], signal)
  )
  const knowledge = await openKnowledge(readLines(join(own, "knowledge.jsonl"), corpusLine), signal)
  try {
    return await inLanes(letters, async ({ ticket, text }) => {
      const one = asked.find(({ id }) => id === ticket)?.ticket
      if (!one) throw new Error(`There is no ticket ${ticket} of ${company}.`)
      const check = (words: string) => drafterOver(knowledge, sayingOnly(words), "strict", signal)(one)
      const altered: Drafted[] = []
      for (const words of alterationsOf(text)) altered.push(await check(words))
      return { plain: await check(text), altered }
    })
  } finally {
    await knowledge.close()
  }
}

const sayingOnly = (text: string): Drafter => ({
  name: "recorded",
  fingerprint: "",
  async *write() {
    yield { text }
  }
})

/** Returns the letter with one figure altered, for up to two of its figures. */
function alterationsOf(text: string): string[] {
  const all = byRule(text).filter(({ kind }) => FIGURES.has(kind))
  return [all[0], all[Math.floor(all.length / 2)]].flatMap((one) => (one ? [one.after] : []))
}
const FIGURES = new Set(["number", "money", "date", "period", "unit"])

const MARKED = new Set(["contradicts", "needs-approval", "no-source", "look-again"])

function figuresOf(set: string, checked: Checked[], pass: Pass): Row[] {
  const share = (all: unknown[], of: number) => (of === 0 ? 0 : all.length / of)
  const plain = checked.map(({ plain: one }) => one)
  const claims = plain.flatMap((one) => one.claims)
  const marked = plain.filter((one) => one.claims.some(({ state }) => MARKED.has(state)))
  const held = plain.filter((one) => one.claims.some(isHoldingClaim))
  const altered = checked.flatMap(({ plain: one, altered: others }) =>
    others.filter(({ text }) => text !== one.text).map((other) => isMarkedAtChange(one, other))
  )
  return [
    { set, metric: "good letters with a sentence that is marked", figure: share(marked, plain.length), ...pass },
    { set, metric: "good letters for which Insert waits", figure: share(held, plain.length), ...pass },
    {
      set,
      metric: "sentences of good letters that are marked",
      figure: share(
        claims.filter(({ state }) => MARKED.has(state)),
        claims.filter(({ state }) => state !== "courtesy").length
      ),
      ...pass
    },
    { set, metric: "altered figures that are marked", figure: share(altered.filter(Boolean), altered.length), ...pass }
  ]
}

/** Says whether a sentence is marked in which two letters differ. */
function isMarkedAtChange({ text: before }: Drafted, { text, claims }: Drafted): boolean {
  let start = 0
  while (before[start] === text[start]) start++
  let same = 0
  while (before.at(-1 - same) === text.at(-1 - same)) same++
  const end = Math.max(text.length - same, start + 1)
  return claims.some((claim) => claim.start < end && claim.end > start && MARKED.has(claim.state))
}
