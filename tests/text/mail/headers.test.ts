import { test } from "vitest"
import { mailParts } from "../../../src/text/mail/mail-parts.ts"
import { c, expectParts, q, s, type Stretch, v, whole } from "./stretches.ts"

/** Programs introduce quotes in these ways. The last four can be recognised only by their marks. */
const heads = [
  "2026-03-03 10:12 GMT+01:00 Shop <a@shop.example>:",
  "Shop <a@shop.example> schrieb am Di., 3. März 2026, 10:12:",
  "On Tuesday, 3 March 2026 at 10:12:07 GMT, Shop <a@shop.example> wrote:",
  "Em ter, 3 de mar de 2026 10:12, Shop <a@shop.example> escreveu:",
  "2026年3月3日(火) 10:12、サンプル店 <a@shop.example>のメール:",
  "On 2026/03/03 10:12, サンプル店 wrote:",
  "El 3/3/2026 10:12, Shop escribió:",
  "Le mar. 3 mars 2026, 10:12, Shop <a@shop.example> a écrit :",
  "Am Di., 3. März 2026, 10:12 hat Shop <a@shop.example> geschrieben:",
  'On Mar 3, 2026 10:12, "Shop" <a@shop.example> wrote:',
  "El mar., 3 de marzo de 2026 10:12 a. m., Shop <a@shop.example> escribió:",
  "Le 03/03/2026 à 10:12, Shop a écrit :",
  "Em 03/03/2026 10:12, Shop escreveu:",
  "Am 03.03.2026 um 10:12 schrieb Shop:",
  "On 03/03/2026 10:12, Shop via Helpdesk wrote:",
  "Am Dienstag, dem 03.03.2026 um 10:12 +0100 schrieb Shop:",
  "Le mardi 03 mars 2026 à 10:12 +0100, Shop a écrit :",
  "El mar, 03-03-2026 a las 10:12 +0100, Shop escribió:",
  "On Tue, 2026-03-03 at 10:12 +0000, Shop wrote:",
  "Em ter, 2026-03-03 às 10:12 +0000, Shop escreveu:",
  "On Tuesday, March 3, 2026 10:12 AM,\nShop Customer Care Department of Lamps and More <a@shop.example>\nwrote:",
  "Le mardi 3 mars 2026 à 10:12:33 UTC+1, Shop <a@shop.example> a écrit :",
  "Am Dienstag, 3. März 2026 um 10:12:33 MEZ hat Shop <a@shop.example> Folgendes geschrieben:",
  "El martes, 3 de marzo de 2026, 10:12:33 CET, Shop <a@shop.example> escribió:",
  "2026/03/03 10:12、Shop <a@shop.example>のメール：",
  "2026年3月3日 10:12 +0900、Shop <a@shop.example>のメール:",
  "2026年3月3日(火) 10:12 Shop <\na@shop.example>:",
  "On Tue, 3 Mar 2026, 10:12 Shop, <a@shop.example> wrote:",
  "Quoting Shop <a@shop.example>:",
  "Citando Shop <a@shop.example>:",
  "Op di 3 mrt. 2026 om 10:12 schreef Shop <a@shop.example>:",
  "Il giorno mar 3 mar 2026 alle ore 10:12 Shop <a@shop.example> ha scritto:"
]

