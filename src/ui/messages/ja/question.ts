import type { question as english } from "../en/question.ts"
import type { Translation } from "../translation.ts"

/** The agent's own questions about the ticket and the team's pages. */
export const question: Translation<typeof english> = {
  question: "質問",
  "question.aside": "回答は自分だけに表示されます",
  "question.field": "このチケットやページについて質問",
  "question.do": "質問",
  "question.lead": "名前は、質問をブラウザーから送信する前に置き換えます。下書きは変わりません。",
  "question.busy": "チケットとページを調べています。",
  "question.sentences": "最も近い文です。回答になっているか、読んで確認してください。",
  "question.unanswered.no-answer":
    "モデルは、チケットにもページにも回答を見つけられませんでした。最も近い文は次のとおりです。",
  "question.unanswered.failed":
    "モデルが応答しませんでした。最も近い文は次のとおりです。回答になっているか、読んで確認してください。",
  "question.by": "{model}が公開ページとチケットから作成しました。すべての文をチェック済みです。",
  "question.add": "返信に追加",
  "question.added": "下書きに追加しました。",
  "question.not-in-reply": "返信には未追加です",
  "question.saw": "モデルが見た内容",
  "question.nearest": "近い文は、ページにもチケットにもありません。最も近いページは「{title}」です。",
  "question.none":
    "{count, plural, =0 {近い文はチケットになく、ページもインポートされていません。} other {近い文はチケットになく、#件のページのどれにもこれらの語はありません。}}"
}
