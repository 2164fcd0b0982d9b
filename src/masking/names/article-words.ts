import { fromBase64, toBase64 } from "../../text/base64.ts"
import { Bloom } from "./bloom.ts"
import { capitalTokensOf } from "./tokens.ts"

/**
 * The words of a team's public articles: evidence that a word of a ticket is the team's trade and not somebody's name.
 * Kept as a filter of eight bits a word, so it can be sent with the team's rules; says yes wrongly for a word in some
 * fifty.
 */
export class ArticleWords {
  readonly #words: Bloom

  /** @param base64 as `ArticleWords.pack` made it */
  constructor(base64: string) {
    this.#words = new Bloom(fromBase64(base64))
  }

  /** @param plain words in lower case; @param capital what `capitalsOf` gave */
  static pack(plain: Iterable<string>, capital: Iterable<string>): string {
    return toBase64(Bloom.of([...plain, ...Array.from(capital, (word) => CAPITAL + word)]).bits)
  }

  /** It stands in lower case in some article. */
  isPlain(low: string): boolean {
    return this.#words.has(low)
  }

  /** It stands with a capital inside a sentence of some article. */
  isCapital(low: string): boolean {
    return this.#words.has(CAPITAL + low)
  }

  /** The two stand beside each other with capitals in some article. */
  isPair(first: string, second: string): boolean {
    return this.#words.has(`${CAPITAL}${first} ${second}`)
  }
}

/** A mark that no word begins with. */
const CAPITAL = "^"

/**
 * Words of an article's text that have a capital inside a sentence, in lower case; and pairs of such words: "state
 * pension".
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
