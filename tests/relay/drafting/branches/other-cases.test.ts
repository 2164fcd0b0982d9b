import { describe, expect, test } from "vitest"
import { otherCases, shownCases } from "../../../../src/relay/drafting/offline/branches/other-cases.ts"
import { quotableOf } from "../../../../src/relay/drafting/offline/reading/quotable.ts"
import { VOICES } from "../../../../src/relay/drafting/voices/voice.ts"
import type { Language } from "../../../../src/text/languages.ts"
import { ticket } from "../../../knowledge/help/tickets.ts"
import { source } from "../offline-help.ts"

function leftOut(passage: string, written: string, language: Language = "en") {
  const quotable = quotableOf([source(1, language, "", passage)], language, VOICES[language])
  return otherCases(quotable, ticket("", written), language).map(({ other, because, days }) => ({
    text: other.text,
    because,
    ...(days === undefined ? {} : { days })
  }))
}

describe("by a figure of the ticket", () => {
  const late =
    "If you arrive 90 to 179 minutes late, you get a quarter back. With 180 minutes or more you get half back."

  test("the sentence whose limits exclude it goes, where a neighbour's include it", () => {
    expect(leftOut(late, "My coach was 2 hours late. What do I get?")).toEqual([
      { text: "With 180 minutes or more you get half back.", because: "2 hours" }
    ])
  })

  test("two figures that point to two cases decide nothing", () => {
    expect(leftOut(late, "I was 2 hours late, my brother 4 hours.")).toEqual([])
  })

  test("a limit alone is no case", () => {
    expect(leftOut("We pay for a hotel, up to £95 a room.", "The room was £112.")).toEqual([])
  })

  test("a day that the ticket names is counted from its newest message", () => {
    const page =
      "Cancel at least 24 hours before departure for the full price. Between 24 hours and 1 hour before departure you get half of it."
    const [one] = leftOut(page, "We travel on 24 November 2026 and want to cancel.")
    expect(one).toMatchObject({
      text: "Between 24 hours and 1 hour before departure you get half of it.",
      because: "24 November 2026"
    })
    expect(one?.days).toBeGreaterThan(1)
  })

  test("what an agent writes is no figure of the case", () => {
    expect(leftOut(late, "agent: Was it more than 2 hours?")).toEqual([])
  })
})

describe("by a name", () => {
  test("a plan is told by the word before it alone", () => {
    const plans = "You can send £10,000 a day on Everyday. You can send £25,000 a day on Plus."
    expect(leftOut(plans, "How much can I send? I'm on Plus.")).toEqual([
      { text: "You can send £10,000 a day on Everyday.", because: "Plus" }
    ])
    expect(leftOut(plans, "I'm on Everyday. Would Plus be better?")).toEqual([])
  })

  test("the sentence about another plan goes", () => {
    expect(
      leftOut(
        "You can change a Fixed ticket once. You can change a Flex ticket as often as you like. Seats don't move along.",
        "We hold two Fixed tickets and want to change them."
      )
    ).toEqual([{ text: "You can change a Flex ticket as often as you like.", because: "Fixed" }])
  })

  test("a sentence that names both stays, and so do all where the ticket names none or both", () => {
    const page = "A Fixed ticket or a Flex ticket can be shown on a phone. You can change a Flex ticket."
    expect(leftOut(page.replace(" You can change a Flex ticket.", ""), "We hold a Fixed ticket.")).toEqual([])
    expect(leftOut(page, "We hold two tickets.")).toEqual([])
    expect(leftOut(page, "We hold a Fixed ticket and a Flex ticket.")).toEqual([])
  })

  test("a state in quotation marks, with what its list item goes on to say", () => {
    const page = `- "Pending" means that it is reserved. Nothing is to do.\n- "Booked" means that it was paid. Send us both dates.`
    expect(leftOut(page, "The second amount says pending.").map(({ text }) => text)).toEqual([
      `"Booked" means that it was paid.`,
      "Send us both dates."
    ])
  })

  test("weekdays and months are no names of cases", () => {
    expect(leftOut("The desk on Monday is closed. The desk on Friday is open.", "I come on Friday.")).toEqual([])
  })
})

describe("by a row of a table", () => {
  const table = "- Paid by: card; Takes: 5 days\n- Paid by: PayPal; Takes: 2 days\n- Paid by: transfer; Takes: 3 days"

  test("only the customer's row stays", () => {
    expect(leftOut(table, "I paid by transfer. When does it come back?")).toEqual([
      { text: "Paid by: card; Takes: 5 days", because: "transfer" },
      { text: "Paid by: PayPal; Takes: 2 days", because: "transfer" }
    ])
  })

  test("where the ticket names none, a short table stays whole, and of a long one no row is for it", () => {
    expect(leftOut(table, "When does it come back?")).toEqual([])
    const long = `${table}\n- Paid by: voucher; Takes: 1 day\n- Paid by: cheque; Takes: 9 days\n- Paid by: cash; Takes: 0 days`
    expect(leftOut(long, "When does it come back?").map(({ because }) => because)).toEqual(Array(6).fill(""))
  })
})

describe("by an item of a list", () => {
  const list =
    "- After a return: once it is checked. That takes three days.\n- After a search: once the carrier answers. We write.\n- After a cancellation: within two days."

  test("only the customer's case stays, and what another one goes on to say goes with it", () => {
    expect(leftOut(list, "When do I get my money? My return arrived on Monday.")).toEqual(
      ["After a search: once the carrier answers.", "We write.", "After a cancellation: within two days."].map(
        (text) => ({
          text,
          because: "After a return"
        })
      )
    )
  })

  test("where the ticket names none, or the items are no cases, all stay", () => {
    expect(leftOut(list, "When do I get my money?")).toEqual([])
    expect(leftOut("- Photos: two of the damage.\n- Number: the one of the order.", "I have photos.")).toEqual([])
  })
})

