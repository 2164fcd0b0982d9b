import { LISTS } from "replywright/lexicon/japanese"
import { entriesOf } from "../../lexicon/lexicon.ts"
import { HIRAGANA_NAMES, SURNAMES } from "./name-words.ts"
import { isLoanword } from "./loanwords.ts"
import { runEnd, runStart, SCRIPT, type ScriptedText } from "./script.ts"
import { TOWNS } from "./addresses.ts"

export interface Organisation {
  start: number
  end: number
}

/** Finds companies by their legal form, and firms, schools and surgeries by the word with which their names end. */
export function organisationsIn(page: ScriptedText): Organisation[] {
  return [...legal(page), ...byEnding(page), ...labelled(page)]
}

/** Finds companies with a legal form before or behind the name: 株式会社みなと設計, 東雲精機株式会社. */
function* legal(page: ScriptedText): Generator<Organisation> {
  for (const match of page.text.matchAll(LEGAL)) {
    const after = match.index + match[0].length
    const before = nameStart(page, match.index)
    const isBehind = before < match.index && !INTRODUCTION.test(page.text.slice(before, match.index))
    const start = isBehind ? before : match.index
    const end = isBehind ? after : nameEnd(page, after)
    if (start === match.index && end === after) continue
    BRANCH.lastIndex = Math.max(end, after)
    yield { start, end: BRANCH.test(page.text) ? BRANCH.lastIndex : Math.max(end, after) }
  }
}

