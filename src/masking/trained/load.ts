import { weights as names } from "../../lexicon/weights/names.ts"
import { weights as unlisted } from "../../lexicon/weights/unlisted.ts"
import type { NameModel } from "../names/find-names.ts"
import { Knowledge } from "../names/knowledge.ts"
import { unpackTrained, unpackUnlisted } from "./trained-file.ts"

let model: NameModel | undefined

/** Returns the trained model. The first call unpacks it, which takes some milliseconds. */
export const nameModel = (): NameModel => (model ??= load())

function load(): NameModel {
  const { lists, weights } = unpackTrained(names())
  return { knowledge: new Knowledge(lists), weights, unlisted: unpackUnlisted(unlisted()) }
}
