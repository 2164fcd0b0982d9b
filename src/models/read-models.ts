import { existsSync } from "node:fs"
import { resolve } from "node:path"
import type { Settings } from "../runtime/settings.ts"
import { readModelsFile } from "./file/read-models-file.ts"
import { NO_MODELS, type ModelEndpoint, type Models } from "./endpoint/models.ts"
import { PATIENCE } from "./openai/stream-chat.ts"

/**
 * The models of `models.yaml` where there is one (in the data folder, or where MODELS_FILE says), else those of the
 * environment.
 * @throws StartError "settings": a sentence for each mistake of the file, with its line
 */
export function readModels(settings: Settings, environment: Record<string, string | undefined>): Models {
  const usual = resolve(settings.data, "models.yaml")
  // npm runs us in the package's folder; INIT_CWD is where the person stands.
  const file = settings.modelsFile === undefined ? usual : resolve(environment["INIT_CWD"] ?? ".", settings.modelsFile)
  return settings.modelsFile !== undefined || existsSync(file)
    ? readModelsFile(file, environment)
    : ofEnvironment(settings.model)
}

/** One endpoint for drafts and one for vectors, without prices. Without a name only its list can be asked for. */
function ofEnvironment(model: Settings["model"]): Models {
  if (model?.name === undefined && model?.embed === undefined) return NO_MODELS
  const { baseUrl: url, apiKey: key } = model
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
            totalMs
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
