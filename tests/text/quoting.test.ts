import { expect, test } from "vitest"
import { visibleReply } from "../../src/text/mail/mail-parts.ts"
import { withoutPriorText } from "../../src/text/mail/without-prior-text.ts"
import { threadClock } from "../slowness.ts"

test.each([
  ["English", "On Mon, 2 Nov 2026 at 10:12, Example Shop <help@shop.example> wrote:"],
  ["English, wrapped", "On Mon, 2 Nov 2026 at 10:12, Example Shop\n<help@shop.example>\nwrote:"],
  ["German", "Am Mo., 2. Nov. 2026 um 10:12 Uhr schrieb Example Shop <help@shop.example>:"],
  ["German, RT", "Am 02.11.2026 um 10:12 schrieb Anna Berg:"],
  ["French", "Le lun. 2 nov. 2026 à 10:12, Example Shop <help@shop.example> a écrit :"],
  ["Spanish", "El lun, 2 nov 2026 a las 10:12, Example Shop (<help@shop.example>) escribió:"],
  ["Portuguese", "Em seg., 2 de nov. de 2026 às 10:12, Example Shop <help@shop.example> escreveu:"],
  ["Japanese", "2026年11月2日(月) 10:12 Example Shop <help@shop.example>:"]
])("what a mail program quotes: %s", (_name, header) => {
  const marked = visibleReply(`Thank you, it works now.\n\n${header}\n> Please try again.\n> \n> Ben\n`)
  expect(marked.visible).toBe("Thank you, it works now.")
  expect(marked.quoted).toContain("Please try again.")
  const unmarked = visibleReply(`Thank you, it works now.\n\n${header}\n\nPlease try again.\n\nBen\n`)
  expect(unmarked.visible).toBe("Thank you, it works now.")
  expect(unmarked.quoted).toContain("Ben")
})

test.each([
  ["-----Original Message-----\nFrom: Ben"],
  ["-----Ursprüngliche Nachricht-----\nVon: Ben"],
  ["From: Example Shop <help@shop.example>\nSent: Monday, 2 November 2026 10:12\nTo: Anna\nSubject: Re: Parcel"],
  [
    "________________________________\nVon: Example Shop\nGesendet: Montag, 2. November 2026 10:12\nAn: Anna\nBetreff: AW: Paket"
  ],
  ["De : Example Shop\nEnvoyé : lundi 2 novembre 2026\nÀ : Anna\nObjet : RE: Colis"],
  ["## Please reply above this line ##"]
])("Outlook's and helpdesks' blocks: %s", (block) => {
  expect(visibleReply(`It is still broken.\n\n${block}\n\nOlder text.`)).toMatchObject({
    visible: "It is still broken.",
    signature: ""
  })
})

test.each([
  ["delimiter", "-- \nAnna Berg\nBerg GmbH"],
  ["closing and name", "Kind regards,\nAnna Berg\n+49 30 1234567"],
  ["German", "Mit freundlichen Grüßen\n\nAnna Berg\nBerg GmbH"],
  ["French", "Cordialement,\nAnna"],
  ["Spanish", "Un saludo,\nAnna"],
  ["Portuguese", "Atenciosamente,\nAnna"],
  ["Japanese", "よろしくお願いいたします。\n田中"],
  ["phone", "Sent from my iPhone"],
  ["phone, German", "Von meinem iPhone gesendet"],
  ["closing, name and phone", "Thanks!\nAnna\n\nSent from my iPhone"]
])("a signature: %s", (_name, signature) => {
  const parts = visibleReply(`My parcel is late.\nWhere is it?\n\n${signature}\n`)
  expect(parts).toEqual({ visible: "My parcel is late.\nWhere is it?", quoted: "", signature })
})

test.each([
  ["a closing's words in a sentence", "Thanks for the quick answer, but it still fails."],
  ["only thanks", "Thank you!"],
  ["dashes in the middle", "It broke -- again. I tried:\n- turning it off\n- turning it on"],
  ["On at the start of a sentence", "On your page it says that I wrote:\n\n  hello"],
  ["a thought after thanks", "Thanks\nBut can you also tell me when the other parcel will come?"],
  ["From in a sentence", "From: where do I get this?\nI can't find it."],
  ["a phone in a sentence", "Sent from my desk, is much easier than my mobile phone."],
  [
    "a forwarded message is what the customer shows",
    "See below.\n\n---------- Forwarded message ----------\nFrom: Courier\nDate: Monday\n\nYour parcel was lost."
  ]
])("nothing is taken off: %s", (_name, text) => {
  expect(visibleReply(text).visible).toBe(text)
})

test("a quote answered line by line stays", () => {
  const text = "> Which size?\nLarge.\n> Which colour?\nBlue."
  expect(visibleReply(text).visible).toBe(text)
})

test("what stood in the editor before Insert is not the draft's", () => {
  const before = "\n\n-- \nBen\nExample Shop\n\nOn Mon, Anna wrote:\n> Where is it?"
  const draft = "Hi Anna,\n\nit comes on Friday.\n\nKind regards"
  expect(withoutPriorText(`${draft}\n${before}`, before, draft)).toBe(draft)
  expect(
    withoutPriorText(`Dear Anna,\n\nit comes on Monday.\n\nKind regards\n\n-- \nBen\nExample Shop`, before, draft)
  ).toBe("Dear Anna,\n\nit comes on Monday.\n\nKind regards")
  expect(withoutPriorText(draft, "", draft)).toBe(draft)
  expect(withoutPriorText(`My own note.\n\n${draft}`, "My own note.", draft)).toBe(draft)
})

