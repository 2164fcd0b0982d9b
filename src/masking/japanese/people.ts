import { LISTS } from "replywright/lexicon/japanese"
import { entriesOf } from "../../lexicon/lexicon.ts"
import { isLoanword } from "./loanwords.ts"
import { GRADE, nameAt } from "./name-at.ts"
import { nameBefore } from "./name-before.ts"
import { runStart, SCRIPT, type ScriptedText } from "./script.ts"
import { ROLES } from "./name-words.ts"

/** A stretch that may be a person's name. */
export interface Person {
  start: number
  end: number
  /** The name stands beside a title, a label or a word for a person, or it is written in full. */
  sure: boolean
}

/**
 * Finds names by the words beside them, or because they are written in full. Each rule looks at a bounded stretch, and
 * the whole takes linear time.
 */
export function peopleIn(page: ScriptedText): Person[] {
  const people = [
    ...labelled(page),
    ...addressed(page),
    ...called(page),
    ...written(page),
    ...signed(page),
    ...introduced(page)
  ]
  return [...people, ...people.flatMap((person) => beside(page, person))]
}

/** Finds labelled names: 氏名: 佐藤 花子, フリガナ：サトウ ハナコ. */
function* labelled({ text }: ScriptedText): Generator<Person> {
  for (const match of text.matchAll(LABEL)) {
    const start = match.index + match[0].length
    VALUE.lastIndex = start
    const value = VALUE.exec(text)?.[0].replace(/[ 　]*(?:様|さま|さん|殿|氏|君|先生)?[ ]*$/, "")
    if (value && !NO_VALUE.test(value)) yield { start, end: start + value.length, sure: true }
  }
}

/** Finds names before an honorific: 佐藤様, アリさん, ゆうまくん. */
function* addressed(page: ScriptedText): Generator<Person> {
  for (const match of page.text.matchAll(HONORIFIC)) {
    // 君が means "you" more often than it is a title.
    const isDoubtful = match[0] === "君" && /[がはのに]/.test(page.text.charAt(match.index + 1))
    const start = nameBefore(page, match.index, isDoubtful ? "" : match[0])
    if (start === undefined) continue
    const end = page.scripts[match.index - 1] === SCRIPT.space ? match.index - 1 : match.index
    yield { start, end, sure: true }
  }
}

