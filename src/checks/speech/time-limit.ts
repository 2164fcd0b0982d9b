/** Returns the words of a sentence that say by when something is promised, or undefined. Six languages. */
export function timeLimitIn(text: string, language: string | null): string | undefined {
  const pattern = LIMITS[language ?? ""]
  if (!pattern) return undefined
  const limits = Array.from(text.matchAll(pattern), ([words]) => words.trim())
  // "I asked today, and it comes within five days": a day alone mostly says when something was done.
  return limits.find((words) => /[\s\d〇一二三四五六七八九十]/u.test(words)) ?? limits[0]
}

const any = (...alternatives: string[]) => `(?:${alternatives.join("|")})`
const NUMBER = String.raw`\d{1,4}(?:[.,:]\d{1,2})?`

const EN_DAY = String.raw`(?:mon|tues|wednes|thurs|fri|satur|sun)day(?: (?:morning|afternoon|evening|noon|night))?`
const EN_MONTH =
  "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
const EN_COUNT = String.raw`(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|fourteen|a few|a couple of)`
const EN_SPAN = String.raw`${EN_COUNT}(?: (?:to|or|and|–|-) ${EN_COUNT})? (?:working |business |calendar |full )?(?:minutes?|hours?|days?|weeks?|months?)`
const EN_ATOM = any(
  EN_DAY,
  String.raw`today|tonight|noon|midnight|lunchtime|tomorrow(?: (?:morning|afternoon|evening|night|noon))?`,
  String.raw`the end of (?:(?:the |this |next )?(?:day|week|month|year)|${EN_MONTH})`,
  String.raw`(?:next|this) (?:week|month|morning|afternoon|evening|${EN_DAY})`,
  String.raw`(?:the )?\d{1,2}(?:st|nd|rd|th)?(?: of)? ${EN_MONTH}(?: \d{4})?`,
  String.raw`${EN_MONTH} \d{1,2}(?:st|nd|rd|th)?`,
  String.raw`the \d{1,2}(?:st|nd|rd|th)`,
  String.raw`${NUMBER}(?: ?[ap]\.?m\.?)?(?: (?:and|to|–|-) ${NUMBER}(?: ?[ap]\.?m\.?)?)?`
)
const EN_BETWEEN = String.raw`between ${NUMBER}(?: ?[ap]\.?m\.?)? and ${NUMBER}(?: ?[ap]\.?m\.?)?`
const EN = String.raw`\b(?:(?:half an hour|${EN_SPAN}) before \w+ \w+|within ${EN_SPAN}|in ${EN_SPAN}|(?:by|before|until|till|on|for|from|around|no later than) ${EN_ATOM}(?: (?:the \d{1,2}(?:st|nd|rd|th)|${EN_BETWEEN}|(?:(?:at|on|before|around) )?${EN_ATOM}))*|within the (?:hour|day|week)|early next week|(?:at|over) the weekend|before the (?:visit|appointment|delivery|weekend|holidays?)|(?:today|tonight|tomorrow)(?: (?:morning|afternoon|evening))?(?: (?:${EN_BETWEEN}|(?:at|before|by|around|from) ${EN_ATOM}))?)(?!\w)`

const DE_DAY = String.raw`(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag)(?:morgen|vormittag|mittag|nachmittag|abend)?`
const DE_MONTH = "(?:januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember)"
const DE_ATOM = any(
  DE_DAY,
  String.raw`heute(?: (?:mittag|nachmittag|abend|noch))?|morgen(?: (?:früh|vormittag|mittag|nachmittag|abend))?|übermorgen`,
  String.raw`(?:zum )?ende (?:der|dieser|des|nächster) (?:woche|monats|tages)`,
  String.raw`(?:zum |dem |den )?\d{1,2}\.(?: ?${DE_MONTH}|\d{1,2}\.)?`,
  String.raw`${NUMBER} uhr`,
  String.raw`(?:der|den) ${DE_MONTH}\p{L}*|nächste[rn]? (?:woche|${DE_DAY})`
)
const DE_SPAN = String.raw`(?:\d+|eine[rnms]?|zwei|drei|vier|fünf|sechs|sieben|acht|zehn|vierzehn)(?: bis \d+)? (?:werk|arbeits)?(?:tage?n?|stunden?|minuten|wochen?|monate?n?)`
const DE = String.raw`(?<!\p{L})(?:(?:innerhalb|binnen)(?: von)? ${DE_SPAN}|in ${DE_SPAN}|(?:bis(?: spätestens)?|spätestens|vor|am|ab) (?:am |zum )?${DE_ATOM}(?: (?:um|gegen|bis) ${DE_ATOM})*|auf der \p{L}+rechnung|(?:heute|morgen|übermorgen)(?: (?:früh|vormittag|mittag|nachmittag|abend))?(?: (?:zwischen ${NUMBER} und|bis|um|gegen|ab) ${DE_ATOM})?)(?!\p{L})`

