import { MASK_TYPES, type MaskType } from "./placeholder-table.ts"

export interface Span {
  start: number
  end: number
  type: MaskType
}

/**
 * A text on which finders, one after the other, claim what is to be masked and keep what must stay. The first to claim
 * wins.
 */
export class Canvas {
  readonly text: string
  readonly country: string | undefined
  readonly spans: Span[] = []
  /** 0 free, 1 kept, from 2 on claimed, by type; 255 protected. */
  readonly #state: Uint8Array
  #rest: string | undefined
  #free: string | undefined

  /** @param country ISO 3166 code: how a phone number without a country's prefix is read */
  constructor(text: string, country?: string) {
    this.text = text
    this.country = country
    this.#state = new Uint8Array(text.length)
  }

  /** @returns false when a part of it was claimed before */
  claim(start: number, end: number, type: MaskType): boolean {
    if (end <= start || this.#state.subarray(start, end).some((state) => state >= CLAIMED)) return false
    this.#state.fill(CLAIMED + MASK_TYPES.indexOf(type), start, end)
    this.spans.push({ start, end, type })
    this.#rest = this.#free = undefined
    return true
  }

  /** What nobody may claim: the team's own words. Claims that were made before stay. */
  protect(start: number, end: number): void {
    for (let i = start; i < end; i++) if ((this.#state[i] ?? 0) < CLAIMED) this.#state[i] = PROTECTED
    this.#rest = this.#free = undefined
  }

  /**
   * Order numbers, amounts, dates, hosts: not to be taken for phone, government or card numbers. Names and known values
   * are still found in them.
   */
  keep(start: number, end: number): void {
    for (let i = start; i < end; i++) if (this.#state[i] === 0) this.#state[i] = KEPT
    this.#free = undefined
  }

  /**
   * What the character at `offset` is: 0 free, 1 a fact that stays, from 2 on claimed, each type its own number; 255
   * protected.
   */
  stateAt(offset: number): number {
    return this.#state[offset] ?? 0
  }

  /** Whether it is the team's own word. */
  isProtected(offset: number): boolean {
    return this.#state[offset] === PROTECTED
  }

  /** The text with what is claimed blanked out; same length. */
  get rest(): string {
    return (this.#rest ??= this.#blank(CLAIMED))
  }

  /** The text with what is claimed or kept blanked out; same length. */
  get free(): string {
    return (this.#free ??= this.#blank(KEPT))
  }

  #blank(from: number): string {
    const parts: string[] = []
    let start = 0
    for (let i = 0; i <= this.#state.length; ) {
      let end = i
      while (end < this.#state.length && (this.#state[end] ?? 0) >= from) end++
      if (end > i || end === this.#state.length) {
        parts.push(this.text.slice(start, i), BLANK.repeat(end - i))
        start = end
      }
      i = end + 1
    }
    parts.push(this.text.slice(start))
    return parts.join("")
  }
}

/** No letter, digit, space or punctuation: ends whatever is being matched. */
const BLANK = "\u0001"
const KEPT = 1
const CLAIMED = 2
const PROTECTED = 255
