import { facts } from "../text/facts.ts"
import { contentWords, words } from "../text/words/words.ts"

/**
 * Whether a sentence claims nothing: greeting, thanks, apology, closing, question, offer of help, name under a letter.
 * A fact or a further clause with matter of its own makes it a claim ("Sorry, returns end on Friday").
 */
export function isCourtesy(sentence: string, language?: string | null): boolean {
  const bare = sentence.trim()
  if (facts(bare, language).some((fact) => !QUIET.has(fact.kind))) return false
  if (/[?？]["'”’»)」]*$|か。$/u.test(bare)) return true
  if (isNameLine(bare)) return true
  const clauses = bare
    .split(/[,;:!—–、，]|\s-\s|\s(?:but|however|aber|mais|pero|mas|porém)\s/u)
    .filter((clause) => /\p{L}/u.test(clause))
  return clauses.every((clause, i) => {
    const matter = contentWords(clause, language).filter((word) => !word.startsWith("[")).length
    return matter <= 1 || isPolite(clause.trim(), language) || (i > 0 && matter <= 3 && TOLD.test(clause.trim()))
  })
}

/** "Es tut uns leid, dass Sie warten mussten." */
const TOLD = /^(?:dass|daß|que|qu['’])/i
const QUIET = new Set(["name", "ordinal"])

function isPolite(clause: string, language: string | null | undefined): boolean {
  if (clause.length > 200) return false
  const patterns = language && POLITE[language] ? [POLITE[language]] : Object.values(POLITE)
  return patterns.some((pattern) => pattern.test(clause))
}

/** "Ben", "[PERSON_2]", "Example Shop Support": a few capitalised words without a stop. */
function isNameLine(line: string): boolean {
  if (/[.!?。:：]$/.test(line) || line.includes("\n")) return false
  const parts = words(line)
  return (
    parts.length > 0 &&
    parts.length <= 4 &&
    !/\d/.test(line.replace(/\[[A-Z]+_\d+\]/g, "")) &&
    parts.every((part) => /^[\p{Lu}[]/u.test(part.text))
  )
}

const starts = (source: string) => new RegExp(`^[¡¿"“'*\\s]*(?:${source})(?![\\p{L}])`, "iu")

const POLITE: Record<string, RegExp> = {
  en: starts(
    "and thank\\w*|hi|hello|hey|dear|good (?:morning|afternoon|evening)|thanks?|many thanks|(?:kind|best|warm)(?:est)? regards|regards|sincerely|best wishes|best|yours|cheers|(?:i['’]m|i am|we['’]re|we are|so|very|really|truly|sorry| )*sorry|(?:we|i) (?:\\w+ ){0,2}apologi[sz]e|(?:my|our|please accept (?:my|our)) (?:\\w+ )?apologies|apologies|i (?:\\w+ )?understand(?! that (?:the|our|we))|(?:i|we) hope|hope (?:this|that|you)|(?:please |just |and )*(?:let (?:me|us) know|feel free|don['’]t hesitate|do not hesitate|reach out|reply to this|get in touch|write to us)|(?:i['’]m|i am|we['’]re|we are|i['’]d be|we['’]d be|always| )*(?:happy|glad) to help|you['’]re welcome|no (?:problem|worries)|have a (?:great|nice|lovely|good|wonderful)|take care|if (?:you (?:have|need)|there(?: is|['’]s)|anything|i can|we can|you['’]re unsure).*(?:question|help|else|assist|unclear|need)|we appreciate|i appreciate|(?:i |we )?look(?:ing)? forward|please bear with|great question|(?:great|good|bad) news|welcome|all the best|i can see (?:how|why)|that (?:must|sounds)|here(?:['’]s| is| are) (?:how|what|the)"
  ),
  de: starts(
    "hallo|hi|guten (?:tag|morgen|abend)|liebe[rs]?|sehr geehrte\\w*|moin|servus|vielen(?: herzlichen)? dank|danke|herzlichen dank|besten dank|wir danken|ich danke|(?:mit )?(?:freundliche|beste|viele|liebe|herzliche)[nr]?(?: \\p{L}+)? grü(?:ß|ss)en?|(?:es )?tut (?:mir|uns)|(?:wir|ich) (?:bitte[n]?|möchte[n]?) (?:\\p{L}+ ){0,4}(?:entschuldig\\w*|verzeihung)|entschuldig\\w*|(?:ich|wir) (?:hoffe[n]?|verstehe[n]?)|bei (?:weiteren |rückfragen|fragen)|(?:melden sie sich|schreiben sie uns)|(?:wir|ich) helfe[n]? (?:ihnen )?gerne?|gerne?(?: geschehen)?|schönen? (?:tag|abend|woche)|einen schönen|alles gute|zögern sie nicht|wenn sie (?:noch |weitere )?fragen|falls sie (?:noch |weitere )?fragen|sollten sie (?:noch |weitere )?fragen|sagen sie (?:mir|uns)"
  ),
  fr: starts(
    "bonjour|bonsoir|cher|chère|madame|monsieur|merci|(?:je|nous) vous remerci\\p{L}*|(?:bien )?cordialement|bien à vous|salutations|(?:je suis|nous sommes) (?:\\p{L}+ )?désolé\\p{L}*|désolé\\p{L}*|(?:je|nous) (?:vous )?(?:prions?|présente|présentons) (?:\\p{L}+ ){0,3}excuse\\p{L}*|toutes nos excuses|veuillez (?:nous )?excuser|(?:j['’]|nous )?esp(?:è|é)r\\p{L}*|je comprends|nous comprenons|n['’]hésitez pas|(?:si|pour) (?:vous avez|toute|d['’]autres)(?: \\p{L}+)* question\\p{L}*|(?:je|nous) (?:reste|restons)|bonne (?:journée|soirée)|à votre disposition|je vous en prie|avec plaisir"
  ),
  es: starts(
    "hola|buen(?:os|as) (?:días|tardes|noches)|estimad[oa]s?|querid[oa]|(?:muchas )?gracias|(?:le|te|les) agrade\\p{L}*|agradecemos|(?:un )?(?:cordial )?saludos?|atentamente|lo siento|lo sentimos|sentimos|lamento|lamentamos|(?:le |te )?(?:pido|pedimos|ofrecemos) (?:\\p{L}+ )?disculpas|disculp\\p{L}*|(?:espero|esperamos)|entiendo|entendemos|no dude|si (?:tiene|tienes|necesita)(?: \\p{L}+)* (?:pregunta|duda|ayuda|más)\\p{L}*|quedo|quedamos|que teng[ao]|estamos (?:aquí|a su)|con (?:mucho )?gusto|de nada"
  ),
  pt: starts(
    "olá|oi|bom dia|boa (?:tarde|noite)|prezad[oa]|car[oa]|estimad[oa]|(?:muito )?obrigad[oa]|agrade\\p{L}*|atenciosamente|cumprimentos|(?:com os )?melhores cumprimentos|abraços?|lamento|lamentamos|sinto|sentimos|(?:peço|pedimos) (?:imensa |\\p{L}+ )?desculpas?|desculp\\p{L}*|(?:espero|esperamos)|entendo|entendemos|compreend\\p{L}*|não hesite|fi(?:co|camos) (?:à|ao)|se (?:tiver|precisar|houver)(?: \\p{L}+)* (?:pergunta|dúvida|ajuda|mais|algo)\\p{L}*|estamos (?:aqui|à)|tenha (?:um|uma)|com (?:muito )?(?:gosto|prazer)|de nada|qualquer dúvida"
  ),
  ja: /^(?:いつも)?お世話に|ありがとうござい|お礼申し上げ|申し訳|お詫び|ご不便|ご迷惑|お手数|よろしくお願い|宜しくお願い|ご不明な点|お気軽に|何卒|敬具|こんにちは|はじめまして|お待ちして|お問い合わせいただき|様$|ご理解/u
}
