/** How mail programs of the six languages, and some neighbours, name the fields of a mail's head. */
export const HEADER_FIELDS = {
  from: /^(?:from|von|de|expéditeur|remitente|remetente|da|van|差出人|送信元|送信者|発信者)$/,
  sent: /^(?:sent|gesendet|envoy[ée]e?(?: le)?|enviad[oa](?: el| em| a)?|verzonden|inviato|送信日時?|送信済み)$/,
  date: /^(?:date|datum|fecha|data|日時|日付)$/,
  to: /^(?:to|an|à|a|para|pour|destinataires?|destinatario|destinatário|aan|宛先|受信者)$/,
  subject: /^(?:subject|betreff|objet|sujet|asunto|assunto|oggetto|onderwerp|件名|題名|タイトル)$/,
  other:
    /^(?:cc|bcc|kopie|copie|copia|cópia|con copia|cci|cco|reply-to|antwort an|répondre à|responder a|importance|priority|wichtigkeit|priorität|importancia|prioridade|attachments?|anlagen?|anhang|pièces? jointes?|adjuntos?|datos adjuntos|anexos?|添付(?:ファイル)?|返信先|organization|organisation|重要度)$/
} as const

export type HeaderField = keyof typeof HEADER_FIELDS

/** "wrote" in the forms in which programs say it. */
export const WROTE =
  /(?:(?<!\p{L})(?:wrote|writes|schrieb|geschrieben|escribi[óo]|escreveu|schreef|ha scritto)(?![\p{L}])|(?<![\p{L}'’])a [ée]crit(?![\p{L}])|は?書きました|のメール|からのメール|のメッセージ)/iu

/** A person is named in a header; somebody's colleague, or "he", is written of in the text. */
export const NAMED_WRITER =
  /(?:(?<!\p{L})(?:your|my|our|his|her|he|she|they|you|we|me|us|him|colleague|someone|somebody|ihr|ihre|ihrem|ihren|mein|meine|euer|eure|unser|unsere|er|sie|man|mir|uns|jemand|kollegin|kollege|votre|vos|notre|il|elle|on m['’]|nous|vous|collègue|su|sus|vuestr[oa]|nuestr[oa]|él|ella|ellos|me|nos|usted|alguien|compañer[oa]|seu|sua|meu|minha|nosso|nossa|ele|ela|eles|alguém|colega)(?!\p{L})(?!\s*<)|(?<!\p{L})m['’]a(?!\p{L})|さんから|次のように|より連絡)/iu

/** The first word of a header, in programs' forms. */
export const HEADER_STARTS =
  /^[\s>*_-]*(?:(?:on|am|le|el|em|en|no dia|a|à|às|at|il|op|quoting|zitat von|citando a|(?:mon|tue|wed|thu|fri|sat|sun|lun|mar|mer|jeu|ven|sam|dim|mo|di|mi|do|fr|sa|so)[a-zäéáç]*[.,])\s|\d{1,4}[./年-])/iu

/** "-----Original Message-----". */
export const ORIGINAL =
  /^[-_=\s>*]{2,}(?:original[- ]?(?:message|mail|nachricht)?|original e-?mail|reply message|urspr(?:ü|ue)ngliche (?:nachricht|e-?mail)|message d['’]origine|(?:message|courriel|e-?mail) original|message initial|mensaje original|correo original|mensagem original|元のメッセージ|オリジナル ?メッセージ|original[- ]?メッセージ)\s*[-_=\s*]{2,}(?:from:.*)?$/i

/** "---------- Forwarded message ---------", "Begin forwarded message:". */
export const FORWARDED = new RegExp(
  "^(?:[-_=\\s>*]{2,}(?:forwarded (?:message|mail|by)|weitergeleitete (?:nachricht|e-?mail)|(?:message|courriel) (?:transf[ée]r[ée]|r[ée]exp[ée]di[ée])|mensaje reenviado|correo reenviado|mensagem (?:re)?encaminhada|mensagem reenviada|転送(?:された)?(?:メッセージ|メール)?).{0,80}|" +
    "(?:begin forwarded message|anfang der weitergeleiteten (?:nachricht|e-?mail)|d[ée]but du message (?:r[ée]exp[ée]di[ée]|transf[ée]r[ée])|inicio del mensaje reenviado|in[íi]cio da mensagem (?:re)?encaminhada|in[íi]cio da mensagem reenviada|転送されたメッセージ|以下、転送メール)\\s*[:：])\\s*$",
  "i"
)

/**
 * A line that helpdesks put above the place to answer: a place, a line and answering in one short line that begins with
 * signs or a request.
 */
export function isReplyMarker(text: string): boolean {
  return (
    text.length <= 120 &&
    /^(?:[#=_*~+-]{2,}|please\b|bitte\b|veuillez\b|merci de\b|por favor\b|reply above|type your)/i.test(text) &&
    /(?<!\p{L})(?:above|oberhalb|über|au-dessus|encima|arriba|acima)(?!\p{L})|の?上(?:に|部)|より上/iu.test(text) &&
    /\b(?:line|zeile|linie|ligne|l[íi]nea|linha)\b|行|線|ライン/i.test(text) &&
    /repl|respon|type|write|antwort|schreib|répon|saisi|écri|escrib|digit|返信|記入|入力|回答/i.test(text)
  )
}
