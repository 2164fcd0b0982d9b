import type { ToneRuleName } from "../../../ticket/tone-rule-names.ts"

/**
 * What the tone card says of each rule's findings: `why` is one plain sentence about the words. `unknown` stands in for
 * it where all of the finding's data is empty. `fix` is the button's verb, if it is not "Write “...”"; `{text}` is the
 * first line of the fix. Other arguments are the finding's data; a `{language}` is shown by its name.
 */
const rules = {
  "tone.rule.blame.why": "Reads as if it were the customer’s fault.",
  "tone.rule.blank.why": "Still to be filled in or taken out.",
  "tone.rule.coldness.why": "Refuses without a kind word, a reason or a next step.",
  "tone.rule.insult.why": "Insults the customer, or belittles what they wrote.",
  "tone.rule.jargon.why": "A word that only your team uses.",
  "tone.rule.missing-greeting.why": "The first reply begins without a greeting.",
  "tone.rule.missing-greeting.fix": "Begin with “{text}”",
  "tone.rule.over-apology.why": "One apology is enough.",
  "tone.rule.over-apology.fix": "Leave it out",
  "tone.rule.promise.why": "A promise that neither the thread nor a source makes.",
  "tone.rule.shouting.why": "Reads as shouting.",
  "tone.rule.voice-emoji.why":
    "{most, select, 0 {The voice has no emoji.} other {More emoji than the voice allows ({most}).}}",
  "tone.rule.voice-emoji.fix": "Take it out",
  "tone.rule.voice-forbidden.why": "The voice doesn’t say this.",
  "tone.rule.voice-formality.why": "The voice addresses customers with “{form}”.",
  "tone.rule.voice-greeting.why": "The voice begins with “{greeting}”.",
  "tone.rule.voice-greeting.fix": "Begin with “{text}”",
  "tone.rule.voice-length.why":
    "The reply has {unit, select, words {{count, plural, one {# word} other {# words}}} other {{count, plural, one {# character} other {# characters}}}}, and the voice or the channel allows {most}.",
  "tone.rule.voice-length.fix": "Take out thanks and apologies",
  "tone.rule.voice-name.why":
    "The voice greets {naming, select, first {by the first name} full {by the full name} other {without a name}}.",
  "tone.rule.voice-preferred.why": "The voice has another word for it.",
  "tone.rule.voice-sign-off.why": "The voice ends with “{signOff}”.",
  "tone.rule.voice-sign-off.fix": "End with “{signOff}”",
  "tone.rule.wrong-language.why": "The customer writes in {language}.",
  "tone.rule.wrong-name.why": "The customer is called {name}.",
  "tone.rule.wrong-name.unknown": "The customer goes by another name."
} as const satisfies Record<`tone.rule.${ToneRuleName}.why`, string> &
  Partial<Record<`tone.rule.${ToneRuleName}.${"unknown" | "fix"}`, string>>

/** The tone card. */
export const tone = {
  ...rules,
  tone: "Tone of your reply",
  "tone.look": "Check the tone",
  "tone.again": "Check again",
  "tone.count": "{count, number} to review",
  "tone.found": "Tone of your reply: {count, number} to review.",
  "tone.none": "Checks the text in the reply editor. The rules run only in this browser.",
  "tone.model.none": "When you press the button, and after Insert, {model} reads the masked reply too.",
  "tone.model.blame": "{model} finds that it puts the fault on the customer.",
  "tone.model.coldness": "{model} finds it cold.",
  "tone.model.insult": "{model} finds it insulting.",
  "tone.model.jargon": "{model} finds words in it that a customer may not know.",
  "tone.model.over-apology": "{model} finds that it apologises too much.",
  "tone.model.shouting": "{model} finds that it shouts.",
  "tone.model.asking": "{model} is reading it too.",
  "tone.model.done":
    "{model} has read it too.{dropped, plural, =0 {} one { # finding about words that aren’t there was left out.} other { # findings about words that aren’t there were left out.}}",
  "tone.model.late": "{model} took too long, so only the rules have looked. Check again to ask it once more.",
  "tone.model.malformed":
    "The answer of {model} can’t be read, so only the rules have looked. Check again to ask it once more.",
  "tone.model.failed": "{model} couldn’t be asked, so only the rules have looked. Check again to ask it once more.",
  "tone.empty": "The reply editor is empty.",
  "tone.clean": "Nothing to review.",
  "tone.fine": "Fine here",
  "tone.fine.label": "Fine here: “{quote}”",
  "tone.never": "Never again",
  "tone.never.label": "Never again: “{quote}”",
  "tone.decide":
    "“Fine here” applies to this ticket. “Never again” hides the rule in this browser. Leads see which rule, never your words.",
  "tone.hidden": "{count, plural, one {# rule is} other {# rules are}} hidden.",
  "tone.hidden.show": "Show again",
  "tone.fix.write": "Write “{text}”",
  "tone.refused.number": "A number is yours to change: there is no one-click fix.",
  "tone.refused.date": "A date is yours to change: there is no one-click fix.",
  "tone.refused.name": "A name is yours to change, and so is a word that may be one: there is no one-click fix.",
  "tone.refused.link": "A link is yours to change: there is no one-click fix.",
  "tone.refused.negation": "It would change what is refused: there is no one-click fix."
} as const
