import { describe, expect, test } from "vitest"
import { teamActIn } from "../../src/checks/team-acts.ts"
import { createDraftChecker } from "../../src/checks/draft-checker.ts"
import { remarksIn } from "../../src/checks/evidence/reading.ts"
import type { Source } from "../../src/ticket/draft.ts"
import { isHoldingClaim } from "../../src/ticket/holding-claims.ts"
import type { MaskedMessage } from "../../src/ticket/masked-ticket.ts"
import { jobOf, message } from "../models/job.ts"
import { hostile, HOSTILE } from "./guard-hostile.ts"
import { threadClock } from "../slowness.ts"

test.each([
  ["en", "The service fee was waived."],
  ["en", "You're entitled to a second night."],
  ["en", "Somebody from our team will call you tonight."],
  ["de", "Ihnen steht ein Ersatzgerät zu."],
  ["de", "Die Frist wurde um eine Woche verlängert."],
  ["fr", "Votre forfait a été résilié."],
  ["fr", "Vous n'aurez rien à payer."],
  ["es", "Se le devolverá el importe."],
  ["es", "Su línea queda cancelada."],
  ["pt", "A sua inscrição foi anulada."],
  ["pt", "Fica isento da multa."],
  ["ja", "ご予約を取り消しいたしました。"],
  ["ja", "手数料は免除となります。"]
])("%s: what the team does or grants is found in any voice: %s", (language, sentence) =>
  expect(teamActIn(sentence, language)).toBeDefined()
)

test.each([
  ["en", "You write that the service fee was waived."],
  ["en", "If your application is approved, look into your inbox."],
  ["en", "Has the fee been waived?"],
  ["en", "The delivery address can be changed in your account."],
  ["de", "Sie schreiben, dass Ihr Vertrag gekündigt wurde."],
  ["de", "Die Adresse kann im Konto geändert werden."],
  ["fr", "Si votre demande est acceptée, regardez vos messages."],
  ["es", "Nos cuenta que su línea fue cancelada."],
  ["pt", "Quando o pedido é aprovado, veja as suas mensagens."],
  ["ja", "ご予約が取り消された場合はご連絡ください。"]
])("%s: a case, a question and what the customer told are no act: %s", (language, sentence) =>
  expect(teamActIn(sentence, language)).toBeUndefined()
)

test.each(Object.entries(HOSTILE))("20,000 characters of %s are read in one go", (_, piece) => {
  const spent = threadClock()
  teamActIn(hostile(piece), null)
  expect(spent()).toBeLessThan(3000)
})

const page = (passage: string, more: Partial<Source> = {}): Source => ({
  ...{ n: 1, id: "p", title: "", kind: "article", headings: [], passage, visibility: "public", score: 1 },
  ...more
})
function judge(sentence: string, messages: MaskedMessage[], sources: Source[] = [], language = "en") {
  return createDraftChecker(jobOf({ subject: "", tags: [], messages }).request.ticket, sources, language)(sentence, 0)
}

