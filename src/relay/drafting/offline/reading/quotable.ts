import { deniesItems } from "../../../../checks/evidence/patterns.ts"
import { conditionOf, withConditionOf, withoutCondition } from "../../../../text/condition-clause.ts"
import { sentences } from "../../../../text/sentences.ts"
import type { Source } from "../../../../ticket/draft.ts"
import { stems } from "../../../../search/words/stems.ts"
import type { Voice } from "../../voices/voice.ts"
import { MARK } from "./customer-question.ts"
import { tableRow } from "./table-row.ts"

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
    .flatMap((source) => {
      const found: Quotable[] = []
      let at = 0
      let headings = 0
      let heading: string | undefined
      // The heading of the section, until its first sentence was read.
      let section: string | undefined
      const letter = letterPart(source, voice)
      // On a page without a single full stop, long lines are sentences.
      const endless = !letter.split("\n").some((line) => STOP.test(line.trimEnd()))
      letter.split(/\n{2,}/).forEach((part, paragraph) => {
        let list: number | undefined
        let listDenies = false
        for (const line of part.split("\n")) {
          const bare = line.replace(/^(?:- |\d{1,3}\. )/, "")
          if (bare === line) list = undefined
          // Numbered items and rows of a table say little without their heading ("What is refunded"), which leads to
          // them like a line. Without a heading that denies, an item says the opposite.
          const isRow = bare !== line && tableRow(bare) !== undefined
          const isDenied = bare !== line && heading !== undefined && deniesItems(heading, language)
          if ((STEP.test(line) || isRow || isDenied) && heading && list === undefined) {
            list = at++
            listDenies = deniesItems(heading, language)
            found.push({ ...leadOf(heading, language), source, at: list, paragraph, section: headings, list })
          }
          heading = undefined
          // The words behind the condition of the sentence before, if that has one.
          let conditioned: ReadonlySet<string> | undefined
          for (const [nth, sentence] of sentences(bare, language).entries()) {
            const place = at++
            if (part === bare && MARK.test(bare) && sentence.text === bare.trim()) headings++
            const leads = bare === line && LEADS.test(sentence.text)
            if (leads) {
              list = place
              listDenies = deniesItems(sentence.text, language)
            }
            const item = !leads && !STOP.test(sentence.text)
            if (item && bare === line && !(endless && sentence.text.length >= (language === "ja" ? LONG / 3 : LONG))) {
              heading = sentence.text
              section = heading
              headings++
              continue
            }
            if (voice.forAgents.test(sentence.text) || voice.claimsAction.test(withoutMenuPaths(sentence.text)))
              continue
            const own = stems(sentence.text, language)
            const isOpen = conditionOf(sentence.text, language) === ""
            // "If it isn't found, you choose a replacement or a refund. A replacement leaves within one day."
            const isUnder = isOpen && own.some((word) => conditioned?.has(word))
            conditioned = isOpen ? undefined : new Set(stems(withoutCondition(sentence.text, language), language))
            const leans = voice.needsContext.test(sentence.text) || isUnder
            const before = found.at(-1)
            // A question as the heading says what the sentence below refers to.
            const asked = leans && before && isQuestionAbove(before, source, place, paragraph) ? before : undefined
            // The sentence that it refers to is another heading or may not be quoted, so this one is left out, too.
            if (leans && !asked && (before?.paragraph !== paragraph || before.at !== place - 1)) continue
            const words = new Set([...(asked?.words ?? []), ...own])
            const conditional = section && list === undefined && withConditionOf(section, sentence.text, language)
            section = undefined
            found.push({
              text: asked ? [asked.text, sentence.text].join(voice.space) : conditional || sentence.text,
              source,
              at: place,
              paragraph,
              section: headings,
              isListItem: (item && bare !== line) || (list !== undefined && !leads),
              needsContext: leans && !asked,
              words,
              goesOn: nth > 0,
              inItem: bare !== line,
              ...(list === undefined ? {} : { list }),
              ...(list !== undefined && !leads && listDenies ? { isDenied: true as const } : {})
            })
          }
        }
      })
      // A line that introduces a list says nothing if no item of the list is left.
      return found.filter(
        (one) => one.list !== one.at || found.some((other) => other.list === one.at && other.at !== one.at)
      )
    })
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
