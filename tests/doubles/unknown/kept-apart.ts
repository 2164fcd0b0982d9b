import { COUNTING, escaped, shortDate, type Layout } from "./tickets.ts"

/** Two layouts on which nothing was tried while the picker was written; the second one was not read at first sight. */
const forum: Layout = {
  name: "forum",
  page: ({ id, subject, messages }) => `<!doctype html><html lang="en"><title>#${id}</title>${COUNTING}<body>
<nav><a href="/">Queue</a></nav><div class="page"><div class="titlebar"><span class="num">#${id}</span> <strong class="topic">${escaped(subject)}</strong></div>
<ul class="postings">${messages
    .map(
      ({ by, name, at, text }, n) =>
        `<li class="posting ${n % 2 ? "odd" : "even"}" id="p${id}${n}"><div class="left"><img class="avatar-${by === "customer" ? "guest" : "crew"}" alt=""><div class="who">${name}</div></div><div class="right">${by === "note" ? "<em>Private comment</em>" : ""}<div class="content">${escaped(text)}</div><div class="foot">${shortDate(at)} <a href="#">Quote</a></div></div></li>`
    )
    .join("")}</ul>
<div class="answerbox"><div contenteditable="true" class="rich" style="border:1px solid;min-height:60px"></div></div></div></body></html>`,
  parts: { subject: ".topic", text: (words) => `.content:has-text("${words}")`, reply: "[contenteditable]" }
}

const mail: Layout = {
  name: "mail",
  page: ({ subject, messages }) => `<!doctype html><html lang="en"><title>Mail</title>${COUNTING}<body>
<div role="main"><h2 data-qa="mail-title">${escaped(subject)}</h2><div role="list" aria-label="Messages">${messages
    .map(
      ({ by, name, at, text }) =>
        `<div role="listitem" data-direction="${by === "note" ? "internal" : by === "customer" ? "in" : "out"}"><div data-qa="mail-head"><span data-qa="sender">${name}</span> <span title="${at}">some days ago</span></div><iframe srcdoc="&lt;p&gt;${escaped(text)}&lt;/p&gt;" style="border:0;width:600px;height:70px"></iframe></div>`
    )
    .join(
      ""
    )}</div><div data-qa="composer"><textarea data-qa="composer-text" rows="4" cols="60"></textarea></div></div></body></html>`,
  parts: {
    subject: "h2",
    text: (words) =>
      `[role=listitem]:nth-child(${["no shade in the box", "x", "could you look", "I did. There"].findIndex((one) => words.includes(one)) + 1}) iframe`,
    reply: "textarea"
  }
}

export const keptApart: Layout[] = [forum, mail]
