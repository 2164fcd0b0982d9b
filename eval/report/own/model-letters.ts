import { existsSync, readdirSync } from "node:fs"
import { join } from "node:path"
import * as z from "zod/mini"
import { byRule } from "../../../data/rewrite-own/rules.ts"
import type { Drafter, Verifier, VerifyTask } from "../../../src/models/drafter/contract.ts"
import { isHoldingClaim } from "../../../src/ticket/holding-claims.ts"
import { readLines } from "../../../training/read-lines.ts"
import { corpusLine } from "../../corpus.ts"
import { drafterOver, type Drafted } from "../../drafting.ts"
import { openKnowledge } from "../../knowledge.ts"
import { inLanes } from "../../lanes.ts"
import { passOver, partsOf, type How, type Pass, type ReportSet, type Row } from "../row.ts"
import { askedBy, script } from "../tickets-own.ts"
import { capturingVerifier, letterKey, recordedVerifiers } from "./recorded-verdicts.ts"
import { claimsAtChange, falseMarks, isMarked, rowsOfAltered, type AlteredLetter } from "./altered-letters.ts"

const COMPANIES = ["oakline", "larkway", "brightwell", "own"] as const
const line = z.object({ company: z.string(), ticket: z.string(), text: z.string() })
type Letter = z.infer<typeof line>
/** A letter of which `before` is replaced by `after`, which is wrong. */
const alteration = z.object({
  company: z.string(),
  ticket: z.string(),
  kind: z.string(),
  before: z.string(),
  after: z.string()
})
type Alteration = z.infer<typeof alteration>

/** The letters of a large model. They are in the repository, and their tickets in the folder of the other sets. */
const LETTERS = join(import.meta.dirname, "../../../data/model-letters")
/** Parts kept apart: letters for other companies, each in a folder with its tickets and pages. */
const APART = ["apart", "apart-2"] as const
const apartFolder = (part: string): string => join(import.meta.dirname, `../../../data/model-letters-${part}`)
const isApart = (part: string): boolean => APART.some((one) => one === part)

/**
 * Letters that a large model wrote to the product's own prompt, as they are checked by rules alone: how many of them
 * are marked although they are good, and how many of those with one altered figure, or with one statement that somebody
 * made wrong, are marked at that sentence.
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
      const groups = groupsOf(part, folder)
      if (groups.length === 0) continue
      const verified = verifiedFile(part)
      rows.push(...(await rowsOf(`model-letters, ${part}`, { folder, groups, verified }, how)))
    }
    for (const part of how.held ? APART : []) {
      const verified = verifiedFile(part)
      rows.push(...(await rowsOf(`model-letters-${part}`, { folder, groups: groupsApart(part), verified }, how)))
    }
    return rows
  }
}

/** A letter, good or with one statement made wrong, that a model is to verify. */
export interface LetterToVerify {
  key: string
  task: VerifyTask
}

/**
 * Returns what a verifier is asked about each letter of a part ("dev", "held", "apart", "apart-2"), whole and in one
 * request.
 * @param folder the folder of all sets
 */
export async function lettersToVerify(part: string, folder: string, signal: AbortSignal): Promise<LetterToVerify[]> {
  const groups = isApart(part) ? groupsApart(part) : groupsOf(part, folder)
  const letters: LetterToVerify[] = []
  const capture = (key: string): Verifier => {
    const { verifier, task } = capturingVerifier()
    captured.push({ key, task })
    return verifier
  }
  const captured: { key: string; task(): VerifyTask | undefined }[] = []
  for (const company of groups) await checkedOf(join(folder, "tickets-own/score.mjs"), company, { signal }, capture)
  for (const { key, task } of captured) {
    const whole = task()
    if (whole) letters.push({ key, task: whole })
  }
  return letters
}

/** Where the verdicts on a part are recorded. */
export const verifiedFile = (part: string): string =>
  isApart(part) ? join(apartFolder(part), "verified.jsonl") : join(LETTERS, "verified", `${part}.jsonl`)

/** The letters for one company, whose folder has its tickets and pages. */
interface Company {
  folder: string
  letters: Letter[]
  alterations: Alteration[]
}

/** The groups of a part, none if there is no file for it. */
function groupsOf(part: string, folder: string): Company[] {
  const file = join(LETTERS, `${part}.jsonl`)
  if (!existsSync(file)) return []
  const written = {
    letters: readLines(file, line),
    alterations: alterationsIn(join(LETTERS, `altered-${part}.jsonl`))
  }
  return COMPANIES.map((company) => ({ folder: join(folder, `tickets-${company}`), ...of(company, written) }))
}

const of = (name: string, { letters, alterations }: Pick<Company, "letters" | "alterations">) => ({
  letters: letters.filter(({ company }) => company === name),
  alterations: alterations.filter(({ company }) => company === name)
})

