import type { Entry } from "./t.ts"

/** What the team knows: a draft's sources, the search, similar tickets, macros for a thread. */
export const knowledge = {
  "source.show": "Show passage {n}", "source.hide": "Hide passage {n}", "source.show.of": "Show the passage of {title}", "source.hide.of": "Hide the passage of {title}",
  "source.link": "Open the page", "source.internal": "internal", "source.internal.long": "Internal, never quoted to a customer", "source.changed": "{kind} · changed {date}", "source.changed.on": "changed {date}", "source.version": "version {n}", "source.also": "Also:",
  "source.article": "Article", "source.policy": "Policy", "source.macro": "Macro", "source.ticket": "Solved ticket", "source.product": "Product",
  "source.do": "What to do with {title}", "source.use": "Use this source", "source.not": "Not this one",
  "chosen": "Sources you chose", "chosen.use": "Put first:", "chosen.not": "Left out:", "chosen.back": "Take it back", "chosen.back.long": "Take it back: {title}",
  "notice.choose-many-use": "Ten sources are put first already.|Take one of them back first.", "notice.choose-many-not": "Twenty sources are left out already.|Take one of them back first.",

  "search": "Search the knowledge", "search.find": "Your own words", "search.do": "Search", "search.lead": "All that your team knows. Your words leave masked, when you press Search.", "search.busy": "Searching.",
  "search.found": { zero: "Nothing of {documents} documents fits these words.", one: "The best one of {documents} documents.", other: "The best {count} of {documents} documents." },
  "search.sent-as": "Sent as:", "search.go": "Search the knowledge by your own words",

  "replies.loading": "Asking the relay.", "replies.waits": "Waits until the ticket has been read.",
  "similar": "Similar solved tickets", "similar.fold": "Fold Similar solved tickets", "similar.unfold": "Unfold Similar solved tickets", "similar.none": "No solved ticket is like this one.",
  "similar.found": { one: "{count} ticket.", other: "{count} tickets, the most similar first." }, "similar.good": "rated good", "similar.bad": "rated bad", "similar.asked": "Asked", "similar.answered": "Answered",
  "similar.reply": "Reply to {title}", "similar.insert": "Insert this reply", "similar.copy": "Copy reply", "similar.tags": "Tags:", "similar.link": "Open the ticket",
  "macros.ranked": "For this thread", "macros.ranked.none": "No macro that the relay knows fits this thread.", "macros.all": "All of the helpdesk’s",
  "macros.unfilled": "The helpdesk can’t fill this one now. What is missing is yours to fill.",

  "fault.relay-unreachable": "The relay doesn’t answer. What stands here stays. Try again when it is back.", "fault.relay-stopped": "The relay stopped answering. Try again.",
  "fault.relay-busy": "The relay is busy. Try again in a minute.", "fault.relay-error": "The relay reported a fault. Try again; if it happens again, tell whoever runs the relay.",
  "fault.database-down": "The relay can’t reach its database. Try again when it is back.", "fault.mask-timeout": "Hiding personal details took too long. Nothing left the browser. Try again.",
  "fault.unmasked-data": "The relay found {what} unmasked, and looked nothing up. Take it out, then try again.", "fault.search-empty": "Type what to look for first."
} as const satisfies Record<string, Entry>
