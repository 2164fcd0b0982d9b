import type { status as english } from "../en/status.ts"
import type { Translation } from "../translation.ts"

/** The admin page's card "Status". */
export const status: Translation<typeof english> = {
  status: "状態",
  "status.lead": "このデータベースを使うリレーの状態です。10秒ごとに更新します。",
  "status.asof": "以下は{time}時点の情報です。",
  "status.fine": "このリレーは準備が完了しており、エラーが発生しているモデルはありません。",
  "status.unready": "このリレーは準備ができていません。{reasons}",
  "status.unready.shutting-down": "リレーを停止しています。",
  "status.unready.database-down": "データベースが応答しません。稼働していて接続できるか確認してください。",
  "status.unready.database-behind":
    "データベースに、このバージョンの更新手順{count, number}件が適用されていません。リレーを再起動すると適用されます。",
  "status.unready.silent":
    "{count, number}秒間、このリレーの生存信号がデータベースに届いていないため、ほかのリレーは停止したと見なしています。理由はログ（relay-beat）にあります。",
  "status.silent":
    "{count, plural, other {#台のリレーが応答しなくなりました。そのリレーの下書きは、再度依頼されたときに最初から作り直します。}}",

  "status.relays": "リレー",
  "status.relay": "リレー",
  "status.relay.here": "{id}（このリレー）",
  "status.state": "状態",
  "status.living": "応答中",
  "status.dead": "{time}から応答なし",
  "status.since": "起動",
  "status.version": "バージョン",
  "status.version.before": "以前のバージョン",
  "status.streams": "ストリーム",
  "status.memory": "メモリ",
  "status.megabytes": "{count, number} MB",
  "status.unknown": "不明",

  "status.models": "作成用モデル",
  "status.models.none": "モデルは設定されていません。下書きは記事をつなげて作成します。",
  "status.model": "モデル",
  "status.model.sentence": "{name}：{state}。",
  "status.model.at": "{name}（{id}）",
  "status.model.answering": "{time}から応答中",
  "status.model.unasked": "リレーの起動後、未使用",
  "status.model.failing": "{time}からエラーが発生中、引き続き使用",
  "status.model.away": `{count, plural,
    =0 {{time}から一時的に不使用、次の下書きで再試行、応答するまでは次の優先順位のモデルが作成}
    other {{time}から一時的に不使用、#秒後に再試行、それまでは次の優先順位のモデルが作成}
  }`,
  "status.running": "処理中",
  "status.running.of": "{count, number}/{most, number}",
  "status.waiting": "待機中",

  "status.queues": "処理中と待機中",
  "status.queue.drafts": "作成中の下書き",
  "status.queue.running": "実行中のインポート",
  "status.queue.waiting": "待機中のインポート",
  "status.queue.deliveries": "配信待ちのWebhook",
  "status.queue.threads": "読み取り中または待機中の大きなチケット",

  "status.budgets": "本日の予算",
  "status.prepared": "事前作成の下書き",
  "status.prepared.used": "{people, plural, other {#人}}で{count, number}件（1人{most, number}件まで）。",
  "status.cost": "モデルの費用",
  "status.cost.used": "{people, plural, other {#人}}で{amount}（1人{most}まで）。",
  "status.cost.free": "{people, plural, other {#人}}で{amount}（上限なし）。",
  "status.used-up": "{count, plural, =0 {使い切った人はいません。} other {使い切った人：#人。}}",

  "status.errors": "過去24時間のエラー",
  "status.errors.none": "過去24時間にエラーはありません。",
  "status.errors.hour": "時間帯別",
  "status.errors.code": "種類別",
  "status.hour": "時間帯",
  "status.kind.request": "リクエスト",
  "status.kind.draft": "下書き",
  "status.kind.model": "モデル",
  "status.kind.import": "インポート",
  "status.kind.webhook": "Webhook",
  "status.what": "対象",
  "status.how": "内容",
  "status.times": "回数",

  pages: "ヘルプデスクのページ",
  "pages.lead":
    "チケットのページの各部分を認識できているか、ブラウザーが集計しています。文面、チケット、名前は含みません。",
  "pages.none": "ブラウザーからの報告はまだありません。",
  "pages.fault":
    "{helpdesk}：{day}から「{part}」を認識できません（{browsers, plural, other {ブラウザー#台}}、{tickets, plural, other {チケット#件}}）。",
  "pages.fine": "{helpdesk}：すべての部分を認識できています（{day}、{browsers, plural, other {ブラウザー#台}}）。",
  "pages.fits-again": "{helpdesk}：{day}から「{part}」を認識できませんでしたが、{again}から再び認識できています。",
  "pages.days": "日別の認識できなかった部分",
  "pages.day": "日",
  "pages.helpdesk": "ヘルプデスク",
  "pages.part": "部分",
  "pages.extension": "拡張機能",
  "pages.product": "ヘルプデスクのバージョン",
  "pages.browsers": "ブラウザー",
  "pages.tickets": "チケット",

  corrections: "セレクターの修正",
  "corrections.none": "リレーに修正ファイルはありません。ブラウザーは組み込みのセレクターを使います。",
  "corrections.stored": "リレーに{day}のファイル（通し番号{serial, number}）があります。",
  "corrections.of": "{helpdesk}：{count, plural, other {セレクター#件}}",
  "corrections.applied": "このブラウザーは修正を受け入れました。署名は正しく、次のセレクターを修正しています。",
  "corrections.no-key":
    "このブラウザーは修正を行いません。署名を確認する鍵がありません。ブラウザーのポリシーで「correctionKey」を設定してください。",
  "corrections.bad-key":
    "このブラウザーは修正を行いません。ブラウザーのポリシーの「correctionKey」が公開鍵ではありません。公開鍵は44文字で、複数ある場合は空白で区切ります。",
  "corrections.no-ed25519":
    "このブラウザーは修正を行いません。古いため、署名を確認できません。Chrome 137以降とFirefox 129以降で確認できます。",
  "corrections.bad-signature":
    "このブラウザーは修正を行いません。署名の鍵が異なるか、署名後にファイルが変更されています。",
  "corrections.bad-file":
    "このブラウザーは修正を行いません。署名は正しいものの、このバージョンではファイルを読み取れません。",
  "corrections.replayed":
    "このブラウザーは修正を行いません。すでに通し番号{accepted, number}を受け入れていますが、このファイルは{serial, number}です。より大きい番号で署名し直してください。",
  "corrections.unusable":
    "このブラウザーは修正を行いません。「{name}」はセレクターではないか、このバージョンでは修正できません。",

  "helpdesk.chatwoot": "Chatwoot",
  "helpdesk.freescout": "FreeScout",
  "helpdesk.freshdesk": "Freshdesk",
  "helpdesk.front": "Front",
  "helpdesk.gmail": "Gmail",
  "helpdesk.help-scout": "Help Scout",
  "helpdesk.hubspot": "HubSpot",
  "helpdesk.intercom": "Intercom",
  "helpdesk.osticket": "osTicket",
  "helpdesk.redmine": "Redmine",
  "helpdesk.request-tracker": "Request Tracker",
  "helpdesk.sample": "サンプルヘルプデスク",
  "helpdesk.taught-page": "指定箇所から読み取るページ",
  "helpdesk.zammad": "Zammad",
  "helpdesk.zendesk": "Zendesk"
}
