import type { Recogniser } from "./recogniser.ts"
import { recogniseRedmine } from "./redmine/recognise.ts"
import { recogniseRequestTracker } from "./request-tracker/recognise.ts"
import { recogniseSample } from "./sample/recognise.ts"
import { recogniseZendesk } from "./zendesk/recognise.ts"

/** One a helpdesk. */
export const recognisers: readonly Recogniser[] = [recogniseZendesk, recogniseRequestTracker, recogniseRedmine, recogniseSample]
