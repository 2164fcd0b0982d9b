import { afterAll, beforeAll, expect, test } from "vitest"
import { codesIn, liftCodes } from "../../src/search/codes/codes.ts"
import { createRetriever } from "../../src/search/pages/retriever.ts"
import { linesOfWords } from "../../src/search/postings/word-lines.ts"
import { stems } from "../../src/search/words/stems.ts"
import { openKnowledge, signal } from "../knowledge/help/database.ts"
import { person, ticket } from "../knowledge/help/tickets.ts"

let knowledge: Awaited<ReturnType<typeof openKnowledge>>
beforeAll(async () => {
  knowledge = await openKnowledge()
  await knowledge.import({
    "printer.md":
      "# Printer shows an error and does not print\n\nWhen the printer shows an error and does not print, open the paper tray, take the paper out and put it back. Switch the printer off and on. If it shows the error again, clean the rollers of the tray.",
    "drum.md": "# Changing the drum\n\nE-4012 means that the drum is worn. Follow the picture inside of the lid.",
    "waste.md": "# Waste toner\n\nE4013 stands for a full box of waste toner. Empty it.",
    "browser.md":
      "# The website does not open in my browser\n\nIf our website does not open in your browser, clear the cookies of the browser, and try a second browser. An error of the browser or its protocol may be the reason.",
    "certificates.md":
      "# Certificates\n\nERR_SSL_PROTOCOL_ERROR says that no version was agreed on. Renew the certificate.",
    "x200a.md": "# Battery X200-A\n\nThe X200-A battery lasts six hours.",
    "x200b.md": "# Battery X200-B\n\nThe X200-B battery lasts nine hours.",
    "battery.md":
      "# Battery does not charge\n\nIf the battery does not charge, look at the cable and the contacts. A battery that does not charge for an hour is replaced.",
    "lamp.md": "# Signs of the lamp\n\nA-17 means that the bulb is loose.",
    "room.md": "# Where our shop is\n\nThe shop is in room 17, floor 4012, of the tower."
  })
})
afterAll(() => knowledge.close())

const printer =
  "My printer shows an error and does not print. I have cleaned the paper tray and switched the printer off and on."
const browser = "The website does not open in my browser. I have tried a second browser."
const battery = "The battery does not charge, I have looked at the cable and the contacts for an hour."
test.each([
  [`${printer} It says E-4012.`, "Changing the drum"],
  [`${printer} It says E4012.`, "Changing the drum"],
  [`${printer} It says e-4012.`, "Changing the drum"],
  [`${printer} It says E-4013.`, "Waste toner"],
  [`${browser} It says ERR_SSL_PROTOCOL_ERROR.`, "Certificates"],
  [`${browser} It says err_ssl_protocol_error.`, "Certificates"],
  [`${battery} It is the X200-B.`, "Battery X200-B"],
  [`${battery} It is the x200b.`, "Battery X200-B"],
  [`${battery} It is the X200A.`, "Battery X200-A"],
  ["Where is your shop? In which room of which tower? The lamp says A17.", "Signs of the lamp"],
  [printer, "Printer shows an error and does not print"],
  [`${printer} It says E-9999.`, "Printer shows an error and does not print"]
])("%s", async (text, title) => {
  expect((await createRetriever(knowledge.db).find(ticket("", text), person(), signal)).sources[0]?.title).toBe(title)
})

test("what is a code, and what an amount, a date or an address", () => {
  const plain = (text: string) => codesIn(text, "en").map((code) => code.plain)
  expect(plain("E-4012, (X200B) and ERR_CONNECTIONS_CLOSED; E-4012 again")).toEqual([
    "e4012",
    "x200b",
    "errconnectionsclosed"
  ])
  expect(
    plain("30 days, 12-month, 3rd, 2026-11-21, 10am, 230V, e-mail, it's, and/or, x@y2.example, https://a.example/b2")
  ).not.toContain("12month")
  expect(plain("30 days, 12-month, 3rd, 2026-11-21, 10am, 230V, e-mail, it's, and/or")).toEqual([])
})

test("a code that many pages hold tells nothing", () => {
  const page = (n: number) => ({
    score: 1 - n / 100,
    candidate: {
      language: "en",
      words: linesOfWords([
        { words: stems(`Form W-9x, part ${n}`, "en"), titleWords: 0, headingWords: 0, synonyms: [] }
      ])
    }
  })
  const many = Array.from({ length: 20 }, (_, n) => page(n))
  expect(liftCodes(many, codesIn("Form W-9x", "en"))).toBe(many)
  expect(liftCodes([...many.slice(0, 2), { ...page(3), score: 0.1 }], codesIn("Form W-9x", "en"))).toHaveLength(3)
})
