import { expect, test } from "vitest"
import { Canvas } from "../../../src/masking/basis/canvas.ts"
import { findJapanese } from "../../../src/masking/find/japanese.ts"
import { masked } from "../tickets.ts"
import { threadClock } from "../../slowness.ts"

test.each([
  ["はじめまして、宇佐美です。荷物がまだ届きません。", "はじめまして、[PERSON_1]です。荷物がまだ届きません。"],
  ["株式会社山手商会の小早川と申します。", "[ORG_1]の[PERSON_1]と申します。"],
  [
    "配達の権藤さんと、新人のミゲルさんに助けられました。",
    "配達の[PERSON_1]さんと、新人の[PERSON_2]さんに助けられました。"
  ],
  ["娘の陽菜が使う予定でした。", "娘の[PERSON_1]が使う予定でした。"],
  [
    "祖母ハツの分も、うちの双子の湊と蓮の分もお願いします。",
    "祖母[PERSON_1]の分も、うちの双子の[PERSON_2]と[PERSON_3]の分もお願いします。"
  ],
  ["友人の木下さんと大野くんの分です。", "友人の[PERSON_1]さんと[PERSON_2]くんの分です。"],
  ["マリア・フェルナンデスと申します。", "[PERSON_1]と申します。"],
  ["山田マリアで予約しました。", "[PERSON_1]で予約しました。"],
  ["Sarah Johnson様の予約です。", "[PERSON_1]様の予約です。"],
  [
    "氏名：三輪 さくら\nフリガナ：ミワ サクラ\n勤務先：田中電機工業",
    "氏名：[PERSON_1]\nフリガナ：[PERSON_2]\n勤務先：[ORG_1]"
  ],
  ["明日伺います。　長谷川 由美子", "明日伺います。　[PERSON_1]"],
  ["お待ちしております。\n森田より", "お待ちしております。\n[PERSON_1]より"],
  ["東さん（ひがし）から電話がありました。", "[PERSON_1]さん（[PERSON_2]）から電話がありました。"],
  ["総務課の鞍掛でございます。", "総務課の[PERSON_1]でございます。"],
  ["旧姓は鳥飼です。子どもの名前は「凛々花」です。", "旧姓は[PERSON_1]です。子どもの名前は「[PERSON_2]」です。"],
  ["義理の母（阿蘇谷フサ、82歳）が受け取ります。", "義理の母（[PERSON_1]、[AGE_1]歳）が受け取ります。"],
  ["黒田部長にお伝えください。黒田は明日休みです。", "[PERSON_1]部長にお伝えください。[PERSON_1]は明日休みです。"],
  ["Tanaka Yukiさんの荷物を受付の汐見に渡しました。", "[PERSON_1]さんの荷物を受付の[PERSON_2]に渡しました。"],
  ["私高遠ゆかりと申します。名前は高遠ゆかりと申します。", "私[PERSON_1]と申します。名前は[PERSON_1]と申します。"],
  ["氏名大槻 千尋で登録し、私戸田 絵理が払います。", "氏名[PERSON_1]で登録し、私[PERSON_2]が払います。"],
  ["健太君が使います。山田様佐藤様へ。", "[PERSON_1]君が使います。[PERSON_2]様[PERSON_3]様へ。"]
])("a person: %s", (text, expected) => expect(masked(text)).toBe(expected))

test.each([
  ["届け先は 東京都世田谷区北沢2-10-5 メゾン北沢302 に変更です。", "届け先は [ADDRESS_1] に変更です。"],
  ["〒251-0037 神奈川県藤沢市鵠沼海岸三丁目五番十二号です", "[ADDRESS_1]です"],
  ["〒231-0002 横浜市中区海岸通1-2\n港ハイツ501号室", "[ADDRESS_1]"],
  ["住所：長野県上田市踏入2-3-4", "住所：[ADDRESS_1]"],
  ["京都駅の店です。大阪在住、那覇出身です。", "[PLACE_1]の店です。[PLACE_2]在住、[PLACE_3]出身です。"],
  ["上野に住んでいます。", "[PLACE_1]に住んでいます。"],
  ["家は埼玉県川越市南大塚4-8-21-603です。", "家は[ADDRESS_1]です。"],
  ["150-0041東京都渋谷区神南1-2-3へ", "[ADDRESS_1]へ"],
  ["1-2-3 Jinnan, Shibuya-ku, Tokyo 150-0041に住んでいます", "[ADDRESS_1]に住んでいます"]
])("an address or a place: %s", (text, expected) => expect(masked(text)).toBe(expected))

