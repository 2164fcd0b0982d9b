import type { Task } from "../task.ts"
import { guard } from "./guard.ts"
import { mask } from "./mask.ts"
import { report } from "./report.ts"
import { restore } from "./restore.ts"
import { retrieve } from "./retrieve.ts"

/** By the name that is asked for. */
export const tasks: Record<string, Task> = { mask, restore, retrieve, guard, report }
