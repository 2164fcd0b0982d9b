import { deniesItems } from "../../../../checks/evidence/patterns.ts"
import { wordsFor } from "../../../../ingest/formats/feed/feed-words.ts"
import { sentences } from "../../../../text/sentences.ts"
import type { Source } from "../../../../ticket/draft.ts"
import { stems } from "../../../../search/words/stems.ts"
import type { Voice } from "../../voices/voice.ts"
import { MARK } from "./customer-question.ts"
import { tableRow } from "./table-row.ts"
import { conditionOf, joinedToCondition, withConditionOf, withoutCondition } from "../../../../text/case-signs.ts"

/** A sentence of a public source that may be quoted to the customer word for word. */
export interface Quotable {
  text: string
  source: Source
  /** Its position among all sentences of its source. */
  at: number
  /** The number of its paragraph or list, which all its sentences share. */
  paragraph: number
  /** The number of its section: how many headings of its source stand before it. */
  section: number
  /** It is a list item without a full stop, which can only be written as a list. */
  isListItem: boolean
  /**
   * The number of its list. The line that introduces a list ("Send us:") and the items share it, because they are
   * quoted together.
   */
  list?: number
  /** It is an item below a line that denies or excludes it, so alone it would say the opposite. */
  isDenied?: true
  words: Set<string>
  /** It goes on from the sentence before it on the same line. */
  goesOn: boolean
  /** Its line has a bullet or a number, whether it ends with a full stop or not. */
  inItem: boolean
  /** It refers to something that the sentence before it names, or goes on with its case. */
  needsContext: boolean
}

/**
 * Returns every sentence that may be quoted, in the order of the sources. Headings, internal pages and text written for
 * agents are left out.
 */
export function quotableOf(sources: Source[], language: string, voice: Voice): Quotable[] {
  return sources
    .filter((source) => source.visibility === "public")
    .flatMap((source) => new SourceReader(source, language, voice).read())
}

/** A line of a source. */
interface Line {
  /** Without its bullet or number. */
  text: string
  inItem: boolean
  isNumbered: boolean
  /** It is all of its paragraph. */
  isAlone: boolean
}

/** Reads the sentences of one source from its beginning to its end. */
class SourceReader {
  readonly #source: Source
  readonly #language: string
  readonly #voice: Voice
  readonly #sentences: Quotable[] = []
  /** On a page without a single full stop, long lines are sentences. */
  #isEndless = false
  #at = 0
  #paragraph = 0
  #headings = 0
  /** The heading on the line before. */
  #heading: string | undefined
  /** The heading of the section, until its first sentence was read. */
  #section: string | undefined
  #list: number | undefined
  #listDenies = false
  /** The words behind the condition of the sentence before on the line, if that has one. */
  #conditioned: ReadonlySet<string> | undefined

  constructor(source: Source, language: string, voice: Voice) {
    this.#source = source
    this.#language = language
    this.#voice = voice
  }

