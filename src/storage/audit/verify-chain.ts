import { entryHash, NO_ENTRY, type ChainEntry } from "./entry-hash.ts"
import {
  keyIdOf,
  readKeyChange,
  readStatement,
  SIGNED_ACTIONS,
  type KeyChange,
  type SignedStatement,
  type Statement
} from "./signed-entries.ts"

/** A place where the chain does not hold. */
export interface ChainBreak {
  entry: number
  /** "unsigned" if entries are linked as they should be, but no checkpoint covers them. */
  code: "unsigned" | "broken"
  /** One sentence for a person. */
  sentence: string
}

export interface ChainReport {
  entries: number
  first: number | undefined
  last: number | undefined
  /** How many entries were chained later than they were written. */
  late: number
  /** The newest checkpoint whose signature is right. */
  checkpoint: { entry: number; through: number; at: string; hash: string } | undefined
  /** What the newest signed summary says of entries that retention has deleted. */
  pruned: { through: number; at: string } | undefined
  /** The entries by which somebody has accepted an earlier break. */
  accepted: number[]
  breakCount: number
  /** The first `MAX_BREAKS` of them. */
  breaks: ChainBreak[]
}

export const MAX_BREAKS = 20

export interface VerifyOptions {
  /** Public keys that are trusted. A key that one of them introduces, or that introduced one of them, is trusted as well. */
  keys: readonly string[]
  /** Checkpoints that were kept outside the database. */
  anchors?: readonly Statement[]
  /** Where to begin: an entry that was verified before, of which a checkpoint says what it is. */
  from?: Statement
}

/** The action by which a person goes on after a break. */
export const BREAK_ACCEPTED = "audit-break-accepted"

