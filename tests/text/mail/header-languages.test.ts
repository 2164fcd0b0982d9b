import { expect, test } from "vitest"
import { mailParts, visibleReply } from "../../../src/text/mail/mail-parts.ts"

/** Lines that web mail and phones put above a quote, by language. */
const ATTRIBUTIONS: Record<string, string[]> = {
  pl: [
    "wt., 3 mar 2026 o 10:12 Shop <a@shop.example> napisał(a):",
    "W dniu 3.03.2026 o 10:12, Shop pisze:",
    "Dnia 3 marca 2026 10:12 Shop <a@shop.example> napisał(a):"
  ],
  da: [
    "Den tirs. 3. mar. 2026 kl. 10.12 skrev Shop <a@shop.example>:",
    "Den 03-03-2026 kl. 10:12 skrev Shop:",
    "Den 3. mar. 2026 kl. 10.12 skrev Shop (a@shop.example):"
  ],
  no: ["tir. 3. mars 2026 kl. 10:12 skrev Shop <a@shop.example>:", "Den 03.03.2026 10:12, skrev Shop:"],
  sv: ["Den tis 3 mars 2026 kl 10:12 skrev Shop <a@shop.example>:", "Den 2026-03-03 kl. 10:12, skrev Shop:"],
  fi: ["ti 3. maalisk. 2026 klo 10.12 Shop (a@shop.example) kirjoitti:", "Shop kirjoitti 3.3.2026 klo 10:12:"],
  cs: [
    "út 3. 3. 2026 v 10:12 odesílatel Shop <a@shop.example> napsal:",
    "Dne 03. 03. 26 v 10:12 Shop <a@shop.example> napsal(a):"
  ],
  sk: ["ut 3. 3. 2026 o 10:12 Shop <a@shop.example> napísal(a):", "Dňa 3. 3. 2026 o 10:12 Shop napísal:"],
  hu: [
    "Shop <a@shop.example> ezt írta (időpont: 2026. márc. 3., K, 10:12):",
    "2026. 03. 03. 10:12 keltezéssel, Shop írta:"
  ],
  ro: ["În mar., 3 mar. 2026 la 10:12, Shop <a@shop.example> a scris:", "Pe 03.03.2026 10:12, Shop a scris:"],
  ru: [
    "вт, 3 мар. 2026 г. в 10:12, Shop <a@shop.example>:",
    "03.03.2026 10:12, Shop пишет:",
    "3 марта 2026 г., в 10:12, Магазин <a@shop.example> написал(а):",
    "Вторник, 3 марта 2026, 10:12 +03:00 от Магазин <a@shop.example>:"
  ],
  uk: ["вт, 3 бер. 2026 р. о 10:12 Shop <a@shop.example> пише:", "03.03.26 10:12, Shop пише:"],
  bg: ["На вт, 3.03.2026 г. в 10:12 ч. Shop <a@shop.example> написа:"],
  tr: ["Shop <a@shop.example>, 3 Mar 2026 Sal, 10:12 tarihinde şunu yazdı:", "03.03.2026 10:12 tarihinde Shop yazdı:"],
  el: [
    "Στις Τρί 3 Μαρ 2026 στις 10:12 π.μ., ο χρήστης Shop <a@shop.example> έγραψε:",
    "Στις 3/3/2026 10:12, Shop έγραψε:"
  ],
  zh: [
    "Shop <a@shop.example> 于2026年3月3日周二 10:12写道：",
    "Shop 于 2026年3月3日 10:12 写道：",
    "在 2026年3月3日，10:12，Shop <a@shop.example> 写道：",
    "Shop <a@shop.example> 於 2026年3月3日 週二 上午10:12寫道："
  ],
  ko: [
    "2026년 3월 3일 (화) 오전 10:12, Shop <a@shop.example>님이 작성:",
    "2026. 3. 3. 10:12, Shop <a@shop.example> 작성:"
  ],
  ar: [
    "في ثلاثاء، 3 مارس 2026 في 10:12 ص تمت كتابة ما يلي بواسطة Shop <a@shop.example>:",
    "في الثلاثاء، ٣ مارس ٢٠٢٦ في ١٠:١٢ ص كتب Shop <a@shop.example>:"
  ],
  he: ["\u202bבתאריך יום ג׳, 3 במרץ 2026 ב-10:12 מאת \u202aShop\u202c\u200f <\u202aa@shop.example\u202c\u200f>:\u202c"],
  hr: ["uto, 3. ožu 2026. u 10:12 Shop <a@shop.example> napisao je:", "Dana 03.03.2026. u 10:12, Shop je napisao:"],
  vi: ["Vào Th 3, 3 thg 3, 2026 vào lúc 10:12 Shop <a@shop.example> đã viết:"],
  nl: ["Op dinsdag 3 maart 2026 om 10:12 schreef Shop <a@shop.example>:"],
  lv: ["otrd., 2026. g. 3. marts, plkst. 10:12 — lietotājs Shop (<a@shop.example>) rakstīja:"],
  et: ["Kuupäev T, 3. märts 2026 kell 10:12 kirjutas Shop <a@shop.example>:"],
  id: ["Pada tanggal Sel, 3 Mar 2026 pukul 10.12 Shop <a@shop.example> menulis:"],
  th: ["ในวันที่ อ. 3 มี.ค. 2026 เวลา 10:12 Shop <a@shop.example> เขียนว่า:"],
  ca: ["Missatge de Shop <a@shop.example> del dia dt., 3 de març 2026 a les 10:12:"],
  fa: ["در تاریخ سه‌شنبه ۳ مارس ۲۰۲۶،‏ ۱۰:۱۲ Shop <a@shop.example> نوشت:"],
  hi: ["मंगल, 3 मार्च 2026 को 10:12 am बजे को Shop <a@shop.example> ने लिखा:"],
  // Languages without a list, by the form alone.
  mt: ["Fit-Tli, 3 ta' Mar 2026 fil-10:12, Shop <a@shop.example> kiteb:"],
  cy: ["Ar Maw, 3 Maw 2026 am 10:12 ysgrifennodd Shop <a@shop.example>:"],
  it: ["In data 3 marzo 2026 10:12:05 Shop <a@shop.example> ha scritto:"]
}