  read(): Quotable[] {
    const letter = letterPart(this.#source, this.#voice)
    this.#isEndless = !letter.split("\n").some((line) => STOP.test(line.trimEnd()))
    letter.split(/\n{2,}/).forEach((paragraph, at) => {
      this.#paragraph = at
      this.#list = undefined
      this.#listDenies = false
      for (const line of paragraph.split("\n")) this.#readLine(lineOf(line, paragraph))
    })
    // A line that introduces a list says nothing if no item of the list is left.
    const all = this.#sentences
    return all.filter((one) => one.list !== one.at || all.some((other) => other.list === one.at && other.at !== one.at))
  }

  #readLine(line: Line): void {
    if (!line.inItem) this.#list = undefined
    this.#leadByHeading(line)
    this.#heading = undefined
    this.#conditioned = undefined
    for (const [nth, sentence] of sentences(line.text, this.#language).entries())
      this.#readSentence(sentence.text, line, nth)
  }

  /**
   * Numbered items and rows of a table say little without their heading ("What is refunded"), which leads to them like
   * a line, and so does what the team needs ("What we need"). Without a heading that denies, an item says the opposite.
   */
  #leadByHeading({ text, inItem, isNumbered }: Line): void {
    const heading = this.#heading
    if (!heading || !inItem || this.#list !== undefined) return
    const isNeeded = this.#voice.needed.test(heading)
    if (!isNumbered && !isNeeded && tableRow(text) === undefined && !deniesItems(heading, this.#language)) return
    const list = this.#at++
    this.#beginList(list, heading)
    this.#sentences.push({
      ...leadOf(heading, this.#language),
      ...this.#placeAt(list),
      list
    })
  }

  #placeAt(at: number): Pick<Quotable, "source" | "at" | "paragraph" | "section"> {
    return { source: this.#source, at, paragraph: this.#paragraph, section: this.#headings }
  }

  #beginList(list: number, lead: string): void {
    this.#list = list
    this.#listDenies = deniesItems(lead, this.#language)
  }

  #readSentence(text: string, line: Line, nth: number): void {
    const place = this.#at++
    if (isQuestionAlone(text, line)) this.#headings++
    const leads = !line.inItem && LEADS.test(text)
    if (leads) this.#beginList(place, text)
    const hasNoStop = !leads && !STOP.test(text)
    if (hasNoStop && !line.inItem && !this.#isLongEnough(text)) return this.#beginSection(text)
    if (this.#isForAgents(text)) return
    const words = stems(text, this.#language)
    const leans = this.#leans(text, words)
    const question = leans ? this.#questionAbove(place) : undefined
    // The sentence that it refers to is another heading or may not be quoted, so this one is left out, too.
    if (leans && !question && !this.#followsAnother(place)) return
    this.#sentences.push({
      text: question ? [question.text, text].join(this.#voice.space) : this.#underHeading(text),
      ...this.#placeAt(place),
      isListItem: this.#isInList(leads) || (hasNoStop && line.inItem),
      needsContext: leans && !question,
      words: new Set([...(question?.words ?? []), ...words]),
      goesOn: nth > 0,
      inItem: line.inItem,
      ...this.#listOf(leads)
    })
    this.#section = undefined
  }

  #leans(text: string, words: readonly string[]): boolean {
    const isUnder = this.#leansOnCondition(text, words)
    return this.#joinedToHeading(text) === undefined && (isUnder || this.#voice.needsContext.test(text))
  }

  /** Returns the question as a heading that says what the sentence below refers to. */
  #questionAbove(place: number): Quotable | undefined {
    const before = this.#sentences.at(-1)
    return before && isQuestionAbove(before, this.#source, place, this.#paragraph) ? before : undefined
  }

  /** Returns whether the sentence right before it in its paragraph may be quoted. */
  #followsAnother(place: number): boolean {
    const before = this.#sentences.at(-1)
    return before?.paragraph === this.#paragraph && before.at === place - 1
  }

  /** Returns whether a sentence is written for the team, or says that the team has done something. */
  #isForAgents(text: string): boolean {
    // The number of a feed's item is the shop's own: "Item number: LMP-11".
    if (this.#source.kind === "product" && text.startsWith(`${wordsFor(this.#language).number}: `)) return true
    return this.#voice.forAgents.test(text) || this.#voice.claimsAction.test(withoutMenuPaths(text))
  }

  #isInList(leads: boolean): boolean {
    return this.#list !== undefined && !leads
  }

  #listOf(leads: boolean): Pick<Quotable, "list" | "isDenied"> {
    if (this.#list === undefined) return {}
    return { list: this.#list, ...(!leads && this.#listDenies ? { isDenied: true } : {}) }
  }

  /** Returns whether a line without a full stop is a sentence, and no heading. */
  #isLongEnough(text: string): boolean {
    return this.#isEndless && text.length >= (this.#language === "ja" ? LONG / 3 : LONG)
  }

  #beginSection(heading: string): void {
    this.#heading = heading
    this.#section = heading
    this.#headings++
  }

