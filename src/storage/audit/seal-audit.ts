import type { Kysely } from "kysely"
import type { Log } from "../../runtime/log.ts"
import { writeAuditEntry } from "../audit-log.ts"
import type { Schema } from "../schema.ts"
import { readAnchor, writeAnchor } from "./anchor.ts"
import type { ChainEntry } from "./entry-hash.ts"
import { lockAudit, readChain, readChainName, readNewestEntry } from "./read-chain.ts"
import {
  atText,
  keyChangeIds,
  readKeyChange,
  readStatement,
  SIGNED_ACTIONS,
  signedIds,
  type AuditKey,
  type Statement
} from "./signed-entries.ts"
import { readVerification, writeVerification, type Verification } from "./verification.ts"
import { ChainVerifier, type ChainReport } from "./verify-chain.ts"

export interface SealParts {
  db: Kysely<Schema>
  /** The data folder, in which the newest checkpoint is kept as well. */
  data: string
  log: Log
}

export interface SealOptions {
  now: Date
  /** All entries are verified, and not only those since the last checkpoint. */
  whole?: boolean
  /**
   * All entries are signed as they are, whatever a checkpoint outside the database says and even if the chain doesn't
   * hold. An entry says why.
   */
  asTheyAre?: boolean
}

/**
 * Verifies the entries since the last checkpoint, and signs them with a new one, which is a line of the log, too. Nothing
 * is signed if the chain doesn't hold.
 * @returns undefined if another key signs this audit
 */
export async function sealAudit(
  parts: SealParts,
  key: AuditKey,
  options: SealOptions
): Promise<ChainReport | undefined> {
  const { db, data, log } = parts
  if (await isReplaced(db, key)) {
    log.warn("audit-key-differs", { key: key.id, advice: KEY_DIFFERS })
    return undefined
  }
  const anchor = options.asTheyAre ? undefined : await readAnchor(data, key)
  const isWhole = options.whole || options.asTheyAre
  const from = isWhole ? undefined : (anchor ?? (await newestOwnCheckpoint(db, key)))
  const verifier = new ChainVerifier({
    keys: [key.publicKey],
    ...(anchor && { anchors: [anchor] }),
    ...(from && { from })
  })
  const take = async (work: Kysely<Schema>, after: number) => {
    for await (const entries of readChain(work, after)) for (const entry of entries) verifier.add(entry)
  }
  await take(db, from ? from.through - 1 : 0)
  const { report, checkpoint } = await db.transaction().execute(async (work) => {
    await lockAudit(work)
    await take(work, verifier.last())
    const report = verifier.finish()
    const holds = report.breaks.every(({ code }) => code === "unsigned")
    return { report, checkpoint: holds || options.asTheyAre ? await sign(work, key, options.now) : undefined }
  })
  if (checkpoint) {
    // A container may have no folder to write to: then the line of the log is what is kept outside the database.
    const isInFolder = await writeAnchor(data, checkpoint).then(
      () => true,
      () => false
    )
    logCheckpoint(log, checkpoint, isInFolder)
  }
  await noteVerification(parts, report, options)
  return report
}

/** Whether another key was introduced since, or has signed this audit from the start. */
async function isReplaced(db: Kysely<Schema>, key: AuditKey): Promise<boolean> {
  const newest = await readNewestEntry(db, SIGNED_ACTIONS.key)
  return newest !== undefined && readKeyChange(newest)?.newKey !== key.publicKey
}

const KEY_DIFFERS =
  "another key signs the audit of this database: set AUDIT_KEY_FILE to the same key at every relay, or run npm run audit -- new-key"

async function newestOwnCheckpoint(db: Kysely<Schema>, key: AuditKey): Promise<Statement | undefined> {
  const newest = await readNewestEntry(db, SIGNED_ACTIONS.checkpoint)
  const statement = newest && readStatement(newest)
  return statement?.isSignedBy(key.publicKey) ? statement : undefined
}

/** Signs all entries, unless the newest is a checkpoint already. @returns the newest checkpoint */
async function sign(work: Kysely<Schema>, key: AuditKey, now: Date): Promise<ChainEntry | undefined> {
  if (!(await readNewestEntry(work))) return undefined
  if (!(await readNewestEntry(work, SIGNED_ACTIONS.key)))
    await writeAuditEntry(work, null, SIGNED_ACTIONS.key, keyChangeIds(key, undefined, atText(now)), now)
  const newest = await readNewestEntry(work)
  if (!newest || newest.action === SIGNED_ACTIONS.checkpoint) return newest
  const chain = (await readChainName(work)) ?? newest.hash
  const ids = signedIds(key, SIGNED_ACTIONS.checkpoint, atText(now), { through: newest.id, hash: newest.hash, chain })
  await writeAuditEntry(work, null, SIGNED_ACTIONS.checkpoint, ids, now)
  return readNewestEntry(work)
}

function logCheckpoint(log: Log, { at, ids }: ChainEntry, isInFolder: boolean): void {
  const [through, hash, chain, key, signature] = ids
  log.info("audit-checkpoint", { through: Number(through), hash, chain, statedAt: at, key, signature, isInFolder })
}

async function noteVerification(
  { db, log }: SealParts,
  report: ChainReport,
  { now, whole }: SealOptions
): Promise<void> {
  const before = await readVerification(db)
  const broken = report.breaks.find(({ code }) => code !== "unsigned")
  const wholeAt = whole ? now.toISOString() : before?.wholeAt
  // Entries since the last checkpoint tell nothing of a break before it.
  const brokenAt = broken?.entry ?? (whole ? undefined : before?.brokenAt)
  const verified: Verification = {
    entry: broken ? (before?.entry ?? 0) : (report.last ?? before?.entry ?? 0),
    at: broken ? (before?.at ?? now.toISOString()) : now.toISOString(),
    ...(wholeAt !== undefined && { wholeAt }),
    ...(brokenAt !== undefined && { brokenAt })
  }
  await writeVerification(db, verified)
  if (broken) log.warn("audit-broken", { entry: broken.entry, breaks: report.breakCount, advice: broken.sentence })
}
