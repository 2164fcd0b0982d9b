import { expect, test } from "vitest"
import { promiseIn } from "../../src/checks/promises.ts"

test.each([
  ["en", "I'll call you on Monday."],
  ["en", "I’ll call you on Monday."],
  ["en", "You'll have it by Friday."],
  ["en", "We’ll send you a new lamp tomorrow."],
  ["fr", "J'enverrai la lampe lundi."],
  ["fr", "J’enverrai la lampe lundi."],
  ["fr", "On vous l'enverra lundi."],
  ["fr", "Vous l'aurez vendredi."],
  ["fr", "Tu l’auras vendredi."],
  ["de", "Ich schick's Ihnen am Montag."],
  ["de", "Ich schick’s dir morgen."],
  ["de", "Ich schicke Ihnen die Lampe am Montag."],
  ["de", "Wir rufen Sie am Montag an."],
  ["de", "Am Montag rufe ich Sie an."],
  ["pt", "Enviar-lhe-emos a lâmpada na segunda-feira."],
  ["pt", "Contactá-lo-ei amanhã."],
  ["es", "Se lo enviaré el lunes."]
])("a time is promised in short forms too (%s): %s", (language, sentence) => {
  expect(promiseIn(sentence, language)).toMatchObject({ kind: "promise-date" })
})

test.each([
  ["en", "I won't call you on Monday."],
  ["en", "You'll see a lamp."],
  ["fr", "J'ai vu que vous avez écrit lundi."],
  ["de", "Rufen Sie uns am Montag an."],
  ["de", "Wir haben die Lampe am Montag verschickt."]
])("nothing is promised (%s): %s", (language, sentence) => {
  expect(promiseIn(sentence, language)).toBeUndefined()
})