/** Heads that Outlook and similar programs put above an unmarked mail, by language. */
const HEADS: Record<string, string[]> = {
  pl: ["Od: Shop <a@shop.example>\nWysłano: wtorek, 3 marca 2026 10:12\nDo: Dana\nTemat: Lampa"],
  da: ["Fra: Shop <a@shop.example>\nSendt: 3. marts 2026 10:12\nTil: Dana\nEmne: Lampe"],
  no: ["Fra: Shop\nSendt: tirsdag 3. mars 2026 10:12\nTil: Dana\nEmne: Lampe"],
  sv: ["Från: Shop <a@shop.example>\nSkickat: den 3 mars 2026 10:12\nTill: Dana\nÄmne: Lampa"],
  fi: [
    "Lähettäjä: Shop <a@shop.example>\nLähetetty: tiistai 3. maaliskuuta 2026 10.12\nVastaanottaja: Dana\nAihe: Lamppu"
  ],
  cs: ["Od: Shop <a@shop.example>\nOdesláno: úterý 3. března 2026 10:12\nKomu: Dana\nPředmět: Lampa"],
  sk: ["Od: Shop <a@shop.example>\nOdoslané: utorok 3. marca 2026 10:12\nKomu: Dana\nPredmet: Lampa"],
  hu: ["Feladó: Shop <a@shop.example>\nElküldve: 2026. március 3., kedd 10:12\nCímzett: Dana\nTárgy: Lámpa"],
  ro: ["De la: Shop <a@shop.example>\nTrimis: marți, 3 martie 2026 10:12\nCătre: Dana\nSubiect: Lampă"],
  ru: [
    "От: Shop <a@shop.example>\nОтправлено: вторник, 3 марта 2026 г. 10:12\nКому: Dana\nТема: Лампа",
    "-------- Исходное сообщение --------\nОт: Shop\nДата: 03.03.2026"
  ],
  uk: ["Від: Shop <a@shop.example>\nНадіслано: вівторок, 3 березня 2026 р. 10:12\nКому: Dana\nТема: Лампа"],
  tr: ["Kimden: Shop <a@shop.example>\nGönderildi: 3 Mart 2026 Salı 10:12\nKime: Dana\nKonu: Lamba"],
  el: ["Από: Shop <a@shop.example>\nΣτάλθηκε: Τρίτη, 3 Μαρτίου 2026 10:12\nΠρος: Dana\nΘέμα: Λάμπα"],
  zh: [
    "发件人: Shop <a@shop.example>\n发送时间: 2026年3月3日 10:12\n收件人: Dana\n主题: 灯",
    "寄件者: Shop <a@shop.example>\n寄件日期: 2026年3月3日 上午 10:12\n收件者: Dana\n主旨: 燈",
    "------------------ 原始邮件 ------------------\n发件人: Shop\n发送时间: 2026年3月3日\n收件人: Dana",
    "---- 回复的原邮件 ----\n| 发件人 | Shop<a@shop.example> |\n| 日期 | 2026年03月03日 10:12 |\n| 收件人 | Dana |\n| 主题 | 灯 |"
  ],
  ko: ["보낸 사람: Shop <a@shop.example>\n보낸 날짜: 2026년 3월 3일 화요일 오전 10:12\n받는 사람: Dana\n제목: 램프"],
  ar: ["من: Shop <a@shop.example>\nتم الإرسال: الثلاثاء، 3 مارس، 2026 10:12\nإلى: Dana\nالموضوع: مصباح"],
  he: ["מאת: Shop <a@shop.example>\nנשלח: יום שלישי 3 מרץ 2026 10:12\nאל: Dana\nנושא: מנורה"],
  it: ["Da: Shop <a@shop.example>\nInviato: martedì 3 marzo 2026 10:12\nA: Dana\nOggetto: Lampada"],
  lt: ["Nuo: Shop <a@shop.example>\nIšsiųsta: 2026 m. kovo 3 d. 10:12\nKam: Dana\nTema: Lempa"],
  lv: ["No: Shop <a@shop.example>\nNosūtīts: 2026. gada 3. marts 10:12\nKam: Dana\nTemats: Lampa"],
  et: ["Saatja: Shop <a@shop.example>\nSaadetud: 3. märts 2026 10:12\nAdressaat: Dana\nTeema: Lamp"],
  th: ["จาก: Shop <a@shop.example>\nส่ง: 3 มีนาคม 2026 10:12\nถึง: Dana\nเรื่อง: โคมไฟ"],
  id: ["Dari: Shop <a@shop.example>\nDikirim: 3 Maret 2026 10:12\nKepada: Dana\nPerihal: Lampu"],
  ca: ["De: Shop <a@shop.example>\nEnviat: dimarts, 3 de març de 2026 10:12\nPer a: Dana\nTema: Làmpada"],
  sr: ["Од: Shop <a@shop.example>\nПослато: 3. март 2026. 10:12\nЗа: Dana\nНаслов: Лампа"],
  en: [
    "---- Replied Message ----\n| From | Shop<a@shop.example> |\n| Date | 03/03/2026 10:12 |\n| To | Dana |\n| Subject | Lamp |",
    "--- Replied message ---\nFrom: Shop\nDate: 3 March 2026\nSubject: Lamp"
  ],
  // Words that no list has between two rules, above fields that one has.
  sl: ["----- Izvorno sporočilo -----\nOd: Shop\nDatum: 3. 3. 2026"]
}

