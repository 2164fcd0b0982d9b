import type { Language } from "../../../text/languages.ts"
import type { MaskedPair } from "./masked-pair.ts"
import type { ImportedDocument } from "../../source/source.ts"
import { languageOfGaps } from "./gaps.ts"
import { plainMarkdown } from "./plain-markdown.ts"

export interface SolvedPair {
  id: string
  path: string
  url?: string
  pair: MaskedPair
  locale?: string
  satisfaction?: "good" | "bad"
  /** This is when the reply was written. */
  replied: string
  /** This is when the ticket was solved. */
  solved?: string
}

/** Makes the document of a solved ticket. It is shown to agents and never quoted to a customer. */
export function ticketDocument({
  id,
  path,
  url,
  pair: { subject, question, reply, tags },
  locale,
  satisfaction,
  replied,
  solved
}: SolvedPair): ImportedDocument {
  const words = HEADINGS[languageOfGaps(locale)]
  return {
    id,
    path,
    title: subject.slice(0, MAX_TITLE) || path,
    kind: "ticket",
    visibility: "internal",
    groups: [],
    changed: solved ?? replied,
    body: `## ${words.question}\n\n${plainMarkdown(question)}\n\n## ${words.reply}\n\n${plainMarkdown(reply)}`,
    ...(url !== undefined && { url }),
    ...(locale !== undefined && { locale }),
    details: { kind: "ticket", question, reply, tags, replied, ...(satisfaction && { satisfaction }) }
  }
}

const MAX_TITLE = 300
const HEADINGS: Record<Language, { question: string; reply: string }> = {
  en: { question: "Question", reply: "Reply" },
  de: { question: "Frage", reply: "Antwort" },
  fr: { question: "Question", reply: "Réponse" },
  es: { question: "Pregunta", reply: "Respuesta" },
  pt: { question: "Pergunta", reply: "Resposta" },
  ja: { question: "質問", reply: "回答" }
}
