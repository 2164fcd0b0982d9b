import { LISTS } from "replywright/lexicon/names"
import { wordsOf } from "../../lexicon/lexicon.ts"
import { CLASS, NAME_LIKE, type Knowledge } from "../names/knowledge.ts"
import { SHAPE, type Token } from "../names/tokens.ts"
import { RELATIVES } from "../names/name-cue-words.ts"

interface Place {
  start: number
  end: number
}

/**
 * Finds the names that the place alone tells, in any language with lists: the value of a form's field ("Name of child:
 * Theodora Quill"), and a word in lower case behind a relative that is no word of any list ("meu filho caíque").
 */
export function namesByPlace(tokens: readonly Token[], knowledge: Knowledge): Place[] {
  const places: Place[] = []
  for (let i = 0; i < tokens.length; i++) {
    const field = tokens[i]?.begins === 2 ? fieldAt(tokens, i) : undefined
    if (field) places.push(field)
    const relative = behindRelative(tokens, knowledge, i)
    if (relative) places.push(relative)
  }
  return places
}

/** Returns the value of the field whose label begins with this word. It is a name when the label says so. */
function fieldAt(tokens: readonly Token[], first: number): Place | undefined {
  const gap = (i: number) => tokens[i]?.gap ?? "\n:"
  let colon = first + 1
  while (colon < first + MOST_LABEL && !/^[^\n]{0,3}[:=]/.test(gap(colon))) colon++
  const label = tokens.slice(first, colon)
  if (colon >= tokens.length || !/^[^\n]{0,3}[:=] {0,8}["“„«]?$/.test(gap(colon))) return undefined
  if (!label.some(({ low }) => FIELD_NAMES.has(low)) || label.some(({ low }) => FIELD_THINGS.has(low))) return undefined
  let end = colon + 1
  while (end < tokens.length && end - colon <= MOST_VALUE && !/[\n,;(/]/.test(gap(end))) end++
  return valueOf(tokens.slice(colon, end))
}

function valueOf(value: readonly Token[]): Place | undefined {
  if (value.length > MOST_VALUE || value.some(({ shape }) => shape >= SHAPE.ordinal)) return undefined
  // A sentence, and no value.
  if (value.slice(1).some(({ begins, gap }) => begins === 1 && !/^\. ?$/.test(gap))) return undefined
  const [from, to] = [value[0], value.at(-1)]
  return from && to && from.written.length > 1 ? { start: from.start, end: to.end } : undefined
}

/** "My son noah" is found by the list of given names, "meu filho caíque" by being in no list. */
function behindRelative(tokens: readonly Token[], knowledge: Knowledge, i: number): Place | undefined {
  const [before, token, next] = [tokens[i - 1], tokens[i], tokens[i + 1]]
  if (!before || token?.shape !== SHAPE.lower || token.gap !== " " || token.written.length < 3) return undefined
  if (!RELATIVES.has(before.low) || before.possessive || before.shape !== SHAPE.lower) return undefined
  const { ordinary, classes, letters } = knowledge.of(token.low)
  if (ordinary !== 0 || classes & (CLASS.brand | CLASS.nationality | NAME_LIKE) || letters > LIKE_A_NAME)
    return undefined
  // A verb or the end of the clause follows a name; "my wife recieved the parcel" is a misspelt verb.
  const isVerb = /(?:ed|ing|en|te|er|é|ou|iu)$/.test(token.low) && next?.gap === " "
  return isVerb ? undefined : { start: token.start, end: token.end }
}

const FIELD_NAMES = wordsOf(LISTS, "field-names")
const FIELD_THINGS = wordsOf(LISTS, "field-things")
const MOST_LABEL = 6
const MOST_VALUE = 5
/** Above this, the letters of a word are those of an ordinary one. */
const LIKE_A_NAME = 4
