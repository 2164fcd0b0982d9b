import type { guard as english } from "../en/guard.ts"
import type { Translation } from "../translation.ts"

/** Words of the model's that nobody gave, and orders to a machine in what the customer wrote. */
export const guard: Translation<typeof english> = {
  "summary.orders": "注意",
  "summary.orders.text": "このメッセージにはAIへの指示が含まれています。",
  "mark.foreign": "未提示",
  "mark.foreign.long": "未提示：{why}挿入は保留中です。チェック{n}へ",
  "mark.unnamed": "未記載のページ",
  "mark.unnamed.long": "未記載のページ：{why}チェック{n}へ",
  "foreign.hidden": "見えない文字が含まれています。",
  "foreign.image": "画像です。メールが読まれたことを、画像のサーバーに知られます。",
  "foreign.script": "スクリプトです。返信に入れるものではありません。",
  "foreign.link": "このリンクは、チケットにも、どの出典にもありません。",
  "foreign.look-alike": "チケットや出典のリンクに見せかけたリンクです。",
  "foreign.email": "このメールアドレスは、チケットにも、どの出典にもありません。",
  "foreign.phone": "この電話番号は、チケットにも、どの出典にもありません。",
  "foreign.account": "この支払先の口座は、チケットにも、どの出典にもありません。",
  "foreign.wallet": "この暗号資産のアドレスは、チケットにも、どの出典にもありません。",
  "foreign.spelled": "言葉で書かれた番号かアドレスです。チケットにも、どの出典にもありません。",
  "foreign.messenger": "このメッセンジャーの連絡先は、チケットにも、どの出典にもありません。",
  "foreign.portal": "顧客にログインページを検索させています。",
  "foreign.secret-request":
    "パスワード、コード、サインイン用リンク、カード情報を求めています。顧客には絶対に求めないでください。",
  "foreign.remote-control": "顧客のコンピューターの操作を他人に任せるよう求めています。これを述べた出典はありません。",
  "foreign.payment": "追跡も取り消しもできない支払いを求めています。この支払方法を案内している出典はありません。",
  "foreign.mixed-script": "この語には、見た目が似た別の文字体系の文字が混ざっています。",
  "foreign.blob": "エンコードされた文字列です。チケットにも、どの出典にもありません。",
  "foreign.prompt": "モデルへの指示に触れています。",
  "foreign.control":
    "モデルが内部用に書いたものです（回答の終わり、思考過程、ツールの呼び出し）。返信の一部ではありません。",
  "foreign.internal": "社内メモだけにある内容です。",
  "foreign.page": "ホストは既知ですが、このページはチケットにも、どの出典にもありません。",
  "foreign.waits": "変更するか、削除するか、自分の言葉として残すまで、挿入は保留されます。",
  "tally.foreign": "{count, plural, other {未提示#件}}",
  "tally.unnamed": "{count, plural, other {未記載のページ#件}}",
  "holds.foreign": "{count, plural, other {不審な箇所#件}}",
  "holds.contradicts": "{count, plural, other {矛盾#件}}",
  "holds.needs-approval": "{count, plural, other {承認が必要な文#件}}",
  "holds.no-source": "{count, plural, other {どこにも示されていない日付や金額#件}}",
  "holds.denied": "{count, plural, other {否定された文#件}}",
  "off.insert.holds":
    "{count, plural, other {挿入は保留中：下書きに{things}があります。変更するか、削除するか、自分の言葉として残してください。コピーは使えます}}",
  "say.holds.inserted": "挿入した文面の問題：{things}。|送信する前に、返信を見直してください。",
  "notice.guard-open":
    "{count, plural, other {挿入は保留中：#か所。|変更するか、削除するか、自分の言葉として残してください。コピーは使えます。}}",
  "notice.guard-failed":
    "ガードがこの下書きをチェックできませんでした。|何も書き込んでいません。もう一度お試しください。コピーは使えます。"
}
