import { expect, test } from "vitest"
import { mailParts } from "../../../src/text/mail/mail-parts.ts"
import { c, expectParts, q, s, type Stretch, v, whole } from "./stretches.ts"
import { threadClock } from "../../slowness.ts"

const MAILS: Stretch[][] = [
  [
    s(
      "CAUTION: This email originated from outside of the organization. Do not click links unless you recognize the sender.\n\n"
    ),
    v("Hello,\n\nmy login fails since Monday.\n\n"),
    c("Kind regards,\nPaula")
  ],
  [s("[EXTERNAL]\n\n"), v("My login fails since Monday.\n\n"), c("Paula")],
  [s("EXTERNAL EMAIL: Think before you click.\n\n"), v("My login fails since Monday.\n\n"), c("Paula")],
  [
    v("Hello,\n\nThe parcel is here.\n\n"),
    c("Thanks for your help\nPaula\n\n"),
    s("Sent from Mail for Windows\n\n"),
    q("From: Example Shop\nSent: 03 March 2026 10:12\nTo: paula@mail.example\nSubject: Your parcel\n\nHas it arrived?")
  ],
  [
    v("I did as you said and nothing changed. Thanks for the patience so far.\n\n"),
    c("Looking forward to your reply,\nGreg Hale\n\n"),
    q("> On 3 Mar 2026, at 09:00, Shop <a@shop.example> wrote:\n> \n> Try again.")
  ],
  [
    v("See below what your colleague told me.\n\n"),
    c("Cheers\nGreg\n\n"),
    q(
      "Begin forwarded message:\n\nFrom: Shop <a@shop.example>\nSubject: Re: Lamp\nDate: 3 March 2026 at 09:00:12 GMT\nTo: Greg <g@mail.example>\n\nNo refund."
    )
  ],
  [
    v("FYI, is this from you?\n\n"),
    s("Greg Hale | Hale & Sons Ltd | 07700 900222\n\n"),
    q(
      "-------- Forwarded Message --------\nSubject: 	Your parcel\nDate: 	Tue, 3 Mar 2026 09:00:00 +0000\nFrom: 	Shop <a@shop.example>\nTo: 	greg@mail.example\n\nPay now."
    )
  ],
  [
    v("It arrived broken. Photos attached.\n\n"),
    c("Best,\nDana\n\n"),
    s("--\nDana Okoro\nHead of Operations, Fieldmouse Ltd\n+44 7700 900111\n\n"),
    v("P.S. The box itself was fine.")
  ],
  [
    v("It arrived broken.\n\n"),
    c("Best\nDana\n\n"),
    v("PS: the box was fine.\n\n"),
    q("On 3 March 2026 at 10:12, Shop <a@shop.example> wrote:\n\n> Has it arrived?")
  ],
  [
    v("Please close my account.\n\n"),
    c("Regards,\n"),
    s("Dana Okoro\nFieldmouse Ltd\n\nThis email has been scanned for viruses by ExampleScan.\nhttps://scan.example")
  ],
  [v("Please close my account.\n\n"), c("Regards,\nDana\n\n"), s("Virus-free. www.avast.com")],
  [
    v("Thanks, that worked for me too on 9.1.\n\n"),
    c("Dana\n\n"),
    s(
      "_______________________________________________\nusers mailing list -- users@lists.tool.example\nTo unsubscribe send an email to users-leave@lists.tool.example"
    )
  ],
  [
    v("That worked.\n\n"),
    s(
      '-- \nYou received this message because you are subscribed to the Google Groups "tool-users" group.\nTo unsubscribe from this group and stop receiving emails from it, send an email to tool-users+unsubscribe@groups.example.'
    )
  ],
  [q("> Which size do you want?\n\n"), v("Large please.\n\n"), c("Dana")],
  [q("Shop <a@shop.example> wrote:\n> Which size do you want?\n\n"), v("Large please. And in blue.\n\n"), c("Dana")],
  [q("At 10:12 AM 3/3/2026, Shop wrote:\n>Which size do you want?\n\n"), v("Large please. And in blue.")],
  [v("> Which size?\n\nLarge\n\n> Which colour?\n\nBlue\n\n"), c("Dana")],
  [
    v("Hi, comments below.\n\nOn 3 Mar 2026, Shop wrote:\n> Which size?\nLarge.\n> Which colour?\nBlue.\n\n"),
    c("Thanks\nDana\n\n"),
    q("> Kind regards\n> Shop")
  ],
  [
    v("Two answers.\n\n"),
    c("Kind regards\n\n"),
    s(
      "Dana Okoro\nFacilities\nFieldmouse Ltd\nwww.fieldmouse.example\n\nThe information in this email is confidential and may be legally privileged. It is intended solely for the addressee. Access by anyone else is unauthorised."
    )
  ],
  [v("Could you call me back on 07700 900333 after five?\n\n"), c("Ta,\nMick")],
  [
    v("The code on the box is\n\n-- AB-12 --\n\nand it doesn't work.\n\n"),
    c("Yours sincerely,\n\nMargaret Thorpe (Mrs)")
  ],
  [v("no it didnt help"), s("\n\nSent from my Samsung Galaxy smartphone.")],
  [
    v("no it didnt help"),
    s("\n\nGet Outlook for iOS<https://aka.example/o0ukef>\n"),
    q(
      "________________________________\nFrom: Shop <a@shop.example>\nSent: Tuesday, March 3, 2026 9:00:00 AM\nTo: Dana <d@mail.example>\nSubject: Re: Lamp\n\nDid it help?"
    )
  ],
  [v("no it didnt help"), s("\n\nSent from my phone, please excuse typos.")],
  [
    v("Works now!\n\n"),
    c("Thank you so much\nDana\n\n"),
    q(
      "-----Original Message-----\nFrom: Shop <a@shop.example> \nSent: Tuesday, March 3, 2026 9:00 AM\nTo: Dana\nSubject: RE: Lamp\n\nTry again"
    )
  ],
  [
    v("Works now!\n\n"),
    q(
      "##- Please type your reply above this line -##\n\nYour request (4411) has been updated.\n\nShop, 10:12\nTry again."
    )
  ],
  [v("Works now!\n\n"), q("--- Reply above this line ---\n\nShop wrote: try again")],
  [v('Hi,\n\non Monday your colleague Tom wrote:\n\n"We refund in 14 days."\n\nIt\'s 20 now.\n\n'), c("Dana")],
  [
    v('Hi,\n\nOn 3 March 2026 at 10:12 your colleague wrote:\n\n"We refund in 14 days."\n\nIt\'s 20 now.\n\n'),
    c("Dana")
  ],
  [v("My address is\n\nDana Okoro\n4 Mill Lane\nLeeds LS1 0AA\n07700 900111\n\nPlease use that one.")],
  [v("As requested, my details:\n\nDana Okoro\n4 Mill Lane\nLeeds LS1 0AA\n07700 900111")],
  [v("Trip details:\nFrom: Leeds\nTo: York\nDate: 16 March 2026\nSubject: lost bag\n\nIt's black.\n\n"), c("Dana")],
  [v("To fix it I ran\n\n$ npm install > log.txt\n> building...\n> done\n\nand got nothing.\n\n"), c("Dana")],
  [v("The console says:\n\n> error: no such file\n> at line 3")],
  [
    v("Yes please.\n\n"),
    c("Kind regards,\n\n\n"),
    s("*Dana Okoro*\n*Operations Manager*\n[image: logo]\nT: 01632 960111 | E: dana@fieldmouse.example")
  ],
  [v("Yes please, ship it.\n\n"), s("Dana Okoro\nOperations Manager\nFieldmouse Ltd\ndana@fieldmouse.example")],
  [v("Thank you for your quick answer. It works now.\n\n"), c("Have a nice weekend!\nDana")],
  [v("Thank you!")],
  [v("Thanks,\nDana\n\n"), q("On Tue, 3 Mar 2026 at 10:12, Shop <a@shop.example> wrote:\n> done")],
  [v("Thanks. But it still fails.\n\n"), c("-Dana")],
  [v("Please cancel the order, I found it cheaper.\n\n"), c("Best wishes,\nDana & Tom")],
  [v("Please cancel it.\n"), c("Dana x")],
  [
    v("Please cancel it.\n\n"),
    c("With kind regards / Mit freundlichen Grüßen\n\n"),
    s("Dana Okoro\nFieldmouse GmbH\nSitz der Gesellschaft: Berlin, HRB 12345")
  ]
]

