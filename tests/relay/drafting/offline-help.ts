import { createOfflineDrafter } from "../../../src/relay/drafting/offline/offline-drafter.ts"
import type { RetrievedSources } from "../../../src/models/drafter/contract.ts"
import { type Language } from "../../../src/text/languages.ts"
import type { Answer as Outcome, MissingFact, Refusal, Source } from "../../../src/ticket/draft.ts"
import type { TeamVoice } from "../../../src/ticket/team-voice.ts"
import type { MaskedTicket } from "../../../src/ticket/masked-ticket.ts"

export interface Answer {
  text: string
  questions: MissingFact[]
  refusal: Refusal | undefined
  answer: Outcome | undefined
}

export async function draft(
  what: MaskedTicket,
  language: string | null,
  sources: Source[],
  instruction?: string,
  voice?: TeamVoice
): Promise<Answer> {
  const answer: Answer = { text: "", questions: [], refusal: undefined, answer: undefined }
  const found: RetrievedSources = { sources, searched: ["Paket"], documents: 40 }
  const request = {
    draftId: "00000000-0000-4000-8000-000000000000",
    ticket: what,
    ...(instruction === undefined ? {} : { instruction })
  }
  for await (const written of createOfflineDrafter().write(
    { request, retrieval: found, language, voice },
    AbortSignal.timeout(20_000)
  )) {
    if ("text" in written) answer.text += written.text
    if ("questions" in written) answer.questions.push(...written.questions)
    if ("answer" in written) answer.answer = written.answer
    if ("refusal" in written) answer.refusal = written.refusal
  }
  return answer
}

export const source = (
  n: number,
  locale: string,
  title: string,
  passage: string,
  more: Partial<Source> = {}
): Source => ({
  n,
  id: `s${n}`,
  title,
  kind: "article",
  headings: [],
  passage,
  visibility: "public",
  locale,
  score: 1 / n,
  ...more
})

/** A missing parcel in each language: what the customer asks, and the page that answers. */
export const PARCEL: Record<Language, { ask: string; page: string }> = {
  en: {
    ask: "My parcel is shown as delivered but it is missing. What happens with a missing parcel?",
    page: "When a parcel is missing, we ask the carrier to search for it. The carrier answers within five working days. You get a search number from us."
  },
  de: {
    ask: "Mein Paket gilt als zugestellt, aber es fehlt. Was passiert bei einem fehlenden Paket?",
    page: "Fehlt ein Paket, lassen wir den Zusteller danach suchen. Der Zusteller antwortet innerhalb von fünf Werktagen. Sie erhalten von uns eine Suchnummer."
  },
  fr: {
    ask: "Mon colis est indiqué comme livré mais il manque. Que se passe-t-il quand un colis manque ?",
    page: "Quand un colis manque, nous demandons au transporteur de le rechercher. Le transporteur répond sous cinq jours ouvrés. Vous recevez de notre part un numéro de recherche."
  },
  es: {
    ask: "Mi paquete figura como entregado, pero falta. ¿Qué pasa cuando falta un paquete?",
    page: "Cuando falta un paquete, pedimos al transportista que lo busque. El transportista responde en cinco días laborables. Le damos un número de búsqueda."
  },
  pt: {
    ask: "A minha encomenda consta como entregue, mas falta. O que acontece quando falta uma encomenda?",
    page: "Quando falta uma encomenda, pedimos à transportadora que a procure. A transportadora responde em cinco dias úteis. Damos-lhe um número de pesquisa."
  },
  ja: {
    ask: "荷物が配達済みと表示されていますが、届いていません。届かない荷物はどうなりますか。",
    page: "届かない荷物は、当店から配送会社に調査を依頼します。配送会社は5営業日以内に回答します。調査番号は当店からお知らせします。"
  }
}

export const LETTERS: Record<Language, string> = {
  en: "Hello [PERSON_1],\n\nI'm sorry for the trouble. When a parcel is missing, we ask the carrier to search for it. The carrier answers within five working days. Your search number is [[search number]].\n\nKind regards\n[PERSON_2]",
  de: "Guten Tag [PERSON_1],\n\nes tut uns leid, dass es Schwierigkeiten gibt. Fehlt ein Paket, lassen wir den Zusteller danach suchen. Der Zusteller antwortet innerhalb von fünf Werktagen. Ihre Suchnummer ist [[Suchnummer]].\n\nFreundliche Grüße\n[PERSON_2]",
  fr: "Bonjour [PERSON_1],\n\nNous sommes désolés pour ce désagrément. Quand un colis manque, nous demandons au transporteur de le rechercher. Le transporteur répond sous cinq jours ouvrés. Votre numéro de recherche est le [[numéro de recherche]].\n\nCordialement,\n[PERSON_2]",
  es: "Hola, [PERSON_1]:\n\nLamentamos las molestias. Cuando falta un paquete, pedimos al transportista que lo busque. El transportista responde en cinco días laborables. Su número de búsqueda es [[número de búsqueda]].\n\nUn cordial saludo,\n[PERSON_2]",
  pt: "Olá, [PERSON_1],\n\nLamentamos o transtorno. Quando falta uma encomenda, pedimos à transportadora que a procure. A transportadora responde em cinco dias úteis. O seu número de pesquisa é [[número de pesquisa]].\n\nAtenciosamente,\n[PERSON_2]",
  ja: "[PERSON_1]様\n\nご不便をおかけし、申し訳ございません。届かない荷物は、当店から配送会社に調査を依頼します。配送会社は5営業日以内に回答します。調査番号は[[調査番号]]です。\n\n何卒よろしくお願いいたします。\n[PERSON_2]"
}
