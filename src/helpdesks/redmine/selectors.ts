import { correctable, type Correctable } from "../contract/correctable.ts"

/**
 * Markers of Redmine 5 that no translation changes. The text of a ticket can't fake them: what Textile or Markdown let
 * through gets other ids and classes, and is below `.wiki`.
 */
export const redmine = {
  /** In the head of every page, in any theme. */
  product: "meta[name=keywords][content='issue,bug,tracker']",
  issue: ".issue.details",
  signedIn: "#loggedas a.user",
  subject: ".subject h3",
  status: ".status.attribute .value",
  customField: ".attribute[class*=_cf]",
  opened: "p.author",
  description: ".description",
  file: ".attachments a.icon-attachment",
  /** In the details of a note: the file that came with it. */
  noteFile: ".details a[href*='/attachments/']",
  download: "a[href*='/attachments/download/']",
  /** Beside the link of a file. */
  size: ".size",
  note: "#history .journal.has-notes[id^=change-]",
  privateNote: "private-notes",
  noteHead: ".note-header",
  text: ".wiki",
  /** What holds the texts of issue and notes, whatever `text` is corrected to. */
  written: ".wiki",
  textOfHistory: "#history .wiki",
  /** Stands in the place of an issue that isn't there, or isn't shown to this agent. */
  refusal: "#errorExplanation",
  /** The sign that headings get as a link to themselves. */
  anchor: "a.wiki-anchor",
  person: "a.user",
  /** Where people are named. The signed-in person's link in the head of the page shows the login instead. */
  named: "#content a.user, #sidebar a.user",
  /** The link of a time, which leads to the project's activity of that day. */
  day: "a[href*='/activity?from=']",
  /** On the project's own page, one line for each role. */
  roles: ".members.box p",
  notes: "#issue-form textarea[name='issue[notes]']",
  /** Other long texts of the form, but for those that aren't a note. */
  otherNotes: "#issue-form textarea:not([name='issue[notes]'], [name='issue[description]'], [name*=custom_field])",
  /** A row of the list of all issues, or of a project's. */
  listed: "body.controller-issues.action-index table.issues tr.issue",
  listedProject: "td.project a",
  /** Exists only when the project has subprojects, whose issues are then in its list, too. */
  subprojects: "#add_filter_select option[value=subproject_id]",
  /** In the menu of every page's head: sections with a heading each, with all projects last. */
  projects: "#project-jump .projects",
  /** Leads to the next issue of the list that this one was opened from. Its key is the same in every language. */
  next: ".next-prev-links a[accesskey=n]",
  /** Missing for agents who may not write private notes. */
  privateNotes: "[name='issue[private_notes]']",
  /** Surrounds the form on the issue's page. It is missing on the form's own page. */
  closed: "#update[style*='display: none'], #update[style*='display:none']"
}

/** A note is private if it says so, so whatever finds notes is none of them. */
export const redmineCorrectable: Correctable = correctable("redmine", redmine, [
  "issue",
  "subject",
  "status",
  "customField",
  "description",
  "file",
  "size",
  "noteFile",
  "download",
  "text",
  "textOfHistory",
  "anchor",
  "named",
  "day",
  "listed",
  "listedProject"
])
