import { writeFileSync } from "node:fs"
import { resolve } from "node:path"
import * as z from "zod/mini"
import { firstShown } from "../../src/copilot/draft/draft-text.ts"
import { restore, type MaskTable } from "../../src/masking/index.ts"
import type { Verdict, Verifier, VerifyTask } from "../../src/models/drafter/contract.ts"
import { verifyPrompt } from "../../src/models/prompt/verify-prompt.ts"
import { ticket } from "../../src/protocol/page.ts"
import { escapeRegExp } from "../../src/text/escape-reg-exp.ts"
import { VERDICTS } from "../../src/ticket/draft.ts"
import { isHoldingClaim } from "../../src/ticket/holding-claims.ts"
import { readLines } from "../../training/read-lines.ts"
import { readCorpus } from "../corpus.ts"
import { draftEndOver, type DraftedEnd } from "../drafting.ts"
import { openKnowledge } from "../knowledge.ts"
import { configuredVerifier } from "../model.ts"
import { startRecordedModel } from "../recorded-model.ts"
import { isMarked } from "../report/own/altered-letters.ts"
import { lineId, lineTask, UsageError, word } from "../task.ts"
import { UNDER_WAY } from "./retrieve.ts"

export const checkLine = z.object({ id: lineId, ticket, letter: z.string(), second: z.optional(z.string()) })
type CheckLine = z.infer<typeof checkLine>

const verdictLine = z.object({
  id: lineId,
  sentence: z.string(),
  verdict: z.enum(VERDICTS),
  /** Names of numbered sentences, such as "S1.2", or the sentences themselves. */
  evidence: z.optional(z.array(z.string())),
  why: z.optional(z.string())
})
type VerdictLine = z.infer<typeof verdictLine>

/** Checks letters that a model wrote as the panel would show them: by rules and by a verifier. */
export const check = lineTask({
  usage:
    "check --knowledge docs.jsonl [--verdicts FILE] [--requests FILE] [--rules]   {id, ticket, letter, second?} -> {id, text, refused, faults, holds, sentences: [{start, end, text, state, marked, holds, sources, reason, why}], sources: [{n, id}], unanswered}",
  options: {
    knowledge: { type: "string" },
    verdicts: { type: "string" },
    requests: { type: "string" },
    rules: { type: "boolean" }
  },
  shape: checkLine,
  async open(values, context) {
    const [verdictsFile, requestsFile] = [word(values, "verdicts"), word(values, "requests")]
    const isByRules = values["rules"] === true
    if (isByRules && (verdictsFile ?? requestsFile) !== undefined)
      throw new UsageError("--rules asks no verifier: leave --verdicts and --requests out.")
    const verdicts = verdictsFile === undefined ? undefined : verdictsById(resolve(context.folder, verdictsFile))
    const ownVerifier = isByRules || verdicts || requestsFile !== undefined ? undefined : configuredVerifier()
    const requests: string[] = []
    const pages = await readCorpus(values, "knowledge", context)
    const ids = new Map(pages.lines.map(({ id }) => [String(id), id]))
    const knowledge = await openKnowledge(pages.lines, context.signal)
    const model = await startRecordedModel()

    const verifierOf = (id: CheckLine["id"], table: MaskTable): Verifier | undefined => {
      if (isByRules || ownVerifier) return ownVerifier
      if (!verdicts && requestsFile === undefined) return undefined
      const given = (verdicts?.get(String(id)) ?? []).map(({ sentence, evidence = [], ...one }) => ({
        ...one,
        sentence: masked(sentence, table),
        evidence: evidence.map((quote) => masked(quote, table))
      }))
      return replaying(given, (task) => requests.push(JSON.stringify({ id, messages: verifyPrompt(task) })))
    }
    return {
      parallel: UNDER_WAY,
      failed: pages.failed,
      summary() {
        if (requestsFile === undefined) return []
        writeFileSync(resolve(context.folder, requestsFile), requests.map((line) => `${line}\n`).join(""))
        return [`${requests.length} requests to the verifier`]
      },
      async close() {
        model.close()
        await knowledge.close()
      },
      async work({ id, ticket: asked, letter, second }: CheckLine) {
        const draft = await draftEndOver(
          knowledge,
          (table) => ({
            drafter: model.saying(masked(letter, table), second && masked(second, table)),
            verifier: verifierOf(id, table)
          }),
          context.signal
        )(asked)
        return shownCheck(draft, (document) => ids.get(document) ?? document)
      }
    }
  }
})

