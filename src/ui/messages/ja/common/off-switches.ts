import type { offSwitches as english } from "../../en/common/off-switches.ts"
import type { Translation } from "../../translation.ts"

/** The admin page's card "Off switches". */
export const offSwitches: Translation<typeof english> = {
  switches: "オフ設定",
  "switches.lead":
    "特定のチケットや担当者についてオフにしている機能です。設定を受け取ったブラウザーはその内容を送信せず、パネルに理由を表示します。",
  "switches.none": "オフにしている機能はありません。",
  "switches.list": "オフにしている機能",
  "switches.kind": "オフにする機能",
  "switches.kind.reading": "読み取り：チケットの内容を使用も送信もしない",
  "switches.kind.preparing": "下書きの事前作成：担当者が求めたときだけ下書きを作成する",
  "switches.kind.model": "モデル：モデルを使わずに下書きを作成する",
  "switches.row.reading": "読み取りをオフにする条件：{when}",
  "switches.row.preparing": "下書きの事前作成をオフにする条件：{when}",
  "switches.row.model": "モデルをオフにする条件：{when}",
  "switches.when": "対象のチケットまたは担当者",
  "switches.when.hint":
    "例：tag is vip; field Country is CH; group is Second level; person is Mia Berg; site is https://*.zendesk.com; always。複数の条件は and でつなぎます。",
  "switches.when.wrong": "この条件は読み取れません。例のように入力してください。",
  "switches.add": "オフにする",
  "switches.adding": "オフにしています。",
  "switches.added": "オフにしました。ブラウザーにはリレーの次の応答で伝わります。",
  "switches.since": "{time}から、設定者：{by}",
  "switches.remove": "削除",
  "switches.sure": "この設定を削除しますか。オフにしていた機能は再びオンになります。",
  "switches.do": "設定を削除",
  "switches.keep": "オフのままにする",
  "switches.removed": "設定を削除しました。"
}
