import { test } from "vitest"
import { mailParts } from "../../../src/text/mail/mail-parts.ts"
import { c, expectParts, q, s, type Stretch, v, whole } from "./stretches.ts"

/** Makes a mail typed on a phone without line breaks. */
const go = (text: string, closing: string, device: string): Stretch[] => [v(`${text} `), c(closing), s(` ${device}`)]

const MAILS: Stretch[][] = [
  go(
    "hello i ordered the big tent on monday and it still says processing can you check order 55-120 and tell me if it comes before the weekend",
    "many thanks Gareth",
    "Sent from my Pixel 8"
  ),
  go(
    "hi can u change my adress to 14 station rd its on order 88120 i moved last week and forgot to tell you",
    "ta Bev",
    "Sent via Samsung Galaxy A14"
  ),
  go(
    "tried the reset link 3 times now says expired every time whats going on i need the invoice for my tax today",
    "regards Colin P.",
    "Sent from Outlook for Android"
  ),
  go(
    "moin mein paket sollte gestern da sein aber es steht immer noch auf in zustellung könnt ihr mal schauen nummer 44120",
    "gruß Ole",
    "Von meinem Handy gesendet"
  ),
  go(
    "hallo ich habe die falsche farbe bestellt kann ich das noch ändern bevor es rausgeht bestellung 8812 bitte schnell antworten",
    "vielen dank Marlies",
    "Gesendet von Yahoo Mail auf Android"
  ),
  go(
    "servus der akku lädt nimmer obwohl erst 3 wochen alt was soll ich jetzt tun rechnung hab ich noch",
    "mfg Sepp Huber",
    "Gesendet mit der Telekom Mail App"
  ),
  go(
    "bonjour j ai recu la mauvaise taille je voulais du 38 et pas du 40 comment je fais pour echanger c est pour samedi",
    "merci d avance Nadia",
    "Envoyé depuis mon Samsung"
  ),
  go(
    "bjr toujours pas de remboursement depuis 3 semaines dossier 4412 vous pouvez regarder svp",
    "cdt Michel",
    "Envoyé depuis l'application Mail Orange"
  ),
  go(
    "salut le lien pour telecharger la facture ne marche pas j ai essaye avec chrome et firefox",
    "bonne journée Karim",
    "Télécharger Outlook pour Android"
  ),
  go(
    "buenas hice el pedido el lunes y aun no me llega el correo de confirmacion me lo pueden mandar otra vez",
    "gracias Lupita",
    "Enviado desde mi Huawei"
  ),
  go(
    "hola me cobraron dos veces el mismo pedido el 4471 necesito que me devuelvan uno cuanto antes",
    "un saludo Manolo",
    "Obtener Outlook para iOS"
  ),
  go(
    "oi gente o app fecha sozinho quando abro o carrinho ja reinstalei e nada meu celular é um moto g",
    "valeu Thiago",
    "Enviado do meu celular Motorola"
  ),
  go(
    "boa tarde comprei uma geladeira e veio com a porta amassada quero trocar como faço pedido 7781",
    "att Sônia",
    "Enviado do Yahoo Mail no Android"
  ),
  [
    v("注文した本がまだ届きません。番号は4471です。調べてもらえますか。"),
    c("よろしくお願いします 田中"),
    s(" Androidスマートフォンから送信")
  ],
  [
    v("サイズを間違えたので交換したいです。 38ではなく39です。 "),
    c("お願いします 木村"),
    s(" ドコモのスマートフォンから送信")
  ],
  // These lines only look like headers, farewells or signatures.
  [
    v(
      "Hello,\n\nhere's the timeline as you asked:\n\nOn 2 March, I ordered.\nOn 5 March, Dana from your team said: it's on its way.\nOn 9 March 2026 she wrote:\n\n'Sorry, lost.'\n\nSo?\n\n"
    ),
    c("Regards\nHugh")
  ],
  [
    v(
      "Parcel label reads:\n\nFrom: J. Pryce, Cardiff\nTo: M. Pryce, Leeds\nSent: 3 March\nWeight: 4 kg\n\nIt never left Cardiff.\n\n"
    ),
    c("Cheers,\nM. Pryce")
  ],
  [
    v(
      "Dear all,\n\nSubject: access cards\nDate: from 1 April\nTo: all staff of floor 2\n\nplease make twelve of these.\n\n"
    ),
    c("Thank you\nOlga")
  ],
  [
    v(
      'Am 12. März schrieb Ihr Techniker in den Bericht:\n\n"Dichtung i. O."\n\nSie ist aber undicht. An: Werkstatt, bitte weiterleiten.\n\n'
    ),
    c("MfG\nR. Kolb")
  ],
  [
    v("Umzug:\nVon: Ulm\nNach: Kiel\nDatum: 12.04.2026\nBetreff: 3 Zimmer, 2. OG\n\nWas kostet das?\n\n"),
    c("Viele Grüße\nAylin Demir")
  ],
  [
    v(
      "Le 12 mars, votre livreur a écrit sur l'avis : « absent ».\nJ'étais là.\n\nDe : 9 h\nÀ : 12 h\nJe n'ai pas bougé.\n\n"
    ),
    c("Bien à vous\nOdile")
  ],
  [
    v(
      'El 12 de marzo el técnico escribió:\n\n"todo en orden"\n\npero gotea.\n\nDe: 9 a 14\nPara: la reparación\n\n¿Vienen?\n\n'
    ),
    c("Saludos\nIker")
  ],
  [v('No dia 12 de março o técnico escreveu:\n\n"tudo certo"\n\nmas pinga.\n\n'), c("Abraço,\nIvo")],
  [v("Em 12/03/2026 o entregador escreveu no aviso: ausente.\nEu estava em casa.\n\n"), c("Ivo")],
  [
    v(
      "2026年3月12日に担当の方が次のように書いていました：\n「異常なし」\nでも漏れています。\n\n日時: 3月20日 午前\n宛先: 修理係\n\n来てもらえますか。\n\n"
    ),
    c("井上")
  ],
  // These contain separators inside the text.
  [v("Two orders.\n\n=====\n\nFirst: 4411, wrong size.\n\n=====\n\nSecond: 4412, never came.\n\n"), c("Hugh")],
  [v("Two orders.\n---\n4411: wrong size.\n---\n4412: never came.\n---\nThat's it.")],
  [v("a) refund for 4411\n***\nb) new size for 4412\n***\nc) nothing else, have a good one")],
  [
    v("Drei Dinge:\n\n__________\n1. Größe falsch\n__________\n2. Farbe falsch\n__________\n3. Rechnung fehlt\n\n"),
    c("Grüße\nOle"),
    s("\n\n-- \nOle Harms\nHarms Bootsbau")
  ],
  [v("Deux choses.\n\n-----\n\nLa taille est fausse.\n\n-----\n\nEt la facture manque.\n\n"), c("Odile")],
  [v("Uno: la talla.\n\n· · ·\n\nDos: la factura.\n\n"), c("Gracias\nIker")],
  [v("一つ目：サイズ違い\n\n＊＊＊＊＊\n\n二つ目：請求書がない\n\n"), c("井上")],
  [v("一つ目：サイズ違い\n----------\n二つ目：請求書がない\n----------\n"), c("よろしくお願いします。\n井上")],
  // These contain code.
  [v("Query:\n\nSELECT *\nFROM orders\n-- only open ones\nWHERE total > 100\n\ngives 0 rows. Why?\n\n"), c("Hugh")],
  [v('Config:\n\nFrom: "noreply@shop.example"\nto: [ops]\n\nDoes `From` need quotes?\n\n'), c("Hugh")],
  [v("My log:\n\n> GET /api\n< 401\n> GET /api\n< 200\n\nWhy the 401 first?\n\n"), c("Thanks,\nHugh")],
  [
    v("In the log:\n\n> start\n> stop\n\nDoes that help?\n\n"),
    c("Hugh\n\n"),
    q("On Tue, 3 Mar 2026 at 10:12, Shop <a@shop.example> wrote:\n> Send the log please.")
  ],
  [
    q("On Tue, 3 Mar 2026 at 10:12, Shop <a@shop.example> wrote:\n> Send the log please.\n\n"),
    v("It says:\n\n> start\n> stop\n\nThat's all.\n\n"),
    c("Hugh")
  ],
  // These contain an address.
  [
    v("Hi, it's\n\nHugh Pryce\n12 Dock Street\nCardiff CF10 0AA\n"),
    q("\nOn Tue, 3 Mar 2026 at 10:12, Shop <a@shop.example> wrote:\n> Your address?")
  ],
  [
    v("Sure, here: Hugh Pryce, 12 Dock Street, Cardiff CF10 0AA, 07700 900123"),
    q("\n\nOn Tue, 3 Mar 2026 at 10:12, Shop <a@shop.example> wrote:\n> Your address?")
  ],
  [
    v("Pryce Marine Ltd\nattn. Hugh Pryce\n12 Dock Street\nCardiff CF10 0AA\nhugh@pryce.example\n"),
    q("\nOn Tue, 3 Mar 2026 at 10:12, Shop <a@shop.example> wrote:\n> Your billing address?")
  ],
  [
    v("Klar:\n\nOle Harms\nDeichstr. 4\n26122 Oldenburg\nTel. 0441 000000\n\n"),
    c("Grüße\nOle\n\n"),
    q("Am 03.03.26 um 10:12 schrieb Shop:\n> Anschrift?")
  ],
  [
    v("Mon adresse de livraison :\n\nOdile Perrin\n4 rue du Port\n29000 Quimper\n06 00 00 00 00\n\n"),
    c("Merci\n\n"),
    q("Le 03/03/2026 à 10:12, Shop a écrit :\n> Adresse ?")
  ],
  [
    v("送り先です。\n\n〒000-0000\n港市海岸1-2-3\n井上 和子\n090-0000-0000\n\n"),
    c("よろしくお願いします。\n\n"),
    q("2026年3月3日(火) 10:12 店 <a@shop.example>:\n> ご住所は？")
  ],
  // These contain names and slogans.
  [
    v("Bitte um Rückruf.\n\n"),
    c("Beste Grüße\n\n"),
    s("Ole Harms\nHarms Bootsbau e. K.\nDeichstr. 4 · 26122 Oldenburg\nMobil +49 441 000000\nHolz schwimmt immer.")
  ],
  [
    v("Merci de me rappeler.\n\n"),
    c("Bonne soirée,\n\n"),
    s("Odile PERRIN\nGérante\nLibrairie du Port\n« Un livre, c'est un voyage. »\n\n"),
    v("PS : plutôt le matin.")
  ],
  [
    v("Llámeme, por favor.\n\n"),
    c("Atte.\n\n"),
    s("Iker Etxarri\nResponsable de almacén | Bidasoa Frío\nTel. 900 00 00 00\nTrabajamos para que llegue frío.\n\n"),
    v("P.D. Mejor por la mañana.")
  ],
  [
    v("Liguem-me, por favor.\n\n"),
    c("Com os meus cumprimentos,\n\n"),
    s("Ivo Salgueiro\nDireção comercial\nSalgueiro & Irmãos, Lda.\nFazemos desde 1950.\n\n"),
    v("P.S. De preferência de manhã.")
  ],
  [
    v("お電話ください。\n\n"),
    c("何卒よろしくお願いいたします。\n\n"),
    s("◇◆◇◆◇◆◇◆◇◆\n井上商店　井上 和子\n港市海岸1-2-3\nTEL 03-0000-0000\n心をこめてお届けします。\n◇◆◇◆◇◆◇◆◇◆\n\n"),
    v("追伸　午前中がありがたいです。")
  ],
  [v("Please ring me.\n\n"), c("Yours,\nHugh\n\n"), s("Hugh Pryce\nPryce Marine Ltd\n07700 900123")],
  [v("The invoice is wrong again.\n\n"), s("Hugh Pryce, Director, Pryce Marine Ltd")],
  [v("Die Rechnung stimmt wieder nicht.\n\n"), s("Ole Harms, Harms Bootsbau e. K.")],
  [v("請求書がまた間違っています。\n\n"), s("井上商店　井上")],
  [v("請求書がまた間違っています。\n\n"), c("井上より")],
  [v("Thanks for the call. The invoice is wrong again. Thank you for looking into it.\n\n"), c("Hugh")],
  [v("The invoice is wrong again.\n\nThank you for looking into it.\n\n"), c("Kind regards\nHugh Pryce")],
  [v("The invoice is wrong.\n\n"), c("Many thanks,\nKind regards,\nHugh")],
  // These come from mailing lists.
  [
    v("Nee, läuft bei uns seit 9.1 nicht mehr.\n\n"),
    c("Ole\n\n"),
    s("-- \nMailingliste der Nutzer\nnutzer@listen.werkzeug.example\nAbbestellen: https://listen.werkzeug.example/ab")
  ],
  [
    q("Le ven. 6 mars 2026 à 10:12, Shop <a@shop.example> a écrit :\n> Ça marche ?\n\n"),
    v("Oui depuis la 9.1.\n\n"),
    c("Odile\n\n"),
    s(
      "______________________________\nListe utilisateurs\nutilisateurs@listes.outil.example\nPour se désabonner : https://listes.outil.example/fin"
    )
  ],
  [
    v("はい、9.1から動きます。\n\n"),
    c("井上\n\n"),
    s(
      "_______________________________\nユーザーメーリングリスト\nusers@lists.tool.example\n退会: https://lists.tool.example/"
    )
  ],
  // These are variants of what devices add.
  ...[
    "Sent from my Galaxy",
    "Sent from Samsung tablet",
    "Sent from Yahoo Mail on Android",
    "Sent from Gmail Mobile",
    "Sent using the mail.com mail app",
    "Gesendet von Outlook für iOS",
    "Von meinem iPad gesendet",
    "Gesendet aus der GMX App",
    "Diese Nachricht wurde von meinem Android-Gerät mit GMX Mail gesendet.",
    "Envoyé de mon iPad",
    "Envoyé à partir de Outlook pour Android",
    "Envoyé depuis Yahoo Mail pour Android",
    "Enviado desde Correo para Windows",
    "Enviado desde Yahoo Mail para iPhone",
    "Enviado desde mi móvil",
    "Enviado a partir do Outlook para Android",
    "Enviado via iPhone",
    "Enviado do Email para Windows",
    "Enviado pelo meu smartphone",
    "iPadから送信",
    "Xperiaから送信",
    "Gmailアプリから送信",
    "Outlook for Android を入手",
    "Sent from Mail for Windows 10",
    "Get Outlook for Android"
  ].map((d): Stretch[] => [v("The lamp is still broken, what now?\n\n"), s(d)])
]

test.each(MAILS.map((mail) => ({ mail, name: whole(mail).slice(0, 80) })))("taken apart: $name", ({ mail }) =>
  expectParts(mailParts(whole(mail)), mail)
)
