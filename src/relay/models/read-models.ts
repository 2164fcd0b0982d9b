import { existsSync } from "node:fs"
import { resolve } from "node:path"
import type { Settings } from "../settings.ts"
import { readModelsFile } from "./file/read-models-file.ts"
import { NO_MODELS, type Endpoint, type Models } from "./models.ts"
import { PATIENCE } from "./stream.ts"

/**
 * The models of `models.yaml` where there is one (in the data folder, or where MODELS_FILE says), else those of the environment.
 * @throws StartError "settings": a sentence for each mistake of the file, with its line
 */
export function readModels(settings: Settings, environment: Record<string, string | undefined>): Models {
  const usual = resolve(settings.data, "models.yaml")
  // npm runs us in the package's folder; INIT_CWD is where the person stands.
  const file = settings.modelsFile === undefined ? usual : resolve(environment["INIT_CWD"] ?? ".", settings.modelsFile)
  return settings.modelsFile !== undefined || existsSync(file) ? readModelsFile(file, environment) : ofEnvironment(settings.model)
}

/** One endpoint and no prices. Without its name only its list can be asked for. */
function ofEnvironment(model: Settings["model"]): Models {
  if (model?.name === undefined) return NO_MODELS
  const { firstByteMs, idleMs, totalMs } = PATIENCE
  const endpoint: Endpoint = {
    kind: "openai-compatible", name: "environment", url: model.baseUrl, model: model.name, key: model.apiKey, price: { in: 0, out: 0 }, firstByteMs, idleMs, totalMs
  }
  return { ...NO_MODELS, endpoints: [endpoint], tasks: { ...NO_MODELS.tasks, draft: [endpoint] } }
}