const OWN = "Lampu 4410 ...\n\nDana"
const rows = (by: Record<string, string[]>) =>
  Object.entries(by).flatMap(([language, texts]) => texts.map((text) => [language, text] as const))

test.each(rows(ATTRIBUTIONS))("a quote below a header in %s is told from the reply: %s", (_language, header) => {
  const marked = mailParts(`${OWN}\n\n${header}\n> Earlier words\n> of the shop`)
  expect(marked.quoted).toBe(`${header}\n> Earlier words\n> of the shop`)
  const unmarked = mailParts(`${OWN}\n\n${header}\n\nEarlier words of the shop`)
  expect(unmarked.quoted).toBe(`${header}\n\nEarlier words of the shop`)
})

test.each(rows(HEADS))("an earlier mail below its head in %s is told from the reply: %s", (_language, head) => {
  expect(mailParts(`${OWN}\n\n${head}\n\nEarlier words of the shop`).quoted).toBe(
    `${head}\n\nEarlier words of the shop`
  )
})

test.each([
  ["pl", "Dnia 3 marca 2026 o 10:12 Państwa kolega napisał:"],
  ["ru", "3 марта 2026 в 10:12 мне ваш коллега написал:"],
  ["cs", "Dne 3. 3. 2026 v 10:12 mi váš kolega napsal:"],
  ["tr", "3 Mart 2026 10:12 bana bir arkadaşınız şunu yazdı:"],
  ["zh", "2026年3月3日 10:12 你们的同事写道："]
])("a sentence in %s on what a colleague wrote stays in the reply: %s", (_language, sentence) => {
  const text = `Dobry dzień.\n${sentence}\nthe lamp comes on Friday. It did not.`
  expect(mailParts(text).quoted).toBe("")
})

