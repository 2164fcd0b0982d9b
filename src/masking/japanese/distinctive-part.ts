import type { TextSpan } from "./phrases.ts"

/**
 * Returns a stretch without the parts that don't distinguish it from others of its kind: a firm's legal form and
 * branch, a post code and prefecture before a town, プラン behind a name.
 */
export function distinctivePartOf(text: string, { start, end }: TextSpan, type: string): TextSpan {
  const whole = text.slice(start, end)
  const before = HEADS[type]?.exec(whole)?.[0].length ?? 0
  const behind = TAILS[type]?.exec(whole.slice(before))?.[0].length ?? 0
  return before + behind < whole.length ? { start: start + before, end: end - behind } : { start, end }
}

const FORM = "(?:株式会社|有限会社|合同会社|合資会社|合名会社|(?:一般|公益)?(?:社団|財団)法人|\\([株有同]\\)|[㈱㈲])"
const HEADS: Record<string, RegExp> = {
  ORG: new RegExp(`^${FORM} ?`, "u"),
  ADDRESS:
    /^(?:〒? ?\d{3}-?\d{4}\s{0,3})?(?:(?:北海道|東京都|(?:京都|大阪)府|\p{Script=Han}{2,3}県)(?=.{0,30}[市区町村郡].{0,30}\d))?/su
}
const TAILS: Record<string, RegExp> = {
  ORG: new RegExp(
    `(?: ?${FORM})?(?: ?(?:本社|本店|支社|(?<=.)[\\p{Script=Han}\\p{Script=Katakana}ー]{0,6}(?:支店|営業所|センター)))?$`,
    "u"
  ),
  PERSON: /(?:プラン|サポート|デスク|ショップ|ストア|アプリ|カード|サービス|センター|シリーズ|チーム|会員)$/u
}