/** Outlook and similar programs write these blocks. */
const blocks = [
  "From: Shop [mailto:a@shop.example] \nSent: Dienstag, 3. März 2026 10:12\nTo: Dana\nSubject: AW: Lampe",
  "*Von:* Shop <a@shop.example>\n*Gesendet:* Dienstag, 3. März 2026 10:12\n*An:* Dana\n*Betreff:* Lampe",
  "De: Shop <a@shop.example>\nEnviado el: martes, 3 de marzo de 2026 10:12\nPara: Dana\nCC: Tom\nAsunto: RE: Lámpara",
  "De : Shop\nEnvoyé : mardi 3 mars 2026 10:12\nÀ : Dana\nCc : Tom\nObjet : Lampe",
  "De: Shop <a@shop.example>\nEnviada em: terça-feira, 3 de março de 2026 10:12\nPara: Dana\nAssunto: Lâmpada",
  "差出人: Shop <a@shop.example>\n送信日時: 2026年3月3日 10:12\n宛先: Dana\n件名: ランプ",
  'Gesendet: Dienstag, 03. März 2026 um 10:12 Uhr\nVon: "Shop" <a@shop.example>\nAn: dana@mail.example\nBetreff: Lampe',
  "Von: Shop\nAn: Dana\nGesendet: 03.03.2026 10:12\nBetreff: Lampe",
  "________________________________\n\nFrom: Shop <a@shop.example>\n\nSent: 03 March 2026 10:12\n\nTo: Dana <d@mail.example>\n\nSubject: Lamp",
  'De: "Shop" <a@shop.example>\nÀ: dana@mail.example\nEnvoyé: Mardi 3 Mars 2026 10:12:11\nObjet: Lampe',
  "-----Mensaje original-----\nDe: Shop\nEnviado: martes, 3 de marzo de 2026\nPara: Dana\nAsunto: x",
  "---- Original Message ----\nFrom: Shop\nTo: Dana\nSubject: x",
  "De: Shop\nFecha: 3 mar 2026 10:12\nAsunto: Pedido 14\nPara: dana@mail.example\nCc:",
  "-------- Originalnachricht --------\nVon: Shop\nDatum: 03.03.26",
  "> From: Shop <a@shop.example>\n> Date: Tue, 3 Mar 2026 10:12\n> To: Dana\n> Subject: x",
  "From: Shop <a@shop.example>\nDate: Tuesday, 3 March 2026 at 10:12\nTo: Dana <d@mail.example>, Tom <tom@mail.example>, Anna Berg\n <anna@mail.example>\nSubject: Lamp"
]

