/**
 * These patterns recognise the lines of a signature: contact details, legal forms of companies and roles. They are
 * general words of the languages, not those of a particular text.
 */
export const CONTACT =
  /https?:|www\.|[^\s@]@[^\s@]|\S\.(?:com|net|org|example|de|fr|es|br|jp|pt|eu|io|co\.\p{L}\p{L})\b|(?:^|[\s|·•,/(])(?:t[ée]l(?:[ée]?fono|efon[eo]?|[ée]phone)?|phone|ph|mob(?:ile?|il)?|m[óo]vil|celular|cel|handy|fax|fon[eo]?|tlfn?o?|tfn?o?|durchwahl|dw|direct(?:o|a)?|ligne directe|standard|portable|port|whats?app|wpp|skype|linkedin|e-?mail|mail|courriel|correo|web|gpg|pgp|t|m|f)\.? ?[:：+(\d]|(?<!\p{L})(?:TEL|FAX)(?!\p{L})|(?:電話|携帯|メール|〒|(?<!\p{L})URL(?!\p{L}))|[|｜]|\+?\d[\d ()./‐-]{7,}\d|c[óo]digo postal|\bCEP\b/iu

/**
 * Returns whether a line names a role or a place of work: roles, departments, kinds of companies and their legal forms.
 */
export const isRole = (line: string): boolean => ROLES.test(line) || FORMS.test(line)

const ROLES = new RegExp(
  "(?<![\\p{L}\\p{N}])(?:" +
    [
      "(?:managers?|director|officer|head of|lead|coordinator|assistant|engineer|developer|consultant|sales|support|accounts?|accountant|purchasing|procurement|secretary|c[etfoi]o|(?:co-)?founder|owner|partner|professor|team|office|department|dept|services?|customer|analyst|specialist|supervisor|administrator|trainer|teacher|studio|shop|store|school|company|group|university|college|clinic|practice|club|labs?|agency|hotel|inc|plc|corp|ltd)(?!\\p{L})",
      "(?:gesch[äa]ftsf|einkauf|vertrieb|sachbearbeit|assisten[zt]|buchhaltung|inhaber|abteilung|referent|vorstand|kundenservice|amtsgericht|gmbh|e\\.\\s?[vk]\\.|praxis)",
      "(?:directeur|directrice|responsable|g[ée]rante?|service|comptab|charg[ée]e?s? de|secr[ée]t|pr[ée]sident|syndic|soci[ée]t[ée]|atelier|cabinet|entreprise|association|librairie|boulangerie)",
      "(?:gerente|jef[ea]|administraci[óo]n|dpto|departamento|ventas|coordinador|encargad[oa]|soci[oa]|cooperativa|empresa|tienda|cl[íi]nica|instituto|universidad|fundaci[óo]n|direcci[óo]n)(?!\\p{Lu})",
      "(?:dire[çc][ãa]o|diretora?|coordenadora?|analista|vendas|s[óo]ci[oa]|escola|creche|loja|padaria|balc[ãa]o|engenheir[oa]|ltda|lda|eireli)(?!\\p{L})"
    ].join("|") +
    ")|(?:leit(?:er|erin|ung)|verwaltung|werkstatt|verein)(?!\\p{L})|株式会社|有限会社|合同会社|法人|(?:営業|総務|経理|人事|業務|保証|管理|企画|開発|技術|広報|購買|製造|販売|出荷|受付|サポート|情報|配送)\\p{Script=Han}{0,3}[部課係室]|[部課係室][ 　]|担当|主任|店長|代表|社長|部長|課長|係長|フロント|センター|支店|本店|店舗|学校|教室|事務所|工房|商店|商事|工業|製作所",
  "iu"
)
/** Legal forms are in capitals after a name, as companies write them. */
const FORMS =
  /\S[ ,](?:AG|KG|OHG|UG|SE|GbR|mbH|LLP|LLC|Ltd|Co|BV|NV|AB|ApS|Oy|SARL|SAS|SASU|EURL|SA|S\.A\.(?:C\.)?|S\.A\.S\.?|SL|S\.L\.(?:U\.)?|SRL|S\.R\.L\.?|SpA|ME|MEI|EPP|Lda|Ltda)(?=$|[\s.,|·•–—)-])|(?:HRB|RCS|SIRET|SIREN|CNPJ|NIF|CIF|USt|VAT|TVA)(?![\p{L}])/u

/** Matches the rule above a signature: `-- `, dashes, heavy lines or stars. */
export const SIGNATURE_RULE = /^(?:[-–—_=*~#+・.･─━═＝＿＊☆★◆◇■□▼▲△▽∞〜～‐－][ 　]?){2,}$/u
/** Matches the traditional signature mark, two dashes and a space. Many programs drop the space. */
export const SIGNATURE_MARK = /^(?:--\s?|—|–|--­)$/

/** These words recognise lines of devices and mail programs. */
const APP =
  "[^,?!]{0,40}(?:phone|ipad|ipod|android|galaxy|samsung|huawei|xiaomi|redmi|pixel|blackberry|nokia|handy|mobil|smartphone|tablet|tel[ée]fon|portable|m[óo]vil|celular|telem[óo]vel|computador|ordenador|ordinateur|outlook|mail|aol|gmx|web\\.de|proton|thunderbird|\\bapp\\b|windows|\\bmac|\\bios\\b|orange|t-online|freenet|spark|unterwegs)[^,?!]{0,40}"
const MINE = "(?:mein|unser|mon |ma |mes |mi |mis |m[ei]u |minha )[^,?!]{2,60}"

/** Matches lines that phones and mail programs add. */
export const DEVICE_LINE = new RegExp(
  "^[*_\\s(\\[]*(?:" +
    [
      "sent (?:from|via|with) [^\\s,.?!][^,?!]{0,70}",
      `(?:sent|written|typed|composed|posted) (?:on|using|by|from|with) (?:my|a|an|the)?${APP}`,
      "get (?:outlook|bluemail|the yahoo mail app) (?:for .{2,60})?",
      "(?:yahoo mail|aol mail)[:.] .{3,60}",
      "(?:diese (?:nachricht|e-?mail|mail) wurde )?von (?:mein|unser)e[mr] .{2,60} (?:gesendet|gesandt|verschickt)",
      `(?:gesendet|verschickt|geschrieben|getippt) (?:mit|von|vom|über|ueber|aus|via|per|durch|auf)? ?(?:${MINE}|${APP})`,
      "von .{2,40} gesendet",
      "(?:holen sie sich |laden sie )?outlook für .{2,30}(?: (?:beziehen|herunterladen|abrufen|holen))?.{0,40}",
      `von (?:mein|unser)e[mr]${APP}`,
      `(?:envoy[ée]|[ée]crit|exp[ée]di[ée]|r[ée]dig[ée])e?s? (?:de|du|depuis|d['’]|à partir d[eu'’]|avec|par|via) ?(?:${MINE}|${APP})`,
      "(?:t[ée]l[ée]charge[rz]|obtene[rz]|obtenir) outlook .{2,60}",
      "provenance ?: .{2,50}",
      `(?:enviad|mandad|escrit)[oa]s? (?:desde|con|por|del?|a trav[ée]s del?|v[íi]a|do|da|pel[oa]|a partir d[oae]|com|atrav[ée]s d[oae]) ?(?:el |la |un |una |um |uma |o |a )?(?:${MINE}|${APP})`,
      "(?:obtener|obt[ée]n|obtenga|descargar|descarga|obter|obtenha|baixe|baixar) (?:el |o )?outlook .{2,60}",
      ".{0,40}(?:から|で|より)(?:の?送信|送信(?:しました|されました|しています)?)",
      "outlook for .{2,20}を(?:入手|取得)(?:する)?.{0,40}",
      ".{0,20}(?:スマホ|携帯|iphone|外出先)(?:から|で|より)(?:の?返信|の?メール)(?:しています|しました|です)?.{0,40}"
    ].join("|") +
    ")\\.?[*_\\s)\\]]*$",
  "iu"
)

/** Returns where a device's words begin at the end of a line without line breaks, or undefined. */
export function deviceTail(line: string): number | undefined {
  const from = Math.max(0, line.length - 90)
  const starts = [...line.slice(from).matchAll(/(?<=[\s。.!?！？])[\p{Lu}\p{Script=Katakana}\p{Script=Han}a-z]/gu)]
  const start = starts.findLast(({ index, 0: letter }) => {
    const rest = line.slice(from + index)
    return (
      (/[\p{Lu}\p{Script=Katakana}\p{Script=Han}]/u.test(letter) || /^(?:iphone|ipad|ipod).{0,20}送信/i.test(rest)) &&
      DEVICE_LINE.test(rest) &&
      OF_DEVICE.test(rest)
    )
  })
  return start && from + start.index
}
const OF_DEVICE = new RegExp(`${APP}|\\b(?:my|mein\\p{L}*|mon|ma|mi|meu|minha)\\b|送信`, "iu")

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
