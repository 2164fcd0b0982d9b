import type { AskingWords } from "./words.ts"

const GIVE =
  "(?:give|tell|send|read|dictate|forward|text|pass|share|type|write|paste|copy|drop|put|post|quote|spell|state|" +
  "provide|supply|leave|note|relay|repeat|hand|show|confirm|mention|name|enter|submit|return|email|e-mail|message|" +
  "shoot|bring|whisper|say|jot|report|pop|transcribe|reveal|disclose|slide|attach|upload|add|include|" +
  "lend|mail|fax|dm|ping)(?:ing)?"
const HERE =
  "(?:here|below|in (?:this|your|the|our|an?) (?:\\p{L}+ )?(?:chat|reply|answer|response|message|thread|" +
  "conversation|ticket|e-?mail|window)|under(?:neath)? this|by (?:reply|return)|back)"

export const en: AskingWords = {
  vague: [
    "(?:the|a|an|that|this|those|these|some|\\p{L}+-(?:digit|figure|letter)|four|six|eight|seven) " +
      "(?:\\p{L}+-(?:digit|figure|letter) )?(?:numbers?|codes?|digits|words?|figures|characters|letters)"
  ],
  device: ["(?:token|fob)", "(?:phone|mobile|handset|smartphone|app|inbox|smartwatch|watch|lock screen)"],
  coming: [
    "(?:sms|text message|text)(?: \\S{1,14}){0,5} (?:arriv|com(?:e|ing)|land|reach|on its way)\\p{L}*",
    "(?:get|receive|receiving|getting)(?: \\S{1,14}){0,3} (?:sms|text message)"
  ],
  hand: [
    "(?:to|into) (?:my|our) (?:inbox|mail|e-?mail|mailbox|number|phone|chat)",
    "(?:you(?:['’]d| would| could| can)?|please|kindly|just) (?:share|disclose|reveal|divulge|hand over)",
    "(?:shout|call|ring|read|sing|spell) (?:it|them|that) out",
    "(?:is|are|be|appears?|stands?)(?: \\p{L}+){0,2} in (?:this|your|the) (?:conversation|reply|answer|" +
      "message|chat|response)",
    `${GIVE}(?: (?:it|them|that|those|these|this|both|one|out|over|along|on|straight|back|across|through)){0,3}` +
      "(?: to)? (?:me|us)",
    `${GIVE}(?: [^\\s.;:!?]{1,20}){1,10} (?:to|with|past|for|by) (?:me|us|my|our (?:team|inbox|chat|mailbox))`,
    `${GIVE}(?: [^\\s.,;:!?]{1,20}){0,10} ${HERE}`,
    "let (?:me|us) (?:have|know|see|hear)",
    "(?:can|may|could|might) (?:i|we)(?: \\p{L}+)? (?:have|get|take|trouble you|ask you|note)",
    "(?:reply|answer|respond|write back|get back|come back|text back|ring)(?: [^\\s.;:!?]{1,20}){0,5} with",
    "(?:over|back|across|along|on|straight) to (?:me|us)"
  ],
  need: [
    "all (?:that )?(?:i|we) (?:ask|need|want|require)",
    "(?:i|we)(?:['’]d| would) like to (?:hear|see|read)",
    "(?:i|we)(?:['’](?:ll|d|m|re|ve))?(?: \\p{L}+){0,2} (?:(?:need|want)(?! to (?!have|know|see|hear|" +
      "ask))|require|missing|lack|lacking|" +
      "wait(?:ing)? for|short of|after|work with|go by|asking for)",
    "(?:missing|outstanding|needed|required|lacking|wanted|to have)(?: \\p{L}+){0,2} (?:on|at|from|by|" +
      "for|in) (?:my|our|me|us)",
    "(?:one|only|last|single) (?:thing|item|piece|detail|bit)(?: [^\\s.;!?]{1,20}){0,4} (?:missing|" +
      "needed?|left|lack\\p{L}*)(?: (?:on|at|from) (?:my|our) (?:side|end|part))?",
    "(?:is|are|['’]s|would be|will be) (?:still |only |just |all |now )*(?:missing|needed|required|wanted|outstanding)",
    "(?:has|have|needs?) to (?:be (?:with|on|in|given|told|sent|passed)|reach|get to)(?: " +
      "[^\\s.;!?]{1,20}){0,3} (?:me|us|my|our)",
    "(?:will|would|should) do",
    "(?:is|are|will be|would be) (?:enough|sufficient|all)",
    "all (?:that|it|this) takes"
  ],
  once: [
    "(?:once|as soon as|when|after|until|unless|the moment|the minute|before) (?:i|we)(?:['’]ve| have| hold| get| " +
      "got| see| know| receive| read| hear)(?: (?:got|had|received|seen|read|noted))?",
    "(?:once|as soon as|when|after|until|before)(?: [^\\s,.;!?]{1,20}){1,8} (?:reach(?:es|ed)?|with|on|in front of|" +
      "in) (?:me|us|my|our)",
    "without (?:it|them|that|this|those|the|your)(?=[^.;!?]{0,80}(?<!\\p{L})(?:i|we)(?!\\p{L}))"
  ],
  use: [
    "(?:i|we) (?:have|need) to (?:enter|type|key|put)",
    "(?:i|we)(?:['’]ll| will| can| could)?(?: \\p{L}+){0,1} (?:key|type|punch|enter|put|use|log in " +
      "with|sign in with)(?: (?:it|them|these|those|that|this|everything))(?: in)?",
    "please(?=[.;!?,]|$)"
  ],
  question: [
    "(?:which|what) (?:\\p{L}+ ){1,3}(?:did|do|have) you",
    "what(?:['’]s| is| are| was| were) (?:the|your|that|it|those|they|on|in)",
    "what did you",
    "what does (?:it|the|your)",
    "which (?:\\p{L}+ )?(?:code|number|digits|word|password|pin)"
  ],
  reason: [
    "(?:and|then)(?: \\p{L}+){0,3} (?:is|are|will be|['’]s) (?:\\p{L}+ )?(?:done|open|unlocked|active|" +
      "settled|through|live|fixed|sorted)",
    "so (?:that )?(?:i|we)",
    "(?:i|we)(?:['’]ll|['’]d| will| shall| can| could)",
    "for (?:me|us) to",
    "(?:lets|allows?|enables?) (?:me|us)",
    "to (?:verify|identify|finish|complete|unblock|release) (?:you|this|the)"
  ],
  point: [
    "digits?",
    "which",
    "what (?:it|the (?:text|message)) says",
    "(?:photo|picture|snapshot|snap|screenshot|scan)(?! (?:of|from))",
    "forward(?:ing)?",
    "(?:pass|send)(?:ing)? on",
    "it",
    "them",
    "that",
    "those",
    "these",
    "both",
    "this",
    "of them",
    "what it says"
  ],
  plain: [
    "(?:order|customer|invoice|booking|reservation|tracking|reference|serial|case|ticket|account|" +
      "contract|phone|parcel|" +
      "delivery|meter|membership|policy|model|registration|licence|ticket)(?: confirmation)?(?: or " +
      "\\p{L}+)? (?:numbers?|details|codes?)",
    "(?:last|final) (?:four|4|three|3|two|2)",
    "(?:error|fault)(?: \\p{L}+)?",
    "screenshots?(?! of)",
    "(?:postal |e-?mail |delivery |billing )address",
    "receipt",
    "wording",
    "photo of the (?:parcel|damage|label|box|device|meter|product)"
  ],
  whether: [
    "whether",
    "how",
    "why",
    "where",
    "who",
    "(?:what|which)(?!['’]s (?:printed|written|shown|on)| (?:you (?:\\p{L}+ )?(?:type|enter|use|log|" +
      "sign|put|key)|it|you see|shows?|appears?|comes?|is shown|the|your|code|number|digits|word))",
    "(?:at|on|in) (?:what|which)"
  ],
  under: ["if", "when", "until"],
  approve: [
    "(?:tap|press|hit|choose|select|click|say|answer|approve|accept|confirm|allow|scan|photograph|hold|" +
      "point)(?: [^\\s.;!?]{1,20}){0,9} [\"“‘']?(?:yes|approve|allow|accept|confirm|connect|link|request|" +
      "prompt|push|notification|sign-in|login|log-in|device|qr|square|camera|boxes|pop-?up)"
  ],
  enter: [
    "(?:i|we|my \\p{L}+|our \\p{L}+)(?:['’]\\p{L}+)?(?: [^\\s.;!?]{1,20}){0,4} (?:in|into|inside|to|" +
      "on) (?:your|the) (?:\\p{L}+ )?(?:account|profile|mailbox|banking|wallet)",
    "(?:i|we)(?:['’]\\p{L}+)?(?: \\p{L}+){0,2} (?:log|sign|get|come|go)(?:ged|ging|ning|ting|ing|ed)? " +
      "(?:myself |ourselves )?in",
    "(?:lets?|gets?|bring(?:s)?) (?:me|us) in",
    "(?:i am|i['’]m|we are|we['’]re|i['’]ll be|we['’]ll be) in(?=[,.;!? ]|$)"
  ],
  own: [
    "(?:send|make|issue|order)(?: you)? (?:another|a new|a fresh)",
    "expired",
    "(?:only|yourself|alone)(?: \\p{L}+){0,3} (?:in|into|on|at) (?:the|your|our)",
    "(?:keep|keeps) (?:it|them|that) to yourself",
    "(?:type|enter|key|put|use)(?: [^\\s.;!?]{1,20}){0,5} (?:in|into|on|at) (?:the|your) (?:\\p{L}+ " +
      ")?(?:app|keypad|screen|" +
      "page|field|form|browser|website|locker|terminal|machine|device|box|checkout|reader|settings|portal)",
    "(?:to|with) (?:anyone|anybody|no ?one|nobody)"
  ]
}
