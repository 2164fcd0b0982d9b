import type { Kysely } from "kysely"
import type { PairedPerson } from "../protocol/relay.ts"
import { readOrderPattern, type PatternFault } from "../text/order-pattern.ts"
import { readSiteHashing } from "./site-hashing.ts"
import { Problem } from "../runtime/problem.ts"
import { writeAuditEntry } from "../storage/audit-log.ts"
import { readTeamKey } from "../storage/encryption/team-key.ts"
import type { Schema } from "../storage/schema.ts"
import { readPackedWords, readProposed } from "./packed-words.ts"
import {
  rulesAnswerOf,
  isListableWord,
  wordKey,
  MAX_RULE_WORDS,
  readNewest,
  readVersion,
  storeVersion,
  lockRules,
  normaliseWord,
  type RulesChange,
  type OwnWord,
  type RulesVersionRecord,
  type StoredRules
} from "./stored-rules.ts"
import type { RulesAnswer, RulesRequest, UndoRequest, WordKind, WordRequest } from "../protocol/routes/masking-rules.ts"

export async function readRules(db: Kysely<Schema>): Promise<RulesAnswer> {
  return rulesAnswerOf(await readNewest(db), await ofArticles(db))
}

const ofArticles = async (db: Kysely<Schema>) => ({
  proposed: await readProposed(db),
  articleWords: await readPackedWords(db),
  siteKey: (await readSiteHashing(db)).key,
  requesterKey: (await readTeamKey(db, "requester-key"))?.toString("base64")
})

/** Saves over the version that was read, and over no other. @throws RulesChanged; Problem 400 */
export function saveRules(
  db: Kysely<Schema>,
  request: RulesRequest,
  person: PairedPerson,
  now: Date
): Promise<RulesAnswer> {
  const { mode, orderPattern, agentsMayAdd } = request
  const [keep, names] = [distinct(request.keep), distinct(request.names)]
  refuseUnfit(keep, names, orderPattern)
  return change(db, request.version, { why: "saved", person }, now, ({ rules }) => ({
    mode,
    agentsMayAdd: agentsMayAdd ?? rules.agentsMayAdd,
    ...(orderPattern ? { orderPattern } : {}),
    keep: keep.map((word) => rules.keep.find((one) => wordKey(one.word) === wordKey(word)) ?? said(word, person)),
    names: names.map((word) => rules.names.find((one) => wordKey(one.word) === wordKey(word)) ?? said(word, person)),
    refused: refusedNow(rules, keep)
  }))
}

/** Restores an earlier version as the newest. @throws RulesChanged; Problem 404 */
export async function undoRules(
  db: Kysely<Schema>,
  { version, to }: UndoRequest,
  person: PairedPerson,
  now: Date
): Promise<RulesAnswer> {
  const former = await readVersion(db, to)
  if (!former) throw new Problem(404, "no-version", `There is no version ${to} of the masking rules.`)
  return change(db, version, { why: "undo", of: to, person }, now, () => former.rules)
}

/** Adds one word. A word that is already listed changes nothing. @throws Problem 403, 409 */
export function addWord(
  db: Kysely<Schema>,
  request: WordRequest,
  person: PairedPerson,
  now: Date
): Promise<RulesAnswer> {
  const word = normaliseWord(request.word)
  if (!isListableWord(word)) throw new Problem(400, "bad-request", "word: 2 to 100 characters expected.")
  return change(db, undefined, { why: "word", person }, now, ({ rules }) => {
    if (person.role === "agent" && !rules.agentsMayAdd)
      throw new Problem(
        403,
        "agents-may-not-add",
        "Agents don't add words in this team. Ask a lead or an admin to add it, or to let agents add words."
      )
    const [list, other] = request.kind === "keep" ? [rules.keep, rules.names] : [rules.names, rules.keep]
    if (stands(list, word)) return rules
    if (stands(other, word))
      throw new Problem(
        409,
        "in-other-list",
        `This word stands among those that are ${request.kind === "keep" ? "always" : "never"} masked. A lead or an admin can take it out there.`
      )
    if (list.length >= MAX_RULE_WORDS)
      throw new Problem(
        409,
        "list-full",
        `The list holds ${MAX_RULE_WORDS} words already. A lead or an admin can take some out.`
      )
    const added = said(word, person)
    return withWord(rules, request.kind, added)
  })
}

