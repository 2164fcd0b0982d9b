/** The admin page's card of the team's voices. */
export const voices = {
  voices: "Voices",
  "voices.lead":
    "How replies sound, by brand, group, language and channel. Each change is a version, and drafts that are written after it show a new version of the pipeline.",
  "voices.none": "There is no voice. Drafts are written as without one.",
  "voices.list": "Voices of the team",
  "voices.of": "{of}, version {version}, since {time}.",
  "voices.of.all": "All tickets, version {version}, since {time}.",
  "voices.show": "Show the text",
  "voices.remove": "Take out",
  "voices.sure": "Drafts are no longer written in it. Its versions stay.",
  "voices.do": "Take it out",
  "voices.keep": "Keep it",
  "voices.removed": "{name} is taken out.",
  "voices.learn": "Learn from replies",
  "voices.learning": "Reading the replies.",
  "voices.learn.hint":
    "Proposes a voice from the solved tickets that are imported. Nothing is stored before you edit and store it.",
  "voices.learn.none": "No solved ticket is imported yet. Import some in the card “Knowledge” of this page first.",
  "voices.learn.found": "{language}: {replies, plural, one {# reply} other {# replies}}.",
  "voices.learn.few":
    "{language}: {replies, plural, one {# reply} other {# replies}}. At least {needed, number} are needed, so no voice is proposed.",
  "voices.learn.take": "Edit the proposal",
  "voices.source": "Text of a voice (YAML)",
  "voices.source.hint": "Paste a file. One with the name of a voice in the list replaces it.",
  "voices.unsaved": "Store the text below first, or empty the field: the proposal would replace it.",
  "voices.source.none": "Paste the text of a voice.",
  "voices.mistakes": "It isn’t stored:",
  "voices.save": "Store the voice",
  "voices.saving": "Storing it.",
  "voices.preview": "Preview",
  "voices.preview.writing": "Writing the letters.",
  "voices.preview.done":
    "{letters, plural, =0 {No sample ticket has a letter in this voice.} one {# letter in this voice.} other {# letters in this voice.}}{old, select, yes { The text was changed since: press Preview again.} other {}}",
  "voices.preview.mistakes": "It can’t be previewed:",
  "voices.preview.of": "Preview of {name}",
  "voices.preview.of.text": "Preview of the text, {name}",
  "voices.preview.how":
    "Written without a model, from the sample shop’s pages. Nothing is stored or counted, and the voice counts here whatever brand and group it is for.",
  "voices.preview.about":
    "{language}, {channel, select, mail {e-mail} chat {chat} messaging {messaging} social {in public} other {{channel}}}, from {requester}.",
  "voices.preview.asked": "The customer’s message",
  "voices.preview.without": "Without the voice",
  "voices.preview.with": "With the voice",
  "voices.preview.same": "The voice changes nothing in this letter.",
  "voices.preview.clean": "The voice’s check finds nothing in it.",
  "voices.preview.findings": "The voice’s check finds:",
  "voices.preview.times": "({times, number} times)",
  "voices.saved": "{name} is stored as version {version}."
} as const
