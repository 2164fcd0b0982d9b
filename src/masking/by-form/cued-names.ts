import { LISTS } from "replywright/lexicon/names"
import { wordsOf } from "../../lexicon/lexicon.ts"
import { CLASS, GERMAN, type Knowledge, type Known, NAME_LIKE } from "../names/knowledge.ts"
import { isCapital, SHAPE, type Token } from "../names/tokens.ts"
import { Phrases } from "../basis/phrases.ts"
import { BRANDS, PARTICLES, RELATIVES } from "../names/name-cue-words.ts"
import { ANIMALS, CALLED, GOODS, JOBS, LABELS, ROLES } from "../names/context-words.ts"

/**
 * Finds the names of people that the words before them announce, however they are written: "ask for bex", "my gran Dot",
 * "the engineer, Summer", "it's tobi from the club", "bex here". A word in lower case counts only if it is a given name
 * or in no list of words.
 * @param language the bit of the text's language, or 0
 * @param other 1 for each word in a language that is read by its forms
 * @returns 1 for each word of such a name
 */
export function namesByCue(
  tokens: readonly Token[],
  knowledge: Knowledge,
  { language, other }: { language: number; other: Uint8Array }
): Uint8Array {
  const named = new Uint8Array(tokens.length)
  const reader = new CuedNames(tokens, knowledge, language)
  for (let i = 0; i < tokens.length; i++) {
    const end = other[i] ? undefined : reader.nameEnd(i)
    if (end !== undefined) named.fill(1, i, end + 1)
  }
  return named
}

/** How sure the words before it are that a name follows. */
type Cue = "introduced" | "told" | "person"

class CuedNames {
  readonly #tokens: readonly Token[]
  readonly #knowledge: Knowledge
  readonly #language: number

  constructor(tokens: readonly Token[], knowledge: Knowledge, language: number) {
    this.#tokens = tokens
    this.#knowledge = knowledge
    this.#language = language
  }