/** Returns the end of a company's name behind its legal form. Hiragana counts only in front of other signs. */
function nameEnd({ text, scripts }: ScriptedText, at: number): number {
  const start = text.charAt(at) === " " && scripts[at + 1] !== SCRIPT.hiragana ? at + 1 : at
  let end = start
  while (end < start + 24 && (isFirm(scripts[end]) || /[・&.'’-]/.test(text.charAt(end)))) end++
  if (end > start) return end
  let hiragana = at
  while (hiragana < at + 7 && scripts[hiragana] === SCRIPT.hiragana) hiragana++
  if (hiragana === at || PARTICLE.test(text.slice(at, at + 2))) return at
  end = hiragana
  while (end < at + 24 && isFirm(scripts[end])) end++
  return end > hiragana || hiragana - at > 2 ? end : at
}

function nameStart({ text, scripts }: ScriptedText, at: number): number {
  let start = at
  while (start > 0 && start > at - 20 && (isFirm(scripts[start - 1]) || /[・&ー]/.test(text.charAt(start - 1)))) start--
  const hiragana = hiraganaBefore({ text, scripts }, start)
  return /^(?:当|弊|同|貴|各|本|御)?$/.test(text.slice(start, at)) ? at : hiragana
}

/** Returns where hiragana in front of the name begins, if only a mark or the beginning of the line stands before it. */
function hiraganaBefore(page: ScriptedText, start: number): number {
  if (page.scripts[start - 1] !== SCRIPT.hiragana) return start
  const from = runStart(page, start, 8)
  const before = page.text.charAt(from - 1)
  // A particle may stand before the name, as in とやまぐちクリニック.
  for (let at = from + 1; at < start - 1; at++)
    if (/[とのはがやにで]/.test(page.text.charAt(at - 1)) && HIRAGANA_NAMES.has(page.text.slice(at, start))) return at
  return start - from < 8 &&
    (before === "" || /[\s、。「『(（:〉】]/.test(before)) &&
    !/^[おご]|[のなただをがはへ]$/.test(page.text.slice(from, start))
    ? from
    : start
}

function* byEnding(page: ScriptedText): Generator<Organisation> {
  const { text, scripts } = page
  for (const match of text.matchAll(ENDING)) {
    const at = match.index
    const end = at + match[0].length
    if (
      scripts[end] === scripts[end - 1] &&
      !/^(?:様|宛|御中|前|内|店|勤務|在職|側|本店|支店)/.test(text.slice(end, end + 2))
    )
      continue
    const start = endingStart(page, at, STRONG.test(match[0]))
    const name = text.slice(start, at)
    if (name === "" || GENERIC.test(name) || (TOWNS.has(name) && /事務所|倉庫|工場|ホテル/.test(match[0]))) continue
    const first = scripts[start] === SCRIPT.katakana ? text.slice(start, runEnd(page, start)) : ""
    const isProper = first !== "" ? !isLoanword(first) : named(name)
    if (STRONG.test(match[0]) ? isProper || !isLoanword(first) || first === "" : isProper) yield { start, end }
  }
}

/** Reads back over kanji, katakana and capitals, and over hiragana only at the beginning of a phrase. */
function endingStart(page: ScriptedText, at: number, isStrong: boolean): number {
  const { text, scripts } = page
  let start = at
  while (
    start > 0 &&
    start > at - 16 &&
    (isFirm(scripts[start - 1]) || text.charAt(start - 1) === "・") &&
    scripts[start - 1] !== SCRIPT.digit
  )
    start--
  const role = ROLE.exec(text.slice(start, at))
  if (role) start += role[0].length
  if (start !== at && scripts[start] !== SCRIPT.han) return start
  const hiragana = hiraganaBefore(page, start)
  return hiragana === at && isStrong ? afterParticle(page, at) : hiragana
}

/** Returns where the name begins behind the first particle that no verb or adjective follows: 娘がなでしこ幼稚園に. */
function afterParticle(page: ScriptedText, end: number): number {
  const from = runStart(page, end, 12)
  for (let at = from + 1; at <= end - 3; at++) {
    if (at < end - 6 || !/[がはをのにとへでも]/.test(page.text.charAt(at - 1))) continue
    return /^[^がをはへ]*[^うくぐすつぬぶむるいただなのでにともてきえ]$/.test(page.text.slice(at, end)) ? at : end
  }
  return end
}

/** Says whether the name begins with a family name, a town or a word that is common in names of firms. */
function named(name: string): boolean {
  for (let size = Math.min(4, name.length); size > 1; size--)
    if (SURNAMES.has(name.slice(0, size)) || TOWNS.has(name.slice(0, size))) return true
  return PROUD.test(name)
}

/** Finds the organisation behind a label: 会社名：..., 勤務先：... */
function* labelled({ text }: ScriptedText): Generator<Organisation> {
  for (const match of text.matchAll(LABEL)) {
    const start = match.index + match[0].length
    VALUE.lastIndex = start
    const value = VALUE.exec(text)?.[0].trimEnd()
    if (value && !/^(?:なし|無し|個人|同上|不明|自営業?|主婦|学生|無職|会社員)$/.test(value))
      yield { start, end: start + value.length }
  }
}

const isFirm = (script: number | undefined) =>
  script === SCRIPT.han || script === SCRIPT.katakana || script === SCRIPT.latin || script === SCRIPT.digit
/** Joins the lines of a list as alternatives of a pattern. */
const anyOf = (list: string) => entriesOf(LISTS, "ja", list).join("|")
const PARTICLE = /^(?:の|は|が|を|に|で|と|も|へ|や|から|まで|より|です|さん|など|様)/
const LEGAL = new RegExp(anyOf("legal-forms"), "g")
/** Matches what stands before the legal form without being part of the name. */
const INTRODUCTION = /(?:先|社|会社|元|先名|担当|様|店|は|の)$/
const BRANCH =
  / ?[\p{Script=Han}\p{Script=Katakana}ー]{1,8}(?:事業所|営業所|支店|支社|本社|本店|工場|出張所|センター)(?![\p{Script=Han}])/uy
const ENDING = new RegExp(anyOf("organisation-endings"), "g")
const STRONG = new RegExp(anyOf("strong-organisation-endings"))
/** Matches words that say only what kind of organisation it is. */
const GENERIC = new RegExp(`^(?:${anyOf("kinds-of-organisations")})+$`)
const ROLE =
  /^(?:勤務先|勤め先|取引先|転職先|就職先|入院先|通院先|紹介先|会社|学校|主治医|現在|以前|元|母校|同僚|弊社|当社|株主|大手|老舗|新規|通っている)(?=.{2})/
const PROUD = new RegExp(`^(?:${anyOf("words-of-firm-names")})`)
const LABEL =
  /(?:(?:貴|御|お)?(?:会社名|社名|勤務先名?|勤め先|学校名|法人名|団体名|病院名|店舗名|店名|事業者名|屋号|組織名|園名|所属)) ?[:=] {0,3}/g
const VALUE = /(?:(?! {2}|[、。,;()（）「」|<>]| ?(?:TEL|Tel|電話|住所|氏名|担当))[^\n]){2,40}/y
