import type { ZendeskDouble } from "./double.ts"

export const MAILS = {
  asked:
    "Hello,\n\nmy lamp flickers since Monday. I'm Wendeline Oortgiesen, wendeline@post.example, call me on +44 117 496 0321.\n\nKind regards\nWendeline Oortgiesen\n\nSent from my iPhone",
  back: "Hello Wendeline,\n\ncould you tell us which lamp it is?\n\nBest regards\nKim Park\nShop Support",
  told: "A Halo 2.\n\nWendeline\n\nOn Tue, 3 Nov 2026 at 10:00, Kim Park <kim@shop.example> wrote:\n> could you tell us which lamp it is?\n> Kim Park",
  answer:
    "Dear Wendeline,\n\nhold the button of your Halo 2 for ten seconds; the lamp then starts anew and no longer flickers.\n\nKind regards\nKim Park",
  thanks: "It works, thank you!",
  welcome: "You're welcome! Have a great day."
}

export function comment(id: number, author_id: number, body: string, rest: Record<string, unknown> = {}) {
  return {
    id,
    type: "Comment",
    author_id,
    body,
    plain_body: body,
    html_body: `<p>${body}</p>`,
    public: true,
    via: { channel: "email", source: { from: {} } },
    created_at: new Date(Date.parse("2026-11-03T09:00:00Z") + id * 60_000).toISOString(),
    ...rest
  }
}
export const ticket = (id: number, rest: Record<string, unknown> = {}) => ({
  id,
  subject: "Flickering lamp of Wendeline",
  status: "solved",
  requester_id: 100,
  submitter_id: 100,
  assignee_id: 200,
  collaborator_ids: [],
  follower_ids: [],
  email_cc_ids: [],
  tags: ["lamp", "halo"],
  via: { channel: "email", source: { from: { name: "W. Oortgiesen", address: "wendeline@post.example" } } },
  is_public: true,
  updated_at: "2026-11-04T08:00:00Z",
  satisfaction_rating: { score: "good" },
  ...rest
})
export const THREAD = [
  comment(1, 100, MAILS.asked),
  comment(2, 200, MAILS.back),
  comment(3, 100, MAILS.told),
  comment(4, 200, MAILS.answer),
  comment(5, 100, MAILS.thanks),
  comment(6, 200, MAILS.welcome)
]

export function desk(double: ZendeskDouble) {
  double.users = [
    { id: 100, name: "Wendeline Oortgiesen", email: "wendeline@post.example", role: "end-user", suspended: false },
    { id: 200, name: "Kim Park", email: "kim@shop.example", role: "agent", suspended: false },
    { id: 300, name: "Bruno Castellani", email: "b.castellani@post.example", role: "end-user", suspended: true }
  ]
  double.tickets = [ticket(1)]
  double.comments.set(1, THREAD)
}
