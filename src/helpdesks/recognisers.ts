import type { Recogniser } from "./recogniser.ts"
import { recogniseRequestTracker } from "./request-tracker/recognise.ts"
import { recogniseSample } from "./sample/recognise.ts"
import { recogniseZendesk } from "./zendesk/recognise.ts"

/** One a helpdesk. */
export const recognisers: readonly Recogniser[] = [recogniseZendesk, recogniseRequestTracker, recogniseSample]
