import { CLASS, type Knowledge } from "./knowledge.ts"
import { isNumber, SHAPE, type Token } from "./tokens.ts"

/** The words of an address, from the first to the last. */
export interface Range {
  from: number
  to: number
}

/** Answers what is known of the words of a text that may form an address. */
export class AddressWords {
  readonly #tokens: readonly Token[]
  readonly #knowledge: Knowledge

  constructor(tokens: readonly Token[], knowledge: Knowledge) {
    this.#tokens = tokens
    this.#knowledge = knowledge
  }

  classes(i: number): number {
    const token = this.#tokens[i]
    return token ? this.#knowledge.of(token.low).classes : 0
  }

  isDatePart(i: number): boolean {
    return (this.classes(i) & (CLASS.month | CLASS.weekday)) !== 0
  }

  /** Says whether a token is an ordinary word in capitals, in which case the capitals are no evidence. */
  isShouted(token: Token): boolean {
    return (token.shape === SHAPE.capitals || token.shape === SHAPE.shortCapitals) && this.isPlain(token)
  }

  /** Says whether a sentence ends before the word: "steht im Protokoll. Mit 300 Euro", but not "Av. das Mangueiras". */
  endsSentence(i: number): boolean {
    const [before, token] = [this.#tokens[i - 1], this.#tokens[i]]
    if (!before || !token || !/^\.\s/.test(token.gap)) return false
    const { ordinary, classes } = this.#knowledge.of(before.low)
    return before.written.length > LONGEST_ABBREVIATION || (before.written.length > 3 && (ordinary | classes) !== 0)
  }

  isPlain(token: Token): boolean {
    const { ordinary, classes } = this.#knowledge.of(token.low)
    return (
      ordinary !== 0 &&
      (classes & (CLASS.given | CLASS.family | CLASS.town | CLASS.country | CLASS.street | CLASS.unit)) === 0
    )
  }
}

const LONGEST_ABBREVIATION = 5

export function isHouseNumber(token: Token | undefined): boolean {
  return (
    token !== undefined &&
    ((isNumber(token) && token.written.length < 6) || /^\d{1,4}(?:[a-hA-H]|bis|ter)$/.test(token.written)) &&
    token.shape !== SHAPE.ordinal
  )
}

/** Matches a state such as "NSW", "QLD" or "TX". */
export const STATE = /^[A-Z]{2,3}$/
