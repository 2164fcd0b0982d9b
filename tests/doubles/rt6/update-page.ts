export interface Update {
  ticketId: string
  /** The component that drew the page at first. RT 6 swaps pages within it, so it may name another one. */
  component?: string
  type?: "response" | "private"
  editor?: "rich" | "loading" | "source" | "plain"
  form?: boolean
}

/**
 * A ticket's page of Request Tracker 6, written from its public templates and scripts: what RT 5 has too, with CKEditor 5
 * behind its textarea as that editor puts itself there. None of their code.
 */
export function updatePage({ ticketId, component = "Ticket-Update", form = true, ...update }: Update): string {
  return `<!doctype html><html><body id="comp-${component}" class="elevator-light">
    <div id="hx-boost-spinner" class="invisible"></div>
    <div class="main-container">
      <ul id="app-nav"><li id="li-preferences"><span class="current-user">agent</span></li></ul>
      <a id="page-display" class="menu-item" href="/Ticket/Display.html?id=${ticketId}">Display</a>
      ${form ? updateForm({ ticketId, ...update }) : ""}
      <div class="history-container"><div class="transaction message" data-transaction-id="50">Ticket created</div></div>
    </div></body></html>`
}

export function updateForm({ ticketId, type = "response", editor = "rich" }: Update): string {
  const option = (value: string) => `<option value="${value}" ${value === type ? "selected" : ""}>${value}</option>`
  return `<form name="TicketUpdate" method="post" action="/Ticket/Update.html">
    <input type="hidden" name="id" value="${ticketId}"><input type="hidden" name="Action" value="Respond">
    <select name="UpdateType" id="UpdateType" class="tomselected">${option("private")}${option("response")}</select>
    <textarea name="Object-RT::Ticket-${ticketId}-CustomField-3-Value" class="richtext"></textarea>${ckeditor("ck-editor__editable")}
    <div class="messagebox-container action-${type}">
      <textarea name="UpdateContent" id="UpdateContent" class="form-control messagebox ${editor === "plain" ? "" : "richtext"}"></textarea>
      ${{ rich: ckeditor("own ck-editor__editable"), source: ckeditor("ck-editor__editable ck-hidden"), loading: "", plain: "" }[editor]}
    </div><input type="submit" name="SubmitTicket" value="Update Ticket"></form>`
}

const ckeditor = (classes: string) =>
  `<div class="ck ck-reset ck-editor" role="application"><div class="ck ck-editor__main">
    <div class="ck ck-content ${classes}" contenteditable="true"><p><br></p></div></div></div>`
