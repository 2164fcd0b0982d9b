import type { playbook as english } from "../en/playbook.ts"
import type { Translation } from "../translation.ts"

/** The panel's card that tells where a ticket stands in a playbook, and the admin page's card of all of them. */
export const playbook: Translation<typeof english> = {
  playbook: "プレイブック：{title}",
  "playbook.step": "ステップ{n}/{of}",
  "playbook.renewed": "ステップを確認し直しています。以下は確認前の状態です。",
  "playbook.passed": "完了：",
  "playbook.state.asks": "不足している情報待ち",
  "playbook.state.acts": "現在",
  "playbook.state.escalates": "別のグループが引き継ぎ",
  "playbook.state.ends": "完了",
  "playbook.state.falls-back": "該当する分岐がプレイブックにない",
  "playbook.do": "対応：{line}",
  "playbook.escalate": "{group}に引き継いでください。{why}",
  "playbook.missing": "次のステップに不足している情報",
  "playbook.asked": "文面で尋ねています。",
  "playbook.unread": "入力された「{value}」を、プレイブックで読み取れません。日付か数値だけを入力してください。",
  "playbook.given": "自分で入力した情報",
  "playbook.given.fact": "{label}：{value}",
  "playbook.given.back": "取り消し",
  "playbook.given.back.long": "取り消し：{label}：{value}",
  "playbook.period.hour": "{n, plural, other {#時間}}",
  "playbook.period.day": "{n, plural, other {#日}}",
  "playbook.period.business-day": "{n, plural, other {#営業日}}",
  "playbook.period.month": "{n, plural, other {#か月}}",
  "playbook.period.year": "{n, plural, other {#年}}",
  "playbook.because.tag":
    "{holds, select, yes {チケットにタグ{value}があります} other {チケットにタグ{values}がありません}}",
  "playbook.because.intent":
    "{holds, select, yes {チケットの用件は{value}です} other {チケットの用件は{values}ではありません}}",
  "playbook.because.unknown": "{what}：不明",
  "playbook.because.known": "{what}：{value}",
  "playbook.because.is":
    "{holds, select, yes {{what}：{value}、{values}に該当} other {{what}：{value}、{values}に非該当}}",
  "playbook.because.within": "{holds, select, yes {{what}：{value}、{period}以内} other {{what}：{value}、{period}超}}",
  "playbook.because.within.day":
    "{holds, select, yes {{what}：{value}、{period}以内（{day}まで）} other {{what}：{value}、{period}超（{day}に終了）}}",
  "playbook.because.longer-than":
    "{holds, select, yes {{what}：{value}、{period}超} other {{what}：{value}、{period}以内}}",
  "playbook.because.longer-than.day":
    "{holds, select, yes {{what}：{value}、{period}超経過（{day}以降）} other {{what}：{value}、{day}までは{period}以内}}",
  "playbook.because.at-least":
    "{holds, select, yes {{what}：{value}、{figure, number}以上} other {{what}：{value}、{figure, number}未満}}",
  "playbook.because.at-most":
    "{holds, select, yes {{what}：{value}、{figure, number}以下} other {{what}：{value}、{figure, number}超}}",
  "playbook.because.over":
    "{holds, select, yes {{what}：{value}、{figure, number}超} other {{what}：{value}、{figure, number}以下}}",
  "playbook.because.under":
    "{holds, select, yes {{what}：{value}、{figure, number}未満} other {{what}：{value}、{figure, number}以上}}",
  "playbook.because.before": "{holds, select, yes {{what}：{value}、{day}より前} other {{what}：{value}、{day}以降}}",
  "playbook.because.after": "{holds, select, yes {{what}：{value}、{day}より後} other {{what}：{value}、{day}以前}}",
  "playbook.because.earlier": "{what}：{value}、{test}",
  playbooks: "プレイブック",
  "playbooks.lead":
    "チケットの種類ごとに定めた、チームの手順です。下書きは、チケットの現在のステップに沿って作成されます。変更するたびに新しいバージョンになります。",
  "playbooks.none": "プレイブックはありません。下書きは、ページと返信だけから作成されます。",
  "playbooks.list": "チームのプレイブック",
  "playbooks.of":
    "{name}、バージョン{version}、{time}から。{steps, plural, other {ステップ#件}}、{ends, plural, other {終了#件}}、{groups, plural, =0 {別グループへの引き継ぎなし} other {別グループへの引き継ぎ#件}}。誤りなし。",
  "playbooks.unread": "{name}、バージョン{version}、{time}から。このリレーでは読み取れないため、下書きには使いません：",
  "playbooks.show": "テキストを表示",
  "playbooks.flow": "フローを表示",
  "playbooks.picture":
    "{title}のフローチャート（{steps, plural, other {ステップ#件}}）。下の一覧にも同じ内容があります。",
  "playbooks.scroll": "{title}のフローチャート（スクロール可）",
  "playbooks.steps": "{title}のステップと分岐",
  "playbooks.step.end": "終了",
  "playbooks.step.escalation": "別のグループが引き継ぎ",
  "playbooks.way": "{title}へ",
  "playbooks.way.if": "{label}の場合：{title}へ",
  "playbooks.way.else": "それ以外：{title}へ",
  "playbooks.remove": "削除",
  "playbooks.sure": "下書きはこのプレイブックに従わなくなります。バージョンは残ります。",
  "playbooks.do": "削除する",
  "playbooks.keep": "残す",
  "playbooks.removed": "{name}を削除しました。",
  "playbooks.source": "プレイブックのテキスト（YAML）",
  "playbooks.source.hint":
    "貼り付けるか、ファイルを選んでください。一覧のプレイブックと同じ名前なら、それを置き換えます。",
  "playbooks.unsaved":
    "先に下のテキストを保存するか、欄を空にしてください。そのままではファイルの内容に置き換わります。",
  "playbooks.source.none": "プレイブックのテキストを貼り付けるか、ファイルを選んでください。",
  "playbooks.file": "プレイブックのファイル",
  "playbooks.file.unread": "ファイルを読み取れません。選び直すか、テキストを貼り付けてください。",
  "playbooks.file.large": "ファイルが大きすぎます。プレイブックは20万文字までです。",
  "playbooks.mistakes": "次の誤りがあるため、保存していません：",
  "playbooks.save": "プレイブックを保存",
  "playbooks.saving": "保存しています。",
  "playbooks.saved": "{name}をバージョン{version}として保存しました。"
}
