import type { Hono } from "hono"
import { outcomeOperations } from "../../protocol/routes/review.ts"
import type { Kysely, Selectable } from "kysely"
import type { Outcome } from "../../protocol/outcome.ts"
import { storedOutcome } from "../../protocol/stored.ts"
import { createRoutes } from "../access/create-routes.ts"
import type { RouteParts, RelayEnv } from "../http/context.ts"
import { noteRequester } from "../../masking-rules/ticket-requesters.ts"
import { syncMemoryDocuments } from "../memories/memory-documents.ts"
import { refuseUnmasked } from "../second-look/second-look.ts"
import { readSiteHashing } from "../../masking-rules/site-hashing.ts"
import { Problem } from "../../runtime/problem.ts"
import type { OutcomeRow, Schema } from "../../storage/schema.ts"
import { intentsOf } from "../intents/intents.ts"
import { queueColumns } from "./queue/case-signals.ts"
import { CASE_FIELDS, caseKey, newCaseKey, readCaseKey, wordsAs } from "../../storage/encryption/row-keys.ts"
import type { RowKey } from "../../storage/encryption/text-cipher.ts"
import { countOnce } from "./count-once.ts"
import { readDraftContent } from "./cases/draft-content.ts"
import { linkPastTicket } from "./link-past-ticket.ts"
import { lockTicket, outcomeRow } from "./outcome-row.ts"
import { queueOutcomeEvent } from "../webhooks/queue-event.ts"
import { requestedDraft } from "./requested-draft.ts"
import { isLaterRevisionKept, keepLaterRevision } from "./revisions.ts"

/** Creates the route that takes outcomes. The browser's outbox sends each one again until it is answered. */
export function outcomeRoutes(parts: RouteParts): Hono<RelayEnv> {
  const { db, clock } = parts
  return createRoutes(parts, outcomeOperations, {
    "POST /v1/outcomes": async (context, read) => {
      const { requesterHash: requester, ...told } = await read.body()
      const { stored, forms } = await readSiteHashing(db)
      const { person, rules } = context.get("person")
      await refuseUnmasked(parts, {
        body: told,
        rules,
        now: clock(),
        isOwn: async ({ field, value }) =>
          field === "draft" && (await readDraftContent(db, told.draftId ?? null)).text.includes(value)
      })
      const isStored = await storeOutcome(db, { ...told, site: stored(told.site) }, person.id, clock(), {
        sites: forms(told.site),
        requester
      })
      // What is due by then is done with the next outcome, or within the hour.
      if (isStored && told.sent !== null)
        await syncMemoryDocuments(db, clock()).catch((error: unknown) => parts.log.error("memory-documents", error))
      return context.json({ outcomeId: told.outcomeId, stored: isStored })
    }
  })
}

/**
 * Refuses an outcome that names somebody else's draft, or one of another ticket. A draft that isn't stored, because it
 * was deleted or never reached the relay, belongs to nobody.
 * @throws Problem 409 "outcome-taken"
 */
async function refuseForeignDraft(
  work: Kysely<Schema>,
  { draftId, helpdesk, ticketId }: Outcome,
  person: string,
  sites: readonly string[]
): Promise<void> {
  if (draftId === undefined) return
  const draft = await work
    .selectFrom("drafts")
    .select(["person", "site", "helpdesk", "ticket_id"])
    .where("id", "=", draftId)
    .executeTakeFirst()
  const isOwn =
    !draft ||
    (draft.person === person &&
      draft.helpdesk === helpdesk &&
      draft.ticket_id === ticketId &&
      ["", ...sites].includes(draft.site))
  if (!isOwn)
    throw new Problem(
      409,
      "outcome-taken",
      "This result names a draft that somebody else asked for, or one of another ticket. Nothing was stored: report it without the draft."
    )
}

/**
 * Stores what a person reports of one of their replies. A colleague's report of the same reply is a case of its own. A
 * report that comes after a lead's review is stored beside what the lead has read.
 * @param ticket the forms in which the ticket's site may be stored, and the keyed hash of its requester
 * @returns false if nothing changed, because the outcome is stored already, is an older revision, belongs to an erased
 * ticket, or reports a reply of which another browser of the same person knows as much
 * @throws Problem 409 "outcome-taken" if the id belongs to another person or another ticket
 */
