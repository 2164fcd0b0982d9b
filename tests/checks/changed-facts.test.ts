import { expect, test } from "vitest"
import { changedFacts } from "../../src/checks/rewrite/changed-facts.ts"
import { compareRewrite } from "../../src/checks/rewrite/compare-rewrite.ts"
import { threadClock } from "../slowness.ts"

const kinds = (before: string, after: string, language = "en") => [
  ...new Set(changedFacts(before, after, language).map(({ kind }) => kind))
]

test.each([
  ["figure", "You have 14 days to return it.", "You have 40 days to return it.", "en"],
  ["figure", "Das kostet 9,90 €.", "Das kostet 9,90 CHF.", "de"],
  ["figure", "It leaves on 3 May.", "It leaves on 5 May.", "en"],
  ["limit", "Please keep it for at least 3 months.", "Please keep it for up to 3 months.", "en"],
  ["order", "Rincez-le avant de le remonter.", "Rincez-le après l'avoir remonté.", "fr"],
  ["name", "Your Kestrel Mini is ready.", "Your Merlin Mini is ready.", "en"],
  ["name", 'Die Karten für "Sturm im Glas" sind da.', 'Die Karten für "Sturm im Gras" sind da.', "de"],
  ["link", "See https://a.example/help.", "See https://b.example/help.", "en"],
  ["placeholder", "Hello [PERSON_1], it is done.", "Hello [PERSON_2], it is done.", "en"],
  ["blank", "Your number is [[order number]].", "Your number is 4711.", "en"],
  ["negation", "The deposit can't be refunded.", "The deposit can be refunded.", "en"],
  ["negation", "O depósito não é devolvido.", "O depósito é devolvido.", "pt"],
  ["condition", "If it is unused, we take it back.", "We take it back.", "en"],
  ["condition", "Solo aceptamos tarjetas españolas.", "Aceptamos tarjetas españolas.", "es"],
  ["certainty", "It usually takes a week.", "It takes a week.", "en"],
  ["actor", "We will return the parcel to the sender.", "You will return the parcel to the sender.", "en"],
  ["scope", "Some of the lamps are back in stock.", "All of the lamps are back in stock.", "en"],
  [
    "price",
    "The repair of your old oven in our workshop in Leeds is free of charge and takes about three working days.",
    "The repair of your old oven in our workshop in Leeds is chargeable and takes about three working days.",
    "en"
  ],
  ["wording", "The monthly plan ends today.", "The weekly plan ends today.", "en"],
  [
    "statement",
    "We found your parcel at the depot and will bring it tomorrow.",
    "We found your parcel at the depot and will bring it tomorrow. Members enjoy premium lounge access besides.",
    "en"
  ],
  // What can be reckoned may still stand in another figure's place.
  ["figure", "It begins at 19:30, come 15 minutes early.", "It begins at 19:45, come 15 minutes early.", "en"],
  ["figure", "Of £80 you get £50 back; £30 is the fee.", "Of £80 you get £30 back; £30 is the fee.", "en"],
  ["figure", "The ticket is £27.50, and pupils pay half.", "The ticket is £27.50 (£12.75 for pupils).", "en"],
  ["figure", "The pump reaches 11 bar.", "The pump reaches 11 psi.", "en"],
  ["figure", "Pay 20 EUR by 3 May and 30 EUR by 5 May.", "Pay 30 EUR by 3 May and 20 EUR by 5 May.", "en"],
  ["figure", "Two lamps and three bulbs are missing.", "Three lamps and two bulbs are missing.", "en"],
  [
    "figure",
    "Das Paket kommt am Montag, die Rechnung am Dienstag.",
    "Das Paket kommt am Dienstag, die Rechnung am Montag.",
    "de"
  ],
  ["figure", "It works down to 5 °C.", "It works down to -5 °C.", "en"],
  ["figure", "Press the second button twice.", "Press the third button twice.", "en"],
  ["figure", "Drücken Sie die dritte Taste.", "Drücken Sie die zweite Taste.", "de"],
  ["figure", "Appuyez sur le troisième bouton.", "Appuyez sur le second bouton.", "fr"],
  ["figure", "Pulse el tercer botón.", "Pulse el segundo botón.", "es"],
  ["figure", "Espere un segundo y pulse el primer botón.", "Espere un segundo y pulse el segundo botón.", "es"],
  ["figure", "Prima o terceiro botão.", "Prima o segundo botão.", "pt"],
  [
    "figure",
    "Segundo a transportadora, a primeira encomenda chegou.",
    "Segundo a transportadora, a segunda encomenda chegou.",
    "pt"
  ],
  ["figure", "三番目のボタンを押してください。", "二番目のボタンを押してください。", "ja"],
  ["placeholder", "[PERSON_3] sent the lamp to [PERSON_4].", "[PERSON_4] sent the lamp to [PERSON_3].", "en"],
  ["placeholder", "Hi [PERSON_1],\n\nIt is late.\n\n[PERSON_2]", "Hi [PERSON_2],\n\nIt is late.\n\n[PERSON_1]", "en"],
  ["certainty", "We may refund you.", "We will refund you.", "en"],
  ["figure", "預かりだとたいてい2日くらいかな。", "お預かりの場合は、通常2週間ほどかかります。", "ja"],
  ["figure", "休んだときは、月に1回だけ来られます。", "お休みの際は、年1回のみお越しいただけます。", "ja"],
  ["figure", "We charge £20 a day if it is late.", "For a late return the charge is £20 per hour.", "en"],
  ["figure", "What is left gets paid back.", "At check-out you get back half of what is left.", "en"],
  ["limit", "No se devuelve si avisa con menos de 3 semanas.", "Si avisa con más de 3 semanas, no se devuelve.", "es"],
  ["negation", "当社でも解除できません。", "当社でも解除できます。", "ja"],
  [
    "negation",
    "O chocolate de avelã contém leite, como diz a caixa. O de laranja é vegano.",
    "O de laranja é vegano. Na caixa do chocolate de avelã lê-se que este não leva leite.",
    "pt"
  ],
  [
    "actor",
    "Nothing came? Then we open a search with the carrier, and tell you how it ends.",
    "Should nothing have arrived, you must open a search with the carrier yourself, and hear its result.",
    "en"
  ],
  [
    "price",
    "Der Kurier holt das Gerät auf unsere Kosten bei Ihnen ab. Das dauert zwei Tage.",
    "Innerhalb von zwei Tagen kommt der Kurier, um es auf Ihre Kosten abzuholen.",
    "de"
  ],
  ["price", "送料は当社が負担します。", "送料はお客様のご負担です。", "ja"],
  ["negation", "水濡れは保証の対象外です。", "水濡れは保証の対象です。", "ja"],
  ["certainty", "Talvez chegue na segunda-feira.", "Chega na segunda-feira.", "pt"],
  ["condition", "Solo los socios pueden reservar.", "Cualquiera puede reservar.", "es"],
  [
    "placeholder",
    "The parcel was signed for by [PERSON_1] at the reception. We send the proof to [EMAIL_1].",
    "We're glad to say that [EMAIL_1] signed for your parcel at reception; proof has been sent.\nProof goes to [PERSON_1].",
    "en"
  ],
  ["figure", "Vous recevez un appel par semaine.", "Un appel par mois vous est adressé.", "fr"],
  ["figure", "The desk is 1.5 m wide.", "The width of the desk is 1.5 cm.", "en"],
  ["scope", "If you cancel, half the price is kept.", "We keep the whole price should you cancel the course.", "en"],
  ["figure", "Das Futter reicht für 5 kg.", "Für 5 g reicht das Futter.", "de"],
  ["figure", "サイズは24.5cmです。", "24.5mmのサイズです。", "ja"],
  ["limit", "Ligue pelo menos duas vezes.", "É preciso ligar no máximo 2 vezes, com 2 colheres.", "pt"],
  ["negation", "The plan dosn't allow larger files.", "The plan does allow larger files.", "en"],
  ["figure", "It leaves at a quarter to eight.", "At 8:15 am it leaves.", "en"],
  ["figure", "電池は型番RK-550をお使いください。", "型番RK-650の電池をお使いください。", "ja"],
  ["figure", "Responda antes del 5 de diciembre.", "Conteste a más tardar el 6 de diciembre.", "es"],
  ["condition", "会員の方だけご入場いただけます。", "どなたでもご入場いただけます。", "ja"],
  ["limit", "Repairs of up to £500 are paid by us.", "We pay for all repairs of more than £500.", "en"],
  [
    "limit",
    "Take at most 5 bags, and stay for at least 5 days.",
    "Take at least 5 bags, and stay for at most 5 days.",
    "en"
  ]
])("%s: a rewrite that changes it is found", (kind, before, after, language) => {
  expect(kinds(before, after, language)).toContain(kind)
})

