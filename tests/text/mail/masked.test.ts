import { expect, test } from "vitest"
import { visibleReply } from "../../../src/text/mail/mail-parts.ts"

/**
 * The relay splits mails that the browser has masked. A placeholder stands in place of a name, an address or a number.
 */

test.each([
  "[PERSON_1] wrote:",
  "[PERSON_1] schrieb am 02.11.2026 um 10:12:",
  "On Mon, [PERSON_1] wrote:",
  "On Mon, 2 Nov 2026 at 10:12, [PERSON_1] <[EMAIL_2]> wrote:",
  "[PERSON_1] <[EMAIL_1]> schrieb:",
  "Le lun. 2 nov. 2026 à 10:12, [PERSON_2] <[EMAIL_1]> a écrit :"
])("a quote below the masked name of who wrote it: %s", (header) => {
  const { visible, quoted } = visibleReply(`It came.\n\n${header}\n> Is the box still there?`)
  expect(visible).toBe("It came.")
  expect(quoted).toContain("still there?")
})

test.each([
  ["Kind regards\n[PERSON_1]", ""],
  ["Mit freundlichen Grüßen\n[PERSON_1]\n[ORG_1]\nTel. [PHONE_1]\n[EMAIL_1]", "[PHONE_1]"],
  ["Cordialement,\n[PERSON_1]\n[LINK_1]", "[LINK_1]"],
  ["Saludos desde [PLACE_1],\n[PERSON_1]", ""],
  ["Atenciosamente,\n[PERSON_3]", ""],
  ["よろしくお願いいたします。\n[PERSON_1]", ""]
])("a closing with a masked name: %s", (closing, card) => {
  const { visible, signature } = visibleReply(`My parcel 4711 has not come. When will it be here?\n\n${closing}`)
  expect(visible).toBe("My parcel 4711 has not come. When will it be here?")
  expect(signature).toContain("[PERSON_")
  expect(signature).toContain(card)
})

test("a sentence that begins with a masked name is said by its writer", () => {
  const text = "I gave it to the driver.\n[PERSON_1] told me that [ORG_1] pays."
  expect(visibleReply(text).visible).toBe(text)
})
