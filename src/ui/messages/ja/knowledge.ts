import type { knowledge as english } from "../en/knowledge.ts"
import type { Translation } from "../translation.ts"

/** What the team knows: a draft's sources, the search, similar tickets, macros for a thread. */
export const knowledge: Translation<typeof english> = {
  "source.show": "抜粋{n}を表示",
  "source.hide": "抜粋{n}を非表示",
  "source.show.of": "{title}の抜粋を表示",
  "source.hide.of": "{title}の抜粋を非表示",
  "source.link": "ページを開く",
  "source.internal": "社内",
  "source.internal.long": "社内用（顧客には引用しません）",
  "source.changed": "{kind} · {date}更新",
  "source.changed.on": "{date}更新",
  "source.version": "バージョン{n}",
  "source.also": "ほかに：",
  "source.article": "記事",
  "source.policy": "ポリシー",
  "source.macro": "マクロ",
  "source.ticket": "解決済みチケット",
  "source.attachment": "添付ファイル",
  "source.earlier": "以前のチケット",
  "source.lookup": "照会結果",
  "source.memory": "チームの学習メモ",
  "source.playbook": "プレイブック",
  "source.product": "商品",
  "source.do": "{title}の扱い",
  "source.use": "この出典を使う",
  "source.not": "これは使わない",
  chosen: "選択した出典",
  "chosen.use": "優先：",
  "chosen.not": "除外：",
  "chosen.back": "取り消し",
  "chosen.back.long": "取り消し：{title}",
  "notice.choose-many-use": "すでに10件の出典を優先しています。|先に1件を取り消してください。",
  "notice.choose-many-not": "すでに20件の出典を除外しています。|先に1件を取り消してください。",

  search: "ナレッジを検索",
  "search.find": "自分の言葉",
  "search.do": "検索",
  "search.lead": "チームのナレッジ全体を検索します。入力した言葉は、「検索」を押したときにマスキングして送信します。",
  "search.busy": "検索しています。",
  "search.found":
    "{count, plural, =0 {文書{documents, number}件に、合うものはありません。} other {文書{documents, number}件のうち、上位#件です。}}",
  "search.sent-as": "送信した内容：",
  "search.go": "自分の言葉でナレッジを検索",

  "replies.loading": "リレーに問い合わせています。",
  "replies.waits": "チケットの読み取りを待っています。",
  similar: "似た解決済みチケット",
  "similar.none": "似た解決済みチケットはありません。",
  "similar.found": "{count, plural, =1 {チケット1件。} other {チケット#件。似ている順に表示しています。}}",
  "similar.good": "高評価",
  "similar.bad": "低評価",
  "similar.asked": "質問",
  "similar.answered": "回答",
  "similar.reply": "{title}への返信",
  "similar.insert": "この返信を挿入",
  "similar.copy": "返信をコピー",
  "similar.tags": "タグ：",
  "similar.link": "チケットを開く",
  "macros.ranked": "このスレッド向け",
  "macros.ranked.none": "このスレッドに合うマクロは、リレーにはありません。",
  "macros.all": "ヘルプデスクの全マクロ",
  "macros.unfilled": "今はヘルプデスクがこのマクロの内容を補えません。足りない部分を自分で入力してください。",

  "fault.relay-unreachable":
    "リレーが応答しません。表示中の内容はそのまま残ります。リレーが復旧してから、もう一度お試しください。",
  "fault.relay-stopped": "リレーの応答が途中で止まりました。もう一度お試しください。",
  "fault.relay-busy": "リレーが混雑しています。1分ほどしてから、もう一度お試しください。",
  "fault.relay-error":
    "リレーでエラーが発生しました。もう一度お試しください。繰り返す場合は、リレーの運用担当者に連絡してください。",
  "fault.database-down": "リレーがデータベースに接続できません。復旧してから、もう一度お試しください。",
  "fault.mask-timeout":
    "個人情報のマスキングに時間がかかりすぎました。ブラウザーからは何も送信していません。もう一度お試しください。",
  "fault.unmasked-data":
    "{what}がマスキングされていないため、リレーは検索しませんでした。削除してから、もう一度お試しください。",
  "fault.search-empty": "検索する言葉を入力してください。"
}
