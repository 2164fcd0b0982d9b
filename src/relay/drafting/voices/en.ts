import { opensOrHas, listed } from "./pattern.ts"
import type { Voice } from "./voice.ts"

const DURATION =
  /\b(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|fourteen|thirty)(?: to (?:\d+|\w+))? (?:working |business )?(?:minutes?|hours?|days?|weeks?|months?|years?)\b|\bevery \w+day\b|\bat once\b/i
const MONEY = /[€$£¥]\s?\d|\d\s?(?:€|%|percent|euros?|pounds?)|\bfree\b|\bno (?:charge|fee|cost)/i

/** Matches what stands before the verb of "We don't send it", which says nothing of what is sent. */
const WHO_ACTS =
  "(?:we|you|please)(?:(?: (?:can|may|must|will|should|do|also|only|always|never|then|not|have to|need to)|n?['’]t|['’]ll)){0,3}"

/** "Locked pots can't.": what is denied is in the sentence before. */
const DENIED = "(?:(?:do|does|did|is|are|was|were|can|will|has|have)(?: not|n['’]t)|cannot|(?:can|won)['’]t)(?=\\.$)"

export const en: Voice = {
  greeting: (name) => (name ? `Hello ${name},` : "Hello,"),
  greetings: {
    formal: (name) => (name ? `Dear ${name},` : "Dear customer,"),
    informal: (name) => (name ? `Hi ${name},` : "Hi,")
  },
  closing: "Kind regards",
  courtesy: {
    sorry: "I'm sorry for the trouble.",
    again: "Thank you for getting back to us.",
    first: "Thank you for your message."
  },
  unanswered: "I'm afraid we have no information on this yet.",
  holding:
    "Thank you for telling us. The colleagues responsible for this are looking at your message and will answer you.",
  askBack: {
    trouble: "Could you please describe in a little more detail what happens?",
    unclear: "Could you please tell us what we can do for you?",
    other: "Could you please tell us a little more about what you need?"
  },
  otherLanguage: (title, language) => `answer in English (only in ${language}: “${title}”)`,
  whichCase: (names) => `Could you tell us which of these applies to you: ${listed(names, "“", "”", "or")}?`,
  space: " ",
  trouble:
    /\b(?:missing|lost|broken?|breaks|crack(?:ed)?|damaged?|dead|dud|faulty|defect\w*|wrong(?:ly)?|late|delay(?:ed)?|twice(?! an?\b| (?:per|every|each)\b)|stuck|fail(?:s|ed|ing)?|error|complain\w*|nothing (?:happens|came|here)|annoy\w*|unacceptable|locked out|crash\w*|leak\w*|(?:is|was|does|did|has|have|can|could|are|were|wo|ca)(?:n't|nt| not) (?:arriv|com|work|turn|charg|start|mov|show|print|switch|receiv|got|been|open)\w*)\b/i,
  thanks:
    /^(?:(?:hi|hello|hey|dear|good (?:morning|afternoon|evening))\b[^.!?\n]{0,30}|(?:ok(?:ay)?|great|perfect|super|wonderful|brilliant|cool|lovely|all (?:good|clear|sorted)|that(?:'s| is| was)? (?:great|perfect|fine|all|it|very kind)|it (?:works|worked)(?: now)?|got it|understood|cheers|thanks|thank you|thx|many thanks|ta)\b[^?\n]{0,80}|(?:(?:kind|best|warm)? ?(?:regards|wishes)|yours|sincerely|bye|have a (?:nice|good|great) \w+)\b.{0,40}|\W*)$/i,
  request:
    /\b(?:please|pls|can you|could you|would you|i(?:'d| would) (?:like|rather|prefer)|i (?:want|need|wish|expect|hope to)|we (?:want|need|would like)|let (?:me|us) know|tell (?:me|us)|how (?:do|can|long|much)|send (?:me|us|back)|confirm)\b/i,
  kinds: [
    {
      asked:
        /\b(?:how long|how soon|how many (?:days|weeks|hours)|when|until when|what day|which day|still|yet|too late|deadline)\b/i,
      given: DURATION
    },
    {
      asked: /\b(?:how much|costs?|costing|prices?|fees?|charges?|pay|free|refund(?:ed)?|money|credit)\b/i,
      given: MONEY
    },
    {
      asked: /\b(?:can i|can we|may i|am i|are we|is it|allowed|possible|do i have to|must i|does it|do you)\b/i,
      given: /\b(?:can(?:'t|not)?|may|must|only|(?:isn|aren|don|doesn)'t|not|need)\b/i
    },
    {
      asked:
        /\b(?:how (?:do|can|to|could)|where (?:do|can|is|are)|what (?:do|can|should|have|am|must|now|happens)|help|stuck|sort it)\b/i,
      given:
        /\s>\s|^(?:\d+\. |- )?(?:Open|Go|Press|Tap|Choose|Click|Use|Send|Tell|Write|Enter|Switch|Unplug|Hold|Print|Ask|Download|Start|To)\b/
    }
  ],
  needed: /\b(?:(?:send|tell|give|write to|ask|contact|let) (?:us|me)\b|we need\b|(?:confirm|enter|attach) your\b)/i,
  needs: /\b(?:we|i)(?:'ll| will)?(?: also| still| only| then)? need\b(?! to\b)/i,
  forAgents: /\b(?:(?:the|a|this) customer(?:'s|s)?|internal note|macro|(?:the|an) agent)\b/i,
  claimsAction: /\b(?:I|we)(?:'ve| have| had) (?:\w+ ){0,2}\w+(?:ed|en|nt|ut|one)\b/i,
  needsContext: opensOrHas(
    `it|its|they|their|this|that|these|those|for (?:this|that|these)|then|(?:[a-z0-9 ]{1,24} )?after that|afterwards|before that|otherwise|if (?:so|not|it|they|that|this|you still)|he|she|in (?:this|that) case|but|and|so|both|one (?:of them|that)|the same|also|instead|everything(?! (?:you|we|i|that|in|on|from|about))|(?:${WHO_ACTS} )?[a-z]+ (?:it|them)`,
    "(?:in|within|by|before|after|until) (?:that|this) (?:time|date|day|period|deadline)|(?:by|until|before) then|(?:that|this) (?:much|many|long|often|early|late)|in (?:these|those|such) cases|" +
      DENIED
  ),
  macroLetter: /(?:^|\n)(?:hello|hi|dear)\b[^\n]*,\n+([\s\S]*?)(?:\n+(?:(?:kind|best|warm) )?(?:regards|wishes)\b|$)/i,
  blanks: [
    {
      // "You get a search number from us ...": the customer gets it with this reply, so the reply needs it.
      says: /\b(?:you(?:'ll| will)? (?:get|receive)|we(?:'ll| will)? (?:give|send|tell) you) (?:a|an|the|your) ((?:[a-z]+[ -]){0,2}(?:number|code|reference))\b/i,
      announces: true,
      ask: ([, fact = ""]) => ({
        blank: fact.toLowerCase(),
        text: `Your ${fact.toLowerCase()} is [[${fact.toLowerCase()}]].`
      }),
      known: (blank) => new RegExp(`${blank.replace(/[ -]/g, "[ -]")}\\W{1,4}(?:is\\W+)?[\\p{L}-]{0,12}\\d`, "iu")
    },
    {
      // "It counts from the arrival of the parcel": only the team knows that day.
      says: /\b(?:of|from|after|on) (?:its|their|the (?:[a-z]+['’]s )?|your (?:[a-z]+['’]s )?)arrival\b/i,
      when: /\b(?:sent|posted|shipped|returned|handed|brought)\b[^.!?]*\b(?:back|return\w*|in|it)\b/i,
      ask: () => ({ blank: "date of arrival", text: "It reached us on [[date of arrival]]." }),
      known: () => /\b(?:arrived|reached you|received by you)\b[^.!?\n]*\d/i
    },
    {
      says: /\bthe (?:way|method) you paid\b|\bway of payment\b/i,
      when: /\b(?:refund\w*|money|back|paid)\b/i,
      ask: () => ({ blank: "way of payment", text: "You paid by [[way of payment]]." }),
      known: () =>
        /\b(?:credit card|debit card|by card|visa|mastercard|paypal|bank transfer|direct debit|gift card|klarna|apple pay|cash on delivery|IBAN)\b/i
    }
  ]
}
