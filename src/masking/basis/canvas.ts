import { MASK_TYPES, type MaskType } from "./placeholder-table.ts"

export interface Span {
  start: number
  end: number
  type: MaskType
}

/**
 * Holds a text while finders, one after the other, claim what is to be masked and keep what must stay. The first finder
 * to claim a stretch wins.
 */
export class Canvas {
  readonly text: string
  readonly country: string | undefined
  readonly spans: Span[] = []
  /** Holds one number for each character: 0 is free, 1 is kept, from 2 on it is claimed (by type), 255 is protected. */
  readonly #state: Uint8Array
  #rest: string | undefined
  #free: string | undefined

  /** @param country ISO 3166 code that decides how a phone number without a country's prefix is read */
  constructor(text: string, country?: string) {
    this.text = text
    this.country = country
    this.#state = new Uint8Array(text.length)
  }

  /**
   * Claims a stretch to be masked.
   * @returns false when a part of it was claimed before
   */
  claim(start: number, end: number, type: MaskType): boolean {
    if (end <= start || this.#state.subarray(start, end).some((state) => state >= CLAIMED)) return false
    this.#state.fill(CLAIMED + MASK_TYPES.indexOf(type), start, end)
    this.spans.push({ start, end, type })
    this.#rest = this.#free = undefined
    return true
  }

  /**
   * Makes one claim of each stretch, in place of the claims inside it. A stretch stays as it is where a claim of another
   * type or one of the team's own words stands in it.
   * @param stretches from left to right, apart from each other
   * @param over the types of claims that may be replaced
   */
  join(stretches: readonly { start: number; end: number }[], type: MaskType, over: ReadonlySet<MaskType>): void {
    const before = this.spans.splice(0).sort((a, b) => a.start - b.start)
    let next = 0
    for (const { start, end } of stretches) {
      while ((before[next]?.end ?? Infinity) <= start) this.spans.push(...before.slice(next, ++next))
      let behind = next
      while ((before[behind]?.start ?? Infinity) < end) behind++
      const inside = before.slice(next, behind)
      const isFree =
        inside.every((span) => span.start >= start && span.end <= end && over.has(span.type)) &&
        !this.#state.subarray(start, end).includes(PROTECTED)
      if (isFree) {
        this.#state.fill(CLAIMED + MASK_TYPES.indexOf(type), start, end)
        this.spans.push({ start, end, type })
      } else this.spans.push(...inside)
      next = behind
    }
    this.spans.push(...before.slice(next))
    this.#rest = this.#free = undefined
  }

  /** Protects the team's own words, so that no finder may claim them. Claims that were made before stay. */
  protect(start: number, end: number): void {
    for (let i = start; i < end; i++) if ((this.#state[i] ?? 0) < CLAIMED) this.#state[i] = PROTECTED
    this.#rest = this.#free = undefined
  }

  /**
   * Keeps order numbers, amounts, dates and hosts, so that they aren't taken for phone, government or card numbers.
   * Names and known values are still found in them.
   */
  keep(start: number, end: number): void {
    for (let i = start; i < end; i++) if (this.#state[i] === 0) this.#state[i] = KEPT
    this.#free = undefined
  }

  /**
   * Says what the character at `offset` is: 0 is free, 1 is a fact that stays, from 2 on it is claimed (each type has
   * its own number), 255 is protected.
   */
  stateAt(offset: number): number {
    return this.#state[offset] ?? 0
  }

  /** Says whether the character at `offset` belongs to one of the team's own words. */
  isProtected(offset: number): boolean {
    return this.#state[offset] === PROTECTED
  }

  /** The text with what is claimed blanked out. It has the same length. */
  get rest(): string {
    return (this.#rest ??= this.#blank(CLAIMED))
  }

  /** The text with what is claimed or kept blanked out. It has the same length. */
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

/** This is no letter, digit, space or punctuation, so it ends whatever is being matched. */
const BLANK = "\u0001"
const KEPT = 1
const CLAIMED = 2
const PROTECTED = 255

/** Counts the digits in a text. */
export const digitCount = (text: string): number => text.replace(/\D/g, "").length
