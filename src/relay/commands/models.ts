import { readModels } from "../../models/read-models.ts"
import { StartError } from "../../runtime/problem.ts"
import { readSettings } from "../../runtime/settings.ts"
import type { Command } from "./command.ts"

/** Prints which endpoints are asked for which tasks, what they offer, and whether each answers. */
export const modelsCommand: Command = {
  async run(_args, { environment, print, signal }) {
    const settings = readSettings(environment)
    const models = readModels(settings, environment)
    if (models.file !== undefined && settings.model !== undefined)
      print("MODEL_BASE_URL is set too; where there is a models.yaml, the file alone counts.")
    const unnamed = settings.model?.name === undefined ? settings.model : undefined
    // It is loaded here, because its client of model servers is large and a running relay needs none of it.
    const { listModels } = await import("../../models/print-models.ts")
    const works = await listModels({ models, unnamed }, print, signal)
    if (!works)
      throw new StartError(
        "model",
        models.file === undefined ? "No draft can be written with this model." : "Not every endpoint answers."
      )
  }
}