test.each([
  ["有限会社スズランに出す書類です。", "[ORG_1]に出す書類です。"],
  ["みやこ製パン株式会社　大津支店の者です。", "[ORG_1]の者です。"],
  ["桜丘小学校の佐々木先生からです。", "[ORG_1]の[PERSON_1]先生からです。"],
  ["田口歯科医院とやまぐちクリニックに電話しました。", "[ORG_1]と[ORG_2]に電話しました。"],
  ["娘がたんぽぽ保育園に、近所のひまわり薬局にも。", "娘が[ORG_1]に、近所の[ORG_2]にも。"],
  ["㈱アオバ製作とアオバ製作(株)です。", "[ORG_1]と[ORG_2]です。"],
  ["練馬 300 さ 12-34 の車と在留カード AB12345678CD です。", "[VEHICLE_1] の車と在留カード [GOV_1] です。"]
])("an organisation or a number: %s", (text, expected) => expect(masked(text)).toBe(expected))

test.each([
  "お母さんのスマホでログインできません。たくさんの写真が消えました。",
  "お客様、ご担当者様、皆様、お疲れ様です。様々な理由で遅れます。",
  "配達員さんがとても親切で、受付の方も店員さんも丁寧でした。",
  "担当者様へ、修理の料金を教えてください。開発部にも聞きました。",
  "カスタマーサポート様、アプリがクラッシュします。ユーザー名を変えたいです。",
  "奥さんが受け取りました。王様の耳、神様みたい。彼氏と名前を書く欄です。",
  "大学病院で診断され、総合病院を探しています。近くの小学校です。",
  "株式会社の登記について質問です。有限会社でもいいですか。",
  "出口はどこですか。窓口は混んでいます。部屋は上の階です。",
  "届くんですか。ちゃんと動くんでしょうか。",
  "注文番号 A-10293 の椅子2脚、12,800円を3月4日に払いました。",
  "友人の結婚式で夫の実家に行きました。妻の誕生日と母の日のギフトです。",
  "名前は変更できますか。名前は同じです。代表電話番号と事務手続きのことです。",
  "エアコンのフィルター清掃とリモコンの電池の交換をお願いします。",
  "名義の変更と住所の確認、氏名の入力ができません。",
  "担当の部署から連絡がなく、受付の窓口に聞きました。担当の美容師に頼みました。",
  "王子様と女王様の絵本です。神様仏様、お名前は何ですか。",
  "君が悪いのではありません。返品できないと申します。かかりつけの薬局と近くにある保育園です。"
])("nobody's name: %s", (text) => expect(masked(text)).toBe(text))

test("the firm written to stays where its name is kept", () => {
  expect(masked("Nordlicht 様、小早川です。", { keep: ["Nordlicht"] })).toBe("Nordlicht 様、[PERSON_1]です。")
})

test("balanced takes what is written in full or has a title, and leaves a town or a family name alone", () => {
  expect(masked("木下さんへ、東京都港区芝1-2-3です。", { mode: "balanced" })).toBe(
    "[PERSON_1]さんへ、[ADDRESS_1]です。"
  )
  expect(masked("札幌で木下に会いました。", { mode: "balanced" })).toBe("札幌で木下に会いました。")
  expect(masked("札幌で木下に会いました。")).toBe("[PLACE_1]で[PERSON_1]に会いました。")
})

const PATTERNS = [
  "佐藤",
  "山田 ",
  "アア・",
  "様",
  "さん",
  "さくらさん",
  "〒123-4567 ",
  "東京都",
  "市",
  "東京都千代田区",
  "一-",
  "氏名: ",
  "私の",
  "「",
  "ア病院",
  "\n山",
  "A様",
  "Aa ",
  "保険証記号",
  "品川 500 あ ",
  "株式会社",
  "がの"
]

const MAIL =
  "お世話になっております。注文番号48213の椅子がまだ届きません。東京都港区の山田様宛に送ったとの連絡をいただきましたが、三日経っても動きがありません。配送状況をご確認のうえ、折り返しご連絡ください。\n"

test.each(PATTERNS)("20,000 characters of %s take no more than five times a mail of that length", (pattern) => {
  let [least, mail] = [Infinity, Infinity]
  // Other work on the machine only makes it slower, so the best of some tries is its own time.
  for (let n = 0; n < 12 && !(least < 5 * mail); n++) {
    mail = Math.min(mail, timeOf(MAIL))
    least = Math.min(least, timeOf(pattern))
  }
  expect(least).toBeLessThan(5 * mail)
})

function timeOf(pattern: string): number {
  const text = pattern.repeat(Math.ceil(20_000 / pattern.length)).slice(0, 20_000)
  const spent = threadClock()
  findJapanese(new Canvas(text), "strict")
  return spent()
}
