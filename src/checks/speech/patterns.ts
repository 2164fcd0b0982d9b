/**
 * What a sentence of each kind looks like, by language. A sentence that no pattern fits is not found, so a line is left
 * empty rather than wrong.
 */
export interface SummaryPatterns {
  /** What the customer has done already. */
  tried?: RegExp
  courtesy?: RegExp
}

/** Matches a question in any language of the product. */
export const QUESTION_PATTERN = /[?？؟]["'”’»)\]」』]*$|(?:か|でしょうか|ませんか|ですか|ますか)[。.]?$/u

export const SUMMARY_PATTERNS: Record<string, SummaryPatterns> = {
  en: {
    tried:
      /\b(?:i|we)(?:'ve|’ve| have|'d|’d| had)? (?:already |also |just |both |since )*(?:asked|tried|looked|checked|searched|called|rang|phoned|written|wrote|restarted|reset|reinstalled|cleaned|changed|replaced|contacted|followed|pressed|unplugged|descaled|sent)\b|^(?:already )?(?:tried|asked|checked|looked|pressed|called)\b/i,
    courtesy:
      /^(?:hi|hello|hey|dear|good (?:morning|afternoon|evening)|thanks|thank you|many thanks|kind regards|best|cheers)\b.{0,40}$/i
  },
  de: {
    tried:
      /\b(?:habe|haben)\b.*\b(?:versucht|gefragt|geprüft|gesucht|nachgesehen|angerufen|geschaut|probiert|gereinigt|neu gestartet|geschrieben|entkalkt)\b/i,
    courtesy:
      /^(?:hallo|guten (?:tag|morgen|abend)|sehr geehrte|liebe[rs]?|danke|vielen dank|mit freundlichen|viele grüße|beste grüße)(?!\p{L}).{0,60}$/iu
  },
  fr: {
    tried:
      /\b(?:j['’]ai|nous avons|a|ont)\b.{0,30}\b(?:essayé|vérifié|demandé|cherché|regardé|appelé|écrit|nettoyé|redémarré|contrôlé)\b/i,
    courtesy: /^(?:bonjour|bonsoir|cher|chère|merci|cordialement|bien cordialement|bien à vous)\b.{0,60}$/i
  },
  es: {
    tried:
      /\b(?:he|hemos|ha)\b.{0,20}\b(?:probado|intentado|preguntado|buscado|mirado|revisado|comprobado|llamado|escrito|limpiado|reiniciado)\b/i,
    courtesy:
      /^(?:hola|buen[oa]s|estimad[oa]s?|gracias|muchas gracias|un saludo|saludos|atentamente)(?!\p{L}).{0,60}$/iu
  },
  pt: {
    tried:
      /(?<!\p{L})(?:tentei|tentámos|perguntei|verifiquei|procurei|liguei|confirmei|escrevi|limpei|reiniciei)(?!\p{L})/iu,
    courtesy:
      /^(?:olá|bom dia|boa (?:tarde|noite)|car[oa]s?|exm[oa]s?|obrigad[oa]|muito obrigad[oa]|cumprimentos|atenciosamente)(?!\p{L}).{0,60}$/iu
  },
  ja: {
    tried:
      /(?:確認しました|試しました|探しました|問い合わせました|連絡しました|聞きました)|(?:ました|てみた|した)が、?(?:変わ|直|治|改善|解決|だめ|駄目|同じ)/,
    courtesy: /^(?:お世話に|よろしくお願い|いつもお世話|こんにちは|ありがとうございま|お問い合わせありがとう).{0,30}$/
  }
}
