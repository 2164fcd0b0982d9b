import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { safeFix } from "../../src/checks/tone/fix.ts"
import type { ToneContext } from "../../src/checks/tone/basis/finding.ts"
import { checkTone } from "../../src/checks/tone/tone.ts"
import { about, offered, replyOf } from "./fix-help.ts"
import { threadClock } from "../slowness.ts"

/** The reply after every click that is offered, or why one isn't. */
const quietened = (language: string, text: string, change: Partial<ToneContext> = {}) => {
  const fixes = checkTone(text, about({ language, firstReply: false, ...change }))
    .filter(({ kind }) => kind === "shouting")
    .map(({ fix }) => fix)
  const refused = fixes.flatMap((fix) => (fix && "refused" in fix ? [fix.refused] : []))
  return refused.length > 0
    ? refused
    : fixes.reduceRight(
        (before, fix) =>
          fix && !("refused" in fix) ? before.slice(0, fix.from) + fix.text + before.slice(fix.to) : before,
        text
      )
}

describe("capitals become small letters where every word is known to be written small", () => {
  test.each([
    ["en", "Hi Maya, PLEASE WAIT. Thanks!!!", "Hi Maya, please wait. Thanks!"],
    ["en", "Hi Maya, please do NOT open it.", "Hi Maya, please do not open it."],
    [
      "en",
      "Hi Maya, that is what I SAID, AND I NEED IT. I said so before.",
      "Hi Maya, that is what I said, and I need it. I said so before."
    ],
    [
      "en",
      "Hi Maya, it DIDN'T WORK, AND I'M SORRY. It should work.",
      "Hi Maya, it didn't work, and I'm sorry. It should work."
    ],
    ["en", "Hi Maya. NOBODY WILL CALL YOU TWICE. We call back.", "Hi Maya. Nobody will call you twice. We call back."],
    ["en", "Hi Maya, you get TWELVE, NOT TEN.", "Hi Maya, you get twelve, not ten."],
    ["de", "Hallo Maya, das ist NICHT möglich.", "Hallo Maya, das ist nicht möglich."],
    ["de", "Hallo Maya. BITTE JETZT NICHT MEHR öffnen.", "Hallo Maya. Bitte jetzt nicht mehr öffnen."],
    ["fr", "Bonjour Maya, ce N'EST PAS ENCORE arrivé.", "Bonjour Maya, ce n'est pas encore arrivé."],
    ["fr", "Bonjour Maya, JAMAIS LE LUNDI.", "Bonjour Maya, jamais le lundi."],
    ["es", "Hola, Maya: ¡NO ES POSIBLE! Será posible otro día.", "Hola, Maya: ¡no es posible! Será posible otro día."],
    ["es", "Hola, Maya. ¡POR FAVOR, NO LO abra!", "Hola, Maya. ¡Por favor, no lo abra!"],
    ["pt", "Olá, Maya, NÃO é possível.", "Olá, Maya, não é possível."],
    ["pt", "Olá, Maya, POR FAVOR, AGORA NÃO.", "Olá, Maya, por favor, agora não."],
    ["ja", "Maya様、お待ちください！！！", "Maya様、お待ちください！"]
  ])("%s: %s", (language, text, quiet) => {
    expect(quietened(language, text)).toBe(quiet)
  })

  test("also words that an agent or a source writes small", () => {
    const text = "Hi Maya, PLEASE KEEP THE RECEIPT for us."
    expect(quietened("en", text)).toEqual(["name"])
    expect(quietened("en", text, { sources: ["You should keep the receipt."] })).toBe(
      "Hi Maya, please keep the receipt for us."
    )
    expect(quietened("en", text, { thread: [{ role: "agent", text: "Did you keep the receipt?" }] })).toBe(
      "Hi Maya, please keep the receipt for us."
    )
  })
})

