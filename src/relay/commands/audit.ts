import { rename, writeFile } from "node:fs/promises"
import { parseArgs } from "node:util"
import type { Kysely } from "kysely"
import { createLog, silentLog } from "../../runtime/log.ts"
import { StartError } from "../../runtime/problem.ts"
import { readSettings, type Settings } from "../../runtime/settings.ts"
import { readCheckpoint, readExport, readPublicKey } from "../../storage/audit/audit-files.ts"
import { readAnchor } from "../../storage/audit/anchor.ts"
import { auditKeyFile, newKeyText, readAuditKey } from "../../storage/audit/audit-key.ts"
import { readChain } from "../../storage/audit/read-chain.ts"
import { introduceKey, acceptBreak } from "../../storage/audit/change-key.ts"
import type { AuditKey, Statement } from "../../storage/audit/signed-entries.ts"
import { verifyExport } from "../../storage/audit/export-rows.ts"
import { verifyChain, type ChainReport } from "../../storage/audit/verify-chain.ts"
import { connectDatabase, type Database } from "../../storage/database.ts"
import { requireDatabase } from "../../storage/existing-database.ts"
import { pendingMigrations } from "../../storage/pending-migrations.ts"
import type { Schema } from "../../storage/schema.ts"
import { UsageError, type Command, type CommandContext } from "./command.ts"

/** Verifies the audit, in the database or in an exported file, and looks after the key that signs it. */
export const auditCommand: Command = {
  async run([task = "", ...args], context) {
    const tasks: Record<string, (args: string[], context: CommandContext) => Promise<void>> = {
      ...{ verify, key: printKey, "rotate-key": rotateKey, "new-key": newKey, accept }
    }
    const run = Object.hasOwn(tasks, task) ? tasks[task] : undefined
    if (!run) throw new UsageError(USAGE)
    await run(args, context)
  }
}

async function verify(args: string[], context: CommandContext): Promise<void> {
  const { file, keys: keyFiles, checkpoints } = readOptions(args)
  const settings = readSettings(context.environment)
  const own = await readAuditKey(settings)
  const keys = [...(own ? [own.publicKey] : []), ...(await Promise.all(keyFiles.map(readPublicKey)))]
  if (keys.length === 0) throw new StartError("audit-key", NO_KEY)
  if (file !== undefined) return tell(await verifyExport(readExport(file), keys), context, `The export ${file}`)
  const anchor = own && (await readAnchor(settings.data, own))
  const anchors = [...(anchor ? [anchor] : []), ...(await Promise.all(checkpoints.map(readCheckpoint)))]
  const { db, location, close } = await openUnchanged(settings, context)
  try {
    tell(await verifyChain(readChain(db), { keys, anchors }), context, `The audit in ${location}`, anchors)
  } finally {
    await close()
  }
}

const NO_KEY =
  "There is no key by which the audit could be verified: give the public half with --key FILE (npm run audit -- key prints it)."

