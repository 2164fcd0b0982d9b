import type { question as english } from "../en/question.ts"
import type { Translation } from "../translation.ts"

/** The agent's own questions about the ticket and the team's pages. */
export const question: Translation<typeof english> = {
  question: "Fragen",
  "question.aside": "Nur Sie sehen die Antworten",
  "question.field": "Frage zu diesem Ticket oder den Seiten",
  "question.do": "Fragen",
  "question.lead": "Namen werden ersetzt, bevor die Frage den Browser verlässt. Der Entwurf bleibt, wie er ist.",
  "question.busy": "Ticket und Seiten werden durchsucht.",
  "question.sentences": "Die ähnlichsten Sätze. Lesen Sie, ob sie die Frage beantworten.",
  "question.unanswered.no-answer":
    "Das Modell findet im Ticket und auf den Seiten keine Antwort. Diese Sätze sind am ähnlichsten.",
  "question.unanswered.failed":
    "Das Modell hat nicht geantwortet. Diese Sätze sind am ähnlichsten; lesen Sie, ob sie die Frage beantworten.",
  "question.by": "Von {model}, aus öffentlichen Seiten und dem Ticket. Jeder Satz wurde geprüft.",
  "question.add": "In die Antwort",
  "question.added": "In den Entwurf übernommen.",
  "question.not-in-reply": "Noch nicht übernommen",
  "question.saw": "Was das Modell sah",
  "question.nearest": "Kein Satz der Seiten oder des Tickets ist ähnlich. Die ähnlichste Seite ist „{title}“.",
  "question.none": `{count, plural,
    =0 {Kein Satz des Tickets ist ähnlich, und es sind keine Seiten importiert.}
    other {Kein Satz des Tickets ist ähnlich, und keine von # Seiten enthält eines dieser Wörter.}
  }`
}
