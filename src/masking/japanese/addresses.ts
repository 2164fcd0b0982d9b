import { SCRIPT, type ScriptedText, runEnd } from "./script.ts"
import { LISTS } from "replywright/lexicon/japanese"
import { entriesOf, wordsOf } from "../../lexicon/lexicon.ts"
import { SURNAMES } from "./name-words.ts"

export interface JapaneseAddress {
  start: number
  end: number
  type: "ADDRESS" | "PLACE"
}

/**
 * Finds postal addresses, from post code, prefecture or town to building and room. A prefecture or town without a
 * number is a place.
 */
export function addressesIn(page: ScriptedText): JapaneseAddress[] {
  const { text } = page
  const places: JapaneseAddress[] = []
  let last = 0
  for (const match of text.matchAll(START)) {
    if (match.index < last) continue
    const place =
      match[1] === undefined
        ? fromTown(page, match.index, match[0].length)
        : fromPostcode(page, match.index, match[0].length)
    if (!place) continue
    places.push(place)
    last = place.end
  }
  return [...places, ...labelled(page), ...inLatin(page)]
}

/** Finds addresses in Latin letters: 1-2-3 Jinnan, Shibuya-ku, Tokyo 150-0041. */
function* inLatin({ text }: ScriptedText): Generator<JapaneseAddress> {
  for (const match of text.matchAll(LATIN))
    yield { start: match.index, end: match.index + match[0].trimEnd().length, type: "ADDRESS" }
}

/** Matches from the house number or quarter over a ward, town or village to the post code. */
const LATIN =
  /(?<![A-Za-z\d-])(?:\d{1,4}(?:-\d{1,4}){1,3},? )?(?:[A-Z][a-z]{1,20}(?:-[a-z]{2,6})?,? ){0,3}[A-Z][a-z]{1,20}-(?:ku|shi|gun|cho|machi|mura)(?![A-Za-z])(?:,? [A-Z][a-z]{1,20}(?:-[a-z]{2,4})?(?![A-Za-z])){0,3}(?:,? \d{3}-\d{4}(?!\d))?(?:,? Japan(?![a-z]))?/g

/** Finds the address behind a label such as 住所：, to the end of the line. */
function* labelled({ text }: ScriptedText): Generator<JapaneseAddress> {
  for (const match of text.matchAll(LABEL)) {
    const start = match.index + match[0].length
    LABELLED.lastIndex = start
    const value = LABELLED.exec(text)?.[0].trimEnd()
    if (value && /[\d一二三四五六七八九十市区町村]/.test(value))
      yield { start, end: start + value.length, type: "ADDRESS" }
  }
}

function fromPostcode(page: ScriptedText, start: number, length: number): JapaneseAddress {
  const at = start + length
  return { start, end: bodyEnd(page, at, 0) ?? page.text.slice(start, at).trimEnd().length + start, type: "ADDRESS" }
}

function fromTown(page: ScriptedText, start: number, length: number): JapaneseAddress | undefined {
  const { text } = page
  const head = text.slice(start, start + length)
  const isPrefecture = PREFECTURE.test(head)
  if (!isPrefecture && GENERIC.test(head)) return undefined
  const end = bodyEnd(page, start + length, isPrefecture ? 0 : 1)
  if (end !== undefined) return { start, end, type: "ADDRESS" }
  if (isPrefecture || TOWNS.has(head.slice(0, -1))) return { start, end: placeEnd(text, start + length), type: "PLACE" }
  return undefined
}

/** Returns the end of the town behind the prefecture: 滋賀県草津市. */
function placeEnd(text: string, at: number): number {
  TOWN_BEHIND.lastIndex = at
  return TOWN_BEHIND.exec(text) ? TOWN_BEHIND.lastIndex : at
}

/**
 * Returns where an address ends whose town ends at `at`, or undefined when no house number follows.
 * @param least the number of digits that it must have, besides one
 */
