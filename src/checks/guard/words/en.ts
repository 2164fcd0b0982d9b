import { numbered } from "./numbered.ts"
import type { GuardWords } from "./words.ts"

const SECRET_CODE = "(?:one[- ]time|verification|security|login|log-in|sign-in|access|confirmation|authenticat(?:or|ion)|activation|sms|text|2fa|mfa|otp|\\p{L}+[- ]digit|\\d[- ]digit|recovery|backup|unlock|fresh|current)"

export const en: GuardWords = {
  prompt: [
    "system[- ](?:prompt|instructions?)", "developer (?:message|prompt|instructions?)", "(?:hidden|initial|original|secret|internal) (?:prompt|instructions?|marker)", "(?:my|the model['’]s) system message", "prompt template",
    "as an? (?:ai|artificial intelligence|(?:large )?language model|llm|chatbot|(?:ai|virtual) (?:assistant|agent|model))", "(?:i am|i['’]m) (?:only |just )?an? (?:ai|artificial intelligence|(?:large )?language model|llm|chatbot)",
    "my (?:instructions|guidelines|prompt|programming|configuration|training(?: data)?|directives|context(?: window)?|rules) (?:here )?(?:says?|tells?|states?|reads?|are|is|requires?|forbids?|prevents?|prohibits?|do(?:es)? not|don['’]t|doesn['’]t|include|contain|instruct|only)",
    "(?:i was|i['’]ve been|i have been|i am|i['’]m) (?:strictly )?(?:told|instructed|programmed|configured|prompted|directed|ordered|required|trained) (?:to|not to|that i) (?:act|behave|pretend|play|refuse|ignore|answer|respond|reply|keep|never|not|always|only|avoid|mention|reveal|point|say|stay|stick|be|speak)",
    "(?:context|articles?|pages?|documents?|passages?|sources?|snippets?|excerpts?|prompt|instructions?|text) (?:that )?(?:i was|i['’]ve been|i have been|was|were) (?:given|provided|handed|shown|supplied|fed)(?: to me)?",
    "(?:instructions?|rules?|guidelines?|directives?) (?:i (?:was|have been) given|given to me|provided to me|i (?:follow|received|must follow))",
    "i was (?:only )?given (?:\\p{L}{1,20} ){0,3}(?:articles|passages|excerpts|snippets|help pages)", "(?:provided|given|supplied|retrieved) (?:context|passages|excerpts|snippets)", "(?:here is|here['’]s|below is) (?:a|the|your) (?:draft|suggested|revised|possible|sample) (?:reply|response|answer|e-?mail|letter)", "(?:articles?|pages?|documents?|passages?|sources?|snippets?|excerpts?) (?:given|provided|handed|shown|supplied) to me", "the (?:assistant|ai|model|chatbot) (?:must|should|may|shall|is to) (?:not|never|only|always)", "(?:told|instructed|asked|ordered|required) by (?:the|my|our) (?:developers?|system|operators?|creators?|prompt)",
    "ignore (?:all |any )?(?:of )?(?:the |my |your )?(?:previous|prior|above|earlier) (?:instructions?|rules?|messages?)", "knowledge cut-?off", "context window",
    "you are an? (?:helpful |friendly |professional )*(?:assistant|ai|chatbot|language model|support (?:agent|assistant) (?:for|of|at))", "canary(?: (?:token|string|word|marker))?(?=[-_: ]{1,2}\\p{N}?[\\p{L}\\p{N}]*[-_\\p{N}])", "(?:token|marker|text|string|line) (?:must|should) (?:not|never) (?:appear|be (?:shown|revealed|repeated|output))",
    "do not (?:reveal|mention|disclose|repeat|share) (?:this|these|the) (?:text|prompt|instructions?|rules|system)"
  ],
  secret: [
    "(?:pass ?words?|passphrases?|pass ?codes?)(?!(?:[- ]protected| (?:reset|page|screen|field|link|mail|e-mail|email|manager|policy|rules|problem|issue|change|box|prompt|hint|request|form)))", "pins?(?= |[.,;:!?)]|$)(?! (?:board|code (?:letter|mail)))", "pin (?:code|number)s?", "cvv2?|cvc2?|cvn",
    `${SECRET_CODE}(?:[- ]\\p{L}+)? (?:code|number|password|token|key)s?`, "(?:code|number|digits|figures?) (?:that |which )?(?:you (?:get|got|receive|received|see)|we (?:send|sent|text|texted)|(?:the )?[\\p{L} ]{0,30}(?:app|authenticator|device|token|reader|phone) (?:is )?(?:show(?:s|ing)?|display(?:s|ing)?)|(?:just )?(?:sent|texted)|(?:that )?(?:arrives|arrived|appears|comes))",
    "(?:code|number|digits) (?:from|in|on) (?:the |your )?(?:text(?: message)?|sms|authenticator|app|phone)", "(?:text|sms|message) with (?:a|the) code", "otp", "two-factor code",
    "(?:full |complete |whole |long )?(?:credit |debit |bank |payment )?card (?:number|details|data)", "(?:sixteen|16) digits", "(?:three|3|four) (?:digits|figures|numbers) (?:on|from) the back", "security (?:number|digits)", "number on the front of (?:the|your) card",
    "(?:photo|picture|scan|image|copy)s? of (?:(?:both sides|the (?:front|back)(?: and (?:the )?back)?(?: side)?) of (?:your |the )?(?:credit |debit |bank |payment )?card|your (?:credit |debit |bank |payment )?card|the (?:credit |debit |bank |payment )card)", "(?:seed|recovery|secret) (?:phrase|words|key)", "private key", "api key", "log-?in (?:data|details|credentials)", "credentials", "mother['’]s maiden name", "answers? to (?:your|the) security question"
  ],
  ask: [
    "(?:send|give|tell|text|forward|e-?mail|message|read|share|dictate|provide|show|pass|hand|supply|quote)(?: (?:it|them|this|that|those|both))?(?: (?:over|along|back|out))?(?: to)? (?:me|us)",
    "(?:send|share|provide|post|paste|type|enter|write|put|include|attach|state|supply|forward|return|mention|drop|pop|leave|submit)(?: \\S{1,40}){0,14} (?:here|in (?:your|this|the)(?: next)? (?:reply|answer|response|message|chat|ticket|conversation|thread|(?:return|reply|next) e-?mail)|in (?:this|an) e-?mail|by (?:reply|return|e-?mail)|to (?:me|us|this)|with (?:me|us)|back)",
    "(?:reply|answer|respond|write back|get back|come back|text back)(?:(?: to)? (?:this|the|our|my|us|me)(?: (?:message|e-?mail|ticket|mail))?)?(?: here)? (?:with|stating|giving|including|quoting|by sending)", "(?:let|keep) (?:me|us) (?:know|have)(?! (?:if|whether|when|once|how|should|in case|so|as soon))",
    "send (?:over|across|through|along)", "(?:may|can|could|might) (?:i|we) (?:please |just |also )?have", "what(?:['’]s| is| are) (?:the|your)"
  ],
  askWeak: [
    "(?:we|i)(?:['’]ll| will| would| do)? (?:also |just |only |still |now |then )?(?:need|require)", "(?:please|kindly|just|simply) (?:\\p{L}+ and )?(?:confirm|provide|state|name|quote|share|supply|send|include|add|give|attach)", "(?:could|can|would|will) you (?:please |kindly |just |also )?(?:confirm|provide|share|send|give|tell|state|forward)", "(?:fill in|complete|enter|write)(?: (?:it|them|this))? below", "(?:confirm|verify) (?:yourself|your identity) (?:by|with)"
  ],
  place: ["screens?", "page", "field", "in the app", "into the app", "form", "settings", "portal", "website", "sign-in", "on your (?:phone|device|computer)", "terminal", "locker", "keypad", "reader", "browser", "box", "login", "log-in"],
  not: ["never", "not", "\\p{L}+n['’]t", "cannot", "no need", "no one", "nobody", "without", "rather than", "instead of", "no reason", "refuse to", "neither", "nor", "avoid", "beware"],
  condition: ["if", "whether", "when", "whenever", "once", "after", "because", "unless", "until", "about", "in case", "should", "where", "why", "how", "before"],
  search: ["(?<!(?:with|to|via|by|from|using|your|the|a|for) )google (?:[“\"‘'„«]\\S{1,40}|(?:for|our|us|the|your|this|that|a|an)(?= ))", "(?:search|look|type|enter|put|key|run|query|find)(?: \\S{1,40}){0,14} (?:on|in|into|via|through|with|using) (?:google|bing|yahoo|duckduckgo|(?:a|any|your|the)(?: \\p{L}+)? search(?: (?:engine|site|bar|box|page))?|(?:a|any|your) browser|the (?:web|internet|net)|your (?:favou?rite|usual) search(?: engine)?|the (?:app|play) store|your app store)", "(?:search|look) (?:online|the (?:web|internet|net|app store|play store)) for", "(?:app|play) store,? (?:and )?(?:search|look|type) (?:for)?", "(?:search|look)(?: up)?(?: \\S{1,40}){1,8} online", "web search", "search engine", "bing", "google it"],
  login: ["log(?:ged|s|ging)? (?:in|on|yourself in)", "log-?in", "sign(?:ed|s|ing)? (?:in|on|up)", "register", "enter your", "your (?:user ?name|password|pin|account number|card number|details|credentials)", "install", "download", "password", "(?:first|top) (?:result|hit|link|page|entry)", "at the top", "fill in", "confirm your"],
  contact: ["write to", "message", "dm", "direct message", "add (?:us|me|our|the|him|her|them)", "join", "contact", "reach(?: us| me| him| her| them)?", "ping", "text", "drop (?:us|me|him|her|them)", "chat (?:to|with)", "find us", "follow", "invite", "handle", "username", "user name", "channel", "group", "under", "send (?:us|me|him|her|them|it|a)", "talk to", "call us", "ask", "find", "search for", "available on", "look for", "profile", "number"],
  numbers: numbered("zero oh one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety o nought naught hundred", "0 0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 30 40 50 60 70 80 90 0 0 0 100"),
  at: ["at", "at[- ]sign", "at[- ]symbol"],
  dot: ["dot", "period", "full stop"]
}
