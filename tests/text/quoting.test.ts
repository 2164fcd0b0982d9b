import { expect, test } from "vitest"
import { visibleReply, withoutBefore } from "../../src/text/quoting.ts"

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
  ["________________________________\nVon: Example Shop\nGesendet: Montag, 2. November 2026 10:12\nAn: Anna\nBetreff: AW: Paket"],
  ["De : Example Shop\nEnvoyé : lundi 2 novembre 2026\nÀ : Anna\nObjet : RE: Colis"],
  ["## Please reply above this line ##"]
])("Outlook's and helpdesks' blocks: %s", (block) => {
  expect(visibleReply(`It is still broken.\n\n${block}\n\nOlder text.`)).toMatchObject({ visible: "It is still broken.", signature: "" })
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
  ["a forwarded message is what the customer shows", "See below.\n\n---------- Forwarded message ----------\nFrom: Courier\nDate: Monday\n\nYour parcel was lost."]
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
  expect(withoutBefore(`${draft}\n${before}`, before)).toBe(draft)
  expect(withoutBefore(`Dear Anna,\n\nit comes on Monday.\n\nKind regards\n\n-- \nBen\nExample Shop`, before)).toBe("Dear Anna,\n\nit comes on Monday.\n\nKind regards")
  expect(withoutBefore(draft, "")).toBe(draft)
  expect(withoutBefore(`My own note.\n\n${draft}`, "My own note.")).toBe(draft)
})

test("a quote that the helpdesk adds while sending is not the draft's either", () => {
  expect(withoutBefore("It comes on Friday.\n\nOn Mon, 2 Nov 2026, Anna wrote:\n> Where is it?", "")).toBe("It comes on Friday.")
})

test("100,000 characters", () => {
  const began = performance.now()
  for (const line of ["> quoted\n", "\n", "On Mon, a wrote\n", "-- \n", "_____\n", "From: a\n", "a", " ", "On ", "Thanks\n", "> \n_____\n"]) {
    const text = line.repeat(Math.ceil(100_000 / line.length))
    visibleReply(text)
    withoutBefore(text, text)
  }
  expect(performance.now() - began).toBeLessThan(15_000)
})
