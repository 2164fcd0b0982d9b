import { compareRewrite, type ComparedRewrite, type RewriteRow } from "../../checks/rewrite/compare-rewrite.ts"
import type { RowVerdict } from "../../checks/rewrite/settle-changes.ts"
import { compareTranslation } from "../../checks/translation/compare-translation.ts"
import { hiddenRemover } from "../../checks/guard/find/hidden.ts"
import {
  ModelError,
  type Drafter,
  type Verifier,
  type RewriteTask,
  type VerifyTask,
  type Verdict
} from "../../models/drafter/contract.ts"
import type { PairedPerson } from "../../protocol/relay.ts"
import type { RewriteAnswer, RewriteRequest } from "../../protocol/search.ts"
import { areModelsOff } from "../../runtime/scope/request-scope.ts"
import { Problem } from "../../runtime/problem.ts"
import { runInWorkerIfLarge, type NamedJob } from "../../runtime/worker-thread/run-in-worker.ts"
import type { languageWritten } from "../../text/language.ts"
import { LANGUAGES } from "../../text/languages.ts"
import { languageInto } from "../../ticket/rewrite.ts"
import { offlineRewrite } from "./offline-rewrite.ts"
import { canariesFrom } from "../../checks/verdicts/canaries.ts"
import { askVerifier } from "../../models/ask-verifier.ts"
import { MAX_PART_BYTES } from "../../models/prompt/verify-prompt.ts"
import { sentences } from "../../text/sentences.ts"
import { isConfirmed, isDenied, type Verification } from "../../ticket/draft.ts"

/** Rewords and translates texts of agents, and translates those of customers. */
export interface Rewriter {
  /**
   * Has a masked text reworded or translated, by the model if there is one, and holds the result beside the text
   * before: by rules and, where a model worded it and a verifier is configured, by the verifier's word on what rules
   * can't compare.
   * @throws Problem 409 "no-model" if rules can't do it and no model is configured; 502 if no model answers; 422
   *   "no-rewrite" if the result is empty, "same-language" if there is nothing to translate, and, without a model,
   *   "no-dictionary" or "no-steps"; the signal's reason if aborted
   * @param keep the team's own words, which spelling leaves as they are
   */
  rewrite(
    asked: RewriteRequest,
    person: PairedPerson,
    signal: AbortSignal,
    keep?: readonly string[]
  ): Promise<RewriteAnswer>
}

/**
 * @param drafter the model that words drafts, if one is configured
 * @param verifier holds what a model worded beside the text before, if one is configured
 */
export function createRewriter(drafter: Drafter | undefined, verifier?: Verifier, verifyMs?: number): Rewriter {
  return {
    async rewrite(asked, person, signal, keep = []) {
      const model = areModelsOff() ? undefined : drafter
      const { text, change, wish } = asked
      const read = await runInWorkerIfLarge(text.length, { ...LANGUAGE, signal }, text, LANGUAGES)
      const language = read.language ?? asked.locale?.slice(0, 2).toLowerCase() ?? null
      const into = languageInto(change)
      if (into !== undefined && into === language)
        throw new Problem(422, "same-language", "The text is in that language already.")
      const task: RewriteTask = { text, change: change === "wish" ? { wish: wish ?? "" } : change }
      const written = model
        ? await askModel(model, { task, language, person }, signal)
        : {
            text: await offline(task, language, [...keep, ...(asked.keep ?? [])]),
            writer: OFFLINE,
            upstream: { asked: false, model: OFFLINE }
          }
      const reworded = tidied(written.text)
      if (reworded === "")
        throw new Problem(
          422,
          "no-rewrite",
          "Nothing came back that could take the text's place. The text stays as it is."
        )
      const compared = (judged?: readonly (RowVerdict | undefined)[]) =>
        compare({ before: text, after: reworded, language, into }, signal, judged)
      const byRules = await compared()
      if (!model || !verifier || asked.verify === false) return { ...written, text: reworded, ...byRules }
      const toVerify = { before: text, after: reworded, language, rows: byRules.rows }
      const { verdicts, verification } = await verifyRewrite(toVerify, verifier, person, signal, verifyMs)
      const judged = verdicts.some((one) => one !== undefined) ? await compared(verdicts) : byRules
      return { ...written, text: reworded, ...judged, ...(verification && { verification }) }
    }
  }
}

interface TextAndRewrite {
  before: string
  after: string
  language: string | null
  /** The language that `after` was translated into. */
  into: string | undefined
}

async function compare(
  { before, after, language, into }: TextAndRewrite,
  signal: AbortSignal,
  judged: readonly (RowVerdict | undefined)[] = []
): Promise<ComparedRewrite> {
  const size = before.length + after.length
  return into === undefined
    ? runInWorkerIfLarge(size, { ...REWRITE, signal }, before, after, language, judged)
    : runInWorkerIfLarge(
        size,
        { ...TRANSLATION, signal },
        { text: before, language },
        { text: after, language: into },
        judged
      )
}

const LANGUAGE: NamedJob<typeof languageWritten> = {
  module: new URL("../../text/language.ts", import.meta.url).href,
  name: "languageWritten"
}
/** Holding a long text beside its rewrite takes seconds. */
const REWRITE = {
  module: new URL("../../checks/rewrite/compare-rewrite.ts", import.meta.url).href,
  run: compareRewrite
}
const TRANSLATION = {
  module: new URL("../../checks/translation/compare-translation.ts", import.meta.url).href,
  run: compareTranslation
}

const OFFLINE = "offline"

