import type { Entry } from "./t.ts"

/** The lead's page on the state of the knowledge. A kind of finding has a name, and a line on what was looked for. */
export const report = {
  "title.knowledge": "Replywright knowledge", "lead.knowledge": "Knowledge",
  "report": "State of the knowledge", "report.looking": "Looking through the knowledge.", "report.looking.at": { one: "Looking through {count} document.", other: "Looking through {count} documents." },
  "report.failed": "The knowledge could not be looked through.", "report.at": { one: "{count} document, looked through {when}.", other: "{count} documents, looked through {when}." }, "report.again": "Look again",
  "report.no-documents": "No articles are imported yet. An admin imports them on the admin page.", "report.clean": "Nothing to mend.", "report.clean.kind": "Nothing of this kind to mend.", "report.none-settled": "Nothing that still stands so is settled.",
  "report.show": "Show", "report.open": "Open ({n})", "report.settled": "Settled ({n})",
  "report.kind": "Kind", "report.kind.all": "All kinds", "report.kind.count": "{kind} ({n})", "report.heading": "{kind}: {n}",

  "report.coverage": "Tickets with and without a page", "report.coverage.share": "{share} of tickets had a page that a draft could quote", "report.coverage.none": "No tickets to tell the coverage from", "report.coverage.few": "Coverage: not enough yet",
  "report.coverage.lead": { one: "{answered} of {count} ticket of the last {weeks} weeks that a draft was asked for.", other: "{answered} of {count} tickets of the last {weeks} weeks that a draft was asked for." },
  "report.coverage.lead.none": "No draft of the last {weeks} weeks is kept.", "report.coverage.with": "Had a page", "report.coverage.without": "Had none", "report.coverage.tickets": "Tickets", "report.coverage.result": "Result",

  "report.trend": "Open findings by day", "report.trend.none": "Findings over time: not enough yet", "report.trend.lead": "The last whole look of each day: open findings, without settled ones.", "report.trend.lead.kind": "The last whole look of each day, of this kind alone: {kind}.",
  "report.trend.few": "The trend shows from the second day on that the knowledge is looked through.", "report.trend.fell": "Findings fell from {from} on {first} to {to} on {last}", "report.trend.rose": "Findings rose from {from} on {first} to {to} on {last}",
  "report.trend.same": { one: "{count} finding on {first}, as many on {last}", other: "{count} findings on {first}, as many on {last}" }, "report.trend.open": "open", "report.trend.day": "Day", "report.trend.findings": "Open findings", "report.trend.coverage": "Tickets with a page",

  "report.kind.contradiction": "Contradictions", "report.lead.contradiction": "Two pages that say the same with another number, date or rule.",
  "report.kind.duplicate": "Said twice", "report.lead.duplicate": "Pages that are nearly the same. A search shows them as one, but each has to be mended by itself.",
  "report.kind.stale": "Out of date", "report.lead.stale": "Old and still quoted, a date gone by, or a price that the product feed knows otherwise.",
  "report.kind.personal-data": "Personal data in articles", "report.lead.personal-data": "People’s names, mailboxes and numbers on pages that everybody may read.",
  "report.kind.missing-language": "Missing translations", "report.lead.missing-language": "Translated, but not into a language that your customers write in.",
  "report.kind.never-quoted": "Never quoted", "report.lead.never-quoted": "Public pages that no draft quotes, from 100 drafts and a month on.",
  "report.kind.dead-link": "Dead links", "report.lead.dead-link": "Links to pages of yours that aren’t there, or that customers can’t open. Links to other hosts are asked for when you press Check links.",
  "report.kind.no-page": "Asked for, and no page", "report.lead.no-page": "Tickets of the last weeks that no page answers, gathered by their words.",
  "report.kind.refused": "Left out by agents", "report.lead.refused": "Pages that agents said “not this one” of, again and again.",

  "report.links": "Check links", "report.links.on": "Asking the links’ hosts, five a second.", "report.links.asking": "Asking for links: {asked} of {of}.",
  "report.links.done": { zero: "No link leads to another host.", one: "{asked} of {count} link to other pages was asked for; what is gone stands under Dead links.", other: "{asked} of {count} links to other pages were asked for; what is gone stands under Dead links." }, "report.links.failed": "The links were not checked.",

  "report.tickets": { one: "Ticket:", other: "Tickets:" }, "report.mend": "To mend it:", "report.since": "Found first on {day}",
  "report.more": "Show {n} more", "report.cut": "The first {shown} of {all} are listed. The others come up as these are mended or settled.",
  "report.settle": "Settle", "report.settle.lead": "Settled until its words change. It stays out of the counts.", "report.note": "Note (optional)", "report.note.masked": "Names are replaced before the note leaves the browser.",
  "report.settle.do": "Settle it", "report.settle.keep": "Keep it open", "report.back": "Take back", "report.saving": "Saving.", "report.settled-by": "Settled by {name}, {when}.", "report.settled-at": "Settled, {when}.", "report.reopened": "Open again.", "report.not-saved": "Not saved."
} as const satisfies Record<string, Entry>
