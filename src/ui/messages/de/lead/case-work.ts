import type { caseWork as english } from "../../en/lead/case-work.ts"
import type { Translation } from "../../translation.ts"

/** What is done with a case besides its review: assignment, comments for agents and contested scores. */
export const caseWork: Translation<typeof english> = {
  "title.feedback": "Replywright – Rückmeldungen",
  own: "Was die Teamleitung zu Ihren Antworten sagt",
  "own.lead":
    "Sie sehen nicht, wer es war. Jede Bewertung können Sie einmal anfechten; darüber entscheidet jemand anderes aus der Teamleitung, falls sie aus mehreren besteht.",
  "own.none": "Noch wurde keine Ihrer Antworten durchgesehen.",
  "own.signed-out": "Melden Sie sich zuerst an, im Popup der Erweiterung.",
  "own.open": "Meine Rückmeldungen öffnen",
  "own.comment": "Kommentar",
  "own.no-scores": "Es gibt keine Bewertungen, die Sie anfechten könnten.",
  "own.contest": "{name} anfechten",
  "own.why": "Warum stimmt die Bewertung von {name} nicht?",
  "own.why.hint": "Ein oder zwei Sätze. Namen darin werden maskiert, bevor sie diesen Browser verlassen.",
  "own.send": "An die Teamleitung senden",
  "own.cancel": "Abbrechen",
  "own.short": "Schreiben Sie erst ein paar Worte.",
  "own.your-reason": "Ihre Begründung:",
  "own.fault.contested": "Sie haben diese Bewertung schon angefochten.|Jede kann einmal angefochten werden.",
  "own.fault.not-scored":
    "Diese Bewertung gibt es nicht mehr, weil die Durchsicht geändert wurde.|Laden Sie die Seite neu.",
  "dispute.open": "Angefochten, noch nicht entschieden",
  "dispute.accepted": "Anerkannt",
  "dispute.kept": "Bewertung bleibt",
  "work.assigned": "Zugewiesen an",
  "work.nobody": "Niemand",
  "work.copy": "Link zum Fall kopieren",
  "work.copied": "Kopiert.",
  "work.not-copied": "Der Browser hat ihn nicht kopiert. Kopieren Sie stattdessen die Adresse der Seite.",
  "work.agent": "Agent: {name}",
  "work.comment": "Kommentar für den Agenten",
  "work.comment.hint": "Der Agent liest ihn mit den Bewertungen. Namen werden wie in der Notiz maskiert.",
  "work.disputes": "Angefochtene Bewertungen",
  "work.agent-said": "Der Agent:",
  "work.sentence": "Ihre Entscheidung zu {name}, in einem Satz an den Agenten",
  "work.new-score": "Neue Bewertung von {name}",
  "work.choose-score": "Wählen Sie erst die neue Bewertung.",
  "work.accept": "Mit neuer Bewertung anerkennen",
  "work.keep": "Bewertung lassen",
  "work.fault.own-score": "Diese Bewertung ist von Ihnen.|Darüber entscheidet jemand anderes aus der Teamleitung.",
  "work.fault.own-reply": "Das ist eine Antwort von Ihnen.|Darüber entscheidet jemand anderes aus der Teamleitung.",
  "work.fault.decided":
    "Jemand anderes aus der Teamleitung hat zuerst entschieden.|Ihre Entscheidung wurde nicht gespeichert; die geltende steht da.",
  "queue.filter.assigned.all": "Zugewiesen oder nicht",
  "queue.filter.disputed.all": "Angefochten oder nicht",
  "queue.disputed": "angefochten, nicht entschieden",
  "queue.assigned": "jemandem zugewiesen",
  "disputes.finding":
    "{open, plural, =0 {Keine angefochtene Bewertung wartet auf eine Entscheidung} one {# angefochtene Bewertung wartet auf eine Entscheidung} other {# angefochtene Bewertungen warten auf eine Entscheidung}}",
  "disputes.lead":
    "Anteil der entschiedenen Anfechtungen, in denen der Agent recht hatte, nach Kriterium. Die Filter ändern ihn nicht.",
  "disputes.none": "Noch wurde keine Bewertung angefochten.",
  "disputes.chart": "Anerkannter Anteil nach Kriterium",
  "col.criterion": "Kriterium",
  "team.agent-names": "Der Teamleitung zeigen, von wem eine Antwort ist",
  "team.agent-names.lead":
    "Aus: Agenten bleiben in der Durchsicht anonym. Ein: Ein Fall nennt seinen Agenten. Listen und Exporte tun das nie.",
  "team.changed.agent-names": "Die Teamleitung sieht die Namen der Agenten.",
  "audit.action.case-assigned": "hat einen Fall zugewiesen",
  "audit.action.score-contested": "hat eine Bewertung angefochten",
  "audit.action.dispute-accepted": "hat eine Anfechtung anerkannt",
  "audit.action.dispute-kept": "hat eine angefochtene Bewertung gelassen"
}
