/** The cards of checks, sources and macros. */
export const checks = {
  checks: "Checks",
  "checks.count": "{count, number} to review",
  "checks.questions": "{count, plural, one {# question for you} other {# questions for you}}",
  "checks.none": "Nothing to check yet.",
  "checks.refused": "There is no text to check.",
  "checks.writing": `{count, plural,
    one {# sentence checked, nothing to review so far.}
    other {# sentences checked, nothing to review so far.}
  }`,
  "checks.failed": "{count, plural, one {The sentence above is checked.} other {The # sentences above are checked.}}",
  "checks.reckoned": "“{words}” is worked out from {says}. Work it out once more before you send it.",
  "checks.supported": "{count, plural, one {# sentence has a source.} other {# sentences have a source.}}",
  "checks.verified": `{count, plural,
    one {# sentence is verified: a model that sees ticket and sources confirms it.}
    other {# sentences are verified: a model that sees ticket and sources confirms them.}
  }`,
  "checks.cleared": `{count, plural,
    one {A rule had doubted # of them. The model that verifies confirmed it.}
    other {Rules had doubted # of them. The model that verifies confirmed them.}
  }`,
  "checks.checking": `{count, plural,
    one {# sentence is still being checked.}
    other {# sentences are still being checked.}
  }`,
  "checks.unanswered": "{count, plural, other {Not answered:}}",
  "checks.not-found": `{count, plural,
    one {The words of # sentence are in no source. Only its figures, names and links were compared.}
    other {The words of # sentences are in no source. Only their figures, names and links were compared.}
  }`,
  "checks.near": `{count, plural,
    one {# sentence has words of the ticket or a source, which don’t prove it. A dashed number shows where to look.}
    other {# sentences have words of the ticket or a source, which don’t prove them. Dashed numbers show where to look.}
  }`,
  "checks.kept": `{count, plural,
    one {# sentence is kept as your own words.}
    other {# sentences are kept as your own words.}
  }`,
  "checks.no-claims": "No sentence makes a claim.",
  "checks.edited": "Your own sentences are not checked.",
  "checks.remove": "Remove it",
  "checks.keep": "Keep as my own words",
  "checks.blank": "The ticket and the sources don’t say.",
  "checks.blank.name": "{blank}:",
  "why.no-source": "Not in the ticket and not in any source.",
  "why.number": "This number is not in the ticket and not in any source.",
  "why.money": "This amount is not in the ticket and not in any source.",
  "why.duration": "This length of time is not in the ticket and not in any source.",
  "why.date": "This date is not in the ticket and not in any source.",
  "why.link": "This link is not in the ticket and not in any source.",
  "why.name": "This name is not in the ticket and not in any source.",
  "why.language": "Not in the language of the ticket.",
  "why.source-language": "The sources are in another language, so this can’t be compared with them.",
  "why.verifier": "The model that verifies finds nothing in the ticket or the sources that supports this.",
  "why.verifier.contradicts": "The model that verifies says that source {n} says otherwise.",
  "why.verifier.contradicts.ticket": "The model that verifies says that the ticket says otherwise.",
  "why.verifier.other-case": "The model that verifies says that this is right, but not for this customer.",
  "why.verifier.confirmed": "The model that verifies says that the sources support it.",
  "why.verifier.denied": "The model that verifies doubts it too.",
  "why.cleared.negation": "A source seems to say the opposite.",
  "why.cleared.condition": "A source has a condition.",
  "why.needs-approval": "A promise that somebody has to approve.",
  "why.promise-money": "A promise of money that no source allows.",
  "why.promise-refund": "A promise of a refund that no source allows.",
  "why.promise-date": "A promise of a date that no source gives.",
  "why.negation": "Source {n} seems to say the opposite: “{says}”",
  "why.condition": "This says “all” or “always”. Source {n} has a condition: “{says}”",
  "why.contradicts": "Source {n} says otherwise.",
  "why.contradicts.says": "Source {n} says “{says}”.",
  "why.contradicts.ticket": "The ticket says otherwise.",
  "why.contradicts.ticket.says": "The ticket says “{says}”.",
  sources: "Sources",
  "sources.open": "open",
  "sources.none": "No source yet.",
  "sources.none.used": "No source is used.",
  "sources.writing": "Looking for sources.",
  "sources.near": "nearest, not used",
  "sources.found": "found, not used",
  macros: "Macros",
  "macros.find": "Find a macro by its words",
  "macros.loading": "Reading the macros.",
  "macros.found": "{count, plural, =0 {No macro contains these words.} one {# macro.} other {# macros.}}",
  "macros.none": "There is no macro for a public reply.",
  "macros.first":
    "The first {shown, number} of {count, plural, one {# macro} other {# macros}}. Type more words to narrow the list.",
  "macros.more": "The helpdesk has more macros than are searched here. Its own list has all of them.",
  "macros.reading": "Reading the macro.",
  "macros.insert": "Insert this macro",
  "macros.only-text": "Only the text goes in. What else the macro changes is the helpdesk’s own to do."
} as const
