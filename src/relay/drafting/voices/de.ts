import { listed, between, only, opensOrHas, withFigure, word } from "./pattern.ts"
import type { Voice } from "./voice.ts"

const NUMBER = "\\d+(?:[.,]\\d+)?|eine[nmrs]?|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|zwölf|vierzehn|dreißig"

const NEEDED = word(
  "(?:senden|schicken|schreiben|nennen|geben|sagen) sie (?:uns|mir)|melden sie sich|(?:brauchen|benötigen) wir|wir (?:brauchen|benötigen)|bestätigen sie|teilen sie uns|unterschreiben sie"
)

/** In German, the text after the greeting's comma begins in lower case. */
export const de: Voice = {
  greeting: (name) => (name ? `Guten Tag ${name},` : "Guten Tag,"),
  greetings: { informal: (name) => (name ? `Hallo ${name},` : "Hallo,") },
  closing: "Freundliche Grüße",
  courtesy: {
    sorry: "es tut uns leid, dass es Schwierigkeiten gibt.",
    again: "vielen Dank für Ihre Rückmeldung.",
    first: "vielen Dank für Ihre Nachricht."
  },
  informalCourtesy: {
    sorry: "es tut uns leid, dass es Schwierigkeiten gibt.",
    again: "vielen Dank für deine Rückmeldung.",
    first: "vielen Dank für deine Nachricht."
  },
  unanswered: "Dazu liegt uns leider noch keine Auskunft vor.",
  holding:
    "Danke, dass Sie uns Bescheid gegeben haben. Die dafür zuständigen Kolleginnen und Kollegen sehen sich Ihre Nachricht an und antworten Ihnen.",
  askBack: {
    trouble: "Können Sie uns bitte etwas genauer beschreiben, was passiert?",
    unclear: "Können Sie uns bitte sagen, was wir für Sie tun können?",
    other: "Können Sie uns bitte etwas genauer beschreiben, was Sie brauchen?"
  },
  informalAskBack: {
    trouble: "Kannst du uns bitte etwas genauer beschreiben, was passiert?",
    unclear: "Kannst du uns bitte sagen, was wir für dich tun können?",
    other: "Kannst du uns bitte etwas genauer beschreiben, was du brauchst?"
  },
  otherLanguage: (title, language) => `Antwort auf Deutsch (nur auf ${language}: „${title}“)`,
  whichCase: (names) => `Was davon trifft auf Sie zu: ${listed(names, "„", "“", "oder")}?`,
  space: " ",
  trouble: word(
    "fehl(?:t|en|te|ende[nrs]?|erhaft\\p{L}*|er)|verloren|verschwunden|kaputt\\p{L}*|defekt\\p{L}*|beschädigt\\p{L}*|zerbrochen\\p{L}*|gerissen|tot|falsch\\p{L}*|verspätet\\p{L}*|zu spät|doppelt|zweimal abgebucht|hängt|gesperrt|abgelehnt|ärger\\p{L}*|unverschämt\\p{L}*|enttäusch\\p{L}*|blinkt|klappert|tropft|stürzt|problem\\p{L}*|beschwer\\p{L}*|nicht (?:an|da|angekommen|erhalten|bekommen|geliefert|zugestellt)|(?:funktioniert|geht|kommt|startet|druckt|lädt)(?: \\p{L}+){0,3} nicht|nichts (?:passiert|bekommen|erhalten|angekommen)"
  ),
  thanks: only(
    "hallo|hi|hey|moin|servus|guten (?:tag|morgen|abend)|sehr geehrte\\p{L}*|liebe[rs]?",
    "ok(?:ay)?|super|prima|perfekt|toll|alles klar|verstanden|passt|(?:es|das) (?:geht|funktioniert|hat)(?: \\p{L}+)? (?:jetzt|wieder|geklappt)|hat (?:alles )?geklappt|(?:vielen|herzlichen|besten|tausend) dank|danke\\p{L}*|(?:mit )?(?:freundliche[nr]?|viele[nr]?|beste[nr]?|liebe[nr]?|herzliche[nr]?) gr(?:ü|ue)(?:ß|ss)e?n?|gr(?:u|ü)ß\\p{L}*|lg|mfg|vg|(?:einen )?schönen (?:tag|abend)|tschüss",
    "aber|jedoch|trotzdem|leider|nicht"
  ),
  absent: word(
    "(?:liegt|lag|war|ist|wurde|steckt|hing)(?: \\p{L}+){0,4} keine?[nrs]?|keine (?:karte|nachricht|benachrichtigung)|weder"
  ),
  request: word(
    "bitte|können sie|könnten sie|würden sie|(?:ich|wir) (?:möchte[n]?|will|wollen|hätte[n]? gerne?|brauche[n]?|erwarte[n]?|wünsche[n]?)|sagen sie (?:mir|uns)|schicken sie|senden sie|(?:geben|lassen) sie (?:mir|uns)"
  ),
  kinds: [
    {
      asked: word(
        "wann|wie lange|wie schnell|bis wann|ab wann|wie viele (?:tage|wochen|stunden)|an welchem tag|frist|noch|zu spät|schon"
      ),
      given: word(
        `(?:${NUMBER})(?:(?: bis(?: zu)?|-) (?:${NUMBER}))? (?:werk|arbeits|kalender)?(?:tag|woche|monat|jahr|stunde|minute|sekunde)\\p{L}*|\\d+-monatig\\p{L}*|sofort|jeden \\p{L}+tag`
      )
    },
    {
      asked: word(
        "wie ?viel|was kostet|kosten|kostet|preis\\p{L}*|gebühr\\p{L}*|bezahl\\p{L}*|zahlen|gratis|kostenlos|umsonst|extra|geld|erstatt\\p{L}*|zurückbekomm\\p{L}*|anteilig\\p{L}*"
      ),
      given:
        /\d\s?(?:€|%|Euro|Prozent)|[€]\s?\d|(?<!\p{L})(?:kosten(?:los|frei)\p{L}*|gratis|erstatte[nt]\p{L}*|erstattet)/iu
    },
    {
      asked: word(
        "kann ich|können wir|kann man|darf ich|dürfen wir|ist (?:es|das) möglich|geht das|muss ich|müssen wir|brauche ich|lässt sich|gibt es|ist da|bekomme ich|kann ich das"
      ),
      given: word("können|kann|dürfen|darf|müssen|muss|nur|nicht|keine?[nrms]?|lässt sich|lassen sich|möglich|garantie")
    },
    {
      asked: word(
        "wie (?:kann|mache|geht|bekomme|kündige|soll|muss|stelle)|was (?:muss|soll|kann|brauchen|mache|passiert|heißt)|wo (?:finde|kann|ist|sind)|hilfe|weiter"
      ),
      given:
        /\s>\s|^(?:Öffnen|Gehen|Drücken|Wählen|Klicken|Tippen|Nutzen|Senden|Schicken|Schreiben|Geben|Tragen|Drucken|Halten|Setzen|Melden|Fragen|Legen|Prüfen|Bestätigen|Unterschreiben|Nennen|Laden|Ziehen|Warten)(?!\p{L})/u
    },
    {
      asked: word(
        "was (?:brauchen|benötigen) sie|(?:brauchen|benötigen) sie (?:noch|etwas|dafür)|was (?:muss|soll) ich (?:\\p{L}+ )?(?:schicken|senden|einsenden|unterschreiben|angeben)|welche (?:unterlagen|angaben|daten)|unterschreiben"
      ),
      given: NEEDED
    }
  ],
  needed: NEEDED,
  needs: word("(?:brauchen|benötigen) wir|wir (?:brauchen|benötigen)"),
  forAgents: word(
    "(?:der|dem|den|des|ein|einem) kunden?|(?:die|der|eine[r]?) kundin|interne notiz|textbaustein\\p{L}*|makro\\p{L}*|(?:der|die|dem|den) (?:agent|mitarbeiter|sachbearbeiter)\\p{L}*"
  ),
  claimsAction:
    /(?<!\p{L})(?:(?:ich|wir) (?:habe|haben|hatten?)|(?:habe|haben) (?:ich|wir))(?!\p{L})[^.!?]*(?<!\p{L})(?:\p{L}*ge\p{L}{2,}(?:t|en)|\p{L}+iert|(?:ver|be|er|ent|über)\p{L}+(?:t|en))(?!\p{L})/iu,
  needsContext: opensOrHas(
    "er|sie (?:\\p{Ll}+t|wird|kann|darf|muss|soll)|es(?! (?:gibt|ist|reicht|genügt|dauert))|ihn|ihm|das (?:ist|wird|war|sind|dauert|kostet|gilt|geht|darf|kann|muss|soll|hat|heißt|bedeutet|betrifft|funktioniert|steht|macht|hilft|reicht|gibt|lässt)|dies|diese[nmrs]?|dann|danach|anschließend|davor|vorher|sonst|andernfalls|dafür|dazu|dabei|damit|daran|darin|davon|hierfür|hierzu|dort|so|beide[rs]?|auch|außerdem|aber|und|oder|in (?:diesem|dem) fall|wir \\p{Ll}+ (?:ihn|dies|diese[nms]?)|\\p{L}+en sie (?:ihn|sie|dies|diese[nms]?|es (?:bitte|uns))|sie (?:können|dürfen|müssen|sollten) (?:ihn|dies|diese[nms]?)|ist (?:sie|er|es|das)|wird (?:sie|er|es|das)",
    "(?:in|innerhalb|nach|bis zu|vor|während) (?:diese[mrs]?|der|dem) (?:frist|zeitraums?|datums?)|in dieser zeit|bis dahin|nach ablauf der frist|in (?:diesen|solchen) fällen|(?:so|genauso) (?:viel|lange|oft) (?:noch )?nicht"
  ),
  macroLetter: between(
    "hallo|guten (?:tag|morgen|abend)|sehr geehrte|liebe",
    "(?:mit )?(?:freundliche|viele|beste|liebe|herzliche)[nr]? gr(?:ü|ue)(?:ß|ss)e?"
  ),
  blanks: [
    {
      says: /(?<!\p{L})(?:sie (?:erhalten|bekommen)|(?:erhalten|bekommen) sie|wir (?:nennen|senden|schicken|geben) ihnen)(?: \p{L}+){0,3}? (?:eine|die|ihre|diese) (\p{L}*nummer)(?!\p{L})/iu,
      announces: true,
      ask: ([, fact = ""]) => ({ blank: fact, text: `Ihre ${fact} ist [[${fact}]].` }),
      known: withFigure
    },
    {
      says: word("(?:ab|nach|seit) (?:dem |ihrem )?eingang|(?:ab|nach) (?:der |ihrer )?ankunft"),
      when: word("zurück(?:geschickt|gesendet|gesandt|gegeben)|eingeschickt|eingesandt|retour\\p{L}*|abgeschickt"),
      ask: () => ({ blank: "Datum des Eingangs", text: "Eingegangen ist sie am [[Datum des Eingangs]]." }),
      known: () =>
        /(?:eingegangen|angekommen|zugestellt|eingang)[^.!?\n]*\d|\d[^!?\n]{0,60}(?:eingegangen|angekommen|zugestellt)/iu
    },
    {
      says: word("auf dem (?:bezahlt wurde|sie bezahlt haben)|auf demselben weg|zahlungs(?:art|weg|weise|mittel)"),
      when: word("erstatt\\p{L}*|geld|zurück\\p{L}*|bezahlt"),
      ask: () => ({ blank: "Zahlungsart", text: "Bezahlt haben Sie mit [[Zahlungsart]]." }),
      known: () =>
        word(
          "(?:per|mit) (?:\\p{L}+)?karte|kreditkarte|überweisung|überwiesen|paypal|lastschrift|klarna|apple pay|nachnahme|gutschein|geschenkkarte|iban"
        )
    }
  ]
}