function bodyEnd(page: ScriptedText, at: number, least: number): number | undefined {
  const first = areaEnd(page, at)
  if (first === undefined) return undefined
  let end = first
  NUMBERS.lastIndex = end
  const numbers = NUMBERS.exec(page.text)?.[0]
  if (
    !numbers ||
    (least > 0 && /^\d+$/.test(numbers) && first - at < 2) ||
    UNIT.test(page.text.slice(first + numbers.length, first + numbers.length + 2))
  )
    return undefined
  end = NUMBERS.lastIndex
  BUILDING.lastIndex = end
  if (BUILDING.test(page.text)) end = BUILDING.lastIndex
  return behindHouse(page.text, end)
}

/** Returns the end of what says where the house stands, and with whom somebody lives: 東側奥, 山田様方. */
function behindHouse(text: string, at: number): number {
  let end = at
  for (const pattern of [SIDE, WITH]) {
    pattern.lastIndex = end
    if (pattern.test(text)) end = pattern.lastIndex
  }
  return end
}

/**
 * Returns where the first number stands behind the names of towns and quarters, or undefined when something else comes
 * before it.
 */
function areaEnd({ text, scripts }: ScriptedText, at: number): number | undefined {
  let hiragana = 0
  for (let i = at; i < at + MOST_AREA && i < text.length; i++) {
    const script = scripts[i]
    if (script === SCRIPT.digit) return i
    if (script === SCRIPT.hiragana) {
      // ひばりが丘 and 四つ木 are place names, but に and で are particles.
      if (++hiragana > 6 || (/[にでをはもへ]/.test(text.charAt(i)) && scripts[i - 1] !== SCRIPT.hiragana))
        return undefined
    } else if (script === SCRIPT.han) {
      if (/[一二三四五六七八九十無番]/.test(text.charAt(i)) && KANJI_NUMBER.test(text.slice(i, i + 8))) return i
    } else if (script === SCRIPT.space ? scripts[i - 1] === SCRIPT.space : script !== SCRIPT.katakana) return undefined
  }
  return undefined
}

const MOST_AREA = 40
/** In Kyoto a numbered street is followed by the direction from it: 三条上ル. */
const KANJI_NUMBER = /^(?:[一二三四五六七八九十百〇]{1,5}(?:丁目|番|号|条(?!(?:通)?(?:上|下|東入|西入)))|無番地|番外地)/
const SIDE =
  /[ 、]?(?:(?:[東西南北]|右|左|向かって[右左])側?の?)?(?:奥|裏手?|手前|角|突き当たり|離れ|別棟|母屋|はなれ)(?:の(?:家|建物|棟|部屋))?(?=[ 、。,)」]|です|に|で|$)/uy
const WITH = /[ 、]?[\p{Script=Han}々ァ-ヶー]{1,8} ?(?:様|さま)?(?:方|気付|内)(?=[ 、。,)」]|です|に|で|へ|$)/uy
/** Prefectures without their last sign. */
const PREFECTURES = entriesOf(LISTS, "ja", "prefectures").join("|")

/**
 * Towns, wards, quarters and islands without 市, 区 and the like, and big towns abroad. A town has at least two signs,
 * because one sign alone is too little evidence.
 */
export const TOWNS = wordsOf(LISTS, "towns")
const HAN = "\\p{Script=Han}々ヶケノツ"
const TOWN_NAMES =
  "さいたま|つくばみらい|つくば|いわき|ひたちなか|うるま|あきる野|たつの|かほく|ふじみ野|むつ|つがる|にかほ|みどり|さくら|いすみ|あわら|みよし|あま|いなべ|さぬき|東かがわ|うきは|みやま|えびの|いちき串木野|南さつま|伊豆の国|紀の川|かすみがうら|南アルプス|ニセコ"
