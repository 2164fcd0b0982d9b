import { test } from "vitest"
import { mailParts } from "../../../src/text/mail/mail-parts.ts"
import { c, expectParts, s, type Stretch, v, whole } from "./stretches.ts"

const BODY = "Hello,\n\nthe lamp is still broken, what should I do now?\n\n"
const CLOSINGS = [
  "Keep rocking\nSam",
  "Over and out,\nSam",
  "Warmest from Cornwall,\nSam",
  "Adieu\nRené",
  "Mit sonnigen Grüßen aus dem Allgäu,\nVroni",
  "Bis die Tage\nKalle",
  "Merci vielmal\nReto",
  "Lieben Gruß zurück\nMia",
  "A la prochaine\nZoé",
  "Je compte sur vous,\nZoé",
  "Nos vemos\nLalo",
  "Fico à espera,\nRui",
  "Um bem haja\nRui",
  "Tamo junto\nBia",
  "では、また\n原",
  "取り急ぎご連絡まで。\n原",
  "ご返信お待ちしております。\n原",
  "失礼します。\n原",
  "以上、取り急ぎお願いまで。\n原",
  "以上\n原",
  "ご対応お願いします。\n原",
  "お返事お待ちしています。\n原 美咲",
  "よろしくです！\n原",
  "Best\nFrau K. Öztürk",
  "Grüße\nIhr Ole",
  "Liebe Grüße\nEure Marlies",
  "Liebe Grüße\ndeine Lena",
  "lg\nole h.",
  "~ Sam",
  "– Sam",
  "Cheers,\nSam :)",
  "Regards\nSP",
  "Grüße,\nFam. Demir",
  "LG\nAnna + Tim",
  "Viele Grüße\nAnna und Tim Berg",
  "Saludos\nMaría José de la Fuente",
  "Cordialement,\nM. et Mme d'Artagnan",
  "Best regards,\nMr. S. O'Neill-Byrne",
  "Cordialement,\nJean-Loup",
  "Thanks\n\nSam\n",
  "thanks in advance\nsam",
  "Thank you kindly,\nMrs. A. Pettigrew",
  "Sincerely yours,\nPriya",
  "With best regards,\nWei Zhang",
  "Warm wishes from a rainy Leeds,\nSam",
  "Thanks a bunch!\nSam x",
  "Herzlichst\nIhre Mia Wolff",
  "Mit den besten Wünschen\nMia Wolff",
  "Danke im Voraus!\nMia",
  "Ich danke Ihnen im Voraus,\nMia Wolff",
  "Mit freundlichen Grüßen\n\nMia Wolff",
  "Einen schönen Tag noch!\nMia",
  "Ciao ciao\nMia",
  "Bon courage et merci\nZoé",
  "Avec mes remerciements,\nZoé Lambert",
  "Bien sincèrement,\nZoé",
  "Respectueuses salutations\nZoé Lambert",
  "Merci pour tout.\nZoé",
  "Très cordialement\nZoé Lambert",
  "Bonne réception,\nZoé",
  "Saludos desde Lima\nLalo",
  "Agradezco su ayuda,\nLalo Ramos",
  "Gracias y quedo atento.\nLalo",
  "Atte.,\nLalo Ramos",
  "Feliz día,\nLalo",
  "Cordial saludo,\nLalo Ramos",
  "Un abrazo fuerte,\nLalo",
  "Besos,\nPili",
  "Que tengan buen día.\nLalo",
  "Abraços e obrigado\nRui",
  "Desde já agradeço,\nRui Paz",
  "Cordialmente,\nRui",
  "Com estima,\nRui Paz",
  "Obg,\nRui",
  "Bom fim de semana\nRui",
  "Melhores cumprimentos\nRui Paz",
  "Aguardo resposta.\nRui",
  "Sem mais,\nRui Paz",
  "Forte abraço\nRui",
  "Até breve!\nRui"
]
const BLOCKS = [
  "Sam Pugh\nDirector\nPugh & Daughters Ltd",
  "Sam Pugh\n07700 900321",
  "Sam Pugh | Pugh & Daughters Ltd | Cardiff"
]

const MAILS: Stretch[][] = [
  // This is an answer in two words, not a farewell.
  [v("Hallo,\n\nja, gern!\n"), c("Mia")],
  ...CLOSINGS.map((t): Stretch[] => [v(BODY), c(t)]),
  ...[
    "Warmly from Wales,",
    "Over and out,",
    "Bis die Tage,",
    "A la prochaine,",
    "Nos vemos,",
    "Um bem haja,",
    "Herzlichst",
    "Kind regards",
    "Viele Grüße",
    "Cordialement",
    "Saludos",
    "Abraços",
    "Many thanks",
    "Danke",
    "Merci"
  ].flatMap((f) => BLOCKS.map((b): Stretch[] => [v(BODY), c(f + "\n\n"), s(b)])),
  ...["Kind regards", "Viele Grüße", "Cordialement", "Saludos", "Abraços", "Many thanks"].flatMap((f) =>
    BLOCKS.map((b): Stretch[] => [v(BODY), c(f + "\n"), s(b)])
  )
]

test.each(MAILS.map((mail) => ({ mail, name: whole(mail).slice(BODY.length) })))(
  "a farewell and who says it: $name",
  ({ mail }) => expectParts(mailParts(whole(mail)), mail)
)
