import { Bloom } from "./bloom.ts"
import type { NameModel } from "./find-names.ts"
import { Knowledge } from "./knowledge.ts"
import { TRAINED } from "./trained.ts"

let loaded: NameModel | undefined

/** What was trained, unpacked at the first call; some milliseconds. */
export function nameModel(): NameModel {
  return (loaded ??= {
    knowledge: new Knowledge({
      ordinary: TRAINED.ordinary.map((words) => new Bloom(bytes(words))),
      given: new Bloom(bytes(TRAINED.given)), family: new Bloom(bytes(TRAINED.family)), towns: new Bloom(bytes(TRAINED.towns)),
      countries: new Bloom(bytes(TRAINED.countries)), letters: signed(TRAINED.letters)
    }),
    weights: { personal: signed(TRAINED.personal), scale: TRAINED.scale, kinds: signed(TRAINED.kinds) }
  })
}

function bytes(base64: string): Uint8Array {
  const letters = atob(base64)
  const out = new Uint8Array(letters.length)
  for (let i = 0; i < letters.length; i++) out[i] = letters.charCodeAt(i)
  return out
}

const signed = (base64: string) => new Int8Array(bytes(base64).buffer)