/** Finds names behind a word for a person: 妻の杏奈, 弊社五味渕, 私、エゼ・ンゴジ. */
function* called(page: ScriptedText): Generator<Person> {
  const { text } = page
  for (const match of text.matchAll(CUE)) {
    const start = match.index + match[0].length
    const name = nameAt(page, start)
    if (!name) continue
    const direct = !/[のはがて、・:「『(\s]$/.test(match[0])
    if (direct && page.scripts[start] === SCRIPT.hiragana) continue
    yield { start, end: name.end, sure: name.grade > GRADE.cued || name.end - start > 1 }
  }
  for (const match of text.matchAll(SAYS)) {
    const start = sayer(page, match.index) ?? (HUMBLE.test(match[0]) ? sayerInKana(page, match.index) : undefined)
    if (start !== undefined) yield { start, end: match.index, sure: true }
  }
}

/** Returns where the name begins that stands before と申します. */
function sayer(page: ScriptedText, end: number): number | undefined {
  const start = runStart(page, end, 8)
  const script = page.scripts[end - 1]
  if (script !== SCRIPT.han && script !== SCRIPT.katakana) return undefined
  const name = nameBefore(page, end, "と")
  return name ?? (end - start < 5 ? start : undefined)
}

/** Finds a family name that is on no list: 名前は高遠ゆかりと申します. */
function sayerInKana({ text, scripts }: ScriptedText, end: number): number | undefined {
  const [name] = KANA_SAYER.exec(text.slice(Math.max(0, end - 9), end)) ?? []
  return name && scripts[end - name.length - 1] !== SCRIPT.han ? end - name.length : undefined
}

/** Finds names in full wherever they occur: a listed family name with a given name, or katakana joined by "・". */
function* written(page: ScriptedText): Generator<Person> {
  const { scripts } = page
  for (let at = 0; at < scripts.length; at++) {
    const script = scripts[at]
    if ((script !== SCRIPT.han && script !== SCRIPT.katakana) || scripts[at - 1] === script) continue
    const name = nameAt(page, at)
    if (!name || name.grade < GRADE.full) continue
    yield { start: at, end: name.end, sure: true }
    at = name.end - 1
  }
}

/** Finds the name before です, which is somebody in an office: 購買課の勅使河原でございます. */
function* introduced({ text }: ScriptedText): Generator<Person> {
  for (const pattern of [INTRODUCED, OFFICE]) {
    for (const match of text.matchAll(pattern)) {
      const name = match[1] ?? ""
      if (!ROLES.has(name) && !NOT_A_NAME.test(name))
        yield { start: match.index + match[0].length - name.length, end: match.index + match[0].length, sure: true }
    }
  }
  for (const match of text.matchAll(NAMED)) {
    const name = match[1] ?? match[2] ?? ""
    if (!NOT_TOLD.test(name) && !isLoanword(name))
      yield { start: match.index + match[0].length - name.length, end: match.index + match[0].length, sure: true }
  }
}

/** Finds the second of two names (海と空) and the reading of a name (東さん（ひがし）). */
function beside(page: ScriptedText, { end }: Person): Person[] {
  READING.lastIndex = end
  const reading = READING.exec(page.text)?.[1]
  if (reading && !isLoanword(reading))
    return [{ start: READING.lastIndex - reading.length, end: READING.lastIndex, sure: true }]
  AND.lastIndex = end
  if (!AND.test(page.text)) return []
  const start = AND.lastIndex
  const name = nameAt(page, start)
  return name && AFTER_SECOND.test(page.text.slice(name.end, name.end + 4))
    ? [{ start, end: name.end, sure: name.grade > GRADE.cued || name.end - start > 1 }]
    : []
}

/** Finds a name alone on a line near the end, or behind the last sentence and a space. */
function* signed(page: ScriptedText): Generator<Person> {
  for (const match of page.text.matchAll(SIGNATURE)) {
    const at = match.index + match[0].length
    const name = nameAt(page, at)
    if (!name) continue
    END_OF_LINE.lastIndex = name.end
    if (END_OF_LINE.test(page.text)) yield { start: at, end: name.end, sure: name.end - at > 1 }
  }
}

const LABEL =
  /(?:(?:お|ご)?(?:氏名|名前|名義人?|契約者名?|宛名|受取人(?:名)?|差出人(?:名)?|送り主|依頼主|依頼人|担当者?名?|使用者名?|利用者名?|申込者名?|搭乗者名?|予約者名?|代表者名?|保護者名?|連絡者名?|患者名|生徒名|児童名|園児名|会員名|口座名義人?|カード名義人?|フリガナ|ふりがな|カナ|読み(?:仮名|がな)?|本名|旧姓|姓名|姓|氏))(?:\((?:カナ|漢字|姓|名|フリガナ|ふりがな|全角|半角)\))? ?[:=] {0,3}/g
const VALUE =
  /(?:(?!\s{2}|[、。,;()（）「」『』<>\n/|]|https?:|で[すし]|に(?!し)|(?:は|が|を)(?=[^ぁ-ん]))[^\n]){1,30}/y
const NO_VALUE =
  /^(?:同上|なし|無し|不明|未定|未記入|上記|下記|別紙|記載|空欄|以下|[^\p{L}]+|窓口.*|.*(?:窓口|センター|事務局|サポート|受付|担当|係|課|部))$/u
const HONORIFIC =
  /様(?![々子式相態変])|さま(?!ざ)|さん(?![ざぽま])|氏(?!名|神)|君(?!達|たち)|くん(?!で|だ|じゃ|な)|ちゃん(?!と)|先生|殿(?!下|堂)|(?:社|部|課|係|店|院|園|校|会)長|教授|教頭|主任|弁護士|税理士|司法書士|医師|看護師|家(?=の|御|ご|は|が|に)|宛(?!先|名|て名|て先)|名義|ママ|パパ|って(?=人|名前|方|いう)|という(?=者|人|名前|方)/g
const SAYS = /と(?:申し|もうし|いいます|言います|名乗)/g
/** The words are sorted by length, so that the longest matches first. */
const PEOPLE = entriesOf(LISTS, "ja", "people")
  .toSorted((a, b) => b.length - a.length)
  .join("|")
const CUE = new RegExp(
  `(?:${PEOPLE})(?:の名前)?(?:の方)?(?:[はが][「『]|[のはが、・(]| ?: ?|[「『]| )?|[課部室係] |[課部室](?=[\\p{Script=Han}])(?:の)?|(?:という|じゃなくて|でなく|ではなく)[「『、]?|(?:名[前義]|宛名|正しく|漢字|戸籍|表示|姓|本名|宛名ですが)[はがもで]{0,2}[、]?[「『]|[「『](?=[^」』\\n]{1,12}[」』](?:じゃなくて|ではなく|でなく|さん|様|と誤|の誤|と間違|で登録|名義|という名))`,
  "gu"
)
const SIGNATURE = /(?<=[\p{L}。!！?？…)）」♪☆★😊🙏]) {1,3}|\n {0,4}(?:[-*・>] ?)?|\n.{2,16}[課部室係店] /gu
const END_OF_LINE = / ?(?:拝|より|です|でした|[(（][^()（）\n]{0,30}[)）])?[。.]? *(?=\n|$)/y
const INTRODUCED =
  /(?:[課部室係社店院園校]|担当|お世話に[^。\n]{0,12}[、。\n] ?[^。、\n]{1,20}(?=の))の?(?=[\p{Script=Han}]{2,5} ?(?:です|でござい|と申し|より))([\p{Script=Han}々]{2,5})/gu
