/** Words of the model's that nobody gave, and orders to a machine in what the customer wrote. */
export const guard = {
  "summary.orders": "Careful",
  "summary.orders.text": "This message contains instructions to a machine.",
  "mark.foreign": "not given",
  "mark.foreign.long": "Not given: {why} Insert waits. Go to check {n}",
  "mark.unnamed": "unnamed page",
  "mark.unnamed.long": "Unnamed page: {why} Go to check {n}",
  "foreign.hidden": "This contains invisible characters.",
  "foreign.image": "An image, which lets its server know when the mail is read.",
  "foreign.script": "A script, which has no place in a reply.",
  "foreign.link": "This link is not in the ticket and not in any source.",
  "foreign.look-alike": "This link only looks like one of the ticket or a source.",
  "foreign.email": "This e-mail address is not in the ticket and not in any source.",
  "foreign.phone": "This phone number is not in the ticket and not in any source.",
  "foreign.account": "This account to pay to is not in the ticket and not in any source.",
  "foreign.wallet": "This address for crypto money is not in the ticket and not in any source.",
  "foreign.spelled": "A number or an address in words that is not in the ticket and not in any source.",
  "foreign.messenger": "This messenger contact is not in the ticket and not in any source.",
  "foreign.portal": "It sends the customer to search for a page to log in to.",
  "foreign.secret-request":
    "It asks for a password, a code, a sign-in link or card data. Never ask a customer for these.",
  "foreign.remote-control": "It asks the customer to give somebody control of their computer. No source says to.",
  "foreign.payment": "It asks for a payment that can’t be traced or taken back. No source offers this way to pay.",
  "foreign.mixed-script": "Some letters of this word come from another alphabet and only look right.",
  "foreign.blob": "Encoded text that is not in the ticket and not in any source.",
  "foreign.prompt": "It speaks of the instructions to the model.",
  "foreign.control":
    "The model wrote this for itself: the end of its answer, its thoughts or the call of a tool. It is no part of a reply.",
  "foreign.internal": "This is only in an internal note.",
  "foreign.page": "Neither the ticket nor a source names this page, although its host is known.",
  "foreign.waits": "Insert waits until you change it, remove it or keep it as your own words.",
  "tally.foreign": "{count, number} not given",
  "tally.unnamed": "{count, plural, one {# unnamed page} other {# unnamed pages}}",
  "holds.foreign": "{count, plural, one {# suspicious passage} other {# suspicious passages}}",
  "holds.contradicts": "{count, plural, one {# contradiction} other {# contradictions}}",
  "holds.needs-approval":
    "{count, plural, one {# sentence that needs approval} other {# sentences that need approval}}",
  "holds.no-source":
    "{count, plural, one {# date or amount that nobody gave} other {# dates or amounts that nobody gave}}",
  "holds.denied": "{count, plural, one {# denied sentence} other {# denied sentences}}",
  "off.insert.holds": `{count, plural,
    one {Insert waits: the draft has {things}. Change it, remove it, or keep it as your own words. Copy works}
    other {Insert waits: the draft has {things}. Change them, remove them, or keep them as your own words. Copy works}
  }`,
  "say.holds.inserted": "In what you inserted: {things}.|Look at the reply again before you send it.",
  "notice.guard-open": `{count, plural,
    one {Insert waits for # passage.|Change it, remove it, or keep it as your own words. Copy works.}
    other {Insert waits for # passages.|Change them, remove them, or keep them as your own words. Copy works.}
  }`,
  "notice.guard-failed": "The guard could not check this draft.|Nothing was written. Try again; Copy works."
} as const
