import type { tone as english } from "../en/tone.ts"
import type { Translation } from "../translation.ts"

/** What the tone card says of each rule's findings, and the card itself. */
export const tone: Translation<typeof english> = {
  "tone.rule.blame.why": "顧客に非があるように読めます。",
  "tone.rule.blank.why": "入力するか、削除する必要があります。",
  "tone.rule.coldness.why": "気遣いの言葉も、理由も、次の手順もなく断っています。",
  "tone.rule.insult.why": "顧客を侮辱しているか、顧客の書いたことを軽んじています。",
  "tone.rule.jargon.why": "チーム内だけで使う言葉です。",
  "tone.rule.missing-greeting.why": "最初の返信にあいさつがありません。",
  "tone.rule.missing-greeting.fix": "「{text}」で始める",
  "tone.rule.over-apology.why": "おわびは1回で十分です。",
  "tone.rule.over-apology.fix": "省く",
  "tone.rule.promise.why": "スレッドにも出典にもない約束です。",
  "tone.rule.shouting.why": "怒鳴っているように読めます。",
  "tone.rule.voice-emoji.why":
    "{most, select, 0 {この文体では絵文字を使いません。} other {絵文字がこの文体の上限（{most}個）を超えています。}}",
  "tone.rule.voice-emoji.fix": "削除",
  "tone.rule.voice-forbidden.why": "この文体では使わない言葉です。",
  "tone.rule.voice-formality.why": "この文体では、顧客への呼びかけに「{form}」を使います。",
  "tone.rule.voice-greeting.why": "この文体は「{greeting}」で始めます。",
  "tone.rule.voice-greeting.fix": "「{text}」で始める",
  "tone.rule.voice-length.why":
    "返信は{count, number}{unit, select, words {語} other {文字}}です。文体かチャネルの上限は{most}です。",
  "tone.rule.voice-length.fix": "お礼とおわびを省く",
  "tone.rule.voice-name.why":
    "この文体のあいさつは、{naming, select, first {下の名前で呼びかけます} full {氏名で呼びかけます} other {名前を入れません}}。",
  "tone.rule.voice-preferred.why": "この文体では別の言葉を使います。",
  "tone.rule.voice-sign-off.why": "この文体は「{signOff}」で結びます。",
  "tone.rule.voice-sign-off.fix": "「{signOff}」で結ぶ",
  "tone.rule.wrong-language.why": "顧客の言語は{language}です。",
  "tone.rule.wrong-name.why": "顧客の名前は{name}です。",
  "tone.rule.wrong-name.unknown": "顧客の名前と異なります。",
  tone: "返信のトーン",
  "tone.look": "トーンをチェック",
  "tone.again": "再チェック",
  "tone.count": "要確認{count, number}件",
  "tone.found": "返信のトーン：要確認{count, number}件。",
  "tone.none": "返信エディターの文面をチェックします。ルールはこのブラウザー内だけで動きます。",
  "tone.model.none": "ボタンを押したときと挿入後には、{model}もマスク済みの返信を読みます。",
  "tone.model.blame": "{model}の指摘：顧客に非があるように書かれています。",
  "tone.model.coldness": "{model}の指摘：冷たい印象です。",
  "tone.model.insult": "{model}の指摘：侮辱的です。",
  "tone.model.jargon": "{model}の指摘：顧客が知らないかもしれない言葉があります。",
  "tone.model.over-apology": "{model}の指摘：謝りすぎています。",
  "tone.model.shouting": "{model}の指摘：怒鳴っているような印象です。",
  "tone.model.asking": "{model}も読んでいます。",
  "tone.model.done": "{model}も読みました。{dropped, plural, =0 {} other {返信にない言葉への指摘#件は除きました。}}",
  "tone.model.late":
    "{model}の応答に時間がかかりすぎたため、ルールだけでチェックしました。「再チェック」でもう一度依頼できます。",
  "tone.model.malformed":
    "{model}の応答を読み取れないため、ルールだけでチェックしました。「再チェック」でもう一度依頼できます。",
  "tone.model.failed":
    "{model}に依頼できなかったため、ルールだけでチェックしました。「再チェック」でもう一度依頼できます。",
  "tone.empty": "返信エディターは空です。",
  "tone.clean": "要確認の箇所はありません。",
  "tone.fine": "今回はこのまま",
  "tone.fine.label": "今回はこのまま：「{quote}」",
  "tone.never": "今後は非表示",
  "tone.never.label": "今後は非表示：「{quote}」",
  "tone.decide":
    "「今回はこのまま」は、このチケットだけに適用されます。「今後は非表示」にすると、このブラウザーではこのルールを表示しません。リーダーに見えるのはルールだけで、返信の文面は見えません。",
  "tone.hidden": "{count, plural, other {非表示のルール#件。}}",
  "tone.hidden.show": "再表示",
  "tone.fix.write": "「{text}」にする",
  "tone.refused.number": "数値は自分で変更してください。ワンクリックでは修正できません。",
  "tone.refused.date": "日付は自分で変更してください。ワンクリックでは修正できません。",
  "tone.refused.name": "名前や、名前の可能性がある語は、自分で変更してください。ワンクリックでは修正できません。",
  "tone.refused.link": "リンクは自分で変更してください。ワンクリックでは修正できません。",
  "tone.refused.negation": "断っている内容が変わるため、ワンクリックでは修正できません。"
}