const PREFECTURE = new RegExp(`^(?:北海道|東京都|京都府|大阪府|(?:${PREFECTURES})県)$`, "u")
const START = new RegExp(
  `(〒 ?\\d{3}-?\\d{4}\\s{0,3}|(?<![\\d-])\\d{3}-\\d{4}\\s{0,3}(?=(?:東京都|北海道|京都府|大阪府|(?:${PREFECTURES})県)))|(?:北海道|東京都|京都府|大阪府|(?:${PREFECTURES})県)|(?:${TOWN_NAMES}|[\\p{Script=Han}々ヶケ]{1,5}?)[市区町村郡](?!場|民|内|立|役所|外|営|販|議|長|政|画|分|別|切|間|域|人|会|税|道)`,
  "gu"
)
/** Matches words whose last sign isn't a town's. */
const GENERIC =
  /^(?:(?!京都市).*(?:都|同|当|各|朝|全|本|他|隣|地|学|校|御|貴|毎|管轄|特別|政令|大都)市|.*(?:地|学|各|同|当|全|校|選挙|禁煙|喫煙|管|工|商業|住宅|別)区|.*(?:下|隣|横丁|各|同|当)町|.*(?:農|漁|山|各|同|当)村)$/u
const TOWN_BEHIND = new RegExp(`(?:(?:${TOWN_NAMES}|[${HAN}]{1,6}?)[市区町村郡](?!役所|民|内|立)){1,2}`, "uy")
/** Matches chōme, block and house number: 3丁目8-14-402, 3条9丁目2-15, 二丁目三番五号. */
const NUMBERS =
  /(?:無番地|番外地|[\d一二三四五六七八九十百〇]{1,6}(?:(?:丁目|番地の?|番の?|号棟|号室|号の?|条[東西南北]?|線|-|の(?=[\d一二三四五六七八九十])|ノ(?=\d)|F|階)+[\d一二三四五六七八九十百〇]{0,5}){0,8})/uy
/** Matches counters, so that a number before one isn't taken for a house number. */
const UNIT = /^(?:個|円|年|月|日|時|分|件|名|人|回|度|泊|店舗|点|枚|台|本目|%|歳|才|km|キロ|,\d)/
const BUILDING = new RegExp(
  `(?: |\\n(?=[^\\n]{1,24}\\d[^\\n]{0,6}(?:\\n|$)))?(?!TEL|FAX|Tel|Fax|tel|電話|携帯|担当)[${HAN}ァ-ヺー・A-Za-zぁ-ん']{1,20} ?(?:[A-Z]?-?(?:\\d{1,4}|[〇一二三四五六七八九壱弐参]{2,4}(?=号|室| |、|。|で|に|$))(?:-\\d{1,4})?(?:号室|号|室|F|階)?(?: ?[A-Z]?\\d{1,4}(?:号室|号|室))?)(?![\\d-])|(?: )?[${HAN}ァ-ヺー・A-Za-z]{1,20}(?:ビル|マンション|ハイツ|コーポ|アパート|荘|寮|タワー|団地|住宅|プラザ|メゾン|レジデンス|パレス|ハイム|センター|棟)(?: ?\\d{1,3}(?:F|階))?|-?(?:\\d{1,4}号室)`,
  "uy"
)
const LABEL =
  /(?:(?:ご|現|旧|新|お届け先|送付先|配送先|届け先|登録|請求先|勤務先)?(?:住所|所在地|宛先住所)|お届け先|送付先|届け先)(?:は|が)? ?[:=] {0,3}/g
const LABELLED = /(?:(?!で[すし]|です| {2}|[、。,;()（）「」|<>]| ?(?:TEL|Tel|電話|携帯|氏名|名前))[^\n]){3,60}/y

/**
 * Finds towns, stations and islands in running text. A word that is also a family name counts only where another word
 * says that it is a place.
 */
