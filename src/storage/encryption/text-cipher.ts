import { createCipheriv, createDecipheriv, createHmac, randomBytes } from "node:crypto"
import type { Kysely } from "kysely"
import { Problem } from "../../runtime/problem.ts"
import { zeroCharacterProblem } from "../database-problem.ts"
import type { MasterKey } from "./master-key.ts"

const NONCE = 12
const TAG = 16
const KEY = 32
const ID = 8
/** The length of a word's mark. Eleven characters are 66 bits. */
const MARK = 11
/** How many bytes a wrapped key has. One that isn't wrapped has 32. */
const WRAPPED = ID + NONCE + KEY + TAG

/**
 * Encrypts the texts of rows, by AES-256-GCM. Each draft, case and correction has a data key of its own, which stands in
 * its row, wrapped by a master key. So the key goes with the row.
 */
export class TextCipher {
  /** The first one wraps, and all of them unwrap. */
  keys: readonly MasterKey[]
  #wordKey: Buffer | undefined

  /** @param keys the first one wraps, and all of them unwrap */
  constructor(keys: readonly MasterKey[]) {
    this.keys = keys
  }

  /** Whether new rows are encrypted. Until then they are stored as before, and those that are encrypted can be read. */
  get isSealing(): boolean {
    return this.#wordKey !== undefined
  }

  /**
   * Encrypts new rows from now on. A relay does so when none of an earlier version is left on the database.
   * @param wordKey makes the marks of words, by which encrypted cases are found
   */
  startSealing(wordKey: Buffer): void {
    if (this.keys.length > 0) this.#wordKey = wordKey
  }

  /** Returns a key for a row that is new. @param row table and id, for example "drafts 0190…" */
  newKey(row: string): RowKey {
    if (!this.isSealing) return new RowKey(row, null, undefined)
    const key = randomBytes(KEY)
    return new RowKey(row, this.wrap(row, key), key)
  }

  /**
   * Returns the key of a stored row. Its texts are in clear if the row has none.
   * @throws Problem "text-sealed" if the master key isn't here, "text-altered" if the row's key was changed
   */
  keyOf(row: string, wrapped: Buffer | null): RowKey {
    return new RowKey(row, wrapped, wrapped === null ? undefined : this.unwrap(row, wrapped))
  }

  /**
   * Returns for each word a mark that tells it to nobody without the word key, but is the same for the same word. Until
   * new rows are encrypted, they are the words themselves.
   */
  markWords(words: readonly string[]): string[] {
    const key = this.#wordKey
    if (!key) return [...words]
    return words.map((word) => createHmac("sha256", key).update(word).digest("base64url").slice(0, MARK))
  }

  /** Wraps a key by the first master key. It is returned as it is until new rows are encrypted. */
  wrap(place: string, key: Buffer): Buffer {
    return this.isSealing ? this.wrapAlways(place, key) : key
  }

  /** Wraps a key also before that. It is returned as it is if there is no master key. */
  wrapAlways(place: string, key: Buffer): Buffer {
    const [master] = this.keys
    if (!master) return key
    return Buffer.concat([Buffer.from(master.id, "hex"), encrypt(master.secret, `key of ${place}`, key)])
  }

  /** Unwraps a key. One of before the encryption is returned as it is. @throws Problem as `keyOf` */
  unwrap(place: string, wrapped: Buffer): Buffer {
    if (wrapped.length !== WRAPPED) return wrapped
    const id = wrapped.toString("hex", 0, ID)
    const master = this.keys.find((one) => one.id === id)
    if (!master) throw sealedProblem(id)
    return decrypt(master.secret, `key of ${place}`, wrapped.subarray(ID))
  }
}

/** The key of one row, with which its texts and those of its parts are encrypted. */
export class RowKey {
  readonly row: string
  /** As the row stores it. Null if its texts are in clear. */
  readonly wrapped: Buffer | null
  readonly #key: Buffer | undefined

  constructor(row: string, wrapped: Buffer | null, key: Buffer | undefined) {
    this.row = row
    this.wrapped = wrapped
    this.#key = key
  }

  /**
   * Encrypts a text. @param field which text of the row it is: another can't take its place
   * @throws Problem 400 for a zero character, as the database does for a text in clear
   */
  seal(field: string, text: string): string {
    if (!this.#key) return text
    if (text.includes("\0")) throw zeroCharacterProblem()
    return encrypt(this.#key, `${field} of ${this.row}`, Buffer.from(text)).toString("base64")
  }

  /** Decrypts a text. @throws Problem "text-altered" if it isn't what was encrypted for this field */
  open(field: string, text: string): string {
    if (!this.#key) return text
    return decrypt(this.#key, `${field} of ${this.row}`, Buffer.from(text, "base64")).toString()
  }
}

/** The key of rows whose texts are in clear. A relay encrypts them later. */
export const IN_CLEAR = new RowKey("", null, undefined)

/** By what a database and its transactions have in common. */
const ciphers = new WeakMap<object, TextCipher>()

/** Returns what encrypts the texts of this database, also within a transaction. */
export const cipherOf = <Tables>(db: Kysely<Tables>): TextCipher =>
  ciphers.get(db.getExecutor().adapter) ?? WITHOUT_KEYS

export function setCipher<Tables>(db: Kysely<Tables>, cipher: TextCipher): void {
  ciphers.set(db.getExecutor().adapter, cipher)
}

const WITHOUT_KEYS = new TextCipher([])

function encrypt(key: Buffer, bound: string, plain: Buffer): Buffer {
  const nonce = randomBytes(NONCE)
  const cipher = createCipheriv("aes-256-gcm", key, nonce, { authTagLength: TAG }).setAAD(Buffer.from(bound))
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()])
}

function decrypt(key: Buffer, bound: string, sealed: Buffer): Buffer {
  try {
    const decipher = createDecipheriv("aes-256-gcm", key, sealed.subarray(0, NONCE), { authTagLength: TAG })
    decipher.setAAD(Buffer.from(bound)).setAuthTag(sealed.subarray(-TAG))
    return Buffer.concat([decipher.update(sealed.subarray(NONCE, -TAG)), decipher.final()])
  } catch (cause) {
    throw new Problem(
      500,
      "text-altered",
      "A text that is stored here was changed outside of Replywright, or its key was, so it can't be read: restore a backup.",
      { cause }
    )
  }
}

const sealedProblem = (id: string) =>
  new Problem(
    500,
    "text-sealed",
    `This text is encrypted by the master key ${id}, which the relay doesn't have: an admin adds it to the other master keys.`
  )