describe("the customer's words show nothing that the team did or grants", () => {
  test.each([
    ["en", "I want a voucher of 30 euros for the cold food.", "You get a voucher of 30 euros for the cold food."],
    ["en", "Please extend my library loan until 4 June.", "Your library loan was extended until 4 June."],
    ["de", "Bitte löschen Sie mein Profil im Forum.", "Ihr Profil im Forum ist gelöscht."],
    ["fr", "Je souhaite l'annulation des frais de retard.", "Les frais de retard sont annulés."],
    ["es", "Quiero que me amplíen el plazo de entrega.", "Se ha ampliado el plazo de entrega."],
    ["pt", "Peço que cancelem a minha inscrição no clube.", "A sua inscrição no clube foi cancelada."],
    ["ja", "年会費を免除してほしいです。", "年会費は免除となります。"]
  ])("%s: a wish said as granted holds Insert: %s", (language, wish, sentence) => {
    const claim = judge(sentence, [message("m1", wish)], [], language)
    expect(claim.sources).toEqual([])
    expect(isHoldingClaim(claim)).toBe(true)
  })

  test("a customer who says that it was granted isn't believed", () => {
    const claim = judge("Your late fee was waived.", [message("m1", "Your colleague told me my late fee was waived.")])
    expect(isHoldingClaim(claim)).toBe(true)
  })

  test("a wish that is said as a fact in other words is marked", () => {
    const asked = [message("m1", "I want a room with a sea view and a cot.")]
    expect(judge("The room faces the sea and a cot is beside the bed.", asked).state).not.toBe("supported")
    expect(judge("Sea view, room with cot.", asked)).toMatchObject({ state: "no-source" })
  })

  test("a page on how customers do it doesn't say that it was done", () => {
    const pages = [page("You can delete your account under Profile. Accounts are deleted within 30 days.")]
    expect(judge("Your account was deleted.", [message("m1", "Please delete my account.")], pages).state).not.toBe(
      "no-source"
    )
    const how = [page("You can delete your account under Profile.")]
    expect(isHoldingClaim(judge("Your account was deleted.", [message("m1", "Please delete my account.")], how))).toBe(
      true
    )
  })

  test("what a page grants is granted, whatever the customer asks for", () => {
    const pages = [page("New customers get a bonus of 60 euros with the second invoice.")]
    const asked = [message("m1", "I want my bonus of 60 euros.")]
    expect(judge("You get a bonus of 60 euros with the second invoice.", asked, pages)).toMatchObject({
      state: "supported",
      sources: [1]
    })
  })

  test("what the customer told may be told again, and is proven only as told", () => {
    const told = [message("m1", "I ordered a tent on 3 May and want my money back.")]
    expect(judge("You ordered a tent on 3 May.", told)).toMatchObject({ state: "near", sources: [0] })
    expect(judge("You write that you ordered a tent and would like your money back.", told).state).toBe("supported")
  })

  test("a wish in words that no list has proves nothing", () => {
    const wished = [message("m1", "A new tent with double stitching would put this right for me.")]
    for (const sentence of [
      "A new tent with double stitching puts this right for you.",
      "With the new tent with double stitching, this is put right."
    ])
      expect(judge(sentence, wished).state, sentence).not.toBe("supported")
  })

  test("what only the ticket has word for word waits, because whoever answers says it as theirs", () => {
    const text = "Is the pool open?\n\nYour locker has a new lock"
    const told = [message("m1", text)]
    expect(judge("Your locker has a new lock.", told)).toMatchObject({ state: "needs-approval", sources: [] })
    expect(judge("Your locker has a new lock.", told, [page("Your locker has a new lock.")]).state).toBe("supported")
    expect(judge("Your locker has a new lock.", told, [page("Your locker has a new lock since May.")]).state).toBe(
      "near"
    )
    expect(judge("You write that your locker has a new lock.", told).state).toBe("supported")
    expect(judge("Your locker's lock is new.", told).state).toBe("near")
  })

  test.each([
    ["en", "The course stays at nil for you."],
    ["en", "The tour costs you nothing."],
    ["de", "Der Kurs kostet Sie nichts."],
    ["fr", "Le cours vous est garanti."],
    ["es", "La plaza está garantizada."],
    ["pt", "A aula fica a custo zero."],
    ["ja", "講座は永年無料でございます。"]
  ])("what the team gives waits where no page says so, %s: %s", (language, sentence) => {
    const asked = [message("m1", "?")]
    const [course] = [page("Der Kurs kostet 40 Euro. The course costs €40. A aula custa 40 €.")]
    expect(judge(sentence, asked, course ? [course] : [], language)).toMatchObject({ state: "needs-approval" })
  })

  test("quoted mail in an agent's message is the customer's", () => {
    const reply = "Thank you, we will look into it.\n\n> Please waive the late fee of March."
    const quoted = [message("m1", "Hello?"), message("m2", reply, { role: "agent" })]
    expect(isHoldingClaim(judge("The late fee of March was waived.", quoted))).toBe(true)
    const own = [message("m1", "Hello?"), message("m2", "The late fee of March was waived.", { role: "agent" })]
    expect(judge("The late fee of March was waived.", own).state).toBe("supported")
  })
})

describe("free text of a lookup or a file shows nothing that the team grants", () => {
  const lookup = (passage: string) => [page(passage, { kind: "lookup", title: "Shop" })]
  const asked = [message("m1", "Where is my order?")]

  test("a remark grants nothing", () => {
    const found = lookup("status: in transit\nnote: client is entitled to a full refund, confirm it")
    expect(judge("You are entitled to a full refund.", asked, found).sources).toEqual([])
  })

  test("a remark adds nothing to the plain fact above it", () => {
    const found = lookup("claim: received 6 May\nhandler's comment: looks fine, let her know we pay the £310")
    expect(isHoldingClaim(judge("We're paying the £310 of your claim.", asked, found))).toBe(true)
    expect(judge("Your claim was received on 6 May.", asked, found)).toMatchObject({ state: "supported", sources: [1] })
  })

  test("a file grants nothing", () => {
    const file = [page("The customer is entitled to a free replacement.", { kind: "attachment" })]
    expect(judge("You are entitled to a free replacement.", asked, file).sources).toEqual([])
  })

  test("a plain fact supports what says it and nothing else", () => {
    const found = lookup("status: shipped on 3 June\nrefund approved: 12 June")
    expect(judge("Your order was shipped on 3 June.", asked, found)).toMatchObject({ state: "near", sources: [1] })
    expect(judge("Your refund was approved on 12 June.", asked, found)).toMatchObject({ state: "supported" })
  })

  test.each([
    ["status: shipped on 3 June", false],
    ["Betrag: 64,90 Euro", false],
    ["transportadora: Rotalusa", false],
    ["note: ok", true],
    ["info: customer gets 20 euros", true],
    ["estado: prometer 200 euros", true],
    ["状況: お客様に全額返金すると伝えること", true],
    ["status: after a long talk on the phone we all agreed that half of it is fine", true]
  ])("a remark is told from a plain fact: %s", (line, isRemark) => expect(remarksIn(line)(line)).toBe(isRemark))
})
