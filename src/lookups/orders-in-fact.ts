import { findInjection } from "../checks/injection/find-injection.ts"
import { sentences } from "../text/sentences.ts"

/**
 * Says whether a looked-up fact gives orders to whoever writes the reply. It is stricter than what a customer's message
 * is held to, because a customer may ask a shop to write or tell something, and a status of an order may not.
 */
export const readsAsOrder = (fact: string): boolean =>
  findInjection(fact) !== undefined || sentences(fact).some(({ text }) => ORDER.test(text))

const CUSTOMER = [
  "(?:(?:the|this|your|our) )?(?:customer|buyer|client|shopper|requester)s?",
  "(?:dem|der|den|unserem|ihrem|deinem) kund\\p{L}+",
  "(?:au|à la|à notre|à votre|aux|le|la|les|notre|votre) client\\p{L}*",
  "(?:al|a la|a los|a nuestro|a su|a tu|el|la|os?|ao|à|aos|às|ao nosso|ao seu) client\\p{L}+"
].join("|")
const TELL = [
  "tell|inform|assure|promise|notify|advise|remind|write(?: to)?|reply to|answer|confirm to|say to",
  "(?:sag|teil|schreib|informier|versicher|antwort|bestätig|erklär)(?:e|en sie)?|versprich|versprechen sie",
  "dis|dites|dire|(?:inform|indiqu|annonc|assur|confirm)e[zr]?|écri(?:s|vez|re)|répond(?:s|ez|re)|promet(?:s|tez|tre)",
  "dil?e?|diga|dígale|(?:inform|asegur|confirm)[ae](?:le)?|(?:comuni(?:ca|que))(?:le)?|(?:escrib|respond|promet)[ea](?:le)?",
  "diz(?:-lhe)?|garant[ea]|escrev[ea]|comuni(?:ca|que)"
].join("|")
/** Matches where a sentence or a clause begins that may be an order. */
const OPENING =
  "(?:^|[,;:–—]\\s*|(?<!\\p{L})(?:please|kindly|must|should|shall|now|always|just|and|then|bitte|veuillez|merci de|por favor|favor|y|et|und|e)\\s+)[\"“„«»'‘(*>\\s]*"
const WRITE = [
  "write|say|state|mention|add|include|put|claim|promise|confirm|explain",
  "(?:schreib|sag|erwähn|nenn|behaupt|bestätig|füg)(?:e|en sie)?|écri(?:s|vez|re)|dis|dites|dire",
  "(?:mentionn|indiqu|ajout|précis)e[zr]?|escrib[ea]|di|diga|(?:mencion|añad)[ae]|indi(?:ca|que)",
  "pon(?:ga)?|escrev[ea]|mencion[ae]|acrescent[ae]|inclu[ai]|coloca|coloque"
].join("|")
const REPLY =
  "(?:in|into|to|with|mit|zu|dans|à|en|a|na|no) (?:your|the|this|our|deiner?|deinem|ihrer?|ihrem|der|die|dem|ta|ton|votre|la|le|tu|su|el|tua|teu|sua|seu|os?|a|resposta)? ?(?:repl(?:y|ies)|answers?|responses?|draft|letter|message|e-?mail|antwort|nachricht|mail|réponse|courriel|respuesta|mensaje|correo|resposta|mensagem)"
const THAT = "that|(?:,\\s*)?dass|que|qu['’]"
const MACHINE = "ai|ia|ki|llm|(?:chat)?bot|assistant|assistent|asistente|assistente"

/** Tells that somebody is to tell the customer something, to write it in the reply, or that a machine is spoken to. */
const ORDER = new RegExp(
  [
    `${OPENING}(?:${TELL})(?: bitte| please)? (?:${CUSTOMER})(?!\\p{L}|\\s*:\\s*\\S+$)`,
    `${OPENING}(?:${WRITE})(?: \\S{1,40}){0,8} ${REPLY}(?!\\p{L})`,
    `${OPENING}(?:reply|answer|respond|antworte(?:n sie)?|répond(?:s|ez|re)|respond[ea]|${WRITE})(?: (?:bitte|please|back))? ?(?:${THAT})(?!\\p{L})`,
    `^["“„«'‘(*>#\\s]*(?:(?:dear|hello|hi|hey|liebe|hallo|cher|hola|olá) )?(?:(?:ai|ki|virtual) )?(?:${MACHINE})\\s*[,:!]`,
    "(?:お客様|お客さま|顧客|購入者)(?:に|へ)[^。]{0,60}(?:伝え|知らせ|案内し|連絡し|返信し|約束し|言っ)(?:て(?:ください|下さい|くれ|おけ|$)|よ|ろ|なさい|ること)",
    "(?:返信|回答|返事|返答)(?:文)?(?:に|へ|で|には|では)[^。]{0,60}(?:書|記載|記入|伝え|述べ|言|追加|入れ)\\S{0,3}(?:て(?:ください|下さい|くれ|おけ|$)|こと|なさい)",
    "と(?:返信|回答|返事|返答|案内|記載|書|伝え)\\S{0,2}(?:せよ|しろ|すること|て(?:ください|下さい|くれ|おけ))",
    "^(?:アシスタント|ＡＩ|AI|ボット)(?:へ|さん)?[、：:,]"
  ].join("|"),
  "iu"
)
