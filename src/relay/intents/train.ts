import { trainClassifier, type IntentClassifier, type IntentExample } from "../../intent/classifier/classifier.ts"
import { meaningsOf } from "../../search/synonyms/synonyms.ts"

/** Trains the classifier of the team's intents. It is a file of its own, so that a worker thread loads nothing else. */
export const train = (examples: readonly IntentExample[]): IntentClassifier | undefined =>
  trainClassifier(examples, meaningsOf)
