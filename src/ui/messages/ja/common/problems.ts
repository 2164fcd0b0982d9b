import type { problems as english } from "../../en/common/problems.ts"
import type { Translation } from "../../translation.ts"

/**
 * What the relay and the background answer when they refuse, by their codes. A code whose sentence names something of
 * the request (a line, an address, a limit) isn't here: the relay's own sentence is shown.
 */
export const problems: Translation<typeof english> = {
  "problem.no-version": "マスキングルールのこのバージョンは、もうありません。",
  "problem.agents-may-not-add":
    "このチームでは、担当者が語句を追加できません。リーダーか管理者に、語句の追加か、担当者による追加の許可を依頼してください。",
  "problem.list-full": "リストがいっぱいです。リーダーか管理者が語句を削除できます。",
  "problem.busy": "リレーの処理が追い付いていません。数秒してから、もう一度お試しください。",
  "problem.disk-full":
    "リレーのディスクがいっぱいで、何も保存できません。リレーの運用担当者に、空き容量の確保を依頼してください。",
  "problem.no-place":
    "このアドレスは、ここからはインポートできません。ファイルはアップロードしてください。リレーのコンピューターのフォルダーは、そのコンピューターで npm run relay -- import FOLDER を実行してインポートします。",
  "problem.bad-name": "このファイル名は使えません。200バイト以内で、ピリオドで始まらない名前を付けてください。",
  "problem.no-source": "このインポート元は、もうありません。",
  "problem.files-busy":
    "先に送信した2つのファイルをインポート中です。どちらかが終わってから、このファイルを送信してください。",
  "problem.bad-webhook":
    "Webhookのアドレスは、https://で始まり、ユーザー名を含まない必要があります。https://example.com/hookのように入力してください。",
  "problem.no-webhook": "このWebhookは、もうありません。一覧を読み込み直してください。",
  "problem.no-voice": "この文体は、もうありません。一覧を読み込み直してください。",
  "problem.no-playbook": "このプレイブックは、もうありません。一覧を読み込み直してください。",
  "problem.no-lookup": "この照会は、もうありません。一覧を読み込み直してください。",
  "problem.no-memory": "この学習メモは、もうありません。一覧を読み込み直してください。",
  "problem.no-finding": "この指摘は、もうありません。レポートを読み込み直してください。",
  "problem.no-past-ticket": "この解決済みチケットかページは、もうありません。",
  "problem.no-hook": "このインポート元のWebhookは、もうありません。",
  "problem.no-import": "このインポートは、もうありません。",
  "problem.other-import":
    "そのインポートは終わり、同じインポート元の別のインポートが始まっています。一覧をもう一度確認してください。",
  "problem.no-recipe": "このサイトの共有中の指定箇所は、もうありません。一覧を読み込み直してください。",
  "problem.no-proposal": "このサイトの提案中の指定箇所は、もうありません。一覧を読み込み直してください。",
  "problem.no-code": "このコードは使えません。使用済みか、無効にされたか、期限切れです。",
  "problem.settings-changed": "その間に、別の管理者が設定を変更しました。自分の変更は保存されていません。",
  "problem.memory-changed": "その間に、ほかの人がこの学習メモを変更しました。一覧を読み込み直してください。",
  "problem.memory-empty": "学習メモが空です。チームでの書き方を入力してください。",
  "problem.memory-personal":
    "個人の名前、住所やアドレス、番号と思われる内容が含まれています。学習メモはすべての顧客に使われるため、それらを除いて入力してください。自社に関する名前の場合は、マスキングルールに追加してください。",
  "problem.memory-expired": "その日はすでに過ぎています。後の日付を選んでください。",
  "problem.proposal-changed":
    "その間に、このサイトの別の指定箇所が提案されたため、何も決定していません。先にその提案を確認してください。",
  "problem.sites-hashed":
    "チームはヘルプデスクのアドレスをハッシュ化しています。指定箇所にはアドレスが含まれるため、共有できません。",
  "problem.too-many-proposals": "このブラウザーからの指定箇所の提案が多すぎます。1時間ほどお待ちください。",
  "problem.too-many-off-switches": "オフ設定はチームで100件までです。先に1件削除してください。",
  "problem.no-off-switch": "この設定はもうありません。一覧を読み込み直してください。",
  "problem.switched-off": "このチケットではオフになっています。",
  "problem.too-many-corrections": "一度に行う訂正が多すぎます。1分ほどお待ちください。",
  "problem.too-many-tries": "一度に行う操作が多すぎます。1分ほど待ってから、もう一度お試しください。",
  "problem.no-case": "この案件はありません。リレーの保持期間を過ぎた可能性があります。",
  "problem.case-erased": "この案件は、チケットとともに完全削除されました。次の案件に進んでください。",
  "problem.ticket-erased": "このチケットは完全削除されました。新しい下書きを作成してください。",
  "problem.no-draft": "この下書きはありません。完全削除されたか、リレーの保持期間を過ぎた可能性があります。",
  "problem.no-model": "このモデルはリレーにありません。一覧を読み込み直してください。",
  "problem.no-tone-model": "トーンを読むモデルはありません。ルールだけでチェックします。",
  "problem.sign-in-over": "組織の設定によりサインインの有効時間が過ぎました。もう一度サインインしてください。",
  "problem.own-sign-in": "これは自分のサインインです。続ける場合は、もう一度確認してください。このページは閉じます。",
  "problem.no-person": "この人はリレーに登録されていません。",
  "problem.shutting-down": "リレーは停止中か更新中です。しばらくしてから、もう一度お試しください。",
  "problem.too-slow": "リクエストが時間内に届きませんでした。何も保存されていません。もう一度送信してください。",
  "problem.internal":
    "リレーでエラーが発生しました。もう一度お試しください。繰り返す場合は、リレーの運用担当者に連絡してください。",
  "problem.relay-error": "リレーでエラーが発生したか、このアドレスでリレー以外のものが応答しています。",
  "problem.not-a-relay": "このアドレスでは、リレー以外のものが応答しています。",
  "problem.relay-unreachable": "リレーが応答しません。リレーを起動するか、アドレスを確認してください。",
  "problem.relay-stopped": "リレーの応答が途中で止まりました。",
  "problem.database-down": "リレーがデータベースに接続できません。しばらくしてから、もう一度お試しください。",
  "problem.other-version": "リレーのバージョンが異なります。拡張機能かリレーを更新し、バージョンをそろえてください。",
  "problem.signed-out": "このブラウザーはサインアウトされました。新しいコードでペアリングしてください。",
  "problem.sign-in-expired": "このブラウザーは長い間使われていませんでした。新しいコードでペアリングしてください。",
  "problem.sign-in-reused":
    "サインイン情報の以前のコピーが使われたため、このブラウザーはサインアウトされました。新しいコードでペアリングし、リレーの運用担当者に連絡してください。",
  "problem.token-revoked": "このブラウザーはサインアウトされました。新しいコードでペアリングしてください。",
  "problem.not-paired": "このブラウザーはリレーに登録されていません。新しいコードでペアリングしてください。",
  "problem.clock-differs":
    "このブラウザーの時計が、リレーの時計と大きくずれています。時刻を合わせてから、もう一度お試しください。",
  "problem.wrong-host": "このホスト名はリレーに設定されていません。リレーの運用担当者がRELAY_HOSTSに追加できます。",
  "problem.needs-https": "このリレーにはHTTPSでのみ接続できます。",
  "problem.unsafe-address":
    "HTTPSなしで接続できるのは、このコンピューターのリレーだけです。https://で始まるアドレスを入力してください。",
  "problem.file-gone": "ファイルを読み取れなくなりました。変更されたか、移動されています。選び直してください。",
  "problem.note-too-long": "名前を置き換えた後のメモが長すぎます。短くしてください。",
  "problem.note-not-masked": "メモを時間内にマスキングできなかったため、何も送信していません。",
  "problem.no-answer": "拡張機能が応答しませんでした。このページを再読み込みしてください。"
}