export function placesIn(page: ScriptedText): JapaneseAddress[] {
  const places: JapaneseAddress[] = []
  const { text, scripts } = page
  for (const match of text.matchAll(STATION))
    if (!GENERIC_STATION.test(match[0]))
      places.push({ start: match.index, end: match.index + match[0].length, type: "PLACE" })
  for (let at = 0; at < scripts.length; at++) {
    const script = scripts[at]
    if (
      script === undefined ||
      (script !== SCRIPT.han && script !== SCRIPT.katakana && script !== SCRIPT.hiragana) ||
      scripts[at - 1] === script
    )
      continue
    const start = at + (OURS.test(text.slice(at, at + 2)) ? 2 : 0)
    const end = townEnd(page, start)
    if (end !== undefined) places.push({ start, end, type: "PLACE" })
  }
  for (const match of text.matchAll(TOWN))
    if (!GENERIC_TOWN.test(match[0]))
      places.push({ start: match.index, end: match.index + match[0].length, type: "PLACE" })
  for (const match of text.matchAll(LIVES))
    places.push({ start: match.index, end: match.index + match[0].length, type: "PLACE" })
  return places
}

function townEnd(page: ScriptedText, at: number): number | undefined {
  const { text, scripts } = page
  const end = runEnd(page, at, 14)
  const run = text.slice(at, end)
  if (scripts[at] === SCRIPT.hiragana) return hiraganaTown(run, at)
  for (let size = Math.min(7, run.length); size > 1; size--) {
    const town = run.slice(0, size)
    if (!TOWNS.has(town)) continue
    const rest = run.slice(size)
    if (rest !== "" && !BEHIND.test(rest)) continue
    // 中野 is a town and a family name. It is a place only where the text says that somebody goes or is there.
    if (rest === "" && SURNAMES.has(town) && !WHERE.test(text.slice(end, end + 3)) && text.charAt(end) !== "") continue
    return at + size
  }
  return undefined
}

function hiraganaTown(run: string, at: number): number | undefined {
  const match = HIRAGANA_TOWN.exec(run)
  return match ? at + match[0].length : undefined
}

/** Matches our own firm before a place: 弊社名古屋事務所. */
const OURS = /[弊当御貴]社/
const BEHIND =
  /^(?:[市区町村県府都駅島]|空港|支?店|支社|本店|本社|校|営業所|事務所|工場|倉庫|在住|出身|市?内|産|行き?|着|発|方面|周辺|付近|近郊|観光|旅行|滞在|勤務|店舗|支部|西口|東口|南口|北口|窓口|港|ツアー|経由|往復|出張|までの|センター)/
const WHERE = /^(?:に(?!様)|で(?!す)|から|へ|まで|の[^\p{Script=Han}]?|在|あたり|近く|周|方|駅)/u
const HIRAGANA_TOWN = /^(?:さいたま|つくば|いわき|うるま|なんば|すすきの|ひたちなか|みなとみらい)(?=$|[のにでかまへ])/
const STATION =
  /(?<![\p{Script=Han}々ヶー\p{Script=Katakana}])(?:[\p{Script=Han}々ヶノ]{1,7}|[\p{Script=Katakana}ー]{2,8})(?:駅|空港|島|温泉)(?![\p{Script=Han}])/gu
const GENERIC_STATION =
  /^(?:最寄り?|各|同|当|隣|乗換|終着|始発|出発|到着|国際|国内|発着|利用|現地|半|離|無人|諸|孤|列|源泉|天然|日帰り?|露天|混浴|主要|ターミナル|ハブ)(?:駅|空港|島|温泉)$/
/** Matches a place in katakana by the word behind it: ジェシュフに帰国, アンマンから. */
const LIVES =
  /(?<![\p{Script=Katakana}ー・=])[\p{Script=Katakana}ー]{3,10}(?=(?:に|へ)(?:帰国|住|引っ越|引越|越し|転居|移住|滞在|出張|赴任|留学)|在住|出身|生まれ)/gu
/** Matches a town that is on no list. */
const TOWN =
  /(?<![\p{Script=Han}々ヶー\p{Script=Katakana}おご])[\p{Script=Han}々ヶ]{2,4}[市町村](?=$|[\s、。,)）」]|の|に(?!よ)|で(?!す)|から|へ|在)/gu
const GENERIC_TOWN =
  /(?:都市|見本市|朝市|青空市|[同当各本他隣全貴毎]市|地方市|下町|港町|隣町|城下町|門前町|農村|漁村|山村|選手村|同町|当町|各町|市町村|[市区]町村|温泉町)$/
