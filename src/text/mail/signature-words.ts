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
