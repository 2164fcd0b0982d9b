import type { Phrases } from "./phrases.ts"

export const de: Phrases = {
  blame: [
    "(?:sie|du) (?:hätten|hättest)(?: \\p{L}+){0,6} (?:müssen|sollen|können)",
    "(?:sie|du) (?:haben|hast)(?: \\p{L}+){0,5} (?:versäumt|vergessen|ignoriert|übersehen|missachtet|falsch \\p{L}+|nicht gelesen|nicht beachtet|nicht geprüft|nicht befolgt|nicht aufgepasst)",
    "(?:haben sie|hast du)(?: \\p{L}+){0,4} (?:offenbar|offensichtlich|wohl|anscheinend|einfach)(?: \\p{L}+){0,4}",
    "(?:offenbar|offensichtlich|anscheinend) (?:haben|hast|ist ihnen|ist dir)(?: \\p{L}+){0,6}",
    "(?:ihr|dein|ihre|deine) (?:eigene[rs]? )?(?:eigenes )?(?:fehler|verschulden|schuld|nachlässigkeit|versäumnis|unachtsamkeit|problem mit dem lesen)",
    "selbst (?:schuld|verschuldet|verursacht)",
    "(?:bedien|anwender)(?:ungs)?fehler",
    "wie (?:ich|wir)?(?: ihnen| dir| bereits| schon| mehrfach| doch| ja| oben| in der letzten mail)+ (?:gesagt|geschrieben|erklärt|mitgeteilt|erwähnt|erläutert|angegeben)",
    "wie (?:bereits|schon|mehrfach)(?: \\p{L}+){0,2} (?:gesagt|geschrieben|erklärt|mitgeteilt|erwähnt|erläutert|beschrieben)",
    "(?:ich|wir) (?:habe|haben) (?:es |das |ihnen |dir )*(?:bereits|schon|doch|mehrfach)(?: \\p{L}+){0,3} (?:gesagt|geschrieben|erklärt|mitgeteilt|erwähnt|gebeten|beantwortet)",
    "zum (?:zweiten|dritten|letzten|wiederholten) mal",
    "(?:sie|du) (?:behaupten|behauptest)",
    "(?:angeblich\\p{L}*|vermeintlich\\p{L}*)",
    "(?:beim nächsten mal|in zukunft|künftig|das nächste mal)(?:,)? (?:bitte )?(?:\\p{L}+ )?(?:genauer|besser|aufmerksam|richtig|vorher|sorgfältig|lesen|achten|mehr)(?: \\p{L}+){0,3}",
    "(?:beruhigen sie sich|beruhige dich|mäßigen sie|nicht in diesem ton|ihr ton|achten sie auf ihren ton)",
    "(?:hätten sie|hättest du)(?: [\\p{L}\\d.-]+){1,8}(?=, )",
    "(?:wenn|hätten|hättest) (?:sie|du)(?: \\p{L}+){0,6} (?:gelesen|beachtet|geprüft|gehört|aufgepasst|befolgt|hätten|hättest)",
    "falsch herum(?: \\p{L}+){0,2}",
    "diesmal (?:\\p{L}+ )?(?:genau|richtig)(?: \\p{L}+)?",
    "wer lesen kann",
    "(?:besser|mehr|genauer) (?:aufpassen|hinsehen|lesen|achten)",
    "(?:steht|stand) (?:klar|deutlich|eindeutig|doch|groß)(?: \\p{L}+){0,3}",
    "weil (?:sie|du)(?: \\p{L}+){0,5} (?:haben|hast|wollten|vergessen \\p{L}+)",
    "(?:sie|du) (?:müssen|musst) schon(?: \\p{L}+){0,4}",
    "(?:das )?(?:liegt|lag) (?:an ihnen|an dir|allein bei ihnen)",
    "gesunder menschenverstand",
    "so schwer (?:ist|kann) (?:das|es)(?: \\p{L}+)*"
  ].join("|"),
  cold: {
    curt: "(?:gebühr|entscheidung|preis)\\p{L}* bleib\\p{L}*|(?:geht|ist) nicht(?: möglich)?(?=[.!])|nicht möglich|unmöglich|keine ausnahmen?|(?:antrag|anfrage|reklamation|erstattung|rückgabe|widerspruch) (?:ist |wurde |wird )?(?:abgelehnt|zurückgewiesen)|(?:abgelehnt|abgewiesen)|(?:das )?machen wir nicht|bieten wir nicht an|vorschrift ist vorschrift|so sind die regeln|da(?:ran)? (?:können|kann) (?:wir|ich) nichts (?:machen|ändern|tun)|(?:können|kann) (?:wir |ich )?(?:ihnen )?nicht (?:helfen|weiterhelfen)|(?:müssen|musst) (?:sie |du )?(?:eben |halt )?warten|abwarten|fall (?:ist )?(?:abgeschlossen|erledigt|geschlossen)|(?:das )?ticket (?:ist|wird) geschlossen|keine erstattung|kein umtausch|nein(?=[.!])|siehe agb|steht in den agb|nicht zuständig|dafür haften wir nicht",
    rude: "(?:ist )?nicht (?:unser|mein) (?:problem|fehler|job|bier)|(?:das ist )?(?:ihr|dein) problem|(?:dann )?lesen sie (?:erst )?(?:die|das|den) (?:agb|regeln|anleitung|bedingungen|vertrag|faq|hinweise|beschreibung)(?: \\p{L}+)?|lies (?:die|das)(?: \\p{L}+)?|pech gehabt|pech|googeln sie|finden sie (?:es )?selbst|sehen sie selbst zu|das interessiert uns nicht|uns egal|hören sie auf|schreiben sie (?:uns |mir )?nicht (?:mehr|wieder)|wenden sie sich woanders hin|na und|keine ahnung|kommen sie damit klar"
  },
  apology: {
    plain:
      "(?:es )?tut (?:es )?(?:mir|uns)(?: \\p{L}+){0,3} leid(?! zu (?:hören|lesen))|entschuldig(?:ung|en|e|t)(?: \\p{L}+)?|verzeih(?:ung|en)|(?:wir|ich) bedauern?|bedauere|pardon|sorry|entschuldigung",
    heavy:
      "(?:in aller form|tausendmal|zutiefst|unendlich|von ganzem herzen|aufrichtigste\\p{L}*|auf knien|vielmals,? vielmals)|unverzeihlich|beschämt|schämen (?:wir )?uns|(?:keine|fehlen (?:uns|mir) die) worte?|untröstlich|inständig",
    none: "(?:keine|brauchen|müssen|kein grund)(?: \\p{L}+){0,4} entschuldig\\p{L}*|kein grund(?: \\p{L}+)* entschuldig\\p{L}*|(?:ihre|deine) entschuldigung"
  },
  jargon: [
    "(?:second|third|first|2nd|3rd|1st)[- ]?level(?:-?\\p{L}+)?(?: \\p{L}+)?",
    "(?:an |in )?(?:den )?(?:[lt]|tier|level)[- ]?[1-3](?:-\\p{L}+)?",
    "(?:eskaliert|eskalieren|eskalation)",
    "queue|warteschlange der \\p{L}+|backlog",
    "(?:haupt|unter|child|parent|eltern|folge|sub)-?ticket\\p{L}*",
    "(?:zusammengeführt|gemerged|gemergt|gemerged)",
    "(?:status|zustand) (?:[„\"“']?)(?:pending|on hold|wartend|gelöst|solved|offen|wip)",
    "auf (?:[„\"“']?)(?:pending|on hold|wartend|gelöst|solved)(?:[“\"”']?)(?: gesetzt)?",
    "makros?|textbaustein\\p{L}*",
    "deploy\\p{L}*|ausgerollt|rollout|hotfix|rollback|sprint|backend|staging",
    "gewhitelistet|whitelist\\p{L}*|provisionier\\p{L}*|triage\\p{L}*|debitoren\\p{L}*|mahnlauf|buchungslauf|kommissionier\\p{L}*|wareneingang\\p{L}*|dispo(?:sition)?(?! hat)|avis\\p{L}*|vorgangsart|sachbearbeitungsstand|wiedervorlage|rücklauf\\p{L}*",
    "reproduzier\\p{L}*",
    "jira|zendesk"
  ],
  shouted:
    "ZWEI|DREI|VIER|FÜNF|SECHS|SIEBEN|ACHT|ZEHN|ALLE|ALLES|AUSDRÜCKLICH|AUSSCHLIESSLICH|BEREITS|BITTE|DRINGEND|EINMAL|ENDGÜLTIG|ERST|GAR|GENAU|HEUTE|IMMER|JEDE|JETZT|KEIN|KEINE|KEINEN|KEINESFALLS|LESEN|LETZTE|MUSS|MÜSSEN|NEIN|NICHT|NICHTS|NIE|NIEMALS|NUR|OHNE|SEHR|SIE|SO|SOFORT|STOPP|UNBEDINGT|UND|UMGEHEND|VOR|WICHTIG|WIR|ZUERST|ZWEIMAL|DANKE|GENAU|VORHER|SELBST|IHRE|DER|DIE|DAS|IST",
  greeting:
    "hallo|hi|guten (?:tag|morgen|abend)|liebe[rs]?|sehr geehrte[rns]?|moin|servus|grüß gott|grüezi|werte[rs]?|hey",
  opening:
    "(?:vielen|herzlichen|besten|schönen) dank|danke\\p{L}*|wir danken|ich danke|schön,? dass|willkommen|es tut|tut (?:mir|uns)|entschuldig\\p{L}*",
  hello: "Guten Tag,",
  kind: "leider|bitte|danke|dank|gerne?|tut (?:mir|uns)|entschuldig\\p{L}*|verständnis|verstehe\\p{L}*|weil|denn|da (?:die|der|das|wir|es)|stattdessen|aber (?:sie|wir|ich)|sie können|können sie|alternativ|wenn sie|falls|sobald|helfe\\p{L}*|bedauer\\p{L}*",
  guarantee:
    "(?:garantiere[n]?|verspreche[n]?|versichere[n]?|sichere[n]? (?:ihnen )?zu|zugesichert|garantiert)|(?:wir|ich) (?:werde[n]? |würden )?(?:ihnen |dir )?(?:\\p{L}+ ){0,3}(?:ersetzen|ersetze|erstatten|erstatte|austauschen|tausche\\p{L}*|umtauschen|schenke\\p{L}*|übernehme\\p{L}*|verlängere\\p{L}*|erlasse\\p{L}*|verzichte\\p{L}*)|spätestens|ausnahmsweise|eine ausnahme (?:machen|für)|mache[n]? (?:\\p{L}+ )?eine ausnahme|(?:sie|du) (?:bekommen|bekommst|erhalten|erhältst)(?: \\p{L}+){0,5}(?: zurück| erstattet| ersatz\\p{L}*| gutschein\\p{L}*| neu\\p{L}*| gerät)|(?:wird|kommt) (?:garantiert|sicher|definitiv|auf jeden fall)(?: \\p{L}+){0,4}|(?:das )?(?:passiert|kommt) (?:garantiert )?nie wieder(?: vor)?|wird nie wieder(?: \\p{L}+)*|lebenslang\\p{L}*|kostenlos|kostenfrei|gratis|auf unsere kosten|ersetzt|(?:zahlen|bezahlen|übernehmen) wir|wir (?:zahlen|bezahlen|übernehmen)",
  step: "(?:ich|wir) (?:frage|fragen|prüfe|prüfen|schaue|schauen|schreibe|schreiben|melde|melden|rufe|rufen|gebe|geben|leite|leiten|kläre|klären|halte|halten|informiere|informieren|sehe|sehen)|(?:werde|werden)(?: \\p{L}+){0,6} (?:fragen|prüfen|nachsehen|schreiben|melden|anrufen|klären|informieren|weiterleiten|nachfragen)|(?:habe|haben|wurde|wurden|ist|sind)(?: \\p{L}+){0,8} (?:ge\\p{L}+t|ge\\p{L}+en|erstattet|veranlasst|überwiesen|verschickt|versendet|storniert|verlängert|\\p{L}+iert)|hoffe[n]?|(?:nicht|kein(?:e[nr]?)?)(?: \\p{L}+){0,4} (?:versprechen|garantieren|zusagen|versprechung\\p{L}*)|(?:versprechen|garantieren|zusagen)(?: \\p{L}+){0,4} (?:nicht|kann ich nicht)|ob |möchten sie|in der regel|normalerweise|üblicherweise|voraussichtlich|sollte|müsste",
  note: "todo|to do|tbd|noch (?:prüfen|ausfüllen|ergänzen|einfügen|klären)|vor dem (?:senden|versand|absenden)|bitte (?:hier )?(?:einfügen|ergänzen|ausfüllen)|hier (?:einfügen|datum|name)|später ergänzen",
  gap: "name|nachname|vorname|nummer|datum|betrag|bestell\\p{L}*|sendung\\p{L}*|link|unterschrift|kunde|kundin|agent|ort|produkt|artikel|zeit|e-?mail|adresse|telefon|firma|grund|preis|tag|monat|hier|einfügen|ergänzen|ausfüllen|ihr|anrede|termin",
  negation: {
    word: "nicht|nichts|nein|nie|niemals|niemand\\p{L}*|nirgend\\p{L}*|kein\\p{L}*|ohne|weder|kaum|außer|ausser|statt|anstatt|abgelehnt\\p{L}*|ablehn\\p{L}*|verweiger\\p{L}*|verboten\\p{L}*|ausgeschlossen\\p{L}*|fehlgeschlagen\\p{L}*",
    within:
      "un(?!ser|ter|gefähr|bedingt|i(?!n)|annehm|fall|fäll|längst|mittelbar|verzüglich)\\p{L}{3,}|(?:erfolg|wert|zweck|nutz|sinn|grund|kosten|problem|schad)los\\p{L}*"
  },
  when: "heute|gestern|vorgestern|morgen|übermorgen|jetzt|bald|demnächst|später|früher|sofort|umgehend|unverzüglich|gleich|(?:nächste|letzte|kommende|diese|vorige|vergangene|jede)\\p{L}* (?:tage?n?|nacht|woche|wochenende|monate?|monats|quartale?|jahre?|jahres)|wochenende\\p{L}*|mittags?|mitternacht|(?:vor|nach)mittags?|abends?|nachts?|morgens|täglich\\p{L}*|wöchentlich\\p{L}*|monatlich\\p{L}*|jährlich\\p{L}*",
  amount:
    "einmal|(?:zwei|drei|vier|fünf|sechs|zehn|hundert|tausend)mal|(?:ein|zwei|drei|vier|fünf|zehn)fach\\p{L}*|doppelt\\p{L}*|verdoppel\\p{L}*|halb\\p{L}*|hälfte|beide\\p{L}*|dutzend\\p{L}*|hundert\\p{L}*|tausend\\p{L}*|million\\p{L}*|milliarde\\p{L}*|anderthalb|eineinhalb|zwo|(?:erst|zweit|dritt|viert|fünft|sechst|siebt|acht|neunt|zehnt)e[nrsm]?|viertel|drittel|paar"
}
