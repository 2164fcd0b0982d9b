import type { ImportSourceKind } from "../source/source-kind.ts"
import { feed } from "./feed.ts"
import { files } from "./files.ts"
import { redmine } from "./redmine/redmine.ts"
import { requestTracker } from "./request-tracker/request-tracker.ts"
import { site } from "./site/site.ts"
import { zendesk } from "./zendesk/zendesk.ts"

/**
 * Every kind of place that knowledge comes from. The first that knows an argument opens it.
 * Written by `npm run registries` from the files: don't edit.
 */
export const sourceKinds: readonly ImportSourceKind[] = [zendesk, feed, redmine, requestTracker, site, files]
