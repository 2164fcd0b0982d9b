import type { notices as english } from "../en/notices.ts"
import type { Translation } from "../translation.ts"

/** What the bar says: what happened | what is safe, what to do. */
export const notices: Translation<typeof english> = {
  "notice.relay-unreachable":
    "Das Relay antwortet nicht.|Was hier gespeichert ist, bleibt nutzbar. Starten Sie das Relay; diese Seite verbindet sich von selbst wieder.",
  "notice.no-network": "Sie sind offline.|Was hier gespeichert ist, bleibt nutzbar.",
  "notice.relay-stopped": `{count, plural,
    =0 {Das Relay antwortet nicht mehr.|Es wurde noch nichts geschrieben. Erstellen Sie den Entwurf neu oder schreiben Sie selbst.}
    one {Das Relay antwortet nach # Satz nicht mehr.|Er bleibt stehen. Erstellen Sie den Entwurf neu oder schreiben Sie selbst zu Ende.}
    other {Das Relay antwortet nach # Sätzen nicht mehr.|Die Sätze bleiben stehen. Erstellen Sie den Entwurf neu oder schreiben Sie selbst zu Ende.}
  }`,
  "notice.relay-other-version":
    "Das Relay hat eine andere Version.|Es wurde nichts gesendet. Aktualisieren Sie die Erweiterung oder das Relay, damit beide zusammenpassen.",
  "notice.policy":
    "Die Richtlinie Ihrer Organisation lässt kein Senden zu.|Nichts ist verloren. Es wird von selbst gesendet, sobald die Richtlinie berichtigt ist.",
  "notice.model-failed":
    "Das Modell hat mit einem Fehler geantwortet.|Nichts ist verloren. Erstellen Sie den Entwurf neu oder schreiben Sie selbst.",
  "notice.model-cut": `{count, plural,
    =0 {Das Modell hat vorzeitig aufgehört.|Es wurde noch nichts geschrieben. Erstellen Sie den Entwurf neu oder schreiben Sie selbst.}
    one {Das Modell hat nach # Satz vorzeitig aufgehört.|Er bleibt stehen. Erstellen Sie den Entwurf neu oder schreiben Sie selbst zu Ende.}
    other {Das Modell hat nach # Sätzen vorzeitig aufgehört.|Die Sätze bleiben stehen. Erstellen Sie den Entwurf neu oder schreiben Sie selbst zu Ende.}
  }`,
  "notice.model-silent": `{count, plural,
    =0 {Das Modell antwortet nicht mehr.|Es wurde noch nichts geschrieben. Erstellen Sie den Entwurf neu oder schreiben Sie selbst.}
    one {Das Modell antwortet nach # Satz nicht mehr.|Er bleibt stehen. Erstellen Sie den Entwurf neu oder schreiben Sie selbst zu Ende.}
    other {Das Modell antwortet nach # Sätzen nicht mehr.|Die Sätze bleiben stehen. Erstellen Sie den Entwurf neu oder schreiben Sie selbst zu Ende.}
  }`,
  "notice.model-empty":
    "Das Modell hat eine leere Antwort geliefert.|Erstellen Sie den Entwurf neu oder schreiben Sie selbst.",
  "notice.model-away":
    "Das Modell ist mehrmals in Folge ausgefallen und wird vorerst nicht gefragt.|Nichts ist verloren. Erstellen Sie den Entwurf in einer Minute neu oder schreiben Sie selbst.",
  "notice.model-queue-full":
    "Das Modell ist ausgelastet, und viele Entwürfe warten schon darauf.|Nichts ist verloren. Erstellen Sie den Entwurf in einer Minute neu oder schreiben Sie selbst.",
  "notice.budget-cost":
    "Das heutige Budget für Modelle ist aufgebraucht.|Schreiben Sie selbst; ab 00:00 UTC gibt es wieder Entwürfe.",
  "notice.budget-month":
    "Das Budget dieses Monats für Modelle ist aufgebraucht.|Schreiben Sie selbst; ein Admin kann es in models.yaml erhöhen.",
  "notice.budget-prepared":
    "Die vorbereiteten Entwürfe für heute sind aufgebraucht.|Drücken Sie „Neu“ für einen Entwurf zu diesem Ticket.",
  "notice.relay-busy": "Das Relay ist ausgelastet.|Nichts ist verloren. Erstellen Sie den Entwurf in einer Minute neu.",
  "notice.relay-error":
    "Das Relay hat einen Fehler gemeldet.|Nichts ist verloren. Erstellen Sie den Entwurf neu; wenn es wieder vorkommt, informieren Sie den Betreiber des Relays.",
  "notice.database-down":
    "Das Relay erreicht seine Datenbank nicht.|Nichts ist verloren. Sobald die Datenbank wieder da ist, macht diese Seite von selbst weiter.",
  "notice.disk-full":
    "Der Datenträger des Relays ist voll.|Nichts ist verloren. Der Betreiber des Relays muss Platz schaffen.",
  "notice.signed-out-by-relay":
    "Das Relay hat diesen Browser abgemeldet.|Ihre Entwürfe bleiben hier verschlüsselt gespeichert. Koppeln Sie den Browser erneut mit einem neuen Code.",
  "notice.logged-out":
    "Sie sind beim Helpdesk abgemeldet.|Es wurde nichts eingefügt. Melden Sie sich dort an und kehren Sie dann zu diesem Ticket zurück.",
  "notice.page-changed":
    "Auf der Seite des Helpdesks fehlt, was dort erwartet wurde: {part}.|Es wurde nichts eingefügt. Kopieren ist möglich, „Ausgewählten Text verwenden“ auch. Der Admin Ihres Teams sieht es.",
  "notice.page-unfit":
    "Die Seite des Helpdesks hat sich geändert. Es fehlt, was dort erwartet wurde: {part}.|Funktionen, die es brauchen, sind angehalten. Kopieren ist möglich, „Ausgewählten Text verwenden“ auch. Der Admin Ihres Teams sieht es.",
  "notice.other-ticket":
    "Im Vordergrund ist ein anderes Ticket.|Es wurde nichts eingefügt. Kehren Sie zu diesem Ticket zurück oder kopieren Sie.",
  "notice.newer-message":
    "{author} hat erneut geschrieben.|Es wurde nichts eingefügt. Erstellen Sie den Entwurf neu, um darauf zu antworten; Ihre Änderungen bleiben.",
  "notice.newer-note":
    "Eingefügt, aber es gibt eine neuere interne Notiz zu diesem Ticket.|Lesen Sie sie, bevor Sie senden.",
  "notice.not-public":
    "Der Editor im Vordergrund ist vielleicht keine öffentliche Antwort.|Es wurde nichts eingefügt. Öffnen Sie die öffentliche Antwort oder kopieren Sie.",
  "notice.copy-only":
    "Nichts auf der Seite dieses Helpdesks beweist, dass eine Antwort an den Kunden geht.|Es wurde nichts eingefügt, weil es eine interne Notiz sein könnte. Kopieren Sie den Text und fügen Sie ihn selbst in die Antwort ein.",
  "notice.no-selection":
    "Auf der Seite ist nichts ausgewählt.|Wählen Sie aus, was der Kunde geschrieben hat, und drücken Sie erneut.",
  "notice.bad-recipe":
    "Die gespeicherten Bereiche dieser Website sind nicht verwendbar.|Zeigen Sie noch einmal, wo das Ticket steht.",
  "notice.known-helpdesk": "Diesen Helpdesk liest Replywright von selbst.|Öffnen Sie darin ein Ticket.",
  "notice.no-editor":
    "Kein Antworteditor ist geöffnet.|Es wurde nichts eingefügt. Öffnen Sie zuerst die Antwort oder kopieren Sie.",
  "notice.no-shown-box":
    "Das Antwortfeld ist nicht dort, wo es gezeigt wurde.|Es wurde nichts eingefügt. Öffnen Sie zuerst die Antwort. Ist sie geöffnet, drücken Sie „Erneut zeigen“ oder kopieren Sie.",
  "notice.macros-unreadable":
    "Die Makros sind gerade nicht lesbar.|Es wurde nichts eingefügt. Versuchen Sie es in einer Minute erneut oder wenden Sie das Makro im Helpdesk an.",
  "notice.macro-gone":
    "Dieses Makro gibt es nicht mehr, oder es schreibt keine öffentliche Antwort mehr.|Es wurde nichts eingefügt. Wählen Sie ein anderes.",
  "notice.macro-there": "Dieser Text steht schon in der Antwort.|Er wurde kein zweites Mal eingefügt.",
  "notice.not-there":
    "Der Text steht nicht im Editor.|Der Editor hat ihn nicht angenommen. Prüfen Sie, was im Editor steht, kopieren Sie dann den Text und fügen Sie ihn selbst ein.",
  "notice.already-inserted": "Was zuvor eingefügt wurde, ist geändert worden.|Nichts wurde überschrieben.",
  "notice.no-message":
    "Nachricht {n} ist nicht auf dieser Seite.|Öffnen Sie den Verlauf des Tickets und drücken Sie erneut darauf.",
  "notice.blank-open": `{count, plural,
    one {# Lücke ist offen.|Drücken Sie erneut „Einfügen“, um sie als {blanks} einzufügen.}
    other {# Lücken sind offen.|Drücken Sie erneut „Einfügen“, um sie als {blanks} einzufügen.}
  }`,
  "notice.message-sent":
    "Sie haben die Nachricht inzwischen gesendet.|Es wurde nichts eingefügt. Drücken Sie „Einfügen“ für die nächste.",
  "notice.inserted": "Eingefügt.|Lesen Sie den Text in der Antwort und senden Sie ihn dann selbst.",
  "notice.inserted-unchecked":
    "Eingefügt, aber nicht bestätigt.|Nur die Regeln haben den Text geprüft. Lesen Sie ihn in der Antwort, bevor Sie senden.",
  "notice.handed-over": "Übergabenotiz kopiert.|Fügen Sie sie dort ein, wo der nächste Bearbeiter sie liest.",
  "notice.sentence-added": "Aufgenommen:|„{words}“ Taste {n, number} nimmt den Satz wieder heraus.",
  "notice.sentence-removed": "Entfernt:|„{words}“ Taste {n, number} nimmt den Satz wieder auf.",
  "notice.copied": "Kopiert.|Fügen Sie den Text in die Antwort ein.",
  "notice.copied-unchecked":
    "Kopiert, noch nicht bestätigt.|Nur die Regeln haben den Text geprüft. Sehen Sie vor dem Senden noch einmal hierher.",
  "notice.copied-open": "Kopiert. Darin noch: {things}.|Prüfen Sie die Antwort, bevor Sie sie senden.",
  "notice.copy-failed":
    "Der Browser hat das Kopieren nicht erlaubt.|Drücken Sie „Bearbeiten“, wählen Sie den Text aus und kopieren Sie ihn selbst.",
  "notice.unreadable":
    "Die neueste Nachricht ist gerade nicht lesbar.|Es wurde nichts eingefügt, weil der Entwurf vielleicht eine ältere beantwortet. Kopieren ist möglich.",
  "notice.token-wanted":
    "Die API des Helpdesks hat zu diesem Ticket nichts geliefert.|Die Karte ganz oben sagt, was zu tun ist; oder zeigen Sie, wo das Ticket steht.",
  "notice.several":
    "Dieses Ticket hat mehrere Unterhaltungen, und die Adresse der Seite nennt keine.|Zeigen Sie, wo das Ticket steht, oder verwenden Sie einen Text, den Sie auswählen.",
  "notice.mask-timeout":
    "Das Verbergen persönlicher Angaben hat zu lange gedauert.|Nichts hat den Browser verlassen. Drücken Sie „Neu“, um es noch einmal zu versuchen.",
  "notice.too-long":
    "Dieses Ticket ist zu lang: Seine neuesten Nachrichten haben mehr als 100.000 Zeichen oder alle zusammen mehr als eine Million.|Nichts hat den Browser verlassen. Schreiben Sie diese Antwort selbst.",
  "notice.older-left-out": `{count, plural,
    one {# ältere Nachricht wurde weggelassen.|Der Entwurf entstand aus der ersten und den neuesten Nachrichten dieses langen Verlaufs.}
    other {# ältere Nachrichten wurden weggelassen.|Der Entwurf entstand aus der ersten und den neuesten Nachrichten dieses langen Verlaufs.}
  }`,
  "notice.too-large":
    "Die Anfrage ist zu groß für das Relay.|Nichts ist verloren. Schreiben Sie diese Antwort selbst oder kürzen Sie Ihren Wunsch.",
  "notice.too-many-drafts":
    "Sie haben schon sechs Entwürfe in Arbeit.|Nichts ist verloren. Erstellen Sie diesen neu, wenn einer davon fertig ist.",
  "notice.empty-ticket":
    "Dieses Ticket hat keinen Text, der zu beantworten wäre.|Nichts hat den Browser verlassen. Anhänge werden nicht gelesen.",
  "notice.store-full":
    "Auf diesem Computer ist kein Platz für weitere Entwürfe.|Dieser Entwurf bleibt nutzbar, bis der Browser geschlossen wird. Löschen Sie alte Entwürfe im Popup oder schaffen Sie Platz.",
  "notice.store-lost":
    "Die Entwürfe auf diesem Computer sind nicht mehr da.|Jemand hat die Browserdaten gelöscht. Die Tickets im Helpdesk sind unverändert.",
  "notice.outcome-taken":
    "Das Ergebnis zu Ticket {ticket} wurde nicht gespeichert.|Der Entwurf oder das Ergebnis gehört jemand anderem oder zu einem anderen Ticket. Sie müssen nichts tun.",
  "notice.may-not-erase":
    "Sie dürfen die Daten zu diesem Ticket nicht löschen.|Nichts wurde gelöscht. Agenten, die dazu einen Entwurf angefordert haben, dürfen es, ebenso Teamleitung und Admins; ein Admin kann es auf Teamleitung und Admins beschränkt haben.",
  "notice.erased": "Gelöscht.|Entwürfe und Ergebnisse zu diesem Ticket sind gelöscht, hier und auf dem Relay.",
  "notice.framed-twice":
    "Die letzte Nachricht Ihres Teams {what, select, greeting {hat zwei Anreden} closing {hat zwei Grußformeln} other {hat Anrede und Grußformel doppelt}}.|Wenn der Helpdesk Anrede und Gruß selbst ergänzt, geben Sie das im Popup an. Beim Einfügen entfallen dann beide.",
  "notice.site-off": "Replywright ist auf dieser Website aus.|Hier wird nichts gelesen. Schalten Sie es im Popup ein.",
  "notice.switched-off":
    "{by, select, policy {Ihre Organisation} other {Ihr Team}} hat Replywright hier abgeschaltet.|Von diesem Ticket wird nichts gespeichert oder gesendet. Die Regel: {when}.",
  "notice.model-off":
    "{by, select, policy {Ihre Organisation} other {Ihr Team}} hat Modelle für dieses Ticket abgeschaltet.|Entwürfe werden ohne Modell geschrieben. Die Regel: {when}.",
  "notice.stale":
    "{author} hat erneut geschrieben, {ago}.|Einfügen ist nicht möglich, weil dieser Entwurf nicht darauf antwortet.",
  "notice.stale.edited":
    "{author} hat erneut geschrieben, {ago}.|Einfügen ist nicht möglich, weil dieser Entwurf nicht darauf antwortet. Ihre Änderungen bleiben.",
  "notice.offline": "Sie sind offline.|Der Entwurf von {time} bleibt nutzbar.",
  "notice.no-relay": "Das Relay antwortet nicht.|Der Entwurf von {time} bleibt nutzbar.",
  "notice.waiting": `{count, plural,
    one {# Ergebnis wird gemeldet, sobald die Verbindung wieder da ist.}
    other {# Ergebnisse werden gemeldet, sobald die Verbindung wieder da ist.}
  }`,
  "notice.failed": `{count, plural,
    =0 {Es gibt keinen Entwurf.|Es wurde nichts geschrieben. Erstellen Sie ihn neu oder schreiben Sie selbst.}
    one {Der Entwurf brach nach # Satz vorzeitig ab.|Er bleibt stehen. Erstellen Sie den Entwurf neu oder schreiben Sie selbst zu Ende.}
    other {Der Entwurf brach nach # Sätzen vorzeitig ab.|Die Sätze bleiben stehen. Erstellen Sie den Entwurf neu oder schreiben Sie selbst zu Ende.}
  }`,
  "notice.stopped":
    "Angehalten.|Was geschrieben ist, bleibt. Erstellen Sie den Entwurf neu oder schreiben Sie selbst zu Ende.",
  "notice.preparing-unused":
    "Zehn vorbereitete Entwürfe in Folge blieben ungenutzt, deshalb werden nur Zusammenfassungen vorbereitet.|Drücken Sie „Neu“ für einen Entwurf.",
  "notice.preparing-budget":
    "Die vorbereiteten Entwürfe für heute sind aufgebraucht.|Drücken Sie „Neu“ für einen Entwurf zu diesem Ticket. Ab 00:00 UTC geht es weiter.",
  "notice.preparing-policy":
    "Ihre Organisation hat vorbereitete Entwürfe abgeschaltet.|Drücken Sie „Neu“ für einen Entwurf.",
  "notice.preparing-team":
    "Vorbereitete Entwürfe sind für dieses Team abgeschaltet.|Drücken Sie „Neu“ für einen Entwurf.",
  "notice.preparing-rule":
    "Vorbereitete Entwürfe sind für dieses Ticket abgeschaltet.|Drücken Sie „Neu“ für einen Entwurf.",
  "notice.preparing-choice": "Entwürfe werden nicht vorbereitet.|Drücken Sie „Neu“ für einen Entwurf.",
  "notice.rejected": "Notiert: nicht brauchbar.|Der Entwurf bleibt. Ein Grund hilft, den nächsten besser zu machen.",
  "notice.unrejected": "Zurückgenommen.|Nichts wird gemeldet.",
  "notice.reply-sent": "Die Antwort zu diesem Entwurf ist gesendet.|Ihre Angaben dazu sind unverändert.",
  "notice.not-ready":
    "Der Entwurf ist dafür noch nicht bereit.|Nichts wurde geändert. Versuchen Sie es erneut, wenn er geschrieben ist.",
  "notice.locked":
    "Ihre Entwürfe sind gesperrt.|Nichts wurde geändert. Sie öffnen sich von selbst, sobald das Relay antwortet.",
  "notice.policy-broken":
    "Die Richtlinie Ihrer Organisation ist ungültig.|Nichts wurde geändert. Replywright macht von selbst weiter, sobald sie berichtigt ist.",
  "notice.no-answer": "Die Erweiterung hat nicht geantwortet.|Nichts wurde geändert. Versuchen Sie es erneut.",
  "notice.other": "Das hat nicht geklappt.|{message}",
  "notice.somebody": "Der Kunde",
  "notice.something": "ein Teil des Tickets"
}
