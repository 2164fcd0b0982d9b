import { LISTS } from "replywright/lexicon/japanese"
import { entriesOf } from "../../lexicon/lexicon.ts"
import { isJapanese } from "./script.ts"

/** A number that a Japanese word names, or that is written in a Japanese form. */
export interface Numbered {
  start: number
  end: number
  type: "PHONE" | "ACCOUNT" | "ID" | "GOV" | "VEHICLE" | "BIRTH" | "AGE" | "ADDRESS"
}

/**
 * Finds phone, account, customer and government numbers, plates, dates of birth, ages and post codes in folded text.
 * Each pattern looks at a bounded stretch.
 */
export function* numbersIn(text: string): Generator<Numbered> {
  if (!isJapanese(text)) return
  for (const [pattern, type] of PATTERNS) {
    for (const match of text.matchAll(pattern)) {
      const value = match[1] ?? match[0]
      const end = match.index + match[0].length
      yield { start: end - value.length, end, type }
    }
  }
}

/** A limit is nobody's age: 18歳未満, 対象年齢は六歳以上. */
export const NO_AGE_BEHIND = "(?! ?(?:以上|以下|未満|以降|まで|向け|用|対象))"

const HOLIDAYS = entriesOf(LISTS, "ja", "holidays")
/** What a customer has with a firm, before 番号. */
const OWN_NUMBERS = entriesOf(LISTS, "ja", "own-numbers")
const KANJI_DIGIT = "[〇○零一二三四五六七八九]"
/** Digits as somebody dictates them: in signs, kanji or by their readings. */
const SPOKEN_DIGIT =
  "(?:\\d|[〇○零一二三四五六七八九]|ゼロ|レイ|マル|イチ|ニ(?!ー)|サン|ヨン|ゴ(?!ー)|ロク|ナナ|ハチ|キュウ|キュー)"
const KANJI_NUMBER = "[一二三四五六七八九十百]"
/** Matches hyphens as they are typed, including the sign for a long vowel. */
const HYPHEN = "[-ーｰ─・]"
/** Matches what stands between the word and its number: は, a colon, a bracket, 第. */
const IS = "(?: ?(?:は|が|も|を|で|:|=))?[、 ]?[「『(【#:]? ?(?:第|No\\.? ?)?"
const NAMED = "(?:の)?(?:番号|ナンバー|コード|ID|Id|id|No\\.?)"
/** Matches digits in one piece, with hyphens, or in groups as on a card, but never part of a longer row of groups. */
const DIGITS = "(?:\\d{2,5}(?: \\d{3,6}){1,3}|\\d{1,8}(?:-\\d{1,8}){1,4}|\\d{4,19})"
const END = "(?![A-Za-z\\d@]|-\\d| \\d{3,6}(?![\\d年月日円]))"
const ERA = "(?:明治|大正|昭和|平成|令和)"
const DAY = `(?:\\d{1,2}|${KANJI_NUMBER}{1,3})`
const YEAR = `(?:(?:西暦 ?)?(?:(?:19|20)\\d\\d|[一二]${KANJI_DIGIT}{3})|${ERA} ?(?:\\d{1,2}|${KANJI_NUMBER}{1,3}|元)) ?年`
const DATE = `${YEAR}(?: ?の? ?(?:${[...HOLIDAYS].join("|")})| ?${DAY} ?月(?: ?${DAY} ?日)?)?`
const PLATE =
  "(?:[\\p{Script=Han}ヶ]{1,4}|いわき|つくば|とちぎ|なにわ) ?(?:\\d{2,3}|\\d{2}[A-Z]|\\d[A-Z]{2}) ?[\\p{Script=Hiragana}A-Z] ?(?:[\\d・.]{1,2}-\\d{2}|・{2,3} ?\\d{1,2}|\\d{4})(?![\\d-])"

const pattern = (source: string) => new RegExp(source, "gu")

