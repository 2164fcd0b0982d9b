import type { problems as english } from "../../en/common/problems.ts"
import type { Translation } from "../../translation.ts"

/**
 * What the relay and the background answer when they refuse, by their codes. A code whose sentence names something of
 * the request (a line, an address, a limit) isn't here: the relay's own sentence is shown.
 */
export const problems: Translation<typeof english> = {
  "problem.no-version": "Diese Version der Maskierungsregeln gibt es nicht mehr.",
  "problem.agents-may-not-add":
    "In diesem Team fügen Agenten keine Wörter hinzu. Bitten Sie die Teamleitung oder einen Admin, es hinzuzufügen oder es Agenten zu erlauben.",
  "problem.list-full": "Die Liste ist voll. Die Teamleitung oder ein Admin kann Wörter entfernen.",
  "problem.busy": "Das Relay hat gerade zu viel zu lesen. Versuchen Sie es in einigen Sekunden erneut.",
  "problem.disk-full":
    "Der Datenträger des Relays ist voll, deshalb kann nichts gespeichert werden. Der Betreiber des Relays muss Platz schaffen.",
  "problem.no-place":
    "Diese Adresse kann von hier aus nicht importiert werden. Dateien laden Sie hoch; Ordner auf dem Rechner des Relays werden dort importiert, mit npm run relay -- import FOLDER.",
  "problem.bad-name":
    "Der Name der Datei ist nicht verwendbar. Geben Sie ihr einen Namen mit höchstens 200 Bytes, der nicht mit einem Punkt beginnt.",
  "problem.no-source": "Diese Quelle gibt es nicht mehr.",
  "problem.files-busy":
    "Zwei zuvor hochgeladene Dateien werden noch importiert. Laden Sie diese hoch, wenn eine davon fertig ist.",
  "problem.bad-webhook":
    "Die Adresse eines Webhooks beginnt mit https:// und enthält keinen Benutzernamen. Geben Sie eine wie https://example.com/hook an.",
  "problem.no-webhook": "Diesen Webhook gibt es nicht mehr. Laden Sie die Liste neu.",
  "problem.no-voice": "Diesen Stil gibt es nicht mehr. Laden Sie die Liste neu.",
  "problem.no-playbook": "Dieses Playbook gibt es nicht mehr. Laden Sie die Liste neu.",
  "problem.no-lookup": "Diese Abfrage gibt es nicht mehr. Laden Sie die Liste neu.",
  "problem.no-memory": "Diesen Merksatz gibt es nicht mehr. Laden Sie die Liste neu.",
  "problem.no-finding": "Diesen Befund gibt es nicht mehr. Laden Sie den Bericht neu.",
  "problem.no-past-ticket": "Dieses gelöste Ticket oder diese Seite gibt es nicht mehr.",
  "problem.no-hook": "Diese Quelle hat keinen Webhook mehr.",
  "problem.no-import": "Diesen Import gibt es nicht mehr.",
  "problem.other-import":
    "Dieser Import ist vorbei, und ein anderer derselben Quelle hat seitdem begonnen. Sehen Sie noch einmal in die Liste.",
  "problem.no-recipe": "Für diese Website sind keine Bereiche mehr geteilt. Laden Sie die Liste neu.",
  "problem.no-proposal": "Für diese Website sind keine Bereiche mehr vorgeschlagen. Laden Sie die Liste neu.",
  "problem.no-code": "Dieser Code gilt nicht mehr: Er wurde verwendet oder widerrufen, oder seine Zeit ist abgelaufen.",
  "problem.settings-changed":
    "Ein anderer Admin hat die Einstellungen inzwischen geändert. Ihre wurden nicht gespeichert.",
  "problem.memory-changed": "Jemand hat diesen Merksatz inzwischen geändert. Laden Sie die Liste neu.",
  "problem.memory-empty": "Ein Merksatz darf nicht leer sein. Schreiben Sie, was das Team schreibt.",
  "problem.memory-personal":
    "Darin scheint eine Person, eine Adresse oder eine persönliche Nummer zu stehen. Ein Merksatz gilt für alle Kunden: Schreiben Sie ihn ohne. Wenn es ein eigener Name Ihres Teams ist, nehmen Sie ihn in die Maskierungsregeln auf.",
  "problem.memory-expired": "Dieser Tag ist vorbei. Wählen Sie einen späteren.",
  "problem.proposal-changed":
    "Für diese Website wurden inzwischen andere Bereiche vorgeschlagen, und nichts wurde entschieden. Sehen Sie diese zuerst an.",
  "problem.sites-hashed":
    "Ihr Team speichert Adressen von Helpdesks nur gehasht. Bereiche nennen die Adresse, deshalb lassen sie sich nicht teilen.",
  "problem.too-many-proposals": "Dieser Browser schlägt zu oft Bereiche vor. Warten Sie eine Stunde.",
  "problem.too-many-off-switches": "Ein Team hat höchstens 100 Ausschalter. Entfernen Sie zuerst einen.",
  "problem.no-off-switch": "Diesen Schalter gibt es nicht mehr. Laden Sie die Liste neu.",
  "problem.switched-off": "Das ist für dieses Ticket abgeschaltet.",
  "problem.too-many-corrections": "Zu viele Korrekturen auf einmal. Warten Sie eine Minute.",
  "problem.too-many-tries": "Zu viele Versuche auf einmal. Warten Sie eine Minute und versuchen Sie es dann erneut.",
  "problem.no-case": "Diesen Fall gibt es nicht. Vielleicht ist er älter, als das Relay Fälle speichert.",
  "problem.case-erased": "Dieser Fall wurde mit den Daten seines Tickets gelöscht. Machen Sie mit dem nächsten weiter.",
  "problem.ticket-erased": "Die Daten zu diesem Ticket wurden gelöscht. Fordern Sie einen neuen Entwurf an.",
  "problem.no-draft":
    "Diesen Entwurf gibt es nicht. Vielleicht wurde er gelöscht oder ist älter, als das Relay Entwürfe speichert.",
  "problem.no-model": "Das Relay hat dieses Modell nicht. Laden Sie die Liste neu.",
  "problem.no-tone-model": "Den Tonfall liest hier kein Modell, nur die Regeln prüfen ihn.",
  "problem.sign-in-over":
    "Ihre Anmeldung ist abgelaufen, wie es Ihre Organisation festgelegt hat. Melden Sie sich noch einmal an.",
  "problem.own-sign-in":
    "Das ist Ihre eigene Anmeldung. Bestätigen Sie noch einmal, dass Sie sich abmelden möchten, dann schließt sich diese Seite.",
  "problem.no-person": "Das Relay kennt diese Person nicht.",
  "problem.shutting-down": "Das Relay wird angehalten oder aktualisiert. Versuchen Sie es gleich noch einmal.",
  "problem.too-slow":
    "Die Anfrage kam nicht rechtzeitig an. Nichts davon wurde gespeichert. Senden Sie sie noch einmal.",
  "problem.internal":
    "Das Relay hat einen Fehler gemeldet. Versuchen Sie es erneut; wenn es wieder vorkommt, informieren Sie den Betreiber des Relays.",
  "problem.relay-error":
    "Das Relay hat einen Fehler gemeldet, oder unter seiner Adresse antwortet etwas anderes als ein Relay.",
  "problem.not-a-relay": "Unter dieser Adresse antwortet etwas anderes als ein Relay.",
  "problem.relay-unreachable": "Das Relay antwortet nicht. Starten Sie es oder prüfen Sie seine Adresse.",
  "problem.relay-stopped": "Das Relay antwortet nicht mehr.",
  "problem.database-down": "Das Relay erreicht seine Datenbank nicht. Versuchen Sie es gleich noch einmal.",
  "problem.other-version":
    "Das Relay hat eine andere Version. Aktualisieren Sie die Erweiterung oder das Relay, damit beide zusammenpassen.",
  "problem.signed-out": "Dieser Browser wurde abgemeldet. Koppeln Sie ihn mit einem neuen Code.",
  "problem.sign-in-expired": "Dieser Browser wurde zu lange nicht verwendet. Koppeln Sie ihn mit einem neuen Code.",
  "problem.sign-in-reused":
    "Dieser Browser wurde abgemeldet, weil eine frühere Kopie seiner Anmeldung verwendet wurde. Koppeln Sie ihn mit einem neuen Code und informieren Sie den Betreiber des Relays.",
  "problem.token-revoked": "Dieser Browser wurde abgemeldet. Koppeln Sie ihn mit einem neuen Code.",
  "problem.not-paired": "Das Relay kennt diesen Browser nicht. Koppeln Sie ihn mit einem neuen Code.",
  "problem.clock-differs":
    "Die Uhr dieses Browsers weicht zu sehr von der des Relays ab. Stellen Sie sie richtig und versuchen Sie es erneut.",
  "problem.wrong-host":
    "Unter diesem Namen ist das Relay nicht erreichbar. Sein Betreiber kann ihn in RELAY_HOSTS aufnehmen.",
  "problem.needs-https": "Das Relay ist nur über HTTPS erreichbar.",
  "problem.unsafe-address":
    "Ohne HTTPS ist nur ein Relay auf diesem Computer erreichbar. Geben Sie seine Adresse mit https:// ein.",
  "problem.file-gone": "Die Datei ist nicht mehr lesbar: Sie wurde geändert oder verschoben. Wählen Sie sie erneut.",
  "problem.note-too-long": "Mit ersetzten Namen ist die Notiz zu lang. Kürzen Sie sie.",
  "problem.note-not-masked": "Die Notiz konnte nicht rechtzeitig maskiert werden, deshalb wurde nichts gesendet.",
  "problem.no-answer": "Die Erweiterung hat nicht geantwortet. Laden Sie diese Seite neu."
}