test.each(MAILS.map((mail) => ({ mail, name: whole(mail).slice(0, 80) })))("taken apart: $name", ({ mail }) =>
  expectParts(mailParts(whole(mail)), mail)
)

test("all that the writer wrote has the closing where it stood, the postscript below it", () => {
  const parts = mailParts("It is broken.\n\nThanks\nMoira\n\n-- \nMoira Tarrant\nTarrant Ltd\n\nPS: the box, too.")
  expect(parts).toEqual({
    visible: "It is broken.\n\nPS: the box, too.",
    written: "It is broken.\n\nThanks\nMoira\n\nPS: the box, too.",
    closing: "Thanks\nMoira",
    signature: "-- \nMoira Tarrant\nTarrant Ltd",
    quoted: ""
  })
})

test("nothing of a mail is lost, whatever it is", () => {
  for (const mail of MAILS) {
    const { visible, closing, signature, quoted } = mailParts(whole(mail))
    const letters = (text: string) => [...text.replace(/\s/g, "")].sort().join("")
    expect(letters([visible, closing, signature, quoted].join(""))).toBe(letters(whole(mail)))
  }
})

test("a mail that is only a quote says nothing; one that is only thanks says that; none at all is empty", () => {
  expect(mailParts("On Tue, 3 Mar 2026 at 10:12, Shop <a@shop.example> wrote:\n> Done?")).toMatchObject({
    visible: "",
    signature: ""
  })
  expect(mailParts("Thanks,\nDana").visible).toBe("Thanks,\nDana")
  expect(mailParts("")).toEqual({ visible: "", written: "", closing: "", signature: "", quoted: "" })
})

test.each([
  "> quoted\n",
  "\n",
  "On Mon, 2 Nov 2026, a wrote:\n\n",
  "From: a@b.c\nSubject: x\n",
  "-- \na\n",
  "_____\n",
  "> q\nanswer\n",
  "Thanks ",
  "Thanks\nTom\n\n",
  "PS: x\n",
  "よろしくお願いします。\n",
  "お手数ですが、",
  "This e-mail is confidential\n",
  "Sent from my ",
  "1 ",
  "A ",
  "<a@b> ",
  ">",
  " "
])("1 MB of %j takes no longer than it is long", (line) => {
  const timed = (length: number) => {
    const text = line.repeat(Math.ceil(length / line.length))
    const spent = threadClock()
    mailParts(text)
    return spent()
  }
  expect(timed(1_000_000)).toBeLessThan(10_000)
})