/** Matches 担当の蓮見が and 受付の鶴橋に: a word that ends as family names do, and doesn't begin with a place, time or count. */
const OFFICE =
  /(?:担当者?|受付|窓口|営業|配達|工事|係|店長|部長|課長|社長|責任者|店員|スタッフ|ドライバー|オペレーター)の(?![前後上中下大小内外全各同当今次昨毎一二三四五六七八九十両数引名場時手土水部本信正長画地側期空])([\p{Script=Han}々]{1,2}[田山川井本村野見島嶋崎﨑沢澤原木谷橋藤辺邊塚岡森浦池岩坂尾倉城津瀬永江岸根越狩])(?=(?:が|は|に|から|へ|と|も|まで)(?![\p{Script=Katakana}]))/gu
const HUMBLE = /申し|もうし|名乗/
/** Excludes words such as できない, because a name seldom ends like a verb. */
const KANA_SAYER =
  /(?<=^|[はの、。「『\s])(?!私)[\p{Script=Han}々]{1,4}\p{Script=Hiragana}{1,4}(?<![いうるたすくむぬつぶぐだ])$/u
const NOT_A_NAME = /[者員社店係課部会局業用中後前先品料金日月年時分名件]$|^(?:以|同|先|当|全|最)/
const READING =
  /(?:様|さん|さま|氏|君|くん|ちゃん|先生)?[ ]?[(（](?:読み(?:は|方は)?|よみ:?)?([ぁ-んァ-ヺー]{2,8}(?:[ ・][ぁ-んァ-ヺー]{2,8})?)(?=[)）、,])/y
const AND = /(?:様|さん|さま|氏|君|くん|ちゃん|先生)?(?:と|や|、|・|&| & )(?=[^\s])/y
const AFTER_SECOND = /^(?:$|[\s、。()（）「」はがもをにでの]|と(?!て)|さん|様|くん|ちゃん|君|先生|両|です|だけ|夫妻|宛)/
/** Matches whatever is given as a name, on a list or not: 旧姓は鳥飼です, 名前は「凛々花」. */
const NAMED =
  /(?:旧姓|新姓|[名苗]字|本名|名前|氏名|姓|戸籍名?|宛名)[はが] ?(?:[「『]([\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}々ー ・]{1,12})(?=[」』])|([\p{Script=Han}々]{1,4}|[\p{Script=Katakana}ー]{2,8})(?=[、。\n]|です|でした|だ|と(?:い|申)))/gu
const NOT_TOLD =
  /^(?:何|誰|何方|不明|未定|未|同じ|同一|同様|同上|別|非公開|匿名|空欄|空白|無記名|任意|必須|漢字|英語|英字|平仮名|片仮名|ひらがな|本名|仮名|偽名|秘密|省略|違う|変更|登録|なし|無し|不要|必要|以下|以上|上記|下記|次|正確|別々|別人|別名|間違い|誤り)$/
