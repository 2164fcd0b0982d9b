import type { Kysely } from "kysely"
import type { HeldUsage } from "../../models/drafter/contract.ts"
import { dayOf, insertUsage, type UsageEntry } from "../../models/usage/usage-book.ts"
import type { Schema } from "../../storage/schema.ts"

/** What models used for a draft that is still being written. It is stored with the draft's end, in one statement. */
export class DraftUsage implements HeldUsage {
  readonly entries: UsageEntry[] = []
  /** Is told why the entries couldn't be stored. */
  readonly onFailed: (error: unknown) => void
  readonly #signal: AbortSignal

  /** @param signal aborts once the draft ends, after which nothing is taken */
  constructor(signal: AbortSignal, onFailed: (error: unknown) => void) {
    this.#signal = signal
    this.onFailed = onFailed
  }

  /** Takes an entry. @returns false if the draft has ended, so that the entry has to be stored by itself */
  hold(entry: UsageEntry): boolean {
    if (this.#signal.aborted) return false
    this.entries.push(entry)
    return true
  }

  /** Stores what was used for a draft that is not stored itself. It never throws. */
  async storeAlone(db: Kysely<Schema>, now: Date): Promise<void> {
    if (this.entries.length === 0) return
    await insertUsage(dayOf(now), this.entries).execute(db).catch(this.onFailed)
  }
}