const withWord = (rules: StoredRules, kind: WordKind, added: OwnWord): StoredRules =>
  kind === "keep"
    ? {
        ...rules,
        keep: [...rules.keep, added],
        refused: rules.refused.filter((one) => wordKey(one) !== wordKey(added.word))
      }
    : { ...rules, names: [...rules.names, added] }

/**
 * Makes one change at a time. When nothing changes, no version is made. If `read` is undefined, it saves over any
 * version.
 */
function change(
  db: Kysely<Schema>,
  read: number | undefined,
  how: RulesChange & { person: PairedPerson },
  now: Date,
  next: (standing: RulesVersionRecord) => StoredRules
): Promise<RulesAnswer> {
  return db.transaction().execute(async (work) => {
    await lockRules(work)
    const standing = await readNewest(work)
    if (read !== undefined && standing.version !== read)
      throw new RulesChanged(rulesAnswerOf(standing, await ofArticles(work)))
    const rules = next(standing)
    if (JSON.stringify(rules) !== JSON.stringify(standing.rules)) {
      const version = await storeVersion(work, standing, rules, how, now)
      await writeAuditEntry(work, how.person.id, "masking-rules-changed", [`version ${version}`, how.why], now)
    }
    return rulesAnswerOf(await readNewest(work), await ofArticles(work))
  })
}

/** Somebody else saved first. The error carries the current rules, and nothing was written. */
class RulesChanged extends Problem {
  override name = "RulesChanged"
  readonly rules: RulesAnswer

  constructor(rules: RulesAnswer) {
    super(
      409,
      "changed",
      `${rules.by ?? "An import of articles"} has changed the masking rules meanwhile; yours were not saved. Look at what stands, then save again.`
    )
    this.rules = rules
  }

  override body(requestId: string) {
    return { ...super.body(requestId), rules: this.rules }
  }
}

const said = (word: string, { name, role }: PairedPerson): OwnWord => ({
  word,
  from: role === "agent" ? "agent" : "team",
  by: name
})
const stands = (list: readonly { word: string }[], word: string) =>
  list.some((one) => wordKey(one.word) === wordKey(word))

/** Returns the words in the given order, with the first spelling of each. */
function distinct(words: string[]): string[] {
  return [
    ...new Map(
      words
        .map(normaliseWord)
        .reverse()
        .map((word) => [wordKey(word), word])
    ).values()
  ].reverse()
}

/** Remembers words that came from the articles and are no longer in the list, until somebody adds them again. */
function refusedNow(rules: StoredRules, keep: string[]): string[] {
  const exceptions = new Set(keep.map(wordKey))
  const taken = rules.keep
    .filter(({ from, word }) => from === "articles" && !exceptions.has(wordKey(word)))
    .map(({ word }) => word)
  return [...new Set([...rules.refused, ...taken])].filter((word) => !exceptions.has(wordKey(word)))
}

function refuseUnfit(keep: string[], names: string[], orderPattern: string | undefined): void {
  const short = [...keep, ...names].find((word) => !isListableWord(word))
  if (short !== undefined)
    throw new Problem(400, "bad-request", "A word has 2 to 100 characters, white space at its ends apart.")
  const always = new Set(names.map(wordKey))
  const both = keep.find((word) => always.has(wordKey(word)))
  if (both !== undefined)
    throw new Problem(
      400,
      "in-both-lists",
      `“${both}” stands in both lists. A word is kept or always masked: take it out of one of them.`
    )
  if (!orderPattern) return
  const read = readOrderPattern(orderPattern)
  if (!read.ok) throw new Problem(400, "bad-pattern", `orderPattern: ${PATTERN_FAULTS[read.why]}`)
}

const PATTERN_FAULTS: Record<PatternFault, string> = {
  broken: "this is no regular expression. Check its brackets, and write \\ before a sign that means itself.",
  long: "it is longer than 200 characters. Shorten it.",
  empty: "it also finds nothing at all. Let it ask for at least one character, such as \\d{4,10}.",
  nested:
    "a repetition stands on a group that holds a repetition or a choice, which can take for ever. Write the group out, as in \\d{4}-\\d{4} for (\\d{4}-?)+.",
  reference: "it refers back to a group (\\1), which can take for ever. Write what is meant a second time.",
  many: "it can match in too many ways, which can take for ever. Give repetitions a small end, such as \\d{4,10} for \\d+, up to 64.",
  "no-digit": "it also finds words without a digit, and so names. Ask for a digit, such as \\d{4,10}."
}
