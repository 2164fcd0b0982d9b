import { HIRAGANA_NAMES } from "./given.ts"
import { isLoanword } from "./loanwords.ts"
import { runEnd, runStart, SCRIPT, type Page } from "./script.ts"
import { SURNAMES } from "./surnames.ts"
import { TOWNS } from "./towns.ts"

export interface Organisation {
  start: number
  end: number
}

/** Companies by their legal form, and firms, schools and surgeries by the word with which their names end. */
export function organisationsIn(page: Page): Organisation[] {
  return [...legal(page), ...byEnding(page), ...labelled(page)]
}

/** 株式会社みなと設計, 東雲精機株式会社 */
function* legal(page: Page): Generator<Organisation> {
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

/** A company's name behind its legal form: hiragana only in front of other signs. */
function nameEnd({ text, scripts }: Page, at: number): number {
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

function nameStart({ text, scripts }: Page, at: number): number {
  let start = at
  while (start > 0 && start > at - 20 && (isFirm(scripts[start - 1]) || /[・&ー]/.test(text.charAt(start - 1)))) start--
  const hiragana = hiraganaBefore({ text, scripts }, start)
  return /^(?:当|弊|同|貴|各|本|御)?$/.test(text.slice(start, at)) ? at : hiragana
}

/** Hiragana in front, if nothing but a mark or the line's beginning stands before it. */
function hiraganaBefore(page: Page, start: number): number {
  if (page.scripts[start - 1] !== SCRIPT.hiragana) return start
  const from = runStart(page, start, 8)
  const before = page.text.charAt(from - 1)
  // とやまぐちクリニック
  for (let at = from + 1; at < start - 1; at++)
    if (/[とのはがやにで]/.test(page.text.charAt(at - 1)) && HIRAGANA_NAMES.has(page.text.slice(at, start))) return at
  return start - from < 8 &&
    (before === "" || /[\s、。「『(（:〉】]/.test(before)) &&
    !/^[おご]|[のなただをがはへ]$/.test(page.text.slice(from, start))
    ? from
    : start
}

function* byEnding(page: Page): Generator<Organisation> {
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

/** Back over kanji, katakana and capitals; hiragana only at the beginning of a phrase. */
function endingStart(page: Page, at: number, isStrong: boolean): number {
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

/** 娘がなでしこ幼稚園に: from the first particle behind which no verb or adjective stands. */
function afterParticle(page: Page, end: number): number {
  const from = runStart(page, end, 12)
  for (let at = from + 1; at <= end - 3; at++) {
    if (at < end - 6 || !/[がはをのにとへでも]/.test(page.text.charAt(at - 1))) continue
    return /^[^がをはへ]*[^うくぐすつぬぶむるいただなのでにともてきえ]$/.test(page.text.slice(at, end)) ? at : end
  }
  return end
}

/** Begins with a family name, a town or a word of which firms' names are made. */
function named(name: string): boolean {
  for (let size = Math.min(4, name.length); size > 1; size--)
    if (SURNAMES.has(name.slice(0, size)) || TOWNS.has(name.slice(0, size))) return true
  return PROUD.test(name)
}

/** 会社名：..., 勤務先：... */
function* labelled({ text }: Page): Generator<Organisation> {
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
const PARTICLE = /^(?:の|は|が|を|に|で|と|も|へ|や|から|まで|より|です|さん|など|様)/
const LEGAL =
  /株式会社|有限会社|合同会社|合資会社|合名会社|(?:一般|公益)(?:社団|財団)法人|医療法人(?:社団)?|社会福祉法人|学校法人|宗教法人|特定非営利活動法人|NPO法人|(?:税理士|弁護士|司法書士|監査|独立行政)法人|\([株有同]\)|[㈱㈲]/g
/** What stands before the legal form without being the name. */
const INTRODUCTION = /(?:先|社|会社|元|先名|担当|様|店|は|の)$/
const BRANCH =
  / ?[\p{Script=Han}\p{Script=Katakana}ー]{1,8}(?:事業所|営業所|支店|支社|本社|本店|工場|出張所|センター)(?![\p{Script=Han}])/uy
const ENDING =
  /総合病院|病院|クリニック|医院|診療所|歯科(?:医院|クリニック)?|薬局|小学校|中学校|高等学校|高校|中学(?!生)|小学(?!生)|大学(?!生)|学園|学院|専門学校|保育園|幼稚園|こども園|保育所|商店|工務店|金物店|書店|酒店|製作所|製造所|法律事務所|会計事務所|税理士事務所|鑑定事務所|設計事務所|特許事務所|事務所|設計|設備|精機|電機|電気|電工|電器|電設|機械|機工|工業|縫製|商事|商会|物産|産業|興業|興産|実業|不動産|運輸|運送|通運|交通|観光|印刷|食品|製菓|酒造|醸造|水産|農園|農場|牧場|園芸|造園|塗装|鉄工所?|製鉄|製薬|化学|化成|繊維|木工|石材|石油|旅館|食堂|寿司|鮨|美容室|美容院|理容室?|整骨院|接骨院|鍼灸院|犬舎|信用金庫|信金|信用組合|銀行|農協|生協|漁協|組合|協会|財団|文庫|美術館|博物館|図書館|研究所|家具修理|家具店|家具|教室|塾|道場|神社|教会|工房|建設|建築|建材|保険|証券|引越センター|運輸倉庫|倉庫|クリーニング店?|ホーム|ホテル|ベーカリー|珈琲店|喫茶店?/g
const STRONG =
  /病院|クリニック|医院|診療所|歯科|薬局|学校|高校|中学|小学|大学|学園|学院|保育園|幼稚園|こども園|保育所|商店|工務店|金物店|製作所|法律事務所|会計事務所|税理士事務所|鑑定事務所|設計事務所|精機|縫製|商事|商会|物産|鉄工所|酒造|整骨院|接骨院|鍼灸院|犬舎|信用金庫|信金|農協|漁協|旅館|文庫|工房|美容室/
/** Words that say what kind it is, not which. */
const GENERIC =
  /^(?:総合|大学|大学附属|附属|付属|動物|ペット|救急|市立|県立|区立|町立|国立|私立|公立|都立|市|県|区|国|近所|近隣|最寄り?|地元|母校|同|本|当|他|別|某|各|隣|元|新|旧|前|後|中|小|高|大|認可|無認可|認定|私設|調剤|門前|個人|専門|女子|男子|一般|指定|有名|夜間|休日|外資系?|地域|都内|市内|県内|国内|海外|老舗|大手|中小|提携|加盟|出身|進学|志望|通学|転院|先|入院|通院|紹介|担当|管理|販売|代理|賃貸|法律|会計|税理士|税務|弁護士|司法書士|設計|建築|営業|運営|本部|公式|自分|実家|子供|娘|息子|両親|母|父|夫|妻|孫|御社|貴社|弊社|当社|一|二|三|何|全|公共|地方|都市|大型|精神|内|外|眼|耳鼻|産婦人|小児|整形|皮膚|泌尿器|循環器|脳神経|リハビリ|レディース|ドラッグ|オンライン|ネット|訪問|在宅|デイ|火災|生命|損害|自動車|医療|社会|健康|国民|海上|旅行|損保|学資|年金|雇用|介護|宅配|クリーニング|近く|英会話|料理|ピアノ|パソコン|書道|水泳|ヨガ|音楽|学習|進学|個別|労働|協同|消費|生活|管理|住宅|自治|商工|観光|老人|特別養護老人|養護|有料老人|マイ|ステイ|リゾート|ビジネス|シティ|冷凍|加工|健康|機能性|輸入|自然|無添加|ベビー|北欧|中古|輸入|大型|電動|家庭用|業務用|園芸|空調|給水|排水|防災|防犯|照明|厨房|消防|昇降|付帯|共用|静|帯|発|送|停|節|充|放|家庭|再生|余剰|季節|売|買|貿易|引っ越し|引越|第一|第二|第三|ファミリー|インターナショナル|図)+$/
const ROLE =
  /^(?:勤務先|勤め先|取引先|転職先|就職先|入院先|通院先|紹介先|会社|学校|主治医|現在|以前|元|母校|同僚|弊社|当社|株主|大手|老舗|新規|通っている)(?=.{2})/
const PROUD =
  /^(?:北斗|東亜|大和|日本|日東|東洋|三ツ?星|三陽|昭和|平成|明治|大正|共栄|共和|協和|光|栄|丸|山|川|旭|朝日|太平|太陽|富士|桜|松|梅|竹|鶴|亀|龍|虎|鳳|翔|聖|西|東|南|北|中央|第一|第二|みなと|さくら|ひまわり|すみれ|たんぽぽ|ひかり|あおぞら|みどり|すずらん|つばさ|ふたば|わかば|やまと|いずみ|きぼう|のぞみ)/
const LABEL =
  /(?:(?:貴|御|お)?(?:会社名|社名|勤務先名?|勤め先|学校名|法人名|団体名|病院名|店舗名|店名|事業者名|屋号|組織名|園名|所属)) ?[:=] {0,3}/g
const VALUE = /(?:(?! {2}|[、。,;()（）「」|<>]| ?(?:TEL|Tel|電話|住所|氏名|担当))[^\n]){2,40}/y
