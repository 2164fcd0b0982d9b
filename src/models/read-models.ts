import { existsSync } from "node:fs"
import { resolve } from "node:path"
import type { Settings } from "../runtime/settings.ts"
import { readModelsFile } from "./file/read-models-file.ts"
import { NO_MODELS, usualAtOnce, type ModelEndpoint, type Models } from "./endpoint/models.ts"
import { PATIENCE } from "./openai/stream-chat.ts"

/**
 * Reads the models from `models.yaml` if the file exists (in the data folder, or at MODELS_FILE), and otherwise from
 * the environment.
 * @throws StartError "settings" with a sentence for each mistake of the file and its line
 */
export function readModels(settings: Settings, environment: Record<string, string | undefined>): Models {
  const usual = resolve(settings.data, "models.yaml")
  // npm runs the command in the package's folder. INIT_CWD is the person's working directory.
  const file = settings.modelsFile === undefined ? usual : resolve(environment["INIT_CWD"] ?? ".", settings.modelsFile)
  return settings.modelsFile !== undefined || existsSync(file)
    ? readModelsFile(file, environment)
    : ofEnvironment(settings.model)
}

/**
 * Returns one endpoint for drafts and one for embeddings, without prices. Without a model's name, only the server's
 * list can be requested.
 */
function ofEnvironment(model: Settings["model"]): Models {
  if (model?.name === undefined && model?.embed === undefined) return NO_MODELS
  const { baseUrl: url, apiKey: key, atOnce } = model
  const { firstByteMs, idleMs, totalMs } = PATIENCE
  const named = (name: string, of: string | undefined): ModelEndpoint[] =>
    of === undefined
      ? []
      : [
          {
            kind: "openai-compatible",
            name,
            url,
            model: of,
            key,
            price: { in: 0, out: 0 },
            firstByteMs,
            idleMs,
            totalMs,
            atOnce: atOnce ?? usualAtOnce(url)
          }
        ]
  const draft = named("environment", model.name)
  const [embed] = named("environment-embed", model.embed)
  return {
    ...NO_MODELS,
    endpoints: [...draft, ...(embed ? [embed] : [])],
    tasks: { ...NO_MODELS.tasks, ...(draft.length > 0 && { draft }) },
    ...(embed && { embed })
  }
}
