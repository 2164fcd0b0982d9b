import { browserProgram } from "../demo/browser/find.ts"
import { join } from "node:path"
import { root } from "../demo/root.ts"
import { pair } from "../demo/tour/browser.ts"
import { openSample } from "./pictures/open-sample.ts"
const s = await openSample(join(root, "build/chrome-mv3-prod"), browserProgram())
let n = 0
try {
  await pair(s.opened, await s.relay.pair("agent", "Tom Ahlberg", ["agents"]), s.relay.url)
  const t = await s.ticket("1001")
  const panel = await s.opened.page("sidepanel.html")
  await panel.setViewportSize({ width: 380, height: 720 })
  await panel.getByRole("button", { name: "Regenerate" }).waitFor()
  await panel.waitForTimeout(1000)
  const shot = async (name: string) => { await panel.waitForTimeout(700); await panel.screenshot({ path: `/tmp/s/z${String(++n).padStart(2, "0")}-${name}.png` }) }
  await shot("start")
  await panel.keyboard.press("j"); await shot("j")
  await panel.keyboard.press("j"); await panel.keyboard.press("j"); await shot("jj")
  await panel.keyboard.press("Escape"); await shot("esc")
  await panel.keyboard.press("1"); await shot("one")
  await panel.keyboard.press("1"); await panel.keyboard.press("?"); await shot("keys")
  await panel.keyboard.press("Escape"); await panel.keyboard.press("Control+k"); await shot("palette")
  await panel.keyboard.type("tra"); await shot("palette-tra")
  await panel.keyboard.press("Escape"); await panel.keyboard.press("e"); await shot("edit")
  await panel.keyboard.type(" And one more thing that I say."); await shot("edited")
  await panel.keyboard.press("Escape"); await shot("esc2")
  await panel.keyboard.press("n"); await shot("next")
  await panel.keyboard.type("NS-1"); await shot("blank")
  await panel.keyboard.press("Enter"); await shot("enter")
  await panel.keyboard.press("x"); await shot("x")
  await panel.getByRole("button", { name: "Shorter" }).first().click(); await shot("shorter")
  await panel.keyboard.press("u"); await shot("u")
  await panel.keyboard.press("Escape"); await panel.mouse.move(200, 400); await panel.mouse.wheel(0, 3000); await shot("wheel")
  await panel.mouse.wheel(0, 9000); await shot("end")
} finally { await s.close() }
