import { existsSync, readFileSync } from "node:fs"
import { answerRest, recordingOf, type Recording } from "../doubles/rt6/rest-answers.ts"
import { openDocument } from "./case.ts"

export { recordingOf, type Recording }

const folder = "tests/pages/rt"
const text = (name: string) => readFileSync(`${folder}/${name}`, "utf8")

/** A recorded page, with what stood in the frame of its editor. */
export function openRecording(
  name: string,
  recording = recordingOf(name),
  url = addressOf(name),
  html = text(`${name}/page.html`)
) {
  const opened = openDocument(html, url, (asked) => answerRest(recording, asked))
  const frame = opened.window.document.querySelector<HTMLIFrameElement>("iframe.cke_wysiwyg_frame")
  if (frame?.contentDocument && existsSync(`${folder}/${name}/editor-frame.html`)) {
    const body = new opened.window.DOMParser().parseFromString(text(`${name}/editor-frame.html`), "text/html").body
    frame.contentDocument.body.replaceWith(frame.contentDocument.importNode(body, true))
  }
  return opened
}

function addressOf(name: string): string {
  const id = JSON.parse(text(`${name}/expected.json`)).ticketId
  const root = "http://127.0.0.1:8095"
  if (name === "login-first-message") return `${root}/NoAuth/Login.html`
  if (name === "comment-rich") return `${root}/Ticket/Update.html?Action=Comment;id=${id}`
  return name.startsWith("reply-")
    ? `${root}/Ticket/Update.html?Action=Respond;id=${id}`
    : `${root}/Ticket/Display.html?id=${id}`
}
