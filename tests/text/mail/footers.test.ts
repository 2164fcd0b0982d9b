import { test } from "vitest"
import { mailParts } from "../../../src/text/mail/mail-parts.ts"
import { c, expectParts, s, type Stretch, v, whole } from "./stretches.ts"

const FOOTERS = [
  "This email was checked by AVG antivirus software.\nwww.avg.com",
  "Diese E-Mail wurde von Avast-Antivirussoftware auf Viren geprüft.\nwww.avast.com",
  "L'absence de virus dans ce courrier électronique a été vérifiée par le logiciel antivirus Avast.\nwww.avast.com",
  "El software de antivirus Avast ha analizado este correo electrónico en busca de virus.\nhttps://www.avast.com/antivirus",
  "Este e-mail foi verificado em termos de vírus pelo software antivírus Avast.\nwww.avast.com",
  "このEメールはアバスト アンチウイルスによりウイルスチェックされています。\nhttps://www.avast.com/antivirus",
  "You received this bug notification because you are subscribed to the bug report.",
  'Sie erhalten diese Nachricht, weil Sie in Google Groups E-Mails der Gruppe "Nutzer" abonniert haben.\nWenn Sie sich von dieser Gruppe abmelden möchten, senden Sie eine E-Mail an nutzer+unsubscribe@groups.example.',
  'Vous recevez ce message, car vous êtes abonné au groupe Google Groupes "Outil".\nPour vous désabonner, envoyez un e-mail à outil+unsubscribe@groups.example.',
  'Has recibido este mensaje porque estás suscrito al grupo "Usuarios" de Grupos de Google.\nPara cancelar la suscripción, envía un correo a usuarios+unsubscribe@groups.example.',
  'Recebeu esta mensagem porque subscreveu ao grupo "Usuários" do Google.\nPara anular a subscrição, envie um email para usuarios+unsubscribe@groups.example.',
  "このメールは Google グループのグループ「users」に登録しているユーザーに送られています。\nこのグループから退会するには users+unsubscribe@groups.example にメールを送信してください。",
  "CONFIDENTIALITY NOTICE: The contents of this email message and any attachments are intended solely for the addressee(s) and may contain confidential\nand/or privileged information. If you are not the intended recipient, please\ndelete it at once.",
  "Please think of the planet before printing this email.",
  "P Please consider the environment before printing",
  "🌱 Bitte prüfen Sie, ob diese Mail wirklich ausgedruckt werden muss.",
  "Haftungsausschluss: Diese Nachricht ist nur für den Empfänger bestimmt. Eine unbefugte Weitergabe ist untersagt.",
  "AVIS DE CONFIDENTIALITÉ : ce courriel est destiné uniquement à la personne désignée. Si vous l'avez reçu par erreur, veuillez le supprimer.",
  "AVISO LEGAL: Este correo electrónico contiene información confidencial. Si no es usted el destinatario, bórrelo.",
  "Antes de imprimir este mensaje, asegúrese de que es necesario. El medio ambiente está en nuestra mano.",
  "AVISO: esta mensagem pode conter informação confidencial. Se não for o destinatário, elimine-a.",
  "Antes de imprimir, pense no meio ambiente.",
  "※本メールには秘密情報が含まれる場合があります。誤って受信された方は、お手数ですが削除をお願いいたします。",
  "環境保護のため、このメールの印刷はお控えください。",
  "De acuerdo con el RGPD, le informamos de que sus datos personales son tratados por Bidasoa Frío S.L. Este mensaje es confidencial.",
  "Pensez à la planète avant d'imprimer ce message.",
  "----------------------------------------\nThis communication is confidential and may be legally privileged.",
  "Registered office: 4 Mill Lane, Leeds. Registered in England and Wales No. 000000.\nThis e-mail is intended for the named recipient only."
]
const WARNINGS = [
  "[External Sender]",
  "EXTERNAL: Do not click links or open attachments unless you know the sender.",
  "WARNING: This message was sent from outside the company.",
  "This message originated outside of your organization.",
  "⚠ External email",
  "You don't often get email from dana@mail.example. Learn why this is important",
  "[EXTERN]",
  "Vorsicht: Diese Nachricht stammt von außerhalb der Organisation.",
  "Externe E-Mail: Vorsicht bei Links und Anhängen.",
  "Warnung: externer Absender",
  "[EXTERNE]",
  "MESSAGE EXTERNE : soyez prudent avec les liens.",
  "Attention, ce message provient d'un expéditeur externe.",
  "[CORREO EXTERNO]",
  "PRECAUCIÓN: este mensaje procede de un remitente externo.",
  "Este mensaje se ha enviado desde fuera de la organización.",
  "[E-MAIL EXTERNO]",
  "CUIDADO: este e-mail veio de fora da empresa. Não clique em links.",
  "Esta mensagem foi enviada por um remetente externo.",
  "[社外メール]",
  "※社外からのメールです。添付ファイルにご注意ください。",
  "注意：このメールは組織の外部から送信されました。",
  "【外部メール】"
]
const CLOSINGS = [
  "よろしくお願いいたします。佐藤",
  "ありがとうございました。田中　一郎",
  "返信お待ちしてます。\n佐藤",
  "以上、ご確認をお願いいたします。\n佐藤",
  "引き続きどうぞよろしくお願いいたします。\n佐藤",
  "それでは失礼いたします。\n佐藤",
  "お忙しいところ恐れ入りますが、よろしくお願いいたします。\n佐藤",
  "お手数をおかけしますがご対応のほどよろしくお願いいたします。\n佐藤 花子",
  "ご検討のほど、何卒よろしくお願い申し上げます。\n佐藤",
  "よろしくおねがいします\nさとう",
  "宜しくお願い致します。\n\n佐藤",
  "かしこ\n佐藤",
  "早々\n佐藤",
  "お願いいたします。\n佐藤",
  "どうかよろしくお願いします…\n佐藤",
  "ご連絡お待ちしております。\nよろしくお願いいたします。\n佐藤",
  "では、よろしくお願いします(^^)\n佐藤",
  "どうもありがとうございました！\n佐藤"
]

