/** The team's masking rules: the admin page, and what the panel says of them. */
export const masking = {
  rules: "Masking",
  "rules.lead":
    "What is replaced before a ticket leaves the browser, for everybody in the team. Browsers take a change up with their next answer from the relay, within five minutes.",
  "rules.on.strict": "Masking: strict",
  "rules.on.balanced": "Masking: balanced",
  "rules.says.strict": "Names, addresses, places and companies are replaced before anything leaves the browser.",
  "rules.says.balanced":
    "Names and addresses are replaced only where they are nearly sure. This is weaker: some leave the browser. An admin can choose strict.",
  "rules.mode": "Mode",
  "rules.mode.strict": "Strict",
  "rules.mode.strict.lead": "Names, addresses, places and companies in running text are replaced as well.",
  "rules.mode.balanced": "Balanced",
  "rules.mode.balanced.lead":
    "Weaker: names and addresses are replaced only where they are nearly sure, so some leave the browser.",

  "rules.keep": "Never replaced",
  "rules.keep.lead":
    "Your own brands, products, addresses, phone numbers and accounts. Those in public articles are taken over with each import; what you take out stays out.",
  "rules.keep.none": "No word yet.",
  "rules.keep.add": "Word that is never replaced",
  "rules.names": "Always replaced, as a name",
  "rules.names.lead": "Names that are missed, such as a rare family name.",
  "rules.names.none": "No name yet.",
  "rules.names.add": "Name that is always replaced",
  "rules.add": "Add",
  "rules.out": "Remove",
  "rules.word.length": "Give 2 to 100 characters.",
  "rules.word.there": "“{word}” is already in the list.",
  "rules.word.other": "“{word}” is in the other list. Remove it there first.",
  "rules.word.full":
    "The list has {most, plural, one {# word} other {# words}}, which is the most it can have. Remove some first.",
  "rules.from.articles": "{count, plural, one {{sort}, from # article} other {{sort}, from # articles}}",
  "rules.from.team": "by {name}",
  "rules.from.agent": "by {name}, an agent",
  "rules.from.new": "not set yet",
  "rules.sort.email": "e-mail address",
  "rules.sort.phone": "phone number",
  "rules.sort.iban": "account",
  "rules.sort.address": "postal address",
  "rules.sort.domain": "host",
  "rules.sort.brand": "brand or product",
  "rules.proposed": "{count, plural, one {# more word in public articles} other {# more words in public articles}}",
  "rules.proposed.lead":
    "They may belong to a person, or occur in only a few articles, so they are masked unless you choose otherwise.",
  "rules.proposed.keep": "Never replace",
  "rules.agents": "Agents may add words",
  "rules.agents.lead": "Each word has its own version, which names who added it, and can be undone.",

  "rules.pattern": "Order numbers",
  "rules.pattern.lead":
    "A regular expression. What it matches is an order number and isn’t masked; cards and accounts are masked anyway. Empty: numbers after a word such as “order” stay.",
  "rules.try": "Try it on a text",
  "rules.try.found": "Finds {found}.",
  "rules.try.nothing": "Finds nothing in it.",
  "rules.pattern.broken":
    "This is not a valid regular expression. Check its brackets, and write \\ before a sign that means itself.",
  "rules.pattern.long": "It is longer than 200 characters. Shorten it.",
  "rules.pattern.empty": "It also finds nothing at all. Let it ask for at least one character, such as \\d'{'4,10'}'.",
  "rules.pattern.nested":
    "A repeated group contains a repetition or a choice, which can take forever to match. Write the group out.",
  "rules.pattern.reference":
    "It refers back to a group (\\1), which can take for ever. Write what is meant a second time.",
  "rules.pattern.many":
    "It can match in too many ways, which can take for ever. Give repetitions a small end, such as \\d'{'4,10'}' for \\d+, up to 64.",
  "rules.pattern.no-digit":
    "It also finds words without a digit, and so names. Ask for a digit, such as \\d'{'4,10'}'.",

  "rules.save": "Set the rules",
  "rules.saving": "Setting them.",
  "rules.saved": "Set.",
  "rules.same": "Nothing is changed",
  "rules.drop": "Drop my changes",
  "rules.changed": "{name} changed the rules first. Nothing of yours was set.",
  "rules.changed.lead": "Theirs is version {version}. Yours would take the place of all of it.",
  "rules.theirs": "Take theirs",
  "rules.mine": "Set mine instead",
  "rules.import": "An import of articles",

  "notice.unmasked-data":
    "The relay found {what} unmasked, and refused the request.|Regenerate masks it again. If it happens again, write it yourself and tell whoever runs the relay.",
  "unmasked.word.card": "a card number",
  "unmasked.word.iban": "an account number",
  "unmasked.word.email": "an e-mail address",
  "unmasked.word.some": "something",
  refused: "Refused results",
  "refused.lead":
    "The relay refused the results of these replies, because something in them was not masked. It stored nothing. They wait here, encrypted.",
  "refused.item": "Ticket {ticket}: {what} stood there unmasked.",
  "refused.mask": "Mask and send",
  "refused.discard": "Discard",
  "refused.busy": "This is being processed",
  "refused.failed": "That didn’t work. The result still waits here; try again.",

  "override.fixed.address":
    "The relay takes no e-mail address but the team’s own. A lead or an admin can put it on the list of words that are never replaced.",
  "review.note.masked": "Names, addresses and numbers in it are replaced before it leaves this browser.",
  "lead.fault.unmasked-data":
    "The relay found a card number, an account or an e-mail address in the note.|Nothing was saved. Take it out, then save again.",

  "rules.team": "Also for the team",
  "rules.team.lead":
    "The word alone goes to the relay, in clear, and from there to the team’s browsers. An admin can take it out again.",

  "rules.versions": "Versions",
  "rules.version": "Version {version}",
  "rules.version.now": "now",
  "rules.by.saved": "{name}, {when}",
  "rules.by.word": "a word by {name}, {when}",
  "rules.by.import": "import of articles, {when}",
  "rules.by.sites": "hashing of sites switched by {name}, {when}",
  "rules.by.undo": "{name} went back to version {of}, {when}",
  "rules.version.added": "Added: {words}.",
  "rules.version.gone": "Removed: {words}.",
  "rules.version.more": "{words} and {count, number} more",
  "rules.version.none": "No word was added or removed.",
  "rules.undo": "Back to version {version}",
  "rules.undo.start": "Back to the beginning",
  "rules.undone": "Version {version} is set again.",
  "rules.undo.typed": "Set or drop your changes first",
  "rules.somebody": "Somebody"
} as const