export async function storeOutcome(
  db: Kysely<Schema>,
  told: Outcome,
  person: string,
  now: Date,
  ticket: { sites?: readonly string[]; requester?: string | undefined } = {}
): Promise<boolean> {
  const { sites = [told.site], requester } = ticket
  const columns = await columnsOf(db, told)
  return db.transaction().execute(async (work) => {
    await lockTicket(work, told.helpdesk, told.ticketId)
    if (await isErased(work, told)) return false
    await refuseForeignDraft(work, told, person, sites)
    const own = await ownCase(work, told, person)
    if (own === "a colleague's") return false
    await tellSite(work, told, person)
    const same = await sameReply(work, { told, person, sites, own: own?.id })
    const known = own && same ? await joinCases(work, own, same, now) : (own ?? same)
    const isNew = !known || (await knowsMore(work, told, known))
    if (isNew) {
      await write(work, { told, person, known, sites, now, columns })
      await queueOutcomeEvent(work, known?.id ?? told.outcomeId, told, now)
      await linkPastTicket(work, told, person, known?.id ?? told.outcomeId)
    }
    await countOnce(work, told)
    const { site, helpdesk, ticketId: ticket_id } = told
    if (requester !== undefined) await noteRequester({ requester, site, helpdesk, ticket_id, at: now }).execute(work)
    return isNew
  })
}

const COLUMNS = [
  "id",
  "account",
  "kind",
  "revision",
  "person",
  "helpdesk",
  "ticket_id",
  "site",
  "body",
  "data_key"
] as const
type Known = Pick<Selectable<OutcomeRow>, (typeof COLUMNS)[number]>

async function isErased(work: Kysely<Schema>, { outcomeId, draftId }: Outcome): Promise<boolean> {
  if (await work.selectFrom("erased_cases").select("id").where("id", "=", outcomeId).executeTakeFirst()) return true
  return (
    draftId !== undefined &&
    (await work.selectFrom("erased_drafts").select("id").where("id", "=", draftId).executeTakeFirst()) !== undefined
  )
}

/** Finds the case that this outcome has reported before. */
async function ownCase(
  work: Kysely<Schema>,
  { outcomeId, helpdesk, ticketId }: Outcome,
  person: string
): Promise<Known | "a colleague's" | undefined> {
  const beside = work.selectFrom("outcome_revisions").select("case_id").where("account", "=", outcomeId)
  const rows = await work
    .selectFrom("outcomes")
    .select(COLUMNS)
    .where((is) => is.or([is("id", "=", outcomeId), is("account", "=", outcomeId), is("id", "in", beside)]))
    .execute()
  const found = rows.find((row) => row.account === outcomeId) ?? rows[0]
  if (!found) return undefined
  if (found.person !== person) {
    // An older relay joined two people's reports of one reply under the id of the first, so the second person's report
    // is stored there.
    if (found.id === outcomeId && found.account !== outcomeId) return "a colleague's"
    throw new Problem(
      409,
      "outcome-taken",
      "This result was reported by somebody else and stays as they reported it. Nothing of yours was stored."
    )
  }
  if (found.helpdesk === helpdesk && found.ticket_id === ticketId) return found
  throw new Problem(
    409,
    "outcome-taken",
    "This result was reported for another ticket and stays there. Report this one under a new id."
  )
}

/** Returns what the queue finds the case by, with the team's intent as far as is learnt by now. */
async function columnsOf(db: Kysely<Schema>, told: Outcome) {
  const content = await readDraftContent(db, told.draftId ?? null)
  const intent = content.ticket && intentsOf(db).tell(content.ticket, told.language)?.intent
  return { ...queueColumns(told, content), ...(typeof intent === "string" && { intent }) }
}

/** A draft that an older extension asked for has no site. It gets the site of the same person's outcome. */
async function tellSite(work: Kysely<Schema>, { draftId, site }: Outcome, person: string): Promise<void> {
  if (draftId === undefined) return
  await work
    .updateTable("drafts")
    .set({ site })
    .where("id", "=", draftId)
    .where("person", "=", person)
    .where("site", "=", "")
    .execute()
}