describe("capitals stay where a word may be a name, a noun, the polite you or a day", () => {
  test.each([
    ["en", "Hi Maya, PLEASE CALL MARIA OLSEN NOW.", "name"],
    ["en", "Hi Maya, it is NOT IN LONDON VIA DHL.", "name"],
    ["en", "Hi Maya, please wait UNTIL MONDAY.", "date"],
    ["en", "Hi Maya, it is NOT HERE BEFORE MAY.", "date"],
    ["en", "Hi Maya, PLEASE ASK YOUR IT NOW.", "name"],
    ["en", "Hi Maya, PLEASE ASK WILL NOW.", "name"],
    ["de", "Hallo Maya, RUFEN SIE UNS JETZT AN, wir helfen Ihnen gern weiter.", "name"],
    ["de", "Hallo Maya, wir schreiben IHNEN JETZT NICHT, das ist schon so gesagt.", "name"],
    ["de", "Hallo Maya, bitte senden SIE uns das Formular.", "name"],
    ["de", "Hallo Maya, DAS PAKET IST NICHT da, wir suchen weiter.", "name"],
    ["de", "Hallo Maya, wir kommen NICHT VOR MONTAG zu Ihnen.", "date"],
    ["fr", "Bonjour Maya, ce n'est PAS À LYON, nous cherchons encore.", "name"],
    ["fr", "Bonjour Maya, ce N'ALICE PAS, nous cherchons encore.", "name"],
    ["fr", "Bonjour Maya, DEMANDEZ À CAMILLE MAINTENANT, elle vous aide.", "name"],
    ["es", "Hola, Maya, NO ESTÁ EN SEVILLA, lo buscamos.", "name"],
    ["es", "Hola, Maya, LLAME A LUCÍA AHORA, por favor.", "name"],
    ["pt", "Olá, Maya, NÃO ESTÁ NO PORTO, vamos procurar.", "name"],
    ["pt", "Olá, Maya, FALE COM A INÊS AGORA, por favor.", "name"]
  ])("%s: %s", (language, text, refused) => {
    expect(quietened(language, text)).toEqual([refused])
  })

  test("a name that somebody typed in small letters is a name, and so is the customer's own", () => {
    const text = "Hi there, PLEASE ASK HOPE NOW."
    const thread = [{ role: "customer" as const, text: "hi, i hope to hear from you. ask maria." }]
    expect(quietened("en", text, { thread, requester: "Hope Olsen" })).toEqual(["name"])
    expect(quietened("en", "Hi there, PLEASE ASK MARIA NOW.", { thread })).toEqual(["name"])
    expect(
      quietened("en", "Hi there, PLEASE ASK MARIA NOW.", {
        thread: [],
        sources: ["Write to maria@shop.example or see https://shop.example/maria"]
      })
    ).toEqual(["name"])
    expect(
      quietened("en", "Hi there, PLEASE ASK ROSE NOW.", {
        thread: [],
        sources: ["The price rose last year. Ask for Rose at the desk."]
      })
    ).toEqual(["name"])
  })

  test("the customer's own name is one in any script, and only with a capital where it is a word besides", () => {
    expect(offered("ja", "佐藤が伺います", "担当が伺います", { requester: "佐藤 花子" })).toEqual({ refused: "name" })
    expect(quietened("en", "Hi there, WILL IT do?", { requester: "Will Olsen" })).toEqual(["name"])
    expect(offered("en", "it will come.", "it comes.", { requester: "Will Olsen" })).toMatchObject({
      text: "it comes."
    })
  })

  test("what the customer writes with a capital is a name, however the agent types it", () => {
    expect(
      offered("en", "please ask rosalind", "please ask somebody", {
        thread: [{ role: "customer", text: "I spoke to Rosalind." }]
      })
    ).toEqual({ refused: "name" })
  })

  test("a German word after an article may be a noun", () => {
    const change = { sources: ["Sie können jetzt nicht mehr essen."] }
    expect(quietened("de", "Hallo Maya, wir haben DAS ESSEN NICHT geliefert, leider.", change)).toEqual(["name"])
    expect(quietened("de", "Hallo Maya, bitte NICHT ESSEN, das ist noch nicht gut.", change)).toBe(
      "Hallo Maya, bitte nicht essen, das ist noch nicht gut."
    )
  })
})

