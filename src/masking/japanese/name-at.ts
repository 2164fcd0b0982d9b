import { HIRAGANA_NAMES, isGivenName, DOUBTFUL_SURNAMES, SURNAMES, ROLES } from "./name-words.ts"
import { isLoanword } from "./loanwords.ts"
import { runEnd, SCRIPT, type ScriptedText } from "./script.ts"

/**
 * Says how sure it is that a name stands here: only beside a word that calls for one (`cued`), by its own form
 * (`likely`), or written in full (`full`).
 */
export const GRADE = { cued: 1, likely: 2, full: 3 } as const

export interface NameAt {
  end: number
  grade: number
}

/**
 * Returns the name that begins at `at`, where a run of signs or a name within one begins. It looks at a bounded
 * stretch.
 */
export function nameAt(page: ScriptedText, at: number): NameAt | undefined {
  switch (page.scripts[at]) {
    case SCRIPT.han:
      return kanjiName(page, at)
    case SCRIPT.katakana:
      return katakanaName(page, at)
    case SCRIPT.hiragana:
      return hiraganaName(page, at)
    default:
      return undefined
  }
}

function kanjiName(page: ScriptedText, at: number): NameAt | undefined {
  const end = runEnd(page, at, 10)
  const run = page.text.slice(at, end)
  for (let size = Math.min(5, run.length); size > 0; size--) {
    const surname = run.slice(0, size)
    if (!SURNAMES.has(surname)) continue
    const found = afterSurname(page, at + size, end, surname)
    if (found) return found
  }
  if (run.length > 4 || ROLES.has(run) || LEADS.test(run)) return undefined
  // A family name that is on no list is recognised by what follows it.
  const given = end - at > 1 ? givenApart(page, end, true) : undefined
  if (given) return { end: given, grade: GRADE.full }
  const kana = page.scripts[end] === SCRIPT.katakana && run.length > 1 ? givenInKana(page, end, run.length) : undefined
  return kana || isGivenName(run) ? { end: kana ?? end, grade: GRADE.cued } : undefined
}

/** @param at the offset behind the family name; `end` is the end of its run */
function afterSurname(page: ScriptedText, at: number, end: number, surname: string): NameAt | undefined {
  const rest = page.text.slice(at, end)
  const alone = surname.length === 1 || DOUBTFUL_SURNAMES.has(surname) ? GRADE.cued : GRADE.likely
  if (rest === "") {
    const given = givenApart(page, end, surname.length === 1) ?? givenInKana(page, end, surname.length)
    return given ? { end: given, grade: GRADE.full } : { end: at, grade: alone }
  }
  if (surname.length > 1 && rest.length <= 3 && isGivenName(rest))
    return { end, grade: alone === GRADE.cued && rest.length === 1 ? GRADE.cued : GRADE.full }
  if (surname.length === 1 && rest.length === 2 && isGivenName(rest)) return { end, grade: GRADE.cued }
  return BEHIND.test(rest) ? { end: at, grade: alone } : undefined
}

/** Finds a given name behind one space, "_" or "・". @param strict accept only what looks like a given name */
function givenApart(page: ScriptedText, end: number, strict: boolean): number | undefined {
  const { text, scripts } = page
  if (!/[ _・]/.test(text.charAt(end))) return undefined
  const start = end + 1
  const stop = runEnd(page, start, 9)
  const word = text.slice(start, stop)
  const endsHere = !strict && isAtEnd(text.charAt(stop))
  if (scripts[start] === SCRIPT.han) return givenInKanji(word, endsHere, start)
  if (scripts[start] === SCRIPT.katakana) return word.length < 8 && isForeign(word) ? stop : undefined
  if (scripts[start] !== SCRIPT.hiragana) return undefined
  return hiraganaName(page, start)?.end ?? (endsHere && word.length > 1 && word.length < 5 ? stop : undefined)
}

