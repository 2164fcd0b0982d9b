import { existsSync } from "node:fs"
import { join } from "node:path"
import * as z from "zod/mini"
import { guardDraft } from "../../../src/checks/guard/guard-draft.ts"
import { createDraftChecker } from "../../../src/checks/draft-checker.ts"
import { findInjection } from "../../../src/checks/injection/find-injection.ts"
import { guardJobOf } from "../../../src/copilot/draft/guard.ts"
import type { Verifier } from "../../../src/models/drafter/contract.ts"
import { NO_RULES } from "../../../src/masking/basis/masking-rules.ts"
import { addAttachments, addLookedUpFacts } from "../../../src/relay/drafting/pipeline/lookup-sources.ts"
import { LANGUAGES, type Language } from "../../../src/text/languages.ts"
import type { Claim, Source } from "../../../src/ticket/draft.ts"
import { isHoldingClaim } from "../../../src/ticket/holding-claims.ts"
import type { MaskedTicket } from "../../../src/ticket/masked-ticket.ts"
import { readLines } from "../../../training/read-lines.ts"
import { drafterOver } from "../../drafting.ts"
import { EVAL_PERSON } from "../../knowledge.ts"
import { partsOf, passOver, type How, type Pass, type ReportSet, type Row } from "../row.ts"
import { recordedVerifiers } from "./recorded-verdicts.ts"
import { maskedThread, ticketOfThread } from "./plain-thread.ts"

const strings = z.array(z.string())
const told = { id: z.string(), lang: z.enum(LANGUAGES), ticket: z.string() }
const wish = z.object({ ...told, sources: strings, sentence: z.string(), kind: z.string() })
const free = z.object({
  ...told,
  ...{ sources: strings, sentence: z.string(), ok: z.boolean() },
  facts: z.optional(z.array(z.object({ label: z.string(), value: z.string() }))),
  attachment: z.optional(z.string())
})
const obeyed = z.object({ ...told, subject: z.string(), sources: strings, letter: z.string(), obeyed: strings })
const honest = z.object({ ...told, subject: z.string() })

/**
 * What a customer asks for, said as if the team had done or granted it; sentences that may say what the customer told;
 * free text of lookups and attachments; and letters that obey an order in the ticket.
 */
const promises = (name: string, file = "wants-dev.jsonl"): ReportSet => ({
  folder: name,
  files: [file],
  own: true,
  async rows(folder, how) {
    const rows: Row[] = []
    for (const part of partsOf(how)) {
      const file = (kind: string) => join(folder, `${kind}-${part}.jsonl`)
      const set = `${name}, ${part}`
      if (existsSync(file("wants")))
        rows.push(
          ...(await wishRows(set, readLines(file("wants"), wish), readLines(file("plain"), wish))),
          ...(await freeRows(set, readLines(file("free"), free)))
        )
      if (!existsSync(file("obeyed"))) continue
      const letters = readLines(file("obeyed"), obeyed)
      rows.push(
        await insertedRow(set, letters, how),
        await noticedRow(set, letters),
        ...(await honestRows(set, readLines(file("honest"), honest)))
      )
      const verifiers = recordedVerifiers(join(folder, "obeyed-verified.jsonl"))
      if (verifiers) rows.push(await insertedRow(`${set}, verified`, letters, how, verifiers))
    }
    return rows
  }
})

/** The sentences of three writers, each of whom had read neither the code nor the others'. */
export const promisesOwn = promises("promises-own")
export const promises2 = promises("promises-2")
export const promises3 = promises("promises-3", "wants-held.jsonl")
export const promises4 = promises("promises-4", "obeyed-held.jsonl")

const MARKED = new Set<Claim["state"]>(["contradicts", "needs-approval", "no-source", "look-again"])
const isMarked = ({ state }: Claim) => MARKED.has(state)
const isSupported = ({ state }: Claim) => state === "supported"

/** Returns rows that count what is so, with the number of all beside it. */
const counter =
  (set: string, pass: Pass) =>
  <T>(metric: string, all: readonly T[], isSo: (one: T) => boolean): Row => ({
    ...{ set, metric: `${metric}, of ${all.length}`, figure: all.filter(isSo).length },
    ...{ unit: "count", ...pass }
  })

async function wishRows(set: string, wants: z.infer<typeof wish>[], plain: z.infer<typeof wish>[]): Promise<Row[]> {
  const judged = await passOver(wants.length + plain.length, () => [wants.map(claimOn), plain.map(claimOn)])
  const [ofWants = [], ofPlain = []] = judged.result
  const count = counter(set, judged.pass)
  return [
    count("wishes said as granted: supported", ofWants, isSupported),
    count("wishes said as granted: marked", ofWants, isMarked),
    count("wishes said as granted: Insert waits", ofWants, isHoldingClaim),
    count("fine sentences: marked", ofPlain, isMarked),
    count("fine sentences: Insert waits", ofPlain, isHoldingClaim)
  ]
}

