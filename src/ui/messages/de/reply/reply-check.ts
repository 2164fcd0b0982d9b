import type { replyCheck as english } from "../../en/reply/reply-check.ts"
import type { Translation } from "../../translation.ts"

/** The card that checks what the agent wrote, before it is sent. */
export const replyCheck: Translation<typeof english> = {
  "reply-check": "Ihre Antwort, geprüft",
  "reply-check.count": "{count, number} zu prüfen",
  "reply-check.do": "Meine Antwort prüfen",
  "reply-check.again": "Erneut prüfen",
  "reply-check.none":
    "Vergleicht vor dem Senden, was Sie im Antworteditor geschrieben haben, mit dem Ticket und den öffentlichen Seiten. Ihr Text wird maskiert gesendet, und im Editor ändert sich nichts.",
  "reply-check.checking": "Ihre Antwort wird mit dem Ticket und den Seiten verglichen.",
  "reply-check.failed": "Die letzte Prüfung ist fehlgeschlagen. Ihre Antwort ist unverändert; prüfen Sie erneut.",
  "reply-check.changed": "Der Text im Editor hat sich seitdem geändert. Die Befunde unten betreffen den früheren Text.",
  "reply-check.newer": "{author} hat seitdem geschrieben. Geprüft wurde ohne diese Nachricht.",
  "reply-check.no-claims": "Kein Satz darin braucht eine Quelle.",
  "reply-check.supported": `{count, plural,
    one {# Satz ist belegt oder bestätigt.}
    other {# Sätze sind belegt oder bestätigt.}}`,
  "reply-check.near": `{count, plural,
    one {# Satz hat mit dem Ticket und den Seiten nur einige Wörter gemeinsam oder keine.}
    other {# Sätze haben mit dem Ticket und den Seiten nur einige Wörter gemeinsam oder keine.}}`,
  "reply-check.verifier.none": "Hier prüft kein Modell nach: Nur die Regeln haben geprüft.",
  "reply-check.verifier.done": "{model} hat nachgeprüft.",
  "reply-check.verifier.partly": `{model} hat nachgeprüft, bis auf {count, plural,
    one {# Satz}
    other {# Sätze}}.`,
  "reply-check.verifier.late": "{model} hat zu lange gebraucht, deshalb haben nur die Regeln geprüft.",
  "reply-check.verifier.malformed":
    "{model} hat keine brauchbare Antwort gegeben, deshalb haben nur die Regeln geprüft.",
  "reply-check.verifier.failed": "{model} ist ausgefallen, deshalb haben nur die Regeln geprüft.",
  "reply-check.verifier.unreliable":
    "{model} hat in seinem Test einen falschen Satz nicht bemerkt, deshalb haben nur die Regeln geprüft.",
  "reply-check.show": "In der Quelle zeigen",
  "reply-check.show.of": "In der Quelle {title} zeigen",
  "reply-check.hide.of": "Quelle {title} ausblenden",
  "reply-check.source": "{n}: {title}",
  "reply-check.hide": "Quelle ausblenden",
  "reply-check.resting": "Meine Antwort automatisch prüfen",
  "reply-check.resting.lead":
    "Wenn sich Ihr Text zwei Sekunden lang nicht geändert hat und die Seitenleiste zu sehen ist, wird Ihre Antwort maskiert gesendet und geprüft, höchstens alle zehn Sekunden.",
  "notice.reply-empty": "Im Antworteditor steht kein Text zum Prüfen.|Schreiben Sie zuerst etwas.",
  "notice.reply-long": "Die Antwort ist länger als 20.000 Zeichen.|Kürzen Sie sie und prüfen Sie erneut.",
  "notice.reply-note": "Das ist vielleicht keine öffentliche Antwort.|Notizen werden nicht geprüft."
}
