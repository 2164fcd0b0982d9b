import type { AskingWords } from "./words.ts"

/** Stems, for verbs are bent and stand apart from their prefixes. */
const GIVE =
  "(?:nenn|sag|schick|send|geb|gib|lies|les|schreib|teil|leit|übermitt|diktier|zeig|verrat|überlass|" +
  "hinterlass|lass|mail|" +
  "tipp|trag|post|kopier|füg|stell|buchstabier|reich|fotografier|bestätig|halt|hol|bring|notier|liefer|setz|hink|" +
  "überreich|vertrau|poste|tu|pack|leg|lad|häng)\\p{L}{0,4}"
const PREFIX = "(?:durch|mit|weiter|zu|vor|her|rüber|ein|an|über|zurück|bekannt|auf|nach|bei|rein)?(?:zu)?"
const HERE =
  "(?:hier(?:her(?:ein)?|hin|rein|rüber)?|in (?:den|diesen|diesem|unseren|unserem|ihrer|deiner|die|der|" +
  "einer|dieser|diese|ihre) " +
  "(?:\\p{L}+ )?(?:chat|antwort|nachricht|unterhaltung|konversation|e-?mail|mail)|ins chatfenster|in (?:das|dieses) " +
  "(?:chatfenster|fenster|ticket)|per (?:antwort|rückantwort|mail|e-?mail|rückmail)|als antwort|" +
  "darunter|darauf|an (?:ihre|die|deine|diese) (?:antwort|mail|e-?mail|nachricht))"

