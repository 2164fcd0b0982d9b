import { toneExplanations } from "../../../checks/tone/rules/explanations.ts"
import type { ToneRuleName } from "../../../ticket/tone-rule-names.ts"

/**
 * The sentences of the tone rules, which stand in the rules' own folders: `tone.rule.<name>.why` for each rule, and
 * `.unknown` and `.fix` for those that have one. Object.fromEntries doesn't keep the type of the keys.
 */
const ofRules = Object.fromEntries(
  toneExplanations.flatMap(({ rule, why, whyUnknown, fix }) =>
    Object.entries({ why, unknown: whyUnknown, fix })
      .filter(([, sentence]) => sentence !== undefined)
      .map(([part, sentence]) => [`tone.rule.${rule}.${part}`, sentence])
  )
) as Record<`tone.rule.${ToneRuleName}.why`, string>

/** The tone card. */
export const tone = {
  ...ofRules,
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
