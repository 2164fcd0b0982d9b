import type { replyCheck as english } from "../../en/reply/reply-check.ts"
import type { Translation } from "../../translation.ts"

/** The card that checks what the agent wrote, before it is sent. */
export const replyCheck: Translation<typeof english> = {
  "reply-check": "返信のチェック",
  "reply-check.count": "要確認{count, number}件",
  "reply-check.do": "返信をチェック",
  "reply-check.again": "再チェック",
  "reply-check.none":
    "返信エディターに書いた内容を、送信する前にチケットと公開ページと照合します。内容はマスキングして送信し、エディターは変更しません。",
  "reply-check.checking": "返信を、チケットとページと照合しています。",
  "reply-check.failed": "前回のチェックに失敗しました。返信は変わっていません。もう一度チェックしてください。",
  "reply-check.changed": "エディターの文面がその後変更されました。以下の指摘は、変更前の文面に対するものです。",
  "reply-check.newer": "その後、{author}から新しいメッセージがありました。このチェックには含まれていません。",
  "reply-check.no-claims": "出典が必要な文はありません。",
  "reply-check.supported": "{count, plural, other {#文に裏付けがあるか、確認が取れています。}}",
  "reply-check.near": "{count, plural, other {#文は、チケットやページと共通する語が一部だけか、まったくありません。}}",
  "reply-check.verifier.none": "検証モデルがないため、ルールだけでチェックしました。",
  "reply-check.verifier.done": "{model}が検証しました。",
  "reply-check.verifier.partly": "{model}が検証しました（{count, plural, other {#文}}を除く）。",
  "reply-check.verifier.late": "{model}の応答に時間がかかりすぎたため、ルールだけでチェックしました。",
  "reply-check.verifier.malformed": "{model}から使える応答がなかったため、ルールだけでチェックしました。",
  "reply-check.verifier.failed": "{model}では検証できなかったため、ルールだけでチェックしました。",
  "reply-check.verifier.unreliable": "{model}がテストの誤った文を見逃したため、ルールだけでチェックしました。",
  "reply-check.show": "出典で表示",
  "reply-check.show.of": "出典「{title}」で表示",
  "reply-check.hide.of": "出典「{title}」を非表示",
  "reply-check.source": "{n}：{title}",
  "reply-check.hide": "出典を非表示",
  "reply-check.resting": "返信を自動でチェック",
  "reply-check.resting.lead":
    "パネルが表示されているときに、入力が2秒止まると、返信をマスキングして送信し、チェックします。間隔は10秒以上空けます。",
  "notice.reply-empty": "返信エディターに、チェックする文面がありません。|先に返信を書いてください。",
  "notice.reply-long": "返信が20,000文字を超えています。|短くしてから、もう一度チェックしてください。",
  "notice.reply-note": "公開返信ではない可能性があります。|社内メモはチェックしません。"
}
