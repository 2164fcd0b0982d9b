import { ORDER } from "./en-order.ts"
import { enMoney } from "./en-money.ts"
import type { RequestWords } from "./words.ts"

/** Asking by a verb in -ing: "would you mind reading", "by sending". */
const BY = "(?<=(?<!\\p{L})(?:mind|by|without|for|about) )"

export const en: RequestWords = {
  ...enMoney,
  tell: [
    "(?:read|give|pass|send|forward|text|show|quote)(?: \\S{1,20}){1,10} to (?:me|us)",
    `${BY}(?:reading|telling|forwarding|sharing|dictating|sending|giving|providing|texting|` +
      `passing|e-?mailing|stating|typing|pasting|posting|quoting)`,
    `${ORDER}(?:read(?: (?:out|aloud|back|off|through|over|me|us|it|them))*|tell|say|speak|` +
      `forward|share|dictate|relay|repeat|quote|disclose|reveal|spell(?: out)?|recite|whisper|` +
      "send|text|message|e-?mail|whatsapp|pass(?: on| along)?|hand over|give|provide|supply|state|call out|" +
      "(?:copy|paste|post|jot|note|type|write|drop|pop|key|put)(?: (?:and paste|it|them|both))?(?: " +
      "\\S{1,30}){0,12} (?:here|below|(?:in|into|on|to) (?:the|this|your|our) (?:\\p{L}+ )?(?:chat|" +
      "reply|answer|response|message|mail|e-?mail|ticket|thread|conversation|form below)|to " +
      "us|to me|for (?:me|us)|back))",
    "(?:reply|answer|respond|write back|get back|come back|text back|call back|ring back|" +
      "ring us|call us|call me)(?: (?:to|on) (?:this|the|our|my|us|me)(?: (?:message|e-?mail|" +
      "ticket|mail|text|number))?)?(?: here)? (?:with|stating|giving|including|quoting|by (?:sending|" +
      "giving|typing)|and (?:give|tell|read|quote|say|state))",
    "let (?:me|us|our \\p{L}+|my \\p{L}+) (?:have|know|see|hear)(?! (?:if|whether|when|once|" +
      "should|in case|so|as soon|how|that|about))",
    "(?:may|can|could|might) (?:i|we)(?: \\p{L}+)? (?:have|get|ask(?: you)? for|take|note)",
    "(?:i|we)(?:['’](?:ll|d))?(?: \\p{L}+)? (?:need|require|want|ask(?: you)? for|take|wait " +
      "for|am waiting for|are waiting for|must have|have to have)",
    "(?:i|we)(?:['’]d| would| should)(?: just| only| also)? (?:need|like|love|appreciate)(?: " +
      "to (?:have|know|see|hear))?",
    "what(?:['’]s| is| are| was| were| does| do| did)",
    "which (?:code|number|digits|figures|word|password|pin)(?= )",
    "tell (?:me|us) (?:what|which)",
    "be (?:ready|prepared) to (?:read|give|tell|share|quote|state)",
    "(?:all|everything|the (?:only )?things?) (?:i|we) (?:need|require|ask for|want)"
  ],
  others: [
    "(?:anyone|anybody|someone|somebody|whoever|scammers?|fraudsters?|criminals?|crooks|thieves|" +
      "callers?|strangers?|impostors?|people) [^.;!?]{0,60}(?:ask|tell|want|urge|press|request|" +
      "say|claim|get|trick|demand|call|pretend)\\p{L}*",
    "(?:did|has|have|had|does|if|when) (?:anyone|anybody|someone|somebody|they|he|she|the (?:caller|person|man|woman))",
    "(?:they|he|she|the (?:caller|fraudster|scammer|person|man|woman|message|mail|e-?mail|" +
      "text|page|site)) (?:\\p{L}+ )?(?:asks?|asked|asking|tells?|told|wants?|wanted|urge[sd]?|" +
      "requests?|requested|made|makes)",
    "(?:asked?|asks|asking|requests?|requesting|demand(?:s|ing)?) (?:for )?[^.;!?]{0,60}(?:scam|fraud|phishing|fake)"
  ],
  receiver: [
    "(?:to|with) (?:the )?police(?: \\p{L}+)?",
    "to (?:\\p{L}+ )?(?:cousin|friend|brother|sister|mother|father|son|daughter|family|guests?|recipient)",
    "(?:to|by text to|at) \\d{3,6}",
    "(?:to|at|with) (?:the|our|your|a|any) (?:\\p{L}+ )?(?:driver|courier|counter|cashier|" +
      "till|shop|store|desk|reception(?:ist)?|locker|pharmac(?:y|ist)|post ?man|postwoman|postie|" +
      "carrier|branch|gate|door staff|checkout|neighbour|shop assistant|sales assistant|box " +
      "office|usher|conductor|inspector|steward|bank|machine|terminal|card reader|keypad)"
  ],
  secret: [
    "(?:number|code|digits|combination)(?: (?:that|which))?(?: \\S{1,14}){0,5} (?:withdraw|cash machine|cashpoint|atm)",
    "(?:user ?)?name and (?:the |your )?pass ?(?:word|phrase|code)",
    "pass phrase",
    "(?:one[- ]time|backup|recovery|rescue|emergency|spare|fallback|scratch|unlock(?:ing)?|sign(?:ing|" +
      "-in)?|security|verification|approval|release|access|passcode) (?:codes?|keys?|numbers?|words?|" +
      "phrases?|tokens?)",
    "(?:log-?in|sign-?in|user ?name|user id)(?:,| and| plus| with) (?:\\p{L}+ )?(?:pass\\p{L}*|pin)",
    "(?:digits|figures|numbers?)(?: \\S{1,14}){0,4} (?:signature|magnetic stripe|embossed)",
    "(?:word|phrase|name|number|digits|letters) (?:that |which )?you (?:log|sign|get) in with",
    "(?:online |mobile |e-?)?banking (?:log-?in|access|password|details)",
    "(?:secret|memorable|magic|safe|security) (?:words?|answers?|phrases?|names?|dates?|information|" +
      "place|numbers?|questions?)",
    "(?:answers?|reply) (?:to|for) (?:your|the|both|all) (?:secret|security|recovery|memorable)[- ]questions?",
    "(?:maiden name|first pet|pet['’]s name|first school)",
    "(?:sign-?in|log-?in|login|account|banking|user) (?:details|data|credentials|information)",
    "(?:recovery|backup|rescue) (?:codes?|keys?|words?|phrase)",
    "(?:twelve|twenty-four|12|24)[- ]?words?(?: (?:recovery|seed|backup|secret|phrase))?(?= " +
      "(?:phrase|of your|that|from))",
    "(?:pass|unlock|screen[- ]lock|lock[- ]screen) ?(?:key|code|pattern|word|phrase)s?",
    "(?:characters?|letters|symbols|word|phrase|combination|sequence) (?:that )?you (?:use|" +
      "type|enter|key in|log in with|sign in with|unlock)(?: \\S{1,20}){0,6} (?:to|when) (?:log|" +
      "sign|get|unlock|open|enter|access)\\p{L}*",
    "what you (?:type|enter|key in|put) (?:to|when you|at|in order to)(?: \\p{L}+){0,2} (?:log|" +
      "sign|unlock|open|get in|the (?:cash|password|prompt))\\p{L}*",
    "session (?:cookie|token|id)s?",
    "(?:private|ssh|signing|wallet) keys?"
  ],
  code: [
    "(?:\\p{L}+-digit |\\d-digit |one[- ]time )?(?:codes?|digits|figures|numbers?|numerals|" +
      "characters|sequence|combination|pass ?code|string|letters and (?:digits|numbers))",
    "(?:four|five|six|seven|eight|[4-8])(?= (?:we|that|you|from|in|on)\\b)"
  ],
  sent: [
    "(?:card|chip|code) ?readers?",
    "your (?:phone|mobile|handset|smartphone|device|watch)(?: \\p{L}+){0,4} (?:buzz\\p{L}*|ping\\p{L}*|" +
      "vibrat\\p{L}*|beep\\p{L}*|light\\p{L}*|ring\\p{L}*|r[au]ng)",
    "(?:we|i|they|our system|the system|the bank|your bank|it)(?:['’](?:ve|ll|re|s)| have|" +
      " has| will| are| is)? (?:just |now |have |only |recently )*(?:sent|text(?:ed|ing)|messaged|" +
      "e-?mailed|sms(?:ed)?|send(?:ing)?|push(?:ed|ing)?)",
    "(?:was|were|been|being|is|are|got|get)(?: just| now)? (?:sent|texted|messaged|e-?mailed|pushed|delivered)",
    "(?:the|a|that|your|our|my|by|via|from|in|this|last|latest)(?: \\p{L}+)? text(?: message)?s?",
    "text messages?",
    "texts",
    "sms(?:es)?",
    "authenticator",
    "authentication app",
    "(?:the|your|that|an?|banking|bank|security) app (?:\\p{L}+ )?(?:shows?|displays?|generates?|" +
      "gives?|is showing|produces?|spits? out)",
    "(?:shows?|appears?|appearing|displayed|pops? up|popping up|flash(?:es|ing)?|showing|" +
      "generated|produced) (?:on|in|by) (?:your|the) (?:phone|mobile|handset|device|app|token|" +
      "fob|card reader|smartphone|screen of your)",
    "(?:arriv\\p{L}+|came|com(?:es|ing)|land\\p{L}*|receiv\\p{L}+|g[eo]ts?|beep\\p{L}*|reach\\p{L}*)(?: " +
      "\\S{1,12}){0,3} (?:on|by|in|via|to|through|at) (?:your|the) (?:phone|mobile|inbox|handset|" +
      "device|smartphone|e-?mail|mailbox)",
    "your (?:phone|mobile|handset|smartphone|device|authenticator|inbox) (?:\\p{L}+ )?(?:shows?|" +
      "displays?|receives?|received|gets?|got|buzze[sd]|pinged)",
    "on your (?:phone|mobile|handset|smartphone|lock screen)",
    "(?:security|key|hardware|bank) (?:fob|token|dongle|calculator)",
    "(?:verification|confirmation|security|sign-?in|log-?in|login|two-factor|push) (?:message|" +
      "mail|e-?mail|text|notification|prompt)",
    "(?:to|for) (?:log|sign)(?:ging|ing)?[- ]?(?:in|on)",
    "2fa",
    "two-(?:factor|step)"
  ],
  plainCode: [
    "(?:error|fault|status|track(?:ing)?|voucher|promo(?:tion(?:al)?)?|discount|coupon|qr|" +
      "bar|postal?|post|zip|product|returns?|order|model|serial|country|area|dialling|dial|" +
      "colour|color|batch|reference|ref|phone|telephone|mobile|customer|ticket|parcel|invoice|" +
      "booking|reservation|pick-?up|collection|locker|article|part|item|account|meter|policy|" +
      "contract|claim|case|shipment|shipping|delivery|consignment|label|version|build|rma|imei|" +
      "vat|tax|flight|seat|room|house|flat|registration|number plate|licence plate|confirmation|" +
      "order confirmation|source|short|dress|building|gate|door|sort|swift|bic|registration|" +
      "referral|gift|size|lot|lottery|contact|fax|firmware|device|extension|helpline|hotline|" +
      "support|sender['’]?s?|total|same|right|wrong|of|large|small|great|any|high|low|whole) " +
      "(?:confirmation )?"
  ],
  card: ["(?:(?:credit|debit|bank|payment|charge) )?card", "plastic"],
  cardPart: [
    "(?:turn|flip)(?:ed|ping|ing)? (?:it|that) (?:over|round|around)",
    "(?:long|full|whole|entire|complete|embossed|main|big) (?:card )?(?:numbers?|row of (?:numbers|digits))",
    "(?:16|sixteen|three|3|four|4|all|all the|all of the|every|both)(?:[- ]digit)? (?:digits?|" +
      "figures?|numbers?|numerals?|codes?)",
    "(?:digits?|figures?|numbers?|numerals?|code|three|3|four|security code)(?: \\S{1,12}){0,4} " +
      "(?:front|back|reverse|rear|signature(?: strip| panel)?|flip side|other side|underside)",
    "(?:(?:the|its) (?:front|back|reverse)|both sides|either side|front and back)",
    "(?:security|check|verification) (?:code|digits|number|value)",
    "what (?:is|stands|it says)(?: \\S{1,12}){0,4} (?:front|back|reverse|both sides)"
  ],
  plainCard: [
    "(?:gift|loyalty|member(?:ship)?|library|sim|customer|club|student|warranty|memory|graphics?|" +
      "sd|micro ?sd|video|sound|travel|id|identity|insurance|health|bonus|rewards?|store|points|" +
      "business|post|punch|stamp|fuel|sample|size|visiting|collectors?|playing|parking|access|" +
      "key|season|net(?:work)?|colour|birthday|greetings?|christmas|registration|advantage|" +
      "room|boarding|stamps|recipe|care|calling|delivery|missed-delivery) "
  ],
  signIn: [
    "(?:sign-?in|sign-?on|log-?in|log-?on|login|magic|(?:password[- ])?reset|password|one-time|" +
      "verification|access|activation|recovery|unlock) (?:link|url|address|button)s?",
    "(?:link|url|address)(?: \\S{1,14}){0,6} (?:signs?|logs?|lets?|gets?|gives?)(?: \\S{1,14}){0,3} " +
      "(?:in|into|access|password)",
    "(?:link|url)(?: \\S{1,14}){0,6} (?:to|for) (?:(?:sign|log)(?:ing|ging)? (?:in|on)|signing " +
      "in|logging in|resett?(?:ing)? (?:your|the) password)",
    "(?:mails?|e-?mails?|messages?|texts?|sms)(?: \\S{1,14}){0,6} (?:(?:sign|log)-?(?:in|" +
      "on)|login|magic|reset|verification|confirmation|activation)(?: \\p{L}+)? (?:link|url|" +
      "button|code|mail)s?",
    "(?:sign-?in|log-?in|login|reset|password reset|verification|magic-link) (?:mail|e-?mail|message|text)s?"
  ],
  remote: [
    "(?:connection|session|partner|remote|access|pairing|desk) (?:number|id|code|address)",
    "remote[- ](?:access|control|support|desktop|assistance|session|maintenance|help|viewing|" +
      "login|connection)(?: (?:tool|software|program|app|application|session|client))?",
    "screen[- ]shar(?:e|ing)",
    "remotely",
    "(?:tool|program|app|software|utility)(?: \\S{1,14}){0,8} (?:controls?|see|view|operate|" +
      "take over|steer)(?: \\S{1,12}){0,3} (?:screen|computer|pc|desktop|laptop|mouse|machine)"
  ],
  act: [
    `${ORDER}(?:install(?:ing)?|re-?install|download(?:ing)?|run(?:ning)?|launch(?:ing)?|` +
      `start(?:ing)?(?: up)?|open(?:ing)?(?: up)?|set(?:ting)? up|get|grab|put|add|enabl(?:e|` +
      `ing)|allow(?:ing)?|accept(?:ing)?|grant(?:ing)?|approv(?:e|ing)|confirm(?:ing)?|join(?:ing)?|` +
      `connect(?:ing)?|fire up|use|using|turn on|switch on|leave|keep|double-click|click|permit|` +
      `authori[sz]e|shar(?:e|ing)|give|giving|let|send|hand)`
  ],
  over: [
    "(?:let|allow|admit|allowing|letting) (?:me|us|my \\p{L}+|our \\p{L}+) (?:on|onto|in|into|to|" +
      "access|at|over)(?: \\S{1,12}){0,2} (?:your|the) (?:\\p{L}+ )?(?:computer|laptop|screen|desktop|pc|" +
      "machine|mac|mouse|cursor|keyboard|device|tablet)",
    "(?:i|we)(?:['’](?:ll|d|m|re)| will| can| could| am| are)?(?: \\p{L}+){0,2} (?:move|moving|take|" +
      "taking|steer|steering|guide|guiding|drive|driving|control|controlling|operate|watch|work|" +
      "working)(?: \\S{1,12}){0,3} (?:your|the) (?:\\p{L}+ )?(?:computer|laptop|screen|desktop|pc|" +
      "machine|mac|mouse|cursor|keyboard|device|tablet)",
    "shar(?:e|ing) your (?:screen|desktop)(?: \\S{1,12}){0,3} (?:with (?:me|us|our|my|him|" +
      "her|them)|so (?:that )?(?:i|we))",
    "(?:i|we|he|she|they|(?:our|my|the|a|one of our) (?:\\p{L}+ )?(?:technicians?|engineers?|" +
      "agents?|colleagues?|team|specialists?|support|experts?|staff|people)|(?:let|allow|enable|" +
      "permit|letting|allowing) (?:me|us|him|her|them|(?:our|my|the|a) (?:\\p{L}+ )?\\p{L}+))(?:['’]ll " +
      "be able to| would like to| want to| need to| have to|['’]d like to|" +
      "['’]ll| will be able to| can| will| could| may| shall| to| is able to| are " +
      "able to| is going to| are going to)?(?: then| quickly| briefly| simply| just| both| " +
      "also| securely| safely| directly)* (?:take (?:over|charge of|(?:full )?control of)|control|" +
      "operate|steer|drive|move|connect (?:in)?to|get (?:on|in)to|dial in(?:to)?|log (?:in|" +
      "on)(?:to| to)|see|view|watch|access|work on|look (?:at|around)(?: on)?|use|hop on(?:to)?|" +
      "tap into|jump on(?:to)?)(?: (?:what|which) \\S{1,12} on)? (?:your|the) (?:\\p{L}+['’]s " +
      ")?(?:computer|pc|mac|laptop|desktop|screen|mouse|cursor|keyboard|machine|phone screen)",
    "(?:give|grant|allow|giving|granting|allowing|hand|handing)(?: (?:me|us|him|her|them|" +
      "over|(?:our|my|the) \\p{L}+))? (?:\\p{L}+ )?(?:access|control|permission)(?: \\S{1,14}){0,4} " +
      "(?:computer|pc|mac|laptop|desktop|screen|mouse|machine|phone)"
  ],
  need: [
    "(?:is|are|will be|would be|['’]s|['’]re) (?:all (?:that is |that['’]s )?|still |also " +
      "|now |then )?(?:needed|required|necessary|wanted|missing|outstanding)",
    "(?:all|everything|the only thing) (?:that['’]s|that is|still|it takes|left|we(?:['’]re|" +
      " are) missing|that (?:i|we) (?:need|lack))",
    "(?:will|would|should) (?:do|suffice|be enough)",
    "(?:is|are) enough",
    "it (?:only |just )?takes",
    "(?:i|we)(?:['’]re| are)(?: still| only| just)? (?:missing|waiting for|after|lacking|short of)",
    "attach(?:ed|ing)?(?: (?:it|them|both))?",
    "upload(?:ing)?",
    "include"
  ],
  strong: [
    "\\p{L}+[_-]sess(?:ion)?(?:[_-]?id)?",
    "(?:local|session)[ -]?storage",
    "sess(?:ion)?(?:_|-)?id",
    "(?:token|code|number|digits)(?: \\S{1,12}){0,2} (?:off|from|on) (?:your|the) (?:card reader|fob|" +
      "token|authenticator)",
    "(?:\\d{2}|twelve|twenty-four|eighteen)[- ](?:\\p{L}+ )?words",
    "(?:seed|recovery|secret|backup|mnemonic)[- ](?:phrase|words|key)s?",
    "(?:session|login|auth(?:entication)?|browser|site) ?(?:cookies?|tokens?|ids?)",
    "cookies?(?=.{0,60}(?:value|copy|paste))",
    "\\p{L}*_?(?:session|sess|auth|token)_?\\p{L}*(?=[_ ](?:value|token|cookie|id))",
    "id_(?:rsa|ed25519|ecdsa|dsa)",
    "(?:private|signing|ssh|wallet|encryption|master|api|secret|licen[cs]e admin) keys?(?! " + "?(?:chain|board|ring))",
    "(?:\\p{L}*\\.)?(?:pem|pfx|p12|kdbx|keystore)(?= )",
    "puk(?: code)?",
    "authenticator(?: app)?",
    "(?:bank|gov(?:ernment)?|gov\\.uk|e|mobile|digital|tax)[- ]?id (?:log-?in|password|code|pin)s?",
    "(?:digits|numbers?|code|figures) (?:that )?you (?:use|type|key in|enter|punch in|tap " +
      "in|press)(?: \\S{1,16}){0,6} (?:cash ?(?:machine|point)|atm|tills?|shops?|checkout|terminal|" +
      "card machine|phone|voicemail|alarm|door|safe|pay)",
    "(?:word|name|phrase|code|answer|number)(?:,)?(?: (?:that|which))? you (?:chose|set|picked|" +
      "agreed|registered|made up|gave)(?: \\S{1,16}){0,6} (?:when|as|at|for|with|to)",
    "what you (?:type|enter|key in|put|use)(?: \\S{1,16}){0,5} (?:below|underneath|there|" +
      "to get in|to log|to sign|every time)"
  ],
  identity: [
    "passports?",
    "(?:national |identity |photo )?id(?: cards?)?",
    "identity (?:cards?|documents?|papers)",
    "driv(?:ing|er['’]?s) licen[cs]es?",
    "residence permits?",
    "proof of identity",
    "social security (?:cards?|numbers?)"
  ],
  photo: [
    "(?:up )?to the camera",
    "camera",
    "(?:photo(?:graph)?s?|pictures?|pics?|selfies?|scans?|snaps?|shots?|cop(?:y|ies)|photocop(?:y|" +
      "ies)|images?|both sides|front and back)"
  ],
  cover: [
    "(?:hid(?:e|ing|den)|cover(?:ing|ed)?(?: up)?|black(?:ing|ed)? out|blank(?:ing|ed)? out|" +
      "mask(?:ing|ed)?|blur(?:ring|red)?|cross(?:ing|ed)? out|redact(?:ing|ed)?|obscur(?:e|" +
      "ing|ed)|pixelat(?:e|ed))"
  ],
  grant: [
    "(?:approve|accept|confirm|allow|tap|press|click|choose|say|answer)(?: \\S{1,16}){0,8} " +
      "(?:request|prompt|notification|push|pop-?up|message|sign-?in|login|log-?in|new device|" +
      "yes|pairing|linking)(?: \\S{1,16}){0,10} (?:i|we|our|me|us|my|colleague)(?: \\S{1,14}){0,4} " +
      "(?:send|sent|trigger\\p{L}*|log|sign|start\\p{L}*|push\\p{L}*|get in|can|in|enter|am|are|account)",
    "(?:when|while|as|once|so(?: that)?|then) (?:i|we|my colleague|our \\p{L}+)(?: \\p{L}+)? " +
      "(?:log|sign|am signing|are signing|try to (?:log|sign))(?:ging|ing)? (?:in|on)(?: \\S{1,14}){0,14} " +
      "(?:approve|accept|confirm|tap|press|allow)",
    "scan(?: \\S{1,16}){0,6} (?:qr|code)(?: \\S{1,16}){0,8} (?:i|we)(?:['’]m|['’]re|['’]ll|" +
      " am| are| will)?(?: \\S{1,16}){0,3} (?:send\\p{L}*|sent|show\\p{L}*|attach\\p{L}*|paste\\p{L}*)",
    "(?:add|set|enter|register|put|change)(?: \\S{1,16}){0,8} (?:my|our)(?: \\S{1,16}){0,3} " +
      "(?:address|number|phone|e-?mail|device|mobile)(?: \\S{1,16}){0,5} (?:recovery|backup|" +
      "trusted|second|account|security|sign-?in|login|two-factor)",
    "(?:as|like) (?:a |an |your )?(?:trusted|recovery|additional|authori[sz]ed|second) (?:device|" +
      "contact|e-?mail|address|user|holder|payee)(?= .{0,60}(?:my|our|us|me))",
    "(?:forward|redirect|divert)(?: \\S{1,16}){0,4} (?:calls|texts|sms|messages|number)(?: " +
      "\\S{1,16}){0,4} to (?:our|my|us|the number|this number)"
  ]
}
