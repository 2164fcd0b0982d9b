/** The helpdesk of a ticket that is only a text which the agent selected on a page that no adapter reads. */
export const SELECTED_TEXT = "selected-text"
