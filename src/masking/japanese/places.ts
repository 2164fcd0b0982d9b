import type { JapaneseAddress } from "./addresses.ts"
import { runEnd, SCRIPT, type ScriptedText } from "./script.ts"
import { SURNAMES } from "./surnames.ts"
import { TOWNS } from "./towns.ts"

/**
 * Finds towns, stations and islands in running text. A word that is also a family name counts only where another word
 * says that it is a place.
 */
export function placesIn(page: ScriptedText): JapaneseAddress[] {
  const places: JapaneseAddress[] = []
  const { text, scripts } = page
  for (const match of text.matchAll(STATION))
    if (!GENERIC.test(match[0])) places.push({ start: match.index, end: match.index + match[0].length, type: "PLACE" })
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
const GENERIC =
  /^(?:最寄り?|各|同|当|隣|乗換|終着|始発|出発|到着|国際|国内|発着|利用|現地|半|離|無人|諸|孤|列|源泉|天然|日帰り?|露天|混浴|主要|ターミナル|ハブ)(?:駅|空港|島|温泉)$/
/** Matches a place in katakana by the word behind it: ジェシュフに帰国, アンマンから. */
const LIVES =
  /(?<![\p{Script=Katakana}ー・=])[\p{Script=Katakana}ー]{3,10}(?=(?:に|へ)(?:帰国|住|引っ越|引越|越し|転居|移住|滞在|出張|赴任|留学)|在住|出身|生まれ)/gu
/** Matches a town that is on no list. */
const TOWN =
  /(?<![\p{Script=Han}々ヶー\p{Script=Katakana}おご])[\p{Script=Han}々ヶ]{2,4}[市町村](?=$|[\s、。,)）」]|の|に(?!よ)|で(?!す)|から|へ|在)/gu
const GENERIC_TOWN =
  /(?:都市|見本市|朝市|青空市|[同当各本他隣全貴毎]市|地方市|下町|港町|隣町|城下町|門前町|農村|漁村|山村|選手村|同町|当町|各町|市町村|[市区]町村|温泉町)$/
