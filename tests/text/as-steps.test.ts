import { describe, expect, test } from "vitest"
import { asSteps } from "../../src/text/forms/as-steps.ts"
import { threadClock } from "../slowness.ts"

const THREE: Record<string, string> = {
  en: "Please open the app. Then choose the lamp. To finish, press Save.",
  de: "Öffnen Sie bitte die App. Wählen Sie dann die Lampe. Danach drücken Sie auf Speichern. Warte kurz.",
  fr: "Ouvrez l'application. Ensuite, choisissez la lampe. Enfin, appuyez sur Enregistrer.",
  es: "Abra la aplicación. Luego elija la lámpara. Por último, pulse Guardar.",
  pt: "Abra a aplicação. Em seguida, escolha o candeeiro. Por fim, toque em Guardar.",
  ja: "まず、アプリを開いてください。次に、ランプを選択してください。最後に保存を押してください。"
}

test.each(Object.entries(THREE))("instructions in %s become a list, and no word is lost", (language, text) => {
  const steps = asSteps(`${text}\n\n[PERSON_1]`, language) ?? ""
  expect(steps).toMatch(/^1\. .+\n2\. .+\n3\. /)
  expect(steps.replace(/^\d\. /gm, "").replace(/\s/g, "")).toBe(`${text}[PERSON_1]`.replace(/\s/g, ""))
})

test("in Japanese, waiting for some seconds or until something happens is a step, and waiting for the team is none", () => {
  const steps = "アプリを開いてください。設定をタップしてください。リセットを選んでください。"
  const [timed, lit] = ["10秒ほどお待ちください。", "ランプが消えるまでお待ちください。"]
  expect(asSteps(`${steps}${timed}${lit}`, "ja")).toMatch(/\n4\. 10秒ほどお待ちください。\n5\. ランプ/)
  expect(asSteps(`${steps}少々お待ちください。`, "ja")).not.toContain("4.")
})

describe("nothing becomes a list that", () => {
  test.each([
    ["has two instructions", "Open the app. Press Save. It takes a minute.", "en"],
    ["asks", "Open or closed? Press what? Wait how long?", "en"],
    ["tells what happens", "The lamp opens. You press Save. Waiting takes a minute.", "en"],
    ["is a list already", "1. Open the app.\n2. Press Save.\n3. Wait.", "en"],
    ["says goodbye", "Let me know if it works. Let us know. Thanks a lot.", "en"],
    ["tells in German what somebody has", "Haben Sie das gesehen. Sie können warten. Sie sind dran.", "de"],
    ["is in another language", "Otwórz aplikację. Wybierz lampę. Naciśnij przycisk.", "pl"],
    ["is empty", "", "en"]
  ])("%s", (_, text, language) => expect(asSteps(text, language)).toBeUndefined())
})

test("a text of 20,000 characters takes no time that anybody notices", () => {
  const spent = threadClock()
  asSteps("If the lamp blinks and nothing else happens to it, then after a while ".repeat(300), "en")
  asSteps("open the app. ".repeat(1400), "en")
  expect(spent()).toBeLessThan(2000)
})
