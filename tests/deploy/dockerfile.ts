import { Copy, DockerfileParser, From, type Instruction } from "dockerfile-ast"
import * as z from "zod/mini"

/** What a step of a Dockerfile does, as far as deploy/Dockerfile uses it. */
export type Step =
  | { does: "workdir"; folder: string }
  | { does: "copy"; stage: string | undefined; sources: string[]; to: string }
  | { does: "run"; command: string }

export interface Stage {
  name: string | undefined
  base: string
  steps: Step[]
}

export interface Dockerfile {
  stages: Stage[]
  /** How the last stage is run. */
  image: { command: string[]; health: string[]; user: string; environment: Record<string, string>; folder: string }
}

/**
 * Reads a Dockerfile into its stages and the way in which its image is run.
 * @throws Error if it has an instruction that the image test would not carry out
 */
export function readDockerfile(text: string): Dockerfile {
  const stages: Stage[] = []
  const image: Dockerfile["image"] = { command: [], health: [], user: "", environment: {}, folder: "/" }
  for (const instruction of DockerfileParser.parse(text).getInstructions()) {
    const steps = stages.at(-1)?.steps ?? []
    const words = instruction.getArguments().map((argument) => argument.getValue())
    if (instruction instanceof From) {
      stages.push({ name: instruction.getBuildStage() ?? undefined, base: instruction.getImage() ?? "", steps: [] })
      continue
    }
    if (instruction instanceof Copy) {
      const from = instruction.getFlags().find((flag) => flag.getName() === "from")
      steps.push({
        does: "copy",
        stage: from?.getValue() ?? undefined,
        sources: words.slice(0, -1),
        to: words.at(-1) ?? ""
      })
      continue
    }
    switch (instruction.getKeyword()) {
      case "WORKDIR":
        image.folder = words[0] ?? ""
        steps.push({ does: "workdir", folder: image.folder })
        break
      case "RUN":
        steps.push({ does: "run", command: instruction.getArgumentsContent()?.replace(/\\\n/g, " ") ?? "" })
        break
      case "ENV":
        for (const word of words) {
          const [name = "", value = ""] = word.split("=")
          image.environment[name] = value
        }
        break
      case "USER":
        image.user = words[0] ?? ""
        break
      case "CMD":
        image.command = stringsOf(instruction)
        break
      case "HEALTHCHECK":
        image.health = stringsOf(instruction)
        break
      case "EXPOSE":
        break
      default:
        throw new Error(`The image test doesn't know how to do ${instruction.getKeyword()}: teach it in this file.`)
    }
  }
  return { stages, image }
}

/** The words of `CMD ["node", "x"]`, also behind HEALTHCHECK's options. */
function stringsOf(instruction: Instruction): string[] {
  const list = /\[.*\]$/.exec(instruction.getArgumentsContent() ?? "")?.[0] ?? "[]"
  return z.array(z.string()).parse(JSON.parse(list))
}