const FR_DAY = "(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)(?: (?:matin|après-midi|soir|prochain))?"
const FR_MONTH = "(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)"
const FR_ATOM = any(
  FR_DAY,
  "aujourd['’]hui|demain(?: (?:matin|après-midi|soir|midi))?|ce soir|midi|la fin (?:de la semaine|du mois|de journée)",
  String.raw`le \d{1,2}(?:er)?(?: ${FR_MONTH})?`,
  String.raw`\d{1,2} ?h(?: ?\d{2})?`
)
const FR_SPAN = String.raw`(?:\d+|une?|deux|trois|quatre|cinq|six|sept|huit|dix|quinze) (?:minutes?|heures?|jours?(?: (?:ouvrés|ouvrables))?|semaines?|mois)`
const FR = String.raw`(?<!\p{L})(?:(?:sous|dans(?: un délai de)?|d['’]ici) ${FR_SPAN}|(?:au plus tard|avant|d['’]ici(?: à)?|jusqu['’]à|dès|pour) (?:le )?${FR_ATOM}(?: (?:à|avant) ${FR_ATOM})*|${FR_DAY}|demain(?: (?:matin|soir))?)(?!\p{L})`

const ES_DAY = "(?:lunes|martes|miércoles|jueves|viernes|sábado|domingo)(?: (?:por la (?:mañana|tarde|noche)|próximo))?"
const ES_MONTH = "(?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)"
const ES_ATOM = any(
  ES_DAY,
  "hoy|mañana(?: por la (?:mañana|tarde|noche))?|mediodía|esta (?:tarde|noche|semana)|fin de (?:semana|mes)",
  String.raw`(?:día )?\d{1,2}(?: de ${ES_MONTH})?`,
  String.raw`las \d{1,2}(?:[.:]\d{2})?`
)
const ES_SPAN = String.raw`(?:\d+|una?|dos|tres|cuatro|cinco|seis|siete|ocho|diez|quince) (?:minutos?|horas?|días?(?: (?:hábiles|laborables))?|semanas?|meses|mes)`
const ES = String.raw`(?<!\p{L})(?:(?:en(?: un plazo de)?|dentro de) ${ES_SPAN}|(?:antes del?|a más tardar|hasta|para|el) (?:el )?${ES_ATOM}(?: (?:a|antes de) ${ES_ATOM})*|el mismo día|(?:mañana(?: por la (?:mañana|tarde))?|esta (?:tarde|noche)|hoy)(?: (?:antes de|a|entre) (?:${ES_ATOM}|las \p{L}+))?)(?!\p{L})`

const PT_DAY = "(?:segunda|terça|quarta|quinta|sexta)(?:-feira)?(?: de manhã| à tarde)?|sábado|domingo"
const PT_MONTH = "(?:janeiro|fevereiro|março|abril|maio|junho|julho|agosto|setembro|outubro|novembro|dezembro)"
const PT_ATOM = any(
  PT_DAY,
  "hoje|amanhã(?: (?:de manhã|à tarde|à noite))?|meio-dia|esta (?:tarde|noite|semana)|(?:o |ao )?fim (?:do mês|da semana|do dia)",
  String.raw`(?:dia )?\d{1,2}(?: de ${PT_MONTH})?`,
  String.raw`(?:às )?\d{1,2} ?h(?:\d{2})?`
)
const PT_SPAN = String.raw`(?:\d+|uma?|duas|dois|três|quatro|cinco|seis|sete|oito|dez|quinze) (?:minutos?|horas?|dias?(?: úteis)?|semanas?|meses|mês)`
const PT = String.raw`(?<!\p{L})(?:(?:no prazo de|dentro de|em) ${PT_SPAN}|(?:até|antes d[eoa]|o mais tardar|na|no) (?:à |ao |a |o )?(?:${PT_ATOM})(?: (?:às|ao) (?:${PT_ATOM}))*|(?:ainda )?hoje|amanhã(?: de manhã| à tarde)?)(?!\p{L})`

const JA_NUMBER = "[0-9０-９〇一二三四五六七八九十百]+"
const JA_ATOM = String.raw`(?:(?:(?:今週|来週)の?[月火水木金土日]曜日?|今日|本日|明日|明後日|今週|来週|今月|来月|週末|${JA_NUMBER}月${JA_NUMBER}日|${JA_NUMBER}日|[月火水木金土日]曜日?)(?:の?(?:朝|昼|午前|午後|夕方|夜|中))?(?:${JA_NUMBER}時半?)?)`
const JA = String.raw`${JA_ATOM}まで(?:に)?|${JA_NUMBER}(?:営業日|日|時間|分|週間)(?:以内|後)(?:に)?|${JA_ATOM}中に`

const LIMITS: Record<string, RegExp> = Object.fromEntries(
  Object.entries({ en: EN, de: DE, fr: FR, es: ES, pt: PT, ja: JA }).map(([language, source]) => [
    language,
    new RegExp(source, "giu")
  ])
)