const MAILS: Stretch[][] = [
  ...heads.map((h): Stretch[] => [
    v("Done, and it works.\n\n"),
    c("Regards\nDana\n\n"),
    q(`${h}\n\n> Please try again.\n> Shop`)
  ]),
  ...heads
    .slice(0, -3)
    .filter((h) => !/^Quoting|^Citando/.test(h))
    .map((h): Stretch[] => [v("Done, and it works.\n\n"), c("Dana\n\n"), q(`${h}\n\nPlease try again.\nShop`)]),
  ...blocks
    .filter((b) => !b.startsWith(">"))
    .map((h): Stretch[] => [
      v("Done, and it works.\n\n"),
      c("Regards\nDana\n\n"),
      q(`${h}\n\nPlease try again.\n\nShop`)
    ]),
  [v("Done, and it works.\n\n"), c("Dana\n\n"), q(`${blocks[14]}\n>\n> Please try again.`)],
  ...[
    "Gruß Jens",
    "LG, Jens",
    "VG\nJ. Thomsen",
    "Liebe Grüße,\nJ.",
    "Cheers mate,\nDana",
    "Thanks!!!\nDana",
    "Thx.\nDana",
    "Merci !\nLéa",
    "Danke :)\nJens",
    "Thanks & best regards,\nDana",
    "Mit freundlichem Gruß\nJens Thomsen",
    "Freundlicher Gruß\nJens",
    "Schönen Abend noch\nJens",
    "Freundliche Grüße aus Wien,\nJens",
    "Salutations distinguées\nLéa Morin",
    "Bien à vous,\nLéa",
    "Merci et bonne journée\nLéa",
    "Saludos y gracias\nNuria",
    "Mil gracias,\nNuria",
    "Muchas gracias por todo.\nNuria",
    "Um abraço,\nBruna",
    "Muito obrigada desde já!\nBruna",
    "Cumprimentos,\nBruna Reis",
    "どうぞよろしくお願いいたします。\n佐藤",
    "ご確認よろしくお願いいたします。\n佐藤",
    "何卒宜しくお願い致します。\n鈴木 一郎",
    "よろしくお願いします。",
    "Kind regards",
    "Mit freundlichen Grüßen",
    "Cordialement",
    "Saludos",
    "Atenciosamente",
    "Sincerely,\nDana Okoro",
    "Take care,\nDana",
    "All the best\nDana",
    "Have a great day!\nDana",
    "Yours faithfully\n\nD. Okoro",
    "Grüssli\nReto",
    "Bis dann\nJens",
    "Tschau\nJens",
    "Besten Dank im Voraus!\n\nJens Thomsen",
    "Thank you in advance.\n\nDana Okoro",
    "Gracias de antemano,\nNuria Vidal",
    "Gros bisous\nLéa",
    "À très vite\nLéa",
    "Bjs\nBruna",
    "Até mais,\nBruna",
    "Regards,\nDana (Mrs)",
    "Regards, Dana",
    "Kind Regards,\n\nDANA OKORO",
    "Hochachtungsvoll\nDr. Jens Thomsen"
  ].map((f): Stretch[] => [v("Das Regal wackelt immer noch, was nun?\n\n"), c(f)]),
  ...[
    [
      "hi my lamp is broken since yesterday and i really need it for the party on friday pls send a new one ",
      "thanks Dana",
      " Sent from my iPhone"
    ],
    [
      "hallo das regal wackelt immer noch und die schrauben passen auch nicht in die löcher was soll ich tun ",
      "lg jens".replace("jens", "Jens"),
      " Von meinem iPhone gesendet"
    ],
    [
      "bonjour la lampe clignote toujours malgré la nouvelle ampoule que vous avez envoyée la semaine dernière que faire ",
      "merci Léa",
      " Envoyé depuis mon iPhone"
    ],
    [
      "hola la lampara sigue parpadeando aunque cambie la bombilla como me dijeron el lunes que hago ",
      "muchas gracias Nuria",
      " Enviado desde mi iPhone"
    ],
    [
      "oi a lampada continua piscando mesmo depois de trocar como voces falaram na segunda o que eu faço ",
      "obrigada Bruna",
      " Enviado do meu iPhone"
    ],
    [
      "ランプがまだ点滅しています。電球を替えても直りません。どうすればよいでしょうか。",
      "よろしくお願いします。佐藤",
      " iPhoneから送信"
    ]
  ].map(([a, b, d]): Stretch[] => [v(a ?? ""), c(b ?? ""), s(d ?? "")]),
  [
    v("The diff is\n\n--- a/x.js\n+++ b/x.js\n@@ -1 +1 @@\n-foo\n+bar\n\nand it breaks.\n\n"),
    c("Dana\n\n"),
    s("-- \nDana Okoro, Fieldmouse")
  ],
  [v("| a | b |\n|---|---|\n| 1 | 2 |\n\nIs this right?\n\n"), c("Dana")],
  [v('git commit -m "x" -- file\n\nfails. Why?')],
  [v("Questions:\n\n1. When?\n2. How much?\n\n"), c("Dana")],
  [v("I'd like these:\n\n- Red Lamp\n- Blue Shade")],
  [v("Which one fits?\n\nHF-200 or HF-300\n\n"), c("Dana")],
  [v("My order is\nHF-200\nBlue\nLarge")],
  [v("Hello\n\nBlue")],
  [
    v(
      "Order 1234\n\nDelivery address:\nDana Okoro\n4 Mill Lane\nLeeds\n\nInvoice address:\nFieldmouse Ltd\n5 High Street\nLeeds"
    )
  ],
  [v("Ich habe zwei Fragen.\n\nErstens: wann?\n\n---\n\nZweitens: wie viel?\n\n"), c("Danke\nJens")],
  [
    v("Please ship to our office.\n\n"),
    c("Regards,\n"),
    s('Dana Okoro | Operations\nFieldmouse Ltd, 4 Mill Lane, Leeds\n"We never sleep."')
  ],
  [
    v("Please ship to our office.\n\n"),
    c("Regards,\n\n"),
    s(
      "Dana Okoro\nOperations\n\nFieldmouse Ltd\n4 Mill Lane\nLeeds\n\nT 01632 960111\nM 07700 900111\n\nFollow us on LinkedIn\nRegistered in England No. 0000000"
    )
  ],
  [
    v("送ってください。\n\n"),
    c("よろしくお願いいたします。\n\n"),
    s("――――――――――――\nさくら商事株式会社\n佐藤 花子\n東京都千代田区1-1\n――――――――――――")
  ],
  [v("送ってください。\n\n"), s("---\n佐藤 花子（さくら商事）\ns@sakura.example")],
  [
    v("送ってください。\n\n"),
    c("以上です。\nよろしくお願いいたします。\n\n"),
    s("さくら商事　営業部\n佐藤 花子\nTEL 03-0000-0000")
  ]
]

test.each(MAILS.map((mail) => ({ mail, name: whole(mail).slice(0, 120) })))("taken apart: $name", ({ mail }) =>
  expectParts(mailParts(whole(mail)), mail)
)