async function offline(
  { text, change }: RewriteTask,
  language: string | null,
  keep: readonly string[]
): Promise<string> {
  const reworded = typeof change === "string" ? await offlineRewrite(text, change, language, keep) : undefined
  if (reworded === undefined)
    throw new Problem(409, "no-model", "No model is configured here, and rules alone can't reword a text like that.")
  return reworded
}

async function askModel(
  drafter: Drafter,
  { task, language, person }: { task: RewriteTask; language: string | null; person: PairedPerson },
  signal: AbortSignal
): Promise<Pick<RewriteAnswer, "text" | "writer" | "upstream">> {
  const remover = hiddenRemover()
  let [text, writer] = ["", drafter.name]
  let sent: { url: string; body: string } | undefined
  try {
    const job = {
      request: EMPTY,
      retrieval: { sources: [], searched: [], documents: 0 },
      language,
      rewrite: task,
      person
    }
    for await (const part of drafter.write(job, signal)) {
      signal.throwIfAborted()
      if ("upstream" in part) sent = part.upstream
      else if ("writer" in part) [text, writer] = ["", part.writer]
      else if ("text" in part) text += remover.push(part.text)
    }
  } catch (error) {
    if (error instanceof ModelError)
      throw new Problem(502, error.code, error.message, { retryable: error.retryable, cause: error })
    throw error
  }
  return { text: text + remover.end(), writer, upstream: { asked: true, model: writer, ...sent } }
}

/** A rewrite is about no ticket: the model sees nothing but the text. */
const EMPTY = {
  draftId: "",
  ticket: { helpdesk: "", ticketId: "", version: "", subject: "", requester: "", agent: "", tags: [], messages: [] }
}

/** Takes off what models put around a text: a code fence, quotation marks. */
function tidied(text: string): string {
  const bare = text
    .trim()
    .replace(/^```\w*\n([^]*?)\n?```$/, "$1")
    .trim()
  return /^["“„«「](?:[^"“”„«»「」]*)["”“»」]$/u.test(bare) ? bare.slice(1, -1).trim() : bare
}

/** More rows of one rewrite are not verified, and the verification says how many. */
const MAX_SENTENCES = 20

export interface RewriteToVerify {
  before: string
  after: string
  /** The language of the text before, or null if nothing shows it. */
  language: string | null
  rows: readonly RewriteRow[]
}

/**
 * Asks the verifier once whether the rows of a rewrite say the same as the text before, in both directions: nothing of
 * the text is missing in the rewrite, and nothing of the rewrite in the text. Returns its verdict for each row, where it
 * came to one. If the verifier is late, fails, can't be read or passes a canary, there are none, and the verification
 * says so. It is missing where there was nothing to ask.
 */
export async function verifyRewrite(
  { before, after, language, rows }: RewriteToVerify,
  verifier: Verifier,
  person: PairedPerson,
  signal: AbortSignal,
  verifyMs?: number
): Promise<{ verdicts: (RowVerdict | undefined)[]; verification?: Verification }> {
  const none = rows.map(() => undefined)
  if (rows.length === 0) return { verdicts: none }
  const rowsToAsk = [before, after].some((text) => Buffer.byteLength(text) > MAX_PART_BYTES)
    ? []
    : rows.slice(0, MAX_SENTENCES)
  const unasked = rows.length - rowsToAsk.length
  const left = unasked > 0 ? { unasked } : {}
  if (rowsToAsk.length === 0)
    return { verdicts: none, verification: { model: verifier.name, state: "done", confirmed: 0, doubted: 0, ...left } }
  const { task, rowOf } = taskOf(before, after, rowsToAsk)
  const canaries = canariesFrom([{ text: before, language }])
  const tests = canaries.map((text) => ({ text, against: [TEXT] }))
  const answer = await askVerifier(verifier, task, tests, { person, signal, verifyMs })
  const { model, state, verdicts: answers } = answer
  const verdictOf = new Map(rowsToAsk.map((row) => [row, verdictOn(row, answers, rowOf)]))
  const verdicts = rows.map((row) => verdictOf.get(row))
  const count = (what: RowVerdict) => verdicts.filter((one) => one === what).length
  return { verdicts, verification: { model, state, confirmed: count("same"), doubted: count("other"), ...left } }
}

/** Each row's words of one text are held against the whole of the other, because a rewrite moves what it says. */
function taskOf(before: string, after: string, rows: readonly RewriteRow[]) {
  const rowOf = new Map<number, RewriteRow>()
  const asked = rows
    .flatMap((row) => [
      { row, text: row.after, against: [TEXT] },
      { row, text: row.before, against: [REWRITE_ID] }
    ])
    .filter(({ text }) => text !== "")
    .map(({ row, ...sentence }, at) => {
      rowOf.set(at + 1, row)
      return { n: at + 1, ...sentence }
    })
  const evidence = [
    { id: TEXT, head: "the text", sentences: sentences(before).map(({ text }) => text) },
    { id: REWRITE_ID, head: "the rewrite", sentences: sentences(after).map(({ text }) => text) }
  ]
  return { task: { of: "rewrite", sentences: asked, evidence } satisfies VerifyTask, rowOf }
}

const TEXT = "1"
const REWRITE_ID = "2"

/** A row is the same if every sentence of it is in the other text. Without a clear verdict on one there is none. */
function verdictOn(
  row: RewriteRow,
  found: readonly Verdict[],
  rowOf: ReadonlyMap<number, RewriteRow>
): RowVerdict | undefined {
  const own = found.filter(({ n }) => rowOf.get(n) === row).map(({ verdict }) => ({ kind: verdict }))
  if (own.some(isDenied)) return "other"
  const all = [...rowOf.values()].filter((one) => one === row).length
  return own.length === all && own.every(isConfirmed) ? "same" : undefined
}
