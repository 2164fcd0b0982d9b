import { listModels } from "../models/list.ts"
import { StartError } from "../problem.ts"
import { readSettings } from "../settings.ts"
import type { Command } from "./command.ts"

/** Says what the configured endpoint offers and whether the chosen model answers. */
export const modelsCommand: Command = {
  name: "models",
  usage: "  lists the models of MODEL_BASE_URL and tests the one that MODEL_NAME names",
  async run(_args, { environment, print, signal }) {
    const works = await listModels(readSettings(environment), print, signal)
    if (!works) throw new StartError("model", "No draft can be written with this model.")
  }
}
