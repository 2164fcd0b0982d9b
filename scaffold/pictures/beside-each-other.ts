import type { Page } from "playwright-core"

/** Takes a picture of several pages beside each other, as large as the canvas. */
export async function pictureBesideEachOther(canvas: Page, pages: readonly Page[], file: string): Promise<void> {
  const pictures: string[] = []
  for (const page of pages) {
    await page.bringToFront()
    pictures.push((await page.screenshot()).toString("base64"))
  }
  const images = pictures.map((data) => `<img src="data:image/png;base64,${data}" alt="">`).join("")
  await canvas.setContent(`<body style="margin:0;display:flex;align-items:start">${images}</body>`)
  await canvas.bringToFront()
  await canvas.screenshot({ path: file })
}
