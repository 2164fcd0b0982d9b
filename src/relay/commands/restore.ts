import { resolve } from "node:path"
import { parseArgs } from "node:util"
import type { Kysely } from "kysely"
import pg from "pg"
import { silentLog } from "../../runtime/log.ts"
import { StartError } from "../../runtime/problem.ts"
import { readSettings } from "../../runtime/settings.ts"
import { readAnchor } from "../../storage/audit/anchor.ts"
import { readAuditKey } from "../../storage/audit/audit-key.ts"
import { readChainName, readNewestEntry } from "../../storage/audit/read-chain.ts"
import { sealAudit } from "../../storage/audit/seal-audit.ts"
import type { Statement } from "../../storage/audit/signed-entries.ts"
import { writeAuditEntry } from "../../storage/audit-log.ts"
import { checkBackup, readBackup } from "../../storage/backup/backup-file.ts"
import { backupAsFile } from "../../storage/backup/piped-backup.ts"
import { load } from "../../storage/backup/load.ts"
import { readMasterKeys } from "../../storage/encryption/master-key.ts"
import { requireMasterKeys } from "../../storage/encryption/open-cipher.ts"
import type { Schema } from "../../storage/schema.ts"
import { keepRecords, replayRecords, type Replayed } from "../privacy/kept-records.ts"
import { UsageError, type Command, type CommandContext, countLines } from "./command.ts"
import { copyProblem, openAlone, STOPPED } from "./open-alone.ts"

/** Puts a backup in the place of the database. What was erased since the backup is erased again. */
export const restoreCommand: Command = {
  async run(args, { environment, print, signal }) {
    const { name, replace } = read(args)
    if (name === "-" && process.stdin.isTTY) throw new UsageError(USAGE)
    const path = resolve(environment["INIT_CWD"] ?? ".", name)
    const given = await backupAsFile(name === "-" ? process.stdin : path, signal)
    try {
      await restore(given.file, name === "-" ? "The input" : path, replace, { environment, print, signal })
    } finally {
      await given.remove()
    }
  }
}

/** @param name how people know the file */
async function restore(
  file: string,
  name: string,
  replace: boolean,
  { environment, print, signal }: Pick<CommandContext, "environment" | "print" | "signal">
): Promise<void> {
  const settings = readSettings(environment)
  // The whole file is read before anything is touched.
  const { head, end } = await checkBackup(file, name, signal)
  const rows = Object.values(end.counts).reduce((sum, count) => sum + count, 0)
  print(
    `${name} is whole: ${rows.toLocaleString("en")} rows of ${head.madeAt}. Nothing is changed before they are all there.`
  )
  const { db, location, close } = await openAlone(settings, signal)
  const key = await readAuditKey(settings)
  const masterKeys = await readMasterKeys(settings)
  try {
    let keptForms: Awaited<ReturnType<typeof keepRecords>> | undefined
    let replayed: Replayed | undefined
    const { counts, steps } = await load(db, readBackup(file, name), {
      replace,
      signal,
      before: async (work) => {
        if (replace) keptForms = await keepRecords(work)
      },
      after: async (work, { madeAt }) => {
        await requireMasterKeys(work, masterKeys, settings, "this backup")
        if (keptForms) replayed = await replayRecords(work, keptForms, new Date(madeAt))
        const lost = key && (await lostEntries(work, await readAnchor(settings.data, key)))
        await writeAuditEntry(work, null, "backup-restored", [madeAt, ...(lost ? [lost] : [])], new Date())
      }
    }).catch((error: unknown) => {
      if (signal.aborted) print(STOPPED)
      throw whatToSay(error, name)
    })
    if (key) await sealAudit({ db, data: settings.data, log: silentLog }, key, { now: new Date(), asTheyAre: true })
    print(`${location} is restored from ${name}, as it was at ${head.madeAt}. Every table has as many rows as then:`)
    for (const line of countLines(counts)) print(line)
    if (steps.length > 0) print(`Its schema was brought up to date: ${steps.join(", ")}.`)
    for (const line of erasureLines(replayed, head.madeAt)) print(line)
    if ((counts["documents"] ?? 0) > 0)
      print("Import your sources again: pages and solved tickets that were removed since then are back until you do.")
  } finally {
    await close()
  }
}

/** Says which entries of the audit the backup doesn't have, although a checkpoint in the data folder names them. */
async function lostEntries(work: Kysely<Schema>, anchor: Statement | undefined): Promise<string | undefined> {
  const newest = await readNewestEntry(work)
  if (!anchor || !newest || anchor.through <= newest.id || anchor.chain !== (await readChainName(work)))
    return undefined
  return `lost entries ${newest.id + 1} to ${anchor.through}`
}

function erasureLines(replayed: Replayed | undefined, madeAt: string): string[] {
  if (replayed === undefined)
    return [
      `Nothing here tells which tickets were erased after ${madeAt}: the database held no data of this team. Erase those again.`,
      "Sign-ins that were ended after that are valid again until they expire: end them on the admin page."
    ]
  const { drafts, outcomes, signIns } = replayed
  return [
    `Tickets that were erased since the backup were erased again: ${drafts} drafts and ${outcomes} outcomes of them were in it.`,
    `Sign-ins are those of now, not of then: ${signIns}.`
  ]
}

function whatToSay(error: unknown, name: string): unknown {
  // Syntax, values and constraints: the file is whole, but its rows aren't those that a relay wrote.
  if (error instanceof pg.DatabaseError && error.code !== "42501" && /^(?:22|23|42)/.test(error.code ?? ""))
    return new StartError(
      "backup-file",
      `${name} holds rows that the database refuses, so it isn't as "backup" wrote it. Nothing was changed: restore another backup.`,
      { cause: error }
    )
  if (!(error instanceof StartError && error.code === "database-not-empty")) return copyProblem(error)
  const how = "With --replace, the backup takes their place."
  return new StartError(error.code, `${error.message} ${how}`, { cause: error })
}

function read(args: string[]): { name: string; replace: boolean } {
  try {
    const {
      positionals: [name, ...more],
      values
    } = parseArgs({ args, allowPositionals: true, options: { replace: { type: "boolean" } } })
    if (name !== undefined && more.length === 0) return { name, replace: values.replace === true }
  } catch (cause) {
    throw new UsageError(USAGE, { cause })
  }
  throw new UsageError(USAGE)
}

const USAGE = [
  "Say which backup to restore: npm run relay -- restore FILE [--replace]",
  "  --replace   the backup takes the place of the data that are there",
  "  or - for the input: PROGRAM | npm run relay -- restore - [--replace]"
].join("\n")