test("the panel is shown what pages in the draft say of other cases, each once, and not what nothing decides", () => {
  const [first, second] = quotableOf(
    [source(1, "en", "", "You can change a Fixed ticket once. You can change a Flex ticket often.")],
    "en",
    VOICES.en
  )
  if (!first || !second) throw new Error("the page has two sentences")
  const decided = { other: second, applies: first, because: "Fixed", days: 3 }
  expect(shownCases([decided, decided, { other: first, because: "" }], [first])).toEqual([
    { source: 1, text: second.text, because: "Fixed", applies: first.text, days: 3 }
  ])
  expect(shownCases([decided], [])).toEqual([])
})

describe("by the day of an event", () => {
  const page =
    "Within 45 days of delivery you get the full price back. More than 45 days after delivery we exchange the lamp."
  const cases = (written: string) => {
    const quotable = quotableOf([source(1, "en", "", page)], "en", VOICES.en)
    return shownCases(otherCases(quotable, ticket("", written), "en"), quotable)
  }

  test("the limit is counted from the day, and the reckoning is shown", () => {
    expect(cases("It was delivered on 12 October 2026 and flickers.")).toMatchObject([
      {
        text: "More than 45 days after delivery we exchange the lamp.",
        because: "12 October 2026",
        from: "2026-10-12",
        plus: 45
      }
    ])
  })

  test("a day of something else decides nothing", () => {
    expect(cases("I wrote to you on 12 October 2026.")).toEqual([])
  })
})

describe("member or not", () => {
  const page = "Members pay €3 for an hour in the pool. Everyone else pays €6."

  test.each<[Language, string, string, string, string]>([
    ["en", page, "I'm a member. What do I pay?", "Everyone else pays €6.", "I'm a member"],
    ["en", page, "We are not members. What do we pay?", "Members pay €3 for an hour in the pool.", "are not members"],
    [
      "de",
      "Mitglieder zahlen 3 €. Nichtmitglieder zahlen 6 €.",
      "Ich bin seit 2019 Mitglied. Was zahle ich?",
      "Nichtmitglieder zahlen 6 €.",
      "Ich bin seit 2019 Mitglied"
    ],
    [
      "fr",
      "Avec un abonnement, c'est 3 €. Sans abonnement, c'est 6 €.",
      "Je n'ai pas d'abonnement.",
      "Avec un abonnement, c'est 3 €.",
      "pas d'abonnement"
    ],
    ["es", "Los socios pagan 3 €. Los no socios pagan 6 €.", "Soy socia.", "Los no socios pagan 6 €.", "Soy socia"],
    ["pt", "Os sócios pagam 3 €. Os não sócios pagam 6 €.", "Sou sócio.", "Os não sócios pagam 6 €.", "Sou sócio"],
    [
      "ja",
      "会員の方は300円です。会員以外の方は600円です。",
      "会員ではありません。",
      "会員の方は300円です。",
      "会員ではありません"
    ]
  ])("%s: %s %s", (language, text, written, other, because) => {
    expect(leftOut(text, written, language)).toEqual([{ text: other, because }])
  })

  test("a question, a wish and somebody else's membership decide nothing", () => {
    expect(leftOut(page, "What do members pay?")).toEqual([])
    expect(leftOut(page, "What would I pay if I was a member, or if I am a member from May?")).toEqual([])
    expect(leftOut(page, "A member of staff told me to write.")).toEqual([])
  })

  test("a field or a tag says so, too", () => {
    const quotable = quotableOf([source(1, "en", "", page)], "en", VOICES.en)
    const given = (more: Partial<ReturnType<typeof ticket>>) =>
      otherCases(quotable, { ...ticket("", "What do I pay?"), ...more }, "en").map(({ other }) => other.text)
    expect(given({ tags: ["non-member"] })).toEqual(["Members pay €3 for an hour in the pool."])
    expect(given({ fields: { Membership: "yes" } })).toEqual(["Everyone else pays €6."])
    expect(given({ fields: { Membership: "gold?" }, tags: ["pool"] })).toEqual([])
  })
})

describe("names where capitals tell nothing", () => {
  test("German: a plan beside the word for it, and a country", () => {
    const plans = "Im Tarif Basis kostet die Karte 8 €. Im Komfort-Tarif kostet die Karte 2 €."
    expect(leftOut(plans, "Ich habe den Tarif Komfort.", "de")).toEqual([
      { text: "Im Tarif Basis kostet die Karte 8 €.", because: "Komfort" }
    ])
    expect(leftOut(plans, "Was kostet die Karte?", "de")).toEqual([])
    const countries = "Ein Paket nach Österreich kostet 8 €. Ein Paket in die Schweiz kostet 15 €."
    expect(leftOut(countries, "Ich wohne in Österreich.", "de").map(({ text }) => text)).toEqual([
      "Ein Paket in die Schweiz kostet 15 €."
    ])
  })

  test("Japanese: a plan before the word for it", () => {
    expect(
      leftOut("ライトプランの修理費は3000円です。プレミアムプランの修理費は1000円です。", "ライトプランです。", "ja")
    ).toEqual([{ text: "プレミアムプランの修理費は1000円です。", because: "ライト" }])
  })

  test("what only another plan has is said to the others, too", () => {
    expect(
      leftOut(
        "Den Export gibt es ab dem Tarif Komfort. Im Tarif Basis gibt es eine Liste.",
        "Ich habe den Tarif Basis.",
        "de"
      )
    ).toEqual([])
    expect(
      leftOut("You can send £10,000 a day only on Plus. On Everyday it's £100, and on Plus more.", "I'm on Everyday.")
    ).toEqual([])
  })
})
