import type { masking as english } from "../en/masking.ts"
import type { Translation } from "../translation.ts"

/** The team's masking rules: the admin page, and what the panel says of them. */
export const masking: Translation<typeof english> = {
  rules: "マスキング",
  "rules.lead":
    "チケットをブラウザーから送信する前に置き換えるものを、チーム全員について決めます。変更は、各ブラウザーがリレーから次の応答を受け取ったとき（5分以内）に反映されます。",
  "rules.on.strict": "マスキング：厳格",
  "rules.on.balanced": "マスキング：バランス",
  "rules.says.strict": "名前、住所、地名、会社名は、ブラウザーから送信する前に置き換えます。",
  "rules.says.balanced":
    "名前と住所は、ほぼ確実な場合だけ置き換えます。保護は弱く、一部は置き換えられないままブラウザーから送信されます。管理者は厳格モードを選べます。",
  "rules.mode": "モード",
  "rules.mode.strict": "厳格",
  "rules.mode.strict.lead": "本文中の名前、住所、地名、会社名も置き換えます。",
  "rules.mode.balanced": "バランス",
  "rules.mode.balanced.lead":
    "保護は弱くなります。名前と住所はほぼ確実な場合だけ置き換えるため、一部は置き換えられないままブラウザーから送信されます。",

  "rules.keep": "置き換えないもの",
  "rules.keep.lead":
    "自社のブランド、商品、住所やメールアドレス、電話番号、口座です。公開記事にあるものは、インポートのたびに追加されます。削除したものは再び追加されません。",
  "rules.keep.none": "語句はまだありません。",
  "rules.keep.add": "置き換えない語句",
  "rules.names": "必ず名前として置き換えるもの",
  "rules.names.lead": "珍しい姓など、検出されない名前です。",
  "rules.names.none": "名前はまだありません。",
  "rules.names.add": "必ず置き換える名前",
  "rules.add": "追加",
  "rules.out": "削除",
  "rules.word.length": "2～100文字で入力してください。",
  "rules.word.there": "「{word}」はすでにリストにあります。",
  "rules.word.other": "「{word}」はもう一方のリストにあります。先にそこから削除してください。",
  "rules.word.full": "リストの語句が上限の{most, number}件に達しています。先にいくつか削除してください。",
  "rules.from.articles": "{count, plural, other {{sort}（記事#件）}}",
  "rules.from.team": "{name}が追加",
  "rules.from.agent": "{name}（担当者）が追加",
  "rules.from.new": "未設定",
  "rules.sort.email": "メールアドレス",
  "rules.sort.phone": "電話番号",
  "rules.sort.iban": "口座",
  "rules.sort.address": "住所",
  "rules.sort.domain": "ホスト",
  "rules.sort.brand": "ブランドまたは商品",
  "rules.proposed": "{count, plural, other {公開記事にあるほかの語句：#件}}",
  "rules.proposed.lead":
    "個人のものである可能性があるか、少数の記事にしか出てこないため、ここで選ばないかぎりマスキングします。",
  "rules.proposed.keep": "置き換えない",
  "rules.agents": "担当者による語句の追加を許可",
  "rules.agents.lead": "追加された語句ごとに、追加した人を記録したバージョンができ、元に戻せます。",

  "rules.pattern": "注文番号",
  "rules.pattern.lead":
    "正規表現です。一致したものは注文番号とみなし、マスキングしません。カードと口座は必ずマスキングします。空欄の場合は、「注文」などの語の後の番号を残します。",
  "rules.try": "テキストで試す",
  "rules.try.found": "一致：{found}。",
  "rules.try.nothing": "一致するものはありません。",
  "rules.pattern.broken":
    "正規表現として正しくありません。かっこを確認し、文字そのものを表す記号の前には \\ を付けてください。",
  "rules.pattern.long": "200文字を超えています。短くしてください。",
  "rules.pattern.empty": "空の文字列にも一致します。\\d'{'4,10'}' のように、1文字以上を必須にしてください。",
  "rules.pattern.nested":
    "繰り返されるグループの中に、繰り返しか選択があります。照合が終わらなくなるおそれがあるため、グループを展開して書いてください。",
  "rules.pattern.reference":
    "グループを後方参照（\\1）しています。照合が終わらなくなるおそれがあるため、同じ内容をもう一度書いてください。",
  "rules.pattern.many":
    "一致のしかたが多すぎ、照合が終わらなくなるおそれがあります。\\d+ の代わりに \\d'{'4,10'}' とするなど、繰り返しに小さな上限（64まで）を付けてください。",
  "rules.pattern.no-digit":
    "数字のない語にも一致するため、名前にも一致します。\\d'{'4,10'}' のように、数字を必須にしてください。",

  "rules.save": "ルールを設定",
  "rules.saving": "設定しています。",
  "rules.saved": "設定しました。",
  "rules.same": "変更はありません",
  "rules.drop": "自分の変更を破棄",
  "rules.changed": "{name}が先にルールを変更しました。自分の変更は何も設定されていません。",
  "rules.changed.lead": "相手の変更はバージョン{version}です。自分の変更を設定すると、そのすべてを置き換えます。",
  "rules.theirs": "相手の変更を採用",
  "rules.mine": "自分の変更を設定",
  "rules.import": "記事のインポート",

  "notice.unmasked-data":
    "{what}がマスキングされていないため、リレーがリクエストを拒否しました。|再生成すると、マスキングをやり直します。繰り返す場合は、自分で返信を書き、リレーの運用担当者に連絡してください。",
  "unmasked.word.card": "カード番号",
  "unmasked.word.iban": "口座番号",
  "unmasked.word.email": "メールアドレス",
  "unmasked.word.some": "一部の内容",
  refused: "拒否された結果",
  "refused.lead":
    "マスキングされていない内容があったため、リレーが次の返信の結果を拒否しました。リレーには何も保存されていません。結果はここに暗号化して保管されています。",
  "refused.item": "チケット{ticket}：{what}がマスキングされていませんでした。",
  "refused.mask": "マスキングして送信",
  "refused.discard": "破棄",
  "refused.busy": "処理中です",
  "refused.failed": "処理できませんでした。結果はここに残っています。もう一度お試しください。",

  "override.fixed.address":
    "リレーは、自社以外のメールアドレスを受け付けません。リーダーか管理者が、置き換えない語句のリストに追加できます。",
  "review.note.masked": "名前、住所、番号は、このブラウザーから送信する前に置き換えます。",
  "lead.fault.unmasked-data":
    "メモにカード番号、口座、メールアドレスのいずれかがあることを、リレーが検出しました。|何も保存していません。削除してから、もう一度保存してください。",

  "rules.team": "チーム全体にも適用",
  "rules.team.lead":
    "この語句だけがマスキングなしでリレーに送信され、チームのブラウザーに配布されます。管理者が削除できます。",

  "rules.versions": "バージョン",
  "rules.version": "バージョン{version}",
  "rules.version.now": "現在",
  "rules.by.saved": "{name}、{when}",
  "rules.by.word": "{name}が語句を追加、{when}",
  "rules.by.import": "記事のインポート、{when}",
  "rules.by.sites": "{name}がサイトのハッシュ化を切り替え、{when}",
  "rules.by.undo": "{name}がバージョン{of}に戻した、{when}",
  "rules.version.added": "追加：{words}。",
  "rules.version.gone": "削除：{words}。",
  "rules.version.more": "{count, plural, other {{words}、ほか#件}}",
  "rules.version.none": "語句の追加や削除はありません。",
  "rules.undo": "バージョン{version}に戻す",
  "rules.undo.start": "最初の状態に戻す",
  "rules.undone": "バージョン{version}を再び設定しました。",
  "rules.undo.typed": "先に自分の変更を設定するか、破棄してください",
  "rules.somebody": "不明な人"
}
