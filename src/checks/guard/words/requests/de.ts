import { deMoney } from "./de-money.ts"
import type { RequestWords } from "./words.ts"

const TOLD =
  "(?:vorlesen|vorzulesen|durchgeben|durchzugeben|nennen|mitteilen|mitzuteilen|schicken|" +
  "zuschicken|senden|zusenden|übersenden|weiterleiten|weiterzuleiten|sagen|ansagen|diktieren|" +
  "übermitteln|verraten|durchsagen|zukommen lassen|weitergeben|abfotografieren|fotografieren|" +
  "mailen|angeben|bereithalten|zeigen|buchstabieren|aufschreiben|hinterlassen|schreiben)"

export const de: RequestWords = {
  ...deMoney,
  tell: [
    "(?:lesen|nennen|sagen|schicken|senden|leiten|teilen|diktieren|übermitteln|mailen|faxen|" +
      "posten|simsen|buchstabieren|fotografieren|kopieren|verraten|übersenden|reichen|hinterlassen|" +
      "schreiben|zeigen|texten) sie(?! sich)",
    "(?:lies|nenn|nenne|sag|sage|schick|schicke|sende|leite|teile?|diktiere?|übermittle|verrate?|" +
      "maile?|zeige?|schreibe?|kopiere?|fotografiere?)(?= (?:mir|uns|bitte|einfach|kurz|den|" +
      "die|das|dein|deine|deinen|mal))",
    "(?:geben|gib|gebt)(?: sie)?(?= (?:\\S{1,30} ){0,14}(?:durch|weiter|bekannt|preis|heraus|her)(?![\\p{L}]))",
    "(?:geben|gib)(?: sie)? (?:mir|uns|unserem|unserer|meinem|meiner)",
    `(?:könnten|können|würden|wollen|mögen|möchten|kannst|könntest|würdest) (?:sie|du)(?: ` +
      `[^\\s;:.!?]{1,30}){0,16} ${TOLD}`,
    `bitte(?: [^\\s;:.!?]{1,30}){0,14} ${TOLD}`,
    `(?:sie|du) (?:müssen|musst|sollten|solltest|brauchen|können|kannst)(?: [^\\s;:.!?]{1,30}){0,16} ${TOLD}`,
    `(?:mir|uns|unserem \\p{L}+|meinem \\p{L}+)(?: [^\\s;:.!?]{1,30}){0,12} ${TOLD}`,
    "(?:antworten|erwidern|reagieren|rückmelden|melden) sie(?: sich)?(?: \\S{1,30}){0,8} mit",
    "antworte(?: \\S{1,30}){0,8} mit",
    "(?:wir|ich)(?: \\p{L}+)? (?:bräuchten?|benötig\\p{L}+|brauch\\p{L}+|erbitten?|bitten?(?: " +
      "sie)? um|warten? auf)",
    "(?:bräuchten?|benötig(?:e|en)|brauchen?|erbitten?|bitten?)(?: \\p{L}+)? (?:wir|ich)",
    "wie (?:lautet|lauten|heißt|ist)",
    "was (?:steht|zeigt|steht da|ist)",
    "welche[rns]? (?:code|zahl|zahlen|ziffern|nummer|wort|kennwort|passwort)",
    "lassen sie (?:mir|uns)",
    "halten sie(?= (?:\\S{1,30} ){0,12}bereit)",
    "(?:mit|unter) angabe"
  ],
  others: [
    "(?:wer|jemand|betrüger|kriminelle|anrufer(?:in)?|unbekannte|fremde|täter|leute)(?: [^.;!?]{0,60}?)?(?:fragt|" +
      "fragen|bittet|bitten|verlang\\p{L}*|forder\\p{L}*|drängt|will|wollen|auffordert|sagt|" +
      "behaupte\\p{L}*|gefragt|gebeten|aufgefordert)",
    "hat (?:man|jemand|er|sie)(?= )",
    "(?:er|der anrufer|die anruferin|die (?:mail|e-mail|nachricht|seite|sms)) (?:fragt|bittet|" +
      "verlangt|fordert|bat|forderte|wollte)"
  ],
  receiver: [
    "(?:der|bei der|an die) polizei",
    "(?:ihrem|ihrer|ihren|deinem|deiner|an ihre|an ihren|dem) (?:freund(?:in)?|cousine?|bruder|" +
      "schwester|mutter|vater|sohn|tochter|familie|gästen?|empfänger(?:in)?|beschenkten|nachbar\\p{L}*)",
    "(?:dem|der|den|am|an der|an dem|beim|im|bei der|an die|an den|einem|einer|unseren?) " +
      "(?:fahrer(?:in)?|zusteller(?:in)?|boten|kurier|kasse|kassierer(?:in)?|schalter|theke|" +
      "laden|geschäft|filiale|empfang|rezeption|abholstation|packstation|schließfach|apotheke|" +
      "paketboten|postboten|nachbarn?|shop|annahmestelle|automat(?:en)?|terminal|kartenleser|" +
      "schaffner(?:in)?|kontrolleur(?:in)?|bank)"
  ],
  secret: [
    "\\p{L}*(?:kombination|zahl|zahlen|nummer|ziffern)(?:,)?(?: \\S{1,14}){0,5} (?:geld abheb\\p{L}*|geldautomaten)",
    "(?:sicherheits|geheim|kontroll)antwort(?:en)?",
    "(?:geheim|sicherheits|kontroll)fragen?",
    "(?:sicherheits|notfall|einmal|ersatz|rettungs|wiederherstellungs|freigabe|freischalt|zugangs|" +
      "entsperr|backup|reserve|bestätigungs|prüf|geheim|login|anmelde|authentifizierungs|verifizierungs|" +
      "sperr|transaktions|zweitfaktor)-?(?:codes?|nummern?|zahl(?:en)?|ziffern?|w[oö]rt(?:er|es)?|" +
      "schlüssels?|phrasen?|pins?|kennung|tokens?)",
    "(?:benutzername|nutzername|kennung|login|anmeldename)(?:ns?)? (?:und|samt|mit|nebst) (?:\\p{L}+ " +
      ")?(?:passwort|kennwort|pin)",
    "(?:wort|name|zahl|zahlenfolge|kombination|begriff)(?:,)? (?:mit|über) (?:dem|der) sie sich " +
      "(?:\\p{L}+ )?(?:an|ein)\\p{L}+",
    "(?:geheim|losungs|kenn|schlüssel|code|merk|sicherheits)w[oö]rt(?:e?r|s|es)?",
    "(?:geheim|sicherheits)(?:antwort|frage)(?:en)?",
    "antwort(?:en)? auf (?:die|ihre) (?:geheim|sicherheits)fragen?",
    "(?:wiederherstellungs|backup|ersatz|entsperr|sperr|notfall|geräte|display|bildschirm)-?(?:codes?|" +
      "schlüssel|wörter|muster|pin)",
    "mädchenname(?:n)?",
    "(?:anmelde|zugangs|login|log-in|konto|banking)-?(?:daten|informationen|angaben)",
    "(?:zwölf|vierundzwanzig|12|24) wörter",
    "(?:zeichen|wort|zahlen|kombination)(?:,)? mit (?:dem|der|denen) sie (?:sich )?(?:anmelden|" +
      "einloggen|entsperren)",
    "womit sie sich (?:anmelden|einloggen)",
    "was sie (?:beim|zum) (?:anmelden|einloggen|login|entsperren)(?: \\p{L}+)? (?:eingeben|eintippen|tippen)",
    "(?:telefon|online|banking|handy|karten|geräte|sim)-?pin",
    "(?:mobile|sms|push|photo)-?tan"
  ],
  code: [
    "(?:\\p{L}+stellige[nrs]? |\\d-stellige[nrs]? )?(?:codes?|ziffern(?:folge)?|zahlen(?:folge|" +
      "kombination|reihe)?|zahl|nummer|zeichen(?:folge)?|kombination|einmalcodes?|buchstaben und zahlen)",
    "\\p{L}{3,14}(?:ziffern|zahlen|code)(?= (?:aus|auf|in|von|die|den|der))",
    "(?:sechs|vier|acht)(?= (?:aus|auf|die|in)(?![\\p{L}]))"
  ],
  sent: [
    "lesegeräts?",
    "(?:karten|chip|tan)?-?lese(?:gerät|r)s?|tan-?generators?",
    "(?:brief|schreiben)(?: \\S{1,14}){0,2} mit",
    "(?:app|handy|display|smartphone)(?: \\S{1,14}){0,5} (?:erschienen|erscheint|aufgetaucht|angezeigt|" +
      "eingeblendet|eingegangen|angekommen)",
    "per post(?: \\S{1,14}){0,3} (?:erhalten|bekommen|gekommen|geschickt|zugestellt)",
    "(?:text|kurz|push-?)nachricht(?:en)?",
    "sms",
    "authenticator",
    "authentifizierungs-?app",
    "(?:tan|bank|sicherheits|banking)-?app",
    "(?:gerade|eben|soeben|gleich|jetzt|vorhin|kurzem)(?: \\p{L}+){0,6} (?:geschickt|gesendet|" +
      "zugeschickt|zugesandt|gesandt|bekommen|bekommst|erhalten|erhalte|versandt|verschickt|" +
      "gesimst|eintrifft|ankommt|angekommen|eingegangen|kommt|aufleuchtet|erscheint|schicken|senden)",
    "(?:geschickt|gesendet|zugeschickt|gesandt|verschickt|gesimst|getextet|gemailt) (?:haben|" +
      "habe|wurden?|worden|bekommen|hat)",
    "auf(?:s| das| ihr| ihrem| dem| ihre| deinem| dein)? (?:handy|telefon|smartphone|mobiltelefon|" +
      "iphone|handydisplay|display|sperrbildschirm)",
    "(?:die|ihre|der|ihrer|deine) (?:\\p{L}+-?)?app (?:\\p{L}+ )?(?:an)?(?:zeigt|ausgibt|generiert|erzeugt)",
    "app(?: \\p{L}+){0,4} (?:an(?:ge)?zeigt|steht|erscheint|sehen)",
    "per (?:sms|push|kurznachricht|textnachricht|e-?mail)",
    "tan-?generator",
    "zum (?:anmelden|einloggen)",
    "bestätigungs(?:mail|nachricht|sms)"
  ],
  plainCode: [
    "(?:fehler|post|qr|strich|länder|farb|gutschein|rabatt|abhol|pickup|bestell|auftrags?|" +
      "kunden|sendungs|rechnungs|serien|artikel|modell|telefon|handy|faxs?|vorgangs|ticket|" +
      "haus|zimmer|vertrags|zähler|mitglieds|paket|steuer|chargen|teile|typen?|version|status|" +
      "referenz|buchungs|storno|dieselbe|dieser|seiner|große|hohe|gesamte|eine|keine|ganze)[- ]?"
  ],
  card: ["(?:kredit|bank|giro|debit|ec-?|giro|zahlungs)?-?karten?", "maestro", "mastercard", "visa"],
  cardPart: [
    "(?:umdrehen|umgedreht|dreh\\p{L}* sie (?:sie |diese )?um)",
    "(?:lange|vollständige|ganze|komplette|16-stellige|sechzehnstellige|gesamte|aufgedruckte|" +
      "geprägte)[nrs]? (?:\\p{L}+ )?(?:zahl|nummer|kartennummer|zahlenreihe|ziffernfolge|nummernfolge|ziffernreihe)",
    "(?:drei|3|16|sechzehn|vier|alle|sämtliche)[- ]?(?:stellige[nrs]? )?(?:ziffern|zahlen|" +
      "stellen|code|nummer|zahl|prüfziffer|prüfnummer)",
    "(?:ziffern|zahlen|nummer|zahl|code|drei|zahlenfolge|stellen)(?: \\S{1,14}){0,4} (?:vorder|" +
      "rück|vorne|hinten|hinterseite|unterschrift)\\p{L}*",
    "(?:vorder|rück)(?:- und rück)?seite",
    "prüf(?:nummer|ziffern?|code|zahl)",
    "sicherheits(?:code|nummer|zahl)"
  ],
  plainCard: [
    "(?:geschenk|gutschein|kunden|mitglieds|sim-?|speicher|grafik|post|visiten|bahn|zeit|" +
      "eintritts|garantie|treue|bonus|guthaben|gesundheits|versicherten|versicherungs|sd-?|" +
      "land|speise|park|zugangs|schlüssel|bibliotheks|studenten|studierenden|jahres|monats|" +
      "fahr|abhol|benachrichtigungs|tank|punkte|stempel)-?"
  ],
  signIn: [
    "(?:anmelde|login|log-in|einlog|zugangs|magic|reset|rücksetz|zurücksetzungs|bestätigungs|" +
      "aktivierungs|passwort|wiederherstellungs|einmal|freischalt|verifizierungs)-?(?:links?|adresse|url)",
    "link(?:s)? (?:zum|zur|für (?:das|die)) (?:anmeld\\p{L}+|einloggen|log-?in|zurücksetz\\p{L}+|" +
      "passwort\\p{L}*|kennwort\\p{L}*|freischalt\\p{L}+)",
    "(?:mail|e-mail|nachricht|sms)(?: \\S{1,16}){0,6} (?:anmelde|login|reset|rücksetz|bestätigungs|" +
      "zugangs|magic|aktivierungs)-?(?:links?|code)",
    "link(?: \\S{1,14}){0,6} (?:anmeldet|angemeldet|einloggt|eingeloggt|anmelden|einloggen|zurücksetzen)"
  ],
  remote: [
    "(?:sitzungs|verbindungs|partner|geräte|zugriffs|arbeitsplatz|desk|fern|kopplungs)-?(?:nummer|id|" +
      "code|kennung|adresse)",
    "fern(?:wartung|zugriff|steuerung|hilfe|unterstützung|verbindung|support|zugang)s?(?:-?\\p{L}+)?",
    "remote-?(?:zugriff|support|desktop|hilfe|sitzung|unterstützung|verbindung|steuerung|" +
      "zugang|wartung|session)\\p{L}*",
    "bildschirm(?:freigabe|übertragung|teilung)",
    "bildschirm(?: \\S{1,14}){0,4} (?:freigeben|freizugeben|frei|teilen|übertragen)",
    "aus der ferne",
    "remotedesktop\\p{L}*",
    "(?:programm|tool|app|software|anwendung)(?:,)?(?: \\S{1,14}){0,8} (?:steuern|bedienen|" +
      "zugreifen|sehen|übernehmen)"
  ],
  act: [
    "(?:installieren|laden|öffnen|starten|akzeptieren|bestätigen|erlauben|gewähren|geben|" +
      "lassen|teilen|holen|besorgen|richten|führen|aktivieren|schalten|klicken|nutzen|verwenden|" +
      "rufen|lesen|nennen|nehmen|stimmen|gestatten|erteilen|gehen|setzen|spielen) sie",
    "(?:installier|lad|öffne|start|akzeptier|bestätig|erlaub|gewähr|gib|lass|teil|hol|richt|" +
      "aktivier|schalt|klick|nutz|verwend)e?(?= (?:bitte|dir|dazu|dafür|einfach|dann|mir|uns|" +
      "kurz|mal|das|die|den|ein|eine|teamviewer|anydesk))",
    "(?:bitte|können|könnten|müssen|sollten|müssten)(?: \\S{1,30}){0,14} (?:installieren|" +
      "herunterladen|runterladen|öffnen|starten|akzeptieren|bestätigen|erlauben|gewähren|freigeben|" +
      "teilen|zulassen|einrichten|aktivieren|nutzen|verwenden|zustimmen|gestatten|erteilen|laden)"
  ],
  over: [
    "lassen sie (?:mich|uns)(?: \\p{L}+){0,2} (?:auf|an|in) ihre[nm]? (?:bildschirm|rechner|computer|pc|laptop)",
    "(?:ich|wir)(?: \\S{1,14}){0,4} (?:mitsehen|mitschauen|mitlesen|mitsteuern|einschalten|zuschalten|draufschauen)",
    "(?:ich|wir)(?: \\S{1,14}){0,3} (?:an|auf) (?:ihrem|ihren|dem|deinem|den) (?:rechner|computer|pc|" +
      "laptop|bildschirm|desktop|maus(?:zeiger)?|notebook|tastatur|gerät|mac|oberfläche)(?: " +
      "\\S{1,14}){0,3} \\p{L}+(?:en|e|t)",
    "(?:bewege|bewegen|führe|führen|steuere|steuern|bediene|bedienen|übernehme|übernehmen) (?:ich|" +
      "wir)?(?: \\S{1,14}){0,2} (?:rechner|computer|pc|laptop|bildschirm|desktop|maus(?:zeiger)?|" +
      "notebook|tastatur|gerät|mac|oberfläche)",
    "(?:mich|uns|sich)(?: [^\\s;:.!?]{1,20}){0,4} (?:aufschalt\\p{L}*|aufzuschalten|draufschalt\\p{L}*|" +
      "einklink\\p{L}*|dazuschalt\\p{L}*)",
    "(?:schalte|schalten|klinke|klinken) (?:mich|uns)(?: [^\\s;:.!?]{1,20}){0,4} (?:auf|ein|dazu|drauf)",
    "(?:auf|über) (?:ihren|ihrem|deinen|deinem|ihr|den|dem) (?:\\p{L}+ )?(?:rechner|computer|" +
      "pc|laptop|bildschirm|desktop|notebook|gerät|mac)(?: \\S{1,14}){0,4} (?:zugreif\\p{L}*|" +
      "zuzugreifen|aufschalt\\p{L}*|aufzuschalten|schalte[nt]?|einwähl\\p{L}*|einzuwählen|drauf\\p{L}*|" +
      "arbeiten|umsehen|umschauen)",
    "(?:schalte|schalten|schaltet|wähle|wählen|wählt)(?: \\S{1,14}){0,4} auf (?:ihren|ihrem|" +
      "deinen) (?:rechner|computer|pc|laptop|bildschirm|desktop|notebook)",
    "(?:ihren|ihre|deinen|deine|den|die) (?:\\p{L}+ )?(?:rechner|computer|pc|laptop|bildschirm|" +
      "desktop|maus(?:zeiger)?|notebook|tastatur|steuerung)(?: \\S{1,14}){0,4} (?:übernehm\\p{L}*|" +
      "übernimmt|steuer[nt]|zu steuern|fernsteuer\\p{L}*|bedien(?:en|t)|kontrollier\\p{L}*|" +
      "einsehen|bewegen)",
    "(?:zugriff|kontrolle|zugang|steuerung)(?: \\S{1,14}){0,3} (?:auf|über|zu) (?:ihren|ihrem|" +
      "ihre|deinen|den) (?:\\p{L}+ )?(?:rechner|computer|pc|laptop|bildschirm|desktop|notebook|mac|maus)"
  ],
  need: [
    "(?:wird|werden|ist|sind|wären?|würde[n]?)(?: \\S{1,20}){0,6} (?:gebraucht|benötigt|erforderlich|" +
      "nötig|notwendig|verlangt)",
    "(?:gebraucht|benötigt) (?:wird|werden)",
    "(?:fehlt|fehlen|brauchts?|braucht es|genügt|genügen|reicht|reichen)",
    "(?:anhängen|hochladen|beifügen|beilegen|anfügen)",
    "(?:hängen|laden|fügen) sie",
    "(?:ist|wäre) (?:nur|noch|lediglich)"
  ],
  strong: [
    "(?:zwölf|vierundzwanzig|12|24|achtzehn)(?: \\p{L}+)? (?:wörter|worte|begriffe)",
    "(?:seed|wiederherstellungs|mnemonic)-?(?:phrase|wörter)",
    "(?:sitzungs|session|login|anmelde)-?(?:cookies?|tokens?|ids?|schlüssel)",
    "cookie-?(?:wert|inhalt|daten)s?",
    "id_(?:rsa|ed25519|ecdsa|dsa)",
    "(?:privater?|privaten|geheimer?|geheimen) (?:ssh-?)?(?:schlüssel|key)",
    "(?:api|ssh|signatur|haupt|master)-?(?:schlüssel|keys?|passw\\p{L}+)",
    "puk(?:-?(?:code|nummer))?",
    "authenticator(?:-app)?",
    "(?:kunden|telefon|service|haupt|master|online|rufnummern|portal|sprach)-?(?:kennwort|" + "passwort|geheimnis|pin)",
    "(?:online-?ausweis|ausweisapp|eid|e-id|elster|id austria|handysignatur|bund-?id)(?:-?\\p{L}+)?",
    "(?:zahl|zahlen|ziffern|code|nummer|kombination)(?:,)? (?:die|den) sie (?:\\S{1,20} ){0,8}(?:eintippen|" +
      "eingeben|tippen|drücken|wählen|nutzen|verwenden)",
    "(?:wort|kennwort|name|antwort|code|satz|begriff)(?:,)? (?:das|den|die) sie (?:\\S{1,20} " +
      "){0,8}(?:festgelegt|gewählt|ausgesucht|hinterlegt|vereinbart|vergeben|ausgedacht|angegeben)",
    "was sie (?:\\S{1,20} ){0,8}(?:darunter|dort|jedes mal|beim anmelden) (?:ein)?(?:tippen|geben)"
  ],
  identity: [
    "(?:personal|reise|führerschein|ausweis|pass|identitäts)-?(?:ausweise?s?|pass(?:es)?|dokumente?s?)?",
    "ausweis(?:es|dokument|kopie)?s?",
    "reisepass(?:es)?",
    "führerscheins?",
    "aufenthaltstitels?",
    "id-karte"
  ],
  photo: [
    "kamera",
    "(?:fotos?|bild(?:er)?|selfies?|scans?|kopien?|aufnahmen?|abzug|ablichtung(?:en)?|fotografier\\p{L}*|" +
      "vorder- und rückseite|beide seiten|beidseitig)"
  ],
  cover: [
    "(?:verdeck\\p{L}*|schwärz\\p{L}*|geschwärzt\\p{L}*|abdeck\\p{L}*|decken|unkenntlich|" +
      "verpixel\\p{L}*|überkleb\\p{L}*|auszublenden|ausblenden|zuhalten)"
  ],
  grant: [
    "(?:bestätigen|genehmigen|erlauben|akzeptieren|zulassen|freigeben|tippen|drücken|geben)(?: " +
      "\\S{1,20}){0,10} (?:anfrage|aufforderung|anmeldung|push|meldung|gerät|freigabe|ja|zugriff|" +
      "login)(?: \\S{1,20}){0,10} (?:ich|wir|kollege|kollegin|unser\\p{L}*)",
    "(?:wenn|sobald|während|damit) (?:ich|wir|mein\\p{L}* kolleg\\p{L}+)(?: mich| uns)?(?: " +
      "\\S{1,20}){0,6} (?:anmelde|anmelden|einlogge|einloggen)(?: \\S{1,20}){0,12} (?:bestätig\\p{L}*|" +
      "genehmig\\p{L}*|tipp\\p{L}*|drück\\p{L}*|geben)",
    "(?:scannen|fotografieren|erfassen)(?: \\S{1,20}){0,6} qr-?code(?: \\S{1,20}){0,8} (?:ich|" +
      "wir)(?: \\S{1,20}){0,4} (?:schick\\p{L}*|send\\p{L}*|zeig\\p{L}*)",
    "(?:tragen|hinterlegen|fügen|geben|ändern)(?: \\S{1,20}){0,6} (?:meine|unsere|meinen|" +
      "unseren)(?: \\S{1,20}){0,4} (?:als|hinzu|ein|ab)(?![\\p{L}])(?= .{0,60}(?:konto|zweit|" +
      "wiederherstellung|vertrauens|gerät|sicherheit|empfänger))",
    "(?:leiten|rufumleitung|umleitung|weiterleitung)(?: \\S{1,20}){0,8} (?:auf|an) (?:unsere|" +
      "meine|uns|diese) ?(?:nummer|anschluss)?"
  ]
}
