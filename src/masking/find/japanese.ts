import type { Canvas } from "../basis/canvas.ts"
import { sameElsewhere } from "../japanese/names-alone.ts"
import { readingOf } from "../japanese/reading.ts"
import type { MaskMode } from "../basis/masking-rules.ts"
import type { MaskType } from "../basis/placeholder-table.ts"
import { DOUBTFUL_SURNAMES } from "../japanese/name-words.ts"
import { distinctivePartOf } from "../japanese/phrases.ts"

/**
 * Finds names, addresses, places and organisations in Japanese text, by lists and by the words beside them, because no
 * spaces separate its words. Balanced mode claims names in full or with a title, addresses with a number and companies
 * by their legal form. It takes linear time.
 * @returns where a name is surely one, so that it may be looked for elsewhere
 */
export function findJapanese(canvas: Canvas, mode: MaskMode): { start: number; end: number }[] {
  const reading = readingOf(canvas)
  if (!reading) return []
  const { page } = reading
  const strict = mode === "strict"
  const sure: { start: number; end: number }[] = []
  const take = ({ start, end }: { start: number; end: number }, type: MaskType) =>
    !isKept(canvas, start, end, type) && claimFree(canvas, start, end, type)

  const isLegal = ({ start, end }: { start: number; end: number }) => LEGAL.test(page.text.slice(start, end))
  for (const place of reading.addresses.filter(({ type }) => strict || type === "ADDRESS")) take(place, place.type)
  for (const organisation of reading.organisations.filter((one) => strict || isLegal(one))) take(organisation, "ORG")
  for (const person of reading.people) {
    if (!strict && !person.sure) continue
    if (isNamedThing(page.text, person, person.sure) || !take(person, "PERSON")) continue
    if (person.sure && person.end - person.start > 1) sure.push({ start: person.start, end: person.end })
  }
  for (const birth of birthsBehind(page.text, canvas)) take(birth, "BIRTH")
  if (strict) {
    for (const place of reading.places) take(place, place.type)
    for (const name of reading.alone) if (!isNamedThing(page.text, name, false)) take(name, "PERSON")
    for (const name of sameElsewhere(page, sure)) take(name, "PERSON")
  }
  // Names are looked for in other messages letter by letter, so those that may be part of other words are left out.
  return sure.filter(({ start, end }) => !DOUBTFUL_SURNAMES.has(page.text.slice(start, end)))
}

/** Says whether a thing is called so, in quotes. What is surely a name is one in quotes as well. */
const isNamedThing = (text: string, place: { start: number; end: number }, sure: boolean | undefined) =>
  isQuotedThing(text, place) || (!sure && isWhollyQuoted(text, place))

/** Recognises what a thing is called, in quotes right behind its kind in katakana: タイヤ「パスカル」. */
const isQuotedThing = (text: string, { start, end }: { start: number; end: number }) =>
  /[「『"“]/.test(text.charAt(start - 1)) &&
  /[」』"”]/.test(text.charAt(end)) &&
  /[ァ-ヺー]{2}$/.test(text.slice(Math.max(0, start - 3), start - 1)) &&
  /^[ァ-ヺー]+$/.test(text.slice(start, end))

/** Recognises a name that begins what stands in quotes, where no title makes it a person: お部屋は「源氏」で. */
const isWhollyQuoted = (text: string, { start, end }: { start: number; end: number }) =>
  /[「『]/.test(text.charAt(start - 1)) &&
  /^\p{Script=Han}/u.test(text.charAt(start)) &&
  /^\p{L}{0,3}[」』](?!様|さん|くん|ちゃん|氏)/u.test(text.slice(end, end + 6))

/** Claims the addresses before other finders claim their numbers: 4-8-21-603 could be a phone number. */
export function findJapaneseAddresses(canvas: Canvas): void {
  for (const { start, end, type } of readingOf(canvas)?.addresses ?? [])
    if (type === "ADDRESS" && !isKept(canvas, start, end, type)) canvas.claim(start, end, type)
}

/**
 * Says whether the distinctive part is one of the team's own words. With 株式会社 before it, it is still the team's firm
 * and no other.
 */
function isKept(canvas: Canvas, start: number, end: number, type: MaskType): boolean {
  let first = start
  while (first < end && !canvas.isProtected(first)) first++
  if (first === end) return false
  const core = distinctivePartOf(canvas.text, { start, end }, type)
  for (let at = core.start; at < core.end; at++)
    if (!canvas.isProtected(at) && /[\p{L}\p{N}]/u.test(canvas.text.charAt(at))) return false
  return true
}

/**
 * Claims the parts of a stretch that are free. A number in an address may be claimed already.
 * @returns whether all of it was free
 */
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

/** Finds the date in brackets behind a name: クリスティナ（1952/12/5）. */
function birthsBehind(text: string, canvas: Canvas): { start: number; end: number }[] {
  return canvas.spans
    .filter(({ type }) => type === "PERSON")
    .flatMap(({ end }) => {
      BIRTH.lastIndex = end
      const date = BIRTH.exec(text)?.[1]
      return date === undefined ? [] : [{ start: BIRTH.lastIndex - date.length, end: BIRTH.lastIndex }]
    })
}

const BIRTH =
  /(?:様|さん|くん|ちゃん)? ?\(((?:19|20)\d\d[./-]\d{1,2}[./-]\d{1,2}|(?:19|20)\d\d年\d{1,2}月\d{1,2}日)(?=[)、,])/y

const LEGAL = /会社|法人|\(株\)|\(有\)|[㈱㈲]|病院|医院|クリニック/
