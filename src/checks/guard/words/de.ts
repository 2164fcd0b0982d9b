import { numbered } from "./numbered.ts"
import type { GuardWords } from "./words.ts"

export const de: GuardWords = {
  prompt: [
    "system-?prompts?",
    "system-?(?:anweisung|vorgabe|instruktion)(?:en)?",
    "entwickler-?(?:nachricht|anweisung|vorgabe)(?:en)?",
    "(?:versteckte|interne|ursprüngliche|geheime)[nrs]? (?:anweisung|vorgabe|instruktion|prompt|markierung)(?:en)?",
    "als (?:ki|künstliche intelligenz|(?:großes )?sprachmodell|chatbot|(?:ki|virtueller)[- ]?assistent)",
    "ich bin (?:nur )?(?:eine? )?(?:ki|künstliche intelligenz|sprachmodell|chatbot)",
    "(?:meine|meinen|meiner|unsere) (?:anweisungen?|instruktionen?|vorgaben?|systemvorgaben?|richtlinien|programmierung) (?:lautet|lauten|besag\\w+|sag\\w+|verbiete[nt]|verlang\\w+|erlaub\\w+|schreib\\w+ (?:mir )?vor|untersag\\w+|ist|sind)",
    "(?:laut|gemäß|nach|entsprechend) meine[nr] (?:anweisung|vorgabe|instruktion|system|programmierung|prompt)\\w*",
    "mir (?:wurde|ist) (?:gesagt|aufgetragen|vorgegeben|vorgeschrieben|die anweisung|untersagt)",
    "ich (?:wurde|bin) (?:angewiesen|instruiert|programmiert|konfiguriert|darauf trainiert)",
    "(?:artikel|seiten|quellen|texte|dokumente|kontext|auszüge),? (?:die|der|den) mir (?:gegeben|vorgelegt|bereitgestellt|übergeben)",
    "(?:mir|im) (?:gegebene|vorliegende|bereitgestellte)[nr]? (?:kontext|prompt)",
    "(?:der|dieser) (?:assistent|chatbot) (?:darf|soll|muss) (?:nie|niemals|nicht|nur|stets|immer)",
    "ignoriere (?:alle )?(?:vorherigen|bisherigen|obigen) anweisungen",
    "du bist (?:ein|eine|der|die) (?:hilfreiche[rs]? |freundliche[rs]? )*(?:assistent\\w*|ki|chatbot|sprachmodell)"
  ],
  secret: [
    "(?:pass|kenn)w[oö]rt(?:er|s|es)?(?![- ]?(?:zurück|reset|seite|feld|manager|regel|richtlinie))",
    "pin",
    "pin-nummer",
    "tan",
    "cvv|cvc",
    "kartenprüfnummer",
    "prüfziffer (?:der|ihrer) karte",
    "einmal-?(?:code|passwort|kennwort)s?",
    "(?:bestätigungs|sicherheits|verifizierungs|freischalt|zugangs|aktivierungs|sms|authentifizierungs|anmelde|login)-?code",
    "(?:sechs|vier|acht|\\d)-?stellige[nrs]? (?:code|zahl|nummer|pin)",
    "code (?:aus|in|von) (?:der|ihrer|dem) (?:sms|app|nachricht|textnachricht)",
    "code,? (?:den|der) (?:sie|ihnen|wir|gleich|auf|per|soeben)",
    "(?:vollständige )?(?:kreditkarten|karten|bankkarten)(?:nummer|daten)",
    "zugangsdaten",
    "anmeldedaten",
    "login-?daten",
    "(?:foto|bild|scan)s? (?:der |ihrer |von ihrer |von )?(?:(?:vorder|rück)seite |beiden? seiten )?(?:der |ihrer )?(?:bank|kredit|giro|ec-|debit|zahlungs)karte",
    "geheimzahl",
    "drei (?:ziffern|zahlen) auf der rückseite",
    "wiederherstellungs(?:phrase|wörter|schlüssel)"
  ],
  ask: [
    "(?:nennen|schicken|senden|geben|schreiben|lesen|zeigen|hinterlassen|übermitteln|verraten|diktieren|mailen|leiten|lassen|teilen|sagen|reichen|übersenden|bestätigen|faxen) sie (?:es |ihn |sie |diese[ns]? |bitte |hierzu |dafür |dazu |einfach |kurz |auch )*(?:mir|uns)",
    "(?:nenn|schick|send|gib|schreib|übermittle|verrat|mail|lass|teil|sag)e? (?:es |ihn |sie |bitte |einfach )*(?:mir|uns)",
    "(?:antworten|erwidern) sie(?: \\S{1,40}){0,8} mit",
    "(?:schreiben|senden|geben|tippen|tragen|schicken|posten|nennen) sie(?: \\S{1,40}){0,14} (?:hier(?:her)?|in (?:ihrer?|dieser?) (?:antwort|nachricht|e-?mail|mail)|per (?:antwort|e-?mail|mail)|an uns|zurück)",
    "(?:mir|uns)(?: \\S{1,40}){0,12} (?:nennen|mitteilen|mitzuteilen|zusenden|schicken|senden|durchgeben|übermitteln|geben|verraten)",
    "wie lautet ihr"
  ],
  askWeak: [
    "(?:wir|ich) (?:benötigen?|brauchen?)",
    "(?:benötigen?|brauchen?) (?:wir|ich)",
    "(?:nennen|bestätigen(?! sie (?:\\p{L}+ )?mit)|übermitteln|senden|schicken|geben) sie",
    "bitte (?:um|nennen|bestätigen|senden|angeben)"
  ],
  place: [
    "(?:auf|in) (?:der|dem|den|einer) (?:\\p{L}+ )?(?:seite|app|feld|maske|portal|einstellungen|webseite|formular)",
    "bildschirm",
    "feld",
    "maske",
    "anmelde\\p{L}*",
    "gerät",
    "terminal",
    "automat(?:en)?",
    "kundenportal",
    "kundenbereich",
    "online-?banking",
    "unter"
  ],
  not: [
    "nie",
    "niemals",
    "nicht",
    "kein\\p{L}*",
    "ohne",
    "weder",
    "(?<=weder .{0,80})noch",
    "niemand(?:em|en)?",
    "statt",
    "anstatt",
    "keinesfalls",
    "unnötig"
  ],
  condition: ["ob", "wenn", "falls", "sobald", "sofern", "nachdem", "weil", "bevor", "bis", "warum", "wie", "wann"],
  search: [
    "(?:suchen|googeln|tippen|geben|schauen) sie(?: \\S{1,40}){0,12} (?:im internet|im netz|im web|online|bei google|auf google|mit google|über google|in (?:einer|der|ihrer|jeder) suchmaschine|im (?:app|play)[- ]store)",
    "googeln",
    "googlen",
    "(?:in|über|mit) (?:eine[rn]?|der|die|ihre[rn]?|jede[rn]?|beliebige\\p{L}*) suchmaschine",
    "(?:internet|google|web)-?suche",
    "(?:im|den) (?:app|play)[- ]store (?:nach|suchen)",
    "bei google"
  ],
  login: [
    "melden sie sich",
    "anmeld\\p{L}*",
    "einloggen",
    "loggen sie sich",
    "log(?:gen)?-?in",
    "registrier\\p{L}*",
    "geben sie (?:dort )?ihre?",
    "installier\\p{L}*",
    "zugangsdaten",
    "kennwort",
    "passwort",
    "pin",
    "(?:erste[nrs]?|oberste[nrs]?) (?:treffer|ergebnis|seite|eintrag|link)",
    "rufen sie"
  ],
  contact: [
    "schreiben sie",
    "schreib",
    "melden sie sich",
    "kontaktieren",
    "hinzufügen",
    "fügen sie",
    "beitreten",
    "treten sie",
    "erreichen",
    "erreichbar",
    "nachricht",
    "kanal",
    "gruppe",
    "nutzer\\p{L}*",
    "benutzer\\p{L}*",
    "profil",
    "unter",
    "chatten",
    "anschreiben",
    "direktnachricht",
    "suchen sie",
    "folgen"
  ],
  numbers: numbered(
    "null eins ein zwei zwo drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig hundert",
    "0 1 1 2 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 30 40 50 60 70 80 90 100"
  ),
  at: ["at", "ät", "klammeraffe", "at-zeichen"],
  dot: ["punkt"]
}
// Tens are said after the one and in a word with it: "vierundvierzig".
const ONES = ["ein", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun"]
const TENS = ["zwanzig", "dreißig", "vierzig", "fünfzig", "sechzig", "siebzig", "achtzig", "neunzig"]
for (const [one, ones] of ONES.entries())
  for (const [ten, tens] of TENS.entries()) de.numbers[`${ones}und${tens}`] = (ten + 2) * 10 + one + 1