export const de: AskingWords = {
  vague: [
    "(?:eine|die|der|den|einen|diese[nr]?|ein|das|\\p{L}+stellige[nr]?) " +
      "(?:(?:\\p{L}{2,12}stellige[nr]?|vier|sechs|acht|drei) )?(?:nummer|zahl|zahlen|code|zahlenfolge|" +
      "ziffern|ziffernfolge|wort|kombination|zeichenfolge)"
  ],
  device: ["token", "(?:\\p{L}*handy|telefon|smartphone|\\p{L}*-?app|display|telefondisplay)"],
  coming: [
    "sms(?: \\S{1,14}){0,5} (?:trifft|kommt|erhalt|bekomm|unterwegs|eintreff|landet)\\p{L}*",
    "(?:trifft|kommt|bekommen|erhalten|landet)(?: \\S{1,14}){0,5} sms"
  ],
  hand: [
    "an (?:mein|unser)\\p{L}* (?:postfach|mail|e-mail|mailadresse|nummer|handy)",
    "(?:wäre|wären|sind|stehen|stünden)(?: \\S{1,20}){1,8} in (?:ihrer|der) (?:\\p{L}+ )?(?:antwort|mail|e-?mail|nachricht)",
    "(?:in|im) (?:ihrer antwort|ihrer nachricht|chat|dieser unterhaltung)(?: \\p{L}+){0,3} " +
      "(?:steh\\p{L}+|auftauch\\p{L}+|enthalten|erschein\\p{L}+)",
    "(?:an|zu) (?:mich|uns) damit",
    "damit (?:an|zu) (?:mich|uns)",
    `${GIVE}(?: [^\\s.;:!?]{1,24}){0,5} (?:mir|uns|mich|an (?:mich|uns|meine|unsere))`,
    `(?:mir|uns|an (?:mich|uns|meine|unsere))(?: [^\\s.;:!?,]{1,24}){0,10} ${PREFIX}${GIVE}`,
    `${GIVE}(?: [^\\s.,;:!?]{1,24}){0,12} ${HERE}`,
    `${HERE}(?: [^\\s.,;:!?]{1,24}){0,6} ${PREFIX}${GIVE}`,
    "antwort\\p{L}*(?: [^\\s.;:!?]{1,24}){0,5} (?:mit|damit)",
    "her damit",
    "(?:bitte|gern|ruhig) hierher",
    "(?:darf|dürfte|könnte|kann) (?:ich|wir)(?: [^\\s.;:!?]{1,24}){0,8} (?:haben|bekommen|erfahren|notieren|aufnehmen)"
  ],
  need: [
    "(?:möchte|würde|möchten|würden) (?:ich|wir)(?: \\S{1,14}){0,3} (?:hören|sehen|lesen)",
    "(?:brauch|benötig|bräucht|erbitt|bitt|verlang|erwart)\\p{L}{0,3} (?:ich|wir)",
    "(?:ich|wir)(?: [^\\s.;!?]{1,20}){0,4} (?:brauch|benötig|bräucht|erbitt|erwart)\\p{L}{0,3}",
    "(?:ich|wir) (?:\\p{L}+ )?(?:bitte|bitten|bäte|warte|warten)(?: [^\\s.;!?]{1,20}){0,3} (?:um|auf)",
    "(?:(?:mir|uns)(?: \\p{L}+){0,3} )?(?:fehlt|fehlen|fehlte|fehlten|genügt|genügen|reicht|reichen)(?: (?:mir|uns))?",
    "(?:wird|werden|würde|würden|ist|sind)(?: [^\\s.;!?]{1,24}){0,20} (?:benötigt|gebraucht|" +
      "erforderlich|nötig|notwendig|erbeten)",
    "(?:muss|müssen|müsste|sollte|sollten)(?: [^\\s.;!?]{1,20}){0,4} (?:mir|uns)",
    "angewiesen"
  ],
  once: [
    "(?:sobald|wenn|nachdem|sowie|bis|sofern)(?: [^\\s,.;!?]{1,24}){0,4} (?:ich|wir|mir|uns|hier)(?: " +
      "[^\\s,.;!?]{1,24}){0,8} " +
      "(?:habe|haben|hab|vorliegt|vorliegen|bekomm\\p{L}*|erhalt\\p{L}*|kenne|kennen|weiß|wissen|" +
      "eintrifft|ankommt|ist|sind|da|sehe)",
    "(?:liegt|liegen)(?: [^\\s,.;!?]{1,24}){0,6} (?:mir|uns|hier)(?: [^\\s,.;!?]{1,24}){0,4} vor",
    "(?:mir|uns)(?: [^\\s,.;!?]{1,24}){0,6} (?:vorliegt|vorliegen)",
    "(?:habe|hätte|haben|hab) (?:ich|wir)(?=[^.;!?]{0,60}(?:,|dann))",
    "ohne (?:ihn|sie|es|den|die|das|diese[nrs]?|ihre[nrs]?)(?=[^.;!?]{0,80}(?<!\\p{L})(?:ich|wir)(?!\\p{L}))"
  ],
  use: [
    "(?:muss|müssen) (?:ich|wir)(?: \\p{L}+){0,3} (?:eintragen|eingeben|eintippen)",
    "(?:ich|wir) (?:gebe|geben|tippe|tippen|trage|tragen|setze|setzen|nutze|nutzen|verwende|" +
      "verwenden)(?: [^\\s.;!?]{1,20}){1,4} (?:ein|selbst|hand|dann)",
    "(?:gebe|geben|tippe|tippen|trage|tragen) (?:ich|wir)(?: [^\\s.;!?]{1,20}){1,4} ein",
    "bitte(?=[.;!?,]|$)"
  ],
  question: [
    "welche[nrs]? (?:\\p{L}+ ){1,2}(?:haben|hatten) sie",
    "wie (?:lautet|lauten|lautete|hieß|heißt|war)",
    "was (?:steht|zeigt|war|haben|sagt)",
    "welche[nrs]? (?:\\p{L}+ )?(?:code|zahl|zahlen|ziffern|nummer|pin|wort|passwort|kennwort)"
  ],
  reason: [
    "dann (?:ist|wäre|sind|wären|geht|läuft|klappt)",
    "(?:damit|sodass|so dass) (?:ich|wir)",
    "dann(?: \\p{L}+){1,2} (?:ich|wir)",
    "(?:ich|wir)(?: \\p{L}+){1,2} (?:dann|sofort|gleich|umgehend)",
    "und (?:ich|wir) \\p{L}+",
    "den rest",
    "(?:ich|wir)(?: \\p{L}+){0,3} (?:selbst|für sie)",
    "(?:trage|gebe|tippe|schalte|stelle|erledige|melde|logge|setze|prüfe|gleiche|übernehme|hinterlege)n? (?:ich|wir)",
    "dafür|dazu|hierfür"
  ],
  point: [
    "ziffern?",
    "stellen?",
    "was (?:darin|drin|da|dort) steht",
    "(?:foto|bild|scan|aufnahme)(?! (?:von|vom|der|des|ihre[rs]))",
    "weiterleite\\p{L}*",
    "weiterzuleiten",
    "leiten sie",
    "leite",
    "sie",
    "ihn",
    "es",
    "die",
    "den",
    "das",
    "diese[nrs]?",
    "beide[ns]?",
    "damit",
    "davon",
    "dieselbe[n]?",
    "jene[nrs]?",
    "welche"
  ],
  plain: [
    "\\p{L}*(?:bestell|kunden|rechnungs|auftrags|vertrags|buchungs|sendungs|serien|vorgangs|ticket|" +
      "zähler|konto|telefon|rückruf|" +
      "mitglieds|versicherungs|modell|geräte|artikel|referenz|paket|lieferschein)\\p{L}*(?:nummer|daten|code|id)n?",
    "bescheid",
    "letzten? (?:vier|4|drei|3|zwei|2)",
    "\\p{L}*(?:meldung|fehler\\p{L}*)",
    "(?:\\p{L}{3,}adresse|anschrift|uhrzeit|zählerstand|beleg|wortlaut|(?:screenshots?|" +
      "bildschirmfotos?)(?! (?:von|der|ihrer|mit|of|with)))"
  ],
  whether: [
    "ob",
    "wann",
    "wie(?! sie sich)",
    "warum",
    "wo",
    "wer",
    "falls",
    "was(?! (?:da|dort|drauf|darauf|angezeigt|steht|erscheint|auf|sie|die|ihre?))",
    "welche[nrsm]?(?! (?:code|zahl|ziffer|nummer|pin|wort))",
    "(?:in|an|zu|bei|auf) welche[nrm]"
  ],
  under: ["wenn", "dass"],
  approve: [
    "(?:tippen|drücken|klicken|wählen|bestätigen|genehmigen|akzeptieren|erlauben|scannen|halten|" +
      "fotografieren|richten|geben|sagen|tipp|drück|bestätig|scann|halt)e?(?: [^\\s.;!?]{1,20}){0,11} " +
      '[„"»]?(?:ja|zulassen|erlauben|bestätigen|genehmigen|akzeptieren|verbinden|koppeln|hinzufügen|' +
      "anfrage|aufforderung|meldung|freigabe|gerät|qr\\p{L}*|kamera|push\\p{L}*|anmeldung)"
  ],
  enter: [
    "(?:bin|sind|komme|kommen|gelange|gelangen|wäre|wären) (?:ich|wir)(?: [^\\s.;!?]{1,20}){0,3} " +
      "(?:konto|profil|account|postfach|zugang|drin|rein|hinein)",
    "(?:ich|wir|mein\\p{L}* kolleg\\p{L}+)(?: [^\\s.;!?]{1,20}){0,6} (?:konto|profil|account|namen)(?: " +
      "[^\\s.;!?]{1,20}){0,3} (?:einlogg\\p{L}*|anmeld\\p{L}*|reinkomm\\p{L}*|komm\\p{L}*|bin|sind|" +
      "zugreif\\p{L}*|einsteig\\p{L}*)",
    "(?:öffne|logge|melde|wähle)n? (?:ich|wir)(?: [^\\s.;!?]{1,20}){0,5} (?:konto|profil|account|ein|an)"
  ],
  own: [
    "(?:schick|send|erstell|bestell)\\p{L}*(?: \\p{L}+){0,2} (?:einen|ein|eine) neue[nrs]?",
    "abgelaufen",
    "(?:nur|ausschließlich|selbst|direkt|allein)(?: [^\\s.;!?]{1,24}){0,3} (?:in|auf|im|am|an) (?:der|" +
      "dem|die|das|den|ihrer|ihrem|ihre|unserer)?",
    "(?:tipp|geb|gib|trag|verwend|nutz)\\p{L}*(?: [^\\s.;!?]{1,24}){0,7} (?:in der app|in die app|am " +
      "(?:\\p{L}+)|auf der (?:\\p{L}+ )?(?:seite|" +
      "anmeldeseite)|im (?:kundenportal|browser|online-banking|portal|menü|warenkorb|\\p{L}*feld|shop|" +
      "konto)|ins? \\p{L}*feld)",
    "(?:niemand(?:em|en)?|für sich)"
  ]
}