describe("whatever the words", () => {
  /** What each piece says that may not change, as kind and value; written so, where a name is. */
  const PIECES: Record<string, string[]> = {
    wait: [],
    "the box": [],
    please: [],
    PLEASE: [],
    "sorry.": [],
    "I apologise.": [],
    "!!!": [],
    "\n": [],
    and: [],
    VERY: [],
    "14 days": ["number 14"],
    "15 days": ["number 15"],
    twice: ["number twice"],
    "€20": ["number 20"],
    zweimal: ["number zweimal"],
    deux: ["number deux"],
    TWO: ["number two"],
    two: ["number two"],
    "on 3 March 2026": ["date 3 March"],
    tomorrow: ["date tomorrow"],
    Monday: ["date Monday"],
    heute: ["date heute"],
    demain: ["date demain"],
    hoy: ["date hoy"],
    amanhã: ["date amanhã"],
    "Maria Olsen": ["name Maria Olsen"],
    MARIA: ["name MARIA"],
    maria: [],
    "to DHL": ["name DHL"],
    "of Lyon": ["name Lyon"],
    maya: ["name maya"],
    佐藤様: ["name 佐藤"],
    "https://a.example/X": ["link X"],
    "help@a.example": ["link help"],
    not: ["negation not"],
    NOT: ["negation not"],
    never: ["negation never"],
    nobody: ["negation nobody"],
    unable: ["negation unable"],
    able: [],
    nicht: ["negation nicht"],
    sans: ["negation sans"],
    できません: ["negation できません"]
  }
  const pieces = fc.array(fc.constantFrom(...Object.keys(PIECES)), { maxLength: 12 })
  const said = (list: string[]) => list.flatMap((piece) => PIECES[piece] ?? [])
  const kindsOf = (list: string[]) =>
    ["number", "date", "name", "link", "negation"].map((kind) =>
      said(list)
        .filter((one) => one.startsWith(kind))
        .join("|")
    )

  test("no fix is let through that changes a number, date, name, link or negation", () => {
    let let_through = 0
    fc.assert(
      fc.property(pieces, pieces, pieces, pieces, (before, was, put, after) => {
        const [head, old, tail] = [before, was, after].map((list) => list.map((piece) => `${piece} `).join(""))
        const text = `Well, ${head ?? ""}${old ?? ""}${tail ?? ""}`
        const from = 6 + (head ?? "").length
        const fix = safeFix(replyOf(text, "en"), {
          from,
          to: from + (old ?? "").length,
          text: put.map((piece) => `${piece} `).join("")
        })
        if ("refused" in fix) return
        let_through++
        expect(kindsOf(put)).toEqual(kindsOf(was))
      }),
      { numRuns: 2000, seed: 11 }
    )
    expect(let_through).toBeGreaterThan(20)
  })

  test("no fix that the check offers changes one either", () => {
    let offers = 0
    // Without the name that is typed in small letters: who writes it so has written it so.
    const quiet = Object.keys(PIECES).filter((piece) => piece !== "maria")
    const loud = [
      "PLEASE WAIT",
      "NOT NOW",
      "UNTIL MONDAY",
      "CALL MARIA NOW",
      "RUFEN SIE AN",
      "DO NOT ASK DHL",
      "Sorry again, Maria.",
      "I apologise, we can't help.",
      "I apologise for the 14 days.",
      "Again, I apologise.",
      "tier 2",
      "Sarah,",
      "Hi"
    ]
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...quiet, ...loud), { maxLength: 25 }),
        fc.constantFrom("en", "de", "fr", "es", "pt", "ja"),
        (list, language) => {
          const text = list.join(" ")
          const bound = (one: string) => [
            ...[
              ...one.matchAll(/https?:\S+|\S+@\S+|\d+|Monday|MONDAY|Maria|MARIA|Olsen|DHL|Lyon|佐藤|SIE|RUFEN/gu)
            ].map(([word]) => word),
            ...[
              ...one.matchAll(
                /(?<!\p{L})(?:twice|zweimal|deux|two|tomorrow|heute|demain|hoy|amanhã|monday|not|never|nobody|unable|nicht|sans|can't)(?!\p{L})|ません/giu
              )
            ].map(([word]) => word.toLowerCase())
          ]
          for (const { fix } of checkTone(text, about({ language }))) {
            if (!fix || "refused" in fix) continue
            offers++
            expect(bound(text.slice(0, fix.from) + fix.text + text.slice(fix.to))).toEqual(bound(text))
          }
        }
      ),
      { numRuns: 400, seed: 7 }
    )
    expect(offers).toBeGreaterThan(100)
  })
})

test("a reply that is full of capitals is looked at in time", () => {
  for (const text of ["Wait a NOT b ".repeat(1500), "Sorry!!! ".repeat(2200), "PLEASE WAIT maria, ".repeat(1000)]) {
    const spent = threadClock()
    expect(checkTone(text, about()).length).toBeGreaterThan(0)
    expect(spent()).toBeLessThan(5000)
  }
})
