/** Kinds of values that are replaced; the word inside a placeholder, `[PERSON_1]`. */
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
 * What each placeholder of one ticket stands for. Grows over the life of the ticket; stays in the browser, encrypted by
 * who stores it.
 */
export interface MaskTable {
  entries: MaskEntry[]
}

export interface MaskEntry {
  /** With its brackets: `[PERSON_1]`. */
  placeholder: string
  type: MaskType
  /** Exactly as it stood in the text. */
  value: string
  /** Stood only in internal notes: never comes back into a public reply. */
  internal?: boolean
}

/** Gives out placeholders over a copy of a table: the same value keeps its placeholder, numbers count up by type. */
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
   * The placeholder of a value, made on first sight. A value that turns out to be stricter (a phone number that is a
   * secret) gets a new one.
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

  /** A value that the customer can read is no longer internal only. */
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

/** A name stays a name where somebody uses it as a password too; a literal stays a literal. */
function keyOf(type: MaskType, value: string): string {
  return `${type === "PERSON" || type === "LIT" ? type : ""}:${value}`
}

/** What has less right to come back wins where one value was seen as two kinds. */
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
