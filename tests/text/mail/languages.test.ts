import { test } from "vitest"
import { mailParts } from "../../../src/text/mail/mail-parts.ts"
import { c, expectParts, q, s, type Stretch, v, whole } from "./stretches.ts"

const MAILS: Stretch[][] = [
  // These mails are in German.
  [
    v("Hallo,\n\ndie Lampe ist da, danke.\n\n"),
    c("Viele Grüße aus Kiel\nJens\n\n"),
    q(
      "Von: Example Shop <a@shop.example>\nDatum: Dienstag, 3. März 2026 um 10:12\nAn: Jens <j@mail.example>\nBetreff: Ihre Lampe\n\nIst sie da?"
    )
  ],
  [
    s("ACHTUNG: Diese E-Mail kommt von einem externen Absender. Bitte keine Links öffnen.\n\n"),
    v("Die Lampe ist da.\n\n"),
    c("LG Jens")
  ],
  [
    v("Die Lampe ist kaputt.\n\n"),
    c("Beste Grüße\nJens Thomsen\n\n"),
    s("Von meinem Samsung Galaxy Smartphone gesendet.\n\n\n"),
    q(
      "-------- Ursprüngliche Nachricht --------\nVon: Example Shop <a@shop.example>\nDatum: 03.03.26 10:12 (GMT+01:00)\nAn: j@mail.example\nBetreff: Ihre Lampe\n\nIst sie da?"
    )
  ],
  [
    v("Anbei die Mail der Bank, stimmt das so?\n\n"),
    c("Gruß\nJens\n\n"),
    q(
      "Anfang der weitergeleiteten Nachricht:\n\nVon: Bank <b@bank.example>\nBetreff: Abbuchung\nDatum: 3. März 2026 um 10:12:00 MEZ\nAn: j@mail.example\n\n120 Euro."
    )
  ],
  [
    v("Passt so.\n\n"),
    s("-- \nJens Thomsen\nThomsen & Söhne OHG\nTel.: 0431 000000\n\n"),
    q("Am 03.03.2026 um 10:12 schrieb Example Shop:\n> Passt es?")
  ],
  [
    v("Passt leider nicht.\n\n"),
    c("Mit besten Grüßen\n\n"),
    s(
      "i. A. Jens Thomsen\n\nThomsen & Söhne OHG\nHafenstr. 1\n24103 Kiel\n\nGeschäftsführer: P. Thomsen\nUSt-IdNr.: DE000000000\n\nDer Inhalt dieser E-Mail ist vertraulich und ausschließlich für den bezeichneten Adressaten bestimmt. Wenn Sie nicht der vorgesehene Adressat sind, beachten Sie bitte, dass jede Form der Kenntnisnahme unzulässig ist."
    )
  ],
  [v("ja bitte tauschen\n\n"), c("danke und schönes we\nsteffi")],
  [v("Ich warte immer noch.\n\n"), c("Herzliche Grüße\nKarl Hinz\n\n"), v("PS: Der Karton war auch offen.")],
  [
    v("Ich warte immer noch.\n\n"),
    c("MfG\n"),
    s("K. Hinz\nHausverwaltung Hinz\nTelefon 030 23125 000\n\n"),
    v("P.S.: Der Karton war auch offen.")
  ],
  [q("Zitat von Example Shop <a@shop.example>:\n\n> Welche Größe?\n\n"), v("Größe L bitte.\n\n"), c("Karl")],
  [
    v("Hallo,\n\nwie am Telefon besprochen.\n\n"),
    c("Vielen Dank im Voraus und freundliche Grüße\nKarl Hinz\n\n"),
    q("## Bitte antworten Sie oberhalb dieser Zeile ##\n\nIhre Anfrage 4411 wurde bearbeitet.")
  ],
  [v("Am 3. März 2026 schrieb mir Ihre Kollegin:\n\n„Wir erstatten alles.“\n\nBisher kam nichts.\n\n"), c("Karl Hinz")],
  [
    v("Bitte stornieren.\n\n"),
    c("Grüße\nKarl\n\n"),
    s(
      "_______________________________________________\nNutzer-Liste\nnutzer@lists.werkzeug.example\nhttps://lists.werkzeug.example/listinfo/nutzer"
    )
  ],
  [v("Bitte stornieren.\n\n"), c("Grüße\nKarl\n\n"), s("Virenfrei.www.avast.com")],
  [
    v("Bitte stornieren.\n\n"),
    c("Grüße\nKarl\n\n"),
    s("Diese Nachricht wurde von meinem Android Mobiltelefon mit WEB.DE Mail gesendet.\n"),
    q("Am 03.03.26, 10:12 schrieb Example Shop <a@shop.example>:\n\nWirklich?")
  ],
  // These mails are in French.
  [
    v("Bonjour,\n\nLe colis est arrivé ouvert.\n\n"),
    c("Bien cordialement,\nLéa Morin\n\n"),
    q(
      "De : Example Shop <a@shop.example>\nDate : mardi 3 mars 2026 à 10:12\nÀ : Léa Morin <l@mail.example>\nObjet : Votre colis\n\nEst-il arrivé ?"
    )
  ],
  [
    v("Le colis est arrivé ouvert.\n\n"),
    c("Merci d'avance pour votre retour\nLéa\n\n"),
    s("Envoyé depuis mon appareil Galaxy\n\n"),
    q(
      "-------- Message d'origine --------\nDe : Example Shop <a@shop.example>\nDate : 03/03/2026 10:12 (GMT+01:00)\nÀ : l@mail.example\nObjet : Votre colis\n\nEst-il arrivé ?"
    )
  ],
  [
    v("Est-ce bien vous ?\n\n"),
    c("Cdlt\nLéa\n\n"),
    q(
      "Début du message réexpédié :\n\nDe: Example Shop <a@shop.example>\nObjet: Colis\nDate: 3 mars 2026 à 10:12:00 UTC+1\nÀ: l@mail.example\n\nPayez 2 €."
    )
  ],
  [
    v("Je confirme la commande.\n\n"),
    c("Dans l'attente de votre réponse, je vous prie d'agréer, Madame, Monsieur, mes salutations distinguées.\n\n"),
    s(
      "Léa Morin\nService achats\nMorin SARL\n\nCe message et toutes les pièces jointes sont confidentiels et établis à l'intention exclusive de ses destinataires."
    )
  ],
  [
    v("Je confirme la commande.\n\n"),
    c("Bonne fin de journée,\nLéa\n\n"),
    s("-- \nLéa Morin\n06 00 00 00 00\n\n"),
    v("PS : le code de la porte est 44B.")
  ],
  [v("Je confirme la commande.\n\n"), c("Sincèrement\nLéa\n\n"), s("Garanti sans virus. www.avast.com")],
  [
    v("Je confirme.\n\n"),
    c("A bientôt\nLéa\n\n"),
    q("##- Veuillez répondre au-dessus de cette ligne -##\n\nVotre demande a été mise à jour.")
  ],
  [
    v("Le 3 mars 2026 à 10h12, votre conseillère m'a écrit :\n\n« Tout est remboursé. »\n\nRien reçu.\n\n"),
    c("Léa Morin")
  ],
  [
    q("Le 3 mars 2026 à 10:12, Example Shop <a@shop.example> a écrit :\n> Quelle taille ?\n\n"),
    v("La taille M, merci de faire vite.\n\n"),
    c("Léa")
  ],
  [
    s("ATTENTION : ce courriel provient de l'extérieur. Ne cliquez pas sur les liens.\n\n"),
    v("Je confirme la commande.\n\n"),
    c("Bises\nLéa")
  ],
  [v("je veux annuler\n\n"), c("merci\nléa")],
  // These mails are in Spanish.
  [
    v("Hola:\n\nNo me llega el código.\n\n"),
    c("Un cordial saludo,\nNuria\n\n"),
    q(
      "De: Example Shop <a@shop.example>\nFecha: martes, 3 de marzo de 2026, 10:12\nPara: Nuria <n@mail.example>\nAsunto: Código\n\n¿Le llegó?"
    )
  ],
  [
    v("¿Esto es suyo?\n\n"),
    c("Gracias\nNuria\n\n"),
    q(
      "Inicio del mensaje reenviado:\n\nDe: Example Shop <a@shop.example>\nAsunto: Código\nFecha: 3 de marzo de 2026, 10:12:00 CET\nPara: n@mail.example\n\nPague ya."
    )
  ],
  [
    v("Confirmo el pedido.\n\n"),
    c("Sin otro particular, le saluda atentamente,\n\n"),
    s(
      "Nuria Vidal\nDepartamento de Compras\nVidal e Hijos, S.L.\n\nEste mensaje y sus archivos adjuntos son confidenciales y van dirigidos exclusivamente a su destinatario. Si lo ha recibido por error, le rogamos nos lo comunique y lo elimine."
    )
  ],
  [v("Confirmo el pedido.\n\n"), c("Saludos\nNuria\n\n"), v("P.D.: el portal es el 4, no el 14.")],
  [v("Confirmo.\n\n"), c("Abrazos,\nNuria\n\n"), s("Libre de virus. www.avast.com")],
  [
    v("Confirmo.\n\n"),
    c("Slds.\n"),
    s("Nuria Vidal\nJefa de Compras\nTel. 900 00 00 00\n\n"),
    v("PD. El portal es el 4.")
  ],
  [v("El 3 de marzo de 2026 su compañera me escribió:\n\n«Se lo devolvemos todo».\n\nY nada.\n\n"), c("Nuria Vidal")],
  [s("ATENCIÓN: Este correo proviene de fuera de la organización.\n\n"), v("Confirmo el pedido.\n\n"), c("Nuria")],
  [
    v("Confirmo el pedido.\n\n"),
    c("Un abrazo\nNuria\n\n"),
    q("##- Por favor, escriba su respuesta por encima de esta línea -##\n\nSu solicitud 4411 se ha actualizado.")
  ],
  [
    q("El mar, 3 mar 2026 a las 10:12, Example Shop (<a@shop.example>) escribió:\n\n> ¿Qué talla?\n\n"),
    v("La M, por favor.\n\n"),
    c("Nuria")
  ],
  // These mails are in Portuguese.
  [
    v("Olá,\n\nnão recebi o código.\n\n"),
    c("Atenciosamente,\nBruna Reis\n\n"),
    q(
      "De: Example Shop <a@shop.example>\nData: terça-feira, 3 de março de 2026 às 10:12\nPara: Bruna <b@mail.example>\nAssunto: Código\n\nRecebeu?"
    )
  ],
  [
    v("Não recebi o código.\n\n"),
    c("Fico no aguardo.\nAtt,\nBruna\n\n"),
    s("Enviado do meu smartphone Samsung Galaxy.\n\n"),
    q(
      "-------- Mensagem original --------\nDe: Example Shop <a@shop.example>\nData: 03/03/2026 10:12 (GMT-03:00)\nPara: b@mail.example\nAssunto: Código\n\nRecebeu?"
    )
  ],
  [
    v("Isto é vosso?\n\n"),
    c("Cumprimentos\nBruna\n\n"),
    q(
      "Início da mensagem encaminhada:\n\nDe: Example Shop <a@shop.example>\nAssunto: Código\nData: 3 de março de 2026 às 10:12:00 BRT\nPara: b@mail.example\n\nPague já."
    )
  ],
  [
    v("Confirmo a encomenda.\n\n"),
    c("Com os melhores cumprimentos,\n\n"),
    s(
      "Bruna Reis\nDepartamento de Compras\nReis & Filhos, Lda.\n\nEsta mensagem e os seus anexos são confidenciais e destinam-se exclusivamente ao destinatário. Se a recebeu por engano, apague-a e avise o remetente."
    )
  ],
  [v("Confirmo.\n\n"), c("Abraços\nBruna\n\n"), v("PS: o portão é o 4.")],
  [v("Confirmo.\n\n"), c("Obrigada!\nBruna\n\n"), s("Livre de vírus. www.avast.com")],
  [v('Em 3 de março de 2026 a sua colega escreveu-me:\n\n"Devolvemos tudo."\n\nE nada.\n\n'), c("Bruna Reis")],
  [s("ATENÇÃO: Este e-mail foi enviado por um remetente externo.\n\n"), v("Confirmo o pedido.\n\n"), c("Bruna")],
  [
    v("Confirmo o pedido.\n\n"),
    c("Grata,\nBruna\n\n"),
    q("##- Por favor, digite sua resposta acima desta linha -##\n\nSua solicitação foi atualizada.")
  ],
  [
    v("Confirmo o pedido.\n\n"),
    c("Beijinhos,\nBruna\n\n"),
    s("Obter o Outlook para iOS\n"),
    q(
      "________________________________\nDe: Example Shop <a@shop.example>\nEnviado: 3 de março de 2026 10:12\nPara: b@mail.example\nAssunto: Pedido\n\nConfirma?"
    )
  ],
  // These mails are in Japanese.
  [
    v("お世話になっております。\nコードが届きません。\n\n"),
    c("よろしくお願いいたします。\n佐藤\n\n"),
    q(
      "差出人: サンプル店 <a@shop.example>\n日時: 2026年3月3日 火曜日 10:12\n宛先: 佐藤 <s@mail.example>\n件名: コードの件\n\n届きましたか。"
    )
  ],
  [
    v("コードが届きません。\n\n"),
    c("以上、よろしくお願い申し上げます。\n\n"),
    s(
      "==============================\n株式会社さくら商事\n総務部　佐藤 花子\nTEL: 03-0000-0000\nE-mail: s@sakura.example\n=============================="
    )
  ],
  [v("コードが届きません。\n\n"), c("お手数ですがよろしくお願いします。\n佐藤花子\n\n"), s("スマートフォンから送信")],
  [
    v("これは御社のメールですか。\n\n"),
    c("佐藤\n\n"),
    q(
      "転送されたメッセージ:\n\n差出人: サンプル店 <a@shop.example>\n件名: お支払い\n日付: 2026年3月3日 10:12:00 JST\n宛先: s@mail.example\n\n払ってください。"
    )
  ],
  [v("届きました。ありがとうございます。\n\n"), c("佐藤\n\n"), s("-- \n佐藤 花子 <s@mail.example>")],
  [
    v("Mサイズでお願いします。\n\n"),
    c("敬具\n\n"),
    s("*********************\nさくら商事　佐藤\nhttps://sakura.example\n*********************\n\n"),
    v("追伸：色は青でお願いします。")
  ],
  [
    v("届きました。\n\n"),
    c("ありがとうございました。\n佐藤\n\n"),
    q("## この行より上に返信を入力してください ##\n\nお問い合わせ 4411 が更新されました。")
  ],
  [
    s("【社外メール】このメールは社外から送信されています。リンクにご注意ください。\n\n"),
    v("届きました。\n\n"),
    c("佐藤")
  ],
  [
    v("コードが届きません。\n\n"),
    c("よろしくお願いいたします。\n\n"),
    s(
      "株式会社さくら商事　佐藤\n\n本メールは機密情報を含む場合があります。誤って受信された場合は、削除のうえご連絡ください。"
    )
  ],
  [
    q("2026年3月3日(火) 10:12 サンプル店 <a@shop.example>:\n\n> サイズはどうしますか。\n\n"),
    v("Mでお願いします。\n\n"),
    c("佐藤")
  ],
  [q("サンプル店さんは書きました:\n> サイズはどうしますか。\n\n"), v("Mでお願いします。急いでいます。")],
  [
    v("届きました。\n\n"),
    q(
      "----- 元のメッセージ -----\n差出人: サンプル店 <a@shop.example>\n宛先: s@mail.example\n送信日時: 2026/3/3 10:12\n件名: コード\n\n届きましたか。"
    )
  ]
]

test.each(MAILS.map((mail) => ({ mail, name: whole(mail).slice(0, 80) })))("taken apart: $name", ({ mail }) =>
  expectParts(mailParts(whole(mail)), mail)
)
