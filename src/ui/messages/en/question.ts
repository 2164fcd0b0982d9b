/** The agent's own questions about the ticket and the team's pages. */
export const question = {
  question: "Ask",
  "question.aside": "Only you see the answers",
  "question.field": "Ask about this ticket or the pages",
  "question.do": "Ask",
  "question.lead": "Names are replaced before the question leaves the browser. The draft stays as it is.",
  "question.busy": "Looking in the ticket and the pages.",
  "question.sentences": "The nearest sentences. Read whether they answer it.",
  "question.nearest": "No sentence of the pages or the ticket comes near. The nearest page is “{title}”.",
  "question.none": `{count, plural,
    =0 {No sentence of the ticket comes near, and no pages are imported.}
    other {No sentence of the ticket comes near, and no page of # has any of these words.}
  }`
} as const