  /** Returns the last word of the name that begins with word i. */
  nameEnd(i: number): number | undefined {
    const token = this.#tokens[i]
    if (!token || token.shape >= SHAPE.ordinal || token.written.length < 2 || /['’]$/.test(token.low)) return undefined
    if (!this.#mayBeCued(i, token)) return undefined
    const cue = this.#cueBefore(i) ?? this.#cueBehind(i) ?? (this.#isIntroduced(i) ? "introduced" : undefined)
    if (!cue || !this.#isName(i, cue)) return this.#signatureEnd(i)
    let end = i
    while (end < i + MOST_WORDS && this.#goesOn(end + 1, i)) end++
    while (end > i && PARTICLES.has(this.#tokens[end]?.low ?? "")) end--
    return end
  }

  /** Says cheaply whether something beside the word can announce a name. Most words have nothing of the kind. */
  #mayBeCued(i: number, token: Token): boolean {
    if (i >= this.#tokens.length - 3 || TRIGGERS.has(this.#tokens[i - 1]?.low ?? "")) return true
    const next = this.#tokens[i + 1]
    return (next?.gap === ", " && isCapital(token)) || (token.begins > 0 && INTRODUCES.has(next?.low ?? ""))
  }

  #cueBefore(i: number): Cue | undefined {
    const [before, token] = [this.#tokens[i - 1], this.#tokens[i]]
    if (!before || !token) return undefined
    if (/^ ["“„«‘']?$|^: $/.test(token.gap) && TOLD.endingAt(this.#tokens, i - 1) > 0) return "told"
    if (!/^,? ["“„«‘']?$|^\.? $/.test(token.gap) || before.possessive) return undefined
    const isWord =
      before.shape === SHAPE.lower || before.begins === 2 || /[.!?]/.test(before.gap) || this.#language === GERMAN
    if (isWord && (KIN.has(before.low) || JOBS.has(before.low)))
      return this.#isSomebody(i - 1, token) ? "person" : undefined
    return token.gap !== ", " && CALLED.has(before.low) && this.#isOfPerson(i - 2) ? "told" : undefined
  }

  /** Recognises who somebody is, right behind the name: "Amado, o instrutor", "Dee, my carer". */
  #cueBehind(i: number): Cue | undefined {
    const [token, pointer, who] = [this.#tokens[i], this.#tokens[i + 1], this.#tokens[i + 2]]
    if (!isCapital(token) || pointer?.gap !== ", " || who?.gap !== " " || !POINTERS.has(pointer.low)) return undefined
    return token?.begins === 0 && (KIN.has(who.low) || JOBS.has(who.low)) ? "told" : undefined
  }

  /**
   * Returns the last word of the signature that begins with word i: a last sentence of one or two words, or what stands
   * behind "cheers" or "cordialement" there.
   */
  #signatureEnd(i: number): number | undefined {
    const last = this.#tokens.length - 1
    const token = this.#tokens[i]
    if (
      !token ||
      last - i > 2 ||
      this.#tokens.slice(i + 1).some(({ gap }) => gap !== " " && gap !== "-" && gap !== ". ")
    )
      return undefined
    const signed = /^[,.!]? ?\n?$|^ ?[-–—] ?$|^\n+$/.test(token.gap) && SIGNED.endingAt(this.#tokens, i - 1) > 0
    if (!signed && !(i > FEWEST_BEFORE && this.#isLastSentence(i))) return undefined
    for (let k = i; k <= last; k++) if (!this.#maySign(k, signed)) return undefined
    return last
  }

  /** Says whether a sentence of one word, or of a given name and another, begins with word i and ends the text. */
  #isLastSentence(i: number): boolean {
    const last = this.#tokens.length - 1
    const [token, before] = [this.#tokens[i], this.#tokens[i - 1]]
    if (!token || !before) return false
    const isGiven = this.#isListed(token.low)
    if (i < last - 1 || (i < last && !isGiven)) return false
    if (/^[.!?)…]+["”»]?\s+$|^\s*\n\s*$|^ [-–—] ?$/.test(token.gap)) return true
    // Behind a number nothing goes on but a unit: "612 345 019 karim".
    const isTown = (this.#knowledge.of(token.low).classes & CLASS.town) !== 0
    return isGiven && !isTown && token.gap === " " && before.shape > SHAPE.digits + 1 && token.written.length > 2
  }

  #maySign(i: number, signed: boolean): boolean {
    const token = this.#tokens[i]
    if (!token || token.shape >= SHAPE.ordinal || token.written.length < 2 || LAST_WORDS.has(token.low)) return false
    const known = this.#knowledge.of(token.low)
    if (known.small & (this.#language || known.small) || known.classes & (CLASS.brand | CLASS.weekday | CLASS.unit))
      return false
    if (isCapital(token)) return true
    if (IS_ADVERB.test(token.low) && !this.#isGiven(known)) return false
    if (signed) return true
    return (
      this.#isGiven(known) || !(known.ordinary & (this.#language || known.ordinary)) || known.letters <= SURELY_NAME
    )
  }

  /** "Der Fahrer Max" and "my driver, Max" are persons. Behind a comma the one before must be pointed at. */
  #isSomebody(i: number, { gap }: Token): boolean {
    if (!gap.startsWith(",")) return true
    const before = this.#tokens[i - 1]
    return before !== undefined && POINTERS.has(before.low)
  }

  /** Says whether a person stands a few words before: "a chap from your Leeds depot called Dev". */
  #isOfPerson(i: number): boolean {
    for (let k = i; k > i - FURTHEST_PERSON && k >= 0; k--) {
      const low = this.#tokens[k]?.low ?? ""
      if (GOODS.has(low) || ANIMALS.has(low)) return false
      if (KIN.has(low) || JOBS.has(low) || SOMEBODY.has(low)) return true
      if ((this.#tokens[k]?.begins ?? 2) > 0) return false
    }
    return false
  }

  /** Recognises "bex here", "Tobi speaking" and "it's tobi from the club" at the beginning of a sentence. */
  #isIntroduced(i: number): boolean {
    const [token, next] = [this.#tokens[i], this.#tokens[i + 1]]
    if (!token || !next) return false
    if (
      OPENERS.endingAt(this.#tokens, i - 1) > 0 &&
      this.#opens(i - 1) &&
      this.#isListed(token.low) &&
      /^[,.]/.test(next.gap)
    )
      return true
    if (next.gap !== " ") return false
    if (token.begins > 0)
      return INTRODUCES.has(next.low) && /^(?:[,.!;:\n-]| (?:again|from|for|-|–))/.test(this.#gapAndWord(i + 2))
    return FROM.has(next.low) && OPENERS.endingAt(this.#tokens, i - 1) > 0 && this.#opens(i - 1)
  }

  /** Says whether the phrase that ends with word i begins its sentence. */
  #opens(i: number): boolean {
    const first = i - OPENERS.endingAt(this.#tokens, i) + 1
    const [token, before] = [this.#tokens[first], this.#tokens[first - 1]]
    return token !== undefined && (token.begins > 0 || GREETINGS.has(before?.low ?? "") || /,/.test(token.gap))
  }

  #gapAndWord(i: number): string {
    const token = this.#tokens[i]
    return token ? token.gap + token.low : "\n"
  }

  #isName(i: number, cue: Cue): boolean {
    const token = this.#tokens[i]
    if (!token) return false
    const known = this.#knowledge.of(token.low)
    if (NO_NAMES.some((words) => words.has(token.low)) || known.classes & NO_NAME) return false
    if (KIN.has(token.low) || known.classes & (CLASS.relative | CLASS.title | CLASS.nameLabel)) return false
    const language = this.#language
    if (known.small & (language || known.small)) return false
    if (isCapital(token)) {
      if (token.shape === SHAPE.shortCapitals && !(known.classes & NAME_LIKE)) return false
      if (cue !== "person" || !(known.ordinary & language) || this.#isGiven(known)) return true
      // In "Meine Nachbarin Wolke ist" the word is a name, although German nouns have a capital.
      const next = this.#gapAndWord(i + 1)
      return AUXILIARIES.has(next.trimStart()) || (language !== GERMAN && token.begins === 0)
    }
    if (token.shape !== SHAPE.lower || known.small) return false
    return this.#isLowerName(i, known, language, cue)
  }

  #isLowerName(i: number, known: Known, language: number, cue: Cue): boolean {
    const low = this.#tokens[i]?.low ?? ""
    if (!(known.ordinary & (language || known.ordinary)))
      return this.#isGiven(known) || (known.ordinary === 0 && known.letters <= LIKE_A_NAME && !IS_VERB.test(low))
    if (cue === "introduced" && known.letters <= SURELY_NAME && !IS_ADVERB.test(low)) return true
    const next = this.#gapAndWord(i + 1)
    // Between "my sister" and "is" stands a name, whatever else the word can be.
    if (cue === "person" && AUXILIARIES.has(next.trimStart()) && !IS_ADVERB.test(low)) return low.length > 2
    // "My nan rose" and "my son will" go on with a verb. A word that is a name, too, stands at the end of its clause.
    const ends = !/^ [\p{L}\d]/u.test(next) || JOINERS.has(next.trimStart())
    return (known.classes & CLASS.given) !== 0 && ends
  }

  #isListed(low: string): boolean {
    return (this.#knowledge.of(low).classes & CLASS.given) !== 0
  }

  #isGiven = ({ classes }: Known) => (classes & (CLASS.given | CLASS.family)) !== 0

  /** Says whether word i belongs to the name: "Magnus de la Cruz", "jo-anne", "J. Ota", "teodoro salinas". */
  #goesOn(i: number, first: number): boolean {
    const [token, before] = [this.#tokens[i], this.#tokens[i - 1]]
    if (!token || !before || token.shape >= SHAPE.ordinal) return false
    if (!/^(?: |-|['’]| ?["“”] ?)$/.test(token.gap) && !(token.gap === ". " && before.written.length === 1))
      return false
    if (isCapital(this.#tokens[first])) return this.#capitalGoesOn(i, token)
    const { small, classes, ordinary } = this.#knowledge.of(token.low)
    if (token.shape !== SHAPE.lower || small) return false
    return token.gap === "-" || ((classes & CLASS.family) !== 0 && ordinary === 0)
  }

  #capitalGoesOn(i: number, token: Token): boolean {
    const next = this.#tokens[i + 1]
    if (PARTICLES.has(token.low)) return isCapital(next) || PARTICLES.has(next?.low ?? "")
    const known = this.#knowledge.of(token.low)
    if (token.shape === SHAPE.capitals && known.ordinary && !this.#isGiven(known)) return false
    return isCapital(token) && !known.small && !(known.classes & NO_NAME)
  }
}

const TOLD = new Phrases("names-told")
const KIN: ReadonlySet<string> = new Set([...RELATIVES, ...wordsOf(LISTS, "kinship")])
const OPENERS = new Phrases("names-open")
const SOMEBODY = wordsOf(LISTS, "somebody")
const POINTERS = wordsOf(LISTS, "pointers")
const INTRODUCES = wordsOf(LISTS, "told-behind")
const FROM = wordsOf(LISTS, "from")
const GREETINGS = wordsOf(LISTS, "greetings")
const TRIGGERS: ReadonlySet<string> = new Set([...TOLD.lastWords, ...OPENERS.lastWords, ...KIN, ...JOBS, ...CALLED])
const NO_NAMES = [BRANDS, GOODS, LABELS, ROLES, JOBS, wordsOf(LISTS, "no-names"), wordsOf(LISTS, "field-things")]
const NO_NAME = CLASS.month | CLASS.weekday | CLASS.nationality | CLASS.brand
const MOST_WORDS = 4
const FURTHEST_PERSON = 8
/** Above this, the letters of a word are those of an ordinary one. */
const LIKE_A_NAME = 4
/** Up to this, they are those of a name. */
const SURELY_NAME = 2
const AUXILIARIES = wordsOf(LISTS, "auxiliaries")
const SIGNED = new Phrases("signed")
const LAST_WORDS = wordsOf(LISTS, "last-words")
/** A message of fewer words has no signature that nothing announces. */
const FEWEST_BEFORE = 5
const JOINERS = wordsOf(LISTS, "joiners")
const IS_ADVERB = /(?:ly|ward|wards|mente|ment|s|ing|ed)$/
const IS_VERB = /(?:ed|ing|te|er|é|ou|iu)$/
