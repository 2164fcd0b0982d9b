import type { BrokenPage } from "./contract.ts"

const MAIL = "zendesk mail thread with a note"

/** Pages of every helpdesk, each renamed in one place, as a vendor's redesign does it. */
export const brokenPages: BrokenPage[] = [
  ["ticket number", "sample 1001, public", "data-ticket-id", "data-ticket"],
  ["reply editor", "sample 1001, public", 'name="text"', 'name="words"'],
  ["public marker", "sample 1001, public", 'name="visibility"', 'name="audience"'],

  ["ticket number", "request-tracker reply-plain", /id="page-display"|name="id"/, 'id="other"'],
  ["reply editor", "request-tracker reply-plain", 'name="UpdateContent"', 'name="Content"'],
  ["public marker", "request-tracker reply-plain", 'name="UpdateType"', 'name="Type"'],
  ["public marker", "request-tracker reply-plain", /value="(?:response|private)"/, 'value="other"'],
  ["messages", "request-tracker refund", "data-transaction-id", "data-transaction"],
  ["messages", "request-tracker refund", /class="transaction\b/, 'class="entry'],
  ["messages", "request-tracker 6, reply in rich text", "data-transaction-id", "data-transaction"],
  ["messages", "request-tracker 6, reply in rich text", 'class="transaction', 'class="entry'],
  ["reply editor", "request-tracker 6, reply in plain text", 'name="UpdateContent"', 'name="Content"'],
  ["public marker", "request-tracker 6, reply in rich text", 'name="UpdateType"', 'name="Type"'],

  ["ticket pane", "redmine refund", "priority-default details", "priority-default"],
  ["subject", "redmine refund", 'class="subject"', 'class="title"'],
  ["requester", "redmine refund", 'class="author"', 'class="by"'],
  ["messages", "redmine refund", "has-notes", "has-words"],
  ["author", "redmine refund", "note-header", "note-top"],
  ["reply editor", "redmine reply-open", 'name="issue[notes]"', 'name="issue[words]"'],

  ["ticket pane", MAIL, "data-ticket-id", "data-ticket"],
  ["subject", MAIL, "omni-header-subject", "omni-header-title"],
  ["messages", MAIL, /omni-log-(?:comment-item|message-content)/, "log-entry"],
  ["time", MAIL, "timestamp-", "moment-"],
  ["reply editor", MAIL, "omnicomposer-rich-text-ckeditor", "omnicomposer-lexical"],
  ["public marker", MAIL, "omnichannel-channel-switcher-button", "channel-menu"],
  ["public marker", MAIL, "data-channel=", "data-way="],

  ["ticket pane", "front, inbox", 'data-testid="conversation"', 'data-testid="thread"'],

  ["messages", "freescout, reply", 'id="conv-layout-main"', 'id="main"'],
  ["subject", "freescout, reply", "conv-subjtext", "subject"],
  ["message text", "freescout, reply", "thread-content", "content"],
  ["author", "freescout, reply", "thread-person", "person"],
  ["time", "freescout, reply", "thread-date", "date"],
  ["ticket number", "freescout, reply", 'name="conversation_id"', 'name="conversation"'],
  ["public marker", "freescout, reply", 'name="is_note"', 'name="note"'],
  ["reply editor", "freescout, reply", "note-editable", "editable"],

  ["subject", "osticket, reply, plain text", "tixTitle", "title"],
  ["requester", "osticket, reply, plain text", "-name", "-label"],
  ["messages", "osticket, reply, plain text", 'id="ticket_thread"', 'id="thread"'],
  ["message id", "osticket, reply, plain text", 'name="entry-', 'name="post-'],
  ["message text", "osticket, reply, plain text", "thread-body", "text"],
  ["time", "osticket, reply, plain text", "<time datetime", "<time title"],
  ["ticket number", "osticket, reply, plain text", "sticky bar", "bar"],
  ["public marker", "osticket, reply, plain text", 'name="a"', 'name="action"'],
  ["reply editor", "osticket, reply, plain text", 'name="response"', 'name="text"'],

  ["ticket pane", "zammad, e-mail reply", "content_permanent_Ticket-", "pane-"],
  ["messages", "zammad, e-mail reply", "ticket-article-item", "article-item"],
  ["public marker", "zammad, e-mail reply", 'name="internal"', 'name="hidden"'],
  ["public marker", "zammad, e-mail reply", "is-public", "public"],
  ["public marker", "zammad, e-mail reply", 'name="to"', 'name="recipients"'],
  ["reply editor", "zammad, e-mail reply", 'data-name="body"', 'data-name="text"'],
  ["messages", "zammad's second interface, composer open", "article-bubble-container-", "bubble-"],

  ["messages", "chatwoot, reply in rich text", "data-message-id", "data-mail-id"],
  ["messages", "chatwoot, no box", /id="message\d+" data-message-id/, "data-mail-id"],
  ["public marker", "chatwoot, reply in rich text", "--translate-x", "--shift"],
  ["reply editor", "chatwoot, reply in rich text", "reply-box__top", "top"],
  ["reply editor", "chatwoot, reply in rich text", /reply-box\b/, "box"],

  ["messages", "freshdesk, editor open", "ticket-details__item", "conversation__item"],
  ["messages", "freshdesk, editor closed", "ticket-details__item", "conversation__item"],
  ["reply editor", "freshdesk, editor open", /fr-element|active-editor/, "fr-area"],

  ["ticket pane", "gmail, reply", 'role="main"', 'role="region"'],
  ["ticket number", "gmail, reply", "data-legacy-thread-id", "data-thread"],
  ["messages", "gmail, reply", /data-(?:legacy-)?message-id/, "data-mail"],
  ["messages", "gmail, reply", 'role="listitem"', 'role="article"'],
  ["message text", "gmail, reply", "a3s", "text"],
  ["author", "gmail, reply", 'class="gD"', 'class="from"'],
  ["role of the author", "gmail, reply", /og-profile-acct|SignOutOptions/, "account"],
  ["time", "gmail, reply", 'class="g3"', 'class="date"'],
  ["public marker", "gmail, reply", /class="oL aDm az9"|name="(?:to|cc|bcc)"/, 'class="people"'],
  ["reply editor", "gmail, reply", "g_editable", "editable"],

  ["messages", "intercom, editor in the page", /group\/content-part|data-part-group-id/, "content-part"],
  ["reply editor", "intercom, editor in the page", "embercom-prosemirror-composer-editor", "composer-editor"],

  ["messages", "help scout, editor open", 'aria-label="Thread Items"', 'aria-label="Threads"'],
  ["message id", "help scout, editor open", "thread-900", "thread-x"],
  ["message text", "help scout, editor open", "is-wide-layout", "is-wide"],
  ["reply editor", "help scout, editor open", /Reply Editor|ConvoEditor/, "Editor"],

  ["messages", "hubspot, inbox", "primary-message-", "message-"],
  ["reply editor", "hubspot, inbox", "composer-send-button", "send"],
  ["reply editor", "hubspot, help desk", "composer-send-button", "send"]
]
