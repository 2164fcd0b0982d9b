import { finding, type ToneRule } from "../finding.ts"
import { find, phrasesOf } from "../phrases/phrases.ts"
import { apart, quoted } from "../spans.ts"

/** The customer's fault, carelessness, a word doubted, a thing rubbed in: said or hinted. */
export const blame: ToneRule = (reply) => {
  const { blame: source } = phrasesOf(reply.written)
  const found = find(source, reply.text).map((match) => ({ start: match.index, end: match.index + match[0].trimEnd().length }))
  return apart(found).filter((span) => !quoted(reply, span)).map(({ start, end }) => finding(reply, "blame", start, end))
}