async function freeRows(set: string, lines: z.infer<typeof free>[]): Promise<Row[]> {
  const { result, pass } = await passOver(lines.length, () => lines.map((one) => ({ ...one, claim: claimOn(one) })))
  const count = counter(set, pass)
  const [right, wrong] = [result.filter(({ ok }) => ok), result.filter(({ ok }) => !ok)]
  return [
    count("free text obeyed: supported", wrong, ({ claim }) => isSupported(claim)),
    count("plain facts said: supported", right, ({ claim }) => isSupported(claim))
  ]
}

type Sentence = Pick<z.infer<typeof free>, "id" | "lang" | "ticket" | "sources" | "sentence" | "facts" | "attachment">

function claimOn({ id, lang, ticket, sources, sentence, facts, attachment }: Sentence): Claim {
  const masked: MaskedTicket = {
    ...maskedThread(threadOf(id, lang, ticket)),
    ...(facts && {
      lookups: [{ name: "own", title: "Own", facts: facts.map((fact, at) => ({ ...fact, name: String(at) })) }]
    }),
    ...(attachment !== undefined && { attached: [{ n: 1, name: "letter.txt", text: attachment }] })
  }
  const found = { sources: sources.map(sourceOf), searched: [], documents: sources.length }
  const all = addAttachments(addLookedUpFacts(found, masked), masked).sources
  return createDraftChecker(masked, all, lang)(sentence, 0)
}

type Obeyed = z.infer<typeof obeyed>

/** @param verifierOf the verifier of a letter, by its row's id */
async function insertedRow(
  set: string,
  lines: readonly Obeyed[],
  how: How,
  verifierOf: (id: string) => Verifier | undefined = () => undefined
): Promise<Row> {
  const { result, pass } = await passOver(lines.length, async () => {
    const all: boolean[] = []
    for (const line of lines) all.push(await isInserted(line, how, verifierOf(line.id)))
    return all
  })
  return counter(set, pass)("letters that obey an order: inserted without waiting", result, (isSo) => isSo)
}

async function noticedRow(set: string, lines: readonly Obeyed[]): Promise<Row> {
  const { result, pass } = await passOver(lines.length, () =>
    lines.map(({ ticket }) => findInjection(ticket) !== undefined)
  )
  return counter(set, pass)("tickets with an order: noticed", result, (isNoticed) => isNoticed)
}

/** Says whether Insert puts in a letter in which an order is obeyed, without waiting for any sentence that obeys. */
async function isInserted(line: Obeyed, { signal }: How, verifier: Verifier | undefined): Promise<boolean> {
  const ticket = ticketOfThread(threadOf(line.id, line.lang, line.ticket, line.subject))
  const sources = line.sources.map(sourceOf)
  const knowledge = {
    retriever: { find: async () => ({ sources, searched: [], documents: sources.length }) },
    rules: NO_RULES,
    person: EVAL_PERSON
  }
  const draft = drafterOver(knowledge, saying(line.letter), "strict", signal, { verifier })
  const { text, claims } = await draft(ticket)
  const { findings } = guardDraft(guardJobOf(text, ticket, sources, ""))
  const held = [...findings.filter(({ severe }) => severe), ...claims.filter(isHoldingClaim)]
  const places = line.obeyed.map((words) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length }))
  return places.some((place) => place.start >= 0 && !held.some((one) => one.start < place.end && one.end > place.start))
}

const saying = (letter: string) => async (mask: (text: string) => Promise<string>) => {
  const text = await mask(letter)
  return {
    name: "recorded",
    fingerprint: "",
    async *write() {
      yield { text }
    }
  }
}

async function honestRows(set: string, lines: z.infer<typeof honest>[]): Promise<Row[]> {
  const { result, pass } = await passOver(lines.length, () =>
    lines.map(({ subject, ticket }) => [subject, ticket].some((text) => findInjection(text) !== undefined))
  )
  return [counter(set, pass)("honest tickets: noticed", result, (isNoticed) => isNoticed)]
}

const threadOf = (id: string, language: Language, text: string, subject = "") => ({
  ...{ id, language, subject },
  messages: [{ role: "customer" as const, at: "2026-11-20T10:00:00Z", text }]
})

const sourceOf = (passage: string, at: number): Source => ({
  ...{ n: at + 1, id: String(at + 1), title: "", kind: "article", headings: [], passage },
  ...{ visibility: "public", score: 1 }
})
