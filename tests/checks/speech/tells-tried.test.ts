import { expect, test } from "vitest"
import { tellsTried } from "../../../src/checks/speech/speech-acts.ts"

test.each([
  ["fr", "J'ai essayé avec un autre câble."],
  ["fr", "Nous avons déjà redémarré la borne."],
  ["en", "I have already tried another cable."],
  ["de", "Ich habe es mit einem anderen Kabel versucht."],
  ["es", "He probado con otro cable."],
  ["pt", "Tentei com outro cabo."],
  ["ja", "別のケーブルで試しました。"]
])("what the customer has tried is known as such, in %s: %s", (language, sentence) => {
  expect(tellsTried(sentence, language)).toBe(true)
})

test.each([
  ["fr", "Je voudrais essayer un autre câble."],
  ["de", "Ich versuche es morgen."]
])("what the customer means to try isn't, in %s: %s", (language, sentence) => {
  expect(tellsTried(sentence, language)).toBe(false)
})
