import { ORDER } from "./en-order.ts"
import type { MoneyWords } from "./words.ts"

/** Paying, and what is paid with. */
export const enMoney: MoneyWords = {
  voucher: [
    "(?:gift|prepaid|pre-paid|top-?up|scratch|voucher|store|recharge|credit) ?(?:cards?|vouchers?|" +
      "codes?|certificates?)",
    "vouchers?"
  ],
  voucherCode: [
    "(?:codes?|numbers?|digits|pins?|photos?|pictures?|scans?|scratch\\p{L}*|back|silver|receipts?|them|it)"
  ],
  buy: [
    `${ORDER}(?:buy(?:ing)?|purchas(?:e|ing)|get(?:ting)?|pick(?:ing)? up|grab(?:bing)?|obtain(?:ing)?|` +
      `acquir(?:e|ing)|go (?:to|and))`
  ],
  pay: [
    "(?:pay(?:s|ing|able|ments?)?|paid|settl(?:e|ed|ing)|transfer(?:red|ring)?|send(?:ing)?|" +
      "sent|wir(?:e|ed|ing)|deposit(?:ed|ing)?|remit(?:ted|tance)?|cover(?:ed)?|fees?|charges?|" +
      "amount|deposit|balance|money|post|mail|convert|accept\\p{L}*)"
  ],
  cash: [
    "cash",
    "bank ?notes",
    "notes and coins",
    "(?:in|£ ?\\d+(?:\\.\\d+)? in|\\d+ (?:pounds?|euros?|dollars?) in|ten|twenty|fifty|five|" +
      "\\d+)[- ](?:(?:pound|euro|dollar) )?(?:notes|bills)",
    "paper money",
    "(?:crisp|used|loose|small) (?:notes|bills)",
    "dollar bills"
  ],
  envelope: [
    "envelopes?",
    "(?:by|in the|through the|via) (?:post|mail)",
    "parcels?",
    "padded bags?",
    "courier",
    "(?:between|inside) (?:the pages|a (?:book|magazine|card|letter))",
    "letter",
    "jiffy bag",
    "(?:hand|pass|slip|give) (?:it|them|the money)? ?(?:to|over)"
  ],
  person: [
    "(?:my|our|one of our) (?:installer|fitter|plumber|electrician|builder|caretaker|janitor|warden|" +
      "clerk|cashier|midwife|dentist|surgeon|vet|therapist|instructor|professor|lecturer|lawyer|notary|" +
      "broker|supplier|contractor|deputy|superior|foreman|captain|skipper|pilot|steward|waiter|chef|cook|" +
      "cleaner|gardener|photographer|musician|conductor|ticket inspector|warehouse manager|site manager|" +
      "intern|trainee|volunteer|chairman|chairwoman|president|founder|ceo|boss)(?:['’]s)?",
    "(?:personal|private|own) (?:phone|mobile|number|handle|tag|wallet)",
    "\\p{L}+['’]s (?:private|personal|own) (?:bank |paypal |savings )?account(?! manager)",
    "(?:my|our|one of our)(?: \\p{L}+)? (?:colleague|manager|boss|teacher|tutor|trainer|courier|" +
      "driver|technician|assistant|director|supervisor|accountant|partner|husband|wife|brother|" +
      "sister|son|daughter|cousin|nephew|friend|mate|receptionist|secretary|engineer|representative|" +
      "agent|doctor|owner|landlord|coach|bookkeeper|treasurer|guide|host|correspondent|nurse|head)(?:['’]s)?",
    "(?:mr|mrs|ms|miss)\\.? \\p{L}{2,}(?:['’]s)?",
    "(?:my|his|her|their|a|['’]s) (?:private|personal|own|savings) (?:bank |paypal |savings " +
      "|revolut |venmo )?account(?! manager)",
    "my (?:own|personal|private)"
  ],
  account: [
    "(?:transfer|bank transfer|wire|account|sort code|iban|standing order|paypal|revolut|" +
      "wise|monzo|venmo|zelle|cash app|mb ?way|bizum|pix|twint|wero|lydia|paypay|line pay)s?"
  ],
  untraceable: [
    "(?:cash|bank ?notes|notes|money|bills)(?: \\S{1,14}){0,6} (?:in(?:side)? (?:an? |the " +
      ")?(?:\\p{L}+ )?(?:envelope|letter|parcel|package|box|magazine|book)|by (?:post|mail|" +
      "courier|letter|registered (?:post|mail))|through the post|to (?:a|the|our) courier)",
    "(?:envelope|parcel)(?: \\S{1,14}){0,4} (?:cash|bank ?notes)",
    "friends (?:and|&|or) family",
    "(?:bitcoin|crypto(?:currency)?|coin) (?:atms?|machines?|kiosks?|wallets?)",
    "crypto(?:currenc(?:y|ies))?",
    "money (?:order|transfer) (?:service|office|shop|agent)s?",
    "cash transfer(?: service)?s?",
    "(?:private|personal) (?:bank )?account of (?:my|our|a)"
  ]
}
