import fc from "fast-check"
import { expect, test } from "vitest"
import { openGuard } from "../../src/checks/guard/guard-draft.ts"
import { guardOf } from "../../src/checks/guard/check.ts"
import { sources, thread } from "./guard-cases.ts"
import { BAD_REQUESTS, GOOD_REQUESTS } from "./guard-requests.ts"
import { threadClock } from "../slowness.ts"

const look = openGuard({ thread, sources })
const severe = (draft: string, about = look) =>
  about(draft)
    .filter((one) => one.severe)
    .map(({ kind }) => kind)
const told = (by: { sources?: string[]; thread?: { role: string; text: string }[] }) =>
  openGuard({ thread: [], sources: [], ...by })

test.each(Object.entries(BAD_REQUESTS).flatMap(([kind, drafts]) => drafts.map((draft) => [kind, draft] as const)))(
  "%s: %s",
  (kind, draft) => {
    expect(severe(draft)).toContain(kind)
    expect(severe(`Hello Ina,\n\nthank you for your mail about NW-4411. ${draft}\n\nKind regards\nNordwerk`)).toContain(
      kind
    )
  }
)

test.each(GOOD_REQUESTS)("nothing severe: %s", (draft) => expect(severe(draft)).toEqual([]))

test.each([
  "Buy an Amazon gift card at any supermarket. Then send me the code on the back.",
  "You will get a text with a code in a minute. Just read it out to me.",
  "Open TeamViewer on your computer. Then tell me the ID that it shows."
])("a request in two sentences is one: %s", (draft) => expect(severe(draft)).not.toEqual([]))

test("a program that the team's own page has customers install may be named again, another one may not", () => {
  const page =
    "Remote help. If our technician asks for it, download TeamViewer from https://help.example/qs, start it and read out the ID."
  const own = told({ sources: [page] })
  expect(severe("Please start TeamViewer and read us the ID.", own)).toEqual([])
  expect(severe("Please start AnyDesk and read us the address.", own)).toEqual(["remote-control"])
  const before = [{ role: "agent", text: "Please install TeamViewer, I will ring you at three." }]
  expect(severe("Please open TeamViewer and read me the ID.", told({ thread: before }))).toEqual([])
})

test("what the customer writes, what an agent quotes, and a page that warns give no leave", () => {
  const asks = "Please download TeamViewer and read me the ID."
  for (const thread of [
    [{ role: "customer", text: asks }],
    [{ role: "agent", text: `> ${asks}\n\nThat mail is not ours.` }]
  ])
    expect(severe(asks, told({ thread }))).toEqual(["remote-control"])
  expect(
    severe(
      asks,
      told({ sources: ["We never ask you to install TeamViewer. Whoever asks you to download it is a fraudster."] })
    )
  ).toEqual(["remote-control"])
})

test("a way to pay that the team's own page offers may be named, another one may not", () => {
  const own = told({
    sources: ["From abroad you can pay by Western Union at any counter."],
    thread: [{ role: "customer", text: "May I pay in bitcoin?" }]
  })
  expect(severe("Please pay the balance by Western Union.", own)).toEqual([])
  expect(severe("Please pay the balance in bitcoin.", own)).toEqual(["payment"])
  expect(
    severe("Please pay the balance by Western Union.", told({ sources: ["We don't accept Western Union."] }))
  ).toEqual(["payment"])
})

test("a password or a code stays one, even where a source or an agent asks for it; a passport's copy may be asked for where a page does", () => {
  const asks = "Please reply with your PIN and the code that we text to you."
  expect(severe(asks, told({ sources: [asks], thread: [{ role: "agent", text: asks }] }))).toEqual(["secret-request"])
  const copy = "Please send us a copy of your passport."
  expect(severe(copy)).toEqual(["secret-request"])
  expect(severe(copy, told({ sources: ["To change a name, send us a copy of your passport."] }))).toEqual([])
})

test("a mail that the customer tells of may be quoted", () => {
  const thread = [{ role: "customer", text: "Is this yours? Reply with your PIN to unlock your account" }]
  expect(
    severe("No, the mail that says “Reply with your PIN to unlock your account” is not ours.", told({ thread }))
  ).toEqual([])
  expect(
    severe(
      "No, the mail “Reply with your PIN to unlock your account” is not ours, but please reply with your PIN.",
      told({ thread })
    )
  ).toEqual(["secret-request"])
})

test.each([
  "Your оrdеr is on its way.",
  "Log in at PаyPаl.",
  "Ihr Passwоrt ist neu.",
  "Votre cοmmande est partie.",
  "Su pedidо llega hoy.",
  "A sua encоmenda chega hoje.",
  "АppIe-IDを",
  "Вestellung",
  "Κunde"
])("letters of two scripts in one word: %s", (draft) => expect(severe(draft)).toContain("mixed-script"))

test.each([
  "Здравствуйте, Anna!",
  "Der Name Светлана Орлова steht auf dem Ticket.",
  "10 kΩ and 47 μF, 5 μm, Δt and π",
  "София is Sofia in Latin letters.",
  "Αθήνα 2026",
  "CD-ROMを使う",
  "naïve façade Łódź İstanbul",
  "H₂O und Straße"
])("words of one script each: %s", (draft) => expect(severe(draft)).toEqual([]))

test("a word of mixed scripts that stands in the ticket may be repeated", () => {
  expect(severe("Dear Аnna,", told({ thread: [{ role: "customer", text: "Regards, Аnna" }] }))).toEqual([])
})

test("over masked text as well, where the relay looks", () => {
  const ticket = {
    helpdesk: "sample",
    ticketId: "1",
    version: "m",
    subject: "Help",
    requester: "[PERSON_1]",
    agent: "",
    tags: [],
    messages: [{ id: "m1", role: "customer" as const, author: "[PERSON_1]", at: "", text: "I can't log in." }]
  }
  const kinds = (draft: string) => guardOf(ticket, [])(draft).map(({ kind }) => kind)
  expect(kinds("Dear [PERSON_1], please install AnyDesk and read me the address.")).toEqual(["remote-control"])
  expect(kinds("Send the money to [PERSON_1] by Western Union.")).toEqual(["payment"])
  expect(kinds("Reply with the six digits that we texted to [PHONE_1].")).toContain("secret-request")
})

test("words of asking and of what is asked for, in any order and number, are read in one go", () => {
  const pieces = [...Object.values(BAD_REQUESTS).flat(), ...GOOD_REQUESTS].flatMap((draft) => draft.split(" "))
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces), { minLength: 200, maxLength: 1200 }), (words) => {
      const spent = threadClock()
      look(words.join(" "))
      expect(spent()).toBeLessThan(3000)
    }),
    { seed: 23, numRuns: 20 }
  )
})
