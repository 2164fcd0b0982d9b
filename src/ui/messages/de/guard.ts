import type { guard as english } from "../en/guard.ts"
import type { Translation } from "../translation.ts"

/** Words of the model's that nobody gave, and orders to a machine in what the customer wrote. */
export const guard: Translation<typeof english> = {
  "summary.orders": "Vorsicht",
  "summary.orders.text": "Diese Nachricht enthält Anweisungen an eine Maschine.",
  "mark.foreign": "verdächtig",
  "mark.foreign.long": "Verdächtig: {why} Einfügen ist gesperrt. Zu Prüfpunkt {n}",
  "mark.unnamed": "ungenannte Seite",
  "mark.unnamed.long": "Ungenannte Seite: {why} Zu Prüfpunkt {n}",
  "foreign.hidden": "Dies enthält unsichtbare Zeichen.",
  "foreign.image": "Ein Bild, durch das sein Server erfährt, wann die Mail gelesen wird.",
  "foreign.script": "Ein Skript, das in einer Antwort nichts zu suchen hat.",
  "foreign.link": "Dieser Link steht weder im Ticket noch in einer Quelle.",
  "foreign.look-alike": "Dieser Link sieht nur so aus wie einer aus dem Ticket oder einer Quelle.",
  "foreign.email": "Diese E-Mail-Adresse steht weder im Ticket noch in einer Quelle.",
  "foreign.phone": "Diese Telefonnummer steht weder im Ticket noch in einer Quelle.",
  "foreign.account": "Dieses Konto für Zahlungen steht weder im Ticket noch in einer Quelle.",
  "foreign.wallet": "Diese Adresse für Kryptowährung steht weder im Ticket noch in einer Quelle.",
  "foreign.spelled": "Eine Nummer oder Adresse in Worten, die weder im Ticket noch in einer Quelle steht.",
  "foreign.messenger": "Dieser Messenger-Kontakt steht weder im Ticket noch in einer Quelle.",
  "foreign.portal": "Der Kunde soll sich selbst eine Seite zum Anmelden suchen.",
  "foreign.secret-request":
    "Es wird nach einem Passwort, einem Code, einem Anmeldelink oder Kartendaten gefragt. Fragen Sie Kunden nie danach.",
  "foreign.remote-control":
    "Der Kunde soll jemandem die Kontrolle über seinen Computer geben. Keine Quelle sieht das vor.",
  "foreign.payment":
    "Es wird eine Zahlung verlangt, die sich weder nachverfolgen noch zurückholen lässt. Keine Quelle bietet diese Zahlungsart an.",
  "foreign.mixed-script":
    "Einige Buchstaben dieses Wortes stammen aus einem anderen Alphabet und sehen nur richtig aus.",
  "foreign.blob": "Kodierter Text, der weder im Ticket noch in einer Quelle steht.",
  "foreign.prompt": "Hier ist von den Anweisungen an das Modell die Rede.",
  "foreign.control":
    "Das Modell hat dies für sich selbst geschrieben: das Ende seiner Antwort, seine Gedanken oder den Aufruf eines Werkzeugs. Es gehört nicht in eine Antwort.",
  "foreign.internal": "Dies steht nur in einer internen Notiz.",
  "foreign.page": "Weder das Ticket noch eine Quelle nennt diese Seite, obwohl ihr Host bekannt ist.",
  "foreign.waits": "Einfügen ist gesperrt, bis Sie es ändern, entfernen oder als Ihre eigenen Worte behalten.",
  "tally.foreign": "{count, number} verdächtig",
  "tally.unnamed": "{count, plural, one {# ungenannte Seite} other {# ungenannte Seiten}}",
  "holds.foreign": "{count, plural, one {# verdächtige Stelle} other {# verdächtige Stellen}}",
  "holds.contradicts": "{count, plural, one {# Widerspruch} other {# Widersprüche}}",
  "holds.needs-approval":
    "{count, plural, one {# Satz, der eine Freigabe braucht} other {# Sätze, die eine Freigabe brauchen}}",
  "holds.no-source": "{count, plural, one {# Datum oder Betrag ohne Quelle} other {# Daten oder Beträge ohne Quelle}}",
  "holds.denied": "{count, plural, one {# bestrittener Satz} other {# bestrittene Sätze}}",
  "off.insert.holds": `{count, plural,
    one {Einfügen ist gesperrt. Im Entwurf: {things}. Ändern oder entfernen Sie die Stelle, oder behalten Sie sie als Ihre eigenen Worte. Kopieren ist möglich}
    other {Einfügen ist gesperrt. Im Entwurf: {things}. Ändern oder entfernen Sie die Stellen, oder behalten Sie sie als Ihre eigenen Worte. Kopieren ist möglich}
  }`,
  "say.holds.inserted":
    "In dem, was Sie eingefügt haben: {things}.|Sehen Sie die Antwort noch einmal an, bevor Sie sie senden.",
  "notice.guard-open": `{count, plural,
    one {Einfügen ist wegen # Stelle gesperrt.|Ändern oder entfernen Sie sie, oder behalten Sie sie als Ihre eigenen Worte. Kopieren ist möglich.}
    other {Einfügen ist wegen # Stellen gesperrt.|Ändern oder entfernen Sie sie, oder behalten Sie sie als Ihre eigenen Worte. Kopieren ist möglich.}
  }`,
  "notice.guard-failed":
    "Die Schutzprüfung konnte diesen Entwurf nicht prüfen.|Es wurde nichts eingefügt. Versuchen Sie es erneut; Kopieren ist möglich."
}
