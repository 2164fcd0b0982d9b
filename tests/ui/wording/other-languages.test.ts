import { afterEach, describe, expect, test } from "vitest"
import { readWishes } from "../../../src/text/wishes.ts"
import { PAGE_PARTS, UNCOUNTED_PARTS } from "../../../src/ticket/page-part.ts"
import { troubles } from "../../../src/ui/admin/status/status-text.ts"
import { stateWords } from "../../../src/ui/admin/knowledge/source-text.ts"
import { rewordWish } from "../../../src/ui/agent/evidence/reword-wish.ts"
import { toBarMessage } from "../../../src/ui/agent/state/bar-message.ts"
import { loadMessages } from "../../../src/ui/kit/language/load-messages.ts"
import { pagePartWords } from "../../../src/ui/kit/page-part-words.ts"
import { en } from "../../../src/ui/messages/en/en.ts"
import type { LanguageCode } from "../../../src/ui/messages/languages.ts"
import { setLanguage } from "../../../src/ui/messages/locale.ts"
import { isMessage, t } from "../../../src/ui/messages/t.ts"
import type { StatusAnswer } from "../../../src/protocol/routes/server.ts"

/** What comes by a code or a count from elsewhere is in the words of the interface's language. */
const speak = async (code: Exclude<LanguageCode, "en">) => setLanguage(code, await loadMessages(code))
afterEach(() => setLanguage("en", en))

describe("a part of a helpdesk's page that is missing", () => {
  test("has words of its own in each language", async () => {
    for (const part of [...PAGE_PARTS, ...UNCOUNTED_PARTS])
      expect(isMessage(`page-part.${part.replaceAll(" ", "-")}`), part).toBe(true)
    await speak("de")
    const { what } = toBarMessage({ code: "page-changed", data: { part: "ticket number" } }, {})
    expect(what).toContain("Ticketnummer")
  })

  test("is shown as it comes where this version doesn't know it", async () => {
    await speak("fr")
    expect(pagePartWords("side panel")).toBe("side panel")
    expect(toBarMessage({ code: "page-unfit", data: { part: "side panel" } }, {}).what).toContain("side panel")
  })
})

describe("a relay that isn't ready", () => {
  const sentence = "The database lacks 2 of this version's steps: start the relay again, which does them."
  const status = (unready?: StatusAnswer["unready"]): StatusAnswer => ({
    ready: false,
    reasons: [sentence],
    ...(unready === undefined ? {} : { unready }),
    relays: [],
    queues: { drafts: 0, importsRunning: 0, importsWaiting: 0, deliveries: 0 },
    budgets: {
      prepared: { people: 0, usedUp: 0, count: 0, perPerson: 1 },
      cost: { people: 0, usedUp: 0, amount: 0, perPerson: null, currency: "EUR" }
    },
    errors: []
  })

  test("says why in the interface's language", async () => {
    await speak("es")
    const [why = ""] = troubles(status([{ code: "database-behind", count: 2 }]))
    expect(why).toContain("le faltan 2 pasos")
    expect(why).not.toContain("database")
  })

  test("says it in its own sentence if it gives no code, or one that is unknown here", async () => {
    await speak("es")
    expect(troubles(status())[0]).toContain(sentence)
    expect(troubles(status([{ code: "on-fire" }]))[0]).toContain(sentence)
  })
})

describe("the instruction by which a denied sentence is reworded", () => {
  const evidence = [{ n: 1, text: "You choose a replacement" }]
  const claim = (verdict: object) => ({ verdict }) as Parameters<typeof rewordWish>[0]

  test("is the same in every language, and one that the rules of wishes understand", async () => {
    const wishes = async (code: Exclude<LanguageCode, "en">) => {
      await speak(code)
      return [rewordWish(claim({ evidence, why: "" })), rewordWish(claim({ evidence: [], why: "no fee is named" }))]
    }
    const english = [
      rewordWish(claim({ evidence, why: "" })),
      rewordWish(claim({ evidence: [], why: "no fee is named" }))
    ]
    for (const code of ["de", "ja", "ar"] as const) expect(await wishes(code)).toEqual(english)
    for (const wish of english) expect(readWishes(wish, "ja").filter(({ kind }) => kind === "unknown")).toEqual([])
  })
})

describe("a count", () => {
  test("has the noun behind it in the form that it needs", async () => {
    await speak("ar")
    expect(t("usage.days", { count: 2 })).toBe("آخر يومين")
    expect(t("usage.days", { count: 7 })).toBe("آخر 7 أيام")
    expect(t("report.coverage.lead.none", { weeks: 12 })).toContain("12 أسبوعًا")
    await speak("de")
    expect(t("search.found", { count: 1, documents: 1 })).toBe("Das beste von 1 Dokument.")
    expect(t("cases.hours", { least: 0, most: 1 })).toBe("Das ist in 0 bis 1 Stunde.")
  })

  test("of an import has its noun in each part", async () => {
    await speak("fr")
    const last = { state: "done", imported: 1, removed: 3, failed: 0, seen: 4, started: "2026-10-01T08:00:00Z" }
    const words = stateWords({ last, waiting: false, again: true } as never, Date.parse("2026-11-01T08:00:00Z"))
    expect(words).toContain("1 document nouveau ou modifié")
    expect(words).toContain("3 documents retirés")
  })
})
