import { LISTS } from "replywright/lexicon/names"
import { wordsOf } from "../../lexicon/lexicon.ts"
import { isCodeOfTown } from "./address.ts"
import type { ArticleWords } from "./article-words.ts"
import { isRestOfName } from "./context.ts"
import { COMMON, isPlainWord, isRare, ownCut, SURE } from "./cuts.ts"
import { CLASS, NAME_LIKE, type Known } from "./knowledge.ts"
import { organisationsIn } from "./organisation.ts"
import type { Reading } from "./reading.ts"
import type { Scores } from "./score.ts"
import { isCapital, SHAPE, type Token } from "./tokens.ts"
import { PARTICLES } from "./name-cue-words.ts"

export interface NameOptions {
  /** The probability from which a word is masked. */
  cut: number
  /** The bit of the text's language, or 0. */
  language: number
  /** Words in lower case that are never masked. */
  keep?: ReadonlySet<string> | undefined
  /** The words of the team's public articles. */
  articles?: ArticleWords | undefined
  /** 1 for each word in a language without a list of ordinary words. */
  other?: Uint8Array<ArrayBuffer> | undefined
  /** 1 for each word that the words before it announce as somebody's name. */
  named?: Uint8Array | undefined
  /** 1 for each word of an address that its grammar tells. */
  placed?: Uint8Array | undefined
  /** Scores those words anew. */
  scoreOthers?: (reading: Reading, scores: Scores) => void
}

/** Decides which words are masked. */
export class Decision {
  readonly #reading: Reading
  readonly #chance: Float32Array
  readonly #options: NameOptions
  readonly #masked: Uint8Array

  constructor(reading: Reading, scores: Scores, options: NameOptions) {
    this.#reading = reading
    this.#chance = scores.chance
    this.#options = options
    this.#masked = new Uint8Array(reading.tokens.length)
  }

