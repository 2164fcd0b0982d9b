import type { helpdeskToken as english } from "../../en/lookups/helpdesk-token.ts"
import type { Translation } from "../../translation.ts"

/** The panel's card on a helpdesk that is read by its API. */
export const helpdeskToken: Translation<typeof english> = {
  token: "このチケットの読み取り方法",
  "token.why.missing.front":
    "このヘルプデスクのページで、顧客と同僚のメッセージを見分ける方法は公開されていません。そのため、公開されているAPIでチケットを読み取ります。APIには、ヘルプデスクの管理者が作成するトークンが必要です。",
  "token.why.missing.hubspot":
    "HubSpotでは、サインイン中のセッションでチケットを読み取れる保証がありません。公開されているAPIを使えば、長い会話や、アドレスから特定できない会話も読み取れます。APIには、HubSpotの管理者が作成するトークンが必要です。",
  "token.why.refused": "{host}がトークンを拒否しました。削除された可能性があります。",
  "token.why.too-narrow":
    "このトークンにはチケットを読み取る権限がありません。ヘルプデスクの管理者に、権限の追加か別のトークンの作成を依頼してください。",
  "token.why.other-account": "このトークンは、このページとは別のヘルプデスクアカウントのものです。",
  "token.why.not-allowed":
    "{host}への問い合わせが、このブラウザーではまだ許可されていません。表示中のチケットだけを、GETで問い合わせます。",
  "token.front":
    "Frontの「Settings」＞「Developers」＞「API tokens」で作成します。必要な権限は、会話とメッセージの読み取りだけです。",
  "token.hubspot":
    "HubSpotの「Development」＞「Keys」＞「Service keys」で作成します。既存の非公開アプリでもかまいません。必要な権限はconversations.readだけです。",
  "token.label": "APIトークン",
  "token.where": "このブラウザーに暗号化して保存し、{host}だけに送信します。",
  "token.offer": "またはAPIで読み取る",
  "token.save": "保存してチケットを読み取る",
  "token.allow": "{host}を許可",
  "token.allow.not": "ブラウザーで許可されなかったため、何も読み取っていません。",
  "token.failed": "保存できませんでした。ページを再読み込みし、もう一度お試しください。",
  "token.says.front":
    "このトークンで、ブラウザーが{host}に表示中のチケットを問い合わせます。チームのコメントは問い合わせません。",
  "token.says.hubspot":
    "このトークンで、ブラウザーが{host}に表示中の会話を問い合わせます。チームのコメントも届きますが、このブラウザーの外には出ません。",
  "token.instead": "このチケットは、代わりにサインイン中のセッションで読み取りました。",
  "token.other": "別のトークンを使う",
  "token.forget": "トークンを削除",
  "token.forgotten.front": "削除しました。トークンを入力すると、チケットを再び読み取ります。",
  "token.forgotten.hubspot": "削除しました。可能な場合は、サインイン中のセッションでチケットを読み取ります。"
}
