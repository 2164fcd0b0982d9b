import type { scoring as english } from "../../en/lead/scoring.ts"
import type { Translation } from "../../translation.ts"

/** The scorecard of the review page. */
export const scoring: Translation<typeof english> = {
  scorecard: "評価表",
  "scorecard.edit": "評価表を編集",
  "scorecard.older": "以前の版の評価表による評価です。その版はそのまま残ります。",
  "scorecard.total": "保存済みの評価：{share}",
  "scorecard.lead":
    "変更のたびに新しい版になります。評価は付けたときの版のままです。「重大」：「いいえ」が一つあると評価全体が0になります。",
  "scorecard.name": "基準{n, number}",
  "scorecard.weight": "重み",
  "scorecard.weight.send": "「そのまま送信」の重み",
  "scorecard.critical": "重大",
  "scorecard.remove": "{name}を削除",
  "scorecard.add": "基準を追加",
  "scorecard.save": "新しい版として保存",
  "scorecard.unnamed": "基準にはそれぞれ名前が必要です。",
  "scorecard.changed": "{name}が先に新しい版を保存しました。表示中はその版で、あなたの変更は保存されていません。",
  "criterion.correct": "正確さ",
  "criterion.complete": "網羅性",
  "criterion.grounded": "出典の裏づけ",
  "criterion.tone": "口調",
  "criterion.language": "言葉づかい",
  "score.no": "いいえ",
  "score.partly": "一部",
  "score.yes": "はい",
  "key.case.score": "基準を評価：はい、一部、いいえ、なし",
  "review.asked": "顧客の質問",
  "review.open-ticket": "チケットを開く",
  "audit.action.scorecard-saved": "評価表を変更"
}
