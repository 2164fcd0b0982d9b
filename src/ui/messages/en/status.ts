/** The admin page's card "Status". */
export const status = {
  status: "Status",
  "status.lead": "How the relays on this database do. This card asks again every ten seconds.",
  "status.asof": "The information below is from {time}.",
  "status.fine": "This relay is ready, and no model fails.",
  "status.unready": "This relay isn’t ready. {reasons}",
  "status.unready.shutting-down": "The relay is being stopped.",
  "status.unready.database-down": "The database doesn’t answer: is it running, and reachable?",
  "status.unready.database-behind":
    "The database lacks {count, plural, one {# step} other {# steps}} of this version: start the relay again, which does them.",
  "status.unready.silent":
    "No sign of life of this relay has reached the database for {count, plural, one {# second} other {# seconds}}, so other relays take it for dead. Its log says why (relay-beat).",
  "status.silent": `{count, plural,
    one {# relay has stopped answering. Its drafts begin anew when they are asked for again.}
    other {# relays have stopped answering. Their drafts begin anew when they are asked for again.}
  }`,

  "status.relays": "Relays",
  "status.relay": "Relay",
  "status.relay.here": "{id} (this one)",
  "status.state": "State",
  "status.living": "answers",
  "status.dead": "silent since {time}",
  "status.since": "Started",
  "status.version": "Version",
  "status.version.before": "an earlier one",
  "status.streams": "Streams",
  "status.memory": "Memory",
  "status.megabytes": "{count, number} MB",
  "status.unknown": "unknown",

  "status.models": "Models that write",
  "status.models.none": "No model is set up: drafts are joined from articles.",
  "status.model": "Model",
  "status.model.sentence": "{name}: {state}.",
  "status.model.at": "{name} at {id}",
  "status.model.answering": "answers since {time}",
  "status.model.unasked": "not asked since the relay started",
  "status.model.failing": "fails since {time}; it is still asked",
  "status.model.away": `{count, plural,
    =0 {away since {time}; the next draft tries it; until it answers, the next model in the order writes}
    one {away since {time}, tried again in # second; until then the next model in the order writes}
    other {away since {time}, tried again in # seconds; until then the next model in the order writes}
  }`,
  "status.running": "Under way",
  "status.running.of": "{count, number} of {most, number}",
  "status.waiting": "Waiting",

  "status.queues": "What is under way or waits",
  "status.queue.drafts": "Drafts being written",
  "status.queue.running": "Imports running",
  "status.queue.waiting": "Imports waiting",
  "status.queue.deliveries": "Webhook deliveries waiting",
  "status.queue.threads": "Large tickets being read, or waiting for it",

  "status.budgets": "Today’s budgets",
  "status.prepared": "Prepared drafts",
  "status.prepared.used":
    "{count, number} for {people, plural, one {# person} other {# people}}; each may have {most, number}.",
  "status.cost": "Money for models",
  "status.cost.used": "{amount} for {people, plural, one {# person} other {# people}}; each may spend {most}.",
  "status.cost.free": "{amount} for {people, plural, one {# person} other {# people}}; there is no limit.",
  "status.used-up": `{count, plural,
    =0 {Nobody has used up theirs.}
    one {# person has used up theirs.}
    other {# people have used up theirs.}
  }`,

  "status.errors": "Errors of the last 24 hours",
  "status.errors.none": "Nothing failed in the last 24 hours.",
  "status.errors.hour": "By hour",
  "status.errors.code": "By kind",
  "status.hour": "Hour",
  "status.kind.request": "Requests",
  "status.kind.draft": "Drafts",
  "status.kind.model": "Models",
  "status.kind.import": "Imports",
  "status.kind.webhook": "Webhooks",
  "status.what": "What failed",
  "status.how": "How",
  "status.times": "Times",

  pages: "Pages of helpdesks",
  "pages.lead": "Browsers count which parts of a ticket’s page they still recognise. No words, no ticket and no name.",
  "pages.none": "No browser has reported anything yet.",
  "pages.fault":
    "{helpdesk}: “{part}” doesn’t fit since {day}, {browsers, plural, one {# browser} other {# browsers}}, {tickets, plural, one {# ticket} other {# tickets}}.",
  "pages.fine": "{helpdesk}: each part fits, {browsers, plural, one {# browser} other {# browsers}} on {day}.",
  "pages.fits-again": "{helpdesk}: “{part}” didn’t fit from {day} on; it fits again since {again}.",
  "pages.days": "What didn’t fit, by day",
  "pages.day": "Day",
  "pages.helpdesk": "Helpdesk",
  "pages.part": "Part",
  "pages.extension": "Extension",
  "pages.product": "Helpdesk’s version",
  "pages.browsers": "Browsers",
  "pages.tickets": "Tickets",

  corrections: "Corrected selectors",
  "corrections.none": "The relay has no file of corrections. Browsers use the built-in selectors.",
  "corrections.stored": "The relay has the file with the serial {serial, number} of {day}.",
  "corrections.of": "{helpdesk}: {count, plural, one {# selector} other {# selectors}}",
  "corrections.applied": "This browser accepts it: the signature is right, and these selectors are corrected.",
  "corrections.no-key":
    "This browser corrects nothing: it has no key to check the signature with. Set “correctionKey” in the browser’s policy.",
  "corrections.bad-key":
    "This browser corrects nothing: “correctionKey” in the browser’s policy is no public key. It has 44 characters; several are separated by a space.",
  "corrections.no-ed25519":
    "This browser corrects nothing: it is too old to check the signature. Chrome 137 and Firefox 129 can do it.",
  "corrections.bad-signature":
    "This browser corrects nothing: the signature isn’t of its key, or the file was changed after it was signed.",
  "corrections.bad-file":
    "This browser corrects nothing: the signature is right, but this version can’t read the file.",
  "corrections.replayed":
    "This browser corrects nothing: it has accepted serial {accepted, number} before, and this file has serial {serial, number}. Sign it again with a higher one.",
  "corrections.unusable":
    "This browser corrects nothing: “{name}” is no selector, or none that may be corrected in this version.",

  "helpdesk.chatwoot": "Chatwoot",
  "helpdesk.freescout": "FreeScout",
  "helpdesk.freshdesk": "Freshdesk",
  "helpdesk.front": "Front",
  "helpdesk.gmail": "Gmail",
  "helpdesk.help-scout": "Help Scout",
  "helpdesk.hubspot": "HubSpot",
  "helpdesk.intercom": "Intercom",
  "helpdesk.osticket": "osTicket",
  "helpdesk.redmine": "Redmine",
  "helpdesk.request-tracker": "Request Tracker",
  "helpdesk.sample": "Sample helpdesk",
  "helpdesk.taught-page": "Pages read by shown places",
  "helpdesk.zammad": "Zammad",
  "helpdesk.zendesk": "Zendesk"
} as const
