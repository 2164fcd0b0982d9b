import type { Entry } from "./t.ts"

/** "What the model saw". */
export const saw = {
  "saw": "What the model saw", "saw.back": "Back to the draft", "saw.loading": "Fetching what was sent.",
  "saw.failed": "It can’t be shown right now: {why}", "saw.nothing": "Nothing has left your browser for this ticket.",
  "saw.lead": {
    one: "This is all that left your browser for this ticket, letter by letter, oldest first. {count} detail was replaced; the list of who is who stayed here.",
    other: "This is all that left your browser for this ticket, letter by letter, oldest first. {count} details were replaced; the list of who is who stayed here."
  },
  "saw.reach.words": "In {language}, {found} of 100 words that tell who somebody is are found.",
  "saw.reach.characters": "In {language}, {found} of 100 characters that tell who somebody is are found.",
  "saw.reach.unreliable": "Names in running text are not found reliably in {language}: {found} of 100 characters.",
  "saw.reach.unknown": "Names in running text are not found reliably in this language.",
  "saw.reach.balanced": "That is strict; your team’s balanced mode finds fewer.", "saw.reach.balanced.unknown": "Your team’s balanced mode finds fewer than strict.",
  "saw.reach.mend": "Select a missed one and say so.",

  "saw.kind.draft": "{n}. Draft", "saw.kind.prepared": "{n}. Draft, before you asked", "saw.kind.redraft": "{n}. Draft, changed as you said", "saw.kind.sources": "{n}. Draft, by the sources you chose", "saw.kind.summary": "{n}. Summary",
  "saw.kind.outcome": "{n}. What became of the draft", "saw.kind.reply": "{n}. Your reply without a draft", "saw.kind./v1/knowledge/search": "{n}. Your search", "saw.kind./v1/knowledge/replies": "{n}. Similar tickets and macros", "saw.kind./v1/knowledge/feedback": "{n}. What you put in",
  "saw.kind.other": "{n}. Request",
  "saw.left": "What left your browser", "saw.left.lead": "{time}, {path}",
  "saw.raw": "Exact text as sent", "saw.subject": "Subject", "saw.field": "Field", "saw.tags": "Tags",
  "saw.attachments": "Names of attachments", "saw.query": "What you searched for", "saw.document": "Document, by its id", "saw.use": "Sources put first, by their ids", "saw.not": "Sources left out, by their ids", "saw.instruction": "What to change", "saw.previous": "Draft to change",
  "saw.draft": "Draft as first shown", "saw.sent": "Reply as sent", "saw.note": "Your note",
  "saw.message": "Message {n}, {role}", "saw.role.customer": "requester", "saw.role.agent": "agent", "saw.role.system": "helpdesk",
  "saw.to.system": "instructions", "saw.to.user": "request", "saw.to.assistant": "answer", "saw.part": "Part {n}, {role}", "saw.text": "Text as sent",
  "saw.model": "What was sent to the model",
  "saw.model.none": "No model was asked. The offline drafter on the relay joined sentences of your articles.",
  "saw.model.unknown": "The relay is out of reach, so it can’t tell what it sent.",
  "saw.model.gone": "The relay has nothing of this draft: it never came there, or was deleted since.",
  "saw.model.asking": "Asking the relay.", "saw.model.failed": "The relay couldn’t be asked: {why}",
  "saw.model.summary": "If a model is set up, the relay sent it this thread with instructions for a summary. It keeps no copy of that.",
  "saw.model.knowledge": "No model writes from this. The relay looked it up in what your team knows; where a model that compares meanings is set up, it was given the words too.",
  "saw.model.outcome": "This went to no model. The relay keeps it for the leads of your team.",
  "saw.model.lead": "The relay added instructions and passages, and sent this to {model}.", "saw.model.url": "Sent to {url}",
  "saw.copy": "Copy", "saw.compare": "What changed since {time}", "saw.changes": "What changed", "saw.changes.none": "Nothing in the text differs.",
  "saw.changes.same": { one: "{count} other part is the same.", other: "{count} other parts are the same." },
  "saw.changes.sentences": { one: "{count} sentence the same", other: "{count} sentences the same" },
  "saw.find": "Find in what was sent", "saw.find.none": "Not found", "saw.find.found": { one: "{count} found", other: "{count} found" }, "saw.find.at": "{n} of {of}",
  "saw.find.many": "{n} of the first {of}", "saw.find.next": "Next place", "saw.find.before": "Place before",

  "saw.tip.internal": "From an internal note.", "saw.tip.unknown": "Stands for nothing on this ticket.",
  "saw.type.PERSON": "Name", "saw.type.EMAIL": "E-mail address", "saw.type.PHONE": "Phone number", "saw.type.IBAN": "IBAN", "saw.type.CARD": "Card number", "saw.type.IP": "IP address",
  "saw.type.GOV": "Government number", "saw.type.SECRET": "Password or code", "saw.type.LINK": "Link", "saw.type.LIT": "Text that looks like a placeholder", "saw.type.ADDRESS": "Address",
  "saw.type.PLACE": "Place", "saw.type.ORG": "Organisation", "saw.type.BIRTH": "Date of birth", "saw.type.AGE": "Age", "saw.type.VEHICLE": "Vehicle number", "saw.type.ACCOUNT": "Account number",
  "saw.type.ID": "Customer or device number",

  "mend": "Mend what is replaced", "mend.ask": "Something here should have been replaced? Select it, or type it.", "mend.name": "This is a name", "mend.plain": "This is not",
  "mend.stands": "{kind}:", "mend.leave": "Leave it as it is", "mend.busy": "The draft is being made again",
  "mend.off.none": "Select or type the words first", "mend.off.long": "At most 100 characters", "mend.off.placeholder": "Only words without a placeholder",
  "mend.fixed.lasting": "Cards, accounts, government numbers, passwords and codes are always replaced.", "mend.fixed.note": "What stands only in an internal note never leaves.",
  "mend.fixed.literal": "It looks like a placeholder. If it left as it is, the draft could take it for one.",
  "mend.said": "Said by you", "mend.said.name": "“{word}” is a name", "mend.said.plain": "“{word}” is not", "mend.back": "Take it back",

  "notice.copied-sent": "Copied.|As it left, with its placeholders.", "notice.mended": "Noted.|It counts from the next draft on.",
  "notice.mend-word": "These words can’t be told.|Choose 2 to 100 characters without a placeholder.", "notice.mend-fixed": "This is always replaced.|Nothing was changed.",
  "notice.mend-many": "200 words are told of this ticket.|Take one back first.",

  "saw.stayed.older": { one: "{count} older message between the first and the newest", other: "{count} older messages between the first and the newest" },
  "saw.stayed": "Stayed here", "saw.stayed.notes": { one: "{count} internal note", other: "{count} internal notes" },
  "saw.stayed.attachments": { one: "{count} attachment: {names}", other: "{count} attachments: {names}" },
  "saw.stayed.table": { one: "Who {count} placeholder stands for", other: "Who {count} placeholders stand for" },
  "saw.stayed.nothing": "There was nothing else on this ticket."
} as const satisfies Record<string, Entry>