/** Verifies a chain, entry by entry in its order. `finish` returns what was seen. */
export class ChainVerifier {
  readonly #options: VerifyOptions
  readonly #trusted = new Map<string, string>()
  readonly #changes: KeyChange[] = []
  /** The entry from which on a key signs no more. */
  readonly #replacedAt = new Map<string, number>()
  readonly #waiting: { entry: ChainEntry; statement: SignedStatement }[] = []
  readonly #report: ChainReport = {
    ...{ entries: 0, first: undefined, last: undefined, late: 0, checkpoint: undefined, pruned: undefined },
    ...{ accepted: [], breakCount: 0, breaks: [] }
  }
  #beginning: ChainEntry | undefined
  #last: { id: number; hash: string | undefined } | undefined
  #chain: string | undefined
  #pruned: SignedStatement | undefined

  constructor(options: VerifyOptions) {
    this.#options = options
    if (options.from) this.#last = { id: options.from.through - 1, hash: undefined }
    this.#chain = options.from?.chain
    for (const key of options.keys) this.#trusted.set(keyIdOf(key), key)
  }

  add(entry: ChainEntry): void {
    this.#link(entry)
    if (entryHash(entry) !== entry.hash) this.#break(entry.id, `Entry ${entry.id} was changed: its hash is another.`)
    if (entry.action === SIGNED_ACTIONS.key) this.#changeKey(entry)
    if (entry.action === SIGNED_ACTIONS.checkpoint || entry.action === SIGNED_ACTIONS.pruned) this.#state(entry)
    if (entry.action === BREAK_ACCEPTED) this.#report.accepted.push(entry.id)
    for (const anchor of this.#anchors())
      if (anchor.through === entry.id && anchor.hash !== entry.hash)
        this.#break(entry.id, `Entry ${entry.id} is not the one that a checkpoint outside the database names.`)
    this.#report.entries++
    if (entry.late) this.#report.late++
    this.#report.first ??= entry.id
    this.#report.last = entry.id
    this.#last = { id: entry.id, hash: entry.hash }
  }

  finish(): ChainReport {
    this.#trustBackwards()
    for (const { entry, statement } of this.#waiting) this.#accept(entry, statement)
    this.#checkBeginning()
    this.#checkAnchors()
    if (this.#report.entries > 0 && !this.#report.checkpoint && !this.#options.from)
      this.#break(this.#report.last ?? 0, "No entry is covered by a signed checkpoint.", "unsigned")
    return this.#report
  }

  /** The number of the newest entry that was seen. */
  last(): number {
    return this.#last?.id ?? 0
  }

  #anchors(): readonly Statement[] {
    const { anchors = [], from } = this.#options
    return from ? [...anchors, from] : anchors
  }

  #break(entry: number, sentence: string, code: ChainBreak["code"] = "broken"): void {
    this.#report.breakCount++
    if (this.#report.breaks.length < MAX_BREAKS) this.#report.breaks.push({ entry, code, sentence })
  }

  /** Compares the entry with the one before it. */
  #link(entry: ChainEntry): void {
    const last = this.#last
    if (!last) {
      this.#beginning = entry
      if (entry.id === 1) this.#chain = entry.hash
    } else if (entry.id <= last.id)
      this.#break(entry.id, `Entry ${entry.id} comes after entry ${last.id}: the order was changed.`)
    else if (entry.id > last.id + 1) this.#break(last.id + 1, missing(last.id + 1, entry.id - 1))
    else if (last.hash !== undefined && entry.previous !== last.hash)
      this.#break(entry.id, `Entry ${entry.id} doesn't continue entry ${last.id}: one of them was replaced.`)
  }

  #changeKey(entry: ChainEntry): void {
    const change = readKeyChange(entry)
    if (!change) return this.#break(entry.id, `The key that entry ${entry.id} introduces has not signed it.`)
    this.#changes.push(change)
    if (change.formerKey === undefined || !change.isByFormer) return
    this.#replacedAt.set(keyIdOf(change.formerKey), entry.id)
    if (this.#trusted.has(keyIdOf(change.formerKey))) this.#trusted.set(keyIdOf(change.newKey), change.newKey)
  }

  #state(entry: ChainEntry): void {
    const statement = readStatement(entry)
    if (!statement) return this.#break(entry.id, `Entry ${entry.id} is no signed statement.`)
    if (this.#trusted.has(statement.keyId)) this.#accept(entry, statement)
    else this.#waiting.push({ entry, statement })
  }

  /** A trusted key vouches for the one before it. */
  #trustBackwards(): void {
    for (const { newKey, formerKey } of this.#changes.toReversed())
      if (formerKey !== undefined && this.#trusted.has(keyIdOf(newKey)))
        this.#trusted.set(keyIdOf(formerKey), formerKey)
  }

  #accept(entry: ChainEntry, statement: SignedStatement): void {
    const fault = this.#faultOf(entry, statement)
    if (fault !== undefined) return this.#break(entry.id, `Entry ${entry.id} ${fault}`)
    const { through, hash } = statement
    if (entry.action === SIGNED_ACTIONS.pruned) {
      if (through >= (this.#pruned?.through ?? 0)) {
        this.#pruned = statement
        this.#report.pruned = { through, at: entry.at }
      }
    } else if (entry.id > (this.#report.checkpoint?.entry ?? 0))
      this.#report.checkpoint = { entry: entry.id, through, at: entry.at, hash }
  }

  #faultOf(entry: ChainEntry, statement: SignedStatement): string | undefined {
    const key = this.#trusted.get(statement.keyId)
    if (key === undefined)
      return `is signed by the key ${statement.keyId}, which is not known here: it comes from another installation, or its public key must be given.`
    if (!statement.isSignedBy(key)) return "has a wrong signature."
    if (entry.id > (this.#replacedAt.get(statement.keyId) ?? entry.id))
      return `is signed by the key ${statement.keyId}, which another had replaced by then.`
    this.#chain ??= statement.chain
    if (statement.chain !== this.#chain) return "belongs to the audit of another installation."
    if (statement.through >= entry.id) return "states something of entries that come after it."
    if (entry.action === SIGNED_ACTIONS.checkpoint && statement.hash !== entry.previous)
      return `is a checkpoint of another entry ${statement.through}.`
    return undefined
  }

  #checkBeginning(): void {
    const first = this.#beginning
    if (!first) return
    const through = this.#pruned?.through ?? 0
    if (first.id === 1 && first.previous === NO_ENTRY && through === 0) return
    if (this.#pruned && first.id === through + 1 && first.previous === this.#pruned.hash) return
    this.#break(
      first.id,
      first.id > through + 1
        ? `${missing(through + 1, first.id - 1)} No signed summary says that retention deleted them.`
        : `Entry ${first.id} is not the one with which the chain goes on after what retention deleted.`
    )
  }

  #checkAnchors(): void {
    for (const { through, chain } of this.#anchors()) {
      const last = this.#last?.id ?? 0
      if (this.#chain !== undefined && chain !== this.#chain)
        this.#break(through, "A checkpoint outside the database belongs to another audit.")
      else if (through > last)
        this.#break(last + 1, `${missing(last + 1, through)} A checkpoint outside the database names the last of them.`)
    }
  }
}

const missing = (from: number, to: number) =>
  from === to ? `Entry ${from} is missing.` : `Entries ${from} to ${to} are missing.`

/** Verifies all entries that come. */
export async function verifyChain(
  batches: AsyncIterable<readonly ChainEntry[]>,
  options: VerifyOptions
): Promise<ChainReport> {
  const verifier = new ChainVerifier(options)
  for await (const entries of batches) for (const entry of entries) verifier.add(entry)
  return verifier.finish()
}