/** Finds the case of the same sent reply that another browser of the same person has reported. */
async function sameReply(
  work: Kysely<Schema>,
  { told, person, sites, own }: { told: Outcome; person: string; sites: readonly string[]; own: string | undefined }
): Promise<Known | undefined> {
  const { helpdesk, ticketId, messageId } = told
  if (messageId === undefined) return undefined
  const rows = await work
    .selectFrom("outcomes")
    .select(COLUMNS)
    .where("person", "=", person)
    .where("site", "in", ["", ...sites])
    .where("helpdesk", "=", helpdesk)
    .where("ticket_id", "=", ticketId)
    .where("message_id", "=", messageId)
    .orderBy("created_at")
    .execute()
  return rows.find(({ id }) => id !== own)
}

/**
 * Joins two cases of a person that turn out to be one reply. A case that a lead has reviewed stays as it was read. If
 * both are reviewed, they stay two cases.
 */
async function joinCases(work: Kysely<Schema>, own: Known, same: Known, now: Date): Promise<Known> {
  // This waits for a lead who is saving a review of one of them, because it would otherwise be deleted with its case.
  await work
    .selectFrom("outcomes")
    .select("id")
    .where("id", "in", [own.id, same.id])
    .orderBy("id")
    .forUpdate()
    .execute()
  const reviewed = await work
    .selectFrom("reviews")
    .select("case_id")
    .where("case_id", "in", [own.id, same.id])
    .execute()
  const has = ({ id }: Known) => reviewed.some(({ case_id }) => case_id === id)
  if (has(own) && has(same)) return own
  const [stays, gone] = has(own) ? [own, same] : [same, own]
  if (stays === own)
    await keepLaterRevision(
      work,
      own.id,
      storedOutcome.parse({ revision: gone.revision, ...JSON.parse(openBody(work, gone)), site: gone.site }),
      now
    )
  await work.deleteFrom("outcomes").where("id", "=", gone.id).execute()
  return stays
}

const openBody = (db: Kysely<Schema>, { id, data_key, body }: Known) =>
  caseKey(db, id, data_key).open(CASE_FIELDS.body, body)

/**
 * Whether the report says more than what is stored. Of the same browser, the newer revision does. Of another browser of
 * the same person, it is the one that knows more of the draft.
 */
async function knowsMore(work: Kysely<Schema>, told: Outcome, known: Known): Promise<boolean> {
  if (await isLaterRevisionKept(work, known.id, told)) return false
  return told.outcomeId === known.account ? told.revision > known.revision : weightOf(told.kind) > weightOf(known.kind)
}

function weightOf(kind: string): number {
  return ["none", "ignored", "rejected", "copied", "inserted"].indexOf(kind)
}

interface Report {
  told: Outcome
  person: string
  known: Known | undefined
  sites: readonly string[]
  now: Date
  /** What the queue finds the case by. */
  columns: Awaited<ReturnType<typeof columnsOf>>
}

async function write(work: Kysely<Schema>, { told, person, known, sites, now, columns }: Report): Promise<void> {
  const caseId = known?.id ?? told.outcomeId
  const requested = await requestedDraft(work, told, { sites, caseId, now })
  const rowOf = (key: RowKey) => ({
    ...outcomeRow(told, person, key),
    ...requested,
    ...columns,
    words: wordsAs(work, key, columns.words)
  })
  if (!known)
    return void (await work
      .insertInto("outcomes")
      .values({ id: caseId, ...rowOf(newCaseKey(work, caseId)), created_at: now })
      .execute())
  // This waits for a lead who is just saving a review.
  await work.selectFrom("outcomes").select("id").where("id", "=", known.id).forUpdate().execute()
  const review = await work
    .selectFrom("reviews")
    .select("case_id")
    .where("case_id", "=", known.id)
    .where("done", "=", true)
    .executeTakeFirst()
  if (review) await keepLaterRevision(work, known.id, told, now)
  else
    await work
      .updateTable("outcomes")
      .set({ ...rowOf(await readCaseKey(work, known.id)), told_at: now })
      .where("id", "=", known.id)
      .execute()
}
