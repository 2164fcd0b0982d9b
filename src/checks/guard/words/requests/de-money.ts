import type { MoneyWords } from "./words.ts"

/** Paying, and what is paid with. */
export const deMoney: MoneyWords = {
  voucher: [
    "(?:geschenk|guthaben|prepaid|wert|gutschein|auflade|paysafe|einkaufs)-?(?:karten?|gutscheine?n?|codes?)",
    "gutscheine?n?"
  ],
  voucherCode: [
    "(?:stellen|stellige[nrs]?)",
    "(?:codes?|nummern?|ziffern|pins?|fotos?|bild(?:er)?|rubbel\\p{L}*|freigerubbel\\p{L}*|" +
      "rückseite|kassenbon|beleg|sie|ihn)"
  ],
  buy: [
    "(?:kaufen|besorgen|holen|erwerben|nehmen) sie",
    "(?:kauf|besorg|hol|erwirb)e?(?= (?:bitte|dir|dazu|dafür|einfach|uns|ein|eine|einen|zwei|drei|am|im|bei))",
    "(?:bitte|können|könnten|müssen|sollten)(?: \\S{1,30}){0,12} (?:kaufen|besorgen|holen|erwerben)"
  ],
  pay: [
    "(?:nehm\\p{L}*|nimmt)",
    "(?:(?:be|ein|aus|über)?zahl\\p{L}*|begleich\\p{L}*|beglichen|überweis\\p{L}*|überwiesen|" +
      "transferier\\p{L}*|schick\\p{L}*|send\\p{L}*|geld|betrag|gebühr(?:en)?|summe|kaution|" +
      "anzahlung|entricht\\p{L}*|akzeptier\\p{L}*|legen)"
  ],
  untraceable: [
    "(?:bargeld|geldscheine|scheine|das geld|den betrag|bar)(?: \\S{1,14}){0,6} (?:im|in " +
      "einem|in einen|per|mit der|in den|dem|einem) (?:\\p{L}+ )?(?:umschlag|brief|kuvert|post|" +
      "päckchen|paket|kurier|boten|briefumschlag|einschreiben)",
    "(?:umschlag|kuvert|brief)(?: \\S{1,14}){0,4} bargeld",
    "freunde (?:und|&|oder|an) familie",
    "freunde und verwandte",
    "(?:bitcoin|krypto)-?(?:automat(?:en)?|geldautomat(?:en)?|wallet)",
    "krypto(?:währung(?:en)?|geld)?",
    "bargeld(?:transfer|versand)(?:dienst)?",
    "(?:privat|personen)konto (?:meines|meiner|von|unseres)"
  ],
  cash: [
    "bar(?= (?:im|in|mit)(?!\\p{L}))",
    "bargeld",
    "\\p{L}*scheine?n?(?<!schein|lieferscheine|lieferscheinen|gutscheine|gutscheinen|führerscheine|" +
      "rückscheine|abholscheine|scheinen)",
    "(?:\\d+|zehn|zwanzig|fünfzig)-?euro-?scheine?",
    "in bar",
    "banknoten"
  ],
  envelope: [
    "(?:brief)?umschl[aä]ge?s?",
    "kuverts?",
    "briefe?s?",
    "päckchen",
    "pakete?s?",
    "per (?:post|kurier|boten|brief|einschreiben)",
    "mit der post"
  ],
  person: [
    "(?:mein|unser|de[rsnm])(?:e|er|em|en|es)?(?: \\p{L}+)? (?:monteur|installateur|handwerker|" +
      "elektriker|hausmeister|verwalter|kassenwart|kassierer|schatzmeister|buchhalter|sekretär|zahnarzt|" +
      "arzt|ärztin|therapeut|hebamme|tierarzt|dozent|professor|anwalt|notar|makler|verkäufer|lieferant|" +
      "stellvertreter|vorgesetzter?|kapitän|kellner|koch|köchin|gärtner|fotograf|schaffner|kontrolleur|" +
      "lagerleiter|filialleiter|bauleiter|praktikant|azubi|vorsitzende[rn]?|vorstand|gründer|" +
      "geschäftsführer|leiter|disponent|zusteller|vermieter|bote|übersetzer|steuerberater)(?:in|s|n|en)?",
    "(?:private|persönliche|eigene)[nrs]? (?:handy|nummer|handynummer|paypal|kennung)",
    "(?:mein|unser|des)(?:e|er|em|en|es)?(?: \\p{L}+)? (?:kolleg(?:e|in|en)|chef(?:in|s)?|" +
      "leiter(?:in|s)?|lehrer(?:in|s)?|trainer(?:in|s)?|fahrer(?:in|s)?|boten|kuriers?|technikers?|" +
      "monteurs?|assistent(?:in|en)|mitarbeiter(?:s|in)?|manns?|frau|bruders?|schwester|sohne?s?|" +
      "tochter|freunde?s?|freundin|partner(?:s|in)?|buchhalter(?:s|in)?|geschäftsführer(?:s|" +
      "in)?|vorgesetzten?|praxisleiter\\p{L}*|sekretär(?:in|s)?|reiseleiter(?:in|s)?|vertreter(?:s|" +
      "in)?|inhaber(?:s|in)?)",
    "(?:herrn?|frau) \\p{L}{2,}",
    "privat(?:konto|konten)s?",
    "(?:persönlich|privat|eigene)(?:es|en|er)? (?:\\p{L}+)?konto",
    "mir persönlich",
    "mein(?:em|en|e|er)? (?:eigenes?|privates?|eigene[nm]|private[nm]|persönliche[ns]?) (?:konto|paypal)"
  ],
  account: [
    "(?:pay ?pal|wise|wero|kwitt)",
    "(?:überweis\\p{L}*|\\p{L}*kontos?|kontonummer|iban|bankverbindung|paypal|revolut|twint|" +
      "wero|giropay|echtzeit\\p{L}*|einzahl\\p{L}*|dauerauftrag|transfer\\p{L}*)"
  ]
}
