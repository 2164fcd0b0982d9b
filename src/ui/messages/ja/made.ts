import type { made as english } from "../en/made.ts"
import type { Translation } from "../translation.ts"

/** What a draft is made of. */
export const made: Translation<typeof english> = {
  made: "この下書きの理由",
  "made.tier.sure": "下書きを作成できる確実さです",
  "made.tier.unsure": "確実ではないため、まだ下書きはありません",
  "made.tier.nothing": "回答となるページがありません",
  "made.chance": "最初に見つかったものと同程度に近いページは、チケットの{chance}で回答になっています。",
  "made.chance.refused": "最も近いものと同程度に近いページは、チケットの{chance}で回答になっています。",
  "made.macro":
    "マクロ「{title}」をもとにしました。ページが最初に求めることを、顧客はすでに行っています。マクロで「した」と述べていることは、送信する前に実際に行ってください。",
  "made.reply":
    "確実な回答となるページがないため、ほぼ同じ質問だった解決済みチケット「{title}」への返信をもとにしました。その顧客に固有の値は空欄です。",
  "made.not-reused": "その顧客だけに関わるため、返信から省いた内容",
  "made.signal.page":
    "このページには、質問の内容が{level, select, much {多く含まれています} some {ある程度含まれています} other {ほとんど含まれていません}}。",
  "made.signal.window":
    "最も近い2文には、質問の内容が{level, select, much {多く含まれています} some {ある程度含まれています} other {ほとんど含まれていません}}。",
  "made.signal.absent": "質問の語のうち（重み付けで）{share}は、どのページにもありません。",
  "made.signal.chance": "検索だけで判断すると、最初のページが回答になる確率は{share}です。",
  "made.used": "下書きの出典",
  "made.used.none": "出典のある文はありません。",
  "made.source": "{n}.",
  "made.sentences": "{count, plural, other {#文}}",
  "made.unused": "検索結果のうち未使用のもの",
  "made.not-needed": "この内容は下書きにありません。",
  "made.near": "近いものの、回答にはなりません。",
  "made.internal": "社内用のため、返信には使えません。",
  "made.excluded": "「これは使わない」を選びました。",
  "made.cases": "別のケースのため省いた内容",
  "made.because": "チケットに「{because}」とあります。",
  "made.settings": "作成方法",
  "made.offline": "モデルを使わず、チームの記事の文で作成しました。",
  "made.offline.reply": "モデルを使わず、解決済みチケットの返信から作成しました。",
  "made.model": "{model}が{time}で作成しました。",
  "made.model.twice": "{model}が{time}で作成しました（2回依頼）。",
  "made.language": "言語：{language}。",
  "made.wish": "反映した指示：",
  "made.masking.strict": "厳格モードでマスキング：名前かもしれないものは、ブラウザーから送信する前に置き換えます。",
  "made.masking.balanced": "バランスモードでマスキング：名前と思われるものは、ブラウザーから送信する前に置き換えます。"
}
