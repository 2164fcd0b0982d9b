import { expect, test } from "vitest"
import { en } from "../../../src/relay/drafting/voices/en.ts"
import { es } from "../../../src/relay/drafting/voices/es.ts"
import { fr } from "../../../src/relay/drafting/voices/fr.ts"
import { pt } from "../../../src/relay/drafting/voices/pt.ts"

test.each([
  ["en", en, "I take the coach twice a month.", "I was charged twice."],
  ["fr", fr, "Je prends le car deux fois par mois.", "J'ai été débité deux fois."],
  ["es", es, "Tomo el autobús dos veces al mes.", "Me han cobrado dos veces."],
  ["pt", pt, "Apanho o autocarro duas vezes por mês.", "Fui cobrado duas vezes."]
])(
  "%s: what happens twice a month calls for no apology, and what happened twice does",
  (_language, voice, habit, mishap) => {
    expect(voice.trouble.test(habit)).toBe(false)
    expect(voice.trouble.test(mishap)).toBe(true)
  }
)
