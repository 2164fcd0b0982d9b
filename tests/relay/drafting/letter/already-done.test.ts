import { expect, test } from "vitest"
import { alreadyDone } from "../../../../src/relay/drafting/offline/reading/already-done.ts"
import { quotableOf } from "../../../../src/relay/drafting/offline/reading/quotable.ts"
import { VOICES } from "../../../../src/relay/drafting/voices/voice.ts"
import type { Language } from "../../../../src/text/languages.ts"
import type { Source } from "../../../../src/ticket/draft.ts"
import { ticket } from "../../../knowledge/help/tickets.ts"

/** Returns the sentences of a page that the customer has done already. */
function doneIn(language: Language, title: string, page: string, said: string, agent = ""): string[] {
  const message = { author: "", at: "", text: said }
  const told = {
    ...ticket("", ""),
    messages: [
      ...(agent ? [{ ...message, id: "1", role: "agent" as const, text: agent }] : []),
      { ...message, id: "2", role: "customer" as const }
    ]
  }
  const source: Source = {
    ...{ n: 1, id: "p", title, kind: "article", headings: [], passage: page, visibility: "public", score: 1 }
  }
  const voice = VOICES[language]
  const all = quotableOf([source], language, voice)
  return all.filter(alreadyDone(told, { language, voice, all })).map(({ text }) => text)
}

test.each<[Language, string, string, string]>([
  ["en", "Router", "Restart the router.", "I pulled the plug and put it back in, no luck."],
  ["de", "Der Router", "Starten Sie den Router neu.", "Stecker gezogen und wieder rein, ohne Erfolg."],
  ["fr", "La box", "Redémarrez la box.", "J'ai éteint puis rallumé la box."],
  ["es", "El router", "Reinicie el router.", "Ya lo he apagado y encendido."],
  ["pt", "O router", "Reinicie o router.", "Já desliguei o router e voltei a ligar."],
  ["ja", "ルーター", "ルーターを再起動してください。", "ルーターの電源を入れ直しました。"]
])("%s: a step told in other words is done", (language, title, step, said) => {
  expect(doneIn(language, title, step, said)).toEqual([step])
})

test("a step that tells to look is done by who tells how the things are", () => {
  const step = "Check that the hose isn't bent behind the machine."
  expect(doneIn("en", "No water", step, "The hose behind the machine is straight.")).toEqual([step])
})

test("what an agent asked for is done by who answers that it is", () => {
  const step = "Delete the app and install it again."
  expect(doneIn("en", "The app", step, "I removed it and put it back.", "Please remove the app once.")).toEqual([step])
})

test.each([
  ["not yet", "I haven't restarted the router yet."],
  ["not possible", "I can't restart the router, it has no switch."],
  ["asked", "Should I restart the router?"],
  ["another action", "I bought the router in May."],
  ["another thing", "I restarted my computer."]
])("a step stays: %s", (_what, said) => {
  expect(doneIn("en", "A red light", "Restart the router.", said)).toEqual([])
})

test("what is no step stays, and so does what the team needs", () => {
  const page = "Restarting the router takes two minutes. Send us the number of the router."
  expect(doneIn("en", "Router", page, "I restarted the router and sent the number.")).toEqual([])
})

test("who has done one step of a page is asked less for its others", () => {
  const page = "Wipe the lens and the sensor with a soft damp cloth. Charge the battery in the kitchen."
  const clean = "Glass and sensor cleaned."
  expect(doneIn("en", "The camera", page, `${clean} Battery fully charged yesterday.`)).toHaveLength(2)
  expect(doneIn("en", "The camera", "Charge the battery in the kitchen. Press the button.", clean)).toEqual([])
})

test("an action that everybody takes tells of a step only beside its thing", () => {
  const step = "Choose the motion zone in the app."
  expect(doneIn("en", "The camera", step, "I chose a smaller motion zone.")).toEqual([step])
  expect(doneIn("en", "The camera", step, "I chose the blue model.")).toEqual([])
})

test("a step for a later case stays where nothing of it was done", () => {
  const page = "Freeze the card. If it still isn't yours, choose the red button."
  expect(doneIn("en", "An unknown payment", page, "The card has been frozen, and I chose a new PIN.")).toEqual([
    "Freeze the card."
  ])
})
