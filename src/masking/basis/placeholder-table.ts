/** The kinds of values that are replaced. The kind is the word inside a placeholder, as in `[PERSON_1]`. */
export const MASK_TYPES = [
  "PERSON",
  "EMAIL",
  "PHONE",
  "IBAN",
  "CARD",
  "IP",
  "GOV",
  "SECRET",
  "LINK",
  "LIT",
  "ADDRESS",
  "PLACE",
  "ORG",
  "BIRTH",
  "AGE",
  "VEHICLE",
  "ACCOUNT",
  "ID"
] as const
export type MaskType = (typeof MASK_TYPES)[number]

/**
 * What each placeholder of one ticket stands for. The table grows over the life of the ticket. It stays in the browser,
 * and the store encrypts it.
 */
export interface MaskTable {
  entries: MaskEntry[]
}

/** The table where nothing has been masked yet. Tables aren't changed: {@link Placeholders} works on a copy. */
export const NO_PLACEHOLDERS: MaskTable = { entries: [] }

export interface MaskEntry {
  /** The placeholder with its brackets: `[PERSON_1]`. */
  placeholder: string
  type: MaskType
  /** The value exactly as it was written in the text. */
  value: string
  /** The value occurred only in internal notes, so it is never restored in a public reply. */
  internal?: boolean
}

/** Assigns placeholders on a copy of a table. The same value keeps its placeholder, and numbers count up by type. */
export class Placeholders {
  readonly #entries: MaskEntry[]
  readonly #byValue = new Map<string, MaskEntry>()
  readonly #last = new Map<MaskType, number>()

  constructor(table: MaskTable | undefined) {
    this.#entries = (table?.entries ?? []).map((entry) => ({ ...entry }))
    for (const entry of this.#entries) {
      this.#remember(entry)
      this.#last.set(entry.type, Math.max(this.#last.get(entry.type) ?? 0, numberOf(entry.placeholder)))
    }
  }

  /**
   * Returns the placeholder of a value and makes one when the value is new. A value that turns out to be of a stricter
   * type (a phone number that is a secret) gets a new one.
   */
  assign(type: MaskType, value: string, internal = false): MaskEntry {
    const known = this.#byValue.get(keyOf(type, value))
    if (known && STRICTNESS[known.type] >= STRICTNESS[type]) return known
    const n = (this.#last.get(type) ?? 0) + 1
    this.#last.set(type, n)
    const entry: MaskEntry = { placeholder: `[${type}_${n}]`, type, value, ...(internal ? { internal } : {}) }
    this.#entries.push(entry)
    this.#byValue.set(keyOf(type, value), entry)
    return entry
  }

  /** Records that the customer can read a value, so it is no longer internal. */
  published(entry: MaskEntry): void {
    delete entry.internal
  }

  get entries(): readonly MaskEntry[] {
    return this.#entries
  }

  table(): MaskTable {
    return { entries: this.#entries.map((entry) => ({ ...entry })) }
  }

  #remember(entry: MaskEntry) {
    const key = keyOf(entry.type, entry.value)
    const before = this.#byValue.get(key)
    if (!before || STRICTNESS[before.type] < STRICTNESS[entry.type]) this.#byValue.set(key, entry)
  }
}

/** A name stays a name even when somebody uses it as a password too, and a literal stays a literal. */
function keyOf(type: MaskType, value: string): string {
  return `${type === "PERSON" || type === "LIT" ? type : ""}:${value}`
}

/** When one value was found as two types, the type that may be restored less wins. */
const STRICTNESS: Record<MaskType, number> = {
  PERSON: 0,
  EMAIL: 0,
  PHONE: 0,
  IP: 0,
  LINK: 0,
  LIT: 0,
  ADDRESS: 0,
  PLACE: 0,
  ORG: 0,
  BIRTH: 0,
  AGE: 0,
  VEHICLE: 0,
  ID: 0,
  IBAN: 1,
  CARD: 1,
  ACCOUNT: 1,
  GOV: 2,
  SECRET: 3
}

function numberOf(placeholder: string): number {
  return Number(/_(\d+)\]$/.exec(placeholder)?.[1] ?? 0)
}