/** @throws StartError "audit-broken" if the chain doesn't hold */
function tell(report: ChainReport, { print }: CommandContext, what: string, anchors: readonly Statement[] = []): void {
  const { entries, first, last, late, checkpoint, pruned, accepted, breaks, breakCount } = report
  print(`${what}: ${entries.toLocaleString("en")} entries${last === undefined ? "" : `, ${first} to ${last}`}.`)
  if (late > 0) print(`${late.toLocaleString("en")} of them were chained later than they were written.`)
  if (pruned) print(`Retention deleted those up to ${pruned.through}: a signed summary of ${pruned.at} says so.`)
  if (checkpoint) {
    print(`Signed up to entry ${checkpoint.through}, at ${checkpoint.at}.`)
    const unsigned = (last ?? 0) - checkpoint.entry
    if (unsigned > 0) print(`${unsigned} newer entries are chained, and not signed yet.`)
  }
  for (const { through } of anchors) print(`Compared with a checkpoint outside the database, of entry ${through}.`)
  for (const entry of accepted) print(`Somebody went on after a break: entry ${entry} says who.`)
  if (breakCount === 0) return print("Every entry is as it was written.")
  for (const { sentence } of breaks) print(sentence)
  throw new StartError("audit-broken", `${breakCount === 1 ? "One place doesn't" : `${breakCount} places don't`} hold.`)
}

async function printKey(_args: string[], { environment, print }: CommandContext): Promise<void> {
  const key = await requireKey(readSettings(environment))
  print(`Public key ${key.id}:`)
  print(`-----BEGIN PUBLIC KEY-----\n${key.publicKey}\n-----END PUBLIC KEY-----`)
}

/** Has a new key sign from now on. The former one vouches for it, and signs nothing afterwards. */
async function rotateKey(args: string[], context: CommandContext): Promise<void> {
  await changeKey(args, context, requireKey)
}

/** Has a new key sign from now on although the former one is lost. */
async function newKey(args: string[], context: CommandContext): Promise<void> {
  await changeKey(args, context, async () => undefined)
}

async function changeKey(
  args: string[],
  context: CommandContext,
  readFormer: (settings: Settings) => Promise<AuditKey | undefined>
): Promise<void> {
  const to = readTarget(args)
  const settings = readSettings(context.environment)
  if (settings.auditKey !== undefined && to === undefined)
    throw new UsageError("AUDIT_KEY can't be changed from here: say where the new key goes, with --to FILE.")
  const former = await readFormer(settings)
  const file = to ?? auditKeyFile(settings)
  const draft = `${file}.new`
  await writeFile(draft, newKeyText(), { mode: 0o600, flag: "wx" })
  const key = await requireKey({ ...settings, auditKey: undefined, auditKeyFile: draft })
  const { db, close } = await openUnchanged(settings, context)
  try {
    const formerId = await introduceKey({ db, data: settings.data, log: silentLog }, key, former, new Date())
    await rename(draft, file)
    context.print(`The key ${key.id} signs the audit from now on. It is in ${file}.`)
    if (!former && formerId !== undefined)
      context.print(`It vouches for the key before it, ${formerId}. Compare that with what you have kept.`)
    context.print("Give the same key to every other relay on this database.")
  } finally {
    await close()
  }
}

/** Signs the audit as it is, although it doesn't hold. An entry says who did so. */
async function accept(args: string[], context: CommandContext): Promise<void> {
  if (args.length > 0) throw new UsageError(USAGE)
  const settings = readSettings(context.environment)
  const key = await requireKey(settings)
  const { db, close } = await openUnchanged(settings, context)
  try {
    await acceptBreak({ db, data: settings.data, log: silentLog }, key, new Date())
    context.print("The audit is signed as it is. Its new entry says who accepted that; verify still names each break.")
  } finally {
    await close()
  }
}

async function requireKey(settings: Settings): Promise<AuditKey> {
  const key = await readAuditKey(settings)
  if (key) return key
  throw new StartError("audit-key", `There is no key of the audit in ${auditKeyFile(settings)}.`)
}

/** Opens the database as it is. */
async function openUnchanged(settings: Settings, { signal }: CommandContext): Promise<Database> {
  await requireDatabase(settings)
  const database = await connectDatabase(settings, createLog(), signal, {
    migrate: false,
    applicationName: "replywright audit"
  })
  if (!(await isChained(database.db))) {
    await database.close()
    throw new StartError(
      "audit-old",
      "The audit of this database is not chained yet: run npm run relay -- migrate first."
    )
  }
  return database
}

const isChained = async (db: Kysely<Schema>) => !(await pendingMigrations(db)).includes("0060-audit-chain")

function readOptions(args: string[]): { file: string | undefined; keys: string[]; checkpoints: string[] } {
  const multiple = { type: "string", multiple: true } as const
  try {
    const { positionals, values } = parseArgs({
      args,
      allowPositionals: true,
      options: { key: multiple, checkpoint: multiple }
    })
    if (positionals.length <= 1)
      return { file: positionals[0], keys: values.key ?? [], checkpoints: values.checkpoint ?? [] }
  } catch (cause) {
    throw new UsageError(USAGE, { cause })
  }
  throw new UsageError(USAGE)
}

function readTarget(args: string[]): string | undefined {
  try {
    return parseArgs({ args, options: { to: { type: "string" } } }).values.to
  } catch (cause) {
    throw new UsageError(USAGE, { cause })
  }
}

const USAGE = [
  "Say what to do with the audit: npm run audit -- verify [FILE] [--key PUBLIC_KEY] [--checkpoint FILE]",
  "  without FILE it verifies the database, with FILE an export (CSV or JSON lines), without a database",
  "  --key          a public key that is trusted besides that of this relay",
  "  --checkpoint   a line of the log, or a file of such lines, with which the database is compared",
  "or: key   prints the public key",
  "or: rotate-key [--to FILE]   has a new key sign, for which the former one vouches",
  "or: new-key [--to FILE]   has a new key sign although the former one is lost",
  "or: accept   signs the audit as it is, although it doesn't hold"
].join("\n")