const PATTERNS: readonly (readonly [RegExp, Numbered["type"]])[] = [
  [
    pattern(
      `(?<![\\p{Script=Katakana}\\d])(?:ゼロ|レイ|マル|[〇○零])${SPOKEN_DIGIT}{1,4}(?:[-ーｰ─・(の、 ]${SPOKEN_DIGIT}{1,5}){2}(?!${SPOKEN_DIGIT})`
    ),
    "PHONE"
  ],
  [
    pattern(
      `[〇○零]${KANJI_DIGIT}{1,4}[-ーｰ─・(の ]${KANJI_DIGIT}{1,4}[-ーｰ─・)の ]${KANJI_DIGIT}{3,4}(?!${KANJI_DIGIT})`
    ),
    "PHONE"
  ],
  [pattern(`(?<![\\d-])0\\d{1,4}${HYPHEN}\\d{1,4}${HYPHEN}\\d{3,4}(?![\\d-])`), "PHONE"],
  [
    pattern(
      "(?:TEL|Tel|tel|FAX|Fax|fax|電話|携帯|ファックス)[:. ]{0,2}(0\\d{1,4}[-( ]?\\d{1,4}[-) ]?\\d{3,4})(?![\\d-]| \\d)"
    ),
    "PHONE"
  ],
  [
    pattern(
      `(?:製造|シリアル|機器|機体|個体)(?:番号|ナンバー|No\\.?)${IS}((?=[A-Z-]{0,12}\\d)[A-Z\\d][A-Z\\d-]{4,24}[A-Z\\d])${END}`
    ),
    "ID"
  ],
  [pattern(`口座${NAMED}?${IS}((?=(?:[ -]?\\d){5})${DIGITS})${END}`), "ACCOUNT"],
  [pattern(`(?:普通|当座)(?:預金|口座)?${IS}(\\d{6,8})${END}`), "ACCOUNT"],
  [
    pattern(
      `(?:会員|お客(?:様|さま)|患者|顧客|ユーザー?|加入者?|利用者|登録者|学籍|社員|職員|従業員|受験|診察券|診察|カルテ|メンバーズ?|アカウント|ログイン|マイページ|ポイントカード|メーター|供給地点(?:特定)?|生徒|学生|組合員|株主)(?:${NAMED}|名)${IS}((?=[A-Za-z._/-]{0,20}\\d|[A-Za-z]{1,20}[._])[A-Za-z\\d][A-Za-z\\d._/-]{2,24}[A-Za-z\\d]|[A-Z]{1,3} \\d[\\d ]{2,12}\\d|(?=(?:[ -]?\\d){4})${DIGITS})${END}`
    ),
    "ID"
  ],
  [
    pattern(
      `(?:${[...OWN_NUMBERS].join("|")})(?:の)?番号${IS}((?=[A-Za-z._/-]{0,8}(?:[ -]?\\d){4})[A-Z]{0,3}[ -]?${DIGITS}(?:-?[A-Z]{1,2})?)${END}`
    ),
    "ID"
  ],
  [
    pattern(
      `(?:マイナンバー(?:カード)?|個人番号(?:カード)?|旅券|パスポート|(?:運転)?免許証?|保険証|(?:基礎)?年金(?:手帳)?|在留カード|住民票|雇用保険|被保険者証?|障害者手帳)${NAMED}?${IS}([A-Z]{0,3}(?=(?:[ -]?\\d){6})${DIGITS}[A-Z]{0,2})${END}`
    ),
    "GOV"
  ],
  [pattern("(?<![A-Za-z0-9])[A-Z]{2}\\d{8}[A-Z]{2}(?![A-Za-z0-9])"), "GOV"],
  [
    pattern(
      "(?:旅券|パスポート|免許証?)(?:番号)?[^\\d\\n。]{0,12}?(?<![A-Z])([A-Z]{1,2}\\d{6,8}|\\d{12})(?![\\dA-Z-])"
    ),
    "GOV"
  ],
  [pattern("(?:保険証|被保険者証?)[^\\d\\n。]{0,14}(\\d{1,8}[・･-]\\d{1,8})(?![\\d-])"), "GOV"],
  [pattern("(?:保険証|被保険者証?)[^\\d\\n。]{0,10}記号[^\\d\\n。]{0,3}(\\d{1,8}(?:-\\d{1,4})?)"), "GOV"],
  [
    pattern("記号[^\\d\\n。]{0,3}\\d{1,8}(?:-\\d{1,4})?[^\\d\\n。]{0,4}番号[^\\d\\n。]{0,3}(\\d{1,8}(?:-\\d{1,4})?)"),
    "GOV"
  ],
  [pattern(PLATE), "VEHICLE"],
  [
    pattern(`(?<![ァ-ヺー])(?:ナンバー(?:プレート)?|車両番号|車番)${IS}(\\d{2}-\\d{2}|・{1,3} ?\\d{1,3})(?![\\d-])`),
    "VEHICLE"
  ],
  [pattern(`車台番号${IS}([A-Z\\d]{2,9}-\\d{5,7})${END}`), "VEHICLE"],
  [
    pattern(
      `(?:生年月日|誕生日|DOB|D\\.O\\.B\\.)${IS}(${DATE}|(?:19|20)\\d\\d([./-])\\d{1,2}\\2\\d{1,2}|(?:19|20)\\d{6}|(?:19|20)\\d\\d)(?![\\d./-]*\\d)`
    ),
    "BIRTH"
  ],
  [pattern(`(?:生年月日|誕生日)(?:は|:|が)[、 ]?(${DAY}月${DAY}日)`), "BIRTH"],
  [pattern(`${DATE}(?=(?:に|の)? ?(?:生まれ|うまれ|生(?![産成活涯存地徒物花じ])))`), "BIRTH"],
  [
    pattern(
      "(?<![\\d./-])(?:(?:19|20)\\d\\d[./-]\\d{1,2}[./-]\\d{1,2}|[MTSHRmtshr] ?\\d{1,2}[./-]\\d{1,2}[./-]\\d{1,2})(?=[)）]?生)"
    ),
    "BIRTH"
  ],
  [pattern("(?<![A-Za-z\\d])[MTSHmtsh]\\d{1,2}[./]\\d{1,2}[./]\\d{1,2}(?!\\d)"), "BIRTH"],
  [pattern(`(?<!${KANJI_NUMBER}|[数第])${KANJI_NUMBER}{1,4}(?=[歳才](?!月)${NO_AGE_BEHIND})`), "AGE"],
  [pattern(`(?<!対象)年齢${IS}(\\d{1,3}|${KANJI_NUMBER}{1,4})(?=(?:です|で|、|。|,|\\)| |\\n|$))`), "AGE"],
  [pattern("生後 ?(\\d{1,2})(?= ?(?:か|ヶ|ヵ|カ|ケ|箇)月)"), "AGE"],
  [pattern("(?:小生|私|今年で|当年|満|数えで)[^\\d\\n。]{0,6}(\\d{2,3})(?=になり|になる|でござい)"), "AGE"],
  // The quarter, block, house and what stands behind it: 若松台3の12の5、裏の離れ.
  [
    pattern(
      "[\\p{Script=Han}々ヶケ]{1,8}\\d{1,4}の\\d{1,4}(?:の\\d{1,4})?(?:、? ?(?:裏|表|奥|離れ|別棟|母屋)の?(?:離れ|棟|別棟|家|建物)?)?(?!\\d|個|円|年|月|日|時|分|回|倍)"
    ),
    "ADDRESS"
  ],
  [pattern(`郵便番号${IS}(\\d{3}-?\\d{4})(?![\\d-])`), "ADDRESS"]
]