test.each([
  // By reckoning with a figure that both have.
  ["It begins at 9.20; come a quarter of an hour earlier.", "Come at 9.05. It begins at 9.20.", "en"],
  ["The ticket is £27.50, and pupils pay half.", "The ticket is £27.50 (£13.75 for pupils).", "en"],
  ["Der Beitrag ist 180 €, für Studierende die Hälfte.", "Der Beitrag ist 180 €, Studierende zahlen 90 €.", "de"],
  ["開場は12時45分、開演は13時15分です。", "12時45分に開場し、30分後の13時15分に開演します。", "ja"],
  // Numbers of another language, and units and days as people write them.
  ["O consumo real dos dois meses foi de 386 kWh.", "Nos dois meses, foi de 386 kWh o consumo real.", "pt"],
  ["Ela chega em até 6 dias uteis.", "Em até 6 dias úteis, ela chega.", "pt"],
  ["Die Stornierung geht bis Sonntag abend.", "Stornieren können Sie bis Sonntagabend.", "de"],
  ["基本料金は月311円高くなります。", "基本料金が1か月あたり311円高くなります。", "ja"],
  ["With Solo you can only export PDFs.", "With Solo, PDF is the only format.", "en"],
  ["Responda, por favor, antes del 5 de diciembre.", "Conteste a más tardar el 4 de diciembre, por favor.", "es"],
  ["ご連絡いただければ交換いたします。", "ご連絡くだされば、交換いたします。", "ja"],
  ["ご予約は12月3日です。", "12月3日にお待ちしております。", "ja"],
  ["You may spend up to £500; above that, ask us.", "£500 or less is fine. If it's more than £500, ask us.", "en"],
  ["Your plan is paused from 1 May to 31 July.", "We paused it from 1 May up to and including 31 July.", "en"],
  ["Votre mutuelle règle les trois quarts des 380 €.", "Des 380 €, 75 % sont payés par votre mutuelle.", "fr"],
  ["Madame, Monsieur, c'est prêt.", "C'est prêt, Madame.", "fr"],
  ["We can't refund the delivery fee of €4.50.", "The €4.50 delivery fee can't be refunded, I'm afraid.", "en"],
  ["Your course moves to the 20th of September.", "Your course has been moved to 20 September.", "en"],
  ["It takes two to three working days.", "Allow 2 to 3 working days for it.", "en"],
  ["The repair is free of charge.", "The repair costs nothing.", "en"],
  ["Take out the filter and rinse it.", "1. Take out the filter.\n2. Rinse it.", "en"],
  ["Wir schicken Ihnen das Etikett innerhalb von 2 Tagen.", "Das Etikett schicken wir Ihnen binnen zwei Tagen.", "de"],
  ["If it breaks within a week, we replace it.", "Does it break within 7 days? Then we'll replace it.", "en"],
  ["Falls Sie nichts hören, rufen Sie uns an.", "Sie hören nichts? Dann rufen Sie uns bitte an.", "de"],
  ["The guarantee runs for 36 months.", "The guarantee is valid for three years.", "en"],
  ["Elle est gratuite du 15 novembre au 1er mars.", "Du 15/11 au 01/03, elle est gratuite.", "fr"],
  ["Ponha 500 ml de água no reservatório.", "No reservatório, ponha meio litro de água.", "pt"],
  ["It was charged twice.", "It was charged two times.", "en"],
  ["Bitte spätestens 14 Tage vor dem Umzug melden.", "Melden Sie den Umzug mindestens 14 Tage vorher.", "de"],
  ["The line can't be moved before 22 June.", "The line can be moved from 22 June on.", "en"],
  ["A file can't be larger than 5 MB, please.", "Please make the file at most 5 MB large.", "en"],
  ["Sortez-le la veille après 19 h seulement.", "Merci de ne pas le sortir la veille avant 19 h.", "fr"],
  ["Mehr als 120 kg dürfen nicht geladen werden.", "Laden Sie bitte höchstens 120 kg.", "de"],
  ["Yoga on Monday moves to 19:15 from October.", "From October, Monday's yoga begins at 19:15.", "en"],
  ["L'indemnisation débute au 8e jour.", "Nous payons à partir du huitième jour.", "fr"],
  ["It may take up to 5 days to reach you.", "Please allow up to five days for it to reach you.", "en"],
  ["Choose boat rather than plane for the trip.", "For the trip, choose boat and not plane.", "en"],
  ["Usted elige cinco dígitos, no los rojos.", "Elija cinco dígitos. Los rojos no.", "es"],
  ["Your upload faild, the plan dosn't allow it.", "Your upload failed, the plan doesn't allow it.", "en"],
  ["It ends on the 30th of Novmber.", "It ends on the 30th of November.", "en"],
  ["Only members can book online.", "Online booking is reserved for members.", "en"],
  ["You need a receipt to exchange it.", "It can't be exchanged without a receipt.", "en"],
  ["We don't have the blue one in stock.", "The blue one is out of stock.", "en"],
  ["We'll credit you half of the fee.", "You'll be credited 50 % of the fee.", "en"],
  ["Der Laden öffnet um halb zehn.", "Wir öffnen den Laden um 9:30 Uhr.", "de"],
  ["Bei Regen fällt der Kurs aus.", "Wenn es regnet, findet der Kurs nicht statt.", "de"],
  ["Vergessen Sie bitte Ihren Ausweis nicht.", "Bitte denken Sie an Ihren Ausweis.", "de"],
  ["N'ouvrez pas le carton.", "Merci de ne pas ouvrir le carton.", "fr"],
  ["Nous vous appelons dans l'heure.", "Vous recevrez notre appel d'ici 60 minutes.", "fr"],
  ["La pieza no estará disponible hasta agosto.", "La pieza estará disponible a partir de agosto.", "es"],
  ["Não se esqueça de trazer o documento.", "Lembre-se de trazer o documento.", "pt"],
  ["領収書がないと交換できません。", "交換には領収書が必要です。", "ja"],
  ["値段は少し上がるかもしれません。", "価格は若干上がる可能性がございます。", "ja"]
])("a faithful rewrite is left alone: %s", (before, after, language) => {
  expect(changedFacts(before, after, language)).toEqual([])
})

test("rows hold the sentences that differ, and what keeps every fact can be taken alone", () => {
  const before = "I'm very sorry for all the trouble.\n\nYou had to tell us within 14 days. We look for the parcel now."
  const after = "Sorry for the trouble.\n\nYou had to tell us within 4 days. We are looking for the parcel now."
  const { rows, safe } = compareRewrite(before, after, "en")
  expect(rows.map(({ changes }) => changes.map(({ kind, before: was, after: is }) => [kind, was, is]))).toEqual([
    [],
    [["figure", "14 days", "4 days"]],
    []
  ])
  expect(safe).toBe("Sorry for the trouble.\n\nYou had to tell us within 14 days. We are looking for the parcel now.")
})

test("a text without a change has no rows; a long one is compared in linear time", () => {
  expect(compareRewrite("Same.", "Same.", "en")).toEqual({ rows: [] })
  const long = "We can't refund 14 days if you don't ask us before. ".repeat(400)
  const spent = threadClock()
  compareRewrite(long, long.replaceAll("14", "15"), "en")
  expect(spent()).toBeLessThan(3000)
})
