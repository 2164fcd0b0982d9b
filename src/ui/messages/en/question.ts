/** The agent's own questions about the ticket and the team's pages. */
export const question = {
  question: "Ask",
  "question.aside": "Only you see the answers",
  "question.field": "Ask about this ticket or the pages",
  "question.do": "Ask",
  "question.lead": "Names are replaced before the question leaves the browser. The draft stays as it is.",
  "question.busy": "Looking in the ticket and the pages.",
  "question.sentences": "The nearest sentences. Read whether they answer it.",
  "question.unanswered.no-answer": "The model finds no answer in the ticket or the pages. These sentences are nearest.",
  "question.unanswered.failed": "The model didn’t answer. These sentences are nearest; read whether they answer it.",
  "question.by": "By {model}, from public pages and the ticket. Each sentence was checked.",
  "question.add": "Add to reply",
  "question.added": "Added to the draft.",
  "question.not-in-reply": "Not added yet",
  "question.saw": "What the model saw",
  "question.nearest": "No sentence of the pages or the ticket comes near. The nearest page is “{title}”.",
  "question.none": `{count, plural,
    =0 {No sentence of the ticket comes near, and no pages are imported.}
    other {No sentence of the ticket comes near, and no page of # has any of these words.}
  }`
} as const
