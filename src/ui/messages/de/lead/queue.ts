import type { queue as english } from "../../en/lead/queue.ts"
import type { Translation } from "../../translation.ts"

/** The queue of the review page: its orders, filters and samples. */
export const queue: Translation<typeof english> = {
  "queue.risk": "Risiko",
  "queue.disagreement": "Uneinigkeit",
  "queue.sample": "Stichprobe",
  "queue.none-risky": "Keine Fälle mit Risiko.",
  "signal.contradicted": "widerspricht einer Quelle",
  "signal.promise": "Zusage",
  "signal.angry": "verärgerter Kunde",
  "signal.unverified": "nicht belegt",
  "signal.heavy-edit": "starke Änderung",
  "signal.disagreement": "Uneinigkeit",
  "signal.money": "Geld",
  "queue.filter": "Filtern",
  "queue.filter.signal": "Grund hinzusehen",
  "queue.filter.signal.all": "Jeder Grund hinzusehen",
  "queue.filter.result": "Ergebnis",
  "queue.filter.result.all": "Jedes Ergebnis",
  "queue.filter.topic": "Schlagwort",
  "queue.filter.topic.all": "Jedes Schlagwort",
  "queue.filter.intent": "Anliegen",
  "queue.filter.intent.all": "Jedes Anliegen",
  "queue.filter.article": "Quelle",
  "queue.filter.article.all": "Jede Quelle",
  "queue.filter.from": "Von Tag",
  "queue.filter.to": "Bis Tag",
  "queue.filter.text": "Wörter in Betreff, Entwurf oder Antwort",
  "queue.filter.text.hint": "Ganze Wörter. Namen darin werden maskiert, bevor etwas diesen Browser verlässt.",
  "queue.filter.search": "Suchen",
  "queue.intent": "Anliegen {name}",
  "queue.words": "Wörter: {text}",
  "queue.in-sample": "eine Stichprobe",
  "sample.choose": "Stichprobe",
  "sample.none": "Keine Stichprobe",
  "sample.choice": "{day}, {by}: {reviewed, number} von {size, number} durchgesehen",
  "sample.draw": "Stichprobe von {size, number} ziehen",
  "sample.lead":
    "Zufällig aus den gefilterten Fällen mit Entwurf gezogen, riskante so viele wie andere. Jeder Fall zählt für ähnliche mit, daher gilt die Schätzung für alle.",
  "sample.estimate": "{verdict}: {share} ({interval})",
  "sample.of": "Geschätzt für {cases, plural, one {# Fall} other {# Fälle}}, mit 95-%-Intervallen.",
  "sample.more":
    "{count, plural, one {Für eine Schätzung fehlt noch # Durchsicht.} other {Für eine Schätzung fehlen noch # Durchsichten.}}",
  "audit.action.sample-drawn": "hat eine Stichprobe von Fällen gezogen"
}
