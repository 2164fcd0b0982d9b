import { addressesIn, isCodeOfTown } from "./address.ts"
import { articleCut } from "./article-cut.ts"
import type { ArticleWords } from "./article-words.ts"
import { endsName, isCueAt, isNoName } from "./context.ts"
import { readingOf, type Reading } from "./features.ts"
import { CLASS, NAME_LIKE, type Knowledge, type Known } from "./knowledge.ts"
import { languageBit } from "./language.ts"
import { organisationsIn } from "./organisation.ts"
import { KINDS, scoresOf, type NameKind, type Scores, type Weights } from "./score.ts"
import { isCapital, SHAPE, type Token } from "./tokens.ts"

export interface NameModel {
  knowledge: Knowledge
  weights: Weights
}

export interface NameSpan {
  start: number
  end: number
  type: NameKind
  /** Whether it is surely one: the same word is masked elsewhere, too. */
  sure: boolean
}

export interface NameOptions {
  /** Chance from which a word is masked. */
  cut: number
  /** Locale of the ticket, where the text doesn't tell its language. */
  locale?: string | undefined
  /** Lower case: never masked. */
  keep?: ReadonlySet<string> | undefined
  /** Words of the team's public articles. */
  articles?: ArticleWords | undefined
}

/**
 * Names of people, places and organisations, and postal addresses, in running text: words by their scores, glued to
 * whole names. After the trial in which this beat rules with lists of names; see docs/privacy.md for what it reaches.
 * @param taken by word: 0 free, 1 a fact that stays, from 2 on masked already (by kind)
 */
export function findNames(
  tokens: readonly Token[],
  taken: Uint8Array,
  { knowledge, weights }: NameModel,
  options: NameOptions
): NameSpan[] {
  const address = addressesIn(tokens, knowledge)
  const reading = readingOf(tokens, knowledge, address, taken, languageBit(tokens, knowledge, options.locale))
  const scores = scoresOf(reading, weights)
  const masked = new Decision(reading, scores, options).masked()
  return spansOf(reading, scores, masked)
}

