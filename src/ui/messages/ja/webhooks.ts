import type { webhooks as english } from "../en/webhooks.ts"
import type { Translation } from "../translation.ts"

/** The admin page's card "Webhooks". */
export const webhooks: Translation<typeof english> = {
  webhooks: "Webhook",
  "webhooks.lead":
    "結果かレビューが保存されると、リレーは次のアドレスにID、状態、数値を送信します。チケットの文面は送信しません。",
  "webhooks.none": "Webhookはまだありません。",
  "webhooks.list": "Webhookのアドレス",
  "webhooks.since": "{time}から。",
  "webhooks.counts":
    "{waiting, plural, =0 {待機中の配信なし} other {待機中の配信#件}}、{failed, plural, =0 {過去1週間に断念した配信なし。} other {過去1週間に断念した配信#件。}}",
  "webhooks.address": "受信側のアドレス",
  "webhooks.address.hint": "https://で始まり、インターネットから接続できるアドレスです。",
  "webhooks.address.none": "Webhookのアドレスを入力してください。",
  "webhooks.add": "Webhookを追加",
  "webhooks.adding": "追加しています。",
  "webhooks.added": "{url}のシークレット：",
  "webhooks.once":
    "表示されるのは今回だけです。受信側は、Standard Webhooks仕様に従い、このシークレットで署名を検証します。",
  "webhooks.copy": "Webhookのシークレットをコピー",
  "webhooks.copied": "コピーしました。",
  "webhooks.copy-failed": "ブラウザーでコピーが許可されませんでした。シークレットを選択し、自分でコピーしてください。",
  "webhooks.hide": "シークレットを非表示",
  "webhooks.test": "テストを送信",
  "webhooks.testing": "テストを送信しています。",
  "webhooks.test.taken": "受信側がテストを受け付けました。応答：{result}。",
  "webhooks.test.answered": "受信側がテストを受け付けませんでした。応答：{result}。",
  "webhooks.test.redirected":
    "受信側がテストを受け付けませんでした。応答は{result}で、別のアドレスに転送されます。そのアドレスを使ってください。",
  "webhooks.test.refused": "送信しませんでした。アドレスがプライベートネットワーク内にあります。",
  "webhooks.test.certificate":
    "送信しませんでした。リレーが受信側の証明書を信頼できません。期限切れか、不完全か、別のホストのものである可能性があります。",
  "webhooks.test.no-host": "送信しませんでした。その名前のホストがありません。アドレスを確認してください。",
  "webhooks.test.unreachable": "受信側に接続できなかったか、15秒以内に応答がありませんでした。",
  "webhooks.remove": "削除",
  "webhooks.sure":
    "このWebhookを削除しますか？リレーは、待機中のものも含めて何も送信しなくなり、シークレットも削除します。",
  "webhooks.do": "Webhookを削除",
  "webhooks.keep": "残す",
  "webhooks.removed": "リレーは{url}に何も送信しなくなりました。",
  "webhooks.deliveries": "{count, plural, =1 {直近の配信} other {直近の配信#件}}",
  "webhooks.deliveries.of": "{url}への直近の配信",
  "webhooks.deliveries.none": "過去1週間に送信したものはありません。",
  "webhooks.event": "イベント",
  "webhooks.event.outcome": "結果を保存",
  "webhooks.event.review": "レビューを保存",
  "webhooks.when": "保存日時",
  "webhooks.state": "状態",
  "webhooks.state.delivered": "受信済み",
  "webhooks.state.waiting": "待機中、次の試行{time}",
  "webhooks.state.failed": "断念",
  "webhooks.attempts": "試行回数",
  "webhooks.result": "最後の応答",
  "webhooks.result.none": "まだなし",
  "webhooks.result.redirected": "{result}、別のアドレスに転送",
  "webhooks.result.refused": "未送信：プライベートアドレス",
  "webhooks.result.certificate": "未送信：信頼できない証明書",
  "webhooks.result.no-host": "未送信：その名前のホストなし",
  "webhooks.result.unreachable": "接続不可、または応答なし"
}
