import { expect, test } from "vitest"
import { languageOfThread } from "../../src/text/language-of-thread.ts"
import { threadClock } from "../slowness.ts"

const EN = "Hello, my parcel has not arrived yet. Can you help me, please?"
const DE = "Guten Tag, mein Paket ist noch nicht angekommen. Können Sie mir helfen?"
const FR = "Bonjour, mon colis n'est toujours pas arrivé. Pouvez-vous m'aider ?"
const JA = "荷物がまだ届いていません。確認していただけますか。"

/** Makes a thread of the customer's messages, oldest first. A message that begins with "agent: " is the agent's. */
const thread = (texts: string[], more: { subject?: string; locale?: string } = {}) => ({
  subject: "",
  ...more,
  messages: texts.map((text) => ({
    role: text.startsWith("agent: ") ? "agent" : "customer",
    text: text.replace(/^agent: /, "")
  }))
})

test("of two languages that of the customer's newest message", () => {
  expect(languageOfThread(thread([EN, DE]))).toBe("de")
  expect(languageOfThread(thread([DE, "agent: " + DE, EN], { subject: "Paket", locale: "de" }))).toBe("en")
})

test("of three languages that of the customer's newest message, whatever the agent wrote in", () => {
  expect(languageOfThread(thread([EN, "agent: " + EN, FR, "agent: " + DE, JA, "agent: " + EN]))).toBe("ja")
})

test("one message in three languages: the one it has most of, else always the same one, whatever their order", () => {
  expect(
    languageOfThread(thread([`${EN}\n\n${DE} Ich warte seit zwei Wochen darauf und brauche es dringend.\n\n${FR}`]))
  ).toBe("de")
  const orders = [
    [EN, DE, FR],
    [FR, EN, DE],
    [DE, FR, EN]
  ].map((parts) => languageOfThread(thread([parts.join("\n\n")], { locale: "fr" })))
  expect(new Set(orders).size).toBe(1)
  expect(["en", "de", "fr"]).toContain(orders[0])
})

test.each(["Thank you!", "ok", "👍", "LL-48213", "[PERSON_1]"])("a message of %j changes nothing", (short) => {
  expect(languageOfThread(thread([DE, "agent: " + DE, short]))).toBe("de")
})

test("what is quoted below, and the footer that a company hangs on, don't count", () => {
  const mail = `${DE}\n\nMit freundlichen Grüßen\nUwe Kern\n\nOn Mon, 16 Nov 2026 at 09:30, Support <care@shop.example> wrote:\n> ${EN}\n> ${EN}\n> ${EN}`
  expect(languageOfThread(thread([mail]))).toBe("de")
})

test("short messages tell together, with the subject; the helpdesk's locale only where they don't", () => {
  expect(
    languageOfThread(thread(["hallo", "mein Paket?", "wo ist es"], { subject: "Paket nicht da", locale: "en" }))
  ).toBe("de")
  expect(languageOfThread(thread(["ok?"], { locale: "pt-BR" }))).toBe("pt")
  expect(languageOfThread(thread(["ok?"]))).toBeNull()
  expect(languageOfThread(thread([]))).toBeNull()
})

test.each([
  ["it", "Buongiorno, il mio pacco non è ancora arrivato. Potete aiutarmi?"],
  ["nl", "Goedemorgen, mijn pakket is nog steeds niet aangekomen. Kunt u mij helpen?"],
  ["ca", "Bon dia, el meu paquet encara no ha arribat. Em podeu ajudar, si us plau?"],
  ["sv", "Hej, mitt paket har inte kommit fram ännu. Kan ni hjälpa mig?"],
  ["zh", "您好，我的包裹还没有收到。请帮我查一下配送状况。"],
  ["ko", "안녕하세요, 제 소포가 아직 도착하지 않았습니다."]
])(
  "a language of nobody in the team, %s, is not taken for one of theirs, whatever the locale says",
  (language, text) => {
    expect(languageOfThread(thread([text], { locale: "en" }))).toBe(language)
  }
)

test("a message of 200,000 characters is told in good time", () => {
  const spent = threadClock()
  expect(languageOfThread(thread([`${FR} `.repeat(3000)]))).toBe("fr")
  expect(spent()).toBeLessThan(1000)
})