const MAILS: Stretch[][] = [
  ...FOOTERS.flatMap((f): Stretch[][] => [
    [v("The lamp is still broken, what should I do now?\n\n"), c("Regards\nDana\n\n"), s(f)],
    [
      v("The lamp is still broken, what should I do now?\n\n"),
      c("Regards\n\n"),
      s("Dana Okoro\nFieldmouse Ltd\nT 01632 960111\n\n" + f)
    ]
  ]),
  ...FOOTERS.map((f): Stretch[] => [v("The lamp is still broken, what should I do now?\n\n"), s(f)]),
  ...WARNINGS.map((w): Stretch[] => [
    s(w + "\n\n"),
    v("The lamp is still broken, what should I do now?\n\n"),
    c("Regards\nDana")
  ]),
  ...WARNINGS.map((w): Stretch[] => [
    s(w + "\n"),
    v("The lamp is still broken, what should I do now?\n\n"),
    c("Regards\nDana")
  ]).filter((_, i) => [0, 1, 3, 6, 10, 13, 16, 19].includes(i)),
  ...CLOSINGS.map((t): Stretch[] => [
    v("お世話になっております。\n\nランプがまだ点滅しています。\nどうすればよいでしょうか。\n\n"),
    c(t)
  ]),
  // People write such sentences about these subjects.
  [v("Your privacy notice says the data is confidential. Who may read it?\n\n"), c("Dana")],
  [v("I want to unsubscribe from your newsletter. The link in it is dead.")],
  [v("My scanner finds a virus in your installer. Is it safe?")],
  [v("Please consider the environment and send it in one box.")],
  [v("This message is about my order 4411. I got it by mistake, it is not mine. Shall I send it back?")],
  [v("Attention: my address has changed, the new one is outside the city.\n\n12 Dock Street")],
  [v("Cette facture est confidentielle et m'a été envoyée par erreur. Je l'ai supprimée.\n\n"), c("Zoé")],
  [v("Bitte löschen Sie mein Konto und informieren Sie mich, wenn es vernichtet ist.\n\n"), c("Ole")],
  [v("Please print the label for me, I have no printer before Friday.\n\n"), c("Dana")]
]

test.each(MAILS.map((mail) => ({ mail, name: whole(mail).slice(0, 200) })))("taken apart: $name", ({ mail }) =>
  expectParts(mailParts(whole(mail)), mail)
)
