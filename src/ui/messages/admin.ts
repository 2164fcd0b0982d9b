import type { Entry } from "./t.ts"

/** The admin page. */
export const admin = {
  "admin": "Admin", "admin.open": "Open admin page", "admin.person": "Admin as {name}", "admin.to": "To the admin page", "admin.again": "Try again", "admin.loading": "Asking the relay.",
  "admin.gate": "This page is for admins: pair with an admin’s code", "admin.gate.lead": "Here models are tested, pairing codes made, and people signed out. Whoever runs the relay makes the first code; it works once, for ten minutes.",
  "admin.revoked": "The relay signed the admin out. Pair again with an admin’s code", "pair.not-admin": "That code is no admin’s. Ask whoever runs the relay for an admin’s code.", "pair.revoked": "That code was taken back. Ask for a new one.", "pair.name-taken": "Somebody else has paired under that name meanwhile. Ask for a new code.",
  "admin.fault.not-allowed": "This page is for admins.|Pair with an admin’s code.", "admin.fault.signed-out": "The relay signed the admin out.|Pair again with an admin’s code.",

  "role.agent": "agent", "role.lead": "lead", "role.admin": "admin",

  "people": "People", "people.lead": "Everybody who has paired with this relay, and the browsers that are signed in as them.",
  "people.browser": "{device}, since {since}, until {until}", "people.browser.here": "this browser, since {since}, until {until}", "people.browser.unnamed": "a browser", "people.none": "No browser is signed in",
  "people.out": "Sign out everywhere", "people.out.nothing": "No browser is signed in as this person",
  "people.sure": { one: "Sign {name} out of {count} browser? Drafts kept there stay, encrypted, and open again after pairing as the same person.", other: "Sign {name} out of {count} browsers? Drafts kept there stay, encrypted, and open again after pairing as the same person." },
  "people.sure.own": "This is you. This page closes at once, and only an admin’s code opens it again.", "people.sure.last": "This is you, and no other admin is signed in. This page closes at once; a new code then comes only from the relay’s machine: npm run relay -- pair --role admin --name NAME",
  "people.do": "Sign out", "people.keep": "Keep signed in",
  "people.done": { zero: "Nothing was signed in as {name} any more.", one: "{name} is signed out of {count} browser.", other: "{name} is signed out of {count} browsers." },

  "codes": "Pairing codes", "codes.lead": "A code pairs one browser with one person, once.", "codes.name": "Name", "codes.role": "Role", "codes.make": "Make a code", "codes.no-name": "Say whom the code is for.",
  "codes.whose": "{name}, {role}, has paired already. Whose code is this?", "codes.whose.same": "This is the same person’s further browser. It gets their sign-in and opens the drafts that their browsers keep.",
  "codes.whose.other": "This is another person: choose another name", "codes.whose.which": "Say whether this is the same person or another one.", "codes.other-name": "Give the other person a name of their own, such as “Kim B.”.",
  "admin.fault.name-taken": "Somebody has paired under this name meanwhile.|Say whose code it is, then make it.",
  "codes.role.agent": "agent: drafts replies", "codes.role.lead": "lead: also reviews", "codes.role.admin": "admin: also this page",
  "codes.made": "Code for {name}, {role}:", "codes.once": "Shown here only once, and good until {time}, for {minutes} minutes.", "codes.known": "{name}, {role}, is known already: this pairs another browser of theirs.",
  "codes.copy": "Copy the code", "codes.copied": "Copied.", "codes.copy-failed": "The browser didn’t allow copying. Select the code and copy it yourself.", "codes.hide": "Hide it",
  "codes.open": "Open codes", "codes.none": "No code is open.", "codes.until": "good until {time}", "codes.revoke": "Revoke", "codes.revoked": "The code for {name} is revoked.",

  "models": "Models", "models.lead.file": "As models.yaml names them. To change them, change the file and start the relay again.",
  "models.lead.environment": "As MODEL_BASE_URL and MODEL_NAME say. Several models are named in a models.yaml.",
  "models.offline": "Offline drafter", "models.offline.lead": "Asks no model.", "models.at": "{model} at {host}", "models.price": "{in} in, {out} out, for a million tokens", "models.free": "no price set",
  "models.task": "{task}, asked as number {place}", "models.task.none": "Asked for nothing.", "models.test": "Test", "models.testing": "Asking for twenty words.",
  "models.test.lead": "A test asks a model for twenty words. Nothing of a ticket goes out, and nobody’s budget is used.",
  "models.works": "Works: first text after {time}, {count} tokens a second.", "models.works.at-once": "Works: first text after {time}, all of it at once.", "models.fails": "Doesn’t work. {why}",
  "task.draft": "drafts", "task.summary": "summaries", "task.tone": "tone", "task.judge": "judging", "task.embed": "finding pages by meaning",
  "models.vectors": "{done} of {of} public passages have a vector of {model}.", "models.vectors.trouble": "Pages are found by their words alone for now: {why}",

  "team": "For the team", "team.preparing": "Prepare drafts when tickets open", "team.preparing.lead": "Off: nobody’s drafts are made before they ask, whatever they chose. Asking for a draft still works. Browsers notice within an hour.",
  "team.per-day": "Prepared drafts, a person and day", "team.per-day.lead": "Empty: {usual}, as the relay is started with. The day ends at 00:00 UTC.", "team.per-day.wrong": "Give a whole number from 1 to 100,000, or leave it empty.",
  "team.erasing": "Who may erase a ticket",
  "team.erasing.everyone": "everybody", "team.erasing.drafters": "who drafted on it, leads and admins", "team.erasing.leads": "leads and admins",
  "team.erasing.lead": "Erased drafts, replies and reviews can’t be brought back by anybody. The audit notes who erased which ticket.",
  "team.hash-sites": "Hash the addresses of helpdesks",
  "team.hash-sites.lead": "On: browsers send a keyed hash of a helpdesk’s address in its place, and what is kept already is hashed. Leads see a mark instead of the address.",
  "team.save": "Save", "team.saving": "Saving.", "team.same": "Nothing is changed", "team.saved": "Saved.", "team.by": "Last changed by {name}, {when}.",
  "team.changed": "{name} changed these settings first. Nothing of yours was saved.", "team.changed.on": "Theirs: prepared drafts on, {limit} a day.", "team.changed.off": "Theirs: prepared drafts off.",
  "team.changed.erasing": "Erasing: {who}.", "team.changed.hash-sites": "Addresses of helpdesks are hashed.",
  "team.theirs": "Take theirs", "team.mine": "Save mine instead", "team.somebody": "Another admin",
  "team.kept": "Drafts and replies are kept at the relay", "team.kept.days": { one: "{count} day", other: "{count} days" }, "team.money": "Money for models, a person and day", "team.money.none": "no bound",
  "team.read-only": "Set where the relay is started: RETENTION_DAYS, and budgets in models.yaml.",

  "usage": "What models took", "usage.lead": "Days in UTC, {from} to {to}.", "usage.period": "Period", "usage.days": "last {count} days", "usage.none": "No model was asked in these days.",
  "usage.task": "By task", "usage.model": "By model", "usage.person": "By person", "usage.name.task": "Task", "usage.name.model": "Model", "usage.name.person": "Person", "usage.relay": "the relay itself",
  "usage.who": "{name}, {role}", "usage.requests": "Requests", "usage.in": "Tokens in", "usage.out": "Tokens out", "usage.cost": "Cost", "usage.all": "Altogether",
  "usage.estimated": { one: "{count} request is counted by an estimate: its server told no tokens.", other: "{count} requests are counted by an estimate: their servers told no tokens." },

  "audit": "Audit", "audit.lead": "Who did what, newest first: ids and settings, never text of a ticket. Entries can’t be changed.",
  "audit.kept": { one: "An entry is deleted after {count} day.", other: "An entry is deleted after {count} days." },
  "audit.show": "Show entries", "audit.hide": "Hide entries", "audit.action": "What was done", "audit.all": "Everything", "audit.from": "From", "audit.to": "To",
  "audit.when": "When", "audit.who": "Who", "audit.what": "What", "audit.ids": "Ids and settings", "audit.more": "Older entries", "audit.loading": "Asking the relay.",
  "audit.none": "Nothing was noted yet.", "audit.none-such": "No entry fits. Choose other days, or everything.", "audit.somebody": "somebody who is no longer known",
  "audit.count": { one: "{count} entry shown", other: "{count} entries shown" },
  "audit.action.code-made": "made a pairing code", "audit.action.code-revoked": "took a pairing code back", "audit.action.paired": "paired a browser",
  "audit.action.signed-out-everywhere": "signed somebody out everywhere", "audit.action.exported": "exported", "audit.action.review-saved": "saved a review",
  "audit.action.finding-settled": "settled a finding", "audit.action.finding-reopened": "opened a finding again", "audit.action.ticket-erased": "erased a ticket",
  "audit.action.settings-changed": "changed the team’s settings", "audit.action.masking-rules-changed": "changed the masking rules",
  "audit.action.model-tested": "tested a model", "audit.action.import-asked": "asked for an import", "audit.action.import-cancelled": "stopped an import",
  "audit.action.file-imported": "imported a file", "audit.action.import-scheduled": "set a source’s schedule", "audit.action.hook-set": "made a webhook’s secret",
  "audit.action.hook-removed": "removed a webhook", "audit.action.source-removed": "removed a source",

  "unmasked": "Refused by the relay’s second look", "unmasked.lead": "Requests in which a browser had left something unmasked. Nothing of them was stored. Days in UTC.", "unmasked.none": "No request with something unmasked came in these days.",
  "unmasked.day": "Day", "unmasked.card": "With a card number", "unmasked.iban": "With an IBAN", "unmasked.email": "With an e-mail address"
} as const satisfies Record<string, Entry>