/** Which words are masked. */
class Decision {
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
      if (this.#masked[i - 1] && this.#mayBe(i) && endsName(this.#reading, this.#chance, i)) this.#masked[i] = 1
    }
    const organisation = organisationsIn(tokens, this.#reading.known, this.#reading.language)
    for (let i = 0; i < tokens.length; i++) if (organisation[i] && this.#mayBe(i)) this.#masked[i] = 1
    this.#sameElsewhere()
    return this.#masked
  }

  #isMasked(i: number): boolean {
    if (!this.#mayBe(i)) return false
    const chance = this.#chance[i] ?? 0
    if (this.#reading.address[i] && chance > IN_ADDRESS) return true
    return this.#isWord(i) && chance > this.#cutFor(i)
  }

  /** "api_key=", "LL-48077", "DS-88/b", "18 V": how machines and catalogues write. */
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

  /** A number alone is nobody's name; right behind or before a masked word it may be of an address. */
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
    return !this.#options.keep?.has(token.low)
  }

  #cutFor(i: number): number {
    const { articles } = this.#options
    return Math.max(this.#ownCut(i), articles ? articleCut(this.#reading, i, articles) : 0)
  }

  #ownCut(i: number): number {
    const { tokens, language } = this.#reading
    const known = this.#reading.known[i]
    const { cut } = this.#options
    if (!known) return cut
    if (tokens[i]?.shape === SHAPE.lowerLetter) return Math.max(cut, LONE_LETTER)
    if (known.classes & COMMON) return Math.max(cut, COMMON_WORD)
    if (this.#isPlainWord(i)) return Math.max(cut, this.#reading.lineCase[i] === 1 ? LOWER_LINE : PLAIN_WORD)
    if (this.#isAcronym(i)) return Math.max(cut, ACRONYM)
    // "El casero Tino": where nouns have no capital, it is somebody.
    if (this.#isRelated(i) && language !== GERMAN && tokens[i]?.shape === SHAPE.capital) return cut * LIKELY
    if (known.ordinary && !(known.classes & NAME_LIKE) && this.#reading.lineWords[i] === 1)
      return Math.max(cut, PLAIN_WORD)
    if (
      known.ordinary &&
      !(known.classes & (CLASS.given | CLASS.town | CLASS.country)) &&
      (this.#reading.run[i] ?? 0) < 2
    )
      return Math.max(cut, CAPITAL_WORD)
    return this.#isLikelyName(i) ? cut * LIKELY : cut
  }

  /** "VAT", "DMV" in a line that isn't in capitals, and no name's. */
  #isAcronym(i: number): boolean {
    const { tokens, known, lineCase } = this.#reading
    return tokens[i]?.shape === SHAPE.shortCapitals && lineCase[i] !== 2 && !((known[i]?.classes ?? 0) & NAME_LIKE)
  }

  #isRelated(i: number): boolean {
    return (
      ((this.#reading.known[i - 1]?.classes ?? 0) & (CLASS.relative | CLASS.title)) !== 0 &&
      this.#reading.tokens[i]?.gap === " "
    )
  }

  /**
   * A given name with a capital that is no ordinary word, or one behind "my sister", "Uncle"; a town behind "in",
   * "from".
   */
  #isLikelyName(i: number): boolean {
    const { tokens, known } = this.#reading
    const word = known[i]
    if (!word) return false
    const placed =
      ((known[i - 1]?.classes ?? 0) & CLASS.placeCue) !== 0 && (word.classes & (CLASS.town | CLASS.country)) !== 0
    if (placed && tokens[i]?.shape === SHAPE.capital && word.ordinary === 0) return true
    return (
      (word.classes & CLASS.given) !== 0 &&
      (this.#isRelated(i) || (tokens[i]?.shape === SHAPE.capital && word.ordinary === 0))
    )
  }

  /**
   * An ordinary word of the text's language, written as it is written anyway: in German with a capital, too. Where
   * nothing has a capital or all has one, or in German, it must not be a name's as well.
   */
  #isPlainWord(i: number): boolean {
    const { tokens, known, language, lineCase } = this.#reading
    const token = tokens[i]
    const word = known[i]
    if (!token || !word || !(word.ordinary & (language || word.ordinary))) return false
    if (token.shape === SHAPE.lower && lineCase[i] !== 1) return true
    return (
      !(word.classes & NAME_LIKE) &&
      (token.shape === SHAPE.lower ||
        lineCase[i] === 2 ||
        (token.begins === 1 && (this.#reading.run[i] ?? 0) < 2) ||
        (language === GERMAN && token.shape === SHAPE.capital))
    )
  }

  /** A word beside a masked one needs less. */
  #isGlued(i: number): boolean {
    const least = this.#isPlainWord(i) && this.#reading.lineCase[i] !== 1 ? this.#options.cut : GLUE * this.#options.cut
    if (this.#masked[i] || !this.#mayBe(i)) return false
    if (this.#masked[i - 1] && isCodeOfTown(this.#reading.tokens, this.#reading.address, i)) return true
    if ((this.#chance[i] ?? 0) < least) return false
    const classes = this.#reading.known[i]?.classes ?? 0
    if (classes & COMMON && !(classes & CLASS.given)) return false
    if (!this.#isWord(i)) return this.#isNumberBesideName(i)
    const { tokens } = this.#reading
    const before = this.#masked[i - 1] === 1 && JOIN.test(tokens[i]?.gap ?? "")
    const after = this.#masked[i + 1] === 1 && JOIN.test(tokens[i + 1]?.gap ?? "")
    return before || after
  }

  /** Two words with a capital are one name: "Mrs Baker", "Min-jun", "Daniel Key". */
  #joinPair(i: number) {
    const { tokens, known, run, heading } = this.#reading
    const token = tokens[i]
    const before = tokens[i - 1]
    const self = known[i]
    const last = known[i - 1]
    if (!token || !before || !self || !last || !this.#mayBe(i)) return
    const masked = this.#masked
    if (
      !masked[i] &&
      token.shape === SHAPE.capital &&
      last.classes & CLASS.title &&
      before.shape === SHAPE.capital &&
      /^\.? ?$/.test(token.gap)
    )
      masked[i] = 1
    if (
      !masked[i] &&
      masked[i - 1] &&
      token.gap === "-" &&
      isCapital(before) &&
      (token.shape !== SHAPE.lower || token.written.length < 4 || !self.ordinary)
    )
      masked[i] = 1
    const pair =
      token.shape === SHAPE.capital &&
      before.shape === SHAPE.capital &&
      token.gap === " " &&
      !heading[i] &&
      !before.possessive &&
      (run[i] ?? 0) < 5
    if (
      !pair ||
      !this.#mayBe(i - 1) ||
      ((self.classes | last.classes) & (CLASS.month | CLASS.weekday | CLASS.title)) !== 0
    )
      return
    if (masked[i] && !masked[i - 1] && !before.begins && !this.#isPlainWord(i - 1) && (this.#chance[i - 1] ?? 0) > PAIR)
      masked[i - 1] = 1
    if (masked[i - 1] && !masked[i] && (this.#chance[i] ?? 0) > PAIR) masked[i] = 1
    // "Rose Early", "Heather Cross": a given name before a word with a capital.
    const given = (last.classes & CLASS.given) !== 0 && run[i] === 2 && !this.#reading.address[i]
    if (
      given &&
      !masked[i] &&
      !masked[i - 1] &&
      Math.max(this.#chance[i] ?? 0, this.#chance[i - 1] ?? 0) > (before.begins ? GIVEN_FIRST : PAIR)
    )
      masked[i] = masked[i - 1] = 1
  }

  /**
   * "Noor ten Brinke", "Ute von der Heide": the small words between a masked name and what follows them with a capital.
   */
  #joinParticle(i: number) {
    const { tokens, known } = this.#reading
    const titled = ((known[i - 1]?.classes ?? 0) & CLASS.title) !== 0 && (tokens[i - 1]?.written.length ?? 0) > 1
    if (!titled && (!this.#masked[i - 1] || !isCapital(tokens[i - 1]) || this.#reading.address[i - 1])) return
    let end = i
    while (
      end < i + 3 &&
      PARTICLES.has(tokens[end]?.low ?? "") &&
      !isCapital(tokens[end]) &&
      /^\.? $/.test(tokens[end]?.gap ?? "")
    )
      end++
    const last = tokens[end]
    if (end === i || !last || !isCapital(last) || last.gap.length > 1 || !this.#mayBe(end)) return
    if (titled || this.#masked[end] || (this.#chance[end] ?? 0) > PAIR) this.#masked.fill(1, i, end + 1)
  }

  /**
   * A form of address, "Hi" before a name, or a small word of the language that is masked only because names stand
   * beside it.
   */
  #isStrayWord(i: number): boolean {
    const token = this.#reading.tokens[i]
    const known = this.#reading.known[i]
    if (!this.#masked[i] || !token || !known) return false
    if (FORMS_OF_ADDRESS.has(token.low) && this.#masked[i + 1]) return true
    // "my deadname brian": what somebody is, before who it is.
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

  /** A name that was surely one is one wherever it stands. */
  #sameElsewhere() {
    const { tokens, known } = this.#reading
    const sure = new Set<string>()
    for (let i = 0; i < tokens.length; i++) {
      const token = tokens[i]
      if (
        token &&
        this.#masked[i] &&
        (this.#chance[i] ?? 0) > SURE &&
        isCapital(token) &&
        token.written.length > 2 &&
        isRare(known[i])
      )
        sure.add(token.low)
    }
    if (sure.size === 0) return
    for (let i = 0; i < tokens.length; i++)
      if (!this.#masked[i] && this.#mayBe(i) && sure.has(tokens[i]?.low ?? "")) this.#masked[i] = 1
  }
}

function spansOf(reading: Reading, { chance, kinds }: Scores, masked: Uint8Array): NameSpan[] {
  const { tokens, known } = reading
  const spans: NameSpan[] = []
  for (let i = 0; i < tokens.length; i++) {
    const first = tokens[i]
    if (!masked[i] || !first) continue
    const inAddress = reading.address[i]
    let end = i
    // Behind "Berg." a new sentence may begin with "Kundennr.".
    while (
      masked[end + 1] &&
      reading.address[end + 1] === inAddress &&
      !(tokens[end + 1]?.begins && isCueAt(reading, end + 1)) &&
      goesOn(tokens[end + 1]?.gap ?? "", inAddress === 1)
    )
      end++
    const sums = KINDS.map((_, kind) => {
      let sum = 0
      for (let k = i; k <= end; k++) sum += kinds[k * KINDS.length + kind] ?? 0
      return sum
    })
    const type = inAddress ? "ADDRESS" : (KINDS[sums.indexOf(Math.max(...sums))] ?? "PERSON")
    if (type !== "ADDRESS" && isNoName(reading, chance, i, end, type === "PERSON")) {
      i = end
      continue
    }
    const sure =
      type !== "ADDRESS" &&
      Array.from({ length: end - i + 1 }, (_, k) => i + k).every((k) => (chance[k] ?? 0) > SURE && isRare(known[k]))
    spans.push({ start: first.start, end: tokens[end]?.end ?? first.end, type, sure })
    i = end
  }
  return spans
}

const isRare = (known: Known | undefined) =>
  known !== undefined && known.ordinary === 0 && (known.classes & ~NAME_LIKE) === 0
const goesOn = (gap: string, address: boolean) =>
  address ? gap.length < 12 && !/\n\s*\n/.test(gap) : /^(?: |\. ?|['’-]| ?& ?)$/.test(gap)

const GERMAN = 1 << 1
/** "b" */
const LONE_LETTER = 0.5
const PLAIN_WORD = 0.7
const ACRONYM = 0.55
const NUMBER_ALONE = 0.9
/** An ordinary word that is written with a capital. */
const CAPITAL_WORD = 0.4
/** What is left of the cut for a word that is likely a name by its list. */
const LIKELY = 0.4
/** The same in a line without a capital, where names have none either. */
const LOWER_LINE = 0.35
const JOIN = /^[ ]?[-&.'’]?[ ]?$/
const IN_ADDRESS = 0.03
/** Share of the cut from which a word beside a masked one goes with it. */
const GLUE = 0.2
const PAIR = 0.02
/** The same where the given name may be the first word of a sentence. */
const GIVEN_FIRST = 0.1
const PARTICLES: ReadonlySet<string> = new Set(
  "d' van von der den dem de del della dello da do dos das di du la le ten ter te zu zum zur bin bint ibn abu al el y e af av san".split(
    " "
  )
)
const FORMS_OF_ADDRESS: ReadonlySet<string> = new Set(
  "mr mrs ms dr prof herr herrn frau mme mlle monsieur madame sr sra srta señor señora senhor senhora".split(" ")
)
const GREETINGS: ReadonlySet<string> = new Set(
  "soy sou bin hi hello hey dear thanks cheers hallo liebe lieber danke moin servus bonjour cher chère salut merci hola estimado estimada querido querida gracias olá oi caro cara prezado prezada obrigado obrigada".split(
    " "
  )
)
const SURE = 0.8
/** Months, weekdays and nationalities have a capital and are mostly nobody's name; sometimes June is. */
const COMMON = CLASS.month | CLASS.weekday | CLASS.nationality
const COMMON_WORD = 0.9