  /** "If it isn't found, you choose a replacement or a refund. A replacement leaves within one day." */
  #leansOnCondition(text: string, words: readonly string[]): boolean {
    const isOpen = conditionOf(text, this.#language) === ""
    const isUnder = isOpen && words.some((word) => this.#conditioned?.has(word))
    this.#conditioned = isOpen ? undefined : new Set(stems(withoutCondition(text, this.#language), this.#language))
    return isUnder
  }

  /** Returns the first sentence of a section, if it goes on from the heading. */
  #joinedToHeading(text: string): string | undefined {
    if (!this.#section || this.#list !== undefined) return undefined
    return joinedToCondition(this.#section, text, this.#language)
  }

  /** Returns the first sentence of a section with the condition that its heading states. */
  #underHeading(text: string): string {
    if (!this.#section || this.#list !== undefined) return text
    const joined = this.#joinedToHeading(text)
    if (joined !== undefined) return joined
    return withConditionOf(this.#section, text, this.#language) || text
  }
}

const isQuestionAlone = (text: string, line: Line): boolean =>
  line.isAlone && MARK.test(line.text) && text === line.text.trim()

function lineOf(line: string, paragraph: string): Line {
  const text = line.replace(/^(?:- |\d{1,3}\. )/, "")
  return { text, inItem: text !== line, isNumbered: STEP.test(line), isAlone: paragraph === text }
}

/**
 * What a customer chooses in a menu ("Report > I haven't received it") is in the customer's words and claims nothing.
 */
const withoutMenuPaths = (text: string): string => text.replace(/ [>›→] [^.,;:]*/gu, "")

/** Returns whether a question stands alone right above the paragraph that a sentence begins. */
function isQuestionAbove(before: Quotable, source: Source, place: number, paragraph: number): boolean {
  return (
    before.source === source &&
    before.at === place - 1 &&
    before.paragraph === paragraph - 1 &&
    !before.goesOn &&
    MARK.test(before.text)
  )
}

/**
 * Returns the part of a source that is meant for the customer. In a macro this is the text between greeting and
 * closing.
 */
function letterPart({ kind, passage }: Source, voice: Voice): string {
  return withStepsApart(kind === "macro" ? (voice.macroLetter.exec(passage)?.[1] ?? "") : passage)
}

/**
 * Writes steps that are numbered within a line ("Do this: 1. Unplug it. 2. Wait. Then ...") each on a line of its own,
 * the last one without the sentences behind it.
 */
function withStepsApart(text: string): string {
  return text.replace(INLINE_STEPS, (steps) => steps.replace(/\s(?=\d\. )/g, "\n").replace(LAST_STEP, "$1\n"))
}
/** Passages that were joined again have a line break between two of their sentences. */
const INLINE_STEPS = /(?<=[:：]) 1\. (?:.|\n(?!\n))+?\s2\. (?:.|\n(?!\n))+/gu
const LAST_STEP = /(\n\d\. [^\n]*?[.!?]) (?=\p{Lu}[^\n]*$)/u

/** Returns a heading as the line that leads to the list below it. */
function leadOf(heading: string, language: string): Omit<Quotable, "source" | "at" | "paragraph" | "section" | "list"> {
  const text = language === "ja" ? `${heading}：` : `${heading}:`
  return {
    text,
    isListItem: false,
    words: new Set(stems(heading, language)),
    goesOn: false,
    inItem: false,
    needsContext: false
  }
}

const STEP = /^\d{1,3}\. /
/** A line of at least this many characters (in Japanese a third) says something; a shorter one is a heading. */
const LONG = 30
/** Matches a line that introduces a list. */
const LEADS = /[:：]$/u
/** Matches text that ends with a full stop or another end of a sentence. */
const STOP = /[.!?。！？]["')\]»”’」』）]*$/u