function shownCheck({ end, sources, table }: DraftedEnd, idOf: (document: string) => string | number): object {
  const { refusal, repair, verification } = end
  const shown = firstShown({ masked: end.text, claims: end.claims, state: refusal ? "refused" : "ready" }, table)
  const sentences = shown.claims.map((claim) => {
    const { start, end: to, state, reason, verdict } = claim
    const why = verdict?.why ?? claim.why
    return {
      start,
      end: to,
      text: shown.text.slice(start, to),
      state,
      marked: isMarked(claim),
      holds: isHoldingClaim(claim),
      sources: claim.sources,
      ...(reason && { reason }),
      ...(why && { why })
    }
  })
  return {
    text: shown.text,
    refused: refusal !== undefined,
    faults: repair?.left ?? [],
    holds: sentences.some(({ holds }) => holds),
    sentences,
    sources: sources.map(({ n, id }) => ({ n, id: idOf(id) })),
    unanswered: (verification?.unanswered ?? []).map((question) => restore(question, table).text)
  }
}

function verdictsById(file: string): Map<string, VerdictLine[]> {
  return Map.groupBy(readLines(file, verdictLine), ({ id }) => String(id))
}

/** Answers with the given verdicts. What isn't of the letter are canaries, which it notices. */
const replaying = (given: readonly VerdictLine[], hear: (task: VerifyTask) => void): Verifier => ({
  name: "given",
  fingerprint: "",
  async verify(task) {
    hear(task)
    const byWords = new Map(given.map((one) => [wordsOf(one.sentence), one]))
    const verdicts = task.sentences.map(({ n, text }): Verdict => {
      if (!task.text?.includes(text)) return { n, verdict: "contradicted" }
      const { verdict = "unclear", evidence = [], why } = byWords.get(wordsOf(text)) ?? {}
      const names = evidence.flatMap((one) => (NAME.test(one) ? one : nameOf(one, task)))
      return { n, verdict, evidence: names, ...(why !== undefined && { why }) }
    })
    return { verdicts, unanswered: [] }
  }
})

const NAME = /^[A-Z]\d*Q?\.\d+$/

/** Returns the names of the sentences that are a quote, stand in it, or have it in them. */
function nameOf(quote: string, { evidence }: VerifyTask): string[] {
  const quoted = wordsOf(quote)
  return evidence.flatMap(({ id, sentences }) =>
    sentences.flatMap((text, at) => {
      const words = wordsOf(text)
      const [part, whole] = words.length < quoted.length ? [words, quoted] : [quoted, words]
      return words === quoted || (part.length >= MIN_QUOTE && whole.includes(part)) ? [`${id}.${at + 1}`] : []
    })
  )
}

/** In UTF-16 units. A shorter part of a sentence may be of any. */
const MIN_QUOTE = 15

/** Returns what two writings of one sentence have in common. */
const wordsOf = (sentence: string): string =>
  sentence
    .replace(/\s*\[\d{1,2}\]/g, "")
    .replace(/\s+/g, " ")
    .trim()
    .toLowerCase()

/**
 * Puts the ticket's placeholders in the place of the names, as a model has them that sees only these. A figure of fewer
 * than four digits, such as an age, may also be part of a date or an amount, and stays.
 */
function masked(text: string, { entries }: MaskTable): string {
  const longestFirst = entries
    .filter(({ value }) => /\p{L}/u.test(value) || value.length >= 4)
    .toSorted((a, b) => b.value.length - a.value.length)
  return longestFirst.reduce(
    (result, { value, placeholder }) =>
      result.replace(
        new RegExp(`(?<![\\p{L}\\p{N}])${escapeRegExp(value)}(?![\\p{L}\\p{N}])`, "gu"),
        () => placeholder
      ),
    text
  )
}
