/**
 * What a sentence of each kind looks like, by language. A sentence that no pattern fits is not found, so a line is left
 * empty rather than wrong.
 */
export interface SummaryPatterns {
  /** What the customer would like to have. */
  wish?: RegExp
  /** The customer asks for something without a question mark. */
  request?: RegExp
  /** What the customer has done already. */
  tried?: RegExp
  /** The team says that something will be done, or by when. */
  promise?: RegExp
  courtesy?: RegExp
}

/** Matches a question in any language of the product. */
export const QUESTION_PATTERN = /[?？؟]["'”’»)\]」』]*$|(?:か|でしょうか|ませんか|ですか|ますか)[。.]?$/u

export const SUMMARY_PATTERNS: Record<string, SummaryPatterns> = {
  en: {
    wish: /\b(?:(?:i|we)(?:'d|’d| would) (?:like|rather|prefer)|(?:i|we) (?:want|need|expect|wish to)|can (?:i|we) (?:have|get))\b/i,
    request: /\b(?:please|let (?:me|us) know|(?:can|could|would|will) you|give me|send me|tell me)\b/i,
    tried:
      /\b(?:i|we)(?:'ve|’ve| have|'d|’d| had)? (?:already |also |just |both |since )*(?:asked|tried|looked|checked|searched|called|rang|phoned|written|wrote|restarted|reset|reinstalled|cleaned|changed|replaced|contacted|followed|pressed|unplugged|descaled|sent)\b|^(?:already )?(?:tried|asked|checked|looked|pressed|called)\b/i,
    promise:
      /\b(?:i|we|you|they|it|team|colleagues?|money|refund|parcel|replacement)(?:'ll|’ll| will| shall)\b(?! (?:need|have) to\b)|\bwithin (?:\d|a|an|one|two|three|four|five|six|seven|eight|nine|ten|fourteen)|\b(?:by|until|on|before) (?:\d{1,2}(?:st|nd|rd|th)?\b|mon|tue|wed|thu|fri|sat|sun|tomorrow|tonight|the end)|\bpromise/i,
    courtesy:
      /^(?:hi|hello|hey|dear|good (?:morning|afternoon|evening)|thanks|thank you|many thanks|kind regards|best|cheers)\b.{0,40}$/i
  },
  de: {
    wish: /\b(?:ich (?:möchte|will|hätte gern|brauche|erwarte)|wir (?:möchten|brauchen|erwarten))(?!\p{L})/iu,
    request: /(?<!\p{L})(?:bitte|können sie|könnten sie)(?!\p{L})/iu,
    tried:
      /\b(?:habe|haben)\b.*\b(?:versucht|gefragt|geprüft|gesucht|nachgesehen|angerufen|geschaut|probiert|gereinigt|neu gestartet|geschrieben|entkalkt)\b/i,
    promise:
      /\b(?:werde|werden|wird)\b|\b(?:innerhalb|binnen|bis (?:zum|spätestens|\d|morgen|montag|dienstag|mittwoch|donnerstag|freitag))\b/i,
    courtesy:
      /^(?:hallo|guten (?:tag|morgen|abend)|sehr geehrte|liebe[rs]?|danke|vielen dank|mit freundlichen|viele grüße|beste grüße)(?!\p{L}).{0,60}$/iu
  },
  fr: {
    wish: /\b(?:je (?:voudrais|souhaite|veux|préfère)|j['’]aimerais|nous (?:voudrions|souhaitons))\b/i,
    request: /\b(?:veuillez|s['’]il vous plaît|merci de|pouvez-vous|pourriez-vous)\b/i,
    tried:
      /\b(?:j['’]ai|nous avons|a|ont)\b.{0,30}\b(?:essayé|vérifié|demandé|cherché|regardé|appelé|écrit|nettoyé|redémarré|contrôlé)\b/i,
    promise:
      /\b(?:sous|d['’]ici|dans (?:un délai|les)|avant le|au plus tard)\b|\b(?:je|nous|vous)\b.{0,20}(?:rai|rons|rez)\b|\b(?:je vais|nous allons)\b/i,
    courtesy: /^(?:bonjour|bonsoir|cher|chère|merci|cordialement|bien cordialement|bien à vous)\b.{0,60}$/i
  },
  es: {
    wish: /\b(?:quiero|quisiera|querría|me gustaría|necesito|necesitamos|prefiero)(?!\p{L})/iu,
    request: /\b(?:por favor|pueden|podrían)(?!\p{L})/iu,
    tried:
      /\b(?:he|hemos|ha)\b.{0,20}\b(?:probado|intentado|preguntado|buscado|mirado|revisado|comprobado|llamado|escrito|limpiado|reiniciado)\b/i,
    promise:
      /\b(?:en un plazo|dentro de|antes del?|a más tardar|hasta el|le (?:enviaremos|enviaré|avisaremos)|vamos a|voy a)\b|\b\p{L}+(?:remos|ré|rá|rán)(?!\p{L})/iu,
    courtesy:
      /^(?:hola|buen[oa]s|estimad[oa]s?|gracias|muchas gracias|un saludo|saludos|atentamente)(?!\p{L}).{0,60}$/iu
  },
  pt: {
    wish: /\b(?:quero|queria|gostaria|gostava|preciso|precisamos|prefiro)\b/i,
    request: /\b(?:por favor|podem|poderiam)\b/i,
    tried:
      /(?<!\p{L})(?:tentei|tentámos|perguntei|verifiquei|procurei|liguei|confirmei|escrevi|limpei|reiniciei)(?!\p{L})/iu,
    promise:
      /\b(?:dentro de|no prazo|até (?:ao|à|dia|segunda|terça|quarta|quinta|sexta|amanhã|\d)|antes d[eo]|vamos|vou)\b|\b\p{L}+(?:remos|rei|rá|rão)(?!\p{L})/iu,
    courtesy:
      /^(?:olá|bom dia|boa (?:tarde|noite)|car[oa]s?|exm[oa]s?|obrigad[oa]|muito obrigad[oa]|cumprimentos|atenciosamente)(?!\p{L}).{0,60}$/iu
  },
  ja: {
    wish: /(?:いただきたい|頂きたい|ほしい|欲しい|希望します)/,
    request: /(?:ください|下さい|お願いします|お願いいたします|お願い致します)/,
    tried:
      /(?:確認しました|試しました|探しました|問い合わせました|連絡しました|聞きました)|(?:ました|てみた|した)が、?(?:変わ|直|治|改善|解決|だめ|駄目|同じ)/,
    promise: /(?:以内|までに|いたします|致します|お送りします|ご連絡します|予定です)/,
    courtesy: /^(?:お世話に|よろしくお願い|いつもお世話|こんにちは|ありがとうございま|お問い合わせありがとう).{0,30}$/
  }
}