const alterationsIn = (file: string): Alteration[] => (existsSync(file) ? readLines(file, alteration) : [])

function groupsApart(part: string): Company[] {
  const all = apartFolder(part)
  return readdirSync(all, { withFileTypes: true })
    .filter((one) => one.isDirectory())
    .map(({ name }) => join(all, name))
    .map((folder) => ({
      folder,
      letters: readLines(join(folder, "letters.jsonl"), line),
      alterations: alterationsIn(join(folder, "altered.jsonl"))
    }))
}

/** A letter as it was checked, and, altered in one figure or in one statement, once more. */
interface Checked {
  plain: Drafted
  altered: Drafted[]
  wrong: AlteredLetter[]
}

interface Letters {
  /** The folder of all sets. */
  folder: string
  groups: Company[]
  /** The file with the verdicts of a model, if some were recorded. */
  verified: string
}

/** Returns the figures of rules alone and, where a model's verdicts are recorded, with these. */
async function rowsOf(set: string, { folder, groups, verified }: Letters, how: How): Promise<Row[]> {
  const scorer = join(folder, "tickets-own/score.mjs")
  const count = groups.reduce((all, one) => all + one.letters.length, 0)
  const verifiers = recordedVerifiers(verified)
  const rows: Row[] = []
  for (const [name, verifierOf] of [
    [set, undefined] as const,
    ...(verifiers ? [[`${set}, verified`, verifiers] as const] : [])
  ]) {
    const checked: Checked[] = []
    const { pass } = await passOver(count, async () => {
      for (const company of groups) checked.push(...(await checkedOf(scorer, company, how, verifierOf)))
    })
    rows.push(...figuresOf(name, checked, pass))
  }
  return rows
}

async function checkedOf(
  scorer: string,
  { folder, letters, alterations }: Company,
  { signal }: Pick<How, "signal">,
  verifierOf?: (key: string) => Verifier | undefined
): Promise<Checked[]> {
  const asked = await askedBy((...args) => script(scorer, [...args, "--dir", folder], signal))
  const knowledge = await openKnowledge(readLines(join(folder, "knowledge.jsonl"), corpusLine), signal)
  try {
    return await inLanes(letters, async ({ ticket, text }) => {
      const one = asked.find(({ id }) => id === ticket)?.ticket
      if (!one) throw new Error(`There is no ticket ${ticket} in ${folder}.`)
      const check = (words: string) => {
        const verifier = verifierOf?.(letterKey(ticket, words))
        return drafterOver(knowledge, sayingOnly(words), "strict", signal, { ...(verifier && { verifier }) })(one)
      }
      const plain = await check(text)
      const altered: Drafted[] = []
      // Nobody recorded verdicts on these.
      if (!verifierOf) for (const words of alterationsOf(text)) altered.push(await check(words))
      const wrong: AlteredLetter[] = []
      for (const { kind, before, after } of alterations.filter((other) => other.ticket === ticket))
        wrong.push({ kind, before: plain, after: await check(replaced(text, before, after)) })
      return { plain, altered, wrong }
    })
  } finally {
    await knowledge.close()
  }
}

/** @throws Error unless `before` stands exactly once in the letter */
function replaced(text: string, before: string, after: string): string {
  const [start, end, more] = text.split(before)
  if (start === undefined || end === undefined || more !== undefined)
    throw new Error(`The letter doesn't have this once: ${before}`)
  return `${start}${after}${end}`
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

function figuresOf(set: string, checked: Checked[], pass: Pass): Row[] {
  const share = (all: unknown[], of: number) => (of === 0 ? 0 : all.length / of)
  const plain = checked.map(({ plain: one }) => one)
  const claims = plain.flatMap((one) => one.claims)
  const marked = plain.filter((one) => one.claims.some(isMarked))
  const held = plain.filter((one) => one.claims.some(isHoldingClaim))
  const altered = checked.flatMap(({ plain: one, altered: others }) =>
    others.filter(({ text }) => text !== one.text).map((other) => claimsAtChange(one, other).some(isMarked))
  )
  return [
    { set, metric: "good letters with a sentence that is marked", figure: share(marked, plain.length), ...pass },
    { set, metric: "good letters for which Insert waits", figure: share(held, plain.length), ...pass },
    {
      set,
      metric: "sentences of good letters that are marked",
      figure: share(claims.filter(isMarked), claims.filter(({ state }) => state !== "courtesy").length),
      ...pass
    },
    ...(altered.length === 0
      ? []
      : [
          {
            set,
            metric: "altered figures that are marked",
            figure: share(altered.filter(Boolean), altered.length),
            ...pass
          }
        ]),
    ...falseMarks(plain, set, pass),
    ...rowsOfAltered(
      checked.flatMap(({ wrong }) => wrong),
      set,
      pass
    )
  ]
}
