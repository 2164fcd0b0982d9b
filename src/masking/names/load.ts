import { fromBase64 } from "../../text/base64.ts"
import { Bloom } from "./bloom.ts"
import type { NameModel } from "./find-names.ts"
import { Knowledge } from "./knowledge.ts"
import { TRAINED } from "./trained.ts"

let loaded: NameModel | undefined

/** What was trained, unpacked at the first call; some milliseconds. */
export function nameModel(): NameModel {
  return (loaded ??= {
    knowledge: new Knowledge({
      ordinary: TRAINED.ordinary.map((words) => new Bloom(fromBase64(words))),
      given: new Bloom(fromBase64(TRAINED.given)),
      family: new Bloom(fromBase64(TRAINED.family)),
      towns: new Bloom(fromBase64(TRAINED.towns)),
      countries: new Bloom(fromBase64(TRAINED.countries)),
      letters: signed(TRAINED.letters)
    }),
    weights: { personal: signed(TRAINED.personal), scale: TRAINED.scale, kinds: signed(TRAINED.kinds) }
  })
}

const signed = (base64: string) => new Int8Array(fromBase64(base64).buffer)
