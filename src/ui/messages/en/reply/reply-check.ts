/** The card that checks what the agent wrote, before it is sent. */
export const replyCheck = {
  "reply-check": "Your reply, checked",
  "reply-check.count": "{count, number} to review",
  "reply-check.do": "Check my reply",
  "reply-check.again": "Check again",
  "reply-check.none":
    "Compares what you wrote in the reply editor with the ticket and the public pages before you send it. It is sent masked, and nothing in the editor changes.",
  "reply-check.checking": "Comparing your reply with the ticket and the pages.",
  "reply-check.failed": "The last check failed. Your reply is as it was; check again.",
  "reply-check.changed": "The text in the editor has changed since. The findings below are about the earlier text.",
  "reply-check.newer": "{author} has written since. This was checked without that message.",
  "reply-check.no-claims": "No sentence of it needs a source.",
  "reply-check.supported": `{count, plural,
    one {# sentence is supported or confirmed.}
    other {# sentences are supported or confirmed.}}`,
  "reply-check.near": `{count, plural,
    one {# sentence shares only some words with the ticket and the pages, or none.}
    other {# sentences share only some words with the ticket and the pages, or none.}}`,
  "reply-check.verifier.none": "No model verifies here: only the rules have checked it.",
  "reply-check.verifier.done": "{model} has verified it.",
  "reply-check.verifier.partly": `{model} has verified it, without {count, plural,
    one {# sentence}
    other {# sentences}}.`,
  "reply-check.verifier.late": "{model} took too long, so only the rules have checked it.",
  "reply-check.verifier.malformed": "{model} gave no usable answer, so only the rules have checked it.",
  "reply-check.verifier.failed": "{model} failed, so only the rules have checked it.",
  "reply-check.verifier.unreliable":
    "{model} didn’t notice a false sentence in its test, so only the rules have checked it.",
  "reply-check.show": "Show in the source",
  "reply-check.show.of": "Show in the source {title}",
  "reply-check.hide.of": "Hide the source {title}",
  "reply-check.source": "{n}: {title}",
  "reply-check.hide": "Hide the source",
  "reply-check.resting": "Check my reply by itself",
  "reply-check.resting.lead":
    "When your text has rested for two seconds and the panel is in view, your reply is sent masked and checked, at most every ten seconds.",
  "notice.reply-empty": "There is no text in the reply editor to check.|Write something first.",
  "notice.reply-long": "The reply is longer than 20,000 characters.|Shorten it, then check again.",
  "notice.reply-note": "This may not be a public reply.|Notes are not checked."
} as const
