import { expect, test } from "vitest"
import { areSent, messagesOf } from "../../src/ticket/chat-messages.ts"

const texts = (letter: string) => messagesOf(letter, "chat").map(({ text }) => text)

test("empty lines separate the messages of a chat, and each says where it stands", () => {
  const letter = "\nHi Maya, one.\n\ntwo,\nstill two. \n \n\nthree\n"
  expect(texts(letter)).toEqual(["Hi Maya, one.", "two,\nstill two.", "three"])
  for (const { start, end, text } of messagesOf(letter, "messaging")) expect(letter.slice(start, end)).toBe(text)
  expect(texts(" \n\n ")).toEqual([])
})

test.each([
  ["Hello Maya,\n\nit is on its way."],
  ["Hallo Mara,\n\nbitte so:\n\n1. Ausschalten\n2. Einschalten"],
  ["Try this.\n\n- Turn it off\n\n- Turn it on"],
  ["マヤ様、\n\n次の手順です：\n\n• 電源を切る"],
  ["Voici les étapes :\n\n1) Éteindre"]
])("a greeting, the words before a list, and the list itself stay together: %j", (letter) => {
  expect(texts(letter)).toEqual([letter])
})

test.each(["mail", "social", undefined] as const)("by %s a letter is one message", (channel) => {
  const letter = "Hello,\n\none.\n\ntwo.\n"
  expect(messagesOf(letter, channel)).toEqual([{ start: 0, end: letter.length, text: letter }])
})

test("a letter of more than 20 parts is sent whole", () => {
  const parts = (count: number) => Array.from({ length: count }, (_, at) => `This is part ${at}.`).join("\n\n")
  expect(texts(parts(20))).toHaveLength(20)
  expect(texts(parts(21))).toEqual([parts(21)])
})

test("each sent text counts for one message, and a blank that was sent open for its words", () => {
  const messages = messagesOf("Yes.\n\nIt is [[number]].\n\nYes.", "chat")
  expect(areSent(messages, ["Yes.", "It is [number]."])).toEqual([true, true, false])
  expect(areSent(messages, ["Yes!"])).toEqual([false, false, false])
})
