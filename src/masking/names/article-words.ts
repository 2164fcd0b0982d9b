import { fromBase64, toBase64 } from "../../text/bytes/base64.ts"
import { Bloom } from "../basis/bloom.ts"
import { capitalTokensOf } from "./tokens.ts"

/**
 * The words of a team's public articles. They are evidence that a word of a ticket belongs to the team's trade and is
 * nobody's name. They are kept as a filter of eight bits a word, so that they can be sent with the team's rules. The
 * filter wrongly reports about one word in fifty as contained.
 */
export class ArticleWords {
  readonly #words: Bloom

  /** @param base64 the result of `ArticleWords.pack` */
  constructor(base64: string) {
    this.#words = new Bloom(fromBase64(base64))
  }

  /**
   * @param plain words in lower case
   * @param capital the result of `capitalsOf`
   */
  static pack(plain: Iterable<string>, capital: Iterable<string>): string {
    return toBase64(Bloom.of([...plain, ...Array.from(capital, (word) => CAPITAL + word)]).bits)
  }

  /** Says whether some article contains the word in lower case. */
  isPlain(low: string): boolean {
    return this.#words.has(low)
  }

  /** Says whether some article contains the word with a capital inside a sentence. */
  isCapital(low: string): boolean {
    return this.#words.has(CAPITAL + low)
  }

  /** Says whether some article contains the two words with capitals beside each other. */
  isPair(first: string, second: string): boolean {
    return this.#words.has(`${CAPITAL}${first} ${second}`)
  }
}

/** No word begins with this mark. */
const CAPITAL = "^"

/**
 * Returns the words of an article's text that have a capital inside a sentence, in lower case, and pairs of such words:
 * "state pension".
 */
export function capitalsOf(text: string): string[] {
  const found: string[] = []
  const capitals = capitalTokensOf(text)
  for (const [i, { at, token }] of capitals.entries()) {
    if (!token.begins) found.push(token.low)
    const next = capitals[i + 1]
    if (next?.at === at + 1 && next.token.gap === " ") found.push(`${token.low} ${next.token.low}`)
  }
  return found
}
