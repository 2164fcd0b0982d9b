import type { voices as english } from "../en/voices.ts"
import type { Translation } from "../translation.ts"

/** The admin page's card of the team's voices. */
export const voices: Translation<typeof english> = {
  voices: "文体",
  "voices.lead":
    "ブランド、グループ、言語、チャネルごとの返信の書き方です。変更するたびに新しいバージョンになり、以後の下書きには新しい下書きバージョンが付きます。",
  "voices.none": "文体はありません。下書きは文体なしで作成されます。",
  "voices.list": "チームの文体",
  "voices.of": "{of}、バージョン{version}、{time}から。",
  "voices.of.all": "すべてのチケット、バージョン{version}、{time}から。",
  "voices.show": "テキストを表示",
  "voices.remove": "削除",
  "voices.sure": "下書きはこの文体で作成されなくなります。バージョンは残ります。",
  "voices.do": "削除する",
  "voices.keep": "残す",
  "voices.removed": "{name}を削除しました。",
  "voices.learn": "返信から学習",
  "voices.learning": "返信を読んでいます。",
  "voices.learn.hint": "インポートした解決済みチケットから文体を提案します。編集して保存するまで、何も保存されません。",
  "voices.learn.none":
    "解決済みチケットがまだインポートされていません。先にこのページの「ナレッジ」でインポートしてください。",
  "voices.learn.found": "{language}：{replies, plural, other {返信#件}}。",
  "voices.learn.few":
    "{language}：{replies, plural, other {返信#件}}。{needed, number}件以上が必要なため、文体を提案できません。",
  "voices.learn.take": "提案を編集",
  "voices.source": "文体のテキスト（YAML）",
  "voices.source.hint": "ファイルの内容を貼り付けてください。一覧の文体と同じ名前なら、それを置き換えます。",
  "voices.unsaved": "先に下のテキストを保存するか、欄を空にしてください。そのままでは提案の内容に置き換わります。",
  "voices.source.none": "文体のテキストを貼り付けてください。",
  "voices.mistakes": "次の誤りがあるため、保存していません：",
  "voices.save": "文体を保存",
  "voices.saving": "保存しています。",
  "voices.preview": "プレビュー",
  "voices.preview.writing": "文面を作成しています。",
  "voices.preview.done":
    "{letters, plural, =0 {この文体の文面ができたサンプルチケットはありません。} other {この文体の文面#件。}}{old, select, yes {テキストがその後変更されました。もう一度「プレビュー」を押してください。} other {}}",
  "voices.preview.mistakes": "次の誤りがあるため、プレビューできません：",
  "voices.preview.of": "{name}のプレビュー",
  "voices.preview.of.text": "テキスト（{name}）のプレビュー",
  "voices.preview.how":
    "モデルを使わず、サンプルショップのページから作成しました。保存も集計もしません。ここでは、対象のブランドやグループにかかわらず、この文体を適用します。",
  "voices.preview.about":
    "{language}、{channel, select, mail {メール} chat {チャット} messaging {メッセージング} social {公開の場} other {{channel}}}、{requester}から。",
  "voices.preview.asked": "顧客のメッセージ",
  "voices.preview.without": "文体なし",
  "voices.preview.with": "文体あり",
  "voices.preview.same": "この文面は、文体を適用しても変わりません。",
  "voices.preview.clean": "文体のチェックで指摘はありません。",
  "voices.preview.findings": "文体のチェックの指摘：",
  "voices.preview.times": "（{times, number}回）",
  "voices.saved": "{name}をバージョン{version}として保存しました。"
}
