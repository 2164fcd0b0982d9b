import type { popup as english } from "../en/popup.ts"
import type { Translation } from "../translation.ts"

/** The popup: pairing, sites, what is kept on this computer. */
export const popup: Translation<typeof english> = {
  "manifest.description":
    "サポートチームのためのコパイロット。確認済みの下書きを、お使いのヘルプデスクの返信エディターに。",
  "manifest.open-panel": "パネルを開く",
  "manifest.insert": "下書きを挿入",
  "manifest.next": "次の確認箇所へ",
  "manifest.say": "変更内容を伝える",
  "kept.drafts": "{count, plural, other {下書き#件}}",
  "kept.outcomes": "{count, plural, other {未報告の結果#件}}",
  "kept.both": "{drafts}と{outcomes}",
  pair: "このブラウザーを接続",
  "pair.lead":
    "リレー（中継サーバー）の起動時にコードが表示されています。コードは1回だけ使えます。有効期間は10分です。",
  "pair.address": "リレーのアドレス",
  "pair.code": "ペアリングコード",
  "pair.do": "ペアリング",
  "pair.doing": "ペアリングしています。",
  "pair.fixed": "このアドレスは組織によって設定されています。",
  "pair.bad-address":
    "アドレスの形式が正しくありません。127.0.0.1:8787やhttps://relay.example.comのように入力してください。",
  "pair.unsafe":
    "HTTPSを使わないと、通信内容をネットワーク上で読み取られるおそれがあります。HTTPSなしで接続できるのは、このコンピューターのリレー（http://127.0.0.1:8787）だけです。それ以外のリレーには、https://で始まるアドレスを入力してください。",
  "pair.no-code": "リレーが表示したコードを入力してください。",
  "pair.not-allowed":
    "このリレーへの接続がブラウザーで許可されませんでした。「ペアリング」を押し、接続を許可してください。",
  "pair.used": "このコードはすでに使われています。リレーで新しいコードを発行してください。",
  "pair.wrong": "リレーにこのコードはありません。コードを確認するか、新しいコードを発行してください。",
  "pair.expired": "このコードは発行から10分を過ぎています。リレーで新しいコードを発行してください。",
  "pair.unreachable": "このアドレスのリレーが応答しません。リレーを起動するか、アドレスを確認してください。",
  "pair.other-version": "リレーのバージョンが異なります。拡張機能かリレーを更新し、バージョンをそろえてください。",
  "pair.other": "ペアリングできませんでした：{why}",
  "pair.not-lead": "これは担当者用のコードです。リレーでリーダー用のコードを発行してください。",
  preparing: "下書きの事前作成",
  "preparing.on": "チケットを開いたときに下書きを作成",
  "preparing.list": "一覧の次のチケットも対象にする",
  "preparing.unused": "10件続けて使われなかったため、要約だけを事前に作成しています。",
  "preparing.budget": "本日分を使い切りました。00:00（UTC）に再開します。",
  "preparing.policy": "組織によってオフにされています。",
  "preparing.team": "管理者がチーム全体でオフにしています。",
  "preparing.again": "事前作成を再開",
  "site.on": "オン：このサイトのチケットを読み取り、下書きを作成します。",
  "site.forbidden":
    "このサイトでのReplywrightの使用は、組織によって許可されていません。このサイトの内容は読み取りません。",
  "site.switched-off": "組織によってオフにされています。",
  "site.unknown":
    "組織のポリシーに、存在しない名前が設定されています：{names}。修正されるまで何も読み取りません。ブラウザーの管理者に連絡してください。",
  "site.off": "オフ：このサイトの内容は読み取りません。",
  "site.off.lead":
    "オンにすると、このサイトだけへのアクセス許可をブラウザーが求めます。許可はここでいつでも取り消せます。",
  "site.allow": "このサイトを許可",
  "site.framed": "あいさつと署名はヘルプデスクが付ける（挿入時に両方を省く）",
  "site.stop": "オフにする",
  "site.none": "この種類のページからはチケットを読み取れません。",
  "site.failed": "設定できませんでした。このサイトの内容は読み取りません。{why}",
  "site.not-allowed": "このサイトの読み取りがブラウザーで許可されませんでした。このサイトの内容は読み取りません。",
  "popup.status": "状態",
  "popup.relay": "リレー",
  "popup.model": "モデル",
  "status.no-model": "なし（オフライン下書き機能）",
  "status.person": "{name}（{role}）でサインイン中",
  "status.sign-out": "サインアウト",
  "status.open": "パネルを開く",
  "status.failed": "拡張機能が応答しませんでした。いったん閉じて、開き直してください。",
  masking:
    "氏名、住所、電話番号などの個人データは、ブラウザーから送信する前に置き換えます。本文中の名前はほとんど検出しますが、すべてではありません。日本語の本文では確実には検出できません。",
  kept: "このコンピューターのデータ",
  "kept.nothing": "下書きはありません。",
  "kept.lead": "{drafts}（暗号化済み）。結果はすべて報告済みです。",
  "kept.lead.waiting": "{drafts}（暗号化済み）。{outcomes}がまだ報告されていません。",
  "kept.results": "{count, plural, other {結果#件}}",
  wipe: "消去",
  "wipe.ask": "保存されているものを消去しますか？",
  "wipe.lead": "{drafts}とサインイン情報が消去されます。ヘルプデスクのチケットは変わりません。",
  "wipe.lost": "{count, plural, other {まだ報告されていない結果#件が失われます。}}",
  "wipe.do": "{count, plural, =0 {すべて消去} other {下書き#件を消去}}",
  "wipe.keep": "残す",
  "wipe.left":
    "一部を削除できませんでした。まだ残っているもの：{parts}。もう一度お試しください。拡張機能をブラウザーから削除すると、すべて削除されます。",
  "wipe.left.drafts": "下書きと結果（暗号化済み）",
  "wipe.left.sign-in": "サインイン情報と設定",
  "wipe.left.sites": "サイトへのアクセス許可",
  "wipe.report": "{count, plural, other {先に結果#件を報告しますか？}}",
  "wipe.report.do": "今すぐ報告",
  "site.hashed": "サイト{mark}"
}
