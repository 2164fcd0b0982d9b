import { describe, expect, test } from "vitest"
import { endOfOwnWords } from "../../src/composers/common/insert-position.ts"

const QUOTE = "> Where is it?\n> Dana"
/** What is above the draft. */
const own = (text: string) => text.slice(0, endOfOwnWords(text))

describe("above a quote", () => {
  test.each([
    "On Tue, 3 Nov 2026 at 10:12, Dana Okafor <dana@post.example> wrote:",
    "On Tue, Marta wrote:",
    "On Tuesday, the third of November 2026, at 10:12,\nDana Okafor <dana@post.example> wrote:",
    "Dana Okafor wrote:",
    "Am 3. Mai schrieb Dana:",
    "Am Di., 3. Nov. 2026 um 10:12 Uhr schrieb Dana Okafor <dana@post.example>:",
    "Le 3 novembre 2026 à 10:12, Dana Okafor a écrit :",
    "El mar, 3 nov 2026 a las 10:12, Dana Okafor escribió:",
    "Em ter., 3 de nov. de 2026 às 10:12, Dana Okafor escreveu:",
    "2026年11月3日(火) 10:12 Dana Okafor <dana@post.example>:",
    "W dniu 3.11.2026 o 10:12, Dana Okafor pisze:",
    "dana@post.example wrote:"
  ])("what a mail program writes belongs to the quote: %s", (line) => {
    for (const between of ["\n", "\n\n"]) expect(own(`Hi Dana,\n\n${line}${between}${QUOTE}\n`)).toBe("Hi Dana,")
    expect(own(`\n\n${line}\n${QUOTE}\n\n-- \nNoor`)).toBe("")
  })

  test.each([
    "Hi Ana,\n\nhere are my answers to your questions:",
    "As you wrote:",
    "Wie Ihr Kollege schrieb:",
    "Comme vous l'avez écrit :",
    "Hallo Ana,\n\nhier die Antworten auf Ihre 3 Fragen:",
    "Voici mes réponses :",
    "Aquí están mis respuestas:",
    "Aqui estão as minhas respostas:",
    "ご質問にお答えします：",
    "Hi Dana,"
  ])("the agent's own line stays above the draft: %s", (line) => {
    for (const between of ["\n", "\n\n"]) expect(own(`${line}${between}${QUOTE}\n`)).toBe(line)
  })
})

describe("above a signature", () => {
  const footer = (lines: number) => Array.from({ length: lines }, (_, n) => `Footer line ${n}`).join("\n")

  test("however long it is", () => {
    for (const lines of [1, 13, 60]) expect(own(`Hi,\n\n-- \n${footer(lines)}`)).toBe("Hi,")
    expect(own(`\n\n-- \n${footer(13)}\n`)).toBe("")
    expect(own(`Hi,\n\n--\n${footer(20)}`)).toBe("Hi,")
  })

  test("two dashes with a whole letter below them are the agent's own line", () => {
    const text = `Hi,\n\n--\n${footer(60)}`
    expect(own(text)).toBe(text)
  })
})
