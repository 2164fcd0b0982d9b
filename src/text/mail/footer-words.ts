/** These words recognise a paragraph that companies, mail systems and mailing lists put below a mail. */
const OPENS =
  /^[*_\s\[(【<-]*(?:this (?:e-?mail|message|communication|transmission)|the (?:information|content|contents) (?:contained )?(?:in|of) this|these? (?:e-?mails?|message)|any (?:views|opinions)|disclaimer|confidential|privileged|notice|legal notice|important|diese (?:e-?mail|nachricht|mail|mitteilung)|der inhalt dieser|die (?:in dieser|informationen)|haftungsausschluss|vertraulich|hinweis|wichtiger hinweis|ce (?:message|courriel|courrier|mail|e-?mail)|les informations|cet e-?mail|l['’]information|avis|confidentiel|de acuerdo con|in accordance|gem[äa][ßs]+ |conform[ée]ment|em conformidade|nos termos|registered (?:office|in)|sitz der|siège social|este (?:mensaje|correo|e-?mail|email)|la información|el contenido|esta (?:comunicación|mensagem|transmissão)|aviso|estas? informa[çc]|a informa[çc]ão|o conteúdo|as informa[çc]ões|confidencial|本(?:メール|電子メール|e-?mail)|この(?:メール|電子メール|e-?mail)|機密|【?ご注意)/iu
const LEGAL = [
  /confiden[tcz]i|privileged|vertraulich|機密|秘密/i,
  /intended (?:only|solely|exclusively|recipient|for)|(?:meant|addressed) (?:only |solely )?(?:for|to)|named (?:above|addressee)|adressat|empfänger|destinataire|destinatari|addressee|宛先|受信|名宛/i,
  /(?:in|by) (?:error|mistake)|irrtümlich|versehentlich|nicht der richtige|par erreur|pas destiné|por error|por equivocación|por engano|por erro|誤って|誤送信|お心当たり/i,
  /delete|destroy|notify|vernichten|löschen|informieren|détrui|supprim|averti|elimin|b[óo]rr|destru|notifi|avis[ea]|apag|exclu|削除|破棄|ご連絡/i,
  /liab(?:le|ility)|haft(?:ung|en)|responsab|unauthori[sz]ed|unbefugt|non autoris|no autorizad|não autorizad|prohibited|untersagt|interdit|prohibid|proibid|禁止|保護|data protection|datenschutz|LOPD|LGPD|RGPD|DSGVO|GDPR/i
]
const PAPER =
  /(?:(?:before|prior to|think|need).{0,30}\bprint|consider the environment before|(?<!\p{L})environment\b.{0,40}print|umwelt.{0,60}(?:druck|papier)|(?:e-?)?mail.{0,40}(?:aus)?gedruckt|(?:be)?vor.{0,40}(?:aus)?druck|environnement.{0,60}imprim|n['’]imprimez|avant d['’]imprimer|(?:antes de|evite|no|não) imprimi|imprim.{0,40}(?:necesari|necessári)|medio ?ambiente|meio ambiente|印刷(?:する前|前)|環境.{0,20}印刷|紙.{0,10}印刷)/iu
const SCANNER =
  /(?:virus[- ]?free|virenfrei|viren ?gepr|auf viren|(?:for|por|contra|von|de) virus(?:es)?|sans virus|libre de virus|livre de v[íi]rus|sem v[íi]rus|ウイルス|avast|\bavg\b|kaspersky|mcafee|norton|malware|scanned by|mailscanner|messagelabs)/iu
const LIST =
  /(?:mailing[- ]?list|unsubscribe|opt[- ]out|abbestellen|austragen|newsletter abmelden|se d[ée]sabonner|d[ée]sinscri|darse de baja|cancelar (?:su|tu|la|a|sua) (?:suscripci|inscri|assinatura)|descadastr|配信(?:停止|解除)|購読解除|メーリングリスト|listinfo|mailman|googlegroups|sympa|@lists?\.|@list[ae]s?\.|https?:\/\/list[aes]*\.|you (?:received|are receiving|got) this|sie erhalten diese|vous recevez ce|recibe[s]? este|recibi[óo] este|voc[êe] (?:recebeu|est[áa] recebendo)|このメール(?:は|マガジン).{0,40}(?:配信|お送り)|to view this discussion|reply to this email directly|lista? de (?:correo|discusi|discuss))/iu

/**
 * Returns whether a paragraph was added by a company, a virus scanner or a mailing list. `below` means that part of a
 * signature stands above it, so that fewer matches are needed.
 */
export function isFooter(paragraph: string, below: boolean): boolean {
  const text = paragraph.length > 4000 ? paragraph.slice(0, 4000) : paragraph
  const letters = text.replace(/^[^\p{L}]+/u, "")
  if (letters.length <= 400 && PAPER.test(text)) return true
  // A footer never asks a question, but people do.
  if (/[?？]/.test(text)) return false
  const legal = LEGAL.map((words) => words.test(text))
  const hits = legal.filter(Boolean).length
  if (OPENS.test(text) ? hits >= 2 || legal[0] === true || legal[1] === true : hits >= (below ? 2 : 3)) return true
  if (letters.length > 400) return false
  if (
    SCANNER.test(text) &&
    (below ||
      (letters.length <= 80 && /free|frei|sans|libre|livre|ohne|sem |scanned|checked|geprüft|www\./i.test(text)) ||
      /^(?:this|diese|ce|este|esta|l['’]absence|el software|virus|viren|sans|libre|livre|この|本メール|scanned|checked|e-?mail|message|nachricht|mail)/iu.test(
        letters
      ))
  )
    return true
  return LIST.test(text) && (below || TOLD_BY_LIST.test(letters))
}

const TOLD_BY_LIST =
  /^(?:you (?:received|are receiving|got)|sie (?:erhalten|haben diese)|vous (?:recevez|avez re[çc]u)|(?:has |ha )?recib|voc[êe] |recebeu|このメール|to (?:unsubscribe|view)|unsubscribe:|se d[ée]sabonner|para (?:darse|cancelar|anular)|reply to this email directly)/iu

/** Returns whether a footer of several lines begins with this line. */
export const opensFooter = (line: string): boolean => OPENS.test(line) || TOLD_BY_LIST.test(line)

/** Returns how many of the first lines are a warning that the receiving mail system put at the top. */
export function warningLines(lines: readonly string[]): number {
  for (let count = 1; count <= Math.min(4, lines.length); count++) {
    if (!isWarning(lines.slice(0, count).join(" "))) continue
    while (count < lines.length && ABOUT_LINKS.test(lines[count] ?? "")) count++
    return count
  }
  return 0
}

function isWarning(text: string): boolean {
  if (text.length > 500) return false
  if (
    /^[^\p{L}\p{N}]*(?:external|extern|externe|externo|社外|外部)(?:\s?(?:e-?mail|sender|message|メール|から))?\s*(?:[\])】:：>!]|-{2}|$)/iu.test(
      text
    )
  )
    return true
  if (
    /^[^\p{L}\p{N}]*(?:externe (?:e-?mail|nachricht)|(?:message|courriel|correo|mensaje|e-?mail) (?:externe|externo))\s*(?:[\])】:：>!]|-{2}|$)/iu.test(
      text
    )
  )
    return true
  return (
    /^[^\p{L}]*(?:caution|warning|attention|achtung|vorsicht|warnung|hinweis|avertissement|prudence|atenci[óo]n|advertencia|precauci[óo]n|cuidado|aviso|aten[çc][ãa]o|注意|警告|this (?:e-?mail|message)|diese (?:e-?mail|nachricht)|ce (?:message|courriel)|este (?:correo|mensaje|e-?mail)|esta mensagem|このメール|社外|外部|you don['’]t often get|sie erhalten nicht (?:oft|häufig)|vous n['’]obtenez pas souvent|no suele recibir|voc[êe] não costuma)/iu.test(
      text
    ) && FROM_OUTSIDE.test(text)
  )
}

const FROM_OUTSIDE =
  /(?:outside (?:of )?(?:the|your|our)? ?(?:organi|company|network|firm|group|universit)|(?:external|unknown) (?:sender|e-?mail|source|party|message|recipient)|extern(?:e[rnm]?|en)? (?:absender|e-?mail|nachricht|quelle)|außerhalb (?:der|ihrer|unserer|des|von)|unbekannten absender|l['’]ext[ée]rieur|exp[ée]diteur (?:externe|inconnu)|(?:remitente|correo|origen|mensaje) (?:externo|desconocido)|fuera de (?:la|su|nuestra|tu) (?:organizaci|empresa|compañ)|remetente (?:externo|desconhecido)|fora d[ae] (?:sua |nossa )?(?:organiza|empresa|companhia)|e-mail externo|get email from|e-?mails? von \S+@|courriers? de \S+@|correos? de \S+@|e-?mails? de \S+@|社外|外部から|組織の?外)/iu
const ABOUT_LINKS =
  /^.{0,60}(?:\blinks?\b|attachment|anh[äa]ng|absender|pi[èe]ces? jointe|\bliens?\b|exp[ée]diteur|enlace|adjunto|remitente|anexo|remetente|リンク|添付|送信者)/iu
