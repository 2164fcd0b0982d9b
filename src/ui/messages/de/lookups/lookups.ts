import type { lookups as english } from "../../en/lookups/lookups.ts"
import type { Translation } from "../../translation.ts"

/** The panel's cards "Customer" and "Attachments", and the admin page's card "Lookups". */
export const lookups: Translation<typeof english> = {
  lookups: "Kunde",
  "lookups.again": "Erneut abfragen",
  "lookups.looking": "Wird abgefragt.",
  "lookups.from": "{title}, gelesen {time}",
  "lookups.from.cited": "{title}, gelesen {time}, Quelle {n} des Entwurfs",
  "lookups.none": "Nichts gefunden",
  "lookups.none.why": "{title} hat geantwortet, kennt dazu aber nichts.",
  "lookups.not-asked": "Nicht abgefragt, denn im Ticket fehlt: {missing}.",
  "lookups.more": "{title} hat mehr, als gelesen wurde.",
  "lookups.unknown": "Nicht bekannt: {why}",
  "lookups.unread": "Nicht in der Antwort",
  "lookups.add": "{label} in den Entwurf übernehmen",
  "type-in": "Eingeben",
  "type-in.why": "Der Entwurf wird damit neu geschrieben. Es wird maskiert wie ein Feld des Tickets.",
  "type-in.use": "Verwenden",
  "type-in.about": "Eingeben: {about}",
  "lookups.typed": "Von Ihnen eingegeben",
  "lookups.earlier": "Der Entwurf beruht auf früheren Angaben von {titles}.",
  "lookups.redo": "Neu schreiben",
  "lookups.identity": "Nur Sie sehen es: Es wird nicht gesendet.",
  "lookups.orders":
    "Es liest sich wie eine Anweisung an eine Maschine und wird deshalb nicht gesendet. Befolgen Sie sie nicht.",
  "lookups.note":
    "Es wiederholt eine interne Notiz oder steht, wo Helpdesks Notizen speichern, und wird deshalb nicht gesendet.",
  "lookups.secret": "Die Antwort enthielt Ihr Geheimnis und wird deshalb nicht gezeigt. Informieren Sie Ihren Admin.",
  "lookups.not-none": "Das heißt nicht „keine“.",
  "lookups.problem.needs-permission": "Dieser Browser darf {host} noch nicht fragen",
  "lookups.problem.needs-secret": "{title} verlangt ein Geheimnis, das nur Sie eingeben können",
  "lookups.problem.bad-secret":
    "Das Geheimnis für {title} enthält ein Zeichen, das darin nicht vorkommen kann, etwa ein typografisches Anführungszeichen oder einen Zeilenumbruch: Geben Sie es erneut ein",
  "lookups.problem.bad-value": "Der Wert des Tickets passt nicht in die Adresse",
  "lookups.problem.timeout": "{title} hat nicht innerhalb von 3 s geantwortet",
  "lookups.problem.unreachable": "{host} war nicht erreichbar",
  "lookups.problem.redirected": "{host} hat die Anfrage anderswohin geleitet, dem wird nicht gefolgt",
  "lookups.problem.too-large": "Die Antwort von {title} ist größer als 256 kB",
  "lookups.problem.not-json":
    "{host} hat mit einer Seite statt mit Daten geantwortet. Vielleicht ist die Adresse falsch oder eine Anmeldung abgelaufen",
  "lookups.problem.unmasked":
    "Namen in der Antwort von {title} konnten nicht rechtzeitig maskiert werden, deshalb wird sie nicht verwendet. Fragen Sie erneut ab",
  "lookups.problem.refused": "{title} hat das Geheimnis oder die Sitzung abgelehnt (Status {status})",
  "lookups.problem.rate-limited": "{title} wird zu oft gefragt und kann um {until} wieder gefragt werden",
  "lookups.problem.status": "{title} hat mit dem Fehler {status} geantwortet",
  "lookups.problem.view": "{said}",
  "lookups.problem.masked-value":
    "Das Relay bräuchte diesen Wert des Tickets unverändert, aber er ist maskiert: {missing}. Bei einer Nummer kann Ihr Admin es erlauben",
  "lookups.allow": "{host} erlauben",
  "lookups.allow.why":
    "{title} wird dort nach Angaben zum Kunden gefragt, nur mit GET. Der Admin Ihres Teams hat die Adresse gewählt.",
  "lookups.allow.not": "Der Browser hat es nicht erlaubt.",
  "lookups.secret.save": "Speichern und abfragen",
  "lookups.secret.where": "Verschlüsselt in diesem Browser gespeichert und nur an {host} gesendet.",
  "lookups.foot":
    "Ihr Browser hat diese Systeme selbst gefragt. Das Relay erhält maskierte Angaben für diesen Entwurf und speichert keine.",
  "lookups.foot.views":
    "Das Relay hat {views} mit einer Nummer des Tickets gefragt und behält nichts davon. Die anderen hat Ihr Browser selbst gefragt.",
  attachments: "Anhänge",
  "attachments.count": "{count, plural, one {# Datei} other {# Dateien}}",
  "attachments.read": "Lesen",
  "attachments.read.of": "{name} lesen",
  "attachments.again": "Erneut versuchen",
  "attachments.again.of": "Erneut versuchen: {name}",
  "attachments.reading": "Wird gelesen.",
  "attachments.drop": "Wieder herausnehmen",
  "attachments.drop.of": "Wieder herausnehmen: {name}",
  "attachments.first": "Anfang von {name}",
  "attachments.length":
    "{count, plural, one {# Zeichen} other {# Zeichen}} gelesen. Was zur Frage passt, geht maskiert mit einem Entwurf mit.",
  "attachments.length.cut":
    "{count, plural, one {Das erste # Zeichen wird} other {Die ersten # Zeichen werden}} verwendet; die Datei hat mehr. Was zur Frage passt, geht maskiert mit einem Entwurf mit.",
  "attachments.cited": "Quelle {n} des Entwurfs.",
  "attachments.orders":
    "Teile davon lesen sich wie Anweisungen an eine Maschine und werden deshalb nicht gesendet. Befolgen Sie sie nicht.",
  "attachments.unsent":
    "Nichts davon ging mit dem Entwurf mit: Namen darin konnten nicht sicher maskiert werden, oder alles darin gibt einer Maschine Anweisungen.",
  "attachments.redo": "Neu schreiben",
  "attachments.draft-without": "Der Entwurf entstand ohne das, was Sie lesen ließen.",
  "attachments.draft-with-removed": "Der Entwurf entstand mit einer Datei, die Sie herausgenommen haben.",
  "attachments.foot": "Nichts wird geholt, bevor Sie „Lesen“ drücken. Die Datei bleibt in diesem Browser.",
  "attachments.off": "Ihr Team hat das Lesen von Anhängen abgeschaltet.",
  "attachments.not.internal": "Gehört zu einer internen Notiz: nicht gelesen.",
  "attachments.not.kind": "Nicht gelesen: Das geht nur bei Text, PDF, Word (.docx) und den Beschreibungen von Bildern.",
  "attachments.not.elsewhere": "Nicht gelesen: Der Helpdesk nennt dafür keine Adresse auf dem eigenen Host.",
  "attachments.not.too-large": "Nicht gelesen: größer als 5 MB.",
  "attachments.problem.encrypted": "Durch ein Passwort gesperrt. Öffnen Sie die Datei selbst.",
  "attachments.problem.no-text": "Enthält keinen lesbaren Text, etwa ein Scan. Text in Bildern wird nicht gelesen.",
  "attachments.problem.no-description":
    "Die Seite hat keine Beschreibung dieses Bilds. Was ein Bild zeigt, wird nicht gelesen.",
  "attachments.problem.empty": "Die Datei ist leer.",
  "attachments.problem.too-large": "Größer als 5 MB.",
  "attachments.problem.gone": "Der Helpdesk hat die Datei nicht mehr.",
  "attachments.problem.forbidden": "Der Helpdesk lässt Sie die Datei nicht öffnen.",
  "attachments.problem.logged-out":
    "Sie sind beim Helpdesk abgemeldet. Melden Sie sich dort an und versuchen Sie es erneut.",
  "attachments.problem.elsewhere":
    "Der Helpdesk liefert diese Datei von einem anderen Host oder verlangt eine Anmeldung, dem wird nicht gefolgt. Öffnen Sie sie im Helpdesk.",
  "attachments.problem.wrong-type": "Die Datei ist nicht, was ihr Name sagt, oder kein Text. Öffnen Sie sie selbst.",
  "attachments.problem.encoding":
    "Die Zeichenkodierung lässt sich nicht sicher bestimmen. Öffnen Sie die Datei selbst.",
  "attachments.problem.mail": "Eine Mail ohne lesbaren reinen Text. Öffnen Sie sie selbst.",
  "attachments.problem.old-word": "Eine alte Word-Datei (.doc). Nur .docx wird gelesen.",
  "attachments.problem.broken-pdf": "Eine beschädigte PDF-Datei. Bitten Sie den Kunden, sie erneut zu senden.",
  "attachments.problem.broken-docx": "Ein beschädigtes Word-Dokument. Bitten Sie den Kunden, es erneut zu senden.",
  "attachments.problem.bomb":
    "Entpackt wäre die Datei viel größer, als ihre Größe erwarten lässt, deshalb wurde sie nicht geöffnet. Vielleicht soll sie Schaden anrichten.",
  "attachments.problem.timeout": "Es hat länger als 10 s gedauert und wurde abgebrochen.",
  "attachments.problem.too-many": "Drei Dateien sind schon gelesen. Nehmen Sie zuerst eine heraus.",
  "attachments.problem.unreadable": "Die Datei konnte nicht gelesen werden. Nichts ist verloren.",
  "attachments.problem.internal": "Gehört jetzt zu einer internen Notiz und wird deshalb nicht gelesen.",
  "lookups.admin": "Abfragen",
  "lookups.admin.lead":
    "Systeme, die der Browser jedes Agenten zum Kunden eines Tickets befragt, etwa den Shop, und Views einer Datenbank, die das Relay befragt. Sie werden nur gelesen. Geheimnisse gibt jeder Agent selbst ein; hier werden sie nie gespeichert.",
  "lookups.admin.none": "Es wird nichts abgefragt.",
  "lookups.admin.list": "Abfragen des Teams",
  "lookups.admin.asks": "Fragt {hosts}. Version {version}, {time}.",
  "lookups.admin.asks.helpdesk": "Fragt den Helpdesk selbst. Version {version}, {time}.",
  "lookups.admin.asks.view": "Das Relay fragt seine Datenbank. Version {version}, {time}.",
  "lookups.admin.unread":
    "Diese Version kann sie nicht lesen, deshalb wird sie nicht verwendet. Berichtigen Sie sie mit „Bearbeiten“ oder entfernen Sie sie. Version {version}, {time}.",
  "lookups.admin.edit": "Bearbeiten",
  "lookups.admin.remove": "Entfernen",
  "lookups.admin.sure": "Kein Browser fragt sie mehr ab. Die Versionen bleiben.",
  "lookups.admin.do": "Entfernen",
  "lookups.admin.keep": "Behalten",
  "lookups.admin.unsaved":
    "Speichern Sie zuerst den Text unten oder leeren Sie das Feld: Das Bearbeiten einer anderen würde ihn ersetzen.",
  "lookups.admin.yaml": "YAML einer Abfrage",
  "lookups.admin.hint": "Steht ihr Name schon in der Liste, ersetzt sie die vorhandene Abfrage, als neue Version.",
  "lookups.admin.empty": "Fügen Sie zuerst eine Abfrage ein.",
  "lookups.admin.save": "Abfrage speichern",
  "lookups.admin.saving": "Wird gespeichert.",
  "lookups.admin.saved":
    "{name} ist als Version {version} gespeichert. Die Browser der Agenten haben sie mit ihrer nächsten Anfrage.",
  "lookups.admin.removed": "{name} ist entfernt."
}