test("a quote that the helpdesk adds while sending is not the draft's either", () => {
  expect(withoutPriorText("It comes on Friday.\n\nOn Mon, 2 Nov 2026, Anna wrote:\n> Where is it?", "", "")).toBe(
    "It comes on Friday."
  )
})

const LETTER = "Hi Anna,\n\nit comes on Friday.\n\nKind regards\nTom Baker"
const ADDED = "-- \nTom Baker\nExample Shop\n1 Main Street\nwww.shop.example"
const QUOTE = "On Mon, 2 Nov 2026, Anna wrote:\n> Where is it?"

test.each([
  ["by itself", `${LETTER}\n\n${ADDED}`],
  ["behind a long dash", `${LETTER}\n\n—\nTom Baker\nExample Shop`],
  ["with a slogan", `${LETTER}\n\n${ADDED}\nWe love parcels.`],
  ["with a legal note behind a rule", `${LETTER}\n\n${ADDED}\n____\nThis message is confidential.`],
  ["above a quote", `${LETTER}\n\n${ADDED}\n\n${QUOTE}`],
  ["below a quote", `${LETTER}\n\n${QUOTE}\n\n${ADDED}`],
  ["above an unmarked quote", `${LETTER}\n\n${ADDED}\n\nOn Mon, 2 Nov 2026, Anna wrote:\n\nWhere is it?`],
  ["a phone's", `${LETTER}\n\nSent from my iPhone`],
  ["nothing but its line", `${LETTER}\n\n-- `]
])("a signature that the helpdesk adds while sending is not the draft's: %s", (_name, sent) => {
  expect(withoutPriorText(sent, "", LETTER)).toBe(LETTER)
  expect(withoutPriorText(sent, "", "")).toBe(LETTER)
  expect(withoutPriorText(sent, "", "Hello,\n\nsomething else was drafted about Example Shop's parcels.")).toBe(LETTER)
})

test.each([
  ["the agent's closing and name", LETTER],
  ["more of a card below the closing", `${LETTER}\nExample Shop`],
  ["a name behind a dash", "It comes on Friday.\n\n- Tom Baker"],
  ["a line in the middle, much below it", `Two ways.\n\n--\n\n${"This is a step of it.\n".repeat(15)}`.trimEnd()],
  ["where it was sent from, in the text", "Sent from our warehouse in Kiel\nIt comes on Friday."]
])("what is the agent's own stays: %s", (_name, sent) => {
  for (const draft of ["", LETTER]) expect(withoutPriorText(sent, "", draft)).toBe(sent)
})

test("lines in the draft itself part nothing off, a signature below them is still found", () => {
  const draft = "Hi Anna,\n\n--\nOption one: we send it again.\n--\nOption two: you get the money back."
  const changed = draft.replace(
    "you get the money back",
    "we repay all of it to your account within three working days"
  )
  for (const sent of [draft, changed]) {
    expect(withoutPriorText(sent, "", draft)).toBe(sent)
    expect(withoutPriorText(`${sent}\n\n${ADDED}`, "", draft)).toBe(sent)
  }
})

test("a line that the agent drew over a part of the reply takes that part for no signature's", () => {
  const sent = "Do this, please:\n\n--\nOpen the menu.\nPress Save.\n\nKind regards\nTom Baker"
  expect(withoutPriorText(`${sent}\n\n${ADDED}`, "", "")).toBe(sent)
})

test("a draft that the agent sent below a line of their own is no signature", () => {
  const sent = `In short: on Friday.\n--\n${LETTER.replace("it comes", "your parcel comes")}`
  expect(withoutPriorText(sent, "", LETTER)).toBe(sent)
  expect(withoutPriorText(`${sent}\n${ADDED}`, "", LETTER)).toBe(sent)
})

test("a name that stands in the signature only, as the draft's was left out, is still there to compare", () => {
  const sent = LETTER.replace("\nTom Baker", "\n\n-- \nTom Baker")
  expect(withoutPriorText(sent, "", LETTER)).toBe(sent)
})

test("a signature in the editor, and another from the helpdesk", () => {
  const before = "\n\n-- \nTom Baker"
  expect(withoutPriorText(`${LETTER}${before}\n\n${ADDED}`, before, LETTER)).toBe(LETTER)
  expect(withoutPriorText(`${LETTER}${before}\n\n${ADDED}\n\n${QUOTE}`, `${before}\n\n${QUOTE}`, LETTER)).toBe(LETTER)
})

test("what stood in the editor and was not sent takes nothing of the draft's with it", () => {
  expect(withoutPriorText(LETTER, "\n\nKind regards\nTom Baker\nExample Shop", LETTER)).toBe(LETTER)
  expect(withoutPriorText(`Hi Anna,\n${LETTER}`, "Hi Anna,", LETTER)).toBe(LETTER)
})

test("a reply that is only a signature says nothing", () => {
  for (const [before, draft] of [
    ["", LETTER],
    ["", ""],
    [ADDED, "It comes on Friday."]
  ] as const)
    expect(withoutPriorText(ADDED, before, draft)).toBe("")
  expect(withoutPriorText("Kind regards,\nTom Baker", "", "")).toBe("Kind regards,\nTom Baker")
})

test("100,000 characters", () => {
  const spent = threadClock()
  for (const line of [
    "> quoted\n",
    "\n",
    "On Mon, a wrote\n",
    "-- \n",
    "_____\n",
    "From: a\n",
    "a",
    " ",
    "On ",
    "Thanks\n",
    "> \n_____\n"
  ]) {
    const text = line.repeat(Math.ceil(100_000 / line.length))
    visibleReply(text)
    for (const draft of ["", text]) withoutPriorText(text, text, draft)
    withoutPriorText(text, "", `${line}My parcel.`)
  }
  expect(spent()).toBeLessThan(15_000)
})
