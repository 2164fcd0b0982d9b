import type { sharedPlaces as english } from "../../en/picking/shared-places.ts"
import type { Translation } from "../../translation.ts"

/** Places of a page that are the team's: in the panel, and on the admin page's card. */
export const sharedPlaces: Translation<typeof english> = {
  "shared.here": "このページのチケットの場所は、チームで指定済みです。サイトを許可すると、チケットを読み取れます。",
  "shared.team": "チームの指定箇所から読み取り",
  "shared.of.browser": "この指定箇所は、このブラウザーだけに保存されています。",
  "shared.of.browser.same": "この指定箇所は、このブラウザーに保存されています。チームでも同じものを使っています。",
  "shared.of.browser.other":
    "この指定箇所は、このブラウザーに保存されています。チームの指定箇所は異なります。自分の指定箇所を削除すると、チームのものを使います。",
  "shared.of.team": "この指定箇所は、管理者が共有したチームのものです。",
  "shared.of.nobody": "この指定箇所は、このページだけで使います。保存されていません。",
  "shared.share": "チームと共有",
  "shared.sharing": "依頼しています",
  "shared.asked": "管理者に依頼しました。承認されるまでは、このブラウザーだけで使います。",
  "shared.already": "チームはすでにこの指定箇所を使っています。",
  "shared.failed": "共有できませんでした。{why}",
  "shared.hashed":
    "共有できませんでした。チームはヘルプデスクのアドレスをハッシュ化していますが、指定箇所にはアドレスが含まれます。",
  "shared.forget.team":
    "この指定箇所はチームのものなので、残ります。管理者は管理ページで取り消せます。「もう一度指定」を押すと、このブラウザー独自の指定箇所を作れます。",
  "shared.forgotten":
    "このブラウザーから削除しました。再読み込みすると、チームの指定箇所から読み取ります。管理者はそれを取り消せます。",

  shared: "チームが指定したページ",
  "shared.lead":
    "Replywrightが対応していないヘルプデスクでは、担当者がページ上のチケットの場所を指定します。共有すると、そのサイトの読み取りが許可されたすべてのブラウザーで使われます。含まれるのは場所だけで、チケットの文面やプログラムコードは含まれません。",
  "shared.none": "提案されたページはありません。",
  "shared.list": "サイト別のページ",
  "shared.state.proposed": "提案中",
  "shared.state.shared": "共有中",
  "shared.state.declined": "非共有",
  "shared.proposed": "{name}が提案、{time}。",
  "shared.decided.shared": "{name}が共有、{time}。",
  "shared.decided.declined": "{name}が却下または取り消し、{time}。",
  "shared.somebody": "リレーに記録のない人",
  "shared.subject": "件名",
  "shared.messages": "メッセージ",
  "shared.customer": "顧客のメッセージの見分け方",
  "shared.agent": "担当者のメッセージの見分け方",
  "shared.notes": "社内メモの見分け方",
  "shared.notes.all": "「社内」などの一般的な語と、付せんの黄色",
  "shared.notes.except": "一般的な語と付せんの黄色（{words}を除く）",
  "shared.notes.colour": "黄色",
  "shared.notes.warning":
    "{words}のあるメッセージは、担当者の社内メモであっても、公開として読み取られます。このサイトの公開メッセージに実際にこれがあり、社内メモには別の目印がある場合にだけ共有してください。",
  "shared.reply": "返信欄",
  "shared.read": "読み取る",
  "shared.read.newest-first": "読み取る（最新が一番上）",
  "shared.not-read": "読み取らない",
  "shared.mark.name": "ページのコード内の名前",
  "shared.mark.left": "スレッド内の位置：左",
  "shared.mark.right": "スレッド内の位置：右",
  "shared.mark.first": "書いた人：最初のメッセージと同じ人",
  "shared.mark.other": "書いた人：最初のメッセージとは別の人",
  "shared.mark.word": "横にある語「{word}」",
  "shared.mark.none": "見分けられないため、除外",
  "shared.reply.yes": "あり：「挿入」でここに書き込む",
  "shared.reply.no": "なし：下書きはコピーだけ",
  "shared.warning":
    "返信欄がある場合、チームのすべてのブラウザーで、「挿入」がここに書き込みます。書き込んだ内容が顧客に届き、社内メモではない場合にだけ共有してください。",
  "shared.replaces": "チームがこのサイトで現在使っている指定箇所を置き換えます。",
  "shared.json": "指定箇所のJSON",
  "shared.do-share": "共有",
  "shared.decline": "却下",
  "shared.remove": "共有を取り消し",
  "shared.working": "リレーに送信しています",
  "shared.said.shared": "{site}の指定箇所を共有しました。各ブラウザーは、次に読み込むページから使います。",
  "shared.said.declined": "{site}の指定箇所を却下しました。",
  "shared.said.taken-back":
    "{site}の指定箇所を取り消しました。各ブラウザーは、次に読み込むページから使わなくなります。",
  "shared.sure": "独自の指定箇所がないブラウザーでは、このサイトのページを読み取らなくなります。",
  "shared.do": "取り消す",
  "shared.keep": "共有を続ける"
}
