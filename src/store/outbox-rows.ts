import Dexie from "dexie"
import { type Cipher, openSealedRow } from "./cipher.ts"
import type { Database, OutboxRow } from "./database.ts"
import type { UnmaskedFound } from "../protocol/unmasked.ts"
import type { OutboxItem, WaitingOutcome } from "./records.ts"

/**
 * The outbox: outcomes, and uses of the team's knowledge, that wait until the relay has confirmed them. Rows of another
 * person or another pairing wait for that one.
 */
export class OutboxRows {
  readonly #database: Database
  readonly #cipher: Cipher

  constructor(database: Database, cipher: Cipher) {
    this.#database = database
    this.#cipher = cipher
  }

  async seal(item: OutboxItem, due: number): Promise<OutboxRow> {
    return {
      id: item.id,
      vault: this.#cipher.vault,
      ticket: await this.#cipher.blind(item.key),
      due,
      held: "outcome" in item && item.refused ? FOR_A_PERSON : 0,
      tries: item.tries,
      at: Date.now(),
      box: await this.#cipher.seal(item, `outbox ${item.id}`)
    }
  }

  /**
   * Takes the next item that is due and holds it for `lease` milliseconds in the same transaction. A second worker
   * finds nothing, and if a worker stops, the item can be taken again. Returns `undefined` if nothing is due.
   */
  async take(now: number, lease: number): Promise<OutboxItem | undefined> {
    const [from, to] = this.#mine(now)
    const row = await this.#database.run((on) =>
      on.dexie.transaction("rw", on.outbox, async () => {
        const due = await on.outbox
          .where("[vault+due]")
          .between(from, to, true, true)
          .and((one) => one.held <= now)
          .first()
        if (due) await on.outbox.update(due.id, { held: now + lease, tries: due.tries + 1 })
        return due
      })
    )
    const item = await openSealedRow<OutboxItem>(this.#cipher, row, `outbox ${row?.id}`)
    return item && { ...item, tries: (row?.tries ?? 0) + 1 }
  }

  async put(item: OutboxItem, due: number): Promise<void> {
    const row = await this.seal(item, due)
    await this.#database.run((on) => on.outbox.put(row))
  }

  async delivered(id: string): Promise<void> {
    await this.#database.run((on) => on.outbox.delete(id))
  }

  /** Stores that the relay refused the item. It isn't sent again until a person has reviewed it. */
  async refuse(item: WaitingOutcome, refused: UnmaskedFound): Promise<void> {
    const row = await this.seal({ ...item, refused }, 0)
    // The update doesn't bring the item back if its ticket was erased in the meantime.
    await this.#database.run((on) => on.outbox.update(row.id, row))
  }

  /** Returns the items that wait for a person, oldest first. */
  async refused(): Promise<WaitingOutcome[]> {
    const rows = await this.#database.run((on) =>
      on.outbox
        .where("[vault+due]")
        .between(...this.#mine(Number.MAX_SAFE_INTEGER), true, true)
        .and((one) => one.held === FOR_A_PERSON)
        .toArray()
    )
    const items = await Promise.all(
      rows.sort((a, b) => a.at - b.at).map((row) => openSealedRow<OutboxItem>(this.#cipher, row, `outbox ${row.id}`))
    )
    return items.filter((item) => item !== undefined && "outcome" in item)
  }

  async putOff(id: string, due: number): Promise<void> {
    await this.#database.run((on) => on.outbox.update(id, { due, held: 0 }))
  }

  /**
   * Makes all items due at once, because the person asked for it or the relay is back. An item that a worker is
   * processing stays with it.
   */
  async hasten(now: number): Promise<void> {
    await this.#database.run((on) =>
      on.outbox
        .where("[vault+due]")
        .between(...this.#mine(Number.MAX_SAFE_INTEGER), true, true)
        .modify({ due: now })
    )
  }

  /** Returns when the next item is due that isn't waiting for a person, in milliseconds. */
  async nextDue(): Promise<number | undefined> {
    const rows = await this.#database.run((on) =>
      on.outbox
        .where("[vault+due]")
        .between(...this.#mine(Number.MAX_SAFE_INTEGER), true, true)
        .toArray()
    )
    const free = rows.filter(({ held }) => held !== FOR_A_PERSON)
    return free.length === 0 ? undefined : Math.min(...free.map((row) => Math.max(row.due, row.held)))
  }

  async count(): Promise<number> {
    return this.#database.run((on) =>
      on.outbox
        .where("[vault+due]")
        .between(...this.#mine(Number.MAX_SAFE_INTEGER), true, true)
        .count()
    )
  }

  #mine(until: number) {
    return [
      [this.#cipher.vault, Dexie.minKey],
      [this.#cipher.vault, until]
    ] as const
  }
}

/** Such an item is held by no worker and is never due on its own. */
const FOR_A_PERSON = Number.MAX_SAFE_INTEGER