/** @param endsHere a mark or a space follows, so that a word that isn't listed may be a name */
function givenInKanji(word: string, endsHere: boolean, start: number): number | undefined {
  const name = word.replace(TITLE_BEHIND, "")
  if (name.length === 0 || name.length > 3 || ROLES.has(name)) return undefined
  const isLikeOne = endsHere && name.length < 3 && !SURNAMES.has(name) && word.length === name.length
  return isGivenName(name) || isLikeOne ? start + name.length : undefined
}

/** Finds a given name in kana right behind the family name: 佐藤くるみ, 山田マリア. */
function givenInKana(page: ScriptedText, at: number, size: number): number | undefined {
  if (size === 1) return undefined
  if (page.scripts[at] === SCRIPT.hiragana) return hiraganaName(page, at)?.end
  const end = runEnd(page, at, 9)
  return page.scripts[at] === SCRIPT.katakana && end - at < 8 && isForeign(page.text.slice(at, end)) ? end : undefined
}

function hiraganaName(page: ScriptedText, at: number): NameAt | undefined {
  const end = runEnd(page, at, 12)
  const run = page.text.slice(at, end)
  for (let size = Math.min(6, run.length); size > 1; size--) {
    if (HIRAGANA_NAMES.has(run.slice(0, size)) && (size === run.length || AFTER_HIRAGANA.test(run.slice(size))))
      return { end: at + size, grade: GRADE.cued }
  }
  return undefined
}

/**
 * Finds a name of one word or several, joined by "・", "=" or a space. A family name in katakana may have a given name
 * in kanji.
 */
function katakanaName(page: ScriptedText, at: number): NameAt | undefined {
  const { text, scripts } = page
  let end = runEnd(page, at)
  let isName = isForeign(text.slice(at, end))
  let parts = 1
  while (parts < 6 && /[・=＝ _-]/.test(text.charAt(end)) && scripts[end + 1] === SCRIPT.katakana) {
    const stop = runEnd(page, end + 1)
    const word = text.slice(end + 1, stop)
    const foreign = isForeign(word)
    if (!/[・=＝]/.test(text.charAt(end)) && (!foreign || !isName)) break
    isName ||= foreign
    end = stop
    parts++
  }
  if (!isName) return undefined
  // A given name may stand apart, as in ルソー丹 亜芽里.
  const own = scripts[end] === SCRIPT.han ? runEnd(page, end, 3) : end
  const given = own - end < 3 ? givenApart(page, own, true) : undefined
  if (given) return { end: given, grade: GRADE.full }
  return { end, grade: parts > 1 ? GRADE.full : GRADE.cued }
}

/** Matches words behind which a name begins: 私戸田, 氏名大槻. */
const LEADS =
  /^(?:[私僕俺妻夫母父兄弟姉妹娘孫]|息子|祖[父母]|主人|旦那|氏名|名[前義]|宛名|本名|旧姓|担当|[弊当]社|友人|知人|同僚|上司|部下|先輩|後輩|契約者|代表|受取人)(?=..)/
const isForeign = (word: string) => word.length > 1 && !isLoanword(word)
const isAtEnd = (sign: string) => sign === "" || /[\s、。,.()（）「」『』<>[\]:/]/.test(sign)
const BEHIND =
  /^(?:様|氏|君|殿|先生|家|宅|宛|邸|姓|夫妻|社長|部長|課長|係長|店長|院長|園長|校長|教頭|教授|会長|主任|医師|弁護士|税理士|監督|選手|両名|名義|本人)/
const TITLE_BEHIND = /(?:様方|様|氏|君|殿|先生|宛|名義|本人|夫妻|社長|部長|課長|係長|店長|院長)$/
const AFTER_HIRAGANA =
  /^(?:さん|さま|くん|ちゃん|と|は|が|も|の|に|へ|を|で|や|より|から|宛|って|だ|です|といい|ママ|なら|じゃ|、)/
