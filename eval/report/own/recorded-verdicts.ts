import { createHash } from "node:crypto"
import { existsSync } from "node:fs"
import * as z from "zod/mini"
import type { EvidencePart, Verdict, Verifier, VerifyTask } from "../../../src/models/drafter/contract.ts"
import { isDenied, VERDICTS } from "../../../src/ticket/draft.ts"
import { readLines } from "../../../training/read-lines.ts"

const line = z.object({
  key: z.string(),
  /** Whether the model noticed both canaries. */
  noticed: z.boolean(),
  /** Evidence is recorded word for word, because a change of the search may number it otherwise. */
  verdicts: z.array(
    z.object({ sentence: z.string(), verdict: z.enum(VERDICTS), evidence: z.array(z.string()), why: z.string() })
  ),
  unanswered: z.array(z.string())
})
export type RecordedLetter = z.infer<typeof line>

/** A letter by its words and what it answers. */
export const letterKey = (ticket: string, text: string): string =>
  createHash("sha256").update(`${ticket}\0${text}`).digest("hex").slice(0, 12)

/** Returns the verifier of each letter whose verdicts a file records, or undefined without such a file. */
export function recordedVerifiers(file: string): ((key: string) => Verifier | undefined) | undefined {
  if (!existsSync(file)) return undefined
  const byKey = new Map(readLines(file, line).map((one) => [one.key, one]))
  return (key) => {
    const recorded = byKey.get(key)
    return recorded && replaying(recorded)
  }
}

/** Answers as the model did. What it wasn't asked about then are canaries. */
const replaying = ({ noticed, verdicts, unanswered }: RecordedLetter): Verifier => ({
  name: "recorded",
  fingerprint: "",
  async verify({ sentences, evidence }) {
    const answered = sentences.map(({ n, text }): Verdict => {
      const own = verdicts.find(({ sentence }) => sentence === text)
      if (!own) return { n, verdict: noticed ? "contradicted" : "supported" }
      const names = own.evidence.flatMap((quote) => nameOf(quote, evidence) ?? [])
      return { n, verdict: own.verdict, evidence: names, why: own.why }
    })
    return { verdicts: answered, unanswered }
  }
})

function nameOf(quote: string, evidence: readonly EvidencePart[]): string | undefined {
  const part = evidence.find(({ sentences }) => sentences.includes(quote))
  return part && `${part.id}.${part.sentences.indexOf(quote) + 1}`
}

/** Takes what a verifier would be asked, and answers nothing. */
export function capturingVerifier(): { verifier: Verifier; task(): VerifyTask | undefined } {
  const tasks: VerifyTask[] = []
  const verifier: Verifier = {
    name: "capturing",
    fingerprint: "",
    async verify(task) {
      tasks.push(task)
      return { verdicts: [], unanswered: [] }
    }
  }
  return { verifier, task: () => wholeOf(tasks) }
}

/** Puts the requests about one letter together, so that a model is asked once. The canaries come last, once. */
function wholeOf(tasks: readonly VerifyTask[]): VerifyTask | undefined {
  const last = tasks.at(-1)
  if (!last) return undefined
  const letter = last.text ?? ""
  const all = [...new Set(tasks.flatMap(({ sentences }) => sentences.map(({ text }) => text)))]
  const own = all.filter((text) => letter.includes(text))
  const canaries = all.filter((text) => !letter.includes(text))
  return { ...last, sentences: [...own, ...canaries].map((text, at) => ({ n: at + 1, text })) }
}

/**
 * Asks a model about a whole letter, and returns what is recorded of its verdicts.
 * @throws ModelError
 */
export async function recordLetter(
  key: string,
  task: VerifyTask,
  verifier: Verifier,
  signal: AbortSignal
): Promise<RecordedLetter> {
  const { verdicts, unanswered } = await verifier.verify(task, signal)
  const texts = new Map<string, string>(
    task.evidence.flatMap(({ id, sentences }) => sentences.map((text, at) => [`${id}.${at + 1}`, text] as const))
  )
  const isOwn = (text: string) => task.text?.includes(text) ?? false
  const verdictOn = new Map(verdicts.map((one) => [one.n, one]))
  return {
    key,
    noticed: task.sentences
      .filter(({ text }) => !isOwn(text))
      .every(({ n }) => isDenied({ kind: verdictOn.get(n)?.verdict ?? "unclear" })),
    verdicts: task.sentences
      .filter(({ text }) => isOwn(text))
      .flatMap(({ n, text }) => {
        const { verdict, evidence = [], why = "" } = verdictOn.get(n) ?? {}
        return verdict
          ? [{ sentence: text, verdict, evidence: evidence.flatMap((name) => texts.get(name) ?? []), why }]
          : []
      }),
    unanswered
  }
}