  masked(): Uint8Array {
    const { tokens } = this.#reading
    for (let i = 0; i < tokens.length; i++) this.#masked[i] = this.#isMasked(i) ? 1 : 0
    for (let pass = 0; pass < 2; pass++)
      for (let i = 0; i < tokens.length; i++) if (this.#isGlued(i)) this.#masked[i] = 1
    for (let i = 1; i < tokens.length; i++) this.#joinPair(i)
    for (let i = 0; i < tokens.length; i++) if (this.#isStrayWord(i)) this.#masked[i] = 0
    for (let i = 1; i < tokens.length; i++) {
      this.#joinParticle(i)
      if (this.#masked[i - 1] && this.#mayBe(i) && isRestOfName(this.#reading, this.#chance, i)) this.#masked[i] = 1
    }
    const organisation = organisationsIn(this.#reading, this.#masked)
    for (let i = 0; i < tokens.length; i++) if (organisation[i] && this.#mayBe(i)) this.#masked[i] = 1
    this.#sameElsewhere()
    return this.#masked
  }

  #isMasked(i: number): boolean {
    if (!this.#mayBe(i)) return false
    if (this.#options.named?.[i] || this.#options.placed?.[i]) return true
    const chance = this.#chance[i] ?? 0
    if (this.#reading.address[i] && chance > IN_ADDRESS) return true
    return this.#isWord(i) && chance > this.#cutFor(i)
  }

  /** Recognises how machines and catalogues write: "api_key=", "LL-48077", "DS-88/b", "18 V". */
  #isOfCode(i: number): boolean {
    const { tokens } = this.#reading
    const next = tokens[i + 1]
    const numbered = (k: number) => (tokens[k]?.shape ?? 0) >= SHAPE.code
    if (/^_?=/.test(next?.gap ?? "")) return true
    if (tokens[i]?.shape === SHAPE.capitalLetter && tokens[i]?.gap === " " && numbered(i - 1)) return true
    return (
      (/^[-/.#]$/.test(next?.gap ?? "") && numbered(i + 1)) ||
      (/^[-/.#]$/.test(tokens[i]?.gap ?? "") && numbered(i - 1))
    )
  }

  #isWord(i: number): boolean {
    const token = this.#reading.tokens[i]
    return token !== undefined && token.shape < SHAPE.ordinal
  }

  /** A number alone is nobody's name. Right behind or before a masked word it may belong to an address. */
  #isNumberBesideName(i: number): boolean {
    const { tokens } = this.#reading
    const beside = (k: number, gap: string | undefined) => this.#masked[k] === 1 && /^[\s,]{1,3}$/.test(gap ?? "")
    const chance = this.#chance[i] ?? 0
    if (/[-/#.]$/.test(tokens[i]?.gap ?? "") || chance < this.#options.cut) return false
    return chance > NUMBER_ALONE || beside(i - 1, tokens[i]?.gap) || beside(i + 1, tokens[i + 1]?.gap)
  }

  #mayBe(i: number): boolean {
    const token = this.#reading.tokens[i]
    if (!token || (this.#reading.taken[i] ?? 0) > 1 || token.shape === SHAPE.unspaced) return false
    if ((this.#reading.taken[i] ?? 0) === 1 && !this.#reading.address[i]) return false
    if (this.#isOfCode(i) && !this.#reading.address[i]) return false
    // In "従量電灯B" the letter belongs to the word before it.
    if (
      token.shape === SHAPE.capitalLetter &&
      token.gap === "" &&
      this.#reading.tokens[i - 1]?.shape === SHAPE.unspaced
    )
      return false
    // "Toma Eutirox" goes on with a medicine.
    if (token.shape === SHAPE.lower && TAKES.has(token.low)) return false
    return !this.#options.keep?.has(token.low)
  }

  #cutFor(i: number): number {
    const { articles } = this.#options
    return Math.max(
      this.#reading.other[i] ? this.#options.cut : ownCut(this.#reading, i, this.#options.cut),
      articles ? articleThreshold(this.#reading, i, articles) : 0
    )
  }

  /** Says whether a word beside a masked one is masked with it, for which it needs a lower probability. */
  #isGlued(i: number): boolean {
    const least =
      isPlainWord(this.#reading, i) && this.#reading.lineCase[i] !== 1 ? this.#options.cut : GLUE * this.#options.cut
    if (this.#masked[i] || !this.#mayBe(i)) return false
    if (this.#masked[i - 1] && isCodeOfTown(this.#reading.tokens, this.#reading.address, i)) return true
    if ((this.#chance[i] ?? 0) < least) return false
    const classes = this.#reading.known[i]?.classes ?? 0
    if (classes & COMMON && !(classes & CLASS.given)) return false
    if (!this.#isWord(i)) return this.#isNumberBesideName(i)
    return this.#isJoined(i - 1, i) || this.#isJoined(i + 1, i + 1)
  }

  /** Says whether the masked word is joined to its neighbour by the gap before a word. */
  #isJoined(masked: number, behindGap: number): boolean {
    if (this.#masked[masked] !== 1 || !JOIN.test(this.#reading.tokens[behindGap]?.gap ?? "")) return false
    return !beginsSentence(this.#reading, behindGap)
  }

  /** Joins two words with a capital into one name: "Mrs Baker", "Min-jun", "Daniel Key". */
  #joinPair(i: number) {
    const [token, before] = [this.#reading.tokens[i], this.#reading.tokens[i - 1]]
    const [self, last] = [this.#reading.known[i], this.#reading.known[i - 1]]
    if (!token || !before || !self || !last || !this.#mayBe(i)) return
    const masked = this.#masked
    if (!masked[i] && this.#isBehindTitle(i, last)) masked[i] = 1
    if (!masked[i] && masked[i - 1] && this.#isHyphened(token, before, self)) masked[i] = 1
    if (this.#isPair(i, self.classes | last.classes)) this.#joinCapitals(i, before, last)
  }

  /** Joins two words with a capital, of which one is masked, or the first is a given name. */
  #joinCapitals(i: number, before: Token, last: Known) {
    const masked = this.#masked
    const isBeforeName = !before.begins && !isPlainWord(this.#reading, i - 1) && this.#isLikelier(i - 1, PAIR)
    if (masked[i] && !masked[i - 1] && isBeforeName) masked[i - 1] = 1
    if (masked[i - 1] && !masked[i] && this.#isLikelier(i, PAIR)) masked[i] = 1
    // In "Rose Early" and "Heather Cross" a given name stands before a word with a capital.
    const given = (last.classes & CLASS.given) !== 0 && this.#reading.run[i] === 2 && !this.#reading.address[i]
    if (!given || masked[i] || masked[i - 1]) return
    const least = before.begins ? GIVEN_FIRST : PAIR
    if (this.#isLikelier(i, least) || this.#isLikelier(i - 1, least)) masked[i] = masked[i - 1] = 1
  }

  #isLikelier(i: number, least: number): boolean {
    return (this.#chance[i] ?? 0) > least
  }

  #isBehindTitle(i: number, { classes }: Known): boolean {
    const [token, before] = [this.#reading.tokens[i], this.#reading.tokens[i - 1]]
    if (token?.shape !== SHAPE.capital || before?.shape !== SHAPE.capital) return false
    return (classes & CLASS.title) !== 0 && /^\.? ?$/.test(token.gap)
  }

  /** Says whether the word goes on with the name before its hyphen: "Min-jun", but not "Anna-friendly". */
  #isHyphened(token: Token, before: Token, { ordinary }: Known): boolean {
    if (token.gap !== "-" || !isCapital(before)) return false
    return token.shape !== SHAPE.lower || token.written.length < 4 || !ordinary
  }

  /** Says whether both words have a capital and may be one name. */
  #isPair(i: number, classes: number): boolean {
    const { tokens, run, heading } = this.#reading
    const [token, before] = [tokens[i], tokens[i - 1]]
    if (token?.shape !== SHAPE.capital || before?.shape !== SHAPE.capital || token.gap !== " ") return false
    if (heading[i] || before.possessive || (run[i] ?? 0) >= 5 || !this.#mayBe(i - 1)) return false
    return (classes & (CLASS.month | CLASS.weekday | CLASS.title)) === 0
  }

  /**
   * Joins the small words between a masked name and the word with a capital behind them: "Noor ten Brinke", "Ute von
   * der Heide".
   */
  #joinParticle(i: number) {
    const { tokens } = this.#reading
    const titled = this.#isTitle(i - 1)
    if (!titled && (!this.#masked[i - 1] || !isCapital(tokens[i - 1]) || this.#reading.address[i - 1])) return
    let end = i
    while (end < i + 3 && this.#isParticle(end)) end++
    const last = tokens[end]
    if (end === i || !last || !isCapital(last) || last.gap.length > 1 || !this.#mayBe(end)) return
    if (titled || this.#masked[end] || this.#isLikelier(end, PAIR)) this.#masked.fill(1, i, end + 1)
  }

  #isTitle(i: number): boolean {
    const [token, known] = [this.#reading.tokens[i], this.#reading.known[i]]
    return token !== undefined && known !== undefined && (known.classes & CLASS.title) !== 0 && token.written.length > 1
  }

  #isParticle(i: number): boolean {
    const token = this.#reading.tokens[i]
    return token !== undefined && PARTICLES.has(token.low) && !isCapital(token) && /^\.? $/.test(token.gap)
  }

  /**
   * Recognises a form of address, "Hi" before a name, or a function word that is masked only because names stand beside
   * it.
   */
  #isStrayWord(i: number): boolean {
    const token = this.#reading.tokens[i]
    const known = this.#reading.known[i]
    if (!this.#masked[i] || !token || !known || this.#options.named?.[i]) return false
    if (FORMS_OF_ADDRESS.has(token.low) && this.#masked[i + 1]) return true
    // In "my deadname brian" the word that says what somebody is stands before the name.
    if (
      token.shape === SHAPE.lower &&
      known.classes & CLASS.relative &&
      !(known.classes & NAME_LIKE) &&
      this.#masked[i + 1]
    )
      return true
    if (token.begins > 0 && this.#masked[i + 1] && GREETINGS.has(token.low)) return true
    return (
      token.shape === SHAPE.lower &&
      (known.small & (this.#reading.language || known.small)) !== 0 &&
      !this.#reading.address[i] &&
      (this.#chance[i] ?? 0) < 0.5
    )
  }

  /** Masks a name that was surely one wherever it occurs. */
  #sameElsewhere() {
    const { tokens, known } = this.#reading
    const sure = new Set<string>()
    for (let i = 0; i < tokens.length; i++) {
      const token = tokens[i]
      if (
        token &&
        this.#masked[i] &&
        isCapital(token) &&
        token.written.length > 2 &&
        (this.#options.named?.[i] ? isListedGiven(known[i]) : (this.#chance[i] ?? 0) > SURE && isRare(known[i]))
      )
        sure.add(token.low)
    }
    if (sure.size === 0) return
    for (let i = 0; i < tokens.length; i++)
      if (!this.#masked[i] && this.#mayBe(i) && sure.has(tokens[i]?.low ?? "")) this.#masked[i] = 1
  }
}

const isListedGiven = (known: Known | undefined) => ((known?.classes ?? 0) & CLASS.given) !== 0 && known?.ordinary === 0
const NUMBER_ALONE = 0.9
const JOIN = /^[ ]?[-&.'’]?[ ]?$/
const IN_ADDRESS = 0.03
/** The share of the threshold from which a word beside a masked one is masked with it. */
const GLUE = 0.2
const PAIR = 0.02
/** The same for a given name that may be the first word of a sentence. */
const GIVEN_FIRST = 0.1
const TAKES = wordsOf(LISTS, "takes")
const FORMS_OF_ADDRESS = wordsOf(LISTS, "forms-of-address")
const GREETINGS = wordsOf(LISTS, "greetings")

/**
 * Says whether the mark before the word ends a sentence, and is no full stop of an abbreviation: "in Görlitz. Der
 * Siena", but not "Av. das Mangueiras". In an address only a word that isn't part of a name begins a sentence.
 */
export function beginsSentence(reading: Reading, i: number): boolean {
  const { tokens, known, address } = reading
  const [before, token] = [tokens[i - 1], tokens[i]]
  if (!before || !token || !/^[.!?]\s/.test(token.gap) || isAbbreviation(reading, i - 1, before)) return false
  const { small, ordinary, classes } = known[i] ?? { small: 0, ordinary: 0, classes: 0 }
  return !address[i] || small > 0 || (ordinary > 0 && (classes & NAME_LIKE) === 0)
}

/** Says whether the full stop behind the word may belong to it. Names and words of a language have none. */
function isAbbreviation({ known }: Reading, i: number, { written }: Token): boolean {
  if (written.length < 3) return true
  const { ordinary, classes } = known[i] ?? { ordinary: 0, classes: 0 }
  if (classes & ABBREVIATED) return written.length <= LONGEST
  return written.length <= LONGEST && ordinary === 0 && (classes & (NAME_LIKE | CLASS.month)) === 0
}

const ABBREVIATED = CLASS.title | CLASS.street | CLASS.streetStart | CLASS.unit
const LONGEST = 5

/**
 * Returns the probability from which a word is masked although the team's public articles contain it in the same
 * spelling. The articles are evidence and no veto. They have no effect on a given name, however they write it, nor on a
 * family name alone.
 * @returns 0 where the articles have no effect
 */
function articleThreshold(reading: Reading, i: number, articles: ArticleWords): number {
  const token = reading.tokens[i]
  const word = reading.known[i]
  if (!token || !word || (word.classes & CLASS.given && !word.ordinary)) return 0
  const threshold = isCapital(token) ? capitalThreshold(reading, i, articles) : undefined
  if (threshold !== undefined) return threshold
  if (!articles.isPlain(token.low)) return 0
  return token.shape === SHAPE.lower || token.begins ? PLAIN : OTHER_CASE
}

/** Returns the threshold of a word with a capital, if the articles write it or a pair with it like that. */
function capitalThreshold({ tokens, known }: Reading, i: number, articles: ArticleWords): number | undefined {
  const [before, token, next] = [tokens[i - 1], tokens[i], tokens[i + 1]]
  const word = known[i]
  if (!token || !word) return undefined
  const isPair = isPairOf(before, token, articles) || isPairOf(token, next, articles)
  const isWritten = articles.isCapital(token.low)
  const classes = word.classes | (isPair ? (known[i + 1]?.classes ?? 0) : 0)
  if ((isPair || isWritten) && classes & CLASS.country) return NEVER
  if (isPair) return ARTICLE_PAIR
  if (word.classes & CLASS.family && !word.ordinary) return 0
  if (!isWritten) return undefined
  return token.shape === SHAPE.capital ? CAPITAL : CAPITALS
}

function isPairOf(first: Token | undefined, second: Token | undefined, articles: ArticleWords): boolean {
  if (!first || !second || !isCapital(first) || !isCapital(second)) return false
  return second.gap === " " && articles.isPair(first.low, second.low)
}

/** A country that the articles mention identifies nobody when it stands alone. */
const NEVER = 1
/** Applies to pairs such as "State Pension". */
const ARTICLE_PAIR = 0.98
/** Applies to abbreviations such as "SBA". */
const CAPITALS = 0.99
const CAPITAL = 0.8
const PLAIN = 0.8
/** Applies when a word has a capital inside a sentence and the articles write it without one. */
const OTHER_CASE = 0.5
