import type { Kysely, Selectable } from "kysely"
import { storedOutcome } from "../../protocol/stored.ts"
import type { CaseAnswer } from "../../protocol/review.ts"
import type { Claim } from "../../ticket/draft.ts"
import { diffReplies } from "../../text/reply-diff.ts"
import type { OutcomeRow, Schema } from "../../storage/schema.ts"
import { runInWorkerIfLarge } from "../../runtime/worker-thread/run-in-worker.ts"
import { CASE_FIELDS, caseKey } from "../../storage/encryption/row-keys.ts"
import { readDraftContent, type DraftContent } from "./cases/draft-content.ts"
import { caseLinesOf, selectCases } from "./cases/case-lines.ts"
import { claimsOf } from "../drafting/check-reply.ts"
import { missingCaseProblem } from "./cases/missing-case.ts"
import { readRevisions } from "./revisions.ts"
import { areAgentsNamed } from "../team-settings/team-settings.ts"
import { readAssigned } from "./case-work/assignments.ts"
import { readDisputes } from "./case-work/disputes.ts"
import { readReview } from "./save-review.ts"

/**
 * Reads a whole case. If its draft is gone already, the case has no thread and no sources.
 * @throws Problem 404, 410
 */
export async function readCase(db: Kysely<Schema>, id: string): Promise<CaseAnswer> {
  const row = await selectCases(db)
    .select(["outcomes.body", "outcomes.revision"])
    .where("outcomes.id", "=", id)
    .executeTakeFirst()
  if (!row) throw await missingCaseProblem(db, id)
  const [[line], drafted, review, revisions, assigned, disputes, agent] = await Promise.all([
    caseLinesOf(db, [row]),
    readDraftContent(db, row.draft),
    readReview(db, id),
    readRevisions(db, row),
    readAssigned(db, id),
    readDisputes(db, [id]),
    readAgent(db, id)
  ])
  if (!line) throw await missingCaseProblem(db, id)
  const told = readOutcomeBody(db, row)
  const diff =
    told.draft === "" || told.sent === null
      ? []
      : await runInWorkerIfLarge(told.draft.length + told.sent.length, DIFF, told.draft, told.sent, told.language)
  return {
    line,
    outcome: told,
    ...(drafted.ticket && { ticket: drafted.ticket }),
    sources: drafted.sources,
    claims: claimsIn(told.draft, drafted),
    sentClaims: await sentClaims(told, drafted),
    diff,
    review,
    revisions,
    assigned,
    disputes: disputes.get(id) ?? [],
    ...(agent !== undefined && { agent })
  }
}

/** Reads whose reply a case is, if the team lets leads know. */
async function readAgent(db: Kysely<Schema>, id: string): Promise<string | undefined> {
  if (!(await areAgentsNamed(db))) return undefined
  const agent = await db
    .selectFrom("outcomes")
    .innerJoin("people", "people.id", "outcomes.person")
    .select("people.name")
    .where("outcomes.id", "=", id)
    .executeTakeFirst()
  return agent?.name
}

/** Checks what was sent as the draft was checked. Without its ticket nothing can be checked, and a long text isn't. */
async function sentClaims(
  { sent, language, times }: CaseAnswer["outcome"],
  { ticket, sources }: DraftContent
): Promise<Claim[]> {
  if (!ticket || sent === null || sent.length > MAX_CHECKED_CHARACTERS) return []
  const today = (times.sent ?? times.opened ?? "").slice(0, 10)
  return claimsOf(sent, { ticket, sources, language, today }, AbortSignal.timeout(MAX_CHECK_MS))
}

/** A longer text would keep the page waiting, and few replies have a fifth of it. */
const MAX_CHECKED_CHARACTERS = 10_000
const MAX_CHECK_MS = 10_000

/** An outcome that an older version stored has no revision. */
export function readOutcomeBody(
  db: Kysely<Schema>,
  { id, data_key, body, revision, site }: Pick<Selectable<OutcomeRow>, "id" | "data_key" | "body" | "revision" | "site">
): CaseAnswer["outcome"] {
  const text = caseKey(db, id, data_key).open(CASE_FIELDS.body, body)
  return storedOutcome.parse({ revision, ...JSON.parse(text), site })
}

/** Finds each checked sentence in the draft as the browser showed it, which is nearly always the same text. */
function claimsIn(shown: string, { claims, text }: DraftContent): Claim[] {
  if (shown === text) return claims
  let from = 0
  return claims.flatMap((claim) => {
    const sentence = text.slice(claim.start, claim.end)
    const start = sentence === "" ? -1 : shown.indexOf(sentence, from)
    if (start === -1) return []
    from = start + sentence.length
    return [{ ...claim, start, end: from }]
  })
}

const DIFF = { module: new URL("../../text/reply-diff.ts", import.meta.url).href, run: diffReplies }
