import { LineCounter, parseDocument } from "yaml"
import * as z from "zod/mini"
import { lineOf, type Mistake } from "../../runtime/yaml/mistake-lines.ts"
import { syntaxMistakes } from "../../runtime/yaml/syntax-mistakes.ts"

const message = z.strictObject({
  from: z.enum(["customer", "agent"]),
  at: z.optional(z.string()),
  text: z.string(),
  attachments: z.optional(z.array(z.string()))
})
const texts = z.record(z.string(), z.string())
const simulated = z.strictObject({
  name: z.string(),
  /** The day on which the ticket is looked at, as YYYY-MM-DD. */
  today: z.string().check(z.regex(/^\d{4}-\d\d-\d\d$/)),
  subject: z.string(),
  customer: z.optional(z.string()),
  tags: z.optional(z.array(z.string())),
  fields: z.optional(z.record(z.string(), z.pipe(z.union([z.string(), z.number()]), z.transform(String)))),
  locale: z.optional(z.string()),
  messages: z.array(message),
  intent: z.optional(z.string()),
  lookups: z.optional(texts),
  given: z.optional(texts),
  expect: z.strictObject({
    /** null: none is for this ticket. */
    playbook: z.optional(z.nullable(z.string())),
    step: z.optional(z.string()),
    state: z.optional(z.enum(["asks", "acts", "escalates", "ends", "falls-back"])),
    /** The names of the missing facts, in any order. */
    missing: z.optional(z.array(z.string())),
    /** What the text to the customer holds, each word for word. */
    says: z.optional(z.array(z.string())),
    group: z.optional(z.string())
  })
})
/** A ticket of a test, and where it should stand in a playbook. */
export type SimulatedTicket = z.infer<typeof simulated> & { line: number }

/** Reads cases from YAML (a list) or from JSON lines. Each mistake has its line. */
export function readCases(source: string, isJsonLines: boolean): { cases: SimulatedTicket[]; mistakes: Mistake[] } {
  return isJsonLines ? readLines(source) : readYaml(source)
}

function readYaml(source: string): { cases: SimulatedTicket[]; mistakes: Mistake[] } {
  const counter = new LineCounter()
  const document = parseDocument(source, { lineCounter: counter, prettyErrors: false })
  const syntax = syntaxMistakes(document, source, counter)
  if (syntax.length > 0) return { cases: [], mistakes: syntax }
  const read = z.array(simulated).safeParse(document.toJS())
  if (!read.success)
    return {
      cases: [],
      mistakes: read.error.issues.map(({ path, message: why }) => ({
        line: lineOf(document, counter, path),
        sentence: `${path.map(String).join(".")}: ${why}.`
      }))
    }
  return { cases: read.data.map((one, at) => ({ ...one, line: lineOf(document, counter, [at]) })), mistakes: [] }
}

function readLines(source: string): { cases: SimulatedTicket[]; mistakes: Mistake[] } {
  const read = source.split("\n").map((line, at) => {
    if (line.trim() === "") return {}
    try {
      return { one: { ...simulated.parse(JSON.parse(line)), line: at + 1 } }
    } catch (error) {
      const why = error instanceof z.core.$ZodError ? (error.issues[0]?.path.join(".") ?? "") : "it is no JSON"
      return { mistake: { line: at + 1, sentence: `This case can't be read: ${why}.` } }
    }
  })
  return { cases: read.flatMap(({ one }) => one ?? []), mistakes: read.flatMap(({ mistake }) => mistake ?? []) }
}
