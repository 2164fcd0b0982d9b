/** The words of a letter that no source says, by language. A language that is missing here is not written yet. */
export interface Voice {
  greeting(name: string): string
  closing: string
  courtesy: { sorry: string; again: string; first: string }
  /** The customer writes of something that went wrong. */
  trouble: RegExp
  /** Nothing but thanks, a greeting or an "ok". */
  thanks: RegExp
}

export const VOICES: Record<string, Voice> = {
  en: {
    greeting: (name) => (name ? `Hello ${name},` : "Hello,"),
    closing: "Kind regards",
    courtesy: {
      sorry: "I'm sorry for the trouble.",
      again: "Thank you for getting back to us.",
      first: "Thank you for your message."
    },
    trouble: /\b(?:missing|lost|broken?|breaks|crack(?:ed)?|damaged?|dead|dud|faulty|defect\w*|wrong(?:ly)?|late|delay(?:ed)?|twice|stuck|fail(?:s|ed|ing)?|error|complain\w*|nothing (?:happens|came|here)|annoy\w*|unacceptable|locked out|crash\w*|leak\w*|(?:is|was|does|did|has|have|can|could|are|were|wo|ca)(?:n't|nt| not) (?:arriv|com|work|turn|charg|start|mov|show|print|switch|receiv|got|been|open)\w*)\b/i,
    thanks: /^(?:(?:hi|hello|hey|dear|good (?:morning|afternoon|evening))\b[^.!?\n]{0,30}|(?:ok(?:ay)?|great|perfect|super|wonderful|brilliant|cool|lovely|all (?:good|clear|sorted)|that(?:'s| is| was)? (?:great|perfect|fine|all|it|very kind)|it (?:works|worked)(?: now)?|got it|understood|cheers|thanks|thank you|thx|many thanks|ta)\b[^?\n]{0,80}|(?:(?:kind|best|warm)? ?(?:regards|wishes)|yours|sincerely|bye|have a (?:nice|good|great) \w+)\b.{0,40}|\W*)$/i
  }
}
