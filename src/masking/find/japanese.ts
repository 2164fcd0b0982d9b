import type { Canvas } from "../canvas.ts"
import { addressesIn } from "../japanese/addresses.ts"
import { GRADE, nameAt } from "../japanese/name-at.ts"
import { organisationsIn } from "../japanese/organisations.ts"
import { peopleIn } from "../japanese/people.ts"
import { placesIn } from "../japanese/places.ts"
import { isJapanese, pageOf, SCRIPT, type Page } from "../japanese/script.ts"
import { DOUBTFUL_SURNAMES } from "../japanese/surnames.ts"
import type { MaskMode } from "../rules.ts"
import type { MaskType } from "../table.ts"

/**
 * Names, addresses, places and organisations in Japanese text, by lists and by what stands beside them: no spaces tell its words.
 * Balanced takes names in full or with a title, addresses with a number and companies by their legal form. Linear in the text.
 * @returns where a name is surely one: it may be looked for elsewhere
 */
export function findJapanese(canvas: Canvas, mode: MaskMode): { start: number; end: number }[] {
  if (!isJapanese(canvas.text)) return []
  const page = pageOf(canvas.text)
  const strict = mode === "strict"
  const sure: { start: number; end: number }[] = []
  const take = ({ start, end }: { start: number; end: number }, type: MaskType) => claimFree(canvas, start, end, type)

  for (const place of addressesIn(page)) if (strict || place.type === "ADDRESS") take(place, place.type)
  for (const organisation of organisationsIn(page)) if (strict || LEGAL.test(page.text.slice(organisation.start, organisation.end))) take(organisation, "ORG")
  for (const person of peopleIn(page)) {
    if ((strict || person.sure) && take(person, "PERSON") && person.sure && person.end - person.start > 1) sure.push({ start: person.start, end: person.end })
  }
  for (const birth of birthsBehind(page.text, canvas)) take(birth, "BIRTH")
  if (strict) {
    for (const place of placesIn(page)) take(place, place.type)
    for (const name of namesAlone(page)) take(name, "PERSON")
    for (const name of sameElsewhere(page, sure)) take(name, "PERSON")
  }
  // Looked for in other messages letter by letter: not what may be a part of other words.
  return sure.filter(({ start, end }) => !DOUBTFUL_SURNAMES.has(page.text.slice(start, end)))
}

/** Claims what is free of a stretch: a number in an address may be taken already. @returns whether all of it was free */
function claimFree(canvas: Canvas, start: number, end: number, type: MaskType): boolean {
  if (canvas.claim(start, end, type)) return true
  for (let at = start; at < end; at++) {
    if (canvas.stateAt(at) > 1) continue
    let stop = at
    while (stop < end && canvas.stateAt(stop) <= 1) stop++
    const free = canvas.text.slice(at, stop)
    const from = at + free.length - free.trimStart().length
    if (/[\p{L}\p{N}]/u.test(free)) canvas.claim(from, from + free.trim().length, type)
    at = stop
  }
  return false
}

/** クリスティナ（1952/12/5）: the date in brackets behind a name. */
function birthsBehind(text: string, canvas: Canvas): { start: number; end: number }[] {
  return canvas.spans.filter(({ type }) => type === "PERSON").flatMap(({ end }) => {
    BIRTH.lastIndex = end
    const date = BIRTH.exec(text)?.[1]
    return date === undefined ? [] : [{ start: BIRTH.lastIndex - date.length, end: BIRTH.lastIndex }]
  })
}

const BIRTH = /(?:様|さん|くん|ちゃん)? ?\(((?:19|20)\d\d[./-]\d{1,2}[./-]\d{1,2}|(?:19|20)\d\d年\d{1,2}月\d{1,2}日)(?=[)、,])/y

/** A family name that is no other word and is a whole run of kanji; a run of katakana that is no word of the language. */
function* namesAlone(page: Page): Generator<{ start: number; end: number }> {
  const { text, scripts } = page
  for (let at = 0; at < scripts.length; at++) {
    const script = scripts[at]
    if ((script !== SCRIPT.han && script !== SCRIPT.katakana) || scripts[at - 1] === script) continue
    const name = nameAt(page, at)
    if (!name) continue
    const start = at
    const isTrade = scripts[name.end] === SCRIPT.katakana && script === SCRIPT.han
    if (script === SCRIPT.han ? name.grade >= GRADE.likely && !isTrade : name.end - at >= LEAST_KATAKANA && !isPartOfWord(text, scripts, at, name.end)) yield { start, end: name.end }
    at = name.end - 1
  }
}

/** Product names and terms are joined with kanji, letters and digits; names seldom are. */
function isPartOfWord(text: string, scripts: Uint8Array, start: number, end: number): boolean {
  const joined = (script: number | undefined) => script === SCRIPT.han || script === SCRIPT.latin || script === SCRIPT.digit || script === SCRIPT.katakana
  return joined(scripts[start - 1]) || joined(scripts[end]) || /[-/・_]/.test(text.charAt(start - 1)) || /[-/・_]/.test(text.charAt(end))
}

/** What was surely a name, wherever it stands again, but not as a part of another word: 本間, not 本間違い. */
function* sameElsewhere({ text, scripts }: Page, sure: readonly { start: number; end: number }[]): Generator<{ start: number; end: number }> {
  const names = new Set<string>()
  for (const { start, end } of sure) {
    const name = text.slice(start, end)
    if (end - start < 20) names.add(name)
    for (const part of name.split(/[ _・=]/)) if (part.length > 1) names.add(part)
    if (names.size > MOST_NAMES) break
  }
  for (const name of names) {
    for (let start = text.indexOf(name); start >= 0; start = text.indexOf(name, start + name.length)) {
      const end = start + name.length
      const goesOn = scripts[start - 1] === scripts[start] || (scripts[end] === scripts[end - 1] && !TITLE.test(text.slice(end, end + 2)))
      if (!goesOn || (name.length > 2 && scripts[start] !== SCRIPT.hiragana)) yield { start, end }
    }
  }
}

/** From so many signs on katakana that is no word of the language is a name. */
const LEAST_KATAKANA = 4
const TITLE = /^(?:様|氏|君|殿|先生|家|宅|宛|邸|部長|課長|社長|店長|夫妻|さん|くん|ちゃん|さま|[がはのをにもと])/
const LEGAL = /会社|法人|\(株\)|\(有\)|病院|医院|クリニック/
/** Each is looked for in the whole text. */
const MOST_NAMES = 60