test.each([
  "##- Please type your reply above this line -##",
  "----- Bitte antworten Sie oberhalb dieser Linie -----",
  "=== Prosimy odpowiedzieć powyżej tej linii ===",
  "---- Пожалуйста, напишите ответ выше этой линии ----",
  "## Svar venligst over denne linje ##",
  "----- 请在此线上方回复 -----"
])("a reply typed below %s is read when nothing stands above it", (marker) => {
  const text = `${marker}\n\nIt still flickers, number 4410.\n\nOn 3 Mar 2026 10:12, Shop <a@shop.example> wrote:\n> Please send the number.`
  expect(visibleReply(text).visible).toBe("It still flickers, number 4410.")
})

test("a reply typed between marked lines below a header is read", () => {
  const text =
    "On 3 Mar 2026 10:12, Shop <a@shop.example> wrote:\n\nIt is number 4410.\n\n> Please send the number.\n> Shop"
  expect(visibleReply(text).visible).toBe("It is number 4410.")
})

test("a mail that is nothing but a quote stays a quote", () => {
  const text = "On 3 Mar 2026 10:12, Shop <a@shop.example> wrote:\n\nPlease send the number.\n\nShop"
  expect(mailParts(text).visible).toBe("")
  expect(mailParts("On 3 Mar 2026 10:12, Shop <a@shop.example> wrote:\n> Please send it.").visible).toBe("")
})

test("a place to answer ends the reply above it", () => {
  const text = "It still flickers.\n\n##- Please type your reply above this line -##\n\nYour request has been updated."
  expect(visibleReply(text)).toMatchObject({ visible: "It still flickers." })
})

test.each([
  "Please return the lamp above and respond.",
  "Bitte schreiben Sie mir, wenn die Lampe über dem Tisch nicht passt."
])("a request of a customer is no place to answer: %s", (sentence) => {
  expect(mailParts(`Hello,\n${sentence}\nIt is broken.`).quoted).toBe("")
})

test.each([
  "Do not write below this line",
  "To reply, please write above this line",
  "[Add your reply above this line]",
  "- Responda acima desta linha -",
  "--- Vänligen svara ovanför denna rad ---",
  "-- Lütfen yanıtınızı bu satırın üzerine yazın --"
])("%s: what stands below is the earlier mail", (marker) => {
  expect(mailParts(`${OWN}\n\n${marker}\n\nEarlier words of the shop`).quoted).toBe(
    `${marker}\n\nEarlier words of the shop`
  )
})

test("a sentence with an address and a moment is no header", () => {
  const own =
    "On 3 March 2026 at 10:12 I wrote to your colleague Mara <m@shop.example> and she promised this:\na new lamp."
  expect(mailParts(own).visible).toBe(own)
})
