/** What the bar says: what happened | what is safe, what to do. */
export const notices = {
  "notice.relay-unreachable":
    "The relay doesn’t answer.|What is kept here still works. Start the relay; this page reconnects by itself.",
  "notice.no-network": "You’re offline.|What is kept here still works.",
  "notice.relay-stopped": `{count, plural,
    =0 {The relay stopped answering.|Nothing was written yet. Regenerate, or write it yourself.}
    one {The relay stopped answering after # sentence.|It’s kept. Regenerate, or finish it yourself.}
    other {The relay stopped answering after # sentences.|They’re kept. Regenerate, or finish it yourself.}
  }`,
  "notice.relay-other-version":
    "The relay is of another version.|Nothing was sent. Update the extension or the relay, so that both match.",
  "notice.policy":
    "Your organisation’s policy doesn’t let anything be sent.|Nothing is lost. It is sent by itself when the policy is corrected.",
  "notice.model-failed": "The model answered with an error.|Nothing is lost. Regenerate, or write it yourself.",
  "notice.model-cut": `{count, plural,
    =0 {The model stopped early.|Nothing was written yet. Regenerate, or write it yourself.}
    one {The model stopped early after # sentence.|It’s kept. Regenerate, or finish it yourself.}
    other {The model stopped early after # sentences.|They’re kept. Regenerate, or finish it yourself.}
  }`,
  "notice.model-silent": `{count, plural,
    =0 {The model stopped responding.|Nothing was written yet. Regenerate, or write it yourself.}
    one {The model stopped responding after # sentence.|It’s kept. Regenerate, or finish it yourself.}
    other {The model stopped responding after # sentences.|They’re kept. Regenerate, or finish it yourself.}
  }`,
  "notice.model-empty": "The model returned an empty answer.|Regenerate, or write it yourself.",
  "notice.model-away":
    "The model has failed several times in a row and isn’t asked for now.|Nothing is lost. Regenerate in a minute, or write it yourself.",
  "notice.model-queue-full":
    "The model is busy, and many drafts wait for it already.|Nothing is lost. Regenerate in a minute, or write it yourself.",
  "notice.budget-cost":
    "Today’s budget for models is used up.|Write it yourself; drafts are available again from 00:00 UTC.",
  "notice.budget-month":
    "This month’s budget for models is used up.|Write it yourself; an admin can raise it in models.yaml.",
  "notice.budget-prepared": "Today’s prepared drafts are used up.|Press Regenerate for a draft of this ticket.",
  "notice.relay-busy": "The relay is busy.|Nothing is lost. Regenerate in a minute.",
  "notice.relay-error":
    "The relay reported a fault.|Nothing is lost. Regenerate; if it happens again, tell whoever runs the relay.",
  "notice.database-down":
    "The relay can’t reach its database.|Nothing is lost. When the database is back, this page continues by itself.",
  "notice.disk-full": "The relay’s disk is full.|Nothing is lost. Whoever runs the relay has to make room.",
  "notice.signed-out-by-relay":
    "The relay signed this browser out.|Your drafts stay here, encrypted. Pair again with a new code.",
  "notice.logged-out":
    "You are signed out of the helpdesk.|Nothing was written. Sign in there, then come back to this ticket.",
  "notice.page-changed":
    "The helpdesk’s page lacks something that was expected: {part}.|Nothing was written. Copy works, and so does “Use the selected text”. Your team’s admin sees it.",
  "notice.page-unfit":
    "The helpdesk’s page has changed. It lacks something that was expected: {part}.|Functions that need it are paused. Copy works, and so does “Use the selected text”. Your team’s admin sees it.",
  "notice.other-ticket": "Another ticket is in front.|Nothing was written. Go back to this ticket, or copy.",
  "notice.newer-message": "{author} wrote again.|Nothing was written. Regenerate to answer it; your edits are kept.",
  "notice.newer-note": "Inserted, but there is a newer internal note on this ticket.|Read it before you send.",
  "notice.not-public":
    "The editor in front may not be a public reply.|Nothing was written. Open the public reply, or copy.",
  "notice.copy-only":
    "Nothing in this helpdesk’s page proves that a reply goes to the customer.|Nothing was written, in case it is an internal note. Copy it, and paste it into the reply.",
  "notice.no-selection": "Nothing is selected on the page.|Select what the customer wrote, then press again.",
  "notice.bad-recipe": "The stored places of this site can’t be used.|Show again where the ticket is.",
  "notice.known-helpdesk": "Replywright reads this helpdesk by itself.|Open a ticket in it.",
  "notice.no-editor": "No reply editor is open.|Nothing was written. Open the reply first, or copy.",
  "notice.no-shown-box":
    "No reply box is where it was shown.|Nothing was written. Open the reply first. If it is open, press “Show again”, or copy.",
  "notice.macros-unreadable":
    "The macros can’t be read right now.|Nothing was written. Try again in a minute, or apply the macro in the helpdesk.",
  "notice.macro-gone":
    "This macro is no longer there, or no longer writes a public reply.|Nothing was written. Choose another one.",
  "notice.macro-there": "This text is already in the reply.|Nothing was written a second time.",
  "notice.not-there":
    "The text is not in the editor.|The editor didn’t take it. Check the editor’s text, then copy and paste.",
  "notice.already-inserted": "What was inserted before has been changed.|Nothing was overwritten.",
  "notice.no-message": "Message {n} isn’t on this page.|Open the ticket’s history, then press it again.",
  "notice.blank-open": `{count, plural,
    one {# blank is open.|Press Insert again to put it in as {blanks}.}
    other {# blanks are open.|Press Insert again to put them in as {blanks}.}
  }`,
  "notice.message-sent": "You have sent the message since.|Nothing was written. Press Insert for the next one.",
  "notice.inserted": "Inserted.|Read it in the reply, then send it yourself.",
  "notice.inserted-unchecked":
    "Inserted, not verified.|Only the rules have checked it. Read it in the reply before you send it.",
  "notice.handed-over": "Hand-over note copied.|Paste it where your colleague reads it.",
  "notice.sentence-added": "Added:|“{words}” {n, number} takes it out again.",
  "notice.sentence-removed": "Removed:|“{words}” {n, number} puts it back.",
  "notice.copied": "Copied.|Paste it into the reply.",
  "notice.copied-unchecked":
    "Copied, not verified yet.|Only the rules have checked it. Look here again before you send it.",
  "notice.copied-open": "Copied, with {things}.|Check the reply before you send it.",
  "notice.copy-failed": "The browser didn’t allow copying.|Press Edit, select the text and copy it yourself.",
  "notice.unreadable":
    "The newest message can’t be read right now.|Nothing was written, because the draft may answer an older one. Copy works.",
  "notice.token-wanted":
    "The helpdesk’s API returned nothing for this ticket.|The card at the top says what to do; or show where the ticket is.",
  "notice.several":
    "This ticket has several conversations, and the page’s address names none.|Show where the ticket is, or use a text that you select.",
  "notice.mask-timeout": "Hiding personal details took too long.|Nothing left the browser. Regenerate to try again.",
  "notice.too-long":
    "This ticket is too long: its newest messages have more than 100,000 characters, or all of them more than a million.|Nothing left the browser. Write this reply yourself.",
  "notice.older-left-out": `{count, plural,
    one {# older message was left out.|The draft was made from the first and the newest messages of this long thread.}
    other {# older messages were left out.|The draft was made from the first and the newest messages of this long thread.}
  }`,
  "notice.too-large":
    "The request is too large for the relay.|Nothing is lost. Write this reply yourself, or shorten what you asked for.",
  "notice.too-many-drafts":
    "You already have six drafts in progress.|Nothing is lost. Regenerate when one of them is ready.",
  "notice.empty-ticket": "This ticket has no text to answer.|Nothing left the browser. Attachments are not read.",
  "notice.store-full":
    "This computer has no room for more drafts.|This draft works until the browser closes. Wipe old drafts in the popup, or free some space.",
  "notice.store-lost":
    "The drafts kept on this computer are gone.|Somebody cleared the browser’s data. Tickets in the helpdesk are as they were.",
  "notice.outcome-taken":
    "The result of ticket {ticket} was not stored.|Its draft or its result belongs to somebody else, or to another ticket. You don’t have to do anything.",
  "notice.may-not-erase":
    "You may not erase this ticket.|Nothing was erased. Agents who asked for a draft on it can, and so can leads and admins; an admin may have limited it to leads and admins.",
  "notice.erased": "Erased.|Drafts and results of this ticket are gone, here and at the relay.",
  "notice.framed-twice":
    "Your team’s last message has {what, select, greeting {two greetings} closing {two sign-offs} other {two greetings and two sign-offs}}.|If the helpdesk greets and signs by itself, say so in the popup, and Insert leaves both out.",
  "notice.site-off": "Replywright is off on this site.|Nothing here is read. Turn it on in the popup.",
  "notice.switched-off":
    "{by, select, policy {Your organisation} other {Your team}} has switched Replywright off here.|Nothing of this ticket is stored or sent. The rule: {when}.",
  "notice.model-off":
    "{by, select, policy {Your organisation} other {Your team}} has switched models off for this ticket.|Drafts are written without one. The rule: {when}.",
  "notice.stale": "{author} wrote again, {ago}.|Insert is off, because this draft doesn’t answer it.",
  "notice.stale.edited":
    "{author} wrote again, {ago}.|Insert is off, because this draft doesn’t answer it. Your edits are kept.",
  "notice.offline": "You’re offline.|The draft from {time} still works.",
  "notice.no-relay": "The relay doesn’t answer.|The draft from {time} still works.",
  "notice.waiting": `{count, plural,
    one {# result is reported when the connection is back.}
    other {# results are reported when the connection is back.}
  }`,
  "notice.failed": `{count, plural,
    =0 {There is no draft.|Nothing was written. Regenerate, or write it yourself.}
    one {The draft stopped early after # sentence.|It’s kept. Regenerate, or finish it yourself.}
    other {The draft stopped early after # sentences.|They’re kept. Regenerate, or finish it yourself.}
  }`,
  "notice.stopped": "Stopped.|What is written is kept. Regenerate, or finish it yourself.",
  "notice.preparing-unused":
    "Ten prepared drafts in a row went unused, so only summaries are prepared.|Press Regenerate for a draft.",
  "notice.preparing-budget":
    "Today’s prepared drafts are used up.|Press Regenerate for a draft of this ticket. They go on at 00:00 UTC.",
  "notice.preparing-policy": "Your organisation has switched off prepared drafts.|Press Regenerate for one.",
  "notice.preparing-team": "Prepared drafts are switched off for this team.|Press Regenerate for one.",
  "notice.preparing-rule": "Prepared drafts are switched off for this ticket.|Press Regenerate for one.",
  "notice.preparing-choice": "Drafts are not prepared.|Press Regenerate for one.",
  "notice.rejected": "Noted: not useful.|The draft stays. A reason helps to make the next one better.",
  "notice.unrejected": "Taken back.|Nothing is reported.",
  "notice.reply-sent": "The reply to this draft has been sent.|What you noted is unchanged.",
  "notice.not-ready": "That draft isn’t ready for this.|Nothing was changed. Try again when it’s written.",
  "notice.locked": "Your drafts are locked.|Nothing was changed. They open by themselves when the relay answers.",
  "notice.policy-broken":
    "Your organisation’s policy can’t be understood.|Nothing was changed. Replywright continues by itself when the policy is corrected.",
  "notice.no-answer": "The extension didn’t answer.|Nothing was changed. Try again.",
  "notice.other": "That didn’t work.|{message}",
  "notice.somebody": "The customer",
  "notice.something": "a part of the ticket"
} as const
