import { expect, test } from "vitest"
import { noteFinder } from "../../src/lookups/repeats-note.ts"
import { threadClock } from "../slowness.ts"

const finderOf = (...notes: string[]) =>
  noteFinder({
    messages: notes.map((text, at) => ({
      ...{ id: `n${at}`, author: "Tom", role: "agent" as const, visibility: "internal" as const },
      ...{ at: "2026-11-20T09:00:00.000Z", text }
    }))
  })

const GERMAN =
  "Kunde droht mit Anwalt. Kulanz nur bis 50 Euro gewähren, sonst an Müllers Team übergeben!\nNicht nochmal anrufen"
const ENGLISH =
  "He lies about the parcel. Don’t offer more than the usual twenty percent before Friday noon, whatever he says."
const JAPANESE = "このお客様は以前にも返金を何度も要求しています。要注意。上司の許可なしに割引をしないでください。"

test.each([
  ["as it is", GERMAN, "Kunde droht mit Anwalt."],
  ["in capitals and without its full stop", GERMAN, "KUNDE DROHT MIT ANWALT"],
  ["within another text", GERMAN, "Notiz (Tom): Kunde droht mit Anwalt – siehe oben"],
  ["with HTML around and within it", GERMAN, "<p>Kunde <b>dro</b>ht&nbsp;mit<br/>Anwalt</p><p>x</p>"],
  [
    "with entities, escaped once and twice",
    GERMAN,
    "Kulanz nur bis 50 Euro gew&auml;hren, sonst an M&amp;uuml;llers Team &#252;bergeben"
  ],
  ["with escaped tags", GERMAN, "&lt;p&gt;Kunde droht &lt;i&gt;mit&lt;/i&gt; Anwalt&lt;/p&gt;"],
  ["as a line without a full stop", GERMAN, "Nicht nochmal anrufen"],
  ["with other white space", GERMAN, "Kunde\u00a0droht \t mit\r\nAnwalt"],
  ["with soft hyphens and in full-width letters", GERMAN, "Kun\u00adde droht mit ＡＮＷＡＬＴ"],
  ["glued where tags were taken out", GERMAN, "Siehe:Kunde droht mitAnwalt.Kulanz"],
  ["eight words from the middle of a sentence", ENGLISH, "offer more than the usual twenty percent before"],
  ["with another apostrophe and hyphens", ENGLISH, "Don't offer more-than the usual: twenty percent before Friday"],
  ["in Japanese, a sentence", JAPANESE, "備考：上司の許可なしに割引をしないでください"],
  ["in Japanese, twelve characters", JAPANESE, "【メモ】お客様は以前にも返金を何度"],
  ["in Japanese with tags and spaces", JAPANESE, "<div>お客様は 以前にも<br>返金を何度も要求</div>"]
])("a note is recognised in a fact: %s", (_, note, fact) => {
  expect(finderOf("Another note.", note).isIn(fact, true)).toBe(true)
})

test("a sentence of one word counts where it is the whole fact", () => {
  expect(finderOf("Betrüger! Bitte melden.").isIn("betrüger", true)).toBe(true)
  expect(finderOf("要注意。").isIn("要注意", true)).toBe(true)
  expect(finderOf("Sent. Thanks.").isIn("Sent on Friday", true)).toBe(false)
})

test.each([
  ["seven words of a longer sentence", ENGLISH, "offer more than the usual twenty percent"],
  ["words that occur in it in another order", ENGLISH, "the parcel is about the usual size, he says"],
  ["a day", "2026-11-12\nSent 2026-11-12.", "2026-11-12"],
  ["eleven Japanese characters", JAPANESE, "お客様は以前にも返金を"],
  ["nothing", GERMAN, "  <br> "]
])("what only resembles a note is left: %s", (_, note, fact) => {
  expect(finderOf(note).isIn(fact, true)).toBe(false)
})

test("an article that an agent named in a note is no note in the shop's answer, a longer sentence is", () => {
  const note = "Halo table lamp\nHe lies about the parcel that we sent him."
  expect(finderOf(note).isIn("Halo table lamp", false)).toBe(false)
  expect(finderOf(note).isIn("Halo table lamp", true)).toBe(true)
  expect(finderOf(note).isIn("He lies about the parcel that we sent him", false)).toBe(true)
})

test("what the customer may read is no note", () => {
  const text = "Kunde droht mit Anwalt."
  const finder = noteFinder({
    messages: [{ id: "1", author: "", role: "customer", visibility: "public", at: "2026-11-20T09:00:00.000Z", text }]
  })
  expect(finder.isIn(text, true)).toBe(false)
})

test("30 lookups of long facts beside long notes are compared in no time", () => {
  const words = Array.from({ length: 5000 }, (_, n) => `word${n % 977}`).join(" ")
  const finder = finderOf(words, words.replaceAll("word", "wort"))
  const spent = threadClock()
  for (let n = 0; n < 300; n++) finder.isIn(`fact ${n} `.repeat(40).slice(0, 300), true)
  expect(spent()).toBeLessThan(2000)
})
