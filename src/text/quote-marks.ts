/** How mail programs introduce what they quote, and how people sign, in the product's languages. One line is tested at a time. */

/** "On Mon, 2 Nov 2026, Ann wrote:" and its kin, perhaps wrapped over three lines; they all end in a colon. */
export function isQuoteHeader(text: string): boolean {
  const line = text.replace(/\s+/g, " ").trim()
  return line.length <= 300 && /[\d@,]/.test(line) && WROTE.some((pattern) => pattern.test(line))
}

const WROTE = [
  /^(?:[->*\s]*)on\b.{4,250}\b(?:wrote|writes|said):$/i,
  /^am\b.{4,250}\bschrieb\b.{0,150}:$/i,
  /^le\b.{4,250}\ba [ée]crit ?:$/i,
  /^el\b.{4,250}\bescribi[óo]:$/i,
  /^(?:a|em|no dia)\b.{4,250}\bescreveu:$/i,
  /^[^\s<].{0,80}<[^<>\s]{3,100}@[^<>\s]{3,100}>.{0,80}(?:wrote|schrieb|a [ée]crit|escribió|escreveu)\b.{0,60}:$/i,
  /^\d{4}[年/-]\d{1,2}[月/-]\d{1,2}日?.{0,200}(?::|：|<[^<>]{3,100}>:?)$/,
  /^.{1,120}(?:さんは書きました|のメール|から)[:：]$/,
  /^\d{4}-\d\d-\d\d[ T,].{3,150}<[^<>\s]+@[^<>\s]+>:$/,
  /^(?:quoting|zitat von)\b.{2,150}:$/i
]

/** "-----Original Message-----": all below is quoted. A forwarded message is not: it is what the customer shows us. */
export const ORIGINAL_MESSAGE = /^[\s>]*-{2,}\s*(?:original message|reply message|urspr(?:ü|ue)ngliche nachricht|message d['’]origine|message original|mensaje original|mensagem original|元のメッセージ|original mail)\s*-{2,}\s*$/i
export const FORWARDED = /^[\s>]*-{2,}\s*(?:forwarded message|weitergeleitete nachricht|message transf[ée]r[ée]|mensaje reenviado|mensagem (?:re)?encaminhada|転送).*$/i
/** A line that helpdesks put above the place to answer. */
export const REPLY_ABOVE = /^[\s>]*(?:[#_=-]{2,}\s*)?(?:please )?(?:reply|type your (?:reply|response)) above this line\b.{0,80}$/i
/** First line of Outlook's block; one of HEADER_MORE must follow within three lines. */
export const HEADER_FROM = /^[\s>*]*(?:from|von|de|差出人)\s*[:：]\*?\s*\S/i
export const HEADER_MORE = /^[\s>*]*(?:sent|date|to|subject|gesendet|datum|an|betreff|envoy[ée]|objet|à|enviado(?: el| em)?|fecha|data|para|asunto|assunto|送信日時|日時|宛先|件名)\s*[:：]/i

/** A line that parts a signature from what stands above it: "-- " as in a mail, or the dash or rule that an editor makes of it. */
export const SIGNATURE_RULE = /^(?:--\s?|—|–|_{2,})$/
/** A line that can only begin a signature. */
export const SIGNATURE_START = /^(?:--\s?|—|–|_{2,}|-{1,2} ?\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*){0,3})$/u
/** What phones add. */
export const SENT_FROM = /^(?:sent (?:from|via|with) (?:my |the )?[^\s,.][^,.]{0,60}|get outlook for .{2,20}|(?:von|gesendet von) meinem .{2,40}(?: gesendet)?|gesendet (?:mit|von) .{2,40}|envoy[ée] (?:de|depuis) mon .{2,40}|enviado (?:desde|do|de) m(?:i|eu) .{2,40}|.{0,30}から送信)$/i

/** A closing by itself on a line; names and addresses follow it. */
export const CLOSING = new RegExp(
  "^(?:" +
    [
      "(?:(?:with )?(?:kind|best|warm|kindest|warmest|many)[ a-z]{0,20}(?:regards|wishes|thanks))|regards|best|cheers|sincerely|yours(?: \\p{L}+)?|thanks(?: (?:again|in advance|a lot|so much))?|thank you(?: (?:again|in advance|very much))?|all the best|take care",
      "(?:mit )?(?:freundliche[nr]?|beste[nr]?|viele[n]?|liebe[n]?|herzliche[n]?|schöne[n]?)(?: \\p{L}+)? gr(?:ü|ue)(?:ß|ss)en?|mfg|lg|vg|gruß|grüße|vielen dank|danke(?: im voraus)?|beste grüße aus .{2,20}",
      "(?:bien )?cordialement|bien à (?:vous|toi)|salutations(?: distingu[ée]es)?|meilleures salutations|merci(?: d['’]avance| beaucoup)?|amicalement",
      "(?:un )?(?:cordial |atento )?saludos?(?: cordiales)?|atentamente|(?:muchas )?gracias(?: de antemano)?",
      "atenciosamente|cumprimentos|(?:com os )?melhores cumprimentos|abraços?|(?:muito )?obrigad[oa](?: desde já)?|att",
      "敬具|よろしくお願い(?:いた)?します|宜しくお願い(?:いた|致)?します|よろしくお願い申し上げます|以上"
    ].join("|") +
    ")[\\s,.!。、–-]*$",
  "iu"
)
